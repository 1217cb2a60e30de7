"""What a case expects of the advice to one person."""

from collections.abc import Iterator, Mapping
from typing import Any

from service.advice import Advice
from service.checks.differences import (
    NOTHING,
    UNKNOWN,
    Check,
    Difference,
    all_in,
    all_of,
    either,
    enumerated,
    none_of,
    one_of,
    parts_of,
)
from service.checks.expected_reading import reading_in_words
from service.rulebook.model import Rulebook


def differences_in_advice(
    expect: Mapping[str, Any], advice: Advice, rulebook: Rulebook
) -> Iterator[Difference]:
    for key, expected in expect.items():
        yield from CHECKS[key](key, expected, advice, rulebook)


def advice_in_words(advice: Advice) -> dict[str, str]:
    """What must stay the same when only the way of telling changes."""
    return {
        "outcome": advice.outcome.value,
        "confidence": advice.confidence.value,
        "reading, specialisation": advice.present.specialisation or UNKNOWN,
        "reading, level": advice.present.level or UNKNOWN,
        "recommendations": enumerated(
            f"{each.role.id} ({each.move.value}, {each.score} points, "
            f"because of {enumerated(reason.rule.id for reason in each.because)})"
            for each in advice.recommendations
        ),
        "said": enumerated(_messages(advice)),
        "asked": enumerated(_questions(advice)),
    }


def _check_outcome(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    yield from one_of(key, expected, advice.outcome.value)


def _check_confidence(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    yield from one_of(key, expected, advice.confidence.value)


def _check_reading(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    yield from parts_of(key, expected, reading_in_words(advice.reading, advice.present))


def _check_first(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    if not advice.recommendations:
        wanted = ", ".join(either(allowed) for allowed in expected.values())
        yield Difference(key, wanted, NOTHING)
        return
    first = advice.recommendations[0]
    found = {
        "specialisation": first.target.specialisation,
        "level": first.target.level,
        "move": first.move.value,
    }
    yield from parts_of(key, expected, found)


def _check_asked(
    key: str, expected: Any, advice: Advice, rulebook: Rulebook
) -> Iterator[Difference]:
    """Attributes as rules write them ("competence critical"), or by id ("competence.critical")."""
    ids = [
        rulebook.attributes[each].id if each in rulebook.attributes else each for each in expected
    ]
    yield from all_in(key, ids, _questions(advice))


def _roles(advice: Advice) -> list[str]:
    return [each.role.id for each in advice.recommendations]


def _messages(advice: Advice) -> list[str]:
    return [each.id for each in advice.messages]


def _questions(advice: Advice) -> list[str]:
    return [question.attribute.id for question in advice.questions]


def _fired(advice: Advice) -> tuple[str, ...]:
    return advice.fired


CHECKS: Mapping[str, Check[Advice]] = {
    "outcome": _check_outcome,
    "confidence": _check_confidence,
    "reading": _check_reading,
    "first": _check_first,
    "recommended": all_of(_roles),
    "not recommended": none_of(_roles),
    "fired": all_of(_fired),
    "not fired": none_of(_fired),
    "said": all_of(_messages),
    "not said": none_of(_messages),
    "asked": _check_asked,
}
