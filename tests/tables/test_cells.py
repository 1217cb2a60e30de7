"""What a cell says, and what spreadsheet programs make of what was typed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tables.grids import as_csv, write_xlsx

from service.rulebook.diagnostics import Report
from service.rulebook.document import Mapping, Node
from service.rulebook.tables.read import read_table
from service.rulebook.vocabulary import Stage

BEGIN = ["rule", "about nl", "about en"]
ABOUT = ["Uitleg.", "Explanation."]


def read(path: Path, stage: Stage = Stage.SIGNALS) -> list[Node]:
    """The rules in a table without mistakes."""
    report = Report()
    rules = read_table(path, path.name, stage, report)
    assert [str(each) for each in report.diagnostics] == []
    return list(rules or ())


def told(path: Path, stage: Stage = Stage.SIGNALS) -> list[str]:
    report = Report()
    read_table(path, path.name, stage, report)
    assert all(each.hint for each in report.diagnostics)
    return [f"{each.position} {each.severity} {each.code}" for each in report.diagnostics]


def conditions(rule: Node) -> Any:
    assert isinstance(rule, Mapping)
    return rule["when all of"]


def csv_file(folder: Path, text: str) -> Path:
    file = folder / "table.csv"
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize(
    ("above", "cell", "expected"),
    [
        ("level", "at least medior", "level is at least medior"),
        ("level", "is at least medior", "level is at least medior"),
        ("level", "level is at least medior", "level is at least medior"),
        ("level", "medior", "level is medior"),
        ("level", "not medior", "level is not medior"),
        ("level", "one of [medior, senior]", "level is one of [medior, senior]"),
        ("Level ", " At least medior ", "level is at least medior"),
        ("level", "at\u00a0least\u00a0medior", "level is at least medior"),
        ("competence\nanalytical", "4", "competence analytical is 4"),
        ("competence analytical", "between 2 and 4", "competence analytical is between 2 and 4"),
        ("years in pmo", "2,5", "years in pmo is 2.5"),
        ("years in pmo", "3,00", "years in pmo is 3"),
        ("work", "raid-log", "work includes raid-log"),
        ("work", "includes raid-log", "work includes raid-log"),
        ("work", "all of [raid-log, gate-review]", "work includes all of [raid-log, gate-review]"),
        ("goals", "deepen", "goals include deepen"),
        ("goals", "none of [deepen, widen]", "goals include none of [deepen, widen]"),
        ("work", "unknown", "work is unknown"),
        ("level", "known", "level is known"),
        ("signal sharp", "yes", "signal sharp"),
        ("signal sharp", "Yes", "signal sharp"),
        ("signal sharp", "no", {"none of": ["signal sharp"]}),
        ("title is ambiguous", "yes", "title is ambiguous"),
        ("title is ambiguous", "no", "title is not ambiguous"),
        ("pmo work", "raid-log", "pmo work includes raid-log"),
        ("project manager goals", "deepen", "project manager goals include deepen"),
    ],
)
def test_a_cell_is_the_rest_of_the_sentence_above_it(
    tmp_path: Path, above: str, cell: str, expected: object
) -> None:
    rows = [[*BEGIN, above, "signal"], ["some-rule", *ABOUT, cell, "sharp"]]
    in_text = read(csv_file(tmp_path, as_csv(rows)))
    assert conditions(in_text[0]) == [expected]
    write_xlsx(tmp_path / "table.xlsx", Sheet1=rows)
    assert read(tmp_path / "table.xlsx") == in_text


def test_blank_cells_do_not_matter_and_a_column_may_stand_twice(tmp_path: Path) -> None:
    rows = [
        [*BEGIN, "goals", "level", "goals", "signal"],
        ["first", *ABOUT, "deepen", None, "widen", "sharp"],
        ["second", *ABOUT, " ", "medior", "", "sharp"],
    ]
    first, second = read(csv_file(tmp_path, as_csv(rows)))
    assert conditions(first) == ["goals include deepen", "goals include widen"]
    assert conditions(second) == ["level is medior"]


@pytest.mark.parametrize(
    ("stage", "columns", "expected"),
    [
        (Stage.SETTLING, {"settle level": "medior"}, {"settle": {"level": "medior"}}),
        (
            Stage.SETTLING,
            {"settle specialisation": "office"},
            {"settle": {"specialisation": "office"}},
        ),
        (Stage.SIGNALS, {"signal": "sharp"}, {"signal": "sharp"}),
        (
            Stage.GROWTH,
            {
                "effect": "recommend", "to specialisation": "office", "to level": "one  up",
                "points": 30, "because nl": "Daarom.", "because en": "Because.",
                "actions": "[rotation, pairing]",
            },
            {
                "recommend": {
                    "specialisation": "office", "level": "one up", "points": "30",
                    "because": {"nl": "Daarom.", "en": "Because."},
                    "actions": ["rotation", "pairing"],
                }
            },
        ),
        (
            Stage.GROWTH,
            {
                "effect": "Rule out", "to specialisation": "office", "to level": "same as now",
                "points": None, "because nl": "Daarom.", "because en": "Because.",
                "actions": "",
            },
            {
                "rule out": {
                    "specialisation": "office", "level": "same as now",
                    "because": {"nl": "Daarom.", "en": "Because."},
                }
            },
        ),
        (
            Stage.MESSAGES,
            {"say": "caution", "text nl": "Let op.", "text en": "Mind.", "outcome": "refer"},
            {"say": "caution", "text": {"nl": "Let op.", "en": "Mind."}, "outcome": "refer"},
        ),
        (Stage.MESSAGES, {"say": None, "outcome": "refer"}, {"outcome": "refer"}),
        (
            Stage.PARTNERSHIP,
            {"tension nl": "Let op.", "tension en": "Mind."},
            {"tension": {"nl": "Let op.", "en": "Mind."}},
        ),
        (
            Stage.PARTNERSHIP,
            {"fits tip": "trust", "because nl": "Daarom.", "because en": "Because."},
            {"fits tip": {"tip": "trust", "because": {"nl": "Daarom.", "en": "Because."}}},
        ),
    ],
)  # fmt: skip
def test_each_folder_has_columns_for_its_effects(
    tmp_path: Path, stage: Stage, columns: dict[str, Any], expected: dict[str, Any]
) -> None:
    rows = [[*BEGIN, "level", *columns], ["some-rule", *ABOUT, "medior", *columns.values()]]
    assert read(csv_file(tmp_path, as_csv(rows)), stage) == [
        {
            "rule": "some-rule",
            "about": {"nl": "Uitleg.", "en": "Explanation."},
            "when all of": ["level is medior"],
        }
        | expected
    ]


PLAIN = as_csv(
    [
        [*BEGIN, "level", "signal"],
        ["first", "Uitleg; kort.", "Explanation,\nshort.", "medior", "sharp"],
        ["second", *ABOUT, "one of [medior, senior]", "sharp"],
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("\r\n", "\n"),
        PLAIN.replace("\r\n", "\r"),
        PLAIN.rstrip("\r\n"),
        "\ufeff" + PLAIN,
        "sep=,\r\n" + PLAIN,
        "\r\n,,,,\r\n" + PLAIN + ",,,,\r\n,,,,\r\n",
        "# What this table is for,,,,\r\n" + PLAIN + "# the end; of it\r\n",
        PLAIN.replace("first,", "first ,"),
        PLAIN.replace(",sharp", ",sharp,,,"),
    ],
)
def test_how_a_program_writes_the_file_does_not_matter(tmp_path: Path, text: str) -> None:
    assert read(csv_file(tmp_path, text)) == read(csv_file(tmp_path, PLAIN))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found_in_the_first_row(tmp_path: Path, separator: str) -> None:
    rows = [[*BEGIN, "level", "signal"], ["first", "a, b; c\td", "e", "medior", "sharp"]]
    (rule,) = read(csv_file(tmp_path, as_csv(rows, separator)))
    assert isinstance(rule, Mapping)
    assert rule["about"] == {"nl": "a, b; c\td", "en": "e"}


def test_what_starts_with_a_hash_is_a_note(tmp_path: Path) -> None:
    rows = [
        [*BEGIN, "# who asked", "level", "signal", "#"],
        ["first", *ABOUT, "=A1", "medior", "sharp", "“anything”"],
        ["# not yet", None, None, "Ans", "senior", None, None],
    ]
    write_xlsx(tmp_path / "table.xlsx", Sheet1=rows, **{"#remarks": [["free"], ["text"]]})
    (rule,) = read(tmp_path / "table.xlsx")
    assert conditions(rule) == ["level is medior"]


def test_every_sheet_is_a_table_and_an_empty_one_is_none(tmp_path: Path) -> None:
    def rows(id: str) -> list[list[str]]:
        return [[*BEGIN, "level", "signal"], [id, *ABOUT, "medior", "sharp"]]

    write_xlsx(tmp_path / "table.xlsx", Juniors=rows("first"), Empty=[], Leads=rows("second"))
    found = read(tmp_path / "table.xlsx")
    assert [each["rule"] for each in found if isinstance(each, Mapping)] == ["first", "second"]


def workbook(path: Path, **cells: object) -> Workbook:
    """A table with one row, and then these cells, as an open workbook that is saved at `path`."""
    write_xlsx(
        path, Sheet1=[[*BEGIN, "level", "signal"], ["first", *ABOUT, "medior", "sharp"]]
    )  # fmt: skip
    opened = load_workbook(path)
    for place, value in cells.items():
        opened["Sheet1"][place] = value
    opened.save(path)
    return opened


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"D2": '="medi"&"or"'}, ["table.xlsx:Sheet1!D2 error formula"]),
        ({"B2": "=A2"}, ["table.xlsx:Sheet1!B2 error formula"]),
        ({"A2": date(2024, 3, 1)}, ["table.xlsx:Sheet1!A2 error looks-like-a-number"]),
        ({"D2": "#REF!"}, ["table.xlsx:Sheet1!D2 error spreadsheet-fault"]),
        ({"G2": "loose"}, ["table.xlsx:Sheet1!G2 error cell-without-column"]),
        ({"G1": "Name"}, ["table.xlsx:Sheet1!G1 error unknown-column"]),
        ({"A3": "loose"}, [
            "table.xlsx:Sheet1!A3 error missing-key",
            "table.xlsx:Sheet1!A3 error no-effect",
            "table.xlsx:Sheet1!B3 error empty-value",
            "table.xlsx:Sheet1!C3 error empty-value",
        ]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_sheet_and_cell(
    tmp_path: Path, cells: dict[str, object], expected: list[str]
) -> None:
    workbook(tmp_path / "table.xlsx", **cells)
    assert told(tmp_path / "table.xlsx") == expected


def test_merged_cells_are_told_about_where_they_hide_something(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    opened = workbook(path)
    sheet = opened["Sheet1"]
    sheet["A4"] = "# a title across the table"
    sheet.merge_cells("A4:E4")
    opened.save(path)
    assert told(path) == []
    sheet.merge_cells("D2:D3")
    opened.save(path)
    assert told(path) == ["table.xlsx:Sheet1!D2 error merged-cells"]


def test_a_hidden_sheet_is_not_read_and_that_is_told(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    opened = workbook(path)
    opened["Sheet1"].sheet_state = "hidden"
    opened.create_sheet("Sheet2")
    opened.save(path)
    assert told(path) == ["table.xlsx:Sheet1!A1 warning hidden-sheet"]
