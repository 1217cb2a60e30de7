"""The smallest change: the cheapest sets of changes that bring a target to the front, proven so.

The solver sees everything that bears on it: the place that certificates and work may settle, the
candidates from there, every rule with points for or against any of them, and what is not shown.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import z3

from service.advice.judgement import message_facts
from service.advice.model import PresentPlace, Source
from service.advice.outcome import LEANS, wishes_toward
from service.advice.present import (
    NOWHERE,
    Settled,
    has_present_place,
    place_facts,
    put_together,
    settle_level,
    settle_specialisation,
    with_specialisation,
)
from service.advice.ranking import MOST_RECOMMENDED, Weighing
from service.advice.standing import Standing
from service.explaining.changes import (
    ChangeSet,
    Lever,
    Limits,
    Reach,
    SmallestChange,
    changes_by,
    levers_of,
)
from service.explaining.formulas import Formula, Term
from service.explaining.prices import EFFORT, EffortSpent, Prices
from service.explaining.scene import Scene
from service.rulebook.career import Place
from service.rulebook.facts import Facts
from service.rulebook.rules import Outcome, Rule
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import STEP_BACK, ChangeKind, Toward

MOST_ALTERNATIVES = 3


class ChangeSearch:
    """What one person could change to come nearer to a target.

    Where the person stands stays as it is; only an unknown place may become known by what changes.
    `levers` are all that may be used; without them, everything that a person can change. `effort`
    is how much the solver may do for one answer.
    """

    def __init__(
        self,
        standing: Standing,
        target: Place,
        levers: Sequence[Lever] | None = None,
        effort: int = EFFORT,
    ) -> None:
        self._standing = standing
        self._target = target
        self._effort = effort
        self._rulebook = standing.rulebook
        self._reading = standing.judgement.reading
        levers = levers_of(standing, target) if levers is None else levers
        self._scene = Scene(standing.base, levers, standing.rulebook)
        self._formulas = self._scene.formulas

    def smallest(self, reach: Reach, most: int = MOST_ALTERNATIVES) -> SmallestChange:
        """The cheapest sets of changes with which the target comes so far; `most` of them."""
        wanted = self._formulas.any_of(
            self._reached(reach, present, guard, weights)
            for present, guard in self._places
            for weights, guard in self._weighings(present, guard)
            if self._target in weights.targets
        )
        if isinstance(wanted, bool):
            return SmallestChange(reach, (ChangeSet(()),) if wanted else (), proven=True)
        return self._cheapest(wanted, reach, most)

    def best(self) -> SmallestChange | None:
        """The smallest change for the best reach that can be reached; None where none can."""
        for reach in Reach:
            found = self.smallest(reach)
            if found.sets or not found.proven:
                return found
        return None

    def limits(self) -> Limits | None:
        """What holds the target back from the present place; None where it is no candidate."""
        judgement = self._standing.judgement
        if self._target not in judgement.weights.targets:
            return None
        contest = _Contest(self._scene, self._standing, judgement.present, judgement.weights)
        return contest.limits(judgement.weights.targets.index(self._target))

    def _cheapest(self, wanted: z3.BoolRef, reach: Reach, most: int) -> SmallestChange:
        prices = Prices(self._scene, self._effort)
        prices.solver.add(wanted, *self._scene.ladders())
        found: list[ChangeSet] = []
        try:
            while len(found) < most and (used := prices.cheapest()) is not None:
                found.append(ChangeSet(changes_by(used, self._reading)))
                if not used:
                    break
                prices.exclude(used)
        except EffortSpent:
            return SmallestChange(reach, tuple(found), proven=False)
        return SmallestChange(reach, tuple(found), proven=True)

    @cached_property
    def _places(self) -> list[tuple[PresentPlace, Formula]]:
        """The present places that changes may lead to, each with when it is so."""
        if not has_present_place(self._reading):
            return [(NOWHERE, True)]
        standing, reading = self._standing, self._reading
        found = []
        for specialisation, guard in self._settled(
            standing.settling,
            standing.base,
            lambda fired: settle_specialisation(reading, fired),
        ):
            facts = with_specialisation(standing.base, specialisation.value)
            for level, further in self._settled(
                standing.settling_level,
                facts,
                lambda fired: settle_level(reading, self._rulebook, fired),
            ):
                present = put_together(reading, specialisation, level)
                found.append((present, self._formulas.all_of([guard, further])))
        place = standing.judgement.place
        return [each for each in found if place is None or each[0].place == place]

    def _settled(
        self, rules: Sequence[Rule], facts: Facts, settle: Callable[[list[Rule]], Settled]
    ) -> Iterator[tuple[Settled, Formula]]:
        """What rules may settle: nothing, one value, or several on which they do not agree."""
        proposing: dict[str, list[Rule]] = {}
        for rule in rules:
            alone = settle([rule])
            if alone.source is Source.RULE and alone.value is not None:
                proposing.setdefault(alone.value, []).append(rule)
        all_of, any_of, no = self._formulas.all_of, self._formulas.any_of, self._formulas.no
        fires = {
            value: any_of([self._fires(rule, facts) for rule in proposed])
            for value, proposed in proposing.items()
        }
        possible = {value: formula for value, formula in fires.items() if formula is not False}
        yield settle([]), all_of(no(formula) for formula in possible.values())
        for value, formula in possible.items():
            others = (no(other) for each, other in possible.items() if each != value)
            yield settle(proposing[value][:1]), all_of([formula, *others])
        if len(possible) > 1:
            several = settle([proposing[value][0] for value in possible])
            yield several, self._formulas.at_least(2, [(each, 1) for each in possible.values()])

    def _weighings(
        self, present: PresentPlace, guard: Formula
    ) -> Iterator[tuple[Weighing, Formula]]:
        """The candidates from a place: stating the wish to step back makes more of them."""
        weighings, reading = self._standing.weighings, self._reading
        if guard is False:
            return
        asks = self._scene.lever(ChangeKind.GOAL, STEP_BACK)
        stays = self._formulas.all_of([guard, self._formulas.no(asks)])
        yield weighings.of(reading, present.place), stays
        if asks is not False:
            asking = replace(reading, goals=(*reading.goals, STEP_BACK))
            yield weighings.of(asking, present.place), self._formulas.all_of([guard, asks])

    def _reached(
        self, reach: Reach, present: PresentPlace, guard: Formula, weights: Weighing
    ) -> Formula:
        """That the target comes so far, from this place and among these candidates."""
        if guard is False:
            return False
        contest = _Contest(self._scene, self._standing, present, weights)
        number = weights.targets.index(self._target)
        all_of = self._formulas.all_of
        if reach is Reach.POSSIBLE:
            return all_of([guard, self._formulas.no(contest.is_out(number))])
        parts = [guard, self._is_shown(present), contest.is_listed(number)]
        if False in parts:
            return False
        ahead = [
            contest.is_ahead(rival, number)
            for rival in range(len(weights.targets))
            if rival != number
        ]
        most = 0 if reach is Reach.FIRST else MOST_RECOMMENDED - 1
        return all_of([*parts, self._formulas.at_most(most, [(each, 1) for each in ahead])])

    def _is_shown(self, present: PresentPlace) -> Formula:
        """That recommendations are shown: who is referred from another profession sees none."""
        if self._reading.in_pmo:
            return True
        formulas = self._formulas
        facts = {**self._standing.base, **place_facts(present)}
        spoken = message_facts(facts, present, self._target, self._rulebook)
        refers = [
            self._fires(rule, spoken)
            for rule, outcome in self._standing.outlook.raising
            if outcome is Outcome.REFER
        ]
        if self._reading.title.kind is TitleKind.PROJECT_MANAGEMENT:
            leans = self._rulebook.signal_rules.get(LEANS, ())
            refers += [self._fires(rule, facts) for rule in leans]
            refers.append(formulas.no(self._wants_to_come()))
        return formulas.no(formulas.any_of(refers))

    def _wants_to_come(self) -> Formula:
        """That a project manager states the wish to come to PMO, and none to stay."""
        if wishes_toward(self._reading, Toward.PROJECT_MANAGEMENT, self._rulebook):
            return False
        if wishes_toward(self._reading, Toward.PMO, self._rulebook):
            return True
        return self._formulas.any_of(
            self._scene.lever(ChangeKind.GOAL, goal.id)
            for goal in self._rulebook.goals
            if goal.toward is Toward.PMO
        )

    def _fires(self, rule: Rule, facts: Facts) -> Formula:
        return self._scene.is_true(self._standing.outlook.of(rule), facts)


class _Contest:
    """The candidates from one place, with what bears on them as formulas."""

    def __init__(
        self, scene: Scene, standing: Standing, present: PresentPlace, weights: Weighing
    ) -> None:
        self._formulas = scene.formulas
        self._weights = weights
        facts = {**standing.base, **place_facts(present)}
        fires = {
            rule: scene.is_true(standing.outlook.of(rule), facts)
            for rule in (*weights.bearing, *(r for rules in weights.ruled_out_by for r in rules))
        }
        self._out = [
            self._formulas.any_of(fires[rule] for rule in rules) for rules in weights.ruled_out_by
        ]
        self._points: list[dict[Rule, int]] = [{} for _ in weights.targets]
        self._fires: Mapping[Rule, Formula] = fires
        for rule, bears in weights.bearing.items():
            if fires[rule] is not False:
                for number, points in bears:
                    self._points[number][rule] = points

    def limits(self, number: int) -> Limits:
        excluding = self._weights.ruled_out_by[number]
        points = self._points[number].items()
        return Limits(
            excluded_by=tuple(rule for rule in excluding if self._fires[rule] is True),
            most=sum(each for rule, each in points if each > 0 or self._fires[rule] is True),
        )

    def is_out(self, number: int) -> Formula:
        return self._out[number]

    def is_listed(self, number: int) -> Formula:
        """That a candidate is not ruled out and has points."""
        is_in = self._formulas.no(self._out[number])
        if is_in is False:
            return False
        scores = self._formulas.at_least(1, self._terms(self._points[number]))
        return self._formulas.all_of([is_in, scores])

    def is_ahead(self, rival: int, number: int) -> Formula:
        """That a rival is listed before a candidate."""
        lead = dict(self._points[rival])
        for rule, points in self._points[number].items():
            lead[rule] = lead.get(rule, 0) - points
        needed = 0 if rival < number else 1
        leads = self._formulas.at_least(needed, self._terms(lead))
        return False if leads is False else self._formulas.all_of([leads, self.is_listed(rival)])

    def _terms(self, points: Mapping[Rule, int]) -> Sequence[Term]:
        return [(self._fires[rule], each) for rule, each in points.items() if each]
