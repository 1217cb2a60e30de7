"""The reference engine: the meaning of a rulebook, small enough to be obviously right.

It is the arbiter in differential tests and the source of evidence; see `kleene` for conditions.
"""

from dataclasses import dataclass

from service.engine.protocol import Findings, Status, Step, rules_of, signal_fact
from service.rulebook.conditions import Condition, Group, Operator, Quantifier
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
        return {rule.id: status_of(rule, facts) for rule in rules_of(self.rulebook, step)}

    def _signals(self, facts: Facts) -> Findings:
        known: dict[str, FactValue] = dict(facts)
        findings: dict[str, Status] = {}
        for signal, rules in self.rulebook.signal_rules.items():
            statuses = {rule.id: status_of(rule, known) for rule in rules}
            findings |= statuses
            value = signal_fact(list(statuses.values()))
            if value is not None:
                known[f"signal.{signal}"] = value
        return findings


@dataclass(frozen=True, slots=True)
class Evidence:
    """One condition that made a rule fire, and the value that it saw (None: unknown).

    `attribute` is the id of what it looks at.
    """

    condition: str
    attribute: str
    value: FactValue | None


def evidence_for(rule: Rule, facts: Facts) -> tuple[Evidence, ...]:
    """Why a rule that fired is true: each condition that holds, in the order of the file.

    Of `at least one of` only what holds counts; under `none of` it is what does not hold.
    """
    return tuple(_evidence(rule.when, facts, wanted=True))


def _evidence(member: Condition | Group, facts: Facts, wanted: bool) -> list[Evidence]:
    if truth_of(member, facts) is not wanted:
        return []
    if isinstance(member, Condition):
        sentence = member.sentence if wanted else f"none of: {member.sentence}"
        return [Evidence(sentence, member.attribute.id, _seen(member, facts))]
    inner = not wanted if member.quantifier is Quantifier.NONE else wanted
    return [found for each in member.members for found in _evidence(each, facts, inner)]


def _seen(condition: Condition, facts: Facts) -> FactValue | None:
    """The value that the condition saw; of a list only the members it speaks of."""
    value = facts.get(condition.attribute.id)
    if isinstance(value, frozenset) and condition.operator not in {
        Operator.IS_KNOWN,
        Operator.IS_UNKNOWN,
    }:
        return value & frozenset(str(member) for member in condition.values)
    return value
