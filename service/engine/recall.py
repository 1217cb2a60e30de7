"""The reference, remembered: what it said about a condition for a value is not worked out again.

Only single conditions are remembered, and what can be is bounded by the values that an attribute
can have. Groups are worked out member by member, no further than needed.
"""

from collections.abc import Callable

from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts
from service.rulebook.kleene import Truth, negation, truth_of
from service.rulebook.vocabulary import AttributeType

Recall = Callable[[Facts], Truth]
"""The truth of a condition or a group for some facts, as the reference has it."""


def recall_of(member: Condition | Group) -> Recall:
    if isinstance(member, Group):
        return _group(member)
    if member.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
        return lambda facts: truth_of(member, facts)
    match member.attribute.type:
        case AttributeType.MEASURE:
            return lambda facts: truth_of(member, facts)
        case AttributeType.MEMBERS:
            return _list(member)
        case _:
            return _value(member)


def _group(group: Group) -> Recall:
    members = tuple(recall_of(member) for member in group.members)
    match group.quantifier:
        case Quantifier.ALL:
            return lambda facts: _all(members, facts)
        case Quantifier.ANY:
            return lambda facts: _any(members, facts)
        case Quantifier.NONE:
            return lambda facts: negation(_any(members, facts))


def _all(members: tuple[Recall, ...], facts: Facts) -> Truth:
    found: Truth = True
    for member in members:
        truth = member(facts)
        if truth is False:
            return False
        if truth is None:
            found = None
    return found


def _any(members: tuple[Recall, ...], facts: Facts) -> Truth:
    found: Truth = False
    for member in members:
        truth = member(facts)
        if truth is True:
            return True
        if truth is None:
            found = None
    return found


def _value(condition: Condition) -> Recall:
    owner = condition.attribute.id
    remembered: dict[object, Truth] = {None: None}

    def truth(facts: Facts) -> Truth:
        value = facts.get(owner)
        if value not in remembered:
            remembered[value] = truth_of(condition, facts)
        return remembered[value]

    return truth


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
