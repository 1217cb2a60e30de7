"""Confidence: how far the answer would hold when more became known."""

from service.advice.judgement import Judgement
from service.advice.model import Confidence, Source
from service.advice.search import Budget, BudgetSpent
from service.advice.stability import Stability
from service.advice.standing import Standing
from service.rulebook.rules import Outcome
from service.rulebook.vocabulary import Attribute

CONFIDENT = (Outcome.RECOMMEND, Outcome.RECOMMEND_WITH_CAUTION)


def confidence_in(standing: Standing) -> Confidence:
    """High: no completion changes it. Medium: no single further fact does. Low: one could."""
    judgement = standing.judgement
    if judgement.first is None or judgement.outcome not in CONFIDENT or judgement.present.assumed:
        return Confidence.LOW
    stability = Stability(standing)
    for attribute in standing.unknown:
        if _changes(stability, _together_with(attribute, judgement, standing.free)):
            return Confidence.LOW
    if _may_be_high(judgement) and not _changes(stability, standing.free):
        return Confidence.HIGH
    return Confidence.MEDIUM


def _together_with(
    attribute: Attribute, judgement: Judgement, unknown: frozenset[str]
) -> frozenset[str]:
    """What one further fact makes known: years in the role may be years in PMO as well."""
    if attribute.id == "years.in_role" and judgement.reading.in_pmo:
        return unknown & {attribute.id, "years.in_pmo"}
    return frozenset({attribute.id})


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
