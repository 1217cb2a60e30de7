"""Answers to questions as JSON, in one language."""

from typing import Any

from service.explaining.answers import Answered, Span, Value
from service.explaining.answers_sentences import AnswersTeller
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import TENTHS, Language


def answered_payload(answered: Answered, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """A question with what each answer would change; `schemas.answers` describes its shape."""
    teller = AnswersTeller(rulebook, language)
    return {
        "attribute": answered.question.attribute.id,
        "text": answered.question.text.in_language(language),
        "note": teller.note(answered),
        "answers": [
            {
                "values": [_value(value) for value in answers.values],
                "text": teller.sentence(answers, answered),
                "first": (
                    None
                    if answers.effect.first is None
                    else rulebook.roles_by_place[answers.effect.first].id
                ),
                "outcome": answers.effect.outcome.value,
                "confidence": (
                    None if answers.effect.confidence is None else answers.effect.confidence.value
                ),
                "changes": answers.changes,
            }
            for answers in answered.answers
        ],
    }


def _value(value: Value) -> Any:
    """As a profile would have it; years as the span that they stand for."""
    if isinstance(value, Span):
        return {"from": value.least / TENTHS, "to": value.most / TENTHS}
    return list(value) if isinstance(value, tuple) else value
