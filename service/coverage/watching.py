"""Advice with an eye on every evaluation behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.advice import Advice, Advisor
from service.checks.case_answers import answer_to
from service.engine.durable import DurableEngine
from service.engine.findings import Findings
from service.engine.protocol import Engine, Evaluate, Step, signal_facts
from service.reading.profile import ProfileRefused
from service.rulebook.cases import About
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an engine was asked and said. `facts` also hold the signals that it worked out."""

    step: Step
    facts: Facts
    findings: Findings


class _Watched:
    """An engine that keeps what it was asked and said."""

    def __init__(self, engine: Engine) -> None:
        self.rulebook = engine.rulebook
        self.seen: list[Evaluation] = []
        self._engine = engine

    def judging(self) -> Evaluate:
        return self.evaluate

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        findings = self._engine.evaluate(step, facts)
        known = facts
        if step is Step.SIGNALS:
            known = {**facts, **signal_facts(self.rulebook, findings)}
        self.seen.append(Evaluation(step, known, findings))
        return findings


@dataclass(frozen=True, slots=True)
class Watching:
    """The evaluations behind an answer, and the advice where it was about one person."""

    evaluations: tuple[Evaluation, ...]
    advice: Advice | None


class Watcher:
    """Answers, and tells what was evaluated for it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._engine = _Watched(DurableEngine(rulebook))
        self.advisor = Advisor(rulebook, self._engine)

    def watch(self, about: About, sent: Mapping[str, Any]) -> Watching | None:
        """None for what cannot be read."""
        self._engine.seen = []
        try:
            answer = answer_to(about, sent, self.advisor)
        except ProfileRefused:
            return None
        advice = answer if isinstance(answer, Advice) else None
        return Watching(tuple(self._engine.seen), advice)
