"""Files that are no tables, or more than that, end in one message each, and nothing runs."""

import io
import os
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest
from cli.running import SMALL
from tables.grids import write_xlsx

from service.rulebook import load_rulebook, read_rulebook
from service.rulebook.tables.cells import LONGEST_CELL, MAXIMUM_COLUMNS, MAXIMUM_ROWS

HEADER = ["rule", "about nl", "about en", "level", "signal"]
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def row(number: int) -> list[str]:
    return [f"rule-{number}", "Uitleg.", "Explanation.", "medior", "sharp"]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("table") / "table.xlsx"
    write_xlsx(file, Sheet1=[HEADER, row(1)])
    return file.read_bytes()


def with_parts(table: bytes, **parts: bytes) -> bytes:
    """The workbook with other parts, or more of them; `/` and `.` in a name are `__` and `_`."""
    changed = {name.replace("__", "/").replace("_", "."): data for name, data in parts.items()}
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(table)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, data in changed.items():
            new.writestr(name, data)
    return packed.getvalue()


def sheet_of(rows: str, before: str = "") -> bytes:
    xml = f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return xml.encode()


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER_XML = "<row r='1'>" + "".join(
    text_cell(f"{letter}1", name) for letter, name in zip("ABCDE", HEADER, strict=True)
) + "</row>"  # fmt: skip


def told(tmp_path: Path, name: str, content: bytes) -> list[str]:
    """What is said about one file in `signals/` of the small rulebook."""
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    (rules / "signals" / name).write_bytes(content)
    rulebook, diagnostics = read_rulebook(rules)
    assert rulebook is None
    assert all(each.hint for each in diagnostics)
    return [f"{each.position} {each.code}" for each in diagnostics]


def lying_about_its_size(table: bytes) -> bytes:
    """A part of 50 MB that says that it has 100 bytes, in both places where a zip file says so."""
    packed = with_parts(table, xl__sharedStrings_xml=b" " * 50_000_000)
    size = (50_000_000).to_bytes(4, "little")
    assert packed.count(size) == 2
    return packed.replace(size, (100).to_bytes(4, "little"))


def encrypted(table: bytes) -> bytes:
    """A zip file with the flag that says that its parts are encrypted."""
    packed = bytearray(table)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = packed.find(signature)
        while at >= 0:
            packed[at + offset] |= 1
            at = packed.find(signature, at + 4)
    return bytes(packed)


