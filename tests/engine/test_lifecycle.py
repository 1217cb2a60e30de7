"""Sessions with durable_rules: threads, forks, failures and an end."""

import gc
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage

import durable_rules_engine as durable
import pytest

from service.engine import session
from service.engine.durable import DurableEngine
from service.engine.protocol import Findings, Step
from service.engine.reference import ReferenceEngine
from service.engine.session import Session
from service.rulebook import load_rulebook
from service.rulebook.facts import Facts

SHIPPED = load_rulebook(Path(__file__).parents[2] / "rules")
REFERENCE = ReferenceEngine(SHIPPED)
KNOWN: Facts = {"title.kind": "pmo", "specialisation": "office", "level": "medior"}
DOCUMENT = (
    '{"r0":{"all":[{"m":{"$and":[{"$t":1},{"a1":1}]}}]},"*":{"all":[{"m":{"$and":[{"$t":1}]}}]}}'
)
MATCHING = '{"sid":"s","id":"f","$t":1,"a1":1}'


def _facts(count: int) -> list[Facts]:
    chance = Random(7)
    ratings = [each.id for each in SHIPPED.attributes.values() if each.id.startswith("competence.")]
    return [
        KNOWN
        | {"level": chance.choice(SHIPPED.level_ids)}
        | {id: chance.randint(1, 5) for id in ratings if chance.random() < 0.5}
        for _ in range(count)
    ]


def _everything(engine: DurableEngine, known: Facts) -> list[Findings]:
    return [engine.evaluate(step, known) for step in Step]


EXPECTED = [(known, [REFERENCE.evaluate(step, known) for step in Step]) for known in _facts(20)]


def test_after_an_exception_in_mid_evaluation_the_next_answer_is_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """durable_rules hands out nothing more for a state whose last match was left unfinished."""
    engine = DurableEngine(SHIPPED)
    real = durable.complete_and_start_action

    class _Interrupt(BaseException):
        pass

    def interrupted(handle: int, state: int) -> object:
        raise _Interrupt

    for known, expected in EXPECTED[:3]:
        monkeypatch.setattr(session.durable, "complete_and_start_action", interrupted)
        with pytest.raises(_Interrupt):
            _everything(engine, known)
        monkeypatch.setattr(session.durable, "complete_and_start_action", real)
        assert _everything(engine, known) == expected


def test_a_fact_that_is_refused_leaves_the_session_usable() -> None:
    opened = Session(DOCUMENT)
    with pytest.raises(durable.error):
        opened.run('{"sid":"s","id":"f","$t":1e400}')
    assert sorted(opened.run(MATCHING)) == ["*", "r0"]
    opened.close()


def test_a_closed_session_opens_again() -> None:
    opened = Session(DOCUMENT)
    for _ in range(3):
        opened.close()
        opened.close()
        assert sorted(opened.run(MATCHING)) == ["*", "r0"]
    opened.close()


def test_eight_threads_share_one_engine_while_others_come_and_go() -> None:
    shared = DurableEngine(SHIPPED)

    def work(number: int) -> bool:
        engine = DurableEngine(SHIPPED) if number % 8 == 0 else shared
        return all(_everything(engine, known) == expected for known, expected in EXPECTED)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(work, range(24)))


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_an_engine_that_was_used_before_a_fork_is_right_after_it() -> None:
    """The child opens sessions of its own, and leaves those of its parent alone."""
    engine = DurableEngine(SHIPPED)
    known, expected = EXPECTED[0]
    assert _everything(engine, known) == expected
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            right = all(_everything(engine, each) == found for each, found in EXPECTED)
            os._exit(0 if right else 1)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert _everything(engine, known) == expected


def test_making_an_engine_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = durable.create_ruleset

    def counted(name: str, document: str) -> int:
        opened.append(document)
        handle: int = real(name, document)
        return handle

    monkeypatch.setattr(session.durable, "create_ruleset", counted)
    engine = DurableEngine(SHIPPED)
    assert opened == []
    engine.evaluate(Step.GROWTH, KNOWN)
    assert opened


def test_two_engines_do_not_know_of_each_other() -> None:
    first, second = DurableEngine(SHIPPED), DurableEngine(SHIPPED)
    for known, expected in EXPECTED[:5]:
        assert _everything(first, known) == _everything(second, known) == expected


def test_engines_that_are_dropped_give_their_memory_back() -> None:
    """A ruleset whose state is not deleted first keeps more than a megabyte."""
    known = EXPECTED[0][0]

    def grow() -> int:
        for _ in range(30):
            _everything(DurableEngine(SHIPPED), known)
            gc.collect()
        return getrusage(RUSAGE_SELF).ru_maxrss

    before = grow()
    assert grow() - before < 10_000  # KiB
