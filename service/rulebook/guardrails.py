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

DEEPEST = 20
"""Signals that may build on each other, one behind the other."""


def check_circles(rules: tuple[Rule, ...], report: Report) -> bool:
    """Whether no signal builds on itself, or on too many others one after the other.

    Each circle is told once, at one of its rules; of what is too deep only the first.
    """
    uses: dict[str, dict[str, Rule]] = {}
    for rule in rules:
        if isinstance(rule.effect, GiveSignal):
            for used in _signals_in(rule.when):
                uses.setdefault(rule.effect.signal, {}).setdefault(used, rule)
    circles = _Circles(uses, report)
    clean = [circles.none_from(signal) for signal in sorted(uses)]
    return all(clean)


class _Circles:
    """Follows signals to those that they build on; each of them once."""

    def __init__(self, uses: Mapping[str, Mapping[str, Rule]], report: Report) -> None:
        self._uses = uses
        self._report = report
        self._deep: dict[str, int] = {}
        self._too_deep = False

    def none_from(self, signal: str, path: tuple[str, ...] = ()) -> bool:
        """Whether nothing is wrong with what a signal builds on; `path` led to it."""
        if self._too_deep or signal in self._deep:
            return not self._too_deep
        if len(path) > DEEPEST:
            self._tell_too_deep(self._uses[path[0]][path[1]], path[0])
            return False
        clean = True
        for used, rule in self._uses.get(signal, {}).items():
            if used in (*path, signal):
                circle = (*path, signal)[(*path, signal).index(used) :]
                self._tell_circle(circle, rule)
                clean = False
            elif not self.none_from(used, (*path, signal)):
                clean = False
            elif 1 + self._deep.get(used, 0) > DEEPEST:
                self._tell_too_deep(rule, signal)
                return False
        below = [self._deep.get(used, 0) for used in self._uses.get(signal, {})]
        self._deep[signal] = 1 + max(below, default=0)
        return clean

    def _tell_circle(self, circle: tuple[str, ...], rule: Rule) -> None:
        self._report.error(
            rule.position,
            "signal-circle",
            f"Signals build on themselves here: {listed((*circle, circle[0]))}.",
            f"Take `signal {circle[0]}` out of the rule `{rule.id}`.",
        )

    def _tell_too_deep(self, rule: Rule, signal: str) -> None:
        self._too_deep = True
        self._report.error(
            rule.position,
            "nested-too-deep",
            f"`signal {signal}` builds on more than {DEEPEST} signals, one behind the other.",
            "Write the conditions of some of them out.",
        )


def check_years_alone(rulebook: Rulebook, report: Report) -> None:
    """Guardrail 4: no rule but a message can be true while everything except years is unknown."""
    empty = _nothing_known(rulebook)
    signals: dict[_Years, dict[str, Truth]] = {}
    for stage in (Stage.SETTLING, Stage.SIGNALS, Stage.GROWTH, Stage.PARTNERSHIP):
        for rule in rulebook.rules_by_stage[stage]:
            years = next(_years_that_decide(rule, rulebook, empty, signals), None)
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


_Years = frozenset[tuple[str, int]]
"""The years that are known, each by its attribute."""


def _years_that_decide(
    rule: Rule, rulebook: Rulebook, empty: Facts, signals: dict[_Years, dict[str, Truth]]
) -> Iterator[dict[str, int]]:
    """Every choice of years, at the bounds that matter, for which the rule is true.

    `signals` are those that were worked out already, for this rule or another.
    """
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
        found = signals.setdefault(frozenset(years.items()), {})
        if truth_of(rule.when, {**facts, **_signals(rule.when, facts, rulebook, found)}) is True:
            yield years


def _groups_behind(group: Group, rulebook: Rulebook, seen: set[str]) -> Iterator[Group]:
    """The group, and the groups of every rule behind the signals that it mentions."""
    yield group
    for signal in _signals_in(group):
        if signal not in seen:
            seen.add(signal)
            for rule in rulebook.signal_rules.get(signal, ()):
                yield from _groups_behind(rule.when, rulebook, seen)


def _signals(
    group: Group, facts: Facts, rulebook: Rulebook, found: dict[str, Truth]
) -> Mapping[str, bool]:
    """The signals that the group mentions, what they build on, and others that were found.

    Each is worked out once.
    """
    for signal in _signals_in(group):
        if signal not in found:
            found[signal] = disjunction(
                truth_of(rule.when, {**facts, **_signals(rule.when, facts, rulebook, found)})
                for rule in rulebook.signal_rules.get(signal, ())
            )
    return {f"signal.{signal}": truth for signal, truth in found.items() if truth is not None}


def _signals_in(group: Group) -> Iterator[str]:
    for condition in group.conditions():
        family, _, name = condition.attribute.id.partition(".")
        if family == "signal":
            yield name
