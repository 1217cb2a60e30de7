"""Completions: the ways in which what is unknown could still turn out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.rulebook.conditions import Condition
from service.rulebook.facts import Facts, FactValue
from service.rulebook.vocabulary import (
    RATINGS,
    TENTHS,
    YEARS_MAXIMUM,
    Attribute,
    AttributeType,
)


@dataclass(frozen=True, slots=True)
class Completion:
    """A partly chosen completion.

    `free` attributes may still stay unknown or take any value; `members` are lists that were
    chosen to be known, with the members that were chosen to be in or out so far. Every other
    attribute is as in `facts`, where what is absent stays unknown.
    """

    facts: Facts
    free: frozenset[str]
    members: Mapping[str, Mapping[str, bool]]

    def unknown(self, id: str) -> "Completion":
        return Completion(self.facts, self.free - {id}, self.members)

    def known(self, id: str, value: FactValue) -> "Completion":
        return Completion({**self.facts, id: value}, self.free - {id}, self.members)

    def listed(self, id: str) -> "Completion":
        """The list is known; its members are still to be chosen."""
        return Completion(self.facts, self.free - {id}, {**self.members, id: {}})

    def member(self, id: str, member: str, *, included: bool) -> "Completion":
        chosen = {**self.members.get(id, {}), member: included}
        return Completion(self.facts, self.free - {id}, {**self.members, id: chosen})


def values_around(conditions: Iterable[Condition], attribute: Attribute) -> list[int]:
    """Values of a rating or of years that stand for all others under these conditions."""
    if attribute.type is AttributeType.RATING:
        return list(RATINGS)
    highest = YEARS_MAXIMUM * TENTHS
    near = {0, highest}
    for condition in conditions:
        for value in condition.values:
            if isinstance(value, int):
                near.update((value - 1, value, value + 1))
    return sorted(value for value in near if 0 <= value <= highest)
