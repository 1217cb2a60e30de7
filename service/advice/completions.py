"""Completions: the ways in which what is unknown could still turn out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.rulebook.facts import Facts, FactValue


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a list that were chosen to be in it, and out of it; the rest is open."""

    included: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Completion:
    """A partly chosen completion.

    `free` attributes may still stay unknown or take any value; `members` are lists that were
    chosen to be known, with what was chosen about their members so far. Every other
    attribute is as in `facts`, where what is absent stays unknown.

    `memo` is for what was worked out about this completion and is asked again, by what it is.
    """

    facts: Facts
    free: frozenset[str]
    members: Mapping[str, Members]
    memo: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def unknown(self, id: str) -> "Completion":
        return Completion(self.facts, self.free - {id}, self.members)

    def known(self, id: str, value: FactValue) -> "Completion":
        return Completion({**self.facts, id: value}, self.free - {id}, self.members)

    def listed(self, id: str) -> "Completion":
        """The list is known; its members are still to be chosen."""
        return Completion(self.facts, self.free - {id}, {**self.members, id: Members()})

    def chosen(self, id: str, included: Iterable[str], excluded: Iterable[str]) -> "Completion":
        """These members as well are chosen to be in the list, and out of it."""
        before = self.members[id]
        members = Members(before.included.union(included), before.excluded.union(excluded))
        return Completion(self.facts, self.free, {**self.members, id: members})
