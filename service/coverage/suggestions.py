"""Suggestions: cases that show what no case shows yet, for an advisor to judge.

What is missing is asked of the solver, and its answer is turned into a profile. Only what then
really comes out as it was meant is suggested.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from service.coverage.coverage import Coverage
from service.coverage.watching import Evaluation, Watcher, Watching
from service.proofs.needs import needs_of
from service.proofs.variables import Formula
from service.proofs.world import World
from service.reading.facts import facts_of
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.rulebook.cases import About
from service.rulebook.conditions import Condition, Group
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import truth_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import TENTHS, Stage

TITLE = "title."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`sent` is what a portal would send, `expect` what Vakpad answers now."""

    name: str
    sent: dict[str, Any]
    expect: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Gap:
    """Something to be shown: the ways to ask for it, best first, and how to see it."""

    name: str
    rule: Rule
    ways: tuple[tuple[Formula, ...], ...]
    shows: Callable[[Evaluation], bool]


class Suggestions:
    """Finds cases for one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._world = World(rulebook)
        self._watcher = Watcher(rulebook)
        self._titles = self._kinds_of_titles()

    def of(self, coverage: Coverage, most: int) -> Iterator[Suggestion]:
        """At most so many, for rules that never fired first."""
        shown: list[Evaluation] = []
        for gap in self._gaps(coverage):
            if most <= 0:
                return
            if any(gap.shows(evaluation) for evaluation in shown):
                continue
            found = self._case(gap)
            if found is not None:
                suggestion, watching = found
                shown += watching.evaluations
                most -= 1
                yield suggestion

    def _gaps(self, coverage: Coverage) -> Iterator[_Gap]:
        for rule in coverage.never_fired:
            if rule.stage is not Stage.PARTNERSHIP:
                fires = self._world.is_true(rule.when)
                yield _Gap(f"{rule.id} fires", rule, ((fires,),), _fires(rule))
        for unseen in coverage.one_sided:
            if unseen.rule.stage is not Stage.PARTNERSHIP:
                for holds in (True, False):
                    if holds not in unseen.seen:
                        yield self._side(unseen.rule, unseen.condition, holds)

    def _side(self, rule: Rule, condition: Condition, holds: bool) -> _Gap:
        """One side of a condition, beside all that the rest of its rule needs."""
        world = self._world
        rest = [
            need.formula(world) for need in needs_of(rule.when) if not _has(need.part, condition)
        ]
        side = world.is_true(condition) if holds else world.is_false(condition)
        edge = world.at_the_edge(condition, holds)
        ways = [(side, edge, *rest)] if edge is not None else []
        ways += [(side, *rest), (side,)]
        verb = "holds" if holds else "fails"
        name = f"{rule.id}: {condition.sentence} {'just ' if edge is not None else ''}{verb}"
        return _Gap(name, rule, tuple(ways), _came_to(rule, condition, holds))

    def _case(self, gap: _Gap) -> tuple[Suggestion, Watching] | None:
        contradictory = None
        for sent, watching in self._shown(gap):
            advice = watching.advice
            if advice is not None and not advice.present.contradictory:
                return self._suggestion(gap, sent)
            contradictory = contradictory or sent
        return self._suggestion(gap, contradictory) if contradictory else None

    def _shown(self, gap: _Gap) -> Iterator[tuple[dict[str, Any], Watching]]:
        """What can be sent to show it, with the likeliest titles first."""
        for way in gap.ways:
            for title, known in self._titles.items():
                witness = self._world.witness(*way, *known)
                if witness is not None:
                    sent = _sent(title, witness)
                    watching = self._shows(gap, sent)
                    if watching is not None:
                        yield sent, watching

    def _shows(self, gap: _Gap, sent: dict[str, Any]) -> Watching | None:
        watching = self._watcher.watch(About.PERSON, sent)
        if watching and any(gap.shows(each) for each in watching.evaluations):
            return watching
        return None

    def _suggestion(self, gap: _Gap, sent: dict[str, Any]) -> tuple[Suggestion, Watching]:
        """Without what is not needed to show it."""
        for smaller in _smaller(sent):
            if self._shows(gap, smaller):
                return self._suggestion(gap, smaller)
        watching = self._shows(gap, sent)
        assert watching is not None
        return Suggestion(gap.name, sent, _expect(watching, gap.rule)), watching

    def _kinds_of_titles(self) -> dict[str, list[Formula]]:
        """One title for each way in which titles can be read, those of PMO first."""
        seen: list[Facts] = []
        found: dict[str, list[Formula]] = {}
        reader = Reader(self._rulebook)
        entries = self._rulebook.titles.entries
        for entry in sorted(entries, key=lambda each: TitleKind.PMO not in each.kinds):
            read = facts_of(reader.read(Profile(entry.names[0])), self._rulebook)
            facts = {id: value for id, value in read.items() if id.startswith(TITLE)}
            if facts not in seen:
                seen.append(facts)
                found[entry.names[0]] = self._are(facts)
        return found

    def _are(self, facts: Facts) -> list[Formula]:
        """That these are the facts about the title."""
        return [
            self._world.has(attribute, facts.get(attribute.id))
            for attribute in self._rulebook.attributes.values()
            if attribute.id.startswith(TITLE)
        ]


def _has(part: Condition | Group, condition: Condition) -> bool:
    if isinstance(part, Condition):
        return part == condition
    return condition in part.conditions()


def _fires(rule: Rule) -> Callable[[Evaluation], bool]:
    return lambda evaluation: rule in evaluation.findings.true


def _came_to(rule: Rule, condition: Condition, holds: bool) -> Callable[[Evaluation], bool]:
    """Also that the rule was asked at all."""
    return lambda evaluation: (
        rule in evaluation.findings.asked and truth_of(condition, evaluation.facts) is holds
    )


def _sent(title: str, facts: Facts) -> dict[str, Any]:
    """A profile of which these would be the facts."""

    def named(prefix: str) -> dict[str, FactValue]:
        return {
            id.removeprefix(prefix): value for id, value in facts.items() if id.startswith(prefix)
        }

    place = {id: facts[id] for id in ("specialisation", "level") if id in facts}
    years = {
        f"years_{id}": value / TENTHS if value % TENTHS else value // TENTHS
        for id, value in named("years.").items()
        if isinstance(value, int)
    }
    lists = {
        id: sorted(value)
        for id in ("certificates", "work", "goals")
        if isinstance(value := facts.get(id), frozenset)
    }
    if not lists.get("goals"):
        lists.pop("goals", None)
    parts: dict[str, Any] = {
        "title": title,
        "current": place,
        "experience": years,
        "competences": named("competence."),
    }
    return {key: value for key, value in parts.items() if value} | lists


def _smaller(sent: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What is sent without one of its parts, or without one thing inside a part."""
    for key, value in sent.items():
        if key != "title":
            yield {other: each for other, each in sent.items() if other != key}
        if isinstance(value, dict) and len(value) > 1:
            for name in value:
                rest = {other: each for other, each in value.items() if other != name}
                yield {**sent, key: rest}
        if isinstance(value, list):
            for member in value:
                yield {**sent, key: [other for other in value if other != member]}


def _expect(watching: Watching, rule: Rule) -> dict[str, Any]:
    advice = watching.advice
    assert advice is not None
    expect: dict[str, Any] = {"outcome": advice.outcome.value}
    if advice.recommendations:
        first = advice.recommendations[0].target
        expect["first"] = {"specialisation": first.specialisation, "level": first.level}
    expect["fired" if rule.id in advice.fired else "not fired"] = [rule.id]
    return expect
