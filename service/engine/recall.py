"""The reference, remembered: what it said about a condition for a value is not worked out again.

Only single conditions are remembered, and what can be is bounded by the values that an attribute
can have. Groups are worked out member by member, no further than needed.
"""

from collections.abc import Callable

from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import Truth, negation, truth_of
from service.rulebook.vocabulary import AttributeType

Recall = Callable[[Facts], Truth]
"""The truth of a condition or a group for some facts, as the reference has it."""


def recall_of(member: Condition | Group, shared: dict[Condition, Recall] | None = None) -> Recall:
    """Conditions that are in `shared` are taken from there, and the others are added to it."""
    shared = {} if shared is None else shared
    if isinstance(member, Group):
        return _group(member, shared)
    if member not in shared:
        shared[member] = _condition(member)
    return shared[member]


def _condition(member: Condition) -> Recall:
    if member.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
        return lambda facts: truth_of(member, facts)
    return _list(member) if member.attribute.type is AttributeType.MEMBERS else _value(member)


def _group(group: Group, shared: dict[Condition, Recall]) -> Recall:
    members = tuple(recall_of(member, shared) for member in group.members)
    if len(members) == 1 and group.quantifier is not Quantifier.NONE:
        return members[0]
    match group.quantifier:
        case Quantifier.ALL:
            return _unless_one_is(False, members, otherwise=True)
        case Quantifier.ANY:
            return _unless_one_is(True, members, otherwise=False)
        case Quantifier.NONE:
            any_of = _unless_one_is(True, members, otherwise=False)
            return lambda facts: negation(any_of(facts))


def _unless_one_is(deciding: bool, members: tuple[Recall, ...], otherwise: bool) -> Recall:
    """`deciding` if one member is, else unknown if one is unknown, else `otherwise`."""

    def truth(facts: Facts) -> Truth:
        found: Truth = otherwise
        for member in members:
            one = member(facts)
            if one is deciding:
                return deciding
            if one is None:
                found = None
        return found

    return truth


class _Remembered(dict[object, Truth]):
    """What the reference said, by value."""

    def __init__(self, condition: Condition) -> None:
        super().__init__({None: None})
        self._condition = condition

    def __missing__(self, value: FactValue) -> Truth:
        truth = self[value] = truth_of(self._condition, {self._condition.attribute.id: value})
        return truth


def _value(condition: Condition) -> Recall:
    owner = condition.attribute.id
    remembered = _Remembered(condition)
    return lambda facts: remembered[facts.get(owner)]


def _list(condition: Condition) -> Recall:
    """A condition on a list asks only how many of the members that it names are in it."""
    owner = condition.attribute.id
    named = frozenset(condition.values)
    remembered: dict[int, Truth] = {}

    def truth(facts: Facts) -> Truth:
        value = facts.get(owner)
        if value is None:
            return None
        assert isinstance(value, frozenset)
        count = len(named & value)
        if count not in remembered:
            remembered[count] = truth_of(condition, facts)
        return remembered[count]

    return truth
