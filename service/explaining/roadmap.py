"""The roadmap: from where someone stands now to a role, step by step, before any language.

It says what can be said today. Only the first step is judged by the rules; of later ones it tells
what their roles ask, and the rules will judge them when the person is there.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from service.advice.asks import Asks, gaps_in
from service.advice.candidates import refuses_entry, targets_of
from service.advice.judgement import Judgement
from service.advice.messages import guardrail_messages, in_order
from service.advice.model import (
    Ask,
    AskKind,
    Gap,
    Message,
    PresentPlace,
    Question,
    Source,
)
from service.advice.outcome import shows_recommendations, wishes_toward
from service.advice.present import fired
from service.advice.questions import questions_for
from service.advice.standing import Standing
from service.explaining.routes import (
    MOST_LOOKED_AT,
    CareerMap,
    Origin,
    Route,
    Search,
    Wanted,
    specialisations_on,
)
from service.reading.aim import Target
from service.reading.model import Reading
from service.rulebook.career import Move, MoveKind, Place, Role, Span
from service.rulebook.model import Rulebook
from service.rulebook.reach import is_lower, move_kind
from service.rulebook.rules import Grow, Outcome, Rule, Weight
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import STEP_BACK, Action, Attribute, Stage, Toward

MOST_ROUTES = 3
MOST_LONGER = 1
"""How many steps more than the first route another one may have."""

MOST_ACTIONS = 3
MOST_QUESTIONS = 3

FITTING = {
    AskKind.CERTIFICATE: ("course",),
    AskKind.WORK: ("ownership", "rotation"),
    AskKind.COMPETENCE: ("mentoring", "pairing", "shadowing"),
}
"""Which kinds of action help with what is missing."""


class Found(StrEnum):
    """What came of looking for a roadmap."""

    ROADMAP = "roadmap"
    ALREADY_THERE = "already_there"
    PLACE_UNKNOWN = "place_unknown"
    ENTRY_UNKNOWN = "entry_unknown"
    ENTRY_NOT_WANTED = "entry_not_wanted"
    WISH_NOT_STATED = "wish_not_stated"
    TALK_FIRST = "talk_first"
    OTHER_PROFESSION = "other_profession"
    STEP_BACK_NOT_ASKED = "step_back_not_asked"
    NO_WAY = "no_way"
    STOPPED = "stopped"


class Verdict(StrEnum):
    """What the rules say of a first step, with what is known now."""

    ADVISED = "advised"
    NOT_ADVISED = "not_advised"
    RULED_OUT = "ruled_out"


@dataclass(frozen=True, slots=True)
class Today:
    """`ruled_out_by` has the rules that exclude the step, all of which are true."""

    verdict: Verdict
    ruled_out_by: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class RoadmapStep:
    """A step of one level at most; `origin` is None outside PMO.

    `asks` is what its role asks more than the roles before it, `gaps` what of that is known to be
    missing. `today` is None for every step but the first, `time` where the rulebook tells none.
    """

    origin: Origin
    role: Role
    kind: MoveKind
    move: Move
    asks: tuple[Ask, ...]
    gaps: tuple[Gap, ...]
    actions: tuple[Action, ...]
    time: Span | None
    today: Today | None

    @property
    def unknown(self) -> tuple[Ask, ...]:
        """What is asked of which we do not know whether the person has it."""
        return tuple(ask for ask in self.asks if not ask.known)


@dataclass(frozen=True, slots=True)
class Way:
    """A whole way to the target.

    `through` has the specialisation that it passes and none before it; it is empty for the first
    one, and for one that is told because it starts as the rules advise.
    """

    steps: tuple[RoadmapStep, ...]
    through: tuple[str, ...]
    first: bool

    @property
    def time(self) -> Span | None:
        """Of all steps together; None when that of one is not told."""
        total = Span(0, 0)
        for step in self.steps:
            if step.time is None:
                return None
            total += step.time
        return total


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The answer. `ways` has the best one first, and none unless one was found.

    `target` is None when another profession was asked for. `complete` is False when there was no
    time to look for every other way.
    """

    found: Found
    reading: Reading
    present: PresentPlace
    unknown: tuple[Attribute, ...]
    target: Target
    ways: tuple[Way, ...]
    complete: bool
    questions: tuple[Question, ...]
    messages: tuple[Message, ...]
    refers_to_advisor: bool


