"""A roadmap as the JSON that goes to a portal, in one language."""

from typing import Any

from service.advice.payload import (
    action_payload,
    ask_payload,
    gap_payload,
    messages_payload,
    questions_payload,
    reading_payload,
)
from service.explaining.roadmap import Roadmap, RoadmapStep, Way
from service.explaining.roadmap_sentences import RoadmapTeller
from service.reading.profile import RatingsBy
from service.rulebook.career import Role, Span
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow
from service.rulebook.vocabulary import Language


def roadmap_payload(
    roadmap: Roadmap,
    rulebook: Rulebook,
    language: Language,
    *,
    ratings_by: RatingsBy | None = None,
    release: str | None = None,
    advisor_contact: str | None = None,
) -> dict[str, Any]:
    """The answer of `POST /v1/roadmaps`; `schemas.roadmap` describes its shape."""
    payloads = _Payloads(rulebook, language, ratings_by)
    present = roadmap.present.place
    target = roadmap.target
    ways = [payloads.way(way) for way in roadmap.ways]
    return {
        "rulebook": {"release": release, "digest": rulebook.digest},
        "language": language,
        "purpose": rulebook.guardrail_texts["purpose"].in_language(language),
        "outcome": roadmap.found.value,
        "text": payloads.teller.whole(roadmap),
        "start": payloads.role(rulebook.roles_by_place[present]) if present else None,
        "target": {
            "given": target.given,
            "role": payloads.role(target.role) if target.role else None,
        },
        "roadmap": ways[0] if ways else None,
        "alternatives": ways[1:],
        "complete": roadmap.complete,
        "messages": messages_payload(roadmap.messages, language),
        "questions": questions_payload(roadmap.questions, language),
        "reading": reading_payload(roadmap.reading, roadmap.present, roadmap.unknown),
        "advisor_contact": advisor_contact if roadmap.refers_to_advisor else None,
    }


class _Payloads:
    def __init__(
        self, rulebook: Rulebook, language: Language, ratings_by: RatingsBy | None
    ) -> None:
        self._rulebook = rulebook
        self._language = language
        self._ratings_by = ratings_by
        self.teller = RoadmapTeller(rulebook, language)

    def role(self, role: Role) -> dict[str, Any]:
        return {
            "role": role.id,
            "specialisation": role.place.specialisation,
            "level": role.place.level,
            "title": role.title.in_language(self._language),
        }

    def way(self, way: Way) -> dict[str, Any]:
        """A way; the first has no `text` of its own, because the whole answer is about it."""
        deepens = any(step.role.place == step.origin for step in way.steps)
        return {
            "text": None if way.first else self.teller.other(way),
            "through": list(way.through),
            "time": None if deepens else self._time(way.time, self.teller.total(way.time)),
            "steps": [self._step(number, step) for number, step in enumerate(way.steps, start=1)],
        }

    def _step(self, number: int, step: RoadmapStep) -> dict[str, Any]:
        language = self._language
        return {
            "number": number,
            "origin": step.origin and step.origin.role,
            **self.role(step.role),
            "description": step.role.description.in_language(language),
            "move": step.kind.value,
            "allowed_by": {"move": step.move.id, "about": step.move.about.in_language(language)},
            "today": self._today(step),
            "text": self.teller.step(number, step, self._ratings_by),
            "asks": [ask_payload(each, language) for each in step.asks],
            "gaps": [gap_payload(each, language) for each in step.gaps],
            "actions": [action_payload(each, language) for each in step.actions],
            "time": self._time(step.time, self.teller.time(step.time) if step.time else ""),
        }

    def _today(self, step: RoadmapStep) -> dict[str, Any] | None:
        if step.today is None:
            return None
        return {
            "verdict": step.today.verdict.value,
            "text": self.teller.today(step),
            "ruled_out_by": [
                {"rule": rule.id, "text": rule.effect.because.in_language(self._language)}
                for rule in step.today.ruled_out_by
                if isinstance(rule.effect, Grow)
            ],
        }

    def _time(self, span: Span | None, text: str) -> dict[str, Any] | None:
        """How long it usually takes, with who says so; None where the rulebook does not tell."""
        times = self._rulebook.step_times
        if span is None or times is None:
            return None
        return {
            "years": span.years,
            "text": text,
            "source": times.source.in_language(self._language),
        }
