"""The ranking: scores of candidates, and their order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.advice.candidates import candidates, refuses_entry, targets_of, vocabulary_order
from service.reading.model import Reading
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow, Rule, Weight
from service.rulebook.vocabulary import STEP_BACK, Stage

MOST_RECOMMENDED = 3


@dataclass(frozen=True, slots=True)
class Weighing:
    """Which growth rules bear on which candidate from one present place.

    `targets` are the candidates in their order when scores are equal; elsewhere a candidate is its
    number among them. `bearing` has the candidates that a rule gives points to or takes them from.
    """

    targets: tuple[Place, ...]
    bearing: Mapping[Rule, tuple[tuple[int, int], ...]]
    ruled_out_by: tuple[tuple[Rule, ...], ...]


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
        self._made: dict[tuple[Place | None, bool, bool, bool], Weighing] = {}

    def of(self, reading: Reading, place: Place | None) -> Weighing:
        key = (
            place,
            reading.in_pmo,
            STEP_BACK in reading.goals,
            refuses_entry(reading, self.rulebook),
        )
        if key not in self._made:
            targets = candidates(reading, place, self.rulebook)
            in_order = _in_order(targets, place, self.rulebook)
            self._made[key] = _weighing(in_order, place, self.rulebook)
        return self._made[key]


def _weighing(targets: tuple[Place, ...], place: Place | None, rulebook: Rulebook) -> Weighing:
    numbers = {target: number for number, target in enumerate(targets)}
    bearing: dict[Rule, list[tuple[int, int]]] = {}
    ruled_out: list[list[Rule]] = [[] for _ in targets]
    for rule in rulebook.rules_by_stage[Stage.GROWTH]:
        effect = rule.effect
        if not isinstance(effect, Grow):
            continue
        for target in targets_of(effect, place, rulebook):
            number = numbers.get(target)
            if number is None:
                continue
            if effect.weight is Weight.RULE_OUT:
                ruled_out[number].append(rule)
            else:
                bearing.setdefault(rule, []).append((number, effect.points))
    return Weighing(
        targets,
        {rule: tuple(bears) for rule, bears in bearing.items()},
        tuple(tuple(rules) for rules in ruled_out),
    )


def rank(weights: Weighing, fired: Sequence[Rule]) -> tuple[Ranked, ...]:
    """The recommended candidates by the growth rules that fired, best first.

    Only scores above 0, three at most.
    """
    counted: dict[int, list[tuple[Rule, int]]] = {}
    for rule in fired:
        for number, points in weights.bearing.get(rule, ()):
            counted.setdefault(number, []).append((rule, points))
    against = set(fired)
    scores = [
        (-sum([points for _, points in rules]), number)
        for number, rules in counted.items()
        if against.isdisjoint(weights.ruled_out_by[number])
    ]
    return tuple(
        Ranked(weights.targets[number], -score, tuple(counted[number]))
        for score, number in sorted(scores)[:MOST_RECOMMENDED]
        if score < 0
    )


def _in_order(
    targets: Iterable[Place], place: Place | None, rulebook: Rulebook
) -> tuple[Place, ...]:
    """Present specialisation first, then the lower level, then as in the vocabulary."""
    present = place.specialisation if place else None

    def key(target: Place) -> tuple[bool, int, int]:
        specialisation, level = vocabulary_order(target, rulebook)
        return target.specialisation != present, level, specialisation

    return tuple(sorted(targets, key=key))
