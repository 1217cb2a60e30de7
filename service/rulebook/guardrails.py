"""Guardrails that all rules together keep, or they do not load: circles, years that decide."""

from collections.abc import Iterator, Mapping
from itertools import product

from service.rulebook.conditions import Group
from service.rulebook.diagnostics import Report, listed
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import Truth, disjunction, truth_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import GiveSignal, Rule
from service.rulebook.vocabulary import (
    TENTHS,
    YEARS_MAXIMUM,
    AttributeType,
    Measure,
    Side,
    Stage,
)


def check_circles(rules: tuple[Rule, ...], report: Report) -> bool:
    """Whether no signal builds on itself; each circle is told once, at one of its rules."""
    uses: dict[str, dict[str, Rule]] = {}
    for rule in rules:
        if isinstance(rule.effect, GiveSignal):
            for used in _signals_in(rule.when):
                uses.setdefault(rule.effect.signal, {}).setdefault(used, rule)
    finished: set[str] = set()
    clean = True

    def visit(signal: str, path: tuple[str, ...]) -> None:
        nonlocal clean
        if signal in path:
            circle = path[path.index(signal) :]
            rule = uses[circle[-1]][signal]
            report.error(
                rule.position,
                "signal-circle",
                f"Signals build on themselves here: {listed((*circle, signal))}.",
                f"Take `signal {signal}` out of the rule `{rule.id}`.",
            )
            clean = False
            return
        if signal not in finished:
            for used in uses.get(signal, {}):
                visit(used, (*path, signal))
            finished.add(signal)

    for signal in sorted(uses):
        visit(signal, ())
    return clean


def check_years_alone(rulebook: Rulebook, report: Report) -> None:
    """Guardrail 4: no rule but a message can be true while everything except years is unknown."""
    empty = _nothing_known(rulebook)
    for stage in (Stage.SETTLING, Stage.SIGNALS, Stage.GROWTH, Stage.PARTNERSHIP):
        for rule in rulebook.rules_by_stage[stage]:
            years = next(_years_that_decide(rule, rulebook, empty), None)
            if years is None:
                continue
            named = " and ".join(
                f"`{_words(rulebook, id)}` is {value // TENTHS}" for id, value in years.items()
            )
            report.error(
                rule.position,
                "years-alone",
                f"The rule `{rule.id}` fires when {named}, whatever else holds."
                if named
                else f"The rule `{rule.id}` fires for someone of whom nothing is known.",
                "Add a condition on something that is known, or on a goal that is stated."
                if stage is Stage.PARTNERSHIP
                else "Years support and decide nothing alone: add a condition on work, "
                "certificates, competences or the title.",
            )


def _words(rulebook: Rulebook, id: str) -> str:
    return rulebook.attributes_by_id[id].words


def _nothing_known(rulebook: Rulebook) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {"goals": frozenset()}
    for measure in rulebook.measures:
        facts[f"measure.{measure.id}"] = widest(measure)
    of_both = {f"{side.key}.{id}": value for side in Side for id, value in facts.items()}
    return facts | of_both


def widest(measure: Measure) -> tuple[int, int]:
    """The range of a measure of which no rating is known."""
    count = len(measure.competences)
    return (count, 5 * count) if measure.is_mean else (0, count)


def _years_that_decide(rule: Rule, rulebook: Rulebook, empty: Facts) -> Iterator[dict[str, int]]:
    """Every choice of years, at the bounds that matter, for which the rule is true."""
    bounds: dict[str, set[int]] = {}
    for group in _groups_behind(rule.when, rulebook, set()):
        for condition in group.conditions():
            if condition.attribute.type is AttributeType.YEARS:
                near = bounds.setdefault(condition.attribute.id, set())
                near.update(
                    around
                    for value in condition.values
                    if isinstance(value, int)
                    for around in (value - 1, value, value + 1)
                    if 0 <= around <= YEARS_MAXIMUM * TENTHS
                )
    ids = sorted(bounds)
    for values in product(*([None, *sorted(bounds[id])] for id in ids)):
        years = {id: value for id, value in zip(ids, values, strict=True) if value is not None}
        facts = {**empty, **years}
        if truth_of(rule.when, {**facts, **_signals(rule.when, facts, rulebook)}) is True:
            yield years


def _groups_behind(group: Group, rulebook: Rulebook, seen: set[str]) -> Iterator[Group]:
    """The group, and the groups of every rule behind the signals that it mentions."""
    yield group
    for signal in _signals_in(group):
        if signal not in seen:
            seen.add(signal)
            for rule in rulebook.signal_rules.get(signal, ()):
                yield from _groups_behind(rule.when, rulebook, seen)


def _signals(group: Group, facts: Facts, rulebook: Rulebook) -> Mapping[str, bool]:
    known: dict[str, bool] = {}
    for signal in _signals_in(group):
        truth = _truth_of_signal(signal, facts, rulebook)
        if truth is not None:
            known[f"signal.{signal}"] = truth
    return known


def _truth_of_signal(signal: str, facts: Facts, rulebook: Rulebook) -> Truth:
    return disjunction(
        truth_of(rule.when, {**facts, **_signals(rule.when, facts, rulebook)})
        for rule in rulebook.signal_rules.get(signal, ())
    )


def _signals_in(group: Group) -> Iterator[str]:
    for condition in group.conditions():
        family, _, name = condition.attribute.id.partition(".")
        if family == "signal":
            yield name
