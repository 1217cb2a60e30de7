"""Rules: typed conditions, nested groups, and one effect for every stage."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from service.rulebook.conditions import Condition, Group, Operator, Quantifier, Value
from service.rulebook.position import Position
from service.rulebook.rules import Effect, Rule
from service.rulebook.vocabulary import (
    RATINGS,
    TENTHS,
    YEARS_MAXIMUM,
    Attribute,
    AttributeType,
    Stage,
    Text,
)

NO_TEXT = Text("", "")
MEASURE_MOST = 20
"""The highest end of a measure among generated facts, and the highest bound but one."""

_EQUALITY = (Operator.IS, Operator.IS_NOT)
_ORDER = (Operator.IS_AT_LEAST, Operator.IS_AT_MOST, Operator.IS_BETWEEN)

OPERATORS = {
    AttributeType.CHOICE: (*_EQUALITY, Operator.IS_ONE_OF),
    AttributeType.SCALE: (*_EQUALITY, Operator.IS_ONE_OF, *_ORDER),
    AttributeType.RATING: (*_EQUALITY, Operator.IS_ONE_OF, *_ORDER),
    AttributeType.YEARS: (*_EQUALITY, *_ORDER),
    AttributeType.MEASURE: (*_EQUALITY, *_ORDER),
    AttributeType.FLAG: _EQUALITY,
    AttributeType.MEMBERS: (
        Operator.INCLUDES_ONE,
        Operator.INCLUDES_ALL,
        Operator.INCLUDES_NONE,
    ),
}
KNOWLEDGE = (Operator.IS_KNOWN, Operator.IS_UNKNOWN)


def condition(attribute: Attribute, operator: Operator, *values: Value) -> Condition:
    words = [attribute.words, operator, *map(str, values)]
    return Condition(attribute, operator, values, " ".join(words))


def all_of(*members: Condition | Group) -> Group:
    return Group(Quantifier.ALL, members)


def at_least_one_of(*members: Condition | Group) -> Group:
    return Group(Quantifier.ANY, members)


def none_of(*members: Condition | Group) -> Group:
    return Group(Quantifier.NONE, members)


def rule(id: str, stage: Stage, when: Group, effect: Effect) -> Rule:
    return Rule(id, NO_TEXT, stage, when, effect, Position(f"{stage}/generated.yaml", 1, 1))


def literal_values(attribute: Attribute) -> Sequence[Value]:
    """The values that a condition on a single value or a measure may be compared with."""
    match attribute.type:
        case AttributeType.RATING:
            return RATINGS
        case AttributeType.YEARS:
            # Few of them, so that facts often stand exactly on a bound.
            return (0, 5, 20, 25, 30, YEARS_MAXIMUM * TENTHS)
        case AttributeType.MEASURE:
            return [Fraction(half, 2) for half in range(2 * MEASURE_MOST + 3)]
        case AttributeType.FLAG:
            return (True,)
        case _:
            return attribute.values


def literals(attribute: Attribute) -> st.SearchStrategy[Value]:
    return st.sampled_from(literal_values(attribute))


@st.composite
def conditions(
    draw: st.DrawFn, attributes: tuple[Attribute, ...], knowledge: bool = False
) -> Condition:
    """One condition on one of `attributes`; with `knowledge` also `is known` and `is unknown`."""
    attribute = draw(st.sampled_from(attributes))
    operators = OPERATORS[attribute.type] + (KNOWLEDGE if knowledge else ())
    operator = draw(st.sampled_from(operators))
    if operator in KNOWLEDGE:
        return condition(attribute, operator)
    if operator is Operator.IS_BETWEEN:
        low, high = draw(literals(attribute)), draw(literals(attribute))
        return condition(attribute, operator, low, high)
    if operator is Operator.IS_ONE_OF or attribute.type is AttributeType.MEMBERS:
        some = st.lists(literals(attribute), min_size=1, max_size=3, unique=True)
        return condition(attribute, operator, *draw(some))
    return condition(attribute, operator, draw(literals(attribute)))


def groups(
    attributes: tuple[Attribute, ...], knowledge: bool = False, depth: int = 2, width: int = 4
) -> st.SearchStrategy[Group]:
    """Groups up to `depth` deep (rule files allow two) of up to `width` members."""
    member: st.SearchStrategy[Condition | Group] = conditions(attributes, knowledge)
    if depth > 1:
        member = st.one_of(member, member, groups(attributes, knowledge, depth - 1, width))
    members = st.lists(member, min_size=1, max_size=width).map(tuple)
    return st.builds(Group, st.sampled_from(Quantifier), members)
