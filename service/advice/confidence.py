"""Confidence: how far the answer would hold when more became known."""

from collections.abc import Iterator

from service.advice.judgement import Judgement
from service.advice.model import Confidence, Source
from service.advice.search import Budget, BudgetSpent
from service.advice.stability import Stability
from service.advice.standing import Standing
from service.rulebook.rules import Outcome
from service.rulebook.vocabulary import AttributeType

CONFIDENT = (Outcome.RECOMMEND, Outcome.RECOMMEND_WITH_CAUTION)


def confidence_in(standing: Standing) -> Confidence:
    """High: no completion changes it. Medium: no single further fact does. Low: one could."""
    judgement = standing.judgement
    if judgement.first is None or judgement.outcome not in CONFIDENT or judgement.present.assumed:
        return Confidence.LOW
    stability = Stability(standing)
    if any(_changes(stability, free) for free in _further_facts(standing, stability)):
        return Confidence.LOW
    if _may_be_high(judgement) and not _changes(stability, standing.free):
        return Confidence.HIGH
    return Confidence.MEDIUM


def _further_facts(standing: Standing, stability: Stability) -> Iterator[frozenset[str]]:
    """What each single further fact makes known, if it could change anything at all."""
    for suspects in stability.suspects():
        suspected = [each for each in standing.unknown if each.id in suspects]
        # Lists last: they take longest to try out.
        suspected.sort(key=lambda each: each.type is AttributeType.MEMBERS)
        for attribute in suspected:
            yield frozenset({attribute.id})
    if standing.judgement.reading.in_pmo and "years.in_role" in standing.free:
        # Years in the role are then years in PMO as well.
        yield standing.free & {"years.in_role", "years.in_pmo"}


def _changes(stability: Stability, free: frozenset[str]) -> bool:
    """Also True when it would take too long to tell."""
    try:
        return stability.can_change(free, Budget())
    except BudgetSpent:
        return True


def _may_be_high(judgement: Judgement) -> bool:
    present, title = judgement.present, judgement.reading.title
    sources = {present.specialisation_source, present.level_source}
    from_title = Source.TITLE in sources
    return (
        judgement.outcome is Outcome.RECOMMEND
        and bool(judgement.reading.goals)
        and sources <= {Source.GIVEN, Source.TITLE}
        and not (from_title and title.ambiguous)
    )
