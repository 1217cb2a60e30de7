"""Facts become whole numbers; what is unknown stays out, and what is wrong is refused."""

import json
from fractions import Fraction

import pytest
from strategies.rulebooks import RECOMMENDS, rulebook_of
from strategies.rules import all_of, at_least_one_of, condition, none_of, rule
from strategies.vocabularies import (
    LEVEL,
    TITLE_AMBIGUOUS,
    WORK_DONE,
    YEARS_IN_PMO,
    competence,
    measure,
)

from service.engine.encoding import Encoded, Encoder
from service.engine.program import Program, program_of
from service.engine.protocol import Step
from service.engine.writers import WrongFact
from service.rulebook.conditions import Condition, Group, Operator
from service.rulebook.facts import Facts, FactValue
from service.rulebook.vocabulary import Moment, Stage

CRITICAL = competence("critical")
STRENGTHS = measure("strengths")
HEAD = {"sid": "s", "id": "f"}

RATED = condition(CRITICAL, Operator.IS_AT_LEAST, 3)
SENIOR = condition(LEVEL, Operator.IS_AT_LEAST, "senior")
YEARS = condition(YEARS_IN_PMO, Operator.IS_AT_LEAST, 35)
AMBIGUOUS = condition(TITLE_AMBIGUOUS, Operator.IS, True)
STRONG = condition(STRENGTHS, Operator.IS_AT_LEAST, Fraction(7, 2))
WORKS = condition(WORK_DONE, Operator.INCLUDES_ONE, "raid-log", "gate-review")
KNOWN = condition(CRITICAL, Operator.IS_KNOWN)
JUNIOR_OR_LEAD = condition(LEVEL, Operator.IS_ONE_OF, "junior", "lead")


def _program(*whens: Condition | Group) -> Program:
    groups = [when if isinstance(when, Group) else all_of(when) for when in whens]
    used = {each.attribute for when in groups for each in when.conditions()}
    rules = [
        rule(f"growth-{number}", Stage.GROWTH, when, RECOMMENDS)
        for number, when in enumerate(groups)
    ]
    return program_of(rulebook_of(used, rules), (Step.GROWTH,))


def _encoded(encoder: Encoder, facts: Facts) -> Encoded:
    encoded = encoder.nothing()
    encoder.tell(encoded, encoder.batch_at(tuple(Moment)), facts)
    return encoded


def _numbers(when: Condition | Group, facts: Facts) -> list[int]:
    """The numbers in the fact, without its head."""
    fact = json.loads("".join(_encoded(_program(when).encoder, facts).fragments))
    assert {name: fact.pop(name) for name in HEAD} == HEAD
    return list(fact.values())


@pytest.mark.parametrize(
    ("when", "facts", "numbers"),
    [
        (RATED, {"competence.critical": 4}, [4]),
        (SENIOR, {"level": "senior"}, [2]),
        (YEARS, {"years.in-pmo": 35}, [35]),
        (AMBIGUOUS, {"title.ambiguous": True}, [1]),
        (AMBIGUOUS, {"title.ambiguous": False}, [0]),
        (none_of(STRONG), {"measure.strengths": (3, 5)}, [5]),
        (STRONG, {"measure.strengths": (3, 5)}, [3]),
        (WORKS, {"work": frozenset({"raid-log", "gate-review"})}, [1]),
        (JUNIOR_OR_LEAD, {"level": "lead"}, [1]),
        (JUNIOR_OR_LEAD, {"level": "medior"}, [0]),
        (KNOWN, {"competence.critical": 1}, [1]),
    ],
)
def test_what_is_known_is_a_whole_number(
    when: Condition | Group, facts: Facts, numbers: list[int]
) -> None:
    assert _numbers(when, facts) == numbers


@pytest.mark.parametrize("when", [RATED, SENIOR, YEARS, AMBIGUOUS, STRONG, WORKS, JUNIOR_OR_LEAD])
def test_what_is_unknown_stays_out(when: Condition) -> None:
    assert _numbers(when, {}) == []


def test_whether_something_is_known_is_itself_known() -> None:
    assert _numbers(KNOWN, {}) == [0]


def test_an_empty_list_is_0_only_where_a_rule_asks_for_what_is_not_in_it() -> None:
    assert _numbers(none_of(WORKS), {"work": frozenset()}) == [0]
    assert _numbers(WORKS, {"work": frozenset()}) == []


def test_what_no_rule_looks_at_stays_out() -> None:
    assert _numbers(RATED, {"level": "lead", "competence.critical": 2}) == [2]


def test_rules_that_a_known_value_makes_false_are_told_at_once() -> None:
    encoder = _program(RATED, all_of(SENIOR, WORKS), none_of(RATED)).encoder
    assert _encoded(encoder, {"competence.critical": 4}).refuted == 0b100
    assert _encoded(encoder, {"competence.critical": 1}).refuted == 0b001
    assert _encoded(encoder, {"level": "lead", "work": frozenset()}).refuted == 0b010
    assert _encoded(encoder, {}).refuted == 0


def test_rules_that_need_something_unknown_are_told_to_be_impossible() -> None:
    encoder = _program(RATED, all_of(SENIOR, WORKS), at_least_one_of(RATED, SENIOR), KNOWN).encoder
    assert _encoded(encoder, {}).lacking == 0b0011
    assert _encoded(encoder, {"level": "lead"}).lacking == 0b0011
    assert _encoded(encoder, {"work": frozenset(), "level": "lead"}).lacking == 0b0001
    some = _encoded(encoder, {"competence.critical": 4, "work": frozenset()})
    assert [some.possible >> place & 1 for place in range(4)] == [1, 0, 1, 1]


def test_rules_that_mention_something_unknown_or_a_range_are_told() -> None:
    encoder = _program(RATED, all_of(RATED, STRONG), KNOWN).encoder
    assert _encoded(encoder, {}).mentioning == 0b011
    assert _encoded(encoder, {"competence.critical": 4}).mentioning == 0b010
    exact: Facts = {"competence.critical": 4, "measure.strengths": (3, 3)}
    assert _encoded(encoder, exact).mentioning == 0
    assert _encoded(encoder, exact | {"measure.strengths": (3, 4)}).mentioning == 0b010


@pytest.mark.parametrize(
    ("when", "value", "takes"),
    [
        (RATED, True, "a whole number from 1 to 5"),
        (YEARS, 3.5, "whole tenths of years from 0 to 600"),
        (AMBIGUOUS, 1, "True or False"),
        (STRONG, (4, 3), "two whole numbers from 0, the lower one first"),
        (STRONG, (0, 2**53), "two whole numbers from 0, the lower one first"),
        (WORKS, "raid-log", "a frozenset of its values"),
        (SENIOR, "Senior", "one of its values"),
    ],
)
def test_a_wrong_fact_is_refused_with_what_it_takes(
    when: Condition, value: FactValue, takes: str
) -> None:
    id = when.attribute.id
    with pytest.raises(WrongFact) as refused:
        _encoded(_program(when).encoder, {id: value})
    assert str(refused.value) == f"The fact `{id}` is {value!r}, but it takes {takes}."
