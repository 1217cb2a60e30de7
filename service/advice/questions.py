"""Questions: the unknown facts that could change the first recommendation or the outcome."""

from collections.abc import Iterable, Iterator

from service.advice.completions import Completion
from service.advice.judgement import Judgement
from service.advice.model import Question, Source
from service.advice.outcome import LEANS, outcome_of
from service.advice.outlook import Outlook
from service.advice.present import (
    has_present_place,
    needs_rules_for_level,
    needs_rules_for_specialisation,
)
from service.advice.prospects import TRUE
from service.advice.stability import Unknowns
from service.engine.protocol import Findings, Status
from service.reading.model import AmbitionReading
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.titles import TitleForm
from service.rulebook.vocabulary import Attribute, Stage

MOST_ASKED = 5


def questions_for(
    judgement: Judgement,
    unknowns: Unknowns,
    rulebook: Rulebook,
    outlook: Outlook,
    most: int = MOST_ASKED,
) -> tuple[Question, ...]:
    """The first `most`: what decides the place, then by the points at stake."""
    asked = [*_first(judgement, unknowns.attributes, rulebook)]
    stakes = _stakes(judgement, unknowns, rulebook, outlook)
    by_stake = sorted(
        (rulebook.attributes_by_id[id] for id in stakes),
        key=lambda attribute: (-stakes[attribute.id], attribute.order),
    )
    asked += [attribute for attribute in by_stake if attribute not in asked]
    return tuple(
        Question(attribute, attribute.asked)
        for attribute in asked[:most]
        if attribute.asked is not None
    )


def _first(
    judgement: Judgement, unknown: tuple[Attribute, ...], rulebook: Rulebook
) -> Iterator[Attribute]:
    """What a container title needs, and what the person wants."""
    reading = judgement.reading
    work = rulebook.attributes["work"]
    contained = reading.title.ambiguous or reading.title.form is TitleForm.UNIT
    if (
        work in unknown
        and contained
        and judgement.present.specialisation_source is not Source.GIVEN
    ):
        yield work
    if not reading.goals or reading.ambition is AmbitionReading.NOT_RECOGNISED:
        yield rulebook.attributes["goals"]


def _stakes(
    judgement: Judgement, unknowns: Unknowns, rulebook: Rulebook, outlook: Outlook
) -> dict[str, int]:
    """For each attribute that could matter the sum of the points that wait for it."""
    free = unknowns.free
    before = Completion(unknowns.base, free, {})
    placed = Completion(judgement.facts, free, {})
    spoken = Completion(judgement.message_facts, free, {})
    strong = max(rulebook.points.values(), default=1)
    stakes: dict[str, int] = {}

    def stake(rules: Iterable[tuple[Rule, int]], completion: Completion) -> None:
        for rule, points in rules:
            prospect = outlook.of(rule)
            low, high = prospect.range(completion)
            if low == TRUE or high != TRUE:
                continue
            for id in set(prospect.waiting(completion)):
                stakes[id] = stakes.get(id, 0) + points

    # A rule that settles the place or the outcome weighs more than any single reason.
    stake(((rule, 2 * strong) for rule in _settling(judgement, rulebook)), before)
    stake(((rule, 2 * strong) for rule in _raising(judgement, rulebook)), spoken)
    stake(_weighing(judgement, outlook, placed, strong), placed)
    return stakes


def _settling(judgement: Judgement, rulebook: Rulebook) -> Iterator[Rule]:
    reading = judgement.reading
    if has_present_place(reading):
        if needs_rules_for_specialisation(reading):
            yield from rulebook.settling_specialisation
        if needs_rules_for_level(reading, rulebook):
            yield from rulebook.settling_level


def _raising(judgement: Judgement, rulebook: Rulebook) -> Iterator[Rule]:
    for rule in rulebook.rules_by_stage[Stage.MESSAGES]:
        outcome = outcome_of(rule)
        if outcome is not None and outcome.strength > judgement.outcome.strength:
            yield rule
    if not judgement.leans:
        yield from rulebook.signal_rules.get(LEANS, ())


def _weighing(
    judgement: Judgement, outlook: Outlook, placed: Completion, strong: int
) -> Iterator[tuple[Rule, int]]:
    """The open growth rules of the first and of every candidate that could come before it."""
    weights, first = judgement.weights, judgement.first
    scores = {
        target: _score(rules, judgement.growth, outlook, placed)
        for target, rules in weights.points.items()
    }
    rivals: list[Place] = []
    if first is None:
        rivals = [target for target, (_, most) in scores.items() if most > 0]
    else:
        least = scores[first][0]
        can_lose = least <= 0 or bool(weights.ruled_out_by[first])
        for target, (_, most) in scores.items():
            sooner = weights.order[target] < weights.order[first]
            enough = most > least or (most == least and sooner)
            if target != first and most > 0 and (enough or can_lose):
                rivals.append(target)
        if rivals or can_lose:
            rivals.append(first)
    seen: set[str] = set()
    for target in rivals:
        outs = [(rule, strong) for rule in weights.ruled_out_by[target]]
        for rule, points in (*weights.points[target], *outs):
            if judgement.growth[rule.id] is Status.OPEN and rule.id not in seen:
                seen.add(rule.id)
                yield rule, abs(points)


def _score(
    rules: tuple[tuple[Rule, int], ...],
    growth: Findings,
    outlook: Outlook,
    placed: Completion,
) -> tuple[int, int]:
    """The lowest and the highest score that these rules can still give."""
    least = most = 0
    for rule, points in rules:
        status = growth[rule.id]
        if status is Status.TRUE:
            least += points
            most += points
        elif status is Status.OPEN and outlook.of(rule).range(placed)[1] == TRUE:
            least += min(points, 0)
            most += max(points, 0)
    return least, most
