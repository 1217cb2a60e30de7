"""A warning about a row of a table is accepted by a note above it, or in a column of notes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tables.grids import Rows, write_csv, write_xlsx

from service.checks.examination import examine
from service.checks.memory import Memory

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
HEADER = (
    "rule", "about nl", "about en", "specialisation", "specialisation", "effect",
    "to specialisation", "to level", "points", "because nl", "because en", "# notes",
)  # fmt: skip
DOUBTFUL = (
    "Uitleg.", "Explanation.", "office", "office", "recommend", "governance", "same as now", 20,
    "Daarom.", "That is why.",
)  # fmt: skip
ACCEPTED = "# accept repeated-conditions: to show, and say, that it can be"

Codes = list[str]
Told = Callable[[Rows], Codes]


def _write_csv(path: Path, rows: Rows) -> None:
    write_csv(path.with_suffix(".csv"), rows)


def _write_xlsx(path: Path, rows: Rows) -> None:
    write_xlsx(path.with_suffix(".xlsx"), Rules=rows)


@pytest.fixture(params=[_write_csv, _write_xlsx], ids=["csv", "xlsx"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Told:
    """The codes of what is told about a small rulebook with a table."""

    def told(rows: Rows) -> Codes:
        rules = Path(shutil.copytree(SMALL, tmp_path / "rules"))
        request.param(rules / "growth" / "table", rows)
        return _codes(rules)

    return told


def _codes(rules: Path) -> Codes:
    examined = examine(rules, Memory(None))
    assert examined.rulebook is not None
    return [found.code for found in examined.diagnostics]


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("# a note", ["repeated-conditions"]),
        (ACCEPTED, []),
        ("# accept repeated-conditions in this file: they are all so", []),
        (f"{ACCEPTED}\nand more of it", []),
        ("# accept repeated-conditions", ["acceptance", "repeated-conditions"]),
        ("# accept repeated-condition: why", ["acceptance", "repeated-conditions"]),
        ("# Accept repeated-conditions: why", []),
        ("# accepteer repeated-conditions: why", ["acceptance", "repeated-conditions"]),
        ("# accept repeated-conditions - why", ["acceptance", "repeated-conditions"]),
        ("# accept repeated-conditions why", ["acceptance", "repeated-conditions"]),
        ("# accepted by all, after a long talk", ["repeated-conditions"]),
    ],
)
def test_a_note_above_a_row_accepts_a_warning_about_it(told: Told, note: str, codes: Codes) -> None:
    assert told([HEADER, [note, None, None], ["twice", *DOUBTFUL]]) == codes


def test_a_note_in_a_column_of_notes_accepts_a_warning_about_its_row(told: Told) -> None:
    assert told([HEADER, ["twice", *DOUBTFUL, ACCEPTED]]) == []


def test_a_note_covers_one_row(told: Told) -> None:
    other = [
        "other",
        *DOUBTFUL[:2],
        "governance",
        "governance",
        "recommend",
        "office",
        *DOUBTFUL[6:],
    ]
    found = told([HEADER, [ACCEPTED], ["twice", *DOUBTFUL], other])
    assert found.count("repeated-conditions") == 1


def test_a_note_covers_nothing_of_another_sheet(tmp_path: Path) -> None:
    rules = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    note, rule = [[ACCEPTED], ["twice", *DOUBTFUL]]
    right = ["right", *DOUBTFUL[:3], None, *DOUBTFUL[4:8], "Om iets anders.", "For another reason."]
    write_xlsx(rules / "growth" / "table.xlsx", One=[HEADER, note, right], Two=[HEADER, [], rule])
    assert {"acceptance", "repeated-conditions"} <= set(_codes(rules))
