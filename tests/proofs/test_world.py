"""What the solver says could be is so by the reference, and what it calls impossible never is."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from strategies.loaded import loaded
from strategies.rules import condition
from strategies.seeded_rule_sets import seeded_rule_set

from service.engine.protocol import Step, signal_facts
from service.engine.reference import ReferenceEngine
from service.proofs.world import World
from service.reading.facts import range_of
from service.rulebook import Rulebook
from service.rulebook.conditions import Group, Operator, attributes_of
from service.rulebook.facts import Facts, FactValue
from service.rulebook.kleene import Truth, truth_of
from service.rulebook.vocabulary import RATINGS, Attribute, AttributeType, Stage

SHIPPED = loaded(Path(__file__).parents[2] / "rules")
SMALL = loaded(Path(__file__).parents[1] / "rulebooks" / "small")


def _whole(facts: Facts, rulebook: Rulebook) -> Facts:
    """With the measures and the signals that follow from the facts."""
    ratings = {
        id.removeprefix("competence."): value
        for id, value in facts.items()
        if id.startswith("competence.")
    }
    measured: dict[str, FactValue] = {
        f"measure.{measure.id}": range_of(measure, ratings) for measure in rulebook.measures
    }
    whole = {"goals": frozenset(), **facts, **measured}
    found = ReferenceEngine(rulebook).evaluate(Step.SIGNALS, whole)
    return whole | signal_facts(rulebook, found)


def _truth(group: Group, facts: Facts, rulebook: Rulebook) -> Truth:
    return truth_of(group, _whole(facts, rulebook))


@pytest.mark.parametrize("seed", range(6))
def test_a_witness_makes_the_rule_so_by_the_reference(seed: int) -> None:
    rulebook = seeded_rule_set(SHIPPED, seed, size=12)
    world, found = World(rulebook), 0
    for rule in rulebook.rules:
        if rule.stage is Stage.PARTNERSHIP:
            continue
        for formula, expected in (
            (world.is_true(rule.when), True),
            (world.is_false(rule.when), False),
        ):
            facts = world.witness(formula)
            if facts is not None:
                assert _truth(rule.when, facts, rulebook) is expected, rule.id
                found += 1
    assert found >= 60


def _every_value(attribute: Attribute) -> list[FactValue | None]:
    """All that matters of it, and unknown."""
    match attribute.type:
        case AttributeType.RATING:
            return [None, *RATINGS]
        case AttributeType.FLAG:
            return [None, True, False]
        case AttributeType.CHOICE | AttributeType.SCALE:
            return [None, *attribute.values]
        case _:
            raise AssertionError(attribute)


def test_what_is_called_impossible_is_so_for_every_choice_of_values() -> None:
    """Over single values, all of which can be tried."""
    tried = impossible = 0
    for seed in range(40):
        rulebook = seeded_rule_set(SHIPPED, seed, size=12)
        world = World(rulebook)
        for rule in rulebook.rules_by_stage[Stage.GROWTH]:
            attributes = sorted(attributes_of(rule.when), key=lambda each: each.id)
            kinds = {each.type for each in attributes}
            if not kinds <= {AttributeType.RATING, AttributeType.CHOICE, AttributeType.SCALE}:
                continue
            tried += 1
            possible = any(truth_of(rule.when, facts) for facts in _every_facts(attributes))
            assert world.possible(world.is_true(rule.when)) is possible, rule.id
            impossible += not possible
    assert tried >= 30
    assert impossible >= 3


def _every_facts(attributes: list[Attribute]) -> Iterator[Facts]:
    for values in product(*map(_every_value, attributes)):
        facts = {each.id: value for each, value in zip(attributes, values, strict=True)}
        if _is_consistent(facts):
            yield {id: value for id, value in facts.items() if value is not None}


def _is_consistent(facts: dict[str, FactValue | None]) -> bool:
    """What was sent about the place is the place."""
    return all(
        facts.get(sent) is None or facts.get(place, facts[sent]) == facts[sent]
        for sent, place in (
            ("current.level", "level"),
            ("current.specialisation", "specialisation"),
        )
    )


def test_of_conditions_that_exclude_each_other_only_those_are_named() -> None:
    world, words = World(SMALL), SMALL.attributes
    low = world.is_true(condition(words["level"], Operator.IS, "junior"))
    high = world.is_true(condition(words["level"], Operator.IS_AT_LEAST, "senior"))
    other = world.is_true(condition(words["specialisation"], Operator.IS, "office"))
    named = {"low": low, "other": other, "high": high}
    assert world.conflict(named) == ("low", "high")
    assert world.conflict({"low": low, "other": other}) == ()


@pytest.mark.parametrize("seed", range(8))
def test_a_conflict_is_what_is_left_when_each_formula_is_left_out_that_can_be(seed: int) -> None:
    rulebook = seeded_rule_set(SHIPPED, seed, size=12)
    world, clashes = World(rulebook), 0
    for rules in rulebook.rules_by_stage.values():
        formulas = {rule.id: world.is_not_true(rule.when) for rule in rules[1:]}
        formulas |= {f"some {rule.id}": world.is_true(rule.when) for rule in rules[:3]}
        left = list(formulas)
        if world.possible(*formulas.values()):
            left = []
        for name in list(left):
            rest = [other for other in left if other != name]
            if not world.possible(*(formulas[other] for other in rest)):
                left = rest
        assert list(world.conflict(formulas)) == left
        clashes += bool(left)
    assert clashes >= 2
