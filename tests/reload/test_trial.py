"""The trial of a rule directory, in this process and in a fork of it."""

import os
import pickle
import shutil
import signal
from pathlib import Path

import pytest
from cli.running import SMALL
from tables.grids import write_xlsx

from service.engine.session import Session
from service.reload import trial
from service.reload.packed import unpack
from service.reload.stamp import stamp_of
from service.reload.trial import Trial, try_here, try_in_a_fork, warm_up
from service.rulebook import Diagnostic, Rulebook, load_rulebook, read_rulebook


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def _tried(directory: Path, patience: float = 30) -> Trial:
    found: Trial = pickle.loads(try_in_a_fork(directory, patience))
    return found


def test_right_rules_come_back_ready_to_be_served() -> None:
    found = _tried(SMALL)
    assert (found.stamp, found.reason) == (stamp_of(SMALL), None)
    assert found.packed is not None
    assert found.packed.digest == load_rulebook(SMALL).digest
    assert unpack(found.packed).rulebook.digest == found.packed.digest


def test_rules_in_a_table_come_back_and_their_mistakes_with_sheet_and_cell(rules: Path) -> None:
    table = [
        ["rule", "about nl", "about en", "level", "signal"],
        ["brisk-by-level", "Uitleg.", "Explanation.", "senior", "brisk"],
    ]
    write_xlsx(rules / "signals" / "table.xlsx", Sheet1=table)
    found = _tried(rules)
    assert found.packed is not None
    assert "brisk-by-level" in unpack(found.packed).rulebook.rules_by_id
    write_xlsx(rules / "signals" / "table.xlsx", Sheet1=[*table, ["next", "Uitleg."]])
    found = _tried(rules)
    assert found.packed is None
    assert found.diagnostics == read_rulebook(rules)[1]
    assert str(found.diagnostics[0].position) == "signals/table.xlsx:Sheet1!A3"


def test_wrong_rules_come_back_as_what_check_says(rules: Path) -> None:
    (rules / "growth" / "all.yaml").write_text("- rule: x\n- rule: y\n", encoding="utf-8")
    found = _tried(rules)
    assert found.packed is None
    assert found.diagnostics == read_rulebook(rules)[1]
    assert len(found.diagnostics) > 1


def test_a_directory_that_is_gone_is_told(tmp_path: Path) -> None:
    found = _tried(tmp_path / "nowhere")
    assert [each.code for each in found.diagnostics] == ["no-directory"]


def test_a_trial_that_does_not_come_back_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "try_here", lambda _: signal.pause())
    found = _tried(SMALL, patience=0.01)
    assert (found.packed, found.reason) == (None, "Trying these rules took over 0.01 seconds.")
    assert found.stamp == stamp_of(SMALL)


def test_a_trial_that_ends_its_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "try_here", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    found = _tried(SMALL)
    assert found.packed is None
    assert found.reason == "Trying these rules ended the process (signal 9)."


def test_a_trial_that_fails_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: Path) -> Trial:
        raise MemoryError("no more of it")

    monkeypatch.setattr(trial, "try_here", failing)
    found = _tried(SMALL)
    assert found.packed is None
    assert found.reason == "Trying these rules failed. MemoryError: no more of it"


def test_warming_up_opens_no_session_that_a_fork_would_begin_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Session] = []
    monkeypatch.setattr(Session, "_open", opened.append)
    warm_up(SMALL)
    assert opened == []


def test_broken_rules_can_be_warmed_up_with_too(rules: Path) -> None:
    """A process that stands ready may be started when they are the ones in the directory."""
    (rules / "vocabulary.yaml").unlink()
    warm_up(rules)
    assert _tried(rules).packed is None


def test_rules_that_are_written_meanwhile_are_read_again(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[tuple[Rulebook | None, tuple[Diagnostic, ...]]] = []

    def written_meanwhile(directory: Path) -> tuple[Rulebook | None, tuple[Diagnostic, ...]]:
        found = read_rulebook(directory)
        readings.append(found)
        if len(readings) == 1:
            (rules / "growth" / "all.yaml").write_text("- rule: x\n", encoding="utf-8")
        return found

    monkeypatch.setattr(trial, "read_rulebook", written_meanwhile)
    found = try_here(rules)
    assert len(readings) == 2
    assert found.stamp == stamp_of(rules)
    assert found.packed is None
    assert found.diagnostics == readings[1][1]


def test_rules_that_the_engine_refuses_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader lets nothing through that the engine cannot match, so a limit is lowered."""
    monkeypatch.setattr("service.engine.normal_form.MAXIMUM_NUMBER", 0)
    found = try_here(SMALL)
    assert found.packed is None
    assert found.reason is not None
    assert found.reason.startswith("These rules cannot be matched. ")
