"""Findings: what an engine found about the rules of one step."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from service.rulebook.rules import Rule


class Status(StrEnum):
    """A rule fires only when it is true; it is open when what is unknown could decide it."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Findings:
    """Of the rules that were `asked` these are `true` and these `open`; all others are false.

    Both are in the order of the step. They are few, so that nobody has to go through all rules.
    """

    asked: frozenset[Rule] = frozenset()
    true: tuple[Rule, ...] = ()
    open: tuple[Rule, ...] = ()

    @classmethod
    def of(cls, statuses: Mapping[Rule, Status]) -> Self:
        """From the status of every rule, in the order of the step."""
        true = tuple([rule for rule, status in statuses.items() if status is Status.TRUE])
        open = tuple([rule for rule, status in statuses.items() if status is Status.OPEN])
        return cls(frozenset(statuses), true, open)

    def status_of(self, rule: Rule) -> Status | None:
        """None for a rule that was not asked."""
        if rule in self.true:
            return Status.TRUE
        if rule in self.open:
            return Status.OPEN
        return Status.FALSE if rule in self.asked else None

    def without(self, rule: Rule) -> Self:
        """The same with a rule that is false."""
        true = tuple([each for each in self.true if each is not rule])
        open = tuple([each for each in self.open if each is not rule])
        return type(self)(self.asked, true, open)


NOTHING_ASKED = Findings()
