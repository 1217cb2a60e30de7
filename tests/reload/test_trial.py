"""The trial of a rule directory, in a process of its own."""

import shutil
from pathlib import Path

import pytest
from cli.running import SMALL
from tables.grids import write_xlsx

from service.reload import trial
from service.reload.stamp import stamp_of
from service.reload.trial import try_aside, try_here
from service.rulebook import load_rulebook, read_rulebook


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def test_right_rules_come_back_as_a_rulebook() -> None:
    found = try_aside(SMALL)
    assert found.rulebook is not None
    assert found.rulebook.digest == load_rulebook(SMALL).digest
    assert (found.stamp, found.reason) == (stamp_of(SMALL), None)


def test_rules_in_a_table_come_back_and_their_mistakes_with_sheet_and_cell(rules: Path) -> None:
    table = [
        ["rule", "about nl", "about en", "level", "signal"],
        ["brisk-by-level", "Uitleg.", "Explanation.", "senior", "brisk"],
    ]
    write_xlsx(rules / "signals" / "table.xlsx", Sheet1=table)
    found = try_aside(rules)
    assert found.rulebook is not None
    assert "brisk-by-level" in found.rulebook.rules_by_id
    write_xlsx(rules / "signals" / "table.xlsx", Sheet1=[*table, ["next", "Uitleg."]])
    found = try_aside(rules)
    assert found.rulebook is None
    assert found.diagnostics == read_rulebook(rules)[1]
    assert str(found.diagnostics[0].position) == "signals/table.xlsx:Sheet1!A3"


def test_wrong_rules_come_back_as_what_check_says(rules: Path) -> None:
    (rules / "growth" / "all.yaml").write_text("- rule: x\n- rule: y\n", encoding="utf-8")
    found = try_aside(rules)
    assert found.rulebook is None
    assert found.diagnostics == read_rulebook(rules)[1]
    assert len(found.diagnostics) > 1


def test_a_directory_that_is_gone_is_told(tmp_path: Path) -> None:
    found = try_aside(tmp_path / "nowhere")
    assert [each.code for each in found.diagnostics] == ["no-directory"]


def test_a_trial_that_does_not_come_back_is_given_up() -> None:
    found = try_aside(SMALL, patience=0.001)
    assert (found.rulebook, found.reason) == (None, "Trying these rules took over 0.001 seconds.")


def test_a_trial_that_ends_its_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial.sys, "executable", "/bin/false")
    found = try_aside(SMALL)
    assert found.rulebook is None
    assert found.reason == "Trying these rules ended the process (code 1)."


def test_rules_that_are_written_meanwhile_are_read_again(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = []

    def written_meanwhile(directory: Path) -> object:
        found = read_rulebook(directory)
        readings.append(found)
        if len(readings) == 1:
            (rules / "growth" / "all.yaml").write_text("", encoding="utf-8")
        return found

    monkeypatch.setattr(trial, "read_rulebook", written_meanwhile)
    found = try_here(rules)
    assert len(readings) == 2
    assert found.stamp == stamp_of(rules)
    assert found.rulebook is readings[1][0]


def test_rules_that_the_engine_refuses_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader lets nothing through that the engine cannot match, so a limit is lowered."""
    monkeypatch.setattr("service.engine.normal_form.MAXIMUM_NUMBER", 0)
    found = try_here(SMALL)
    assert found.rulebook is None
    assert found.reason is not None
    assert found.reason.startswith("These rules cannot be matched. ")
