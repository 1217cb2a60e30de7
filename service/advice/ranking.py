"""The ranking: scores of candidates, and their order."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.advice.candidates import candidates, targets_of, vocabulary_order
from service.engine.protocol import Findings, Status
from service.reading.model import Reading
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow, Rule, Weight
from service.rulebook.vocabulary import STEP_BACK, Stage

MOST_RECOMMENDED = 3


@dataclass(frozen=True, slots=True)
class Weighing:
    """Which growth rules bear on which candidate from one present place.

    `order` is the order of candidates with equal scores: the lower one comes first.
    """

    points: Mapping[Place, tuple[tuple[Rule, int], ...]]
    ruled_out_by: Mapping[Place, tuple[Rule, ...]]
    order: Mapping[Place, int]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and the rules that fired for or against it."""

    target: Place
    score: int
    counted: tuple[tuple[Rule, int], ...]


class Weighings:
    """The weighings of one rulebook, each made when somebody is first met who needs it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._made: dict[tuple[Place | None, bool, bool], Weighing] = {}

    def of(self, reading: Reading, place: Place | None) -> Weighing:
        key = place, reading.in_pmo, STEP_BACK in reading.goals
        if key not in self._made:
            targets = candidates(reading, place, self.rulebook)
            self._made[key] = _weighing(targets, place, self.rulebook)
        return self._made[key]


def _weighing(targets: tuple[Place, ...], place: Place | None, rulebook: Rulebook) -> Weighing:
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
        _order(targets, place, rulebook),
    )


def rank(weights: Weighing, findings: Findings) -> tuple[Ranked, ...]:
    """The recommended candidates, best first: only scores above 0, three at most."""
    ranked = []
    for target, rules in weights.points.items():
        if any(findings[rule.id] is Status.TRUE for rule in weights.ruled_out_by[target]):
            continue
        counted = tuple(each for each in rules if findings[each[0].id] is Status.TRUE)
        score = sum(points for _, points in counted)
        if score > 0:
            ranked.append(Ranked(target, score, counted))
    ranked.sort(key=lambda each: (-each.score, weights.order[each.target]))
    return tuple(ranked[:MOST_RECOMMENDED])


def _order(
    targets: tuple[Place, ...], place: Place | None, rulebook: Rulebook
) -> Mapping[Place, int]:
    """Present specialisation first, then the lower level, then as in the vocabulary."""
    present = place.specialisation if place else None

    def key(target: Place) -> tuple[bool, int, int]:
        specialisation, level = vocabulary_order(target, rulebook)
        return target.specialisation != present, level, specialisation

    return {target: number for number, target in enumerate(sorted(targets, key=key))}
