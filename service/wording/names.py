"""The names of what rules mention, as they stand inside a sentence."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Language, Measure

NAMED_AFTER_A_PERSON = frozenset({"consultant"})
"""The specialisations that one works *as*; in the others one works *in*."""


class Names:
    """The names in one rulebook, in one language. What the rulebook does not know keeps its id."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._rulebook = rulebook
        self._language = language
        specialisations = {each.id: each.name for each in rulebook.specialisations}
        levels = {each.id: each.name for each in rulebook.levels}
        self._places = {
            id: name.in_language(language) for id, name in (specialisations | levels).items()
        }

    def place(self, id: str) -> str:
        """A specialisation or a level; names of their own begin with a small letter here."""
        return _inside(self._places.get(id) or id)

    def profession(self, id: str) -> str:
        found = self._rulebook.professions_by_id.get(id)
        return quoted(found.name.in_language(self._language) if found else id)

    def competence(self, id: str) -> str:
        found = self._rulebook.competences_by_id.get(id)
        return quoted(found.name.in_language(self._language) if found else id)

    def certificate(self, id: str) -> str:
        found = self._rulebook.certificates_by_id.get(id)
        return found.name if found else id

    def work(self, id: str) -> str:
        found = self._rulebook.work_by_id.get(id)
        return quoted(found.name.in_language(self._language) if found else id)

    def goal(self, id: str) -> str:
        found = self._rulebook.goals_by_id.get(id)
        return quoted(found.name.in_language(self._language) if found else id)

    def measure(self, id: str) -> Measure | None:
        return self._rulebook.measures_by_id.get(id)

    def signal(self, id: str) -> tuple[str, ...]:
        """What the rules that give the signal are about: a signal has no other name."""
        abouts = (
            rule.about.in_language(self._language).rstrip(". ")
            for rule in self._rulebook.signal_rules.get(id, ())
        )
        texts = tuple(dict.fromkeys(quoted(about) for about in abouts if about))
        return texts or (quoted(id),)

    @property
    def points(self) -> Mapping[int, str]:
        """The key in the vocabulary of a number of points, such as `strong reason`."""
        return {number: key for key, number in self._rulebook.points.items()}


def quoted(text: str) -> str:
    return f"‘{text}’"


def listed(names: Iterable[str], word: str) -> str:
    """`a, b or c`."""
    *before, last = names
    return f"{', '.join(before)} {word} {last}" if before else last


def written(number: Fraction, mark: str) -> str:
    """A number with a decimal mark; as a fraction where decimals would not be exact."""
    denominator = number.denominator
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator //= factor
    if denominator != 1:
        return str(number)
    digits = format(number.numerator / number.denominator, ".10g")
    return digits.replace(".", mark)


def _inside(name: str) -> str:
    """The name without its capital, unless more than its first letter is one ("PMO Office")."""
    first, rest = name[:1], name.partition(" ")[0][1:]
    return first.lower() + name[1:] if rest == rest.lower() else name
