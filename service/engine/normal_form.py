"""Conditions in the form that durable_rules can match.

A condition becomes comparisons of whole numbers, and `none of` is pushed inward until nothing is
negated any more (`at least` becomes at most, `is` becomes is not). durable_rules makes every
comparison with an absent number false, so a formula holds exactly when its group is true.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from service.engine.limits import MAXIMUM_NUMBER, EngineLimit
from service.rulebook.conditions import Condition, Group, Operator, Quantifier, Value
from service.rulebook.vocabulary import Attribute, AttributeType


class Aspect(StrEnum):
    """What a slot says about its attribute."""

    VALUE = "value"
    """A single value: a rating, tenths of years, 1 or 0, or the place among the values."""
    LOW = "low"
    """The lower end of a measure."""
    HIGH = "high"
    """The upper end of a measure."""
    AMONG = "among"
    """1 if the value is one of the slot's `members`, or the list has one of them; else 0."""
    KNOWN = "known"
    """1 if the attribute is known, else 0."""
    GROUP = "group"
    """1 if a group of conditions holds; otherwise the slot stays empty."""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A place for one whole number in the flat fact that durable_rules sees.

    `owner` is the id of an attribute or the name of a group. An unknown attribute leaves its slots
    empty (all but `KNOWN`).
    """

    owner: str
    aspect: Aspect
    members: tuple[str | int, ...] = ()


class Relation(StrEnum):
    """How durable_rules spells a comparison."""

    EQUAL = "$eq"
    UNEQUAL = "$neq"
    AT_LEAST = "$gte"
    AT_MOST = "$lte"


@dataclass(frozen=True, slots=True, order=True)
class Comparison:
    """A slot against a whole number; false while the slot is empty."""

    slot: Slot
    relation: Relation
    number: int

    def __post_init__(self) -> None:
        if abs(self.number) > MAXIMUM_NUMBER:
            raise EngineLimit(
                f"{self.slot.owner} is compared with {self.number}; "
                f"exact are numbers up to {MAXIMUM_NUMBER}."
            )

    def holds_for(self, number: int) -> bool:
        match self.relation:
            case Relation.EQUAL:
                return number == self.number
            case Relation.UNEQUAL:
                return number != self.number
            case Relation.AT_LEAST:
                return number >= self.number
            case Relation.AT_MOST:
                return number <= self.number


@dataclass(frozen=True, slots=True)
class Every:
    """Holds when all members hold. Members are in standard order, so equal content is equal."""

    members: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """Holds when a member holds. Members are in standard order, so equal content is equal."""

    members: "tuple[Formula, ...]"


Formula = Comparison | Every | Some


def every(members: Iterable[Formula]) -> Formula:
    return _joined(Every, members)


def some(members: Iterable[Formula]) -> Formula:
    return _joined(Some, members)


def _joined(kind: type[Every] | type[Some], members: Iterable[Formula]) -> Formula:
    """One flat formula: no `Every` directly within an `Every`, nothing twice."""
    flat: set[Formula] = set()
    for member in members:
        flat |= set(member.members) if isinstance(member, kind) else {member}
    if len(flat) == 1:
        return flat.pop()
    return kind(tuple(sorted(flat, key=_standard_order)))


def _standard_order(formula: Formula) -> tuple[object, ...]:
    if isinstance(formula, Comparison):
        return (0, formula)
    kind = 1 if isinstance(formula, Every) else 2
    return (kind, tuple(_standard_order(member) for member in formula.members))


def formula_of(member: Condition | Group, holds: bool = True) -> Formula:
    """When `member` is true or, with `holds` False, when it is false."""
    if isinstance(member, Condition):
        return _of_condition(member, holds)
    if member.quantifier is Quantifier.NONE:
        return formula_of(Group(Quantifier.ANY, member.members), not holds)
    parts = (formula_of(each, holds) for each in member.members)
    return every(parts) if (member.quantifier is Quantifier.ALL) is holds else some(parts)


def _of_condition(condition: Condition, holds: bool) -> Formula:
    owner = condition.attribute.id
    match condition.operator:
        case Operator.IS_KNOWN:
            return _flag(Slot(owner, Aspect.KNOWN), holds)
        case Operator.IS_UNKNOWN:
            return _flag(Slot(owner, Aspect.KNOWN), not holds)
    match condition.attribute.type:
        case AttributeType.MEMBERS:
            return _of_list(condition, holds)
        case AttributeType.MEASURE:
            low, high = Slot(owner, Aspect.LOW), Slot(owner, Aspect.HIGH)
            return _of_range(condition, low, high, holds)
        case _:
            if condition.operator is Operator.IS_ONE_OF:
                return _flag(among(condition.attribute, condition.values), holds)
            value = Slot(owner, Aspect.VALUE)
            return _of_range(condition, value, value, holds)


def _flag(slot: Slot, holds: bool) -> Comparison:
    return Comparison(slot, Relation.EQUAL, 1 if holds else 0)


def among(attribute: Attribute, values: Iterable[Value]) -> Slot:
    """The slot that says whether an attribute is, or has, one of `values`."""
    members = {value if isinstance(value, str) else number_of(attribute, value) for value in values}
    return Slot(attribute.id, Aspect.AMONG, tuple(sorted(members, key=str)))


def _of_list(condition: Condition, holds: bool) -> Formula:
    attribute, values = condition.attribute, condition.values
    match condition.operator:
        case Operator.INCLUDES_ONE:
            return _flag(among(attribute, values), holds)
        case Operator.INCLUDES_NONE:
            return _flag(among(attribute, values), not holds)
        case Operator.INCLUDES_ALL:
            parts = [_flag(among(attribute, [value]), holds) for value in values]
            return every(parts) if holds else some(parts)
        case _:
            raise _no_meaning(condition)


def _of_range(condition: Condition, low: Slot, high: Slot, holds: bool) -> Formula:
    """A condition on what lies between two slots; for a single value both are the same slot."""
    bounds = [_bound(condition.attribute, value) for value in condition.values]
    match condition.operator:
        case Operator.IS_AT_LEAST:
            return _at_least(low, bounds[0]) if holds else _less_than(high, bounds[0])
        case Operator.IS_AT_MOST:
            return _at_most(high, bounds[0]) if holds else _more_than(low, bounds[0])
        case Operator.IS_BETWEEN if holds:
            return every([_at_least(low, bounds[0]), _at_most(high, bounds[1])])
        case Operator.IS_BETWEEN:
            return some([_less_than(high, bounds[0]), _more_than(low, bounds[1])])
        case Operator.IS:
            return _equal(low, high, bounds[0], holds)
        case Operator.IS_NOT:
            return _equal(low, high, bounds[0], not holds)
        case _:
            raise _no_meaning(condition)


def _equal(low: Slot, high: Slot, bound: Fraction, holds: bool) -> Formula:
    whole = bound.denominator == 1
    if low == high and whole:
        return Comparison(low, Relation.EQUAL if holds else Relation.UNEQUAL, int(bound))
    if holds:
        return every([_at_least(low, bound), _at_most(high, bound)])
    if whole:
        return some([_less_than(high, bound), _more_than(low, bound)])
    # Nothing known equals a bound between two whole numbers, and nothing known is below 0.
    return _at_least(low, Fraction(0))


def _at_least(slot: Slot, bound: Fraction) -> Comparison:
    return Comparison(slot, Relation.AT_LEAST, ceil(bound))


def _at_most(slot: Slot, bound: Fraction) -> Comparison:
    return Comparison(slot, Relation.AT_MOST, floor(bound))


def _less_than(slot: Slot, bound: Fraction) -> Comparison:
    return Comparison(slot, Relation.AT_MOST, ceil(bound) - 1)


def _more_than(slot: Slot, bound: Fraction) -> Comparison:
    return Comparison(slot, Relation.AT_LEAST, floor(bound) + 1)


def _bound(attribute: Attribute, literal: Value) -> Fraction:
    if isinstance(literal, Fraction):
        return literal
    return Fraction(number_of(attribute, literal))


def number_of(attribute: Attribute, value: Value) -> int:
    """The whole number that stands for a single value: itself, or its place among the values."""
    if isinstance(value, str):
        if value not in attribute.values:
            raise EngineLimit(f"`{value}` is no value of `{attribute.words}`.")
        return attribute.values.index(value)
    if isinstance(value, Fraction):
        raise EngineLimit(f"{value} is no whole number, and `{attribute.words}` takes only those.")
    return int(value)


def _no_meaning(condition: Condition) -> EngineLimit:
    return EngineLimit(f"`{condition.sentence}` has no meaning for a {condition.attribute.type}.")
