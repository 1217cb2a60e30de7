"""Sessions with durable_rules: threads, forks, failures and an end."""

import gc
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import durable_rules_engine as durable
import pytest
from strategies.loaded import loaded

from service.engine import session
from service.engine.durable import DurableEngine
from service.engine.findings import Findings
from service.engine.protocol import Step
from service.engine.reference import ReferenceEngine
from service.engine.session import Session
from service.rulebook.facts import Facts

ROOT = Path(__file__).parents[2]
SHIPPED = loaded(ROOT / "rules")
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


def _record(monkeypatch: pytest.MonkeyPatch, name: str, calls: list[tuple[str, int]]) -> None:
    """Notes each call of durable_rules with the handle that it opens or closes."""
    real = getattr(durable, name)

    def recorded(first: object, *others: object) -> object:
        result = real(first, *others)
        calls.append((name, result if name == "create_ruleset" else first))
        return result

    monkeypatch.setattr(session.durable, name, recorded)


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


def test_a_state_in_which_nothing_ever_fired_is_not_deleted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """durable_rules then frees what it never set, and may crash at once or later."""
    calls: list[tuple[str, int]] = []
    for name in ("delete_state", "delete_ruleset"):
        _record(monkeypatch, name, calls)

    def interrupted(handle: int, state: int) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(session.durable, "start_action_for_state", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Session(DOCUMENT)
    assert [name for name, _ in calls] == ["delete_ruleset"]


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


forking = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
"""Python 3.12 warns of forks while threads run; here they are what is tried."""


def _right_in_a_child(engine: DurableEngine) -> bool:
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        right = all(_everything(engine, known) == expected for known, expected in EXPECTED)
        os._exit(0 if right else 1)
    return os.waitpid(child, 0)[1] == 0


@forking
def test_an_engine_that_was_used_before_a_fork_is_right_after_it() -> None:
    engine = DurableEngine(SHIPPED)
    known, expected = EXPECTED[0]
    assert _everything(engine, known) == expected
    assert [_right_in_a_child(engine) for _ in range(4)] == [True] * 4
    assert _everything(engine, known) == expected


@forking
def test_a_fork_in_the_middle_of_an_evaluation_does_not_stop_the_child(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The lock that another thread held then is never released in the child."""
    engine = DurableEngine(SHIPPED)
    known, expected = EXPECTED[0]
    real = durable.complete_and_start_action
    in_the_middle, go_on = threading.Event(), threading.Event()

    def waiting(handle: int, state: int) -> object:
        if threading.current_thread() is not threading.main_thread():
            in_the_middle.set()
            go_on.wait(30)
        return real(handle, state)

    monkeypatch.setattr(session.durable, "complete_and_start_action", waiting)
    with ThreadPoolExecutor(1) as threads:
        busy = threads.submit(_everything, engine, known)
        assert in_the_middle.wait(30)
        right = _right_in_a_child(engine)
        go_on.set()
        assert busy.result() == expected
    assert right


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


def test_engines_that_are_dropped_close_every_ruleset_state_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[tuple[str, int]] = []
    for name in ("create_ruleset", "delete_state", "delete_ruleset"):
        _record(monkeypatch, name, calls)
    engine = DurableEngine(SHIPPED)
    _everything(engine, EXPECTED[0][0])
    opened = {handle for _, handle in calls}
    calls.clear()
    del engine
    gc.collect()
    closed = [handle for name, handle in calls if name == "delete_ruleset"]
    assert opened
    assert set(closed) == opened
    assert calls == [
        (name, handle) for handle in closed for name in ("delete_state", "delete_ruleset")
    ]


def test_engines_that_are_dropped_give_their_memory_back() -> None:
    """A ruleset whose state is not deleted first keeps more than a megabyte.

    In a process of its own: the peak of this one may lie far above what is lost.
    """
    program = """
import gc
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from service.engine.durable import DurableEngine
from service.engine.protocol import Step
from service.rulebook import load_rulebook

rulebook = load_rulebook(Path("rules"))

def grow():
    for _ in range(15):
        engine = DurableEngine(rulebook)
        for step in Step:
            engine.evaluate(step, {"title.kind": "pmo", "specialisation": "office"})
        del engine
        gc.collect()
    return getrusage(RUSAGE_SELF).ru_maxrss

before = grow()
print(grow() - before)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) < 5_000  # KiB
