"""Where durable_rules crashes or errs outside its corridor, the engine stays right inside it."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from strategies.rulebooks import RECOMMENDS, rulebook_of
from strategies.rules import all_of, at_least_one_of, condition, none_of, rule
from strategies.statuses import statuses_of
from strategies.vocabularies import (
    LEVEL,
    SPECIALISATION,
    TITLE_AMBIGUOUS,
    WORK_DONE,
    YEARS_IN_PMO,
    attribute,
    competence,
    measure,
    signal,
)

from service.engine import limits
from service.engine.durable import DurableEngine
from service.engine.findings import Status
from service.engine.limits import EngineLimit
from service.engine.program import program_of
from service.engine.protocol import Step
from service.engine.reference import ReferenceEngine
from service.engine.shards import RESERVED, check_names, name_hash
from service.engine.writers import WrongFact
from service.rulebook import Rulebook
from service.rulebook.conditions import Group, Operator
from service.rulebook.facts import Facts
from service.rulebook.rules import GiveSignal, Rule
from service.rulebook.vocabulary import Attribute, AttributeType, Stage

ROOT = Path(__file__).parents[2]
CRITICAL, THOROUGH = competence("critical"), competence("thorough")
STRENGTHS = measure("strengths")


def _growth(number: int, when: Group) -> Rule:
    return rule(f"growth-{number}", Stage.GROWTH, when, RECOMMENDS)


def _book(*whens: Group, attributes: tuple[Attribute, ...] = ()) -> Rulebook:
    used = {each.attribute for when in whens for each in when.conditions()}
    rules = [_growth(number, when) for number, when in enumerate(whens)]
    return rulebook_of({*used, *attributes}, rules)


def _statuses(book: Rulebook, known: Facts) -> list[Status]:
    """What both engines say, in the order in which the rules were given."""
    found = DurableEngine(book).evaluate(Step.GROWTH, known)
    assert found == ReferenceEngine(book).evaluate(Step.GROWTH, known)
    statuses = statuses_of(found)
    return [statuses[f"growth-{number}"] for number in range(len(statuses))]


def _shards(book: Rulebook) -> int:
    plan = program_of(book, (Step.GROWTH,)).plans[Step.GROWTH]
    return sum(len(each.shards) for each in plan.strata)


@pytest.mark.parametrize("count", [1, 59, 60, 61, 64, 65, 66, 130])
def test_any_number_of_rules_may_match_one_profile(count: int) -> None:
    """One ruleset of durable_rules fails with error 303 from 65 rules that differ."""
    looked_at = [competence(f"c{number}") for number in range(count)]
    book = _book(*(all_of(condition(each, Operator.IS_AT_LEAST, 3)) for each in looked_at))
    known: Facts = {each.id: 3 for each in looked_at}
    assert _statuses(book, known) == [Status.TRUE] * count
    assert _shards(book) >= count / limits.MAXIMUM_WEIGHT


@pytest.mark.parametrize("count", [255, 256, 257])
def test_any_number_of_rules_may_have_the_same_conditions(count: int) -> None:
    """With 256 that end alike durable_rules writes beyond its memory, and refuses 257."""
    book = _book(*[all_of(condition(CRITICAL, Operator.IS_AT_LEAST, 3))] * count)
    assert _statuses(book, {"competence.critical": 3}) == [Status.TRUE] * count


def test_no_rule_may_match_at_all() -> None:
    """A state in which nothing ever fired cannot be deleted without a crash."""
    book = _book(all_of(condition(CRITICAL, Operator.IS, 5)))
    assert _statuses(book, {"competence.critical": 1}) == [Status.FALSE]
    assert _statuses(book, {}) == [Status.OPEN]
    assert _statuses(_book(), {}) == []


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("competence.critical", "3"),
        ("competence.critical", ""),
        ("competence.critical", True),
        ("competence.critical", 3.0),
        ("competence.critical", 0),
        ("competence.critical", 6),
        ("competence.critical", 2**63),
        ("years.in-pmo", 1e-05),
        ("years.in-pmo", 1e16),
        ("years.in-pmo", float("nan")),
        ("years.in-pmo", float("inf")),
        ("years.in-pmo", -1),
        ("years.in-pmo", 601),
        ("level", "ab "),
        ("level", "x" * 65_536),
        ("level", 3),
        ("title.ambiguous", "true"),
        ("title.ambiguous", 1),
        ("work", frozenset({"raid-log", "no-such-work"})),
        ("work", ["raid-log"]),
        ("measure.strengths", 3),
        ("measure.strengths", (2**53, 2**53)),
        ("measure.strengths", (3, 2)),
    ],
)
def test_a_fact_of_another_type_never_reaches_durable_rules(id: str, value: object) -> None:
    """It would compare 3 with "3" as equal, and read beyond what is there for others."""
    book = _book(
        all_of(condition(CRITICAL, Operator.IS_NOT, 3)),
        all_of(condition(YEARS_IN_PMO, Operator.IS_AT_LEAST, 20)),
        all_of(condition(LEVEL, Operator.IS, "junior")),
        all_of(condition(TITLE_AMBIGUOUS, Operator.IS, True)),
        all_of(condition(WORK_DONE, Operator.INCLUDES_ONE, "raid-log")),
        all_of(condition(STRENGTHS, Operator.IS_AT_LEAST, Fraction(3))),
    )
    with pytest.raises(WrongFact, match=id):
        DurableEngine(book).evaluate(Step.GROWTH, {id: value})  # type: ignore[dict-item]


def test_what_is_not_known_equals_nothing_and_differs_from_nothing() -> None:
    """durable_rules makes `!=` false for what is absent, and true for null."""
    book = _book(
        all_of(condition(CRITICAL, Operator.IS, 3)),
        all_of(condition(CRITICAL, Operator.IS_NOT, 3)),
        none_of(condition(CRITICAL, Operator.IS, 3)),
        all_of(condition(LEVEL, Operator.IS_NOT, "lead")),
    )
    assert _statuses(book, {}) == [Status.OPEN] * 4


def test_values_that_begin_alike_are_told_apart() -> None:
    """durable_rules puts "ab" and "ab " in the wrong order; here both are numbers."""
    scale = attribute("scale", AttributeType.SCALE, ("ab", "ab ", "ab!", "abc"))
    book = _book(
        all_of(condition(scale, Operator.IS_AT_LEAST, "ab ")),
        all_of(condition(scale, Operator.IS, "ab")),
    )
    assert _statuses(book, {"scale": "ab"}) == [Status.FALSE, Status.TRUE]
    assert _statuses(book, {"scale": "ab!"}) == [Status.TRUE, Status.FALSE]


@pytest.mark.parametrize("id", ["sid", "id", "$s", "$forward", "$t", "$i", "a.b.c", 'quo"te'])
def test_an_attribute_may_have_any_name(id: str) -> None:
    odd = attribute(id, AttributeType.RATING)
    book = _book(all_of(condition(odd, Operator.IS_AT_LEAST, 3)))
    assert _statuses(book, {id: 4}) == [Status.TRUE]
    assert _statuses(book, {id: 2}) == [Status.FALSE]


def test_names_with_the_same_hash_are_refused() -> None:
    """durable_rules looks only at the hash: these two are one attribute to it."""
    assert name_hash("attr49199") == name_hash("attr108832")
    with pytest.raises(EngineLimit, match="cannot tell"):
        check_names(["attr49199", "attr108832"])
    check_names(["attr49199", "attr49199", "attr108833"])


def test_the_names_of_slots_never_have_the_same_hash() -> None:
    """So that no rulebook is ever refused for it: `a1` to `a99999` and the reserved names."""
    check_names([*RESERVED, *(f"a{number}" for number in range(1, 100_000))])


@pytest.mark.parametrize("count", [199, 200, 201, 250, 251, 600])
def test_any_number_of_attributes_may_be_looked_at(count: int) -> None:
    """A fact with more than 250 properties is refused with error 302."""
    looked_at = [competence(f"c{number}") for number in range(count)]
    book = _book(*(all_of(condition(each, Operator.IS, 3)) for each in looked_at))
    known: Facts = {each.id: 3 for each in looked_at}
    assert _statuses(book, known) == [Status.TRUE] * count


def test_one_rule_may_look_at_more_than_a_shard_can_hold() -> None:
    looked_at = [competence(f"c{number}") for number in range(300)]
    one_of_many = _book(at_least_one_of(*(condition(each, Operator.IS, 3) for each in looked_at)))
    assert _statuses(one_of_many, {"competence.c299": 3}) == [Status.TRUE]


def test_a_rule_may_have_more_conditions_than_one_pattern_is_trusted_with() -> None:
    looked_at = [competence(f"c{number}") for number in range(300)]
    book = _book(all_of(*(condition(each, Operator.IS, 3) for each in looked_at)))
    known: Facts = {each.id: 3 for each in looked_at}
    assert _statuses(book, known) == [Status.TRUE]
    assert _statuses(book, known | {"competence.c299": 4}) == [Status.FALSE]


def test_a_rule_fires_once_however_many_of_its_alternatives_hold() -> None:
    """A native or with four true branches fires four times, and two of them sixteen times."""
    first = at_least_one_of(*(condition(CRITICAL, Operator.IS_AT_LEAST, n) for n in (1, 2, 3, 4)))
    second = at_least_one_of(*(condition(THOROUGH, Operator.IS_AT_LEAST, n) for n in (1, 2, 3, 4)))
    book = _book(*[all_of(first, second)] * 40)
    known: Facts = {"competence.critical": 5, "competence.thorough": 5}
    assert _statuses(book, known) == [Status.TRUE] * 40


def test_alternatives_count_towards_the_matches_of_a_ruleset() -> None:
    """Thirty rules, with four alternatives that all hold, are 120 matches for durable_rules."""
    looked_at = [competence(f"c{number}") for number in range(120)]
    whens = [
        at_least_one_of(*(condition(each, Operator.IS, 3) for each in looked_at[start : start + 4]))
        for start in range(0, 120, 4)
    ]
    known: Facts = {each.id: 3 for each in looked_at}
    assert _statuses(_book(*whens), known) == [Status.TRUE] * 30


@pytest.mark.parametrize(("level", "expected"), [("junior", "true"), ("lead", "false")])
def test_rules_that_share_a_group_do_not_depend_on_each_other(level: str, expected: str) -> None:
    """A group must still be matched where one of its rules is known to be false."""
    looked_at = [competence(f"c{number}") for number in range(12)]
    wide = at_least_one_of(*(condition(each, Operator.IS, 3) for each in looked_at))
    book = _book(
        *(all_of(condition(LEVEL, Operator.IS, each), wide) for each in ("junior", "lead"))
    )
    known: Facts = {each.id: 1 for each in looked_at} | {"competence.c7": 3, "level": level}
    other = {"true": "false", "false": "true"}[expected]
    assert _statuses(book, known) == [expected, other]


def test_a_list_that_is_empty_is_known() -> None:
    """durable_rules finds all of nothing false; here an empty list includes nothing, for sure."""
    book = _book(
        all_of(condition(WORK_DONE, Operator.INCLUDES_ONE, "raid-log")),
        all_of(condition(WORK_DONE, Operator.INCLUDES_ALL, "raid-log", "gate-review")),
        all_of(condition(WORK_DONE, Operator.INCLUDES_NONE, "raid-log")),
    )
    assert _statuses(book, {"work": frozenset()}) == [Status.FALSE, Status.FALSE, Status.TRUE]


def test_a_rule_of_nothing_but_negations_does_not_match_by_itself() -> None:
    """A pure `$nex` also matches the state that durable_rules keeps for itself."""
    book = _book(
        none_of(*(condition(competence(f"c{number}"), Operator.IS, 3) for number in range(130)))
    )
    assert _statuses(book, {}) == [Status.OPEN]
    assert _statuses(book, {f"competence.c{number}": 1 for number in range(130)}) == [Status.TRUE]


def test_600_rules_may_begin_differently_or_end_alike() -> None:
    """512 beginnings hang durable_rules, and 256 equal ends are too many for it."""
    last = condition(SPECIALISATION, Operator.IS, "office")
    looked_at = [competence(f"c{number}") for number in range(600)]
    book = _book(*(all_of(condition(each, Operator.IS, 3), last) for each in looked_at))
    known: Facts = {"specialisation": "office", "competence.c7": 3, "competence.c8": 1}
    found = _statuses(book, known)
    assert found[7:9] == [Status.TRUE, Status.FALSE]
    assert set(found[9:]) == {Status.OPEN}


def test_a_signal_may_be_negated_over_several_strata() -> None:
    names = ["s0", "s1", "s2"]
    given = [signal(name) for name in names]
    whens = [
        all_of(condition(CRITICAL, Operator.IS_AT_LEAST, 4)),
        none_of(condition(given[0], Operator.IS, True)),
        none_of(condition(given[1], Operator.IS, True)),
    ]
    rules = [
        rule(f"signal-{name}", Stage.SIGNALS, when, GiveSignal(name))
        for name, when in zip(names, whens, strict=True)
    ]
    book = rulebook_of([CRITICAL, *given], rules)
    for rating, expected in ((5, "true"), (1, "false"), (None, "open")):
        known: Facts = {} if rating is None else {"competence.critical": rating}
        opposite = {"true": "false", "false": "true", "open": "open"}[expected]
        found = DurableEngine(book).evaluate(Step.SIGNALS, known)
        assert found == ReferenceEngine(book).evaluate(Step.SIGNALS, known)
        statuses = statuses_of(found)
        assert [statuses[f"signal-{name}"] for name in names] == [expected, opposite, expected]


def test_only_the_c_module_is_ever_imported() -> None:
    """The rest of durable_rules starts timers that steal matches, and shadows `any` and `all`."""
    program = (
        "import sys; from pathlib import Path; from service.rulebook import load_rulebook;"
        "from service.serving import serving_of; from service.reading.profile import Profile;"
        "serving_of(load_rulebook(Path('rules'))).advisor.advise(Profile(title=\"PMO'er\"));"
        "print(sorted(name for name in sys.modules if name.startswith('durable')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "['durable_rules_engine']"
