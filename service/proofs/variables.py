"""What a person could tell, as variables of a solver: each attribute within what it can be.

Choices and scales are the place of a value among `values`, ratings and years whole numbers as in
facts, lists a flag for each member. A measure follows from the ratings that it counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import z3

from service.rulebook.facts import FactValue
from service.rulebook.vocabulary import (
    RATINGS,
    TENTHS,
    YEARS_MAXIMUM,
    Attribute,
    AttributeType,
    Measure,
)

Formula: TypeAlias = z3.BoolRef


@dataclass(frozen=True, slots=True)
class Single:
    """An attribute with one value."""

    attribute: Attribute
    known: Formula
    value: z3.ArithRef

    def read(self, model: z3.ModelRef) -> FactValue:
        number = int(model.eval(self.value, model_completion=True).as_long())
        if self.attribute.type is AttributeType.FLAG:
            return bool(number)
        return self.attribute.values[number] if self.attribute.values else number

    def number_of(self, value: object) -> int:
        """The number that stands for a literal."""
        if isinstance(value, str):
            return self.attribute.values.index(value)
        assert isinstance(value, int)
        return int(value)


@dataclass(frozen=True, slots=True)
class Members:
    """An attribute that is a list."""

    attribute: Attribute
    known: Formula
    holds: Mapping[str, Formula]

    def read(self, model: z3.ModelRef) -> FactValue:
        return frozenset(
            member
            for member, holds in self.holds.items()
            if z3.is_true(model.eval(holds, model_completion=True))
        )


@dataclass(frozen=True, slots=True)
class Extent:
    """A measure: the least and the most that it can be, always known."""

    low: z3.ArithRef
    high: z3.ArithRef


def single(attribute: Attribute) -> tuple[Single, Formula]:
    """An attribute with one value, and what holds of it."""
    value = z3.Int(attribute.id)
    lowest, highest = _bounds(attribute)
    made = Single(attribute, z3.Bool(f"{attribute.id} is known"), value)
    return made, z3.And(value >= lowest, value <= highest)


def members(attribute: Attribute) -> Members:
    return Members(
        attribute,
        z3.Bool(f"{attribute.id} is known"),
        {member: z3.Bool(f"{attribute.id} has {member}") for member in attribute.values},
    )


def extent(measure: Measure, ratings: list[Single]) -> Extent:
    """A measure over its ratings; unknown ones count as the lowest and as the highest."""
    at_least = measure.at_least

    def counted(rating: Single, otherwise: int) -> z3.ArithRef:
        value = rating.value if at_least is None else z3.If(rating.value >= at_least, 1, 0)
        return z3.If(rating.known, value, otherwise)

    lowest, highest = (RATINGS[0], RATINGS[-1]) if at_least is None else (0, 1)
    return Extent(
        z3.Sum([counted(rating, lowest) for rating in ratings]),
        z3.Sum([counted(rating, highest) for rating in ratings]),
    )


def _bounds(attribute: Attribute) -> tuple[int, int]:
    match attribute.type:
        case AttributeType.RATING:
            return RATINGS[0], RATINGS[-1]
        case AttributeType.YEARS:
            return 0, YEARS_MAXIMUM * TENTHS
        case AttributeType.FLAG:
            return 0, 1
        case _:
            return 0, len(attribute.values) - 1
