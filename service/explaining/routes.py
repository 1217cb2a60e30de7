"""Routes: ways from one place to another, over the moves that the rulebook allows.

Places only, no people: who may take which step is said by whoever asks for a route.
"""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from service.rulebook.career import Move, Place
from service.rulebook.model import Rulebook
from service.rulebook.reach import is_lower, reached

MOST_LOOKED_AT = 2_000
"""Beginnings of routes that are looked at for one roadmap; the shipped rulebook needs up to 200."""

Origin = Place | None
"""A place, or None outside PMO."""

Route = tuple[Place, ...]
"""The places on the way, the last of which is the target; where it starts is left out."""


class Leg(NamedTuple):
    """A step to another place, and the move that allows it."""

    target: Place
    move: Move


class CareerMap:
    """The steps from every place of a rulebook; staying where one is, is no step."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._staying: dict[Place, Move] = {}
        self._legs: dict[Origin, tuple[Leg, ...]] = {
            origin: self._legs_from(origin) for origin in (None, *rulebook.roles_by_place)
        }

    def _legs_from(self, origin: Origin) -> tuple[Leg, ...]:
        found: dict[Place, Move] = {}
        for move in self._rulebook.moves:
            for target in reached(move, origin, self._rulebook):
                if target == origin:
                    self._staying.setdefault(target, move)
                else:
                    found.setdefault(target, move)
        return tuple(Leg(target, found[target]) for target in sorted(found, key=self.order))

    @property
    def origins(self) -> Collection[Origin]:
        """Every place, and outside PMO."""
        return self._legs.keys()

    def order(self, place: Place) -> tuple[int, int]:
        """The place of a place in the vocabulary."""
        rulebook = self._rulebook
        return (
            rulebook.specialisation_ids.index(place.specialisation),
            rulebook.level_ids.index(place.level),
        )

    def legs(self, origin: Origin, *, step_back: bool) -> Iterator[Leg]:
        """The steps from a place; those to a lower level only with `step_back`."""
        for leg in self._legs[origin]:
            if step_back or origin is None or not self.goes_down(origin, leg.target):
                yield leg

    def goes_down(self, origin: Origin, target: Place) -> bool:
        return origin is not None and is_lower(target, origin, self._rulebook)

    def staying(self, place: Place) -> Move | None:
        """The move that allows to deepen where one is."""
        return self._staying.get(place)

    def move(self, origin: Origin, target: Place) -> Move:
        """The move that allows a step, which must be there."""
        return next(leg.move for leg in self._legs[origin] if leg.target == target)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a route must be like.

    `first` are the places that the first step may lead to, None for all; `through` is a
    specialisation that it passes, `most` the most steps that it may have.
    """

    target: Place
    step_back: bool = False
    first: frozenset[Place] | None = None
    through: str | None = None
    most: int | None = None


Key = tuple[int, int, int, tuple[tuple[bool, int, int], ...]]
"""What makes a route better than another: fewer steps, fewer of them down, fewer changes of
specialisation and those as late as can be, and the order of the vocabulary."""


class Search:
    """Looks for routes from one origin; `exhausted` once it had to stop before it was done."""

    def __init__(self, career_map: CareerMap, origin: Origin, most: int = MOST_LOOKED_AT) -> None:
        self._map = career_map
        self._origin = origin
        self._left = most
        self.exhausted = False

    def best(self, wanted: Wanted) -> Route | None:
        """The best route that never comes to a place twice; None when there is none.

        Best first, by what was gone and the fewest steps that are still to go: the first route
        that arrives is the best one.
        """
        to_go = self._steps_to_go(wanted)
        passed = self._passes(self._origin, wanted)
        ahead: list[tuple[Key, int, Route, bool]] = []
        if (self._origin, passed) in to_go:
            heappush(ahead, ((to_go[self._origin, passed], 0, 0, ()), 0, (), passed))
        number = 0
        while ahead:
            if self._left == 0:
                self.exhausted = True
                return None
            self._left -= 1
            (_, downs, changes, turns), _, route, passed = heappop(ahead)
            here = route[-1] if route else self._origin
            if here == wanted.target and passed:
                return route
            for leg in self._map.legs(here, step_back=wanted.step_back):
                target = leg.target
                if not self._may_come(target, route, wanted):
                    continue
                passes = passed or self._passes(target, wanted)
                if (target, passes) not in to_go:
                    continue
                steps = len(route) + 1 + to_go[target, passes]
                if wanted.most is not None and steps > wanted.most:
                    continue
                turn = here is not None and here.specialisation != target.specialisation
                key = (
                    steps,
                    downs + self._map.goes_down(here, target),
                    changes + turn,
                    (*turns, (turn, *self._map.order(target))),
                )
                number += 1
                heappush(ahead, (key, number, (*route, target), passes))
        return None

    def key(self, route: Route) -> Key:
        """What the route is compared by with others from the same origin."""
        downs = 0
        turns: list[tuple[bool, int, int]] = []
        here = self._origin
        for target in route:
            downs += self._map.goes_down(here, target)
            turn = here is not None and here.specialisation != target.specialisation
            turns.append((turn, *self._map.order(target)))
            here = target
        return len(route), downs, sum(turn for turn, _, _ in turns), tuple(turns)

    def _may_come(self, target: Place, route: Route, wanted: Wanted) -> bool:
        if not route and wanted.first is not None and target not in wanted.first:
            return False
        return target != self._origin and target not in route

    @staticmethod
    def _passes(place: Origin, wanted: Wanted) -> bool:
        if wanted.through is None:
            return True
        return place is not None and place.specialisation == wanted.through

    def _steps_to_go(self, wanted: Wanted) -> Mapping[tuple[Origin, bool], int]:
        """The fewest steps to the target, from each place and by whether `through` is passed."""
        came_from: dict[tuple[Origin, bool], list[tuple[Origin, bool]]] = {}
        for origin in self._map.origins:
            for leg in self._map.legs(origin, step_back=wanted.step_back):
                for passed in {self._passes(origin, wanted), True}:
                    after = (leg.target, passed or self._passes(leg.target, wanted))
                    came_from.setdefault(after, []).append((origin, passed))
        arrived: tuple[Origin, bool] = (wanted.target, True)
        found: dict[tuple[Origin, bool], int] = {arrived: 0}
        ahead = deque([arrived])
        while ahead:
            here = ahead.popleft()
            for before in came_from.get(here, ()):
                if before not in found:
                    found[before] = found[here] + 1
                    ahead.append(before)
        return found


def specialisations_on(routes: Collection[Route], origin: Origin) -> set[str]:
    """Those that some of the routes pass, where they start included."""
    passed = {place.specialisation for route in routes for place in route}
    return passed if origin is None else passed | {origin.specialisation}
