"""The trial of a rule directory."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from cli.running import SMALL
from strategies.loaded import loaded
from tables.grids import write_xlsx

from service.engine.rehearsal import rehearse_here
from service.engine.session import Session
from service.reload import trial
from service.reload.packed import unpack
from service.reload.stamp import stamp_of
from service.reload.trial import Trial, ended, try_rules
from service.rulebook import Diagnostic, Rulebook, load_rulebook, read_rulebook
from service.rulebook.diagnostics import Report
from service.rulebook.document import Node, parse_document
from service.rulebook.documents import Documents


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def _tried(directory: Path, patience: float = 30) -> Trial:
    return try_rules(directory, Documents(), patience)


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


def test_rules_that_durable_rules_does_not_come_back_from_are_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trial, "rehearse_here", lambda _: signal.pause())
    found = _tried(SMALL, patience=2)
    assert (found.packed, found.reason) == (None, "Trying these rules took over 2 seconds.")
    assert found.stamp == stamp_of(SMALL)


def test_rules_that_durable_rules_ends_its_process_on_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trial, "rehearse_here", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    found = _tried(SMALL)
    assert found.packed is None
    assert found.reason == "Trying these rules ended the process (signal 9)."


@pytest.mark.parametrize("part", ["read_rulebook", "rehearse_here"])
def test_a_trial_that_fails_otherwise_is_told(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    def failing(*_: object) -> None:
        raise MemoryError("no more of it")

    monkeypatch.setattr(trial, part, failing)
    found = _tried(SMALL)
    assert found.packed is None
    assert found.reason == "Trying these rules failed. MemoryError: no more of it"


def test_durable_rules_runs_in_a_fork_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next fork would begin with its sessions."""
    opened = []
    made = Session.__init__

    def noted(session: Session, document: str) -> None:
        opened.append(document)
        made(session, document)

    monkeypatch.setattr(Session, "__init__", noted)
    assert _tried(SMALL).packed is not None
    assert opened == []
    rehearse_here(loaded(SMALL))
    assert opened != []


def test_only_what_changed_is_parsed_again(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def parse(text: str, name: str, report: Report) -> Node | None:
        parsed.append(name)
        return parse_document(text, name, report)

    monkeypatch.setattr("service.rulebook.documents.parse_document", parse)
    documents = Documents()
    first = try_rules(rules, documents, 30).packed
    assert first is not None
    assert len(parsed) == len(set(parsed)) > 10
    parsed.clear()
    growth = rules / "growth" / "all.yaml"
    growth.write_text(growth.read_text().replace("points: 30", "points: 20"), encoding="utf-8")
    second = try_rules(rules, documents, 30).packed
    assert second is not None
    assert parsed == ["growth/all.yaml"]
    assert second.digest == load_rulebook(rules).digest != first.digest


def test_the_alarm_of_a_trial_is_off_afterwards() -> None:
    _tried(SMALL)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_a_process_that_ended_is_told_by_how_it_ended() -> None:
    assert ended(-signal.SIGALRM, 60) == "Trying these rules took over 60 seconds."
    assert ended(-11, 60) == "Trying these rules ended the process (signal 11)."
    assert ended(1, 60) == "Trying these rules ended the process (code 1)."


def test_rules_that_are_written_meanwhile_are_read_again(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[tuple[Rulebook | None, tuple[Diagnostic, ...]]] = []

    def written_meanwhile(
        directory: Path, documents: Documents
    ) -> tuple[Rulebook | None, tuple[Diagnostic, ...]]:
        found = read_rulebook(directory, documents)
        readings.append(found)
        if len(readings) == 1:
            (rules / "growth" / "all.yaml").write_text("- rule: x\n", encoding="utf-8")
        return found

    monkeypatch.setattr(trial, "read_rulebook", written_meanwhile)
    found = _tried(rules)
    assert len(readings) == 2
    assert found.stamp == stamp_of(rules)
    assert found.packed is None
    assert found.diagnostics == readings[1][1]


def test_rules_that_the_engine_refuses_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader lets nothing through that the engine cannot match, so a limit is lowered."""
    monkeypatch.setattr("service.engine.normal_form.MAXIMUM_NUMBER", 0)
    found = _tried(SMALL)
    assert found.packed is None
    assert found.reason is not None
    assert found.reason.startswith("These rules cannot be matched. ")
