"""The words of a profile: the ids behind them in one rulebook, or all that is wrong with them.

Titles and ambitions are not among them: whatever somebody writes there is read, and never wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.reading.certificates import CertificateNames
from service.reading.names import Names, work_names
from service.reading.pointers import pointer_to
from service.reading.profile import Profile, ProfileError, ProfileRefused
from service.reading.spelling import key_of
from service.rulebook.model import Rulebook

LONGEST_QUOTE = 60
MOST_EXAMPLES = 5

Errors = list[ProfileError]


@dataclass(frozen=True, slots=True)
class Words:
    """The ids behind the words of a profile; what is not known is left out."""

    specialisation: str | None
    level: str | None
    ratings: Mapping[str, int]
    work: tuple[str, ...] | None
    goals: tuple[str, ...]


class WordReader:
    """Reads the words of profiles by one rulebook; everything it looks up is prepared once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._specialisations = Names(
            "specialisation",
            ((each.id, (each.name.nl, each.name.en)) for each in rulebook.specialisations),
        )
        self._levels = Names(
            "level", ((each.id, (each.name.nl, each.name.en)) for each in rulebook.levels)
        )
        self._competences = Names(
            "competence",
            (
                (each.id, (each.name.nl, each.name.en, *each.aliases))
                for each in rulebook.competences
            ),
        )
        self._certificates = CertificateNames(rulebook)
        self._work = work_names(rulebook)
        self.goals = Names(
            "goal",
            ((each.id, (each.name.nl, each.name.en, *each.aliases)) for each in rulebook.goals),
        )

    def ids_in(self, profile: Profile) -> Words:
        """The ids behind the words of a profile. Raises ProfileRefused with all that is wrong."""
        words, errors = self._read(profile)
        if errors:
            raise ProfileRefused(errors)
        return words

    def mistakes_in(self, profile: Profile) -> tuple[ProfileError, ...]:
        """The words in a profile that this rulebook does not have."""
        return self._read(profile)[1]

    def competence(self, name: str) -> str | None:
        """The id of the competence with this id or name; None when there is none."""
        return self._competences.find(name)

    def certificates(
        self, sent: tuple[str, ...] | None
    ) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
        """The certificates that are known by their ids, and as sent those that are not."""
        if sent is None:
            return None, ()
        known: set[str] = set()
        unrecognised: dict[str, str] = {}
        for name in sent:
            ids = self._certificates.find(name)
            known.update(ids)
            if not ids and name.strip():
                unrecognised.setdefault(key_of(name) or name.strip(), name.strip())
        return self._certificates.in_order(known), tuple(unrecognised.values())

    def _read(self, profile: Profile) -> tuple[Words, tuple[ProfileError, ...]]:
        """The ids behind words, and what is wrong with those that have none."""
        errors: Errors = []
        words = Words(
            specialisation=_one(
                profile.current_specialisation,
                ("current", "specialisation"),
                self._specialisations,
                errors,
            ),
            level=_one(profile.current_level, ("current", "level"), self._levels, errors),
            ratings=self._ratings(profile.competences, errors),
            work=_each(profile.work, "work", self._work, errors),
            goals=_each(profile.goals, "goals", self.goals, errors) or (),
        )
        return words, tuple(errors)

    def _ratings(self, sent: Mapping[str, int | None], errors: Errors) -> dict[str, int]:
        """The ratings by id, in the order of the rulebook; a rating of None was not sent."""
        names: dict[str, str] = {}
        ratings: dict[str, int] = {}
        for name, rating in sent.items():
            if rating is None:
                continue
            steps = "competences", name
            id = _one(name, steps, self._competences, errors)
            if id in names:
                message = (
                    f"`{quoted(names[id])}` and `{quoted(name)}` are the same competence."
                    " Send one of the two."
                )
                errors.append(ProfileError(pointer_to(*steps), "sent_twice", message))
            elif id is not None:
                names[id] = name
                ratings[id] = rating
        return {id: ratings[id] for id in self._competences.in_order(ratings)}


def quoted(name: str) -> str:
    """What was sent, short enough to be shown."""
    name = name.strip()
    return name if len(name) <= LONGEST_QUOTE else f"{name[:LONGEST_QUOTE]}..."


def _one(
    name: str | None, steps: tuple[str | int, ...], names: Names, errors: Errors
) -> str | None:
    """The id of what was sent, or None when nothing was sent or when it is wrong.

    `steps` lead to where it stands in the profile.
    """
    if name is None:
        return None
    id = names.find(name)
    if id is None:
        near = names.suggest(name)
        message = f"`{quoted(name)}` is not a {names.noun} that Vakpad knows."
        instead = f"Did you mean `{near}`?" if near else _examples(names)
        pointer = pointer_to(*steps)
        errors.append(ProfileError(pointer, f"unknown_{names.family}", f"{message} {instead}"))
    return id


def _each(
    sent: Iterable[str | None] | None, field: str, names: Names, errors: Errors
) -> tuple[str, ...] | None:
    """The ids of a list, each once and in the order of the rulebook; None when not sent."""
    if sent is None:
        return None
    ids = [_one(name, (field, place), names, errors) for place, name in enumerate(sent)]
    return names.in_order(id for id in ids if id is not None)


def _examples(names: Names) -> str:
    shown = ", ".join(f"`{id}`" for id in names.ids[:MOST_EXAMPLES])
    if len(names.ids) <= MOST_EXAMPLES:
        return f"Write one of {shown}, or leave it out."
    return f"Write for example {shown}, or leave it out."
