"""The ranking: scores of candidates, and their order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service.advice.candidates import targets_of, vocabulary_order
from service.engine.protocol import Findings, Status
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow, Rule, Weight
from service.rulebook.vocabulary import Stage

MOST_RECOMMENDED = 3


@dataclass(frozen=True, slots=True)
class Weighing:
    """Which growth rules bear on which candidate from one present place."""

    points: Mapping[Place, tuple[tuple[Rule, int], ...]]
    ruled_out_by: Mapping[Place, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and the rules that fired for or against it."""

    target: Place
    score: int
    counted: tuple[tuple[Rule, int], ...]


def weighing(targets: Iterable[Place], place: Place | None, rulebook: Rulebook) -> Weighing:
    points: dict[Place, list[tuple[Rule, int]]] = {target: [] for target in targets}
    ruled_out: dict[Place, list[Rule]] = {target: [] for target in points}
    for rule in rulebook.rules_by_stage[Stage.GROWTH]:
        effect = rule.effect
        if not isinstance(effect, Grow):
            continue
        for target in targets_of(effect, place, rulebook):
            if target not in points:
                continue
            if effect.weight is Weight.RULE_OUT:
                ruled_out[target].append(rule)
            else:
                points[target].append((rule, effect.points))
    return Weighing(
        {target: tuple(rules) for target, rules in points.items()},
        {target: tuple(rules) for target, rules in ruled_out.items()},
    )


def rank(
    weights: Weighing, findings: Findings, place: Place | None, rulebook: Rulebook
) -> tuple[Ranked, ...]:
    """The recommended candidates, best first: only scores above 0, three at most."""
    ranked = []
    for target, rules in weights.points.items():
        if any(findings[rule.id] is Status.TRUE for rule in weights.ruled_out_by[target]):
            continue
        counted = tuple(each for each in rules if findings[each[0].id] is Status.TRUE)
        score = sum(points for _, points in counted)
        if score > 0:
            ranked.append(Ranked(target, score, counted))
    before = precedence(place, rulebook)
    ranked.sort(key=lambda each: (-each.score, before(each.target)))
    return tuple(ranked[:MOST_RECOMMENDED])


def precedence(place: Place | None, rulebook: Rulebook) -> Callable[[Place], tuple[Any, ...]]:
    """The order among equal scores: present specialisation, lower level, vocabulary."""
    present = place.specialisation if place else None

    def key(target: Place) -> tuple[Any, ...]:
        specialisation, level = vocabulary_order(target, rulebook)
        return (target.specialisation != present, level, specialisation)

    return key
