"""Conditions, one by one: met, not met or unknown, with the value that each of them saw."""

from dataclasses import dataclass
from enum import StrEnum

from service.advice.evidence import seen
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import negation, truth_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.wording.statements import Joined, Statement, Together, stated

SIGNAL = "signal."


class Met(StrEnum):
    YES = "met"
    NO = "not_met"
    UNKNOWN = "unknown"


_MET = {True: Met.YES, False: Met.NO, None: Met.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Need:
    """What a rule needs of one attribute: a condition that must hold, or must not.

    `value` is what it saw, None for unknown. `given_by` are the rules behind a signal.
    """

    statement: Statement
    met: Met
    value: FactValue | None
    given_by: tuple["Weighed", ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Needs of which one is enough, or which go together inside such a choice."""

    together: Together
    met: Met
    members: "tuple[Need | Choice, ...]"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A rule, whether it holds, and what it needs: all of `needs`."""

    rule: Rule
    met: Met
    needs: tuple[Need | Choice, ...]


def weighed(rule: Rule, facts: Facts, rulebook: Rulebook) -> Weighed:
    """What a rule comes to for these facts, need by need, in the order of its file."""
    said = stated(rule.when)
    together = isinstance(said, Joined) and said.together is Together.ALL
    members = said.members if isinstance(said, Joined) and together else (said,)
    needs = tuple(_need(each, facts, rulebook) for each in members)
    return Weighed(rule, _MET[truth_of(rule.when, facts)], needs)


def _need(said: Statement | Joined, facts: Facts, rulebook: Rulebook) -> Need | Choice:
    if isinstance(said, Joined):
        members = tuple(_need(each, facts, rulebook) for each in said.members)
        return Choice(said.together, _together(said.together, members), members)
    condition = said.condition
    truth = truth_of(condition, facts)
    return Need(
        said,
        _MET[truth if said.holds else negation(truth)],
        seen(condition, facts),
        _behind(said, facts, rulebook),
    )


def _behind(said: Statement, facts: Facts, rulebook: Rulebook) -> tuple[Weighed, ...]:
    id = said.attribute.id
    if not id.startswith(SIGNAL):
        return ()
    rules = rulebook.signal_rules.get(id.removeprefix(SIGNAL), ())
    return tuple(weighed(rule, facts, rulebook) for rule in rules)


def _together(together: Together, members: tuple[Need | Choice, ...]) -> Met:
    found = {member.met for member in members}
    decides = Met.YES if together is Together.ANY else Met.NO
    if decides in found:
        return decides
    if Met.UNKNOWN in found:
        return Met.UNKNOWN
    return Met.NO if together is Together.ANY else Met.YES
