"""Confidence: how far the answer would hold when more became known."""

from service.advice.judgement import Judgement
from service.advice.model import Confidence, Source
from service.advice.search import Budget, BudgetSpent
from service.advice.stability import Stability
from service.rulebook.facts import Facts
from service.rulebook.rules import Outcome
from service.rulebook.vocabulary import Attribute

CONFIDENT = (Outcome.RECOMMEND, Outcome.RECOMMEND_WITH_CAUTION)


def confidence_in(
    judgement: Judgement, base: Facts, unknown: tuple[Attribute, ...], stability: Stability
) -> Confidence:
    """High: no completion changes it. Medium: no single further fact does. Low: one could.

    `unknown` are the attributes that could still turn out, `base` the facts of the reading.
    """
    if judgement.first is None or judgement.outcome not in CONFIDENT or judgement.present.assumed:
        return Confidence.LOW
    if not _changes(judgement, base, frozenset(each.id for each in unknown), stability):
        return Confidence.HIGH if _may_be_high(judgement) else Confidence.MEDIUM
    for attribute in unknown:
        if _changes(judgement, base, together_with(attribute, judgement, unknown), stability):
            return Confidence.LOW
    return Confidence.MEDIUM


def together_with(
    attribute: Attribute, judgement: Judgement, unknown: tuple[Attribute, ...]
) -> frozenset[str]:
    """The attributes that one further fact makes known: years in the role may be years in PMO."""
    if attribute.id == "years.in_role" and judgement.reading.in_pmo:
        return frozenset(
            {attribute.id, *(each.id for each in unknown if each.id == "years.in_pmo")}
        )
    return frozenset({attribute.id})


def _changes(judgement: Judgement, base: Facts, free: frozenset[str], stability: Stability) -> bool:
    """Also True when it would take too long to tell."""
    try:
        return stability.can_change(judgement, base, free, Budget())
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
