"""The reference, remembered: what it said about a condition for a value is not worked out again.

Only single conditions are remembered, and what can be is bounded by the values that an attribute
can have. Groups are worked out member by member, no further than needed.
"""

from collections.abc import Callable
from typing import TypeVar

from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import Truth, truth_of
from service.rulebook.vocabulary import AttributeType

Recall = Callable[[Facts], Truth]
"""The truth of a condition for some facts, as the reference has it."""

Probe = Callable[[Facts], bool]
"""Whether the truth of a condition or a group is known to be a certain one."""


Told = TypeVar("Told")

Shared = dict[tuple[Condition, bool], Probe]
"""What was made for conditions before, for other rules to use as well."""


def recall_of(condition: Condition) -> Recall:
    return _remembered(condition, lambda truth: truth)


def probe_of(member: Condition | Group, truth: bool, shared: Shared) -> Probe:
    """Tells whether `member` is `truth`: not when it is the opposite, nor when it is unknown."""
    if isinstance(member, Condition):
        key = member, truth
        if key not in shared:
            shared[key] = _remembered(member, lambda found: found is truth)
        return shared[key]
    wanted = truth is not (member.quantifier is Quantifier.NONE)
    probes = tuple(probe_of(each, wanted, shared) for each in member.members)
    if len(probes) == 1:
        return probes[0]
    some = truth is (member.quantifier is Quantifier.ANY)
    return _unless_one_is(some, probes)


def _remembered(condition: Condition, told: Callable[[Truth], Told]) -> Callable[[Facts], Told]:
    if condition.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
        return lambda facts: told(truth_of(condition, facts))
    if condition.attribute.type is AttributeType.MEMBERS:
        return _list(condition, told)
    owner, by_value = condition.attribute.id, _ByValue(condition, told)
    return lambda facts: by_value[facts.get(owner)]


class _ByValue(dict[object, Told]):
    """What is told of a condition, by the value of its attribute."""

    def __init__(self, condition: Condition, told: Callable[[Truth], Told]) -> None:
        super().__init__({None: told(None)})
        self._condition = condition
        self._told = told

    def __missing__(self, value: FactValue) -> Told:
        truth = truth_of(self._condition, {self._condition.attribute.id: value})
        told = self[value] = self._told(truth)
        return told


def _list(condition: Condition, told: Callable[[Truth], Told]) -> Callable[[Facts], Told]:
    """A condition on a list asks only how many of the members that it names are in it."""
    owner = condition.attribute.id
    named = frozenset(condition.values)
    unknown, by_count = told(None), dict[int, Told]()

    def of(facts: Facts) -> Told:
        value = facts.get(owner)
        if value is None:
            return unknown
        assert isinstance(value, frozenset)
        count = len(named & value)
        if count not in by_count:
            by_count[count] = told(truth_of(condition, facts))
        return by_count[count]

    return of


def _unless_one_is(deciding: bool, probes: tuple[Probe, ...]) -> Probe:
    """`deciding` if one is, else the opposite."""

    def probe(facts: Facts) -> bool:
        for each in probes:
            if each(facts) is deciding:
                return deciding
        return not deciding

    return probe
