"""Questions: the unknown facts that could change the first recommendation or the outcome."""

from collections.abc import Iterable, Iterator

from service.advice.completions import Completion
from service.advice.judgement import Judgement
from service.advice.model import Question, Source
from service.advice.outcome import LEANS
from service.advice.present import (
    has_present_place,
    needs_rules_for_level,
    needs_rules_for_specialisation,
)
from service.advice.prospects import Prospect
from service.advice.standing import Standing, open_among
from service.reading.model import AmbitionReading
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.titles import TitleForm
from service.rulebook.vocabulary import Attribute

MOST_ASKED = 5


def questions_for(standing: Standing, most: int = MOST_ASKED) -> tuple[Question, ...]:
    """The first `most`: what decides the place, then by the points at stake."""
    rulebook = standing.rulebook
    asked = [*_first(standing.judgement, standing.unknown, rulebook)]
    stakes = _stakes(standing)
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


def _stakes(standing: Standing) -> dict[str, int]:
    """For each attribute that could matter the sum of the points that wait for it."""
    judgement, strong = standing.judgement, standing.outlook.strong
    stakes: dict[str, int] = {}

    def stake(open: Iterable[tuple[Prospect, int]], completion: Completion) -> None:
        for prospect, points in open:
            for id in set(prospect.waiting(completion)):
                stakes[id] = stakes.get(id, 0) + points

    # A rule that settles the place or the outcome weighs more than any single reason.
    settling = open_among(_settling(standing), {}, standing.before, standing.outlook)
    stake(((rest, 2 * strong) for _, rest in settling), standing.before)
    raising = open_among(_raising(standing), judgement.messages, standing.spoken, standing.outlook)
    stake(((rest, 2 * strong) for _, rest in raising), standing.spoken)
    stake(_weighing(standing), standing.placed)
    return stakes


def _settling(standing: Standing) -> Iterator[Rule]:
    reading, rulebook = standing.judgement.reading, standing.rulebook
    if has_present_place(reading):
        if needs_rules_for_specialisation(reading):
            yield from rulebook.settling_specialisation
        if needs_rules_for_level(reading, rulebook):
            yield from rulebook.settling_level


def _raising(standing: Standing) -> Iterator[Rule]:
    judgement = standing.judgement
    for rule, outcome in standing.outlook.raising:
        if outcome.strength > judgement.outcome.strength:
            yield rule
    if not judgement.leans:
        yield from standing.rulebook.signal_rules.get(LEANS, ())


def _weighing(standing: Standing) -> Iterator[tuple[Prospect, int]]:
    """The open growth rules of the first and of every candidate that could come before it."""
    judgement, scores = standing.judgement, standing.scores
    weights, first = judgement.weights, judgement.first
    rivals: list[Place] = []
    if first is None:
        rivals = [target for target, score in scores.items() if score.most > 0]
    else:
        least = scores[first].least
        can_lose = least <= 0 or bool(weights.ruled_out_by[first])
        for target, score in scores.items():
            sooner = weights.order[target] < weights.order[first]
            enough = score.most > least or (score.most == least and sooner)
            if target != first and score.most > 0 and (enough or can_lose):
                rivals.append(target)
        if rivals or can_lose:
            rivals.append(first)
    at_stake: dict[Rule, tuple[Prospect, int]] = {}
    for target in rivals:
        for rule, (rest, points) in scores[target].open.items():
            at_stake.setdefault(rule, (rest, abs(points)))
        outs = weights.ruled_out_by[target]
        for rule, rest in open_among(outs, judgement.growth, standing.placed, standing.outlook):
            at_stake.setdefault(rule, (rest, standing.outlook.strong))
    yield from at_stake.values()
