"""A role that no rule can ever recommend.

For each of the roles there should be somebody whose next step it is. There is none when no growth
rule gives it points, when the rules that do never fire for people from whom `moves.yaml` leads
there, or when another rule then always rules it out. Write a growth rule for it, or a move. Every
combination of values was looked at.
"""

from collections.abc import Iterator
from functools import partial

from service.checks.exact import WRONG, Doubt, Exact, Question
from service.rulebook.career import Role
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.rules import Grow, Rule, Weight
from service.rulebook.vocabulary import Stage

CODE = "unreachable-role"


def unreachable_roles(exact: Exact) -> Iterator[Question]:
    """Whether a role is first for nobody, nor second, nor third; for every role."""
    for role in exact.rulebook.roles:
        rules = [
            rule
            for rule in exact.rulebook.rules_by_stage[Stage.GROWTH]
            if isinstance(rule.effect, Grow)
            and rule.effect.specialisation == role.place.specialisation
        ]
        about = (role.id, *(exact.written(rule) for rule in rules))
        yield Question(about, partial(_about, role, rules, exact), partial(_told, role))


def _about(role: Role, rules: list[Rule], exact: Exact) -> Iterator[Doubt]:
    world, ways = exact.world, exact.ways
    leading = [(rule, way) for rule in rules for way in ways.of(rule) if way.target == role.place]
    for rule, way in leading:
        if not _gives_points(rule):
            continue
        not_ruled_out = [
            world.is_not_true(other.when)
            for other, its_way in leading
            if its_way == way and _rules_out(other)
        ]
        if world.possible(world.is_true(rule.when), ways.open(way), *not_ruled_out):
            return
    yield WRONG


def _told(role: Role, _: Doubt) -> Diagnostic:
    assert role.position is not None
    return Diagnostic(
        Severity.WARNING,
        role.position,
        CODE,
        f"No rule can ever recommend `{role.id}`.",
        "Write a growth rule that recommends it to somebody who can get there by `moves.yaml`.",
    )


def _gives_points(rule: Rule) -> bool:
    return isinstance(rule.effect, Grow) and rule.effect.points > 0


def _rules_out(rule: Rule) -> bool:
    return isinstance(rule.effect, Grow) and rule.effect.weight is Weight.RULE_OUT
