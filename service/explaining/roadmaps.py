"""Draws roadmaps: which ways there are from where somebody stands, and what must be said first."""

from collections.abc import Iterator
from dataclasses import replace

from service.advice.candidates import refuses_entry
from service.advice.judgement import Judgement
from service.advice.messages import guardrail_messages, in_order
from service.advice.model import Question, Source
from service.advice.outcome import shows_recommendations, wishes_toward
from service.advice.questions import questions_for
from service.advice.standing import Standing
from service.explaining.roadmap import Found, Roadmap, Way
from service.explaining.roadmap_steps import Steps
from service.explaining.routes import (
    MOST_LOOKED_AT,
    CareerMap,
    Route,
    Search,
    Wanted,
    specialisations_on,
)
from service.reading.aim import Target
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.reach import is_lower
from service.rulebook.rules import Outcome
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import STEP_BACK, Toward

MOST_ROUTES = 3
MOST_LONGER = 1
"""How many steps more than the first route another one may have."""

MOST_QUESTIONS = 3


class Roadmaps:
    """Makes roadmaps by one rulebook; `most` bounds the search for each."""

    def __init__(self, rulebook: Rulebook, most: int = MOST_LOOKED_AT) -> None:
        self._rulebook = rulebook
        self._most = most
        self._map = CareerMap(rulebook)
        self._steps = Steps(rulebook, self._map)

    def of(self, standing: Standing, target: Target) -> Roadmap:
        """The roadmap from where somebody stands to a target."""
        judgement = standing.judgement
        found = self._hindrance(judgement, target)
        routes: tuple[Route, ...] = ()
        complete = True
        if found is None:
            assert target.role is not None
            if judgement.place == target.role.place:
                return self._already_there(standing, target)
            search = Search(self._map, judgement.place, self._most)
            routes = self._routes(search, judgement, target.role.place)
            complete = not search.exhausted
            found = Found.ROADMAP if routes else Found.NO_WAY if complete else Found.STOPPED
        ways = tuple(
            self._steps.way(route, routes[:number], judgement)
            for number, route in enumerate(routes)
        )
        return self._roadmap(found, standing, target, ways, complete)

    def _hindrance(self, judgement: Judgement, target: Target) -> Found | None:
        """What must be said before there can be a roadmap; None when nothing stands in the way."""
        reading, place = judgement.reading, judgement.place
        if target.role is None:
            return Found.OTHER_PROFESSION
        if place is None and reading.in_pmo:
            return Found.PLACE_UNKNOWN
        if place is None and refuses_entry(reading, self._rulebook):
            return Found.ENTRY_NOT_WANTED
        if not shows_recommendations(reading, judgement.outcome):
            manager = reading.title.kind is TitleKind.PROJECT_MANAGEMENT
            comes = wishes_toward(reading, Toward.PMO, self._rulebook)
            stays = wishes_toward(reading, Toward.PROJECT_MANAGEMENT, self._rulebook)
            if manager and stays and not comes:
                return Found.ENTRY_NOT_WANTED
            silent = manager and not stays and not comes and not judgement.leans
            return Found.WISH_NOT_STATED if silent else Found.TALK_FIRST
        if place is None and not judgement.ranked:
            return Found.ENTRY_UNKNOWN
        if place is not None and is_lower(target.role.place, place, self._rulebook):
            return None if STEP_BACK in reading.goals else Found.STEP_BACK_NOT_ASKED
        return None

    # ---- Routes --------------------------------------------------------------

    def _routes(self, search: Search, judgement: Judgement, target: Place) -> tuple[Route, ...]:
        """The best route, and at most two that add something to it.

        That is a first step that the rules advise, or one specialisation that none before it
        passes. From outside everything starts where the rules advise to enter.
        """
        origin = judgement.place
        advised = frozenset(each.target for each in judgement.ranked) - {origin}
        wanted = Wanted(
            target,
            step_back=STEP_BACK in judgement.reading.goals,
            first=advised if origin is None else None,
        )
        best = search.best(wanted)
        if best is None:
            return ()
        routes = [best]
        others = replace(wanted, most=len(best) + MOST_LONGER)
        if advised and best[0] not in advised:
            started = search.best(replace(others, first=advised))
            routes += [started] if started else []
        while len(routes) < MOST_ROUTES:
            passed = specialisations_on(routes, origin)
            found = [
                route
                for specialisation in self._rulebook.specialisation_ids
                if specialisation not in passed
                and (route := search.best(replace(others, through=specialisation))) is not None
                and len(specialisations_on([route], origin) - passed) == 1
                and search.key(route)[1] <= search.key(best)[1]
            ]
            if not found:
                break
            routes.append(min(found, key=search.key))
        return tuple(routes)

    # ---- The answer ----------------------------------------------------------

    def _already_there(self, standing: Standing, target: Target) -> Roadmap:
        """Nothing to go; what there is to deepen is told where the rulebook has a move for that."""
        judgement = standing.judgement
        place = judgement.place
        assert place is not None
        deepening = self._steps.deepening(place, judgement)
        ways = (Way((deepening,), (), first=True),) if deepening else ()
        return self._roadmap(Found.ALREADY_THERE, standing, target, ways, complete=True)

    def _roadmap(
        self,
        found: Found,
        standing: Standing,
        target: Target,
        ways: tuple[Way, ...],
        complete: bool,
    ) -> Roadmap:
        judgement = standing.judgement
        reading = judgement.reading
        passed = {step.role.place.specialisation for way in ways for step in way.steps}
        return Roadmap(
            found=found,
            reading=reading,
            present=judgement.present,
            unknown=standing.unknown,
            target=target,
            ways=ways,
            complete=complete,
            questions=tuple(_questions(found, standing)),
            messages=in_order(
                guardrail_messages(
                    reading,
                    passed,
                    self._rulebook,
                    leans=judgement.leans,
                    asks_for_project_management=found is Found.OTHER_PROFESSION,
                )
            ),
            refers_to_advisor=judgement.leans or judgement.outcome is Outcome.REFER,
        )


def _questions(found: Found, standing: Standing) -> Iterator[Question]:
    """What would make a roadmap possible, or let it start elsewhere.

    For who works inside PMO that is what could settle the present place, for who comes from outside
    what could show where to enter.
    """
    unsettled = found is Found.PLACE_UNKNOWN or standing.judgement.present.assumed
    if not unsettled and found is not Found.ENTRY_UNKNOWN:
        return
    rulebook = standing.rulebook
    asked = questions_for(standing, len(rulebook.attributes))
    if unsettled:
        place = rulebook.attributes["current specialisation"]
        if place.asked and standing.judgement.present.specialisation_source is not Source.GIVEN:
            asked = (Question(place, place.asked), *asked)
        deciding = {
            condition.attribute
            for rule in (*standing.settling, *standing.settling_level)
            for condition in rule.when.conditions()
        }
        asked = tuple(each for each in asked if each.attribute in {place, *deciding})
    yield from [*dict.fromkeys(asked)][:MOST_QUESTIONS]
