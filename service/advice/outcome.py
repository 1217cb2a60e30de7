"""The outcome: what kind of answer this is."""

from collections.abc import Iterable

from service.reading.model import Reading
from service.rulebook.model import Rulebook
from service.rulebook.rules import Outcome, Rule, Say
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import Toward

LEANS = "leans-to-project-management"
"""The signal that someone truly leans to project management (guardrail 8)."""


def wishes_toward(reading: Reading, toward: Toward, rulebook: Rulebook) -> bool:
    """Whether a goal was stated that points to this profession."""
    return any(rulebook.goals_by_id[goal].toward is toward for goal in reading.goals)


def default_outcome(reading: Reading, rulebook: Rulebook, *, has_recommendation: bool) -> Outcome:
    """The outcome before anything raises it."""
    recommend = Outcome.RECOMMEND if has_recommendation else Outcome.NEEDS_MORE_DATA
    wants_pmo = wishes_toward(reading, Toward.PMO, rulebook)
    if reading.in_pmo or reading.title.kind is TitleKind.ADJACENT:
        return recommend
    if reading.title.kind is TitleKind.PROJECT_MANAGEMENT:
        stays = wishes_toward(reading, Toward.PROJECT_MANAGEMENT, rulebook)
        return recommend if wants_pmo and not stays else Outcome.REFER
    return recommend if wants_pmo else Outcome.NEEDS_MORE_DATA


def guarded_outcome(
    reading: Reading, outcome: Outcome, *, contradictory: bool, leans: bool
) -> Outcome:
    """Raised for contradictory data, and for who truly leans to project management."""
    raised = [outcome]
    if contradictory:
        raised.append(Outcome.RECOMMEND_WITH_CAUTION)
    if leans and reading.in_pmo:
        raised.append(Outcome.RECOMMEND_WITH_CAUTION)
    elif leans and reading.title.kind is TitleKind.PROJECT_MANAGEMENT:
        raised.append(Outcome.REFER)
    return strongest(raised)


def raised_outcome(outcome: Outcome, fired: Iterable[Rule]) -> Outcome:
    """Raised by the message rules that fired."""
    return strongest([outcome, *(raised for rule in fired if (raised := outcome_of(rule)))])


def outcome_of(rule: Rule) -> Outcome | None:
    return rule.effect.outcome if isinstance(rule.effect, Say) else None


def strongest(outcomes: Iterable[Outcome]) -> Outcome:
    return max(outcomes, key=lambda outcome: outcome.strength)


def shows_recommendations(reading: Reading, outcome: Outcome) -> bool:
    """Who is referred from another profession is not urged to move."""
    return outcome is not Outcome.REFER or reading.in_pmo
