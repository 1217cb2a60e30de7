"""A pair: the engine that serves and the reference, asked the same things over one rulebook."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields

from strategies.statuses import statuses_of

from service.advice import Advice, Advisor
from service.advice.model import Message, PresentPlace, Question, Recommendation
from service.engine.durable import DurableEngine
from service.engine.findings import Findings, Status
from service.engine.protocol import Engine, Evaluate, Step
from service.engine.reference import ReferenceEngine
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook

Told = Profile | Facts
"""What the engines are asked about: a profile, for whole advice, or facts, for statuses only."""

Serving = Callable[[Rulebook], Engine]
"""Makes the engine that is held against the reference."""

ANEW = 30
"""After so many profiles the reference gets a new advisor, that remembers nothing of them."""

Seen = Counter[tuple[Step, Status]]
"""How many rules were compared, by step and by what the engines said."""


class Pair:
    """Compares both engines, and counts what it compared."""

    def __init__(self, rulebook: Rulebook, serving: Serving = DurableEngine) -> None:
        self.rulebook = rulebook
        self.seen: Seen = Counter()
        self.answers: Counter[str] = Counter()
        self._serving = _Heard(serving(rulebook))
        self._reference = _Heard(ReferenceEngine(rulebook))
        self._advisors: tuple[Advisor, Advisor] | None = None
        self._reader: Reader | None = None
        self._profiles = 0

    def differences(self, told: Told) -> tuple[str, ...]:
        """What the engines say differently, a line each; nothing when they agree."""
        if isinstance(told, Profile):
            return self._about_profile(told)
        for step in Step:
            self._serving.evaluate(step, told)
            self._reference.evaluate(step, told)
        return tuple(self._statuses())

    def _about_profile(self, profile: Profile) -> tuple[str, ...]:
        serving, reference = self._advisors_for_next()
        served, expected = serving.advise(profile), reference.advise(profile)
        self.answers.update(_kinds(expected))
        return (*self._statuses(), *_answers(served, expected))

    def _advisors_for_next(self) -> tuple[Advisor, Advisor]:
        if self._advisors is None:
            self._reader = Reader(self.rulebook)
            self._advisors = (
                Advisor(self.rulebook, self._serving, self._reader),
                self._new_reference(),
            )
        elif self._profiles % ANEW == 0:
            self._advisors = self._advisors[0], self._new_reference()
        self._profiles += 1
        return self._advisors

    def _new_reference(self) -> Advisor:
        return Advisor(self.rulebook, self._reference, self._reader)

    def _statuses(self) -> Iterator[str]:
        """Of what the engines were asked since the last time."""
        served, expected = self._serving.said(), self._reference.said()
        if [step for step, _ in served] != [step for step, _ in expected]:
            yield "The two did not go through the same steps."
        for (step, found), (_, meant) in zip(served, expected, strict=False):
            self.seen[step, Status.TRUE] += len(meant.true)
            self.seen[step, Status.OPEN] += len(meant.open)
            self.seen[step, Status.FALSE] += len(meant.asked) - len(meant.true) - len(meant.open)
            if found != meant:
                ours, theirs = statuses_of(found), statuses_of(meant)
                for id in sorted({*ours, *theirs}):
                    if ours.get(id) is not theirs.get(id):
                        yield (
                            f"rule {id}: the engine that serves says {ours.get(id)}, "
                            f"the reference says {theirs.get(id)}"
                        )


class _Heard:
    """An engine that remembers what it said."""

    def __init__(self, engine: Engine) -> None:
        self.rulebook = engine.rulebook
        self._engine = engine
        self._said: list[tuple[Step, Findings]] = []

    def judging(self) -> Evaluate:
        evaluate = self._engine.judging()

        def heard(step: Step, facts: Facts) -> Findings:
            findings = evaluate(step, facts)
            self._said.append((step, findings))
            return findings

        return heard

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        findings = self._engine.evaluate(step, facts)
        self._said.append((step, findings))
        return findings

    def said(self) -> list[tuple[Step, Findings]]:
        """What it said since the last time."""
        said, self._said = self._said, []
        return said


def _kinds(advice: Advice) -> Iterator[str]:
    yield f"outcome {advice.outcome}"
    yield f"confidence {advice.confidence}"
    yield f"{len(advice.recommendations)} recommendations"
    yield "with questions" if advice.questions else "without questions"


def _answers(served: Advice, expected: Advice) -> Iterator[str]:
    if served == expected:
        return
    for field in fields(Advice):
        ours, theirs = getattr(served, field.name), getattr(expected, field.name)
        if ours != theirs:
            yield (
                f"{field.name}: by the engine that serves {_shown(ours)}, "
                f"by the reference {_shown(theirs)}"
            )


def _shown(value: object) -> str:
    match value:
        case tuple():
            return ", ".join(map(_shown, value)) or "none"
        case Recommendation():
            return f"{value.target.role} ({value.score})"
        case Message():
            return value.id
        case Question():
            return value.attribute.words
        case PresentPlace():
            return f"{value.specialisation} {value.level}"
        case _:
            return str(value)


def verdict(rulebook: Rulebook, told: Told, serving: Serving) -> str:
    """Empty when the engines agree; else whether they differ, or which error one ends in."""
    try:
        return "differ" if Pair(rulebook, serving).differences(told) else ""
    except Exception as error:
        return type(error).__name__
