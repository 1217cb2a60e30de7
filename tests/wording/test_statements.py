"""Moving what a group denies inward changes nothing, for what is known and what is unknown."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.facts import facts
from strategies.rulebooks import rulebook_of
from strategies.rules import all_of, at_least_one_of, condition, groups, none_of
from strategies.vocabularies import GOALS_STATED, LEVEL, WORK_DONE, competence, vocabularies

from service.rulebook.conditions import Operator
from service.rulebook.facts import Facts
from service.rulebook.kleene import Truth, conjunction, disjunction, negation, truth_of
from service.wording.statements import (
    Claim,
    Joined,
    Span,
    Statement,
    Together,
    claim_of,
    span_of,
    stated,
)

ANALYTICAL = competence("analytical")


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_stated_is_true_exactly_when_the_group_is(data: st.DataObject) -> None:
    vocabulary = data.draw(vocabularies())
    group = data.draw(groups(vocabulary, knowledge=True, depth=4))
    known = data.draw(facts(rulebook_of(vocabulary, ())))
    assert truth_of_stated(stated(group), known) is truth_of(group, known)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_what_is_stated_never_holds_a_group_of_its_own_kind(data: st.DataObject) -> None:
    found = stated(data.draw(groups(data.draw(vocabularies()), depth=4)))
    assert is_flat(found)


def test_a_level_or_rating_is_said_by_its_ends_where_these_are_enough() -> None:
    def span(operator: Operator, *values: Any, holds: bool = True) -> Any:
        return span_of(Statement(condition(LEVEL, operator, *values), holds))

    assert span(Operator.IS_AT_LEAST, "senior") == (Span.FROM, ("senior",))
    assert span(Operator.IS_AT_LEAST, "senior", holds=False) == (Span.UP_TO, ("medior",))
    assert span(Operator.IS_AT_LEAST, "principal") == (Span.EACH, ("principal",))
    assert span(Operator.IS_AT_LEAST, "junior", holds=False) == (Span.NOTHING, ())
    assert span(Operator.IS_BETWEEN, "medior", "lead") == (Span.BETWEEN, ("medior", "lead"))
    assert span(Operator.IS_BETWEEN, "medior", "senior") == (Span.EACH, ("medior", "senior"))
    assert span(Operator.IS_NOT, "senior") == (Span.BUT, ("senior",))
    assert span(Operator.IS_NOT, "junior") == (Span.FROM, ("medior",))
    assert span(Operator.IS_NOT, "senior", holds=False) == (Span.EACH, ("senior",))
    assert span(Operator.IS_ONE_OF, "junior", "senior") == (Span.EACH, ("junior", "senior"))


def test_all_of_one_is_one_of_one() -> None:
    one = condition(WORK_DONE, Operator.INCLUDES_ALL, "raid-log")
    assert claim_of(Statement(one, holds=True)) is Claim.SOME
    assert claim_of(Statement(one, holds=False)) is Claim.NONE


def test_none_of_a_row_stands_among_the_conditions_around_it() -> None:
    office, deepen, five = (
        condition(LEVEL, Operator.IS, "senior"),
        condition(GOALS_STATED, Operator.INCLUDES_ONE, "deepen"),
        condition(ANALYTICAL, Operator.IS, 5),
    )
    assert stated(all_of(office, none_of(deepen, five))) == Joined(
        Together.ALL, (Statement(office, True), Statement(deepen, False), Statement(five, False))
    )
    assert stated(none_of(all_of(office, deepen))) == Joined(
        Together.ANY, (Statement(office, False), Statement(deepen, False))
    )
    assert stated(at_least_one_of(office)) == Statement(office, True)


def truth_of_stated(said: Statement | Joined, known: Facts) -> Truth:
    if isinstance(said, Statement):
        truth = truth_of(said.condition, known)
        return truth if said.holds else negation(truth)
    truths = [truth_of_stated(member, known) for member in said.members]
    return conjunction(truths) if said.together is Together.ALL else disjunction(truths)


def is_flat(said: Statement | Joined) -> bool:
    return isinstance(said, Statement) or all(
        is_flat(member) and not (isinstance(member, Joined) and member.together is said.together)
        for member in said.members
    )
