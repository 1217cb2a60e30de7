"""A rule means the same in a table as in a YAML file, and counts for the same digest."""

from pathlib import Path

import pytest
from strategies.loaded import loaded
from tables.grids import Rows, write_csv, write_xlsx
from tables.shipped import SHIPPED, Write, move_to_tables

from service.rulebook import read_rulebook


def _as_workbook(path: Path, rows: Rows) -> None:
    write_xlsx(path, Rules=rows)


def _with_semicolons(path: Path, rows: Rows) -> None:
    write_csv(path, rows, separator=";")


@pytest.mark.parametrize(
    ("ending", "write"), [(".csv", write_csv), (".csv", _with_semicolons), (".xlsx", _as_workbook)]
)
def test_the_shipped_rules_are_the_same_with_200_of_them_in_tables(
    tmp_path: Path, ending: str, write: Write
) -> None:
    rules = tmp_path / "rules"
    assert move_to_tables(rules, ending, write) > 200

    rulebook, diagnostics = read_rulebook(rules)

    assert [str(each) for each in diagnostics] == []
    assert rulebook is not None
    assert rulebook.digest == loaded(SHIPPED).digest
