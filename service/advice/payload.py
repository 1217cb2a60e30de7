"""Advice as the JSON that goes to a portal, in one language."""

from collections.abc import Iterable
from typing import Any

from service.advice.evidence import Evidence
from service.advice.model import (
    Advice,
    Ask,
    Gap,
    Message,
    PresentPlace,
    Question,
    Reason,
    Recommendation,
)
from service.reading.model import Reading
from service.rulebook.facts import FactValue
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import TENTHS, Action, Attribute, AttributeType, Language

UNKNOWN_KIND = "unknown"


def payload_of(
    advice: Advice,
    rulebook: Rulebook,
    language: Language,
    *,
    release: str | None = None,
    advisor_contact: str | None = None,
) -> dict[str, Any]:
    """The answer of `POST /v1/recommendations`; `schemas.advice` describes its shape."""
    return {
        "decision_id": None,
        "rulebook": {"release": release, "digest": rulebook.digest},
        "language": language,
        "purpose": rulebook.guardrail_texts["purpose"].in_language(language),
        "outcome": advice.outcome.value,
        "confidence": advice.confidence.value,
        "reading": reading_payload(advice.reading, advice.present, advice.unknown),
        "recommendations": [
            _recommendation(rank, each, rulebook, language)
            for rank, each in enumerate(advice.recommendations, start=1)
        ],
        "messages": messages_payload(advice.messages, language),
        "questions": questions_payload(advice.questions, language),
        "advisor_contact": advisor_contact if advice.refers_to_advisor else None,
    }


def messages_payload(messages: Iterable[Message], language: Language) -> list[dict[str, str]]:
    return [
        {
            "kind": message.kind.value,
            "rule": message.rule,
            "text": message.text.in_language(language),
        }
        for message in messages
    ]


def questions_payload(questions: Iterable[Question], language: Language) -> list[dict[str, str]]:
    return [
        {"attribute": question.attribute.id, "text": question.text.in_language(language)}
        for question in questions
    ]


def reading_payload(
    reading: Reading, present: PresentPlace, unknown: Iterable[Attribute]
) -> dict[str, Any]:
    """How a profile was understood."""
    title = reading.title
    only = title.specialisations[0] if len(title.specialisations) == 1 else None
    return {
        "title": {
            "given": title.given,
            "kind": title.kind.value if title.kind else UNKNOWN_KIND,
            "specialisation": only,
            "specialisations": list(title.specialisations),
            "levels": [title.levels[0], title.levels[-1]] if title.levels else [],
            "ambiguous": title.ambiguous,
        },
        "specialisation": present.specialisation,
        "level": present.level,
        "sources": {
            "specialisation": _value(present.specialisation_source),
            "level": _value(present.level_source),
        },
        "contradictory": present.contradictory,
        "certificates": list(reading.certificates or ()),
        "unrecognised_certificates": list(reading.unrecognised_certificates),
        "work": list(reading.work or ()),
        "goals": list(reading.goals),
        "ambition": reading.ambition.value,
        "unknown": [attribute.id for attribute in unknown],
    }


def _value(source: Any) -> str | None:
    return None if source is None else str(source.value)


def _recommendation(
    rank: int, recommendation: Recommendation, rulebook: Rulebook, language: Language
) -> dict[str, Any]:
    role = recommendation.role
    return {
        "rank": rank,
        "specialisation": recommendation.target.specialisation,
        "level": recommendation.target.level,
        "role": role.id,
        "title": role.title.in_language(language),
        "description": role.description.in_language(language),
        "move": recommendation.move.value,
        "score": recommendation.score,
        "because": [_reason(each, rulebook, language) for each in recommendation.because],
        "asks": [ask_payload(each, language) for each in recommendation.asks],
        "gaps": [gap_payload(each, language) for each in recommendation.gaps],
        "actions": [action_payload(each, language) for each in recommendation.actions],
    }


def _reason(reason: Reason, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {
        "rule": reason.rule.id,
        "points": reason.points,
        "text": reason.text.in_language(language),
        "evidence": evidence_payload(reason.evidence, rulebook),
    }


def evidence_payload(evidence: Iterable[Evidence], rulebook: Rulebook) -> list[dict[str, Any]]:
    """The conditions that held, with what they saw."""
    return [
        {
            "condition": each.condition,
            "value": evidence_value(each.attribute, each.value, rulebook),
        }
        for each in evidence
    ]


def evidence_value(id: str, value: FactValue | None, rulebook: Rulebook) -> Any:
    """A value as a portal would send it: years as years, lists in vocabulary order.

    A measure is its range [lowest, highest]; of a mean these are means, rounded to two decimals.
    """
    attribute = rulebook.attributes_by_id[id]
    if isinstance(value, frozenset):
        return [member for member in attribute.values if member in value]
    if attribute.type is AttributeType.YEARS and isinstance(value, int):
        return value / TENTHS
    if isinstance(value, tuple):
        measure = rulebook.measures_by_id[attribute.own_id.partition(".")[2]]
        count = len(measure.competences) if measure.is_mean else 1
        return [round(bound / count, 2) if measure.is_mean else bound for bound in value]
    return value


def ask_payload(ask: Ask, language: Language) -> dict[str, Any]:
    return {
        "kind": ask.kind.value,
        "id": ask.id,
        "text": ask.text.in_language(language),
        "known": ask.known,
    }


def gap_payload(gap: Gap, language: Language) -> dict[str, Any]:
    return {
        "kind": gap.ask.kind.value,
        "id": gap.ask.id,
        "text": gap.ask.text.in_language(language),
        "have": gap.have,
        "need": gap.ask.need,
    }


def action_payload(action: Action, language: Language) -> dict[str, str]:
    return {"id": action.id, "kind": action.kind, "text": action.text.in_language(language)}
