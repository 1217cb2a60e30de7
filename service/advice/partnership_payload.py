"""A partnership as the JSON that goes to a portal, in one language."""

from collections.abc import Iterable
from typing import Any

from service.advice.partnership import FittedTip, PairingReason, Partner, Partnership
from service.advice.payload import evidence_payload, messages_payload, reading_payload
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Language


def partnership_payload(
    partnership: Partnership,
    rulebook: Rulebook,
    language: Language,
    *,
    release: str | None = None,
) -> dict[str, Any]:
    """The answer of `POST /v1/partnerships`; `schemas.partnership` describes its shape."""
    return {
        "rulebook": {"release": release, "digest": rulebook.digest},
        "language": language,
        "purpose": rulebook.guardrail_texts["purpose-of-partnership"].in_language(language),
        "completes": _reasons(partnership.completes, rulebook, language),
        "tensions": _reasons(partnership.tensions, rulebook, language),
        "tips": [_tip(each, rulebook, language) for each in partnership.tips],
        "messages": messages_payload(partnership.messages, language),
        "readings": {
            "pmo": _reading(partnership.pmo),
            "project_manager": _reading(partnership.project_manager),
        },
    }


def _reading(partner: Partner) -> dict[str, Any]:
    return reading_payload(partner.reading, partner.present, partner.unknown)


def _tip(fitted: FittedTip, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    text = fitted.text
    return {
        "tip": text.tip.number,
        "id": text.tip.value,
        "text_for_pmo": text.for_pmo.in_language(language),
        "text_for_project_manager": text.for_project_manager.in_language(language),
        "because": _reasons(fitted.because, rulebook, language),
    }


def _reasons(
    reasons: Iterable[PairingReason], rulebook: Rulebook, language: Language
) -> list[dict[str, Any]]:
    return [
        {
            "rule": reason.rule.id,
            "text": reason.text.in_language(language),
            "evidence": evidence_payload(reason.evidence, rulebook),
        }
        for reason in reasons
    ]
