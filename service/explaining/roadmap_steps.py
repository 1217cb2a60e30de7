"""The steps of a roadmap: what each asks, what is missing, and what helps with it."""

from collections.abc import Collection

from service.advice.asks import Asks, gaps_in
from service.advice.candidates import targets_of
from service.advice.judgement import Judgement
from service.advice.model import Ask, AskKind, Gap
from service.explaining.roadmap import RoadmapStep, Today, Verdict, Way
from service.explaining.routes import CareerMap, Origin, Route, specialisations_on
from service.rulebook.career import MoveKind, Place
from service.rulebook.model import Rulebook
from service.rulebook.reach import move_kind
from service.rulebook.rules import Grow, Rule, Weight
from service.rulebook.vocabulary import Action, Stage

MOST_ACTIONS = 3

FITTING = {
    AskKind.CERTIFICATE: ("course",),
    AskKind.WORK: ("ownership", "rotation"),
    AskKind.COMPETENCE: ("mentoring", "pairing", "shadowing"),
}
"""Which kinds of action help with what is missing."""


class Steps:
    """Makes the steps of roadmaps by one rulebook."""

    def __init__(self, rulebook: Rulebook, career_map: CareerMap) -> None:
        self._rulebook = rulebook
        self._map = career_map
        self._asks = Asks(rulebook)
        self._leading_to: dict[str, list[tuple[Rule, Grow]]] = {}
        for rule in rulebook.rules_by_stage[Stage.GROWTH]:
            effect = rule.effect
            if isinstance(effect, Grow) and effect.weight is Weight.RECOMMEND and effect.actions:
                self._leading_to.setdefault(effect.specialisation, []).append((rule, effect))

    def way(self, route: Route, before: Collection[Route], judgement: Judgement) -> Way:
        """The way along a route; `before` are those that are told before it."""
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

    def deepening(self, place: Place, judgement: Judgement) -> RoadmapStep | None:
        """Staying in a place to go deeper; None where no move allows that."""
        move = self._map.staying(place)
        if move is None:
            return None
        asks = self._asks.of(place, judgement.facts)
        gaps = gaps_in(asks, judgement.facts)
        return RoadmapStep(
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
        fires = frozenset(judgement.growth.true) if judgement else frozenset()
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
