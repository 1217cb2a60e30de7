"""Conditions and groups of conditions, typed: what a rule asks of the facts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from service.rulebook.position import Position
from service.rulebook.vocabulary import Attribute, AttributeType

Value = str | int | Fraction | bool
"""A literal: an id, a rating, tenths of years, a bound on a measure (exact), or yes and no."""


class Operator(StrEnum):
    """The verb of a condition, as advisors write it."""

    IS = "is"
    IS_NOT = "is not"
    IS_ONE_OF = "is one of"
    IS_AT_LEAST = "is at least"
    IS_AT_MOST = "is at most"
    IS_BETWEEN = "is between"
    INCLUDES_ONE = "include one of"
    INCLUDES_ALL = "include all of"
    INCLUDES_NONE = "include none of"
    IS_KNOWN = "is known"
    IS_UNKNOWN = "is unknown"


@dataclass(frozen=True, slots=True)
class Condition:
    """One sentence. `values` are typed literals; `sentence` is the sentence in standard spelling.

    `includes V` is INCLUDES_ONE with one value. A flag has IS or IS_NOT with the value True.
    `position` is where it stands in a file; conditions that say the same are equal.
    """

    attribute: Attribute
    operator: Operator
    values: tuple[Value, ...]
    sentence: str
    position: Position | None = field(default=None, compare=False, repr=False)


class Quantifier(StrEnum):
    ALL = "all of"
    ANY = "at least one of"
    NONE = "none of"


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions taken together; never empty."""

    quantifier: Quantifier
    members: "tuple[Condition | Group, ...]"

    def conditions(self) -> Iterator[Condition]:
        """Every condition in the group, inner groups included, in the order of the file."""
        for member in self.members:
            if isinstance(member, Group):
                yield from member.conditions()
            else:
                yield member


def attributes_of(group: Group) -> frozenset[Attribute]:
    return frozenset(condition.attribute for condition in group.conditions())


def mentions_years(group: Group) -> bool:
    return any(attribute.type is AttributeType.YEARS for attribute in attributes_of(group))
