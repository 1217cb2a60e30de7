"""The meaning of conditions: three-valued, one short function for each thing that has a meaning.

A truth is True, False or None, where None is unknown (Kleene's strong logic of three values).
"""

from collections.abc import Iterable
from fractions import Fraction

from service.rulebook.conditions import Condition, Group, Operator, Quantifier, Value
from service.rulebook.facts import Facts, FactValue
from service.rulebook.vocabulary import Attribute, AttributeType

Truth = bool | None


def negation(truth: Truth) -> Truth:
    return None if truth is None else not truth


def conjunction(truths: Iterable[Truth]) -> Truth:
    """False if one is false, else unknown if one is unknown, else true."""
    seen = list(truths)
    if False in seen:
        return False
    return None if None in seen else True


def disjunction(truths: Iterable[Truth]) -> Truth:
    """True if one is true, else unknown if one is unknown, else false."""
    seen = list(truths)
    if True in seen:
        return True
    return None if None in seen else False


def truth_of_group(group: Group, facts: Facts) -> Truth:
    truths = (truth_of(member, facts) for member in group.members)
    match group.quantifier:
        case Quantifier.ALL:
            return conjunction(truths)
        case Quantifier.ANY:
            return disjunction(truths)
        case Quantifier.NONE:
            return negation(disjunction(truths))


def truth_of(member: Condition | Group, facts: Facts) -> Truth:
    if isinstance(member, Group):
        return truth_of_group(member, facts)
    value = facts.get(member.attribute.id)
    if member.operator is Operator.IS_KNOWN:
        return value is not None
    if member.operator is Operator.IS_UNKNOWN:
        return value is None
    if value is None:
        return None
    if isinstance(value, tuple):
        return _truth_of_range(member, value)
    if isinstance(value, frozenset):
        return _truth_of_members(member, value)
    return _truth_of_value(member, value)


def _truth_of_members(condition: Condition, value: frozenset[str]) -> bool:
    wanted = [member in value for member in condition.values]
    match condition.operator:
        case Operator.INCLUDES_ONE:
            return any(wanted)
        case Operator.INCLUDES_ALL:
            return all(wanted)
        case Operator.INCLUDES_NONE:
            return not any(wanted)
        case _:
            raise AssertionError(f"a list has no condition {condition.operator}")


def _truth_of_value(condition: Condition, value: str | int | bool) -> bool:
    literals = condition.values
    rank = _rank(condition.attribute, value)
    ranks = [_rank(condition.attribute, literal) for literal in literals]
    match condition.operator:
        case Operator.IS:
            return value == literals[0]
        case Operator.IS_NOT:
            return value != literals[0]
        case Operator.IS_ONE_OF:
            return value in literals
        case Operator.IS_AT_LEAST:
            return rank >= ranks[0]
        case Operator.IS_AT_MOST:
            return rank <= ranks[0]
        case Operator.IS_BETWEEN:
            return ranks[0] <= rank <= ranks[1]
        case _:
            raise AssertionError(f"a single value has no condition {condition.operator}")


def _rank(attribute: Attribute, value: Value | FactValue) -> Fraction | int:
    """Where a value stands on its scale."""
    if attribute.type in {AttributeType.SCALE, AttributeType.CHOICE}:
        return attribute.values.index(str(value))
    assert isinstance(value, int | Fraction)
    return value


def _truth_of_range(condition: Condition, value: tuple[int, int]) -> Truth:
    """A condition on a measure holds or fails only if it does so for the whole range."""
    low, high = value
    bounds = [bound for bound in condition.values if isinstance(bound, int | Fraction)]
    match condition.operator:
        case Operator.IS_AT_LEAST:
            return _whole_range(low >= bounds[0], high < bounds[0])
        case Operator.IS_AT_MOST:
            return _whole_range(high <= bounds[0], low > bounds[0])
        case Operator.IS_BETWEEN:
            return conjunction(
                [
                    _whole_range(low >= bounds[0], high < bounds[0]),
                    _whole_range(high <= bounds[1], low > bounds[1]),
                ]
            )
        case Operator.IS:
            return _equals(low, high, bounds[0])
        case Operator.IS_NOT:
            return negation(_equals(low, high, bounds[0]))
        case _:
            raise AssertionError(f"a measure has no condition {condition.operator}")


def _whole_range(holds: bool, fails: bool) -> Truth:
    if holds:
        return True
    return False if fails else None


def _equals(low: int, high: int, bound: Fraction | int) -> Truth:
    """Whether the measure is exactly `bound`, which may be between two whole numbers."""
    return _whole_range(low == high == bound, bound < low or bound > high or not _whole(bound))


def _whole(bound: Fraction | int) -> bool:
    return Fraction(bound).denominator == 1
