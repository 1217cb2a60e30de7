"""Questions: an answer to what was not asked never changes the first recommendation."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies.answers import answers_about
from strategies.loaded import loaded
from strategies.profiles import profiles
from strategies.rule_sets import rule_sets

from service.advice import Advisor
from service.advice.questions import questions_for
from service.advice.standing import Standing
from service.engine.durable import DurableEngine
from service.engine.reference import ReferenceEngine
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.rulebook.vocabulary import Attribute, AttributeType, Text

TESTS = Path(__file__).parents[1]
SHIPPED = loaded(TESTS.parent / "rules")
BY_SHIPPED = Advisor(SHIPPED, DurableEngine(SHIPPED))
SMALL = loaded(TESTS / "rulebooks" / "small")
HOW_LONG = replace(SMALL.attributes["years in role"], asked=Text("Hoelang al?", "How long?"))
FRAME = replace(SMALL, attributes=SMALL.attributes | {"years in role": HOW_LONG})
"""The small rulebook, in which everything unknown can be asked."""
READER = Reader(FRAME)
MOST_RATINGS = 3
"""How many unasked ratings of one profile are tried out."""

thorough = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _asked(standing: Standing) -> set[str]:
    """Everything that is worth asking, however many questions are shown."""
    questions = questions_for(standing, most=len(standing.rulebook.attributes))
    return {question.attribute.id for question in questions}


def _unasked(standing: Standing) -> list[Attribute]:
    asked = _asked(standing)
    return [attribute for attribute in standing.unknown if attribute.id not in asked]


def _stays_first(advisor: Advisor, answered: Iterator[Profile], standing: Standing) -> None:
    for profile in answered:
        after = advisor.standing(profile).judgement
        assert after.first == standing.judgement.first, profile


@settings(thorough, max_examples=60)
@given(st.data())
def test_an_answer_to_an_unasked_fact_never_changes_the_first(data: st.DataObject) -> None:
    profile = data.draw(profiles(SHIPPED))
    standing = BY_SHIPPED.standing(profile)
    unasked = _unasked(standing)
    ratings = [each for each in unasked if each.type is AttributeType.RATING]
    others = [each for each in unasked if each not in ratings]
    for attribute in [*others, *data.draw(st.permutations(ratings))[:MOST_RATINGS]]:
        answers = answers_about(attribute, profile, SHIPPED)
        # All single members of a list, and some of its many pairs.
        singles = list(islice(answers, 1 + len(attribute.values) if attribute.values else None))
        pairs = list(answers)
        some = data.draw(st.lists(st.sampled_from(pairs), max_size=10)) if pairs else []
        _stays_first(BY_SHIPPED, iter([*singles, *some]), standing)


@settings(thorough, max_examples=60)
@given(st.data())
def test_nor_does_it_by_any_other_rules(data: st.DataObject) -> None:
    rulebook = data.draw(rule_sets(FRAME, growth=6))
    advisor = Advisor(rulebook, ReferenceEngine(rulebook), READER)
    profile = data.draw(profiles(rulebook))
    standing = advisor.standing(profile)
    for attribute in _unasked(standing):
        _stays_first(advisor, answers_about(attribute, profile, rulebook), standing)


def test_years_in_the_role_are_asked_last_where_they_would_count_as_years_in_pmo() -> None:
    standing = BY_SHIPPED.standing(Profile(title="PMO'er"))
    asked = [
        question.attribute.id for question in questions_for(standing, most=len(SHIPPED.attributes))
    ]
    assert "years.in_pmo" in asked
    assert asked[-1] == "years.in_role"