def zip_of(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr(name, data)
    return packed.getvalue()


def damaged(table: bytes) -> bytes:
    """One byte of the first part is another one."""
    with zipfile.ZipFile(io.BytesIO(table)) as package:
        first = package.infolist()[0]
    at = first.header_offset + 30 + len(first.filename) + first.compress_size // 2
    return table[:at] + bytes([table[at] ^ 0xFF]) + table[at + 1 :]


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BILLION_LAUGHS = "<!DOCTYPE a [" + "".join(
    f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

WORKBOOKS = {
    "nothing": (lambda _: b"", "1:1 unreadable-table"),
    "text": (lambda _: b"rule,about nl\n", "1:1 unreadable-table"),
    "random bytes": (lambda _: zlib.compress(bytes(9_999)) * 50, "1:1 unreadable-table"),
    "cut in half": (lambda table: table[: len(table) // 2], "1:1 unreadable-table"),
    "another zip file": (lambda _: zip_of("a.txt", b"a"), "1:1 unreadable-table"),
    "broken XML": (
        lambda table: with_parts(table, xl__worksheets__sheet1_xml=b"<worksheet><row>"),
        "1:1 unreadable-table",
    ),
    "a wrong checksum": (damaged, "1:1 unreadable-table"),
    "a shared string that is not there": (
        lambda table: with_parts(
            table,
            xl__worksheets__sheet1_xml=sheet_of("<row r='1'><c r='A1' t='s'><v>99</v></c></row>"),
        ),
        "1:1 unreadable-table",
    ),
    "rows beyond any sheet": (
        lambda table: with_parts(
            table,
            xl__worksheets__sheet1_xml=sheet_of(
                HEADER_XML + f"<row r='99999999999'>{text_cell('A2', 'a')}</row>"
            ),
        ),
        "Sheet1!A1 file-too-large",
    ),
    "blank cells at the end of every row": (
        lambda table: with_parts(
            table,
            xl__worksheets__sheet1_xml=sheet_of(
                HEADER_XML
                + "".join(map("<row r='{0}'><c r='XFD{0}'/></row>".format, range(2, 999)))
            ),
        ),
        "Sheet1!A1 file-too-large",
    ),
    "a password": (
        lambda _: OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
        "1:1 encrypted-table",
    ),
    "an old workbook": (lambda _: OLD_OFFICE + b"Workbook", "1:1 old-workbook"),
    "encrypted parts": (encrypted, "1:1 encrypted-table"),
    "macros": (lambda table: with_parts(table, xl__vbaProject_bin=b"x"), "1:1 macros"),
    "old macros": (
        lambda table: with_parts(table, xl__macrosheets__sheet1_xml=sheet_of("")),
        "1:1 macros",
    ),
    "entities in entities": (
        lambda table: with_parts(
            table,
            xl__worksheets__sheet1_xml=sheet_of(text_cell("A1", "&l9;"), BILLION_LAUGHS),
        ),
        "1:1 unreadable-table",
    ),
    "a file outside": (
        lambda table: with_parts(
            table, xl__worksheets__sheet1_xml=sheet_of(text_cell("A1", "&x;"), OUTSIDE)
        ),
        "1:1 unreadable-table",
    ),
    "a zip bomb": (
        lambda table: with_parts(table, xl__sharedStrings_xml=b" " * 200_000_000),
        "1:1 file-too-large",
    ),
    "a zip bomb that lies": (lying_about_its_size, "1:1 unreadable-table"),
    "thousands of parts": (
        lambda table: with_parts(table, **{f"p{number}_xml": b"" for number in range(1_001)}),
        "1:1 file-too-large",
    ),
    "a million rows": (
        lambda table: with_parts(
            table,
            xl__worksheets__sheet1_xml=sheet_of(
                HEADER_XML + "".join(map("<row r='{0}'><c/></row>".format, range(2, 10**6)))
            ),
        ),
        "1:1 file-too-large",
    ),
    "50 MB": (lambda _: os.urandom(50_000_000), "1:1 file-too-large"),
}  # fmt: skip


@pytest.mark.parametrize("what", WORKBOOKS)
def test_a_workbook_that_cannot_be_read_is_told_about(
    tmp_path: Path, table: bytes, what: str
) -> None:
    make, expected = WORKBOOKS[what]
    assert told(tmp_path, "table.xlsx", make(table)) == [f"signals/table.xlsx:{expected}"]


LONG = "a" * (LONGEST_CELL + 1)
TEXTS = {
    "a quote that never ends": (b'rule,signal\na,b\n"c,d\ne,f\n', "3:1 open-quote"),
    "a quote that ends too early": (b'rule,signal\na,"b"c\n', "2:3 open-quote"),
    "another encoding": ("rule;about nl\nx;één".encode("cp1252"), "2:3 not-utf-8"),
    "Unicode text out of Excel": ("rule\tabout nl".encode("utf-16"), "1:1 not-utf-8"),
    "a workbook with another name": (b"PK\x03\x04\x14\x00\x80", "1:7 not-utf-8"),
    "an invisible character": (b"rule,about\x07 nl", "1:11 control-character"),
    "a cell without end": (f"rule\n{LONG}".encode(), "2:1 cell-too-long"),
    "a table without a header": (b"first,second\n1,2", "1:1 no-header"),
    "50 MB": (b"a" * 50_000_000, "1:1 file-too-large"),
    "rows without end": (
        b"rule\n" + b"a\n" * (MAXIMUM_ROWS + 1),
        f"{MAXIMUM_ROWS + 2}:1 too-many-rows",
    ),
}


@pytest.mark.parametrize("what", TEXTS)
def test_a_text_that_is_no_table_is_told_about(tmp_path: Path, what: str) -> None:
    content, expected = TEXTS[what]
    assert told(tmp_path, "table.csv", content) == [f"signals/table.csv:{expected}"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([HEADER, *map(row, range(MAXIMUM_ROWS + 1))], f"A{MAXIMUM_ROWS + 2} too-many-rows"),
        ([[*HEADER, *[None] * MAXIMUM_COLUMNS, "level"]], "GX1 too-many-columns"),
        ([HEADER, [LONG]], "A2 cell-too-long"),
    ],
)
def test_a_sheet_that_goes_on_is_told_about_where_it_should_have_ended(
    tmp_path: Path, rows: list[list[str | None]], expected: str
) -> None:
    file = tmp_path / "table.xlsx"
    write_xlsx(file, Sheet1=rows)
    assert told(tmp_path, "table.xlsx", file.read_bytes()) == [
        f"signals/table.xlsx:Sheet1!{expected}"
    ]


def test_a_sheet_that_lies_about_its_size_hides_nothing(tmp_path: Path, table: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(table)) as package:
        sheet = package.read(SHEET)
    assert sheet.count(b'ref="A1:E2"') == 1
    lying = with_parts(
        table, xl__worksheets__sheet1_xml=sheet.replace(b'ref="A1:E2"', b'ref="A1:B1"')
    )
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    (rules / "signals" / "table.xlsx").write_bytes(lying)
    assert "rule-1" in load_rulebook(rules).rules_by_id


@pytest.mark.parametrize("name", ["table.xlsx", "table.csv"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    os.mkfifo(rules / "signals" / name)
    _, diagnostics = read_rulebook(rules)
    assert [f"{each.position} {each.code}" for each in diagnostics] == [
        f"signals/{name}:1:1 unreadable-file"
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("table.xlsm", "Save it as an Excel workbook without macros (`.xlsx`)."),
        ("table.ods", "Save it as an Excel workbook (`.xlsx`) or as `CSV UTF-8` (`.csv`)."),
        ("table.XLSX", "Call it `table.xlsx`."),
    ],
)
def test_another_kind_of_table_is_told_how_to_become_one_that_is_read(
    tmp_path: Path, name: str, hint: str
) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    (rules / "growth" / name).write_bytes(b"")
    _, (found,) = read_rulebook(rules)
    assert (str(found.position), found.code, found.hint) == (
        f"growth/{name}:1:1",
        "unknown-file",
        hint,
    )


@pytest.mark.parametrize("name", [".~lock.table.xlsx#", "~$table.xlsx"])
def test_the_lock_of_a_program_that_has_the_table_open_is_left_alone(
    tmp_path: Path, name: str
) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    (rules / "growth" / name).write_bytes(b"x")
    assert load_rulebook(rules).digest == load_rulebook(SMALL).digest
