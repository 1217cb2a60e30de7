"""Conditions that exclude each other, so that a rule never fires.

A rule asks, say, for `level is junior` and for `level is at least senior`. Nobody is both, so what
the rule says is never said. Every combination of values was looked at, also behind signals and
measures, and there is none; the conditions named are enough to rule it out, and each is needed
for that. Leave one out, or let them stand side by side in `at least one of`.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from service.checks.exact import Doubt, Exact, Question
from service.proofs.needs import needs_of
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.rules import Rule

if TYPE_CHECKING:
    # The solver takes a while to load, and pages about checks do without it.
    from service.proofs.world import World

CODE = "contradiction"


def contradictions(exact: Exact) -> Iterator[Question]:
    """Whether the conditions of a rule can hold one by one, and never together; for every rule."""
    for rule in exact.rulebook.rules:
        yield Question((exact.written(rule),), partial(_in_rule, rule, exact), partial(_told, rule))


def _in_rule(rule: Rule, exact: Exact) -> Iterator[Doubt]:
    """The numbers of the parts that exclude each other."""
    if not exact.fires(rule):
        clash = conflict_in(rule, exact.world)
        if len(clash) > 1:
            yield clash


def conflict_in(rule: Rule, world: "World") -> Doubt:
    """The numbers of the parts of a rule that cannot be true that are enough to make it so."""
    needs = enumerate(needs_of(rule.when))
    formulas = {str(number): need.formula(world) for number, need in needs}
    return tuple(map(int, world.conflict(formulas)))


def _told(rule: Rule, doubt: Doubt) -> Diagnostic:
    needs = list(needs_of(rule.when))
    clash = [needs[number] for number in doubt]
    *first, last = (need.words for need in clash)
    return Diagnostic(
        Severity.WARNING,
        clash[-1].position or rule.position,
        CODE,
        f"The rule `{rule.id}` never fires: {', '.join(first)} and {last} exclude each other.",
        "Leave one of them out, or put them below `at least one of:`.",
    )
