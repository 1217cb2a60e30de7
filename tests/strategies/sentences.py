"""Sentences: typed conditions as advisors would write them, the way back from reading them."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from service.rulebook.conditions import Condition, Operator, Value
from service.rulebook.vocabulary import TENTHS, Attribute, AttributeType, Measure

INCLUSIONS = (Operator.INCLUDES_ONE, Operator.INCLUDES_ALL, Operator.INCLUDES_NONE)
KNOWLEDGE = (Operator.IS_KNOWN, Operator.IS_UNKNOWN)


def spelled(condition: Condition, measures: Mapping[str, Measure]) -> Condition:
    """The condition with its sentence in standard spelling."""
    attribute, operator = condition.attribute, condition.operator
    words = attribute.words
    if attribute.type is AttributeType.FLAG and operator not in KNOWLEDGE:
        negated = operator is Operator.IS_NOT
        sentence = words.replace(" is ", " is not ", 1) if negated else words
        return replace(condition, sentence=sentence)
    parts = _parts(attribute, measures)
    literals = [_literal(value, parts) for value in condition.values]
    verb: str = operator
    if operator in INCLUSIONS and not words.endswith("s"):
        verb = verb.replace("include", "includes")
    if operator is Operator.INCLUDES_ONE and len(literals) == 1:
        verb = verb.removesuffix(" one of")
    elif operator is Operator.IS_ONE_OF or operator in INCLUSIONS:
        literals = [f"[{', '.join(literals)}]"]
    return replace(condition, sentence=f"{words} {verb} {' and '.join(literals)}".rstrip())


def is_sentence(condition: Condition) -> bool:
    """Whether one sentence can say it: for the opposite of a signal there is only `none of`."""
    return (
        condition.attribute.type is not AttributeType.FLAG
        or condition.operator is not Operator.IS_NOT
        or " is " in condition.attribute.words
    )


def _parts(attribute: Attribute, measures: Mapping[str, Measure]) -> int:
    """How many of the units in the model make one of those in the file."""
    if attribute.type is AttributeType.YEARS:
        return TENTHS
    measure = measures.get(attribute.own_id.removeprefix("measure."))
    return len(measure.competences) if measure is not None and measure.is_mean else 1


def _literal(value: Value, parts: int) -> str:
    if isinstance(value, str):
        return value
    number = Fraction(value) / parts
    return str(number.numerator if number.denominator == 1 else float(number))
