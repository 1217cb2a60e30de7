"""Both engines say the same about every rule, whatever the rulebook and whatever is known."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soak.difference import account_of
from soak.pair import Pair, Seen
from strategies.facts import facts, many_facts, more_known
from strategies.loaded import loaded
from strategies.rulebooks import rulebooks
from strategies.seeded import seeded_facts, seeded_more, seeded_rulebook
from strategies.statuses import statuses_of

from service.engine.durable import DurableEngine
from service.engine.findings import Status
from service.engine.protocol import JUDGEMENT, TOLD, Engine, Step, signal_facts
from service.engine.reference import ReferenceEngine
from service.rulebook import Rulebook
from service.rulebook.facts import Facts
from service.rulebook.vocabulary import Moment

SHIPPED = loaded(Path(__file__).parents[2] / "rules")
AFTER_SIGNALS = (Step.GROWTH, Step.MESSAGES)

small = settings(
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _agree_often(rulebook: Rulebook, seed: int, count: int) -> Seen:
    pair, chance = Pair(rulebook), Random(seed)
    for _ in range(count):
        known = seeded_facts(rulebook, chance)
        assert not pair.differences(known), account_of(rulebook, known)
    return pair.seen


def test_the_engines_agree_on_large_rulebooks() -> None:
    seen: Seen = Counter()
    for seed in range(20):
        seen += _agree_often(seeded_rulebook(seed, size=30), seed, count=80)
    assert seen.total() >= 200_000
    every_outcome = {(step, status) for step in Step for status in Status}
    assert all(seen[outcome] >= 2_000 for outcome in every_outcome), seen


def test_the_engines_agree_on_groups_that_are_wide_or_deep() -> None:
    seen: Seen = Counter()
    for seed in range(20):
        seen += _agree_often(seeded_rulebook(seed, size=6, depth=4, width=6), seed, count=40)
    assert seen.total() >= 25_000


def test_the_engines_agree_on_the_shipped_rulebook() -> None:
    seen = _agree_often(SHIPPED, seed=1, count=800)
    assert seen.total() >= 100_000


@settings(small, max_examples=60)
@given(st.data())
def test_the_engines_agree_on_small_rulebooks(data: st.DataObject) -> None:
    """Where they would not, Hypothesis finds the smallest rulebook and the fewest facts."""
    rulebook = data.draw(rulebooks(most_rules=2, signals=2, width=3))
    pair = Pair(rulebook)
    for known in data.draw(many_facts(rulebook, count=10)):
        assert not pair.differences(known), account_of(rulebook, known)


def _told_by_moment(engine: DurableEngine, known: Facts, chance: Random) -> Iterator[Status]:
    """Goes through a judgement with facts that grow; some settling steps are left out."""
    rulebook, evaluate = engine.rulebook, engine.judging()
    reference = ReferenceEngine(rulebook)
    moments = {each.id: each.moment for each in rulebook.attributes.values()}
    signals: dict[str, bool] = {}
    for step in JUDGEMENT:
        if step in {Step.SPECIALISATION, Step.LEVEL} and chance.random() < 1 / 2:
            continue
        seen = set(TOLD[step]) - {Moment.SIGNALS}
        grown = {id: value for id, value in known.items() if moments.get(id) in seen} | signals
        found = evaluate(step, grown)
        assert found == reference.evaluate(step, grown), account_of(rulebook, grown)
        if step is Step.SIGNALS:
            signals = signal_facts(rulebook, found)
        yield from statuses_of(found).values()


def test_a_judgement_in_which_facts_grow_says_what_the_reference_says_of_each_step() -> None:
    seen: Counter[Status] = Counter()
    for seed in range(25):
        rulebook, chance = seeded_rulebook(seed, size=20), Random(seed)
        engine = DurableEngine(rulebook)
        for _ in range(20):
            seen.update(_told_by_moment(engine, seeded_facts(rulebook, chance), chance))
    assert min(seen[status] for status in Status) >= 1_000


def _without_signals(rulebook: Rulebook, known: Facts) -> Facts:
    signals = {each.id for each in rulebook.attributes.values() if each.moment is Moment.SIGNALS}
    return {id: value for id, value in known.items() if id not in signals}


def _changes(engine: Engine, known: Facts, more: Facts) -> Iterator[Status]:
    """What the engine said of rules of which it says something else when more is known."""
    early = [_without_signals(engine.rulebook, each) for each in (known, more)]
    for step in Step:
        seen = [known, more] if step in AFTER_SIGNALS else early
        before, after = (statuses_of(engine.evaluate(step, each)) for each in seen)
        yield from (status for id, status in before.items() if status is not after[id])


@pytest.mark.parametrize("kind", [ReferenceEngine, DurableEngine])
def test_true_or_false_never_changes_when_more_becomes_known(
    kind: type[ReferenceEngine | DurableEngine],
) -> None:
    settled = 0
    for seed in range(10):
        rulebook = seeded_rulebook(seed, size=20, knowledge=False)
        engine, chance = kind(rulebook), Random(seed)
        for _ in range(30):
            known = seeded_facts(rulebook, chance)
            changes = list(_changes(engine, known, seeded_more(rulebook, known, chance)))
            assert set(changes) <= {Status.OPEN}
            settled += len(changes)
    assert settled >= 2_000


@settings(small, max_examples=60)
@given(st.data())
def test_true_or_false_never_changes_in_small_rulebooks_either(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks(least_rules=1, most_rules=2, signals=2, knowledge=False))
    known = data.draw(facts(rulebook))
    more = data.draw(more_known(rulebook, known))
    for engine in (ReferenceEngine(rulebook), DurableEngine(rulebook)):
        assert set(_changes(engine, known, more)) <= {Status.OPEN}
