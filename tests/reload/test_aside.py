"""The process that stands ready to try rules."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import SMALL

from service.engine.rehearsal import HOME
from service.reload.aside import Aside
from service.reload.stamp import stamp_of
from service.rulebook import load_rulebook


@pytest.fixture
def aside() -> Iterator[Aside]:
    aside = Aside(SMALL)
    yield aside
    aside.end()


def _process(aside: Aside) -> int:
    assert aside._process is not None
    return aside._process.pid


def test_one_process_tries_again_and_again(aside: Aside) -> None:
    aside.start()
    started = _process(aside)
    for _ in range(2):
        found = aside.trial()
        assert found.packed is not None
        assert found.packed.digest == load_rulebook(SMALL).digest
        assert found.stamp == stamp_of(SMALL)
    assert _process(aside) == started


def test_after_a_trial_that_takes_too_long_comes_the_next() -> None:
    aside = Aside(SMALL, patience=0.000_001)
    try:
        reasons = {aside.trial().reason for _ in range(2)}
    finally:
        aside.end()
    assert reasons == {"Trying these rules took over 1e-06 seconds."}


def test_when_it_has_ended_the_next_trial_starts_another(aside: Aside) -> None:
    aside.start()
    started = _process(aside)
    os.kill(started, signal.SIGKILL)
    os.waitid(os.P_PID, started, os.WEXITED | os.WNOWAIT)
    assert aside.trial().packed is not None
    assert _process(aside) != started


def test_when_it_ends_during_a_trial_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.reload.aside.sys.executable", "/bin/false")
    found = Aside(SMALL).trial()
    assert (found.packed, found.stamp) == (None, stamp_of(SMALL))
    assert found.reason == "Trying these rules ended the process (code 1)."


def test_it_ends_when_nothing_more_can_be_asked_of_it() -> None:
    command = [sys.executable, "-m", "service.reload", str(SMALL), "30"]
    ended = subprocess.run(
        command, cwd=HOME, input=b"", capture_output=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")


def test_rules_behind_a_link_are_those_that_it_leads_to_now(tmp_path: Path) -> None:
    """So configuration comes into a container."""
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    aside = Aside(link)
    try:
        assert aside.trial().packed is None
        link.unlink()
        link.symlink_to(SMALL)
        assert aside.trial().packed is not None
    finally:
        aside.end()
