"""Each file in `tables/` is a table with one mistake, and what is said about it.

A file has three parts, separated by a line `----`: the table that is put into the rulebook of
`tests/rulebooks/small`, its rows, and the exact diagnostics. A workbook is written like a text
with commas, with a line `[Name]` above each sheet, or `[Name] hidden`. In it, what looks like a
number or a date is one, `=` begins a formula, and `merge D2:D3` merges cells.
"""

import csv
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from service.rulebook import Severity, read_rulebook
from service.rulebook.tables.mistakes import MISTAKES

HERE = Path(__file__).parent
SMALL = HERE.parent / "rulebooks" / "small"
BROKEN = sorted((HERE / "tables").glob("*.txt"))
SEPARATOR = "----\n"


def _parts(path: Path) -> tuple[str, str, list[str]]:
    file, content, expected = path.read_text(encoding="utf-8").split(f"\n{SEPARATOR}", 2)
    return file, content + "\n", expected.splitlines()


def _write(path: Path, content: str) -> None:
    if path.suffix == ".xlsx":
        _workbook(content).save(path)
    else:
        path.write_text(content, encoding="utf-8")


def _workbook(content: str) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.active)
    _, *sheets = re.split(r"^\[(.+)\]( hidden)?\n", content, flags=re.MULTILINE)
    for title, hidden, rows in zip(sheets[::3], sheets[1::3], sheets[2::3], strict=True):
        sheet = workbook.create_sheet(title)
        sheet.sheet_state = "hidden" if hidden else "visible"
        for row in csv.reader(rows.splitlines()):
            if row and row[0].startswith("merge "):
                sheet.merge_cells(row[0].removeprefix("merge "))
            else:
                sheet.append([_value(text) for text in row])
    return workbook


def _value(text: str) -> str | int | float | bool | date | None:
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    return {"": None, "TRUE": True, "FALSE": False}.get(text, text)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_in_a_table_is_told_at_its_cell_with_what_to_write_instead(
    path: Path, tmp_path: Path
) -> None:
    file, content, expected = _parts(path)
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    (rules / file).parent.mkdir(exist_ok=True)
    _write(rules / file, content)

    rulebook, diagnostics = read_rulebook(rules)

    assert [str(diagnostic) for diagnostic in diagnostics] == expected
    assert all(diagnostic.hint for diagnostic in diagnostics)
    only_warnings = all(each.severity is Severity.WARNING for each in diagnostics)
    assert (rulebook is not None) is only_warnings


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(BROKEN) >= 50
    assert len(_codes()) >= 30


@pytest.mark.parametrize("code", MISTAKES)
def test_what_only_a_table_can_have_is_told_of_one(code: str) -> None:
    tests = "".join(
        file.read_text(encoding="utf-8") for file in (HERE.parent / "tables").glob("test_*.py")
    )
    assert code in _codes() or code in tests


def _codes() -> set[str]:
    """Every code that the corpus has, as in `growth/office.xlsx:Old rules!A1: warning code:`."""
    told = "\n".join(line for path in BROKEN for line in _parts(path)[2])
    return set(re.findall(r": (?:error|warning) ([a-z-]+): ", told))
