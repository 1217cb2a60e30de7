"""What conditions come to, before any language.

Groups become "all of these" and "any of these" in which only single conditions are denied; what a
group denies moves inward, which changes nothing for what is unknown. A condition that is denied
becomes what then holds: not at least 4 is below 4.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from service.rulebook.conditions import Condition, Group, Operator, Quantifier, Value
from service.rulebook.vocabulary import RATINGS, TENTHS, Attribute, AttributeType, Measure


@dataclass(frozen=True, slots=True)
class Statement:
    """A condition, or the opposite of one."""

    condition: Condition
    holds: bool

    @property
    def attribute(self) -> Attribute:
        return self.condition.attribute

    @property
    def is_yes(self) -> bool:
        """For equalities and `is known`: whether it is said to be so, or not to be so."""
        denies = self.condition.operator in {Operator.IS_NOT, Operator.IS_UNKNOWN}
        return self.holds is not denies

    @property
    def is_about_knowing(self) -> bool:
        return self.condition.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}


class Together(Enum):
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Joined:
    """Statements that hold together, or of which one is enough; never one within its own kind."""

    together: Together
    members: "tuple[Statement | Joined, ...]"


def stated(member: Condition | Group, holds: bool = True) -> Statement | Joined:
    """What is said when this holds, or when it does not."""
    if isinstance(member, Condition):
        return Statement(member, holds)
    if member.quantifier is Quantifier.NONE:
        holds = not holds
    any_of = (member.quantifier is Quantifier.ALL) is not holds
    together = Together.ANY if any_of else Together.ALL
    members: list[Statement | Joined] = []
    for each in member.members:
        inner = stated(each, holds)
        if isinstance(inner, Joined) and inner.together is together:
            members += inner.members
        else:
            members.append(inner)
    return members[0] if len(members) == 1 else Joined(together, tuple(members))


class Claim(Enum):
    """What is said about a list."""

    SOME = "at least one of these"
    ALL = "all of these"
    NONE = "none of these"
    NOT_ALL = "not all of these"


_CLAIMS = {
    (Operator.INCLUDES_ONE, True): Claim.SOME,
    (Operator.INCLUDES_ONE, False): Claim.NONE,
    (Operator.INCLUDES_NONE, True): Claim.NONE,
    (Operator.INCLUDES_NONE, False): Claim.SOME,
    (Operator.INCLUDES_ALL, True): Claim.ALL,
    (Operator.INCLUDES_ALL, False): Claim.NOT_ALL,
}


def claim_of(statement: Statement) -> Claim:
    """What is said about a list; all of one is one of one."""
    claim = _CLAIMS[statement.condition.operator, statement.holds]
    if len(statement.condition.values) > 1:
        return claim
    return {Claim.ALL: Claim.SOME, Claim.NOT_ALL: Claim.NONE}.get(claim, claim)


FEW = 2
"""So many values are named one by one; more in a row by their ends."""


class Span(Enum):
    """How a part of an ordered row of values is best said."""

    NOTHING = "nothing"
    EACH = "one of these"
    BUT = "all but this"
    FROM = "this or higher"
    UP_TO = "this or lower"
    BETWEEN = "from this to that"


def span_of(statement: Statement) -> tuple[Span, tuple[Value, ...]]:
    """The values of a rating or a level that fit the statement, with how to say them."""
    row: tuple[Value, ...] = (
        RATINGS if statement.attribute.type is AttributeType.RATING else statement.attribute.values
    )
    fitting = tuple(value for value in row if _fits(value, row, statement))
    if not fitting:
        return Span.NOTHING, ()
    if len(fitting) == 1:
        return Span.EACH, fitting
    if fitting == row[-len(fitting) :]:
        return Span.FROM, fitting[:1]
    if fitting == row[: len(fitting)]:
        return Span.UP_TO, fitting[-1:]
    missing = tuple(value for value in row if value not in fitting)
    if len(missing) == 1:
        return Span.BUT, missing
    start = row.index(fitting[0])
    if len(fitting) > FEW and fitting == row[start : start + len(fitting)]:
        return Span.BETWEEN, (fitting[0], fitting[-1])
    return Span.EACH, fitting


def _fits(value: Value, row: tuple[Value, ...], statement: Statement) -> bool:
    place = row.index(value)
    places = [row.index(each) for each in statement.condition.values]
    match statement.condition.operator:
        case Operator.IS_AT_LEAST:
            said = place >= places[0]
        case Operator.IS_AT_MOST:
            said = place <= places[0]
        case Operator.IS_BETWEEN:
            said = places[0] <= place <= places[1]
        case Operator.IS_NOT:
            said = place != places[0]
        case _:
            said = place in places
    return said is statement.holds


class Amount(Enum):
    """How a number is compared."""

    EXACTLY = "exactly"
    NOT_EXACTLY = "not exactly"
    AT_LEAST = "at least"
    BELOW = "less than"
    AT_MOST = "at most"
    ABOVE = "more than"
    BETWEEN = "between"
    OUTSIDE = "outside"


_AMOUNTS = {
    Operator.IS: (Amount.EXACTLY, Amount.NOT_EXACTLY),
    Operator.IS_NOT: (Amount.NOT_EXACTLY, Amount.EXACTLY),
    Operator.IS_AT_LEAST: (Amount.AT_LEAST, Amount.BELOW),
    Operator.IS_AT_MOST: (Amount.AT_MOST, Amount.ABOVE),
    Operator.IS_BETWEEN: (Amount.BETWEEN, Amount.OUTSIDE),
}


def amount_of(statement: Statement) -> Amount:
    said, opposite = _AMOUNTS[statement.condition.operator]
    return said if statement.holds else opposite


def numbers_of(condition: Condition, measure: Measure | None = None) -> tuple[Fraction, ...]:
    """The values of a condition as people write them: years in years, of a mean the mean."""
    parts = 1
    if condition.attribute.type is AttributeType.YEARS:
        parts = TENTHS
    elif measure is not None and measure.is_mean:
        parts = len(measure.competences)
    return tuple(Fraction(value) / parts for value in _numbers(condition.values))


def _numbers(values: Iterable[Value]) -> list[int | Fraction]:
    return [value for value in values if isinstance(value, int | Fraction)]
