"""An explanation as the JSON that goes to a portal, in one language."""

from collections.abc import Iterable
from typing import Any

from service.advice.payload import evidence_value, messages_payload, reading_payload
from service.explaining.answers_payload import answered_payload
from service.explaining.changes import Change, SmallestChange
from service.explaining.conditions import Choice, Met, Need, Weighed
from service.explaining.explanation import Explanation, TargetExplained
from service.explaining.sentences import Teller, leans_on_ratings
from service.explaining.verdict import Bearing, Verdict
from service.reading.aim import Target
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Language


def explanation_payload(
    explained: Explanation,
    rulebook: Rulebook,
    language: Language,
    *,
    release: str | None = None,
    advisor_contact: str | None = None,
) -> dict[str, Any]:
    """The answer of `POST /v1/explanations`; `schemas.explanation` describes its shape."""
    payload = _Payload(explained, rulebook, language)
    advice = explained.advice
    leans = any(leans_on_ratings(each) for each in payload.verdicts)
    return {
        "rulebook": {"release": release, "digest": rulebook.digest},
        "language": language,
        "purpose": rulebook.guardrail_texts["purpose"].in_language(language),
        "procedure": payload.teller.procedure,
        "outcome": advice.outcome.value,
        "confidence": advice.confidence.value,
        "reading": reading_payload(advice.reading, advice.present, advice.unknown),
        "ratings_by": explained.ratings_by,
        "ratings": payload.teller.ratings(explained.ratings_by) if leans else None,
        "recommendations": [payload.verdict(each) for each in explained.recommended],
        "ruled_out": [payload.verdict(each) for each in explained.ruled_out],
        "asked": payload.asked(explained.asked),
        "target": payload.target(explained.target),
        "questions": [answered_payload(each, rulebook, language) for each in explained.answered],
        "messages": messages_payload(advice.messages, language),
        "text": payload.teller.explanation(explained),
        "advisor_contact": advisor_contact if advice.refers_to_advisor else None,
    }


class _Payload:
    """The parts of one explanation."""

    def __init__(self, explained: Explanation, rulebook: Rulebook, language: Language) -> None:
        self.teller = Teller(rulebook, language)
        self._explained = explained
        self._rulebook = rulebook
        self._language = language

    @property
    def verdicts(self) -> Iterable[Verdict]:
        target = self._explained.target
        others = () if target is None else (target.verdict,)
        return (*self._explained.recommended, *self._explained.ruled_out, *others)

    def asked(self, asked: Target | None) -> dict[str, Any] | None:
        if asked is None:
            return None
        return {"given": asked.given, "role": None if asked.role is None else asked.role.id}

    def target(self, target: TargetExplained | None) -> dict[str, Any] | None:
        if target is None:
            return None
        return {
            **self.verdict(target.verdict),
            "not_met": self._bearings(target.verdict.not_met),
            "excluding": [
                self._weighed(rule) for rule in target.verdict.excluding if rule.met is not Met.YES
            ],
            "smallest_change": self._smallest(target),
        }

    def verdict(self, verdict: Verdict) -> dict[str, Any]:
        return {
            **self._role(verdict.target),
            "position": verdict.position.value,
            "obstacle": None if verdict.obstacle is None else verdict.obstacle.value,
            "rank": verdict.rank,
            "score": verdict.score,
            "text": self.teller.verdict(verdict, self._explained),
            "counted": self._bearings(verdict.counted),
            "open": self._bearings(verdict.open),
            "ruled_out_by": [self._weighed(rule) for rule in verdict.ruled_out_by],
            "ahead": [{**self._role(each.target), "score": each.score} for each in verdict.ahead],
        }

    def _role(self, target: Place) -> dict[str, Any]:
        return {
            "role": target.role,
            "specialisation": target.specialisation,
            "level": target.level,
            "title": self.teller.title(target),
        }

    def _bearings(self, bearings: Iterable[Bearing]) -> list[dict[str, Any]]:
        return [{"points": each.points, **self._weighed(each.rule)} for each in bearings]

    def _weighed(self, weighed: Weighed) -> dict[str, Any]:
        return {
            "rule": weighed.rule.id,
            "status": weighed.met.value,
            "text": self.teller.reason(weighed.rule),
            "needs": [self._need(each) for each in weighed.needs],
        }

    def _need(self, need: Need | Choice) -> dict[str, Any]:
        if isinstance(need, Choice):
            return {
                "together": need.together.value,
                "status": need.met.value,
                "text": self.teller.need(need),
                "condition": None,
                "attribute": None,
                "value": None,
                "needs": [self._need(each) for each in need.members],
                "given_by": [],
            }
        condition, holds = need.statement.condition, need.statement.holds
        attribute = condition.attribute.id
        return {
            "together": None,
            "status": need.met.value,
            "text": self.teller.need(need),
            "condition": condition.sentence if holds else f"none of: {condition.sentence}",
            "attribute": attribute,
            "value": evidence_value(attribute, need.value, self._rulebook),
            "needs": [],
            "given_by": [self._weighed(each) for each in need.given_by],
        }

    def _smallest(self, target: TargetExplained) -> dict[str, Any]:
        change = target.change
        return {
            "reach": change.reach.value if change and change.sets else None,
            "proven": change is None or change.proven,
            "text": self.teller.change(target),
            "alternatives": [] if change is None else self._alternatives(change, target),
        }

    def _alternatives(
        self, change: SmallestChange, target: TargetExplained
    ) -> list[dict[str, Any]]:
        title = self.teller.title(target.verdict.target)
        return [
            {
                "cost": each.cost,
                "text": self.teller.change_set(change, each, title),
                "changes": [self._change(one) for one in each.changes],
            }
            for each in change.sets
        ]

    def _change(self, change: Change) -> dict[str, Any]:
        return {
            "kind": change.kind.id,
            "id": change.id,
            "name": self.teller.name(change),
            "text": self.teller.step(change),
            "told": change.told,
            "have": change.have,
            "to": change.to,
            "cost": change.cost,
        }
