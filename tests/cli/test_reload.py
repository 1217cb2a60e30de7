"""`vakpad serve` takes up changed rules while it serves, in every process."""

import json
import os
import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from cli.running import SMALL
from cli.serving import Server, serving

from service.rulebook import load_rulebook

PATIENCE = 30
"""Seconds; five are promised, but a machine that runs tests may be busy."""

IN_A_ROW = 24
"""So many answers in a row come from all processes."""

PROFILE = json.dumps({"title": "PMO'er"}).encode()


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def _ready(server: Server) -> Any:
    return server.get("/readyz")


def _until_all(server: Server, wanted: Callable[[Any], bool]) -> Any:
    """What every process says, once all of them say what is wanted."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        answers = [_ready(server) for _ in range(IN_A_ROW)]
        if all(map(wanted, answers)):
            return answers[0]
    raise AssertionError(f"It still says {_ready(server)}.")


def _serves(rulebook: str) -> Callable[[Any], bool]:
    return lambda said: said["rulebook"]["digest"] == rulebook and said["rejected"] is None


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _renew(rules: Path, text: str) -> str:
    """Changes a text; returns the digest that the rules have then."""
    file = rules / "guardrail-texts.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    lines[lines.index("purpose:") + 1] = f"  nl: {text}"
    file.write_text("\n".join(lines), encoding="utf-8")
    return load_rulebook(rules).digest


def _children(server: Server) -> list[int]:
    process = server.process.pid
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8")
    return [int(child) for child in children.split()]


def test_a_change_is_served_by_every_process_and_asked_for_by_nobody(rules: Path) -> None:
    with serving(rules, "--workers", "2") as server:
        _until_all(server, _serves(load_rulebook(rules).digest))
        changed = _renew(rules, "Dit is een advies aan jou, vernieuwd.")
        _until_all(server, _serves(changed))
        status, headers, advice = server.ask(PROFILE)
        assert (status, headers["Vakpad-Rulebook"]) == (200, changed)
        assert advice["purpose"] == "Dit is een advies aan jou, vernieuwd."
        code, logged = server.stop()
    assert code == 0
    assert logged.count('event="rules taken up"') == 1
    assert "Traceback" not in logged


def test_a_broken_change_leaves_the_rules_from_before_and_says_where_it_is_broken(
    rules: Path,
) -> None:
    before = load_rulebook(rules).digest
    growth = rules / "growth" / "all.yaml"
    with serving(rules, "--workers", "2") as server:
        _replace(growth, "specialisation is office", "specialisation is ofice")
        said = _until_all(server, lambda said: said["rejected"] is not None)
        assert (said["status"], said["rulebook"]["digest"]) == ("ready", before)
        assert re.fullmatch(
            r"The rule files have (a mistake|\d+ mistakes); the rules from before are served\.",
            said["rejected"]["reason"],
        )
        error = said["rejected"]["errors"][0]
        line = growth.read_text(encoding="utf-8").split("\n")[error["line"] - 1]
        assert line[error["column"] - 1 :].startswith("ofice")
        assert (error["file"], error["hint"]) == ("growth/all.yaml", "Did you mean `office`?")
        assert server.ask(PROFILE)[1]["Vakpad-Rulebook"] == before

        _replace(growth, "specialisation is ofice", "specialisation is office")
        _until_all(server, _serves(before))
        _, logged = server.stop()
    place = f"growth/all.yaml:{error['line']}:{error['column']}"
    assert f"place={place}" in logged
    assert logged.count('event="rules rejected"') == 1


def test_a_signal_has_unchanged_rules_checked_and_ends_no_process(rules: Path) -> None:
    with serving(rules, "--workers", "2") as server:
        while len(processes := _children(server)) < 2:
            _until_all(server, _serves(load_rulebook(rules).digest))
        server.process.send_signal(signal.SIGHUP)
        end = monotonic() + PATIENCE
        while "rules taken up" not in server.logged():
            assert monotonic() < end
            assert server.ask(PROFILE)[0] == 200
        assert _children(server) == processes
        for process in processes:
            os.kill(process, signal.SIGHUP)
        assert server.ask(PROFILE)[0] == 200
        assert _children(server) == processes
        assert server.stop()[0] == 0


def test_a_process_that_starts_later_serves_what_the_others_serve(rules: Path) -> None:
    """And the checking goes on when the process that did it has ended."""
    with serving(rules, "--workers", "1") as server:
        changed = _renew(rules, "Een ander doel.")
        _until_all(server, _serves(changed))
        (ended,) = _children(server)
        os.kill(ended, signal.SIGKILL)
        assert server.ask(PROFILE)[1]["Vakpad-Rulebook"] == changed
        again = _renew(rules, "Weer een ander doel.")
        _until_all(server, _serves(again))
        assert ended not in _children(server)


def test_the_service_leaves_nothing_behind(rules: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with serving(rules, "--workers", "2", TMPDIR=str(temporary)) as server:
        _until_all(server, _serves(_renew(rules, "Een ander doel.")))
        (board,) = temporary.glob("vakpad-*")
        assert board.stat().st_mode & 0o777 == 0o700
        assert server.stop()[0] == 0
    assert list(temporary.iterdir()) == []
