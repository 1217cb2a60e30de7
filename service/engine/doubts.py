"""Doubts: what can make a rule false without any single known value that the encoder sees fail."""

from collections import Counter
from collections.abc import Iterator

from service.engine.normal_form import Aspect, Comparison, Every, Formula, formula_of
from service.engine.recall import Probe, Shared, probe_of
from service.rulebook.conditions import Condition, Group, Quantifier
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import AttributeType


def doubt_of(rule: Rule, shared: Shared) -> Probe | None:
    """Whether what has to be looked at to tell false from open makes a rule false; None for none.

    A rule that did not fire, and that no known value refutes, is open unless this holds.
    """
    when = rule.when
    if when.quantifier is Quantifier.ANY:
        return probe_of(when, False, shared)
    doubtful = tuple(_doubtful(when))
    return probe_of(Group(when.quantifier, doubtful), False, shared) if doubtful else None


def _doubtful(when: Group) -> Iterator[Condition | Group]:
    """The members of which the encoder may not tell that they make the group false."""
    lists = {
        each.attribute.id
        for each in when.conditions()
        if each.attribute.type is AttributeType.MEMBERS
    }
    needs = {each: _needs(each, when.quantifier is Quantifier.ALL) for each in when.members}
    parts = {each for found in needs.values() for each in found}
    slots = [each.slot for each in parts if isinstance(each, Comparison) and each.number == 1]
    wanted = Counter(slot.owner for slot in slots if slot.owner in lists)
    for member, found in needs.items():
        if not all(isinstance(each, Comparison) and _is_told(each, wanted) for each in found):
            yield member


def _needs(member: Condition | Group, holds: bool) -> tuple[Formula, ...]:
    """What must all hold for `member` to hold, or not to hold."""
    formula = formula_of(member, holds)
    return formula.members if isinstance(formula, Every) else (formula,)


def _is_told(comparison: Comparison, wanted: Counter[str]) -> bool:
    """Whether the encoder tells of a rule when a known value fails this (see `writers`).

    When a list has one of two things that it must include, the encoder misses the other.
    """
    match comparison.slot.aspect:
        case Aspect.VALUE:
            return True
        case Aspect.AMONG:
            return comparison.number == 0 or wanted[comparison.slot.owner] <= 1
        case _:
            return False
