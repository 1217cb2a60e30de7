"""What every engine does: facts in, findings out, step by step."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from service.engine.findings import Findings
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Moment, Stage


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


JUDGEMENT = (Step.SPECIALISATION, Step.LEVEL, Step.SIGNALS, Step.GROWTH, Step.MESSAGES)
"""The steps of one judgement."""

TOLD = {
    Step.SPECIALISATION: (Moment.READING,),
    Step.LEVEL: (Moment.READING, Moment.SPECIALISATION),
    Step.SIGNALS: (Moment.READING, Moment.SPECIALISATION, Moment.PLACE),
    Step.GROWTH: (Moment.READING, Moment.SPECIALISATION, Moment.PLACE, Moment.SIGNALS),
    Step.MESSAGES: tuple(each for each in Moment if each is not Moment.PARTNERSHIP),
    Step.PARTNERSHIP: (Moment.PARTNERSHIP,),
}
"""What facts a step sees, in the order in which they become known."""

Evaluate = Callable[[Step, Facts], Findings]
"""The status of every rule of a step; `WrongFact` when a fact is not of its type."""


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

    def judging(self) -> Evaluate:
        """The same for one judgement: its steps in their order, over facts that only grow.

        Some may be left out. What an earlier step was told is not looked at again.
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
    given = rulebook.signal_given
    facts = dict.fromkeys(given.values(), False)
    for rule in findings.open:
        facts.pop(given[rule], None)
    for rule in findings.true:
        facts[given[rule]] = True
    return facts
