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
from service.checks.exact import Doubt, Exact, Question
from service.proofs.needs import Need, needs_of
from service.rulebook.conditions import Condition, Group, Quantifier
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.rules import Rule

if TYPE_CHECKING:
    # The solver takes a while to load, and pages about checks do without it.
    from service.proofs.world import World

CODE = "never-true"


def never_true(exact: Exact) -> Iterator[Question]:
    """Whether there are conditions that can never hold; for every rule."""
    for rule in exact.rulebook.rules:
        yield Question((exact.written(rule),), partial(_in_rule, rule, exact), partial(_told, rule))


def _in_rule(rule: Rule, exact: Exact) -> Iterator[Doubt]:
    """The number of a need on its own; or with that of a choice in it, and what rules it out."""
    if exact.fires(rule):
        yield from _beside_the_rest(rule, exact.world)
        return
    alone = conflict_in(rule, exact.world)
    if len(alone) == 1:
        yield alone


def _beside_the_rest(rule: Rule, world: "World") -> Iterator[Doubt]:
    """Alternatives that the rest of a rule rules out."""
    needs = list(needs_of(rule.when))
    formulas = [need.formula(world) for need in needs]
    for number, need in enumerate(needs):
        choices = _choices(need)
        if not choices:
            continue
        numbers = {other.words: at for at, other in enumerate(needs) if at != number}
        rest = {words: formulas[at] for words, at in numbers.items()}
        wishes = [world.is_true(part) for part in choices]
        if world.possible(*rest.values(), *wishes):
            continue
        for at, (part, wish) in enumerate(zip(choices, wishes, strict=True)):
            if world.possible(*rest.values(), wish):
                continue
            reasons = world.conflict({**rest, part.sentence: wish})
            yield number, at, *(numbers[words] for words in reasons if words in numbers)


def _choices(need: Need) -> list[Condition]:
    """The conditions that may or may not hold."""
    if isinstance(need.part, Group):
        return list(need.part.conditions())
    return [] if need.holds else [need.part]


def _told(rule: Rule, doubt: Doubt) -> Diagnostic:
    needs = list(needs_of(rule.when))
    need = needs[doubt[0]]
    if len(doubt) == 1:
        part = need.part if isinstance(need.part, Condition) else next(need.part.conditions())
        message = f"{need.words} can never be so, and the rule `{rule.id}` never fires."
    else:
        part = _choices(need)[doubt[1]]
        reasons = [needs[number].words for number in doubt[2:]]
        message = _ruled_out(rule, need, part, reasons)
    return Diagnostic(
        Severity.WARNING,
        part.position or rule.position,
        CODE,
        message,
        "Leave it out, or write what was meant.",
    )


def _ruled_out(rule: Rule, need: Need, part: Condition, reasons: list[str]) -> str:
    because = f", because of {' and '.join(reasons)}" if reasons else ""
    excludes = not need.holds or (
        isinstance(need.part, Group) and need.part.quantifier is Quantifier.NONE
    )
    effect = ", so it excludes nobody" if excludes else ""
    return f"In the rule `{rule.id}` `{part.sentence}` can never be true{because}{effect}."
