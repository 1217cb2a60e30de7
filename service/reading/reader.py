"""The reader: profile -> reading, in the words of one rulebook, or all that is wrong with it."""

from service.reading.ambition import AmbitionReader
from service.reading.model import Reading
from service.reading.profile import Profile, ProfileError
from service.reading.spelling import SameWords
from service.reading.title_names import TitleNames
from service.reading.titles import TitleReader
from service.reading.words import WordReader, Words
from service.rulebook.collecting import without_collecting
from service.rulebook.model import Rulebook
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import Toward


class Reader:
    """Reads profiles by one rulebook; everything it looks up is prepared once."""

    @without_collecting()
    def __init__(self, rulebook: Rulebook) -> None:
        self._words = WordReader(rulebook)
        same_words = SameWords(rulebook.titles.same_word)
        self._ambition = AmbitionReader(
            rulebook.goals, self._words.goals, same_words, rulebook.titles.entries
        )
        names = TitleNames(rulebook.titles, same_words, rulebook.level_ids)
        self.titles = TitleReader(names, rulebook.specialisation_ids)

    def read(self, profile: Profile) -> Reading:
        """How the profile is understood. Raises ProfileRefused with everything that is wrong."""
        words = self._words.ids_in(profile)
        certificates, unrecognised = self._words.certificates(profile.certificates)
        title = self.titles.read(profile.title)
        profession = _profession(title.kind, words)
        stated, ambition = self._ambition.read(profile.ambition, profession)
        years_in_pmo = profile.years_in_pmo
        if years_in_pmo is None and profession is Toward.PMO:
            years_in_pmo = profile.years_in_role
        return Reading(
            title=title,
            current_specialisation=words.specialisation,
            current_level=words.level,
            ratings=words.ratings,
            certificates=certificates,
            unrecognised_certificates=unrecognised,
            work=words.work,
            goals=self._words.goals.in_order({*words.goals, *stated}),
            ambition=ambition,
            years_in_pmo=years_in_pmo,
            years_in_role=profile.years_in_role,
        )

    def mistakes_in(self, profile: Profile) -> tuple[ProfileError, ...]:
        """The words in a profile that this rulebook does not have."""
        return self._words.mistakes_in(profile)

    def competence(self, name: str) -> str | None:
        """The id of the competence with this id or name; None when there is none."""
        return self._words.competence(name)

    def suggest_title(self, title: str) -> str | None:
        """The known title that looks most like one that was not recognised; never a reading."""
        return self.titles.suggest(title)


def _profession(kind: TitleKind | None, words: Words) -> Toward | None:
    """The profession, of those that a goal can point to, in which the person works."""
    if kind is TitleKind.PMO or words.specialisation is not None or words.level is not None:
        return Toward.PMO
    return Toward.PROJECT_MANAGEMENT if kind is TitleKind.PROJECT_MANAGEMENT else None