class Roadmaps:
    """Makes roadmaps by one rulebook; `most` bounds the search for each."""

    def __init__(self, rulebook: Rulebook, most: int = MOST_LOOKED_AT) -> None:
        self._rulebook = rulebook
        self._most = most
        self._map = CareerMap(rulebook)
        self._asks = Asks(rulebook)
        self._leading_to: dict[str, list[tuple[Rule, Grow]]] = {}
        for rule in rulebook.rules_by_stage[Stage.GROWTH]:
            effect = rule.effect
            if isinstance(effect, Grow) and effect.weight is Weight.RECOMMEND and effect.actions:
                self._leading_to.setdefault(effect.specialisation, []).append((rule, effect))

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
            self._way(route, routes[:number], judgement) for number, route in enumerate(routes)
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

    # ---- Steps ---------------------------------------------------------------

    def _way(self, route: Route, before: Collection[Route], judgement: Judgement) -> Way:
        steps: list[RoadmapStep] = []
        asked = _Asked(self._rulebook)
        origin = judgement.place
        for place in route:
            steps.append(self._step(origin, place, judgement, asked, first=not steps))
            origin = place
        added = specialisations_on([route], judgement.place) - specialisations_on(
            before, judgement.place
        )
        through = (each for each in self._rulebook.specialisation_ids if each in added)
        return Way(tuple(steps), tuple(through) if before else (), first=not before)

    def _step(
        self, origin: Origin, place: Place, judgement: Judgement, asked: "_Asked", *, first: bool
    ) -> RoadmapStep:
        rulebook = self._rulebook
        kind = move_kind(place, origin, rulebook)
        asks = asked.more_in(self._asks.of(place, judgement.facts))
        gaps = gaps_in(asks, judgement.facts)
        times = rulebook.step_times
        return RoadmapStep(
            origin=origin,
            role=rulebook.roles_by_place[place],
            kind=kind,
            move=self._map.move(origin, place),
            asks=asks,
            gaps=gaps,
            actions=self._actions(origin, place, gaps, judgement if first else None),
            time=times.of(kind, place.level) if times else None,
            today=_today(place, judgement) if first else None,
        )

    def _actions(
        self, origin: Origin, place: Place, gaps: tuple[Gap, ...], judgement: Judgement | None
    ) -> tuple[Action, ...]:
        """What helps with a step: by rules that fired for it, by others, and by what is missing."""
        fires = frozenset(fired(judgement.growth, self._rulebook)) if judgement else frozenset()
        leading = self._leading_to.get(place.specialisation, ())
        bearing = [
            (rule, effect)
            for rule, effect in leading
            if place in targets_of(effect, origin, self._rulebook)
        ]
        bearing.sort(key=lambda each: (each[0] not in fires, -each[1].points, each[0].id))
        found = dict.fromkeys(action for _, effect in bearing for action in effect.actions)
        by_id = self._rulebook.actions_by_id
        kinds = {kind for gap in gaps for kind in FITTING[gap.ask.kind]}
        fitting = (action for _, effect in leading for action in effect.actions)
        found |= dict.fromkeys(id for id in fitting if by_id[id].kind in kinds)
        return tuple(by_id[id] for id in [*found][:MOST_ACTIONS])

    # ---- The answer ----------------------------------------------------------

    def _already_there(self, standing: Standing, target: Target) -> Roadmap:
        """Nothing to go; what there is to deepen is told where the rulebook has a move for that."""
        judgement = standing.judgement
        place = judgement.place
        assert place is not None
        move = self._map.staying(place)
        ways: tuple[Way, ...] = ()
        if move is not None:
            asks = self._asks.of(place, judgement.facts)
            gaps = gaps_in(asks, judgement.facts)
            step = RoadmapStep(
                origin=place,
                role=self._rulebook.roles_by_place[place],
                kind=MoveKind.DEEPEN,
                move=move,
                asks=asks,
                gaps=gaps,
                actions=self._actions(place, place, gaps, judgement),
                time=None,
                today=_today(place, judgement),
            )
            ways = (Way((step,), (), first=True),)
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


def _today(place: Place, judgement: Judgement) -> Today:
    """What the rules say of a step now; with a rule that excludes it no points count."""
    excluding = dict(
        zip(judgement.weights.targets, judgement.weights.ruled_out_by, strict=True)
    ).get(place, ())
    true = tuple(
        sorted((rule for rule in excluding if rule in judgement.fired), key=lambda rule: rule.id)
    )
    if true:
        return Today(Verdict.RULED_OUT, true)
    advised = any(each.target == place for each in judgement.ranked)
    return Today(Verdict.ADVISED if advised else Verdict.NOT_ADVISED, ())


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


class _Asked:
    """What the roles of the steps so far have asked, so that each ask is told once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._needs: dict[str, int] = {}
        self._met: set[tuple[AskKind, str]] = set()

    def more_in(self, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
        """Those that go further than what was asked before; from now on they are asked too."""
        more = tuple(ask for ask in asks if not self._is_met(ask))
        for ask in more:
            if isinstance(ask.need, int):
                self._needs[ask.id] = ask.need
            elif ask.kind is AskKind.CERTIFICATE:
                held = self._rulebook.held_with([ask.id])
                self._met |= {(ask.kind, id) for id in held}
            else:
                self._met.add((ask.kind, ask.id))
        return more

    def _is_met(self, ask: Ask) -> bool:
        if isinstance(ask.need, int):
            return self._needs.get(ask.id, 0) >= ask.need
        return (ask.kind, ask.id) in self._met
