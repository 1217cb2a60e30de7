"""The reference engine: the meaning of a rulebook, small enough to be obviously right.

It is the arbiter in differential tests; see `kleene` for conditions.
"""

from service.engine.findings import Findings, Status
from service.engine.protocol import Evaluate, Step, rules_of
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
        rules = rules_of(self.rulebook, step)
        return Findings.of({rule: self.status_of(rule, facts) for rule in rules})

    def judging(self) -> Evaluate:
        return self.evaluate

    def status_of(self, rule: Rule, facts: Facts) -> Status:
        return status_of(rule, facts)

    def _signals(self, facts: Facts) -> Findings:
        known: dict[str, FactValue] = dict(facts)
        found: dict[Rule, Status] = {}
        for signal, rules in self.rulebook.signal_rules.items():
            statuses = {rule: self.status_of(rule, known) for rule in rules}
            found |= statuses
            if Status.TRUE in statuses.values():
                known[f"signal.{signal}"] = True
            elif Status.OPEN not in statuses.values():
                known[f"signal.{signal}"] = False
        return Findings.of(found)
