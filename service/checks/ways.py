"""The ways that `moves.yaml` allows: from each present place the targets in reach."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.advice.candidates import targets_of
from service.rulebook.career import Place
from service.rulebook.conditions import Condition, Operator
from service.rulebook.model import Rulebook
from service.rulebook.reach import is_lower, reached
from service.rulebook.rules import Grow, Rule
from service.rulebook.vocabulary import STEP_BACK

if TYPE_CHECKING:
    # The solver takes a while to load, and pages about checks do without it.
    from service.proofs.variables import Formula
    from service.proofs.world import World


@dataclass(frozen=True, slots=True)
class Way:
    """From a present place, or None from outside PMO, to a target."""

    place: Place | None
    target: Place


class Ways:
    """All ways of a rulebook, and who goes them."""

    def __init__(self, rulebook: Rulebook, world: "World") -> None:
        self._rulebook = rulebook
        self._world = world
        places: list[Place | None] = [None, *(role.place for role in rulebook.roles)]
        self._all = tuple(
            Way(place, target)
            for place in places
            for target in dict.fromkeys(
                target for move in rulebook.moves for target in reached(move, place, rulebook)
            )
        )
        goals = rulebook.attributes["goals"]
        self._of: dict[tuple[str, str], tuple[Way, ...]] = {}
        self._any: dict[tuple[Way, ...], Formula] = {}
        self._back = world.is_true(Condition(goals, Operator.INCLUDES_ONE, (STEP_BACK,), ""))

    def of(self, rule: Rule) -> tuple[Way, ...]:
        """The ways for which a growth rule counts; looked up once for all with its target."""
        effect = rule.effect
        assert isinstance(effect, Grow)
        target = effect.specialisation, effect.level
        if target not in self._of:
            self._of[target] = tuple(
                way
                for way in self._all
                if way.target in targets_of(effect, way.place, self._rulebook)
            )
        return self._of[target]

    def any_for(self, rule: Rule) -> "Formula":
        """That one of the ways for which a growth rule counts is open."""
        ways = self.of(rule)
        if ways not in self._any:
            self._any[ways] = self._world.any_of(self.open(way) for way in ways)
        return self._any[ways]

    def open(self, way: Way) -> "Formula":
        """That someone stands at the beginning of it, and wants to go back if it leads back."""
        here = self._world.stands_at(way.place)
        if way.place is not None and is_lower(way.target, way.place, self._rulebook):
            return here & self._back
        return here
