"""What if, as the JSON that goes to a portal, in one language."""

from collections.abc import Iterable
from typing import Any

from service.advice import Advice
from service.advice.model import Message, PresentPlace, Recommendation
from service.advice.payload import messages_payload, reading_payload
from service.explaining.what_if import (
    Alternative,
    Counted,
    GapChange,
    Stand,
    TargetDifference,
    WhatIf,
)
from service.explaining.what_if_sentences import WhatIfTeller
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow
from service.rulebook.vocabulary import Language


def what_if_payload(
    compared: WhatIf,
    rulebook: Rulebook,
    language: Language,
    *,
    release: str | None = None,
    advisor_contact: str | None = None,
) -> dict[str, Any]:
    """The answer of `POST /v1/what-if`; `schemas.what_if` describes its shape."""
    writer = _Writer(rulebook, language)
    advices = (compared.base, *(each.advice for each in compared.alternatives))
    refers = any(advice.refers_to_advisor for advice in advices)
    return {
        "rulebook": {"release": release, "digest": rulebook.digest},
        "language": language,
        "purpose": rulebook.guardrail_texts["purpose"].in_language(language),
        "base": writer.advice(compared.base),
        "variations": [writer.alternative(each) for each in compared.alternatives],
        "advisor_contact": advisor_contact if refers else None,
    }


class _Writer:
    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._rulebook = rulebook
        self._language = language
        self._teller = WhatIfTeller(rulebook, language)

    def advice(self, advice: Advice) -> dict[str, Any]:
        """An advice in brief."""
        return {
            "outcome": advice.outcome.value,
            "confidence": advice.confidence.value,
            "reading": reading_payload(advice.reading, advice.present, advice.unknown),
            "recommendations": [
                self._recommendation(rank, each)
                for rank, each in enumerate(advice.recommendations, start=1)
            ],
            "messages": self._messages(advice.messages),
        }

    def alternative(self, alternative: Alternative) -> dict[str, Any]:
        differences = alternative.differences
        return {
            "name": alternative.name,
            "changed": differences.changed,
            "text": self._teller.sentences(alternative),
            **self.advice(alternative.advice),
            "differences": {
                "outcome": _before_and_after(each.value for each in differences.outcomes),
                "confidence": _before_and_after(each.value for each in differences.confidences),
                "place": _before_and_after(map(_place, differences.places)),
                "known": [attribute.id for attribute in differences.known],
                "no_longer_known": [attribute.id for attribute in differences.no_longer_known],
                "goals": {
                    "new": list(differences.goals_new),
                    "gone": list(differences.goals_gone),
                },
                "targets": [self._target(each) for each in differences.targets],
                "messages": {
                    "new": self._messages(differences.said_new),
                    "gone": self._messages(differences.said_gone),
                },
            },
        }

    def _messages(self, messages: Iterable[Message]) -> list[dict[str, str]]:
        return messages_payload(messages, self._language)

    def _recommendation(self, rank: int, recommendation: Recommendation) -> dict[str, Any]:
        target = recommendation.target
        return {
            "rank": rank,
            "specialisation": target.specialisation,
            "level": target.level,
            "role": recommendation.role.id,
            "title": self._teller.title(target),
            "move": recommendation.move.value,
            "score": recommendation.score,
        }

    def _target(self, difference: TargetDifference) -> dict[str, Any]:
        target = difference.target
        return {
            "specialisation": target.specialisation,
            "level": target.level,
            "role": self._rulebook.roles_by_place[target].id,
            "title": self._teller.title(target),
            "before": _stand(difference.before),
            "after": _stand(difference.after),
            "reasons_gained": [self._counted(each) for each in difference.gained],
            "reasons_lost": [self._counted(each) for each in difference.lost],
            "gaps": [self._gap(each) for each in difference.gaps],
        }

    def _counted(self, counted: Counted) -> dict[str, Any]:
        rule, points = counted
        assert isinstance(rule.effect, Grow)
        text = rule.effect.because.in_language(self._language)
        return {"rule": rule.id, "points": points, "text": text}

    def _gap(self, gap: GapChange) -> dict[str, Any]:
        return {
            "change": gap.state.value,
            "kind": gap.ask.kind.value,
            "id": gap.ask.id,
            "text": gap.ask.text.in_language(self._language),
            "need": gap.ask.need,
            "have_before": gap.have_before,
            "have_after": gap.have_after,
        }


def _before_and_after(values: Iterable[Any]) -> dict[str, Any]:
    before, after = values
    return {"before": before, "after": after}


def _place(present: PresentPlace) -> dict[str, str | None]:
    return {"specialisation": present.specialisation, "level": present.level}


def _stand(stand: Stand) -> dict[str, Any]:
    return {"state": stand.state.value, "rank": stand.rank, "score": stand.score}
