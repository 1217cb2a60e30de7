"""What every engine does: facts in, findings out, step by step."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Stage


class Status(StrEnum):
    """A rule fires only when it is true; it is open when what is unknown could decide it."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"


Findings = Mapping[str, Status]
"""Rule id -> status, for every rule of the step."""


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


def signal_fact(statuses: list[Status]) -> bool | None:
    """A signal is true if one of its rules is true, false if all are false, otherwise unknown."""
    if Status.TRUE in statuses:
        return True
    if Status.OPEN in statuses:
        return None
    return False


def signal_facts(rulebook: Rulebook, findings: Findings) -> dict[str, bool]:
    """The signals that are known after the step `SIGNALS`, as facts."""
    facts: dict[str, bool] = {}
    for signal, rules in rulebook.signal_rules.items():
        value = signal_fact([findings[rule.id] for rule in rules])
        if value is not None:
            facts[f"signal.{signal}"] = value
    return facts
