"""A rule that another makes pointless: whenever it fires, others do the same already.

Two settling rules that lead to the same place, two rules for one signal, two that rule out the
same target, or two messages with the same text: when one only ever fires where another does, it
adds nothing. Growth rules with points are never pointless in this way, since points are added up.
The message names the rules that are enough, and every combination of values was looked at. Take
the rule out, or change the conditions in which it should differ.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from service.checks.exact import Doubt, Exact, Question
from service.rulebook.diagnostics import Diagnostic, Severity, listed
from service.rulebook.rules import GiveSignal, Grow, Pairing, Rule, Say, Settle, Weight

if TYPE_CHECKING:
    # The solver takes a while to load, and pages about checks do without it.
    from service.proofs.world import World

CODE = "pointless-rule"


def pointless_rules(exact: Exact) -> Iterator[Question]:
    """Whether some never fire without others; for all rules that have the same effect."""
    alike: defaultdict[Hashable, list[Rule]] = defaultdict(list)
    for rule in exact.rulebook.rules:
        effect = _effect(rule)
        if effect is not None:
            alike[effect].append(rule)
    for rules in alike.values():
        if len(rules) > 1:
            about = tuple(exact.written(rule) for rule in rules)
            yield Question(about, partial(_among, rules, exact), partial(_told, rules))


def _among(rules: list[Rule], exact: Exact) -> Iterator[Doubt]:
    """The number of a rule to drop, and those of the rules that are enough."""
    dropped: set[Rule] = set()
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    for rule in rules:
        if not exact.fires(rule):
            continue
        # What was told to go does not count as a reason to let the other go as well.
        others = [each for each in rules if each is not rule and each not in dropped]
        enough = _enough(rule, others, exact.world)
        if enough:
            dropped.add(rule)
            yield numbers[rule.id], *(numbers[id] for id in enough)


def _effect(rule: Rule) -> Hashable | None:
    """What makes rules interchangeable; None when nothing does."""
    match rule.effect:
        case Settle() | GiveSignal():
            return rule.effect
        case Grow(weight=Weight.RULE_OUT, specialisation=specialisation, level=level):
            return specialisation, level
        case Say(kind=kind, text=text, outcome=outcome):
            return kind, text, outcome
        case Pairing():
            return rule.effect
        case _:
            return None


def _enough(rule: Rule, others: list[Rule], world: "World") -> list[str]:
    """The ids of others of which one always fires when the rule does; empty when there are none."""
    if not others:
        return []
    excluded = {other.id: world.is_not_true(other.when) for other in others}
    return [
        name
        for name in world.conflict({rule.id: world.is_true(rule.when), **excluded})
        if name != rule.id
    ]


def _told(rules: list[Rule], doubt: Doubt) -> Diagnostic:
    rule, *others = (rules[number] for number in doubt)
    enough = [each.id for each in others]
    return Diagnostic(
        Severity.WARNING,
        rule.position,
        CODE,
        f"Whenever the rule `{rule.id}` fires, {listed(enough)} "
        f"{'does' if len(enough) == 1 else 'do'} the same already.",
        "Take it out, or change its conditions so that it adds something.",
    )
