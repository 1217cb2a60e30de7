"""What every engine does: facts in, findings out, step by step."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import GiveSignal, Rule
from service.rulebook.vocabulary import Stage


class Status(StrEnum):
    """A rule fires only when it is true; it is open when what is unknown could decide it."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"


class Findings(Mapping[str, Status]):
    """Rule id -> status, for all `rules` of a step: few are `true` or `open`, the others false.

    `true` and `open` are ids in the order of the step.
    """

    def __init__(self, rules: Collection[str], true: Sequence[str], open: Sequence[str]) -> None:
        self.rules = rules
        self.true = true
        self.open = open

    @classmethod
    def of(cls, statuses: Mapping[str, Status]) -> "Findings":
        """Those of an engine that tells a status of each rule."""
        true = [id for id, status in statuses.items() if status is Status.TRUE]
        return cls(statuses, true, [id for id in statuses if statuses[id] is Status.OPEN])

    def without(self, rule: str) -> "Findings":
        """The same, but for one rule that is false."""
        return Findings(
            self.rules,
            [id for id in self.true if id != rule],
            [id for id in self.open if id != rule],
        )

    @cached_property
    def _statuses(self) -> dict[str, Status]:
        return {
            **dict.fromkeys(self.rules, Status.FALSE),
            **dict.fromkeys(self.open, Status.OPEN),
            **dict.fromkeys(self.true, Status.TRUE),
        }

    def __getitem__(self, rule: str) -> Status:
        return self._statuses[rule]

    def __contains__(self, rule: object) -> bool:
        return rule in self.rules

    def __iter__(self) -> Iterator[str]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)


NOT_ASKED = Findings((), (), ())
"""Of a step that was passed over."""


class Step(StrEnum):
    """The evaluations in their order; each sees the facts that the ones before it led to.

    `PARTNERSHIP` stands apart: it is about two people, of whom each was placed before.
    """

    SPECIALISATION = "specialisation"
    LEVEL = "level"
    SIGNALS = "signals"
    GROWTH = "growth"
    MESSAGES = "messages"
    PARTNERSHIP = "partnership"


class Engine(Protocol):
    """Evaluates one rulebook. All engines agree on every rulebook and all facts."""

    @property
    def rulebook(self) -> Rulebook: ...

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        """The status of every rule of `step`.

        Signals that build on other signals are worked out inside the step `SIGNALS`; from
        `GROWTH` on the facts hold `signal.X` for every signal that is known.
        """
        ...


def rules_of(rulebook: Rulebook, step: Step) -> tuple[Rule, ...]:
    match step:
        case Step.SPECIALISATION:
            return rulebook.settling_specialisation
        case Step.LEVEL:
            return rulebook.settling_level
        case Step.SIGNALS:
            return tuple(rule for rules in rulebook.signal_rules.values() for rule in rules)
        case Step.GROWTH:
            return rulebook.rules_by_stage[Stage.GROWTH]
        case Step.MESSAGES:
            return rulebook.rules_by_stage[Stage.MESSAGES]
        case Step.PARTNERSHIP:
            return rulebook.rules_by_stage[Stage.PARTNERSHIP]


def signal_facts(rulebook: Rulebook, findings: Findings) -> dict[str, bool]:
    """The signals that are known after the step `SIGNALS`, as facts.

    A signal is true if one of its rules is true, false if all are false, otherwise unknown.
    """
    true, open = _given(rulebook, findings.true), _given(rulebook, findings.open)
    return {
        f"signal.{signal}": signal in true
        for signal in rulebook.signal_rules
        if signal in true or signal not in open
    }


def _given(rulebook: Rulebook, rules: Iterable[str]) -> set[str]:
    """The signals that some rules give."""
    effects = (rulebook.rules_by_id[id].effect for id in rules)
    return {effect.signal for effect in effects if isinstance(effect, GiveSignal)}
