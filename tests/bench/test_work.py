"""The work that engines are measured on is what the rules say, whoever does it."""

from pathlib import Path

import pytest
from bench.peers import closures, lambdas
from bench.work import Work, work_of
from strategies.loaded import loaded
from strategies.statuses import statuses_of

from service.engine.durable import DurableEngine
from service.engine.findings import Status
from service.engine.protocol import Step
from service.engine.reference import ReferenceEngine

FRAME = loaded(Path(__file__).parents[2] / "rules")
STATUSES = {True: Status.TRUE, False: Status.FALSE, None: Status.OPEN}


@pytest.fixture(params=[0.0, 0.3, 1.0], ids=["all known", "some known", "little known"])
def work(request: pytest.FixtureRequest) -> Work:
    return work_of(FRAME, size=100, profiles=10, unknown=request.param)


def test_three_valued_closures_and_both_engines_say_the_same_of_every_rule(work: Work) -> None:
    three = closures.Engine(work.rules)
    durable, reference = DurableEngine(work.rulebook), ReferenceEngine(work.rulebook)
    for facts in work.facts:
        expected = reference.evaluate(Step.GROWTH, facts)
        assert durable.evaluate(Step.GROWTH, facts) == expected
        statuses = {id: STATUSES[truth] for id, truth in three.statuses(facts).items()}
        assert statuses == statuses_of(expected)


def test_rules_are_true_exactly_where_two_valued_lambdas_hold(work: Work) -> None:
    two, reference = lambdas.Engine(work.trees), ReferenceEngine(work.rulebook)
    for facts, flat in zip(work.facts, work.flat, strict=True):
        found = reference.evaluate(Step.GROWTH, facts)
        assert two.fired(flat) == [rule.id for rule in found.true]


def test_the_same_work_is_made_every_time() -> None:
    first, second = (work_of(FRAME, size=25, profiles=5) for _ in range(2))
    assert first.facts == second.facts
    assert [rule.when for rule in first.rules] == [rule.when for rule in second.rules]
