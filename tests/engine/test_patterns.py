"""Formulas become flat patterns; what does not fit is a group in a lower stratum."""

from service.engine.normal_form import Aspect, Comparison, Formula, Relation, Slot, every, some
from service.engine.patterns import Aim, Lowering, Pattern


def _is(name: str, number: int = 1) -> Comparison:
    return Comparison(Slot(name, Aspect.VALUE), Relation.EQUAL, number)


def _many(letter: str, count: int) -> list[Comparison]:
    return [_is(f"{letter}{number:03}") for number in range(count)]


def _group(number: int) -> Slot:
    return Slot(f"growth group {number}", Aspect.GROUP)


def _lowered(formula: Formula) -> list[Aim]:
    lowering = Lowering("growth")
    lowering.add(formula, "rule")
    return lowering.aims


A, B, C, D = (_is(name) for name in "abcd")


def test_conditions_that_must_all_hold_are_one_pattern() -> None:
    assert _lowered(every([A, B])) == [Aim(Pattern((A, B)), "rule", 0)]


def test_up_to_four_alternatives_are_one_native_or() -> None:
    assert _lowered(some([A, B, C, D])) == [Aim(Pattern((), (A, B, C, D)), "rule", 0)]


def test_more_alternatives_are_spread_over_patterns() -> None:
    nine = _many("x", 9)
    patterns = [aim.pattern for aim in _lowered(some(nine))]
    assert patterns == [
        Pattern((), tuple(nine[:4])),
        Pattern((), tuple(nine[4:8])),
        Pattern((nine[8],)),
    ]
    assert [pattern.weight for pattern in patterns] == [4, 4, 1]


def test_of_two_small_groups_the_shorter_one_is_spelled_out() -> None:
    aims = _lowered(every([some([A, B]), some([C, D, _is("e")])]))
    assert [aim.pattern for aim in aims] == [
        Pattern((A,), (C, D, _is("e"))),
        Pattern((B,), (C, D, _is("e"))),
    ]
    assert {aim.stratum for aim in aims} == {0}


def test_groups_that_may_hold_in_many_ways_go_to_a_stratum_before() -> None:
    """Twelve alternatives times two would be 24 matches of one rule for durable_rules."""
    wide = _many("x", 12)
    aims = _lowered(every([some(wide), some([A, B])]))
    holds = Comparison(_group(0), Relation.EQUAL, 1)
    assert aims == [
        Aim(Pattern((), tuple(wide[:4])), _group(0), 0),
        Aim(Pattern((), tuple(wide[4:8])), _group(0), 0),
        Aim(Pattern((), tuple(wide[8:])), _group(0), 0),
        Aim(Pattern((holds,), (A, B)), "rule", 1),
    ]


def test_rules_share_a_group_with_the_same_content() -> None:
    lowering = Lowering("growth")
    lowering.add(every([A, some(_many("x", 12))]), "one")
    lowering.add(every([B, some(reversed(_many("x", 12)))]), "two")
    assert {aim.target for aim in lowering.aims} == {_group(0), "one", "two"}
    assert sum(aim.target == _group(0) for aim in lowering.aims) == 3


def test_more_conditions_than_a_pattern_is_trusted_with_become_groups() -> None:
    many = _many("x", 250)
    aims = _lowered(every(many))
    assert [(len(aim.pattern.every), aim.target, aim.stratum) for aim in aims] == [
        (100, _group(0), 0),
        (100, _group(1), 0),
        (52, "rule", 1),
    ]


def test_what_uses_a_signal_comes_after_the_stratum_that_fills_it() -> None:
    lowering = Lowering("growth")
    lowering.fills("a", 2)
    assert lowering.add(every([A, B]), "rule") == 3
    assert lowering.add(B, "other") == 0


def test_a_rule_waits_for_a_signal_that_stands_deep_within_a_group() -> None:
    lowering = Lowering("growth")
    lowering.fills("a", 2)
    deep = every([B, some([every([A, some(_many("x", 12))]), C])])
    assert lowering.add(deep, "rule") == 3
