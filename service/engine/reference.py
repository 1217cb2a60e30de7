"""The reference engine: the meaning of a rulebook, small enough to be obviously right.

It is the arbiter in differential tests; see `kleene` for conditions.
"""

from service.engine.protocol import Evaluate, Findings, Status, Step, rules_of, signal_fact
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import Truth, truth_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule


def status_of(rule: Rule, facts: Facts) -> Status:
    return _status(truth_of(rule.when, facts))


def _status(truth: Truth) -> Status:
    if truth is None:
        return Status.OPEN
    return Status.TRUE if truth else Status.FALSE


class ReferenceEngine:
    """Evaluates every rule one by one."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        if step is Step.SIGNALS:
            return self._signals(facts)
        return {rule.id: self.status_of(rule, facts) for rule in rules_of(self.rulebook, step)}

    def judging(self) -> Evaluate:
        return self.evaluate

    def status_of(self, rule: Rule, facts: Facts) -> Status:
        return status_of(rule, facts)

    def _signals(self, facts: Facts) -> Findings:
        known: dict[str, FactValue] = dict(facts)
        findings: dict[str, Status] = {}
        for signal, rules in self.rulebook.signal_rules.items():
            statuses = {rule.id: self.status_of(rule, known) for rule in rules}
            findings |= statuses
            value = signal_fact(list(statuses.values()))
            if value is not None:
                known[f"signal.{signal}"] = value
        return findings
