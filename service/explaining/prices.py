"""Prices: the cheapest levers with which what is wanted holds.

z3 can minimise by itself, and takes twice as long: what is cheap is soon tried from below, because
a low price leaves it little to choose from.
"""

from collections.abc import Sequence

import z3

from service.explaining.changes import Lever
from service.explaining.formulas import Formula
from service.explaining.scene import Scene

EFFORT = 10_000_000
"""How much the solver may do for one question, in its own measure: no clock comes into it."""


class EffortSpent(Exception):
    """The solver did as much as it may, without an answer."""


Found = list[Lever]
"""The levers that are used in what the solver found, in the order of the rulebook."""


class Prices:
    """Asks a solver of its own, to which what is wanted is added first."""

    def __init__(self, scene: Scene, effort: int) -> None:
        self.solver = z3.SolverFor("QF_FD", ctx=scene.formulas.context)
        self.solver.set("rlimit", effort)
        self._scene = scene
        self._least = 0
        self._decls = [(lever, flag.decl()) for lever, flag in scene.levers.items()]
        self._places = {lever: place for place, lever in enumerate(scene.levers, start=1)}
        self._costs = [(flag, lever.cost) for lever, flag in scene.levers.items()]
        self._ranks = [(flag, self._places[lever]) for lever, flag in scene.levers.items()]

    def cheapest(self) -> Found | None:
        """The levers to use, or None when it cannot be. Of what costs the same, what comes first.

        Raises `EffortSpent`.
        """
        found = self._found()
        if found is None:
            return None
        self.solver.push()
        try:
            return self._first(self._below(found))
        finally:
            self.solver.pop()

    def exclude(self, used: Found) -> None:
        """Never again all of these, with or without others."""
        formulas = self._scene.formulas
        self.solver.add(formulas.any_of(formulas.no(self._scene.levers[each]) for each in used))

    def _below(self, found: Found) -> Found:
        """One of the cheapest, of which the price becomes the limit: later there is none below."""
        price = sum(lever.cost for lever in found)
        while self._least < price:
            self.solver.push()
            self.solver.add(self._at_most(self._costs, self._least))
            cheaper = self._found()
            self.solver.pop()
            if cheaper is not None:
                found = cheaper
                break
            self._least += 1
        self.solver.add(self._at_most(self._costs, self._least))
        return found

    def _first(self, found: Found) -> Found:
        """The one whose places in the rulebook come to the least."""
        while found:
            ranks = sum(self._places[lever] for lever in found)
            self.solver.add(self._at_most(self._ranks, ranks - 1))
            earlier = self._found()
            if earlier is None:
                break
            found = earlier
        return found

    def _found(self) -> Found | None:
        answer = self.solver.check()
        if answer == z3.unknown:
            raise EffortSpent
        if answer != z3.sat:
            return None
        model = self.solver.model()
        return [lever for lever, decl in self._decls if self._scene.formulas.holds(model, decl)]

    def _at_most(self, terms: Sequence[tuple[z3.BoolRef, int]], bound: int) -> Formula:
        return self._scene.formulas.at_most(bound, terms)
