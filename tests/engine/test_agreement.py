"""Both engines say the same about every rule, whatever the rulebook and whatever is known."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies.facts import facts, many_facts, more_known
from strategies.rulebooks import rulebooks

from service.engine.durable import DurableEngine
from service.engine.protocol import Engine, Status, Step
from service.engine.reference import ReferenceEngine
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.facts import Facts
from service.rulebook.vocabulary import Moment

SHIPPED = load_rulebook(Path(__file__).parents[2] / "rules")
BY_DURABLE, BY_REFERENCE = DurableEngine(SHIPPED), ReferenceEngine(SHIPPED)

thorough = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _agree(durable: Engine, reference: Engine, known: Facts) -> int:
    """Compares every step; returns how many rules were compared."""
    checks = 0
    for step in Step:
        expected = reference.evaluate(step, known)
        assert durable.evaluate(step, known) == expected
        checks += len(expected)
    return checks


def test_the_engines_agree_on_generated_rulebooks_and_facts() -> None:
    checks = 0

    @settings(thorough, max_examples=60)
    @given(st.data())
    def compare(data: st.DataObject) -> None:
        nonlocal checks
        rulebook = data.draw(rulebooks(least_rules=6, most_rules=12))
        durable, reference = DurableEngine(rulebook), ReferenceEngine(rulebook)
        for known in data.draw(many_facts(rulebook, count=100)):
            checks += _agree(durable, reference, known)

    compare()
    assert checks >= 200_000


@settings(thorough, max_examples=40)
@given(st.data())
def test_the_engines_agree_on_groups_that_are_wide_or_deep(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks(least_rules=1, most_rules=3, depth=4, width=6))
    durable, reference = DurableEngine(rulebook), ReferenceEngine(rulebook)
    for known in data.draw(many_facts(rulebook, count=10)):
        _agree(durable, reference, known)


def test_the_engines_agree_on_the_shipped_rulebook() -> None:
    checks = 0

    @settings(thorough, max_examples=20)
    @given(st.data())
    def compare(data: st.DataObject) -> None:
        nonlocal checks
        for known in data.draw(many_facts(SHIPPED, count=30)):
            checks += _agree(BY_DURABLE, BY_REFERENCE, known)

    compare()
    assert checks >= 100_000


def _reading_attributes(rulebook: Rulebook, known: Facts) -> Facts:
    """Without what later stages add; goals are stated or not, and never become known."""
    given = {each.id for each in rulebook.attributes.values() if each.moment is not Moment.SIGNALS}
    return {id: value for id, value in known.items() if id in given - {"goals"}}


@settings(thorough, max_examples=120)
@given(st.data())
def test_true_or_false_never_changes_when_more_becomes_known(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks(least_rules=1, most_rules=4, knowledge=False))
    goals: Facts = {"goals": frozenset(data.draw(st.sets(st.sampled_from(["deepen"]))))}
    known = _reading_attributes(rulebook, data.draw(facts(rulebook, signals=False))) | goals
    more = _reading_attributes(rulebook, data.draw(more_known(rulebook, known))) | goals
    for engine in (ReferenceEngine(rulebook), DurableEngine(rulebook)):
        for step in Step:
            before, after = engine.evaluate(step, known), engine.evaluate(step, more)
            changed = {id for id, status in before.items() if status is not after[id]}
            assert {before[id] for id in changed} <= {Status.OPEN}
