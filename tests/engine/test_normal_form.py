"""A formula holds exactly when its condition is true or false, and nothing in it is negated."""

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from strategies.rules import KNOWLEDGE, OPERATORS, all_of, at_least_one_of, condition, none_of
from strategies.seeded import VOCABULARY, seeded_facts, seeded_group, seeded_rulebook
from strategies.vocabularies import (
    LEVEL,
    TITLE_KIND,
    WORK_DONE,
    YEARS_IN_PMO,
    competence,
    measure,
)

from service.engine.limits import EngineLimit
from service.engine.normal_form import (
    Aspect,
    Comparison,
    Every,
    Formula,
    Relation,
    Slot,
    Some,
    formula_of,
    number_of,
)
from service.rulebook.conditions import Condition, Group, Operator
from service.rulebook.facts import Facts
from service.rulebook.kleene import truth_of
from service.rulebook.vocabulary import AttributeType

CRITICAL, THOROUGH = competence("critical"), competence("thorough")
STRENGTHS = measure("strengths")
ATTRIBUTES = {each.id: each for each in (*VOCABULARY, CRITICAL, THOROUGH, STRENGTHS)}


def _number_in(slot: Slot, facts: Facts) -> int | None:
    """What stands in a slot for these facts, said once more and in other words."""
    value = facts.get(slot.owner)
    if slot.aspect is Aspect.KNOWN:
        return 0 if value is None else 1
    if value is None:
        return None
    if isinstance(value, tuple):
        return value[0] if slot.aspect is Aspect.LOW else value[1]
    if isinstance(value, frozenset):
        return 1 if value & set(slot.members) else 0
    if slot.aspect is Aspect.AMONG:
        return 1 if value in slot.members else 0
    return number_of(ATTRIBUTES[slot.owner], value)


def _holds(formula: Formula, facts: Facts) -> bool:
    """As durable_rules sees it: a comparison with what is absent is false."""
    match formula:
        case Every(members):
            return all(_holds(member, facts) for member in members)
        case Some(members):
            return any(_holds(member, facts) for member in members)
        case Comparison(slot, relation, bound):
            number = _number_in(slot, facts)
            if number is None:
                return False
            return {
                Relation.EQUAL: number == bound,
                Relation.UNEQUAL: number != bound,
                Relation.AT_LEAST: number >= bound,
                Relation.AT_MOST: number <= bound,
            }[relation]


def _means_the_same(member: Condition | Group, facts: Facts) -> bool:
    truth = truth_of(member, facts)
    return _holds(formula_of(member), facts) is (truth is True) and _holds(
        formula_of(member, holds=False), facts
    ) is (truth is False)


@pytest.mark.parametrize("operator", [*OPERATORS[AttributeType.MEASURE], *KNOWLEDGE])
def test_every_bound_means_the_same_for_every_range(operator: Operator) -> None:
    halves = [Fraction(half, 2) for half in range(-1, 10)]
    bounds = product(halves, halves) if operator is Operator.IS_BETWEEN else [(h,) for h in halves]
    ranges = [(low, high) for low in range(5) for high in range(low, 5)]
    for values in bounds:
        on_strengths = condition(STRENGTHS, operator, *values)
        assert _means_the_same(on_strengths, {})
        for ends in ranges:
            assert _means_the_same(on_strengths, {"measure.strengths": ends})


@pytest.mark.parametrize("operator", [*OPERATORS[AttributeType.SCALE], *KNOWLEDGE])
def test_every_comparison_means_the_same_for_every_level(operator: Operator) -> None:
    for values in product(LEVEL.values, LEVEL.values):
        on_level = condition(LEVEL, operator, *values)
        assert _means_the_same(on_level, {})
        assert all(_means_the_same(on_level, {"level": level}) for level in LEVEL.values)


def test_groups_in_groups_mean_the_same() -> None:
    chance = Random(3)
    frame = seeded_rulebook(3, size=0)
    for _ in range(400):
        group = seeded_group(chance, VOCABULARY, knowledge=True, depth=4, width=3)
        assert all(_means_the_same(group, seeded_facts(frame, chance)) for _ in range(5))


AT_LEAST_3 = condition(CRITICAL, Operator.IS_AT_LEAST, 3)
IS_5 = condition(THOROUGH, Operator.IS, 5)
CRITICAL_SLOT = Slot("competence.critical", Aspect.VALUE)
THOROUGH_SLOT = Slot("competence.thorough", Aspect.VALUE)
CRITICAL_FROM_3 = Comparison(CRITICAL_SLOT, Relation.AT_LEAST, 3)
CRITICAL_TO_2 = Comparison(CRITICAL_SLOT, Relation.AT_MOST, 2)
THOROUGH_5 = Comparison(THOROUGH_SLOT, Relation.EQUAL, 5)
THOROUGH_NOT_5 = Comparison(THOROUGH_SLOT, Relation.UNEQUAL, 5)


@pytest.mark.parametrize(
    ("group", "formula"),
    [
        (all_of(AT_LEAST_3), CRITICAL_FROM_3),
        (none_of(AT_LEAST_3), CRITICAL_TO_2),
        (none_of(IS_5), THOROUGH_NOT_5),
        (none_of(none_of(IS_5)), THOROUGH_5),
        (none_of(AT_LEAST_3, IS_5), Every((CRITICAL_TO_2, THOROUGH_NOT_5))),
        (none_of(all_of(AT_LEAST_3, IS_5)), Some((CRITICAL_TO_2, THOROUGH_NOT_5))),
        (none_of(at_least_one_of(AT_LEAST_3, IS_5)), Every((CRITICAL_TO_2, THOROUGH_NOT_5))),
    ],
)
def test_none_of_is_pushed_inward(group: Group, formula: Formula) -> None:
    assert formula_of(group) == formula


def test_groups_of_one_kind_become_one_and_nothing_stands_in_it_twice() -> None:
    nested = all_of(IS_5, all_of(AT_LEAST_3, all_of(IS_5)))
    assert formula_of(nested) == Every((CRITICAL_FROM_3, THOROUGH_5))


def test_equal_content_is_equal_whatever_its_order() -> None:
    one = at_least_one_of(IS_5, all_of(AT_LEAST_3, IS_5))
    other = at_least_one_of(all_of(IS_5, AT_LEAST_3), IS_5)
    assert formula_of(one) == formula_of(other)
    assert hash(formula_of(one)) == hash(formula_of(other))


@pytest.mark.parametrize(
    "wrong",
    [
        condition(TITLE_KIND, Operator.IS, "no-such-kind"),
        condition(CRITICAL, Operator.IS_ONE_OF, Fraction(7, 2)),
        condition(STRENGTHS, Operator.IS_ONE_OF, Fraction(3)),
        condition(WORK_DONE, Operator.IS_AT_LEAST, "raid-log"),
        condition(YEARS_IN_PMO, Operator.INCLUDES_ALL, 3),
    ],
)
def test_a_condition_without_a_meaning_is_refused(wrong: Condition) -> None:
    with pytest.raises(EngineLimit):
        formula_of(all_of(wrong))
