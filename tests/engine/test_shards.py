"""Shards stay within the limits of durable_rules, and say exactly what is meant."""

import json

import pytest

from service.engine import shards
from service.engine.fragments import HEAD, TAIL, SlotNumbers
from service.engine.limits import EngineLimit
from service.engine.normal_form import Aspect, Comparison, Relation, Slot
from service.engine.patterns import Aim, Pattern, slots_of
from service.engine.shards import FEW, MARK, Shard, shards_of

GROUP = Slot("group 0", Aspect.GROUP)


def _is(number: int, relation: Relation = Relation.EQUAL) -> Comparison:
    return Comparison(Slot(f"x{number:03}", Aspect.VALUE), relation, 1)


def _aims(*patterns: Pattern) -> list[Aim]:
    return [Aim(pattern, f"rule-{number}", 0) for number, pattern in enumerate(patterns)]


def _numbers(aims: list[Aim]) -> SlotNumbers:
    return SlotNumbers([*slots_of(aim.pattern for aim in aims), GROUP])


def _shards(*aims: Aim) -> tuple[Shard, ...]:
    served = {aim.target: 1 << number for number, aim in enumerate(aims)}
    return shards_of(aims, served, _numbers(list(aims)))


def test_a_document_has_every_pattern_and_the_rule_that_fires_for_the_first_fact() -> None:
    pattern = Pattern((_is(0), _is(1, Relation.AT_LEAST)), (_is(2, Relation.UNEQUAL), _is(3)))
    (shard,) = _shards(*_aims(pattern))
    either = {"$or": [{"$neq": {"a3": 1}}, {"a4": 1}]}
    assert json.loads(shard.document) == {
        "r0": {"all": [{"m": {"$and": [{"a1": 1}, {"$gte": {"a2": 1}}, either]}}]},
        "*": {"all": [{"m": {"$and": [MARK]}}]},
    }


def test_a_name_fires_a_rule_or_fills_the_slot_of_a_group() -> None:
    (shard,) = _shards(*_aims(Pattern((_is(0),))), Aim(Pattern((_is(1),)), GROUP, 0))
    assert shard.fires == {"r0": 0b01}
    assert shard.fills == {"r1": (3, ',"a3":1')}
    assert shard.serves == 0b11


FRAGMENTS = [HEAD, *(f',"a{number}":{number}' for number in range(1, 30)), TAIL]


def _names(fact: str) -> set[str]:
    return set(json.loads(fact)) - {"sid", "id"}


def test_a_fact_holds_only_what_the_rules_that_may_be_true_look_at() -> None:
    (shard,) = _shards(*_aims(*(Pattern((_is(number), _is(number + 1))) for number in range(3))))
    assert _names(shard.fact(FRAGMENTS, 0b001)) == {"a1", "a2"}
    assert _names(shard.fact(FRAGMENTS, 0b101)) == {"a1", "a2", "a3", "a4"}


def test_a_fact_for_many_rules_holds_all_that_its_shard_looks_at() -> None:
    (shard,) = _shards(*_aims(*(Pattern((_is(number),)) for number in range(FEW + 2))))
    assert _names(shard.fact(FRAGMENTS, 2**FEW - 1)) == {f"a{n}" for n in range(1, FEW + 1)}
    assert _names(shard.fact(FRAGMENTS, 2 ** (FEW + 1) - 1)) == {f"a{n}" for n in range(1, FEW + 3)}


def test_a_fact_for_a_rule_holds_what_its_groups_look_at() -> None:
    (shard,) = shards_of(
        [Aim(Pattern((_is(0),)), GROUP, 0), Aim(Pattern((_is(1),)), "rule-1", 0)],
        {GROUP: 0b11, "rule-1": 0b10},
        _numbers(_aims(Pattern((_is(0), _is(1))))),
    )
    assert _names(shard.fact(FRAGMENTS, 0b01)) == {"a1"}
    assert _names(shard.fact(FRAGMENTS, 0b10)) == {"a1", "a2"}


def test_what_most_rules_require_stands_first() -> None:
    aims = _aims(Pattern((_is(0), _is(9))), Pattern((_is(1), _is(9))), Pattern((_is(2), _is(9))))
    (shard,) = _shards(*aims)
    rules = json.loads(shard.document)
    starts = [rules[name]["all"][0]["m"]["$and"][0] for name in ("r0", "r1", "r2")]
    assert starts == [{"a2": 1}] * 3


def test_matches_that_may_be_pending_are_spread_over_shards() -> None:
    alike = [Pattern((), (_is(0), _is(1), _is(2), _is(3)))] * 40
    assert [len(shard.fires) for shard in _shards(*_aims(*alike))] == [15, 15, 10]


def test_properties_of_facts_are_spread_over_shards() -> None:
    wide = [Pattern(tuple(_is(each) for each in range(n, n + 90))) for n in (0, 90, 180)]
    assert [len(shard.fires) for shard in _shards(*_aims(*wide))] == [2, 1]


def test_what_requires_less_does_not_join_a_shard_that_seldom_needs_to_run() -> None:
    like = [Pattern((_is(0), _is(number))) for number in range(1, 21)]
    other = [Pattern((_is(number, Relation.AT_LEAST),)) for number in range(50, 60)]
    assert [len(shard.fires) for shard in _shards(*_aims(*like, *other))] == [20, 10]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (Pattern((), tuple(map(_is, range(5)))), "5 branches of an or"),
        (Pattern(tuple(map(_is, range(101)))), "101 conditions of an and"),
        (Pattern((), tuple(map(_is, range(61)))), "61 pending matches"),
        (Pattern(tuple(map(_is, range(201)))), "201 properties of a fact"),
    ],
)
def test_a_pattern_beyond_a_limit_is_refused(pattern: Pattern, message: str) -> None:
    with pytest.raises(EngineLimit, match=message):
        _shards(*_aims(pattern))


def test_too_many_conditions_after_the_same_one_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With 512 durable_rules never returns; shards hold too few rules for that, so far."""
    monkeypatch.setattr(shards, "MAXIMUM_CHILDREN", 3)
    three = [Pattern((_is(0),), (_is(1), _is(2))), Pattern((_is(0), _is(3)))]
    assert len(_shards(*_aims(*three))) == 1
    with pytest.raises(EngineLimit, match="4 conditions after one condition"):
        _shards(*_aims(*three, Pattern((_is(0), _is(4)))))


def test_slots_that_durable_rules_cannot_tell_apart_are_refused() -> None:
    class _Colliding(SlotNumbers):
        def name(self, slot: Slot) -> str:
            return {"x000": "attr49199", "x001": "attr108832"}[slot.owner]

    aims = _aims(Pattern((_is(0), _is(1))))
    with pytest.raises(EngineLimit, match="cannot tell `attr108832` from `attr49199`"):
        shards_of(aims, {"rule-0": 1}, _Colliding(slots_of([aims[0].pattern])))
