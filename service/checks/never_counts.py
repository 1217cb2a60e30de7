"""A growth rule that never counts: from where it fires, its target is out of reach.

A rule weighs a step, and `moves.yaml` says which steps there are. When everybody for whom the rule
fires stands where that step is not allowed, or has it ruled out by another rule, its points are
added up for nobody. `level: medior` as a plain level counts only for who comes from outside PMO;
inside PMO write `same as now`, `one up` or `same or one up`. Every combination of values was
looked at.
"""

from collections.abc import Iterator
from functools import partial

from service.checks.exact import WRONG, Doubt, Exact, Question
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.rules import Grow, LevelStep, Rule, Weight
from service.rulebook.vocabulary import Stage

CODE = "never-counts"


def never_counts(exact: Exact) -> Iterator[Question]:
    """Whether a rule can fire, and never for someone whom it takes anywhere; for growth rules."""
    for rule in exact.rulebook.rules_by_stage[Stage.GROWTH]:
        yield Question((exact.written(rule),), partial(_about, rule, exact), partial(_told, rule))


def _about(rule: Rule, exact: Exact) -> Iterator[Doubt]:
    if not exact.counts(rule) and exact.fires(rule):
        yield WRONG


def _told(rule: Rule, _: Doubt) -> Diagnostic:
    effect = rule.effect
    assert isinstance(effect, Grow)
    verb = {Weight.RECOMMEND: "recommends", Weight.RULE_OUT: "rules out"}.get(
        effect.weight, "advises against"
    )
    hint = (
        "Mend its conditions or its target, or allow the step in `moves.yaml`."
        if isinstance(effect.level, LevelStep)
        else f"`level: {effect.level}` counts only on entry from outside PMO. For someone inside "
        "write `same as now`, `one up` or `same or one up`."
    )
    return Diagnostic(
        Severity.WARNING,
        rule.position,
        CODE,
        f"The rule `{rule.id}` {verb} {effect.specialisation}, {effect.level}; nobody for whom it "
        "fires can get there.",
        hint,
    )
