"""Evidence: why a rule is true, condition by condition."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import truth_of
from service.rulebook.rules import Rule


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


def _evidence(member: Condition | Group, facts: Facts, wanted: bool) -> Iterator[Evidence]:
    """Of something of which the truth is what is `wanted`."""
    if isinstance(member, Condition):
        sentence = member.sentence if wanted else f"none of: {member.sentence}"
        yield Evidence(sentence, member.attribute.id, seen(member, facts))
        return
    inner = not wanted if member.quantifier is Quantifier.NONE else wanted
    # A group of which all is true, or one of which nothing is, has no member that is otherwise.
    all_alike = inner is (member.quantifier is Quantifier.ALL)
    for each in member.members:
        if all_alike or truth_of(each, facts) is inner:
            yield from _evidence(each, facts, inner)


def seen(condition: Condition, facts: Facts) -> FactValue | None:
    """The value that the condition saw; of a list only the members it speaks of."""
    value = facts.get(condition.attribute.id)
    if isinstance(value, frozenset) and condition.operator not in {
        Operator.IS_KNOWN,
        Operator.IS_UNKNOWN,
    }:
        return value & frozenset(str(member) for member in condition.values)
    return value
