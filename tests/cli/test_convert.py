"""`vakpad convert`: a table becomes a rule file with the same rules."""

import json
import shutil
from pathlib import Path

import pytest
from cli.running import SMALL, vakpad
from tables.grids import Rows, write_csv, write_xlsx

from service.rulebook import load_rulebook

TABLE: Rows = [
    ["rule", "about nl", "about en", "level", "work", "signal", "# note"],
    ["brisk-by-work", "Kort: ja.", "In short.", "at least medior", "raid-log", "brisk", "Ans"],
    ["brisk-by-level", "Uitleg.\nMeer.", "Explanation.", "senior", None, "brisk", None],
]
EXPECTED = """\
- rule: brisk-by-work
  about:
    nl: "Kort: ja."
    en: In short.
  when all of:
    - level is at least medior
    - work includes raid-log
  signal: brisk

- rule: brisk-by-level
  about:
    nl: |-
      Uitleg.
      Meer.
    en: Explanation.
  when all of:
    - level is senior
  signal: brisk
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The small rulebook with a table as text and as a workbook, one of them to be deleted."""
    rules = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    write_csv(rules / "signals" / "table.csv", TABLE, separator=";")
    return rules


def test_the_rules_are_written_to_the_screen(rules: Path) -> None:
    done = vakpad("convert", rules / "signals" / "table.csv")
    assert (done.returncode, done.stdout, done.stderr) == (0, EXPECTED, "")


def test_a_new_file_takes_the_place_of_the_table_without_a_difference(rules: Path) -> None:
    table, file = rules / "signals" / "table.csv", rules / "signals" / "brisk.yaml"
    before = load_rulebook(rules).digest
    done = vakpad("convert", table, "--to", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"2 rules written to {file}.\nNow take {table} out of the rules: each of them is there "
        "twice.\n"
    )
    table.unlink()
    assert load_rulebook(rules).digest == before


def test_a_table_that_stands_elsewhere_is_told_its_folder(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "table.xlsx", Sheet1=TABLE)
    done = vakpad("convert", tmp_path / "table.xlsx", "--folder", "signals")
    assert (done.returncode, done.stdout) == (0, EXPECTED)
    without = vakpad("convert", tmp_path / "table.xlsx")
    assert (without.returncode, without.stdout) == (2, "")
    assert without.stderr.endswith(
        "stands in no rule folder, so say with --folder which it is for.\n"
    )


def test_json_has_the_same_for_programs(rules: Path) -> None:
    table = rules / "signals" / "table.csv"
    done = vakpad("convert", table, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "table": str(table),
        "rules": ["brisk-by-work", "brisk-by-level"],
        "file": None,
        "yaml": EXPECTED,
    }


def test_a_table_with_a_mistake_is_not_converted(rules: Path) -> None:
    table, file = rules / "signals" / "table.csv", rules / "signals" / "brisk.yaml"
    write_csv(table, [TABLE[0], ["Brisk One", "Uitleg.", "Explanation.", "medior", None, "brisk"]])
    done = vakpad("convert", table, "--to", file)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("signals/table.csv:2:1: error not-an-id: ")
    assert done.stderr.endswith("Nothing was written. Mend the table first.\n")
    assert not file.exists()
    assert json.loads(vakpad("convert", table, "--json").stdout)["errors"] == 1


@pytest.mark.parametrize(
    ("table", "target", "said"),
    [
        ("signals/all.yaml", None, "is no table: it does not end in .csv or .xlsx."),
        ("signals/table.csv", "signals/all.yaml", "is there already."),
        ("signals/table.csv", "signals/brisk.txt", "does not end in .yaml, and rule files do."),
        ("signals/table.csv", "nowhere/brisk.yaml", "There is no folder"),
        ("signals/table.csv", "growth/brisk.yaml", "The rules are for `signals/`"),
    ],
)
def test_misuse_writes_nothing(rules: Path, table: str, target: str | None, said: str) -> None:
    before = sorted(rules.glob("**/*"))
    options = ["--to", rules / target] if target else []
    done = vakpad("convert", rules / table, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert sorted(rules.glob("**/*")) == before


def test_check_shows_the_cell_of_a_workbook_as_the_line_of_a_file(rules: Path) -> None:
    (rules / "signals" / "table.csv").unlink()
    wrong = [TABLE[0], ["brisk", "Uitleg.", "Explanation.", "at least mediorr", None, "brisk"]]
    write_xlsx(rules / "signals" / "table.xlsx", Sheet1=wrong)
    assert vakpad("check", rules).stdout.splitlines()[:4] == [
        "signals/table.xlsx:Sheet1!D2: error unknown-id: `mediorr` is not a value of `level`.",
        "    D2 | at least mediorr",
        "       |          ^",
        "  -> Did you mean `medior`?",
    ]
    (found,) = json.loads(vakpad("check", rules, "--json").stdout)["diagnostics"]
    assert found["place"] == "signals/table.xlsx:Sheet1!D2"
    assert (found["file"], found["line"], found["column"]) == ("signals/table.xlsx", 2, 4)
