"""Questions: the unknown facts that could change the first recommendation or the outcome."""

from collections.abc import Iterator
from itertools import islice

from service.advice.judgement import Judgement
from service.advice.model import Question, Source
from service.advice.outcome import LEANS
from service.advice.situation import Situation
from service.advice.standing import Standing
from service.reading.model import AmbitionReading, Reading
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.titles import TitleForm, TitleKind
from service.rulebook.vocabulary import Attribute

MOST_ASKED = 5


def questions_for(standing: Standing, most: int = MOST_ASKED) -> tuple[Question, ...]:
    """The first `most`: what decides the place, then by the points at stake."""
    rulebook = standing.rulebook
    asked = {each.id: each for each in _first(standing.judgement, standing.free, rulebook)}
    stakes = _stakes(standing)
    by_stake = sorted(
        (rulebook.attributes_by_id[id] for id in stakes),
        key=lambda attribute: (-stakes[attribute.id], attribute.order),
    )
    asked |= {each.id: each for each in by_stake if each.id not in asked}
    return tuple(
        Question(attribute, attribute.asked)
        for attribute in islice(asked.values(), most)
        if attribute.asked is not None
    )


def _first(judgement: Judgement, free: frozenset[str], rulebook: Rulebook) -> Iterator[Attribute]:
    """Where a person may work, what a container title needs, and what the person wants."""
    reading = judgement.reading
    if _may_work_in_pmo(reading):
        yield rulebook.attributes["current specialisation"]
    work = rulebook.attributes["work"]
    contained = reading.title.ambiguous or reading.title.form is TitleForm.UNIT
    if (
        work.id in free
        and contained
        and judgement.present.specialisation_source is not Source.GIVEN
    ):
        yield work
    if not reading.goals or reading.ambition is AmbitionReading.NOT_RECOGNISED:
        yield rulebook.attributes["goals"]


def _may_work_in_pmo(reading: Reading) -> bool:
    """Whether the work is told, and only a place could still say that it is inside PMO."""
    if reading.in_pmo or reading.title.kind is not None or reading.work is None:
        return False
    return TitleKind.PMO in reading.title.kinds or bool(reading.work)


def _stakes(standing: Standing) -> dict[str, int]:
    """For each attribute that could matter the sum of the points that wait for it."""
    strong = standing.outlook.strong
    stakes: dict[str, int] = {}

    # A rule that settles the place or the outcome weighs more than any single reason.
    for situation, rules in (*standing.settles(), *_raising(standing)):
        for _, look in situation.open(rules):
            for id in look.waiting:
                stakes[id] = stakes.get(id, 0) + 2 * strong
    weighing = _weighing(standing)
    for rule, look in standing.judged.placed.open(weighing):
        for id in look.waiting:
            stakes[id] = stakes.get(id, 0) + weighing[rule]
    if standing.judgement.reading.in_pmo and "years.in_pmo" in stakes:
        # Years in the role would count as years in PMO: not the best question, but an answer to it.
        stakes.setdefault("years.in_role", 0)
    return stakes


def _raising(standing: Standing) -> Iterator[tuple[Situation, tuple[Rule, ...]]]:
    """The rules that could raise the outcome, and the situations in which they are asked."""
    judgement, field = standing.judgement, standing.judged
    strength = judgement.outcome.strength
    raising = standing.outlook.raising
    yield field.spoken, tuple([rule for rule, to in raising if to.strength > strength])
    if not judgement.leans:
        yield field.signalled, standing.rulebook.signal_rules.get(LEANS, ())


def _weighing(standing: Standing) -> dict[Rule, int]:
    """The growth rules that decide between the first and every candidate that could come before
    it, with the points at stake."""
    weights, scores, first = standing.judged.weights, standing.scores, standing.judged.first
    rivals: list[int] = []
    if first is None:
        rivals = [number for number, score in enumerate(scores) if score.most > 0]
    else:
        least = scores[first].least
        can_lose = least <= 0 or bool(weights.ruled_out_by[first])
        for number, score in enumerate(scores):
            enough = score.most > least or (score.most == least and number < first)
            if number != first and score.most > 0 and (enough or can_lose):
                rivals.append(number)
        if rivals or can_lose:
            rivals.append(first)
    at_stake: dict[Rule, int] = {}
    for number in rivals:
        for rule, (_, points) in scores[number].open.items():
            at_stake.setdefault(rule, abs(points))
        for rule in weights.ruled_out_by[number]:
            at_stake.setdefault(rule, standing.outlook.strong)
    return at_stake
