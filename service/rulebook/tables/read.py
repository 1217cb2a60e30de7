"""Reads a decision table into the tree that a YAML file with the same rules would give."""

from importlib import import_module
from pathlib import Path

from service.rulebook.diagnostics import Report
from service.rulebook.document import Sequence
from service.rulebook.position import Position
from service.rulebook.tables.cells import Grid
from service.rulebook.tables.csv_file import read_csv
from service.rulebook.tables.rows import rules_in
from service.rulebook.vocabulary import Stage

ENDINGS = (".csv", ".xlsx")


def read_table(path: Path, name: str, stage: Stage, report: Report) -> Sequence | None:
    """The rules in all sheets of one file; None when there are none, or none could be read."""
    rules = Sequence(
        rule for grid in read_grids(path, name, report) for rule in rules_in(grid, stage, report)
    )
    rules.position = Position(name, 1, 1)
    return rules or None


def read_grids(path: Path, name: str, report: Report) -> list[Grid]:
    """The cells of each sheet of one file."""
    if name.endswith(".csv"):
        return read_csv(path, name, report)
    # openpyxl takes longer to import than all rules to read, and most rulebooks have no workbook.
    workbook = import_module("service.rulebook.tables.xlsx_file")
    grids: list[Grid] = workbook.read_xlsx(path, name, report)
    return grids
