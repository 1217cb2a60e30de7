"""The verdict on one target: what spoke for it and against it, and how it came out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from service.advice.candidates import refuses_entry
from service.advice.outcome import shows_recommendations
from service.advice.prospects import TRUE
from service.advice.ranking import MOST_RECOMMENDED
from service.advice.standing import Standing
from service.explaining.conditions import Met, Weighed, weighed
from service.rulebook.career import Place
from service.rulebook.reach import is_lower
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import STEP_BACK


class Position(StrEnum):
    """How a target came out."""

    FIRST = "first"
    RECOMMENDED = "recommended"
    BEHIND = "behind"
    WITHOUT_POINTS = "without_points"
    RULED_OUT = "ruled_out"
    NOT_SHOWN = "not_shown"
    OUT_OF_REACH = "out_of_reach"


class Obstacle(StrEnum):
    """Why a target is no candidate at all."""

    PLACE_UNKNOWN = "place_unknown"
    ENTRY_REFUSED = "entry_refused"
    NO_ENTRY = "no_entry"
    TOO_HIGH = "too_high"
    LOWER = "lower"
    NO_MOVE = "no_move"


@dataclass(frozen=True, slots=True)
class Bearing:
    """A rule with points for or against a target; they count when it is met."""

    rule: Weighed
    points: int


@dataclass(frozen=True, slots=True)
class Rival:
    target: Place
    score: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` is the sum of the points of what is met. `rank` counts all that have points.

    `counted` are met, `open` could still be when more is told, and `not_met` are the others; each
    by points. `excluding` are the rules that rule it out when they are met. `ahead` came before it.
    """

    target: Place
    position: Position
    obstacle: Obstacle | None
    score: int
    rank: int | None
    counted: tuple[Bearing, ...]
    open: tuple[Bearing, ...]
    not_met: tuple[Bearing, ...]
    excluding: tuple[Weighed, ...]
    ahead: tuple[Rival, ...]

    @property
    def ruled_out_by(self) -> tuple[Weighed, ...]:
        return tuple(rule for rule in self.excluding if rule.met is Met.YES)


class Verdicts:
    """The verdicts of one standing."""

    def __init__(self, standing: Standing) -> None:
        judgement = standing.judgement
        self._standing = standing
        self._judgement = judgement
        self._rulebook = standing.rulebook
        self._weights = judgement.weights
        self._shown = shows_recommendations(judgement.reading, judgement.outcome)
        self._scores = [0] * len(self._weights.targets)
        for rule, bears in self._weights.bearing.items():
            if self._is_true(rule):
                for number, points in bears:
                    self._scores[number] += points
        listed = [
            (-score, number)
            for number, score in enumerate(self._scores)
            if score > 0 and not self._is_out(number)
        ]
        self._order = [number for _, number in sorted(listed)]

    def of(self, target: Place) -> Verdict:
        """The verdict on any place, a candidate or not."""
        if target not in self._weights.targets:
            return Verdict(
                target, Position.OUT_OF_REACH, self._obstacle(target), 0, None, (), (), (), (), ()
            )
        number = self._weights.targets.index(target)
        place = self._order.index(number) if number in self._order else None
        ahead = self._order[:place] if place is not None else self._order
        return Verdict(
            target=target,
            position=self._position(number, place),
            obstacle=None,
            score=self._scores[number],
            rank=None if place is None else place + 1,
            counted=self._bearing(number, self._is_true),
            open=self._bearing(number, self._could_be_true),
            not_met=self._bearing(
                number, lambda rule: not self._is_true(rule) and not self._could_be_true(rule)
            ),
            excluding=self._weighed(self._weights.ruled_out_by[number]),
            ahead=tuple(Rival(self._weights.targets[each], self._scores[each]) for each in ahead),
        )

    def ruled_out(self) -> tuple[Verdict, ...]:
        """Those on candidates that a rule takes away, though they had points."""
        return tuple(
            self.of(target)
            for number, target in enumerate(self._weights.targets)
            if self._scores[number] > 0 and self._is_out(number)
        )

    def _position(self, number: int, place: int | None) -> Position:
        if self._is_out(number):
            return Position.RULED_OUT
        if place is None:
            return Position.WITHOUT_POINTS
        if not self._shown:
            return Position.NOT_SHOWN
        if place == 0:
            return Position.FIRST
        return Position.RECOMMENDED if place < MOST_RECOMMENDED else Position.BEHIND

    def _obstacle(self, target: Place) -> Obstacle:
        judgement, rulebook = self._judgement, self._rulebook
        place = judgement.place
        if place is None:
            if judgement.reading.in_pmo:
                return Obstacle.PLACE_UNKNOWN
            refused = refuses_entry(judgement.reading, rulebook)
            return Obstacle.ENTRY_REFUSED if refused else Obstacle.NO_ENTRY
        levels = rulebook.level_ids
        if levels.index(target.level) > levels.index(place.level) + 1:
            return Obstacle.TOO_HIGH
        if is_lower(target, place, rulebook) and STEP_BACK not in judgement.reading.goals:
            return Obstacle.LOWER
        return Obstacle.NO_MOVE

    def _bearing(self, number: int, wanted: Callable[[Rule], bool]) -> tuple[Bearing, ...]:
        found = [
            (rule, points)
            for rule, bears in self._weights.bearing.items()
            for each, points in bears
            if each == number and wanted(rule)
        ]
        found.sort(key=lambda each: (-each[1], each[0].id))
        return tuple(Bearing(self._weigh(rule), points) for rule, points in found)

    def _weighed(self, rules: Iterable[Rule]) -> tuple[Weighed, ...]:
        return tuple(self._weigh(rule) for rule in rules)

    def _weigh(self, rule: Rule) -> Weighed:
        return weighed(rule, self._judgement.facts, self._rulebook)

    def _is_out(self, number: int) -> bool:
        return any(self._is_true(rule) for rule in self._weights.ruled_out_by[number])

    def _is_true(self, rule: Rule) -> bool:
        return rule in self._judgement.growth.true

    def _could_be_true(self, rule: Rule) -> bool:
        """Whether something that the person did not tell could make it true."""
        if rule not in self._judgement.growth.open:
            return False
        return self._standing.judged.placed.look(rule).high == TRUE
