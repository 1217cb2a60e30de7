"""Questions: the unknown facts that could change the first recommendation or the outcome."""

from collections.abc import Iterable, Iterator

from service.advice.completions import Completion
from service.advice.judgement import Judgement
from service.advice.model import Question, Source
from service.advice.outcome import LEANS, outcome_of
from service.advice.present import (
    has_present_place,
    needs_rules_for_level,
    needs_rules_for_specialisation,
)
from service.advice.ranges import TRUE, Ranges
from service.advice.ranking import precedence
from service.reading.model import AmbitionReading
from service.rulebook.career import Place
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.titles import TitleForm
from service.rulebook.vocabulary import Attribute, Stage

MOST_ASKED = 5


def questions_for(
    judgement: Judgement,
    base: Facts,
    unknown: tuple[Attribute, ...],
    rulebook: Rulebook,
    ranges: Ranges,
    most: int = MOST_ASKED,
) -> tuple[Question, ...]:
    """The first `most`: what decides the place, then by the points at stake."""
    asked = [*_first(judgement, unknown, rulebook)]
    stakes = _stakes(judgement, base, unknown, rulebook, ranges)
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
    judgement: Judgement,
    base: Facts,
    unknown: tuple[Attribute, ...],
    rulebook: Rulebook,
    ranges: Ranges,
) -> dict[str, int]:
    """For each attribute that could matter the sum of the points that wait for it."""
    free = frozenset(attribute.id for attribute in unknown)
    before = Completion(base, free, {})
    placed = Completion(judgement.facts, free, {})
    spoken = Completion(judgement.message_facts, free, {})
    strong = max(rulebook.points.values(), default=1)
    stakes: dict[str, int] = {}

    def stake(rules: Iterable[tuple[Rule, int]], completion: Completion) -> None:
        for rule, points in rules:
            low, high = ranges.of_group(rule.when, completion)
            if low == TRUE or high != TRUE:
                continue
            for id in set(ranges.waiting(rule.when, completion)):
                stakes[id] = stakes.get(id, 0) + points

    # A rule that settles the place or the outcome weighs more than any single reason.
    stake(((rule, 2 * strong) for rule in _settling(judgement, rulebook)), before)
    stake(((rule, 2 * strong) for rule in _raising(judgement, rulebook)), spoken)
    stake(_weighing(judgement, rulebook, ranges, placed, strong), placed)
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
    judgement: Judgement,
    rulebook: Rulebook,
    ranges: Ranges,
    placed: Completion,
    strong: int,
) -> Iterator[tuple[Rule, int]]:
    """The growth rules of the first and of every candidate that could still come before it."""
    weights, first = judgement.weights, judgement.first
    before = precedence(judgement.place, rulebook)
    most = {target: _bounds(rules, ranges, placed)[1] for target, rules in weights.points.items()}
    rivals: list[Place] = []
    if first is None:
        rivals = [target for target, score in most.items() if score > 0]
    else:
        least = _bounds(weights.points[first], ranges, placed)[0]
        can_lose = least <= 0 or bool(weights.ruled_out_by[first])
        for target, score in most.items():
            enough = score > least or (score == least and before(target) < before(first))
            if target != first and score > 0 and (enough or can_lose):
                rivals.append(target)
        if rivals or can_lose:
            rivals.append(first)
    seen: set[str] = set()
    for target in rivals:
        outs = [(rule, strong) for rule in weights.ruled_out_by[target]]
        for rule, points in (*weights.points[target], *outs):
            if rule.id not in seen:
                seen.add(rule.id)
                yield rule, abs(points)


def _bounds(
    rules: tuple[tuple[Rule, int], ...], ranges: Ranges, completion: Completion
) -> tuple[int, int]:
    """The lowest and the highest score that these rules can still give."""
    least = most = 0
    for rule, points in rules:
        low, high = ranges.of_group(rule.when, completion)
        if low == TRUE:
            least += points
            most += points
        elif high == TRUE:
            least += min(points, 0)
            most += max(points, 0)
    return least, most
