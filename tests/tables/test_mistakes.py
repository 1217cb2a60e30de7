"""Mistakes in a table do not hide other ones, and make no others."""

import shutil
from pathlib import Path

import pytest
from cli.running import SMALL
from tables.grids import write_csv

from service.checks.acceptance import acceptances_in
from service.rulebook import read_rulebook


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def told(rules: Path) -> list[str]:
    return [f"{each.position} {each.code}" for each in read_rulebook(rules)[1]]


def test_a_signal_exists_even_when_its_row_has_a_mistake(rules: Path) -> None:
    begin = ["rule", "about nl", "about en"]
    write_csv(
        rules / "signals" / "a.csv",
        [[*begin, "level", "signal"], ["brisk-by-level", "Uitleg.", None, "medior", "brisk"]],
    )
    write_csv(
        rules / "messages" / "b.csv",
        [[*begin, "signal brisk", "outcome"], ["b", "Uitleg.", "Explanation.", "yes", "refer"]],
    )
    assert told(rules) == ["signals/a.csv:2:24 empty-value"]


def test_all_mistakes_of_all_rows_are_told_at_once(rules: Path) -> None:
    write_csv(
        rules / "signals" / "a.csv",
        [
            ["rule", "about nl", "about en", "level", "goals", "signal"],
            ["sharp-by-ratings", "Uitleg.", None, "=A1", "depen", "sharp"],
            ["second", "Uitleg.", "Explanation.", "at lest medior", "widn", "Sharp Eye"],
        ],
    )
    assert told(rules) == [
        "signals/a.csv:2:26 empty-value",
        "signals/a.csv:2:27 formula",
        "signals/a.csv:2:31 unknown-id",
        "signals/a.csv:3:32 not-a-condition",
        "signals/a.csv:3:44 unknown-id",
        "signals/a.csv:3:49 not-an-id",
        "signals/all.yaml:1:9 duplicate-id",
    ]


def test_a_note_in_a_text_file_accepts_warnings_about_the_row_below_it(tmp_path: Path) -> None:
    write_csv(
        tmp_path / "a.csv",
        [
            ["rule", "about nl", "about en", "level", "outcome"],
            ["# accept doubtful-tone: she said so, herself", None, None, None, None],
            ["first", "Uitleg.", "Explanation.", "medior", "refer"],
            ["second", "Uitleg.", "Explanation.", "senior", "refer"],
        ],
    )
    (found,) = acceptances_in(tmp_path, "a.csv")
    assert (found.code, found.first, found.last) == ("doubtful-tone", 3, 3)
    assert found.reason.startswith("she said so, herself")
