"""docs/tables.md says what tables really do."""

import re
import shutil
from pathlib import Path

import pytest
from documentation.examples import ROOT, block
from tables.grids import write_csv, write_xlsx

from service.rulebook import load_rulebook
from service.rulebook.diagnostics import Report
from service.rulebook.document import Mapping, Sequence
from service.rulebook.tables.cells import LONGEST_CELL, MAXIMUM_COLUMNS, MAXIMUM_ROWS
from service.rulebook.tables.columns import columns_of
from service.rulebook.tables.read import read_table
from service.rulebook.vocabulary import Stage
from service.rulebook.yaml_text import yaml_of

PAGE = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")


def table(name: str) -> list[list[str]]:
    """The table below `<!-- name -->`, with its header and without the line below that."""
    found = re.search(rf"<!-- {name} -->\n((?:\|.*\n)+)", PAGE)
    assert found
    header, _, *rows = found[1].splitlines()
    return [[cell.strip() for cell in row[1:-1].split("|")] for row in (header, *rows)]


def test_the_example_is_right_beside_the_shipped_rules(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    write_csv(rules / "growth" / "example.csv", table("table"))
    loaded = load_rulebook(rules)
    assert [row[0] for row in table("table")[1:] if row[0] not in loaded.rules_by_id] == []


def test_the_second_row_is_the_rule_that_is_shown(tmp_path: Path) -> None:
    write_csv(tmp_path / "example.csv", table("table"))
    rules = read_table(tmp_path / "example.csv", "example.csv", Stage.GROWTH, Report())
    assert rules is not None
    assert yaml_of(Sequence([rules[1]])) == block(PAGE, "rule")


@pytest.mark.parametrize("cells", table("cells")[1:], ids=lambda cells: " ".join(cells[:2]))
def test_a_cell_says_what_stands_beside_it(tmp_path: Path, cells: list[str]) -> None:
    above, cell, expected = (re.findall("`([^`]+)`", text)[0] for text in cells)
    rows = [["rule", "about nl", "about en", above, "outcome"], ["a", "b", "c", cell, "refer"]]
    write_xlsx(tmp_path / "cells.xlsx", Sheet1=rows)
    report = Report()
    rules = read_table(tmp_path / "cells.xlsx", "cells.xlsx", Stage.MESSAGES, report)
    assert report.diagnostics == ()
    assert rules is not None
    assert isinstance(rules[0], Mapping)
    assert rules[0]["when all of"] == [expected]


@pytest.mark.parametrize("stage", Stage)
def test_every_column_is_on_the_page(stage: Stage) -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| `{stage}/`"))
    common = ("rule", "about nl", "about en")
    assert [
        name for name in columns_of(stage) if name not in common and f"`{name}`" not in line
    ] == []


def test_the_limits_are_on_the_page() -> None:
    assert (
        f"at most {MAXIMUM_ROWS:,} rows and {MAXIMUM_COLUMNS} columns, and a cell at most "
        f"{LONGEST_CELL:,} characters"
    ) in PAGE
