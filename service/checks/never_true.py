"""A condition that can never be true: on its own, or beside the rest of its rule.

Nobody can meet it, whatever is known, so it is not doing what it was written for. It may ask for
a signal that no rule can give, or stand among alternatives of which the rest of the rule leaves
nothing over: `level is senior` is no choice for who must be `junior`. In `none of` such a
condition excludes nobody. Every combination of values was looked at. Leave it out, or mend it.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from service.checks.contradictions import conflict_in
from service.checks.exact import Exact, Question, written
from service.proofs.needs import Need, needs_of
from service.rulebook.conditions import Condition, Group, Quantifier
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.rules import Rule

if TYPE_CHECKING:
    # The solver takes a while to load, and pages about checks do without it.
    from service.proofs.variables import Formula
    from service.proofs.world import World

CODE = "never-true"


def never_true(exact: Exact) -> Iterator[Question]:
    """Whether there are conditions that can never hold; for every rule."""
    for rule in exact.rulebook.rules:
        yield Question((written(rule),), partial(_in_rule, rule, exact.world))


def _in_rule(rule: Rule, world: "World") -> Iterator[Diagnostic]:
    if world.possible(world.is_true(rule.when)):
        yield from _beside_the_rest(rule, world)
        return
    alone = conflict_in(rule, world)
    if len(alone) == 1:
        yield _told(
            rule,
            alone[0].part,
            f"{alone[0].words} can never be so, and the rule `{rule.id}` never fires.",
        )


def _beside_the_rest(rule: Rule, world: "World") -> Iterator[Diagnostic]:
    """Alternatives that the rest of a rule rules out."""
    needs = list(needs_of(rule.when))
    formulas = [need.formula(world) for need in needs]
    for number, need in enumerate(needs):
        rest = {
            other.words: formula
            for at, (other, formula) in enumerate(zip(needs, formulas, strict=True))
            if at != number
        }
        for part in _choices(need):
            yield from _ruled_out(rule, need, part, rest, world)


def _choices(need: Need) -> Iterator[Condition]:
    """The conditions that may or may not hold."""
    if isinstance(need.part, Group):
        yield from need.part.conditions()
    elif not need.holds:
        yield need.part


def _ruled_out(
    rule: Rule, need: Need, part: Condition, rest: dict[str, "Formula"], world: "World"
) -> Iterator[Diagnostic]:
    wish = {part.sentence: world.is_true(part)}
    if world.possible(*rest.values(), *wish.values()):
        return
    reasons = [words for words in world.conflict({**rest, **wish}) if words != part.sentence]
    because = f", because of {' and '.join(reasons)}" if reasons else ""
    excludes = not need.holds or (
        isinstance(need.part, Group) and need.part.quantifier is Quantifier.NONE
    )
    effect = ", so it excludes nobody" if excludes else ""
    yield _told(
        rule, part, f"In the rule `{rule.id}` `{part.sentence}` can never be true{because}{effect}."
    )


def _told(rule: Rule, part: Condition | Group, message: str) -> Diagnostic:
    first = part if isinstance(part, Condition) else next(part.conditions())
    return Diagnostic(
        Severity.WARNING,
        first.position or rule.position,
        CODE,
        message,
        "Leave it out, or write what was meant.",
    )
