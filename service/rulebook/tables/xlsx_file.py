"""A workbook as rows of cells: opened only when it is small, plain and without anything that runs.

openpyxl reads it row by row. Nothing in a workbook is calculated, followed or run.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from service.rulebook.diagnostics import Report
from service.rulebook.document import CONTROL_CHARACTER
from service.rulebook.position import CellPosition, Position, column_of
from service.rulebook.tables.cells import (
    LONGEST_CELL,
    MAXIMUM_COLUMNS,
    MAXIMUM_ROWS,
    NOTE,
    Cell,
    Grid,
    Kind,
    Row,
    kind_of,
)

MAXIMUM_BYTES = 5_000_000
MAXIMUM_UNPACKED = 10_000_000
MAXIMUM_PARTS = 1_000
MAXIMUM_SHEETS = 50
MAXIMUM_PLACES = 2_000_000
"""How many cells of a sheet are looked at, blank ones too."""

LAST_ROW = 1_048_576
"""The last row that a spreadsheet program can have."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_READ = (".xml", ".rels", ".vml")
"""The endings of the parts that may be read; pictures and the like are not."""

_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?"'
)
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


class _Refused(Exception):
    """This workbook cannot be read; the reason is already in the report."""


def read_xlsx(path: Path, name: str, report: Report) -> list[Grid]:
    """A grid for each sheet that is read; none when the file cannot be (then `report` says why)."""
    try:
        return _grids(_packed(path, name, report), name, report)
    except _Refused:
        return []
    except Exception:
        # Files by hostile or broken programs fail in openpyxl, zipfile and the XML parser in more
        # ways than can be listed, and each of them means the same to an advisor.
        _tell(
            report,
            name,
            "unreadable-table",
            "This is no workbook that can be read: the file is damaged, or of another kind.",
            "Open it in a spreadsheet program, and save it as an Excel workbook (`.xlsx`).",
        )
        return []


def _tell(report: Report, name: str, code: str, message: str, hint: str) -> None:
    report.error(Position(name, 1, 1), code, message, hint)


def _packed(path: Path, name: str, report: Report) -> bytes:
    """The bytes of the file, when it is a workbook that may be opened."""

    def refuse(code: str, message: str, hint: str) -> None:
        _tell(report, name, code, message, hint)
        raise _Refused

    if path.exists() and not path.is_file():
        refuse(
            "unreadable-file",
            "This is no file but a device or a pipe, and it is not read.",
            "Put a plain file in its place.",
        )
    try:
        size = path.stat().st_size
        packed = path.read_bytes() if size <= MAXIMUM_BYTES else b""
    except OSError as error:
        refuse(
            "unreadable-file",
            f"The file cannot be opened: {error.strerror}.",
            "Check that it exists and that you may read it.",
        )
    if size > MAXIMUM_BYTES:
        refuse(
            "file-too-large",
            f"The file has {size:,} bytes; a workbook has at most {MAXIMUM_BYTES:,}.",
            "Split it into several files in the same folder, without pictures.",
        )
    if packed.startswith(_OLD_OFFICE):
        if _ENCRYPTED in packed:
            refuse(
                "encrypted-table",
                "This workbook is protected with a password.",
                "Save it without a password.",
            )
        refuse(
            "old-workbook",
            "This is an old Excel workbook (`.xls`), whatever its name says.",
            "Save it as an Excel workbook (`.xlsx`).",
        )
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        _check_parts(package, refuse)
    return packed


def _check_parts(package: zipfile.ZipFile, refuse: Any) -> None:
    """Refuses what is too large when unpacked, what could run, and XML that declares things."""
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts if part.filename.endswith(_READ))
    if unpacked > MAXIMUM_UNPACKED or len(parts) > MAXIMUM_PARTS:
        refuse(
            "file-too-large",
            f"Unpacked, this workbook has {unpacked:,} bytes in {len(parts):,} parts; at most "
            f"{MAXIMUM_UNPACKED:,} in {MAXIMUM_PARTS:,} are read.",
            "Delete the rows below the table and the sheets that are no rules, or split it.",
        )
    if any(part.flag_bits & 1 for part in parts):
        refuse(
            "encrypted-table",
            "This workbook is protected with a password.",
            "Save it without a password.",
        )
    if any("vbaproject" in part.filename.lower() or "/macrosheets/" in part.filename.lower()
           for part in parts):  # fmt: skip
        refuse(
            "macros",
            "This workbook holds macros, and rules are only read, never run.",
            "Save it as an Excel workbook without macros (`.xlsx`).",
        )
    for part in parts:
        if part.filename.endswith(_READ):
            xml = package.read(part)
            if any(declaration in xml for declaration in _DECLARATIONS):
                refuse(
                    "unreadable-table",
                    f"The part `{part.filename}` declares entities, which no spreadsheet program "
                    "does.",
                    "Open it in a spreadsheet program, and save it as a new workbook.",
                )


def _grids(packed: bytes, name: str, report: Report) -> list[Grid]:
    with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(packed)) as package:
        # What openpyxl warns of (colours, lists to choose from) says nothing about the rules.
        warnings.simplefilter("ignore")
        workbook = load_workbook(
            io.BytesIO(packed), read_only=True, data_only=False, keep_links=False
        )
        sheets = [each for each in workbook.worksheets if not each.title.startswith(NOTE)]
        if len(sheets) > MAXIMUM_SHEETS:
            _tell(
                report,
                name,
                "file-too-large",
                f"This workbook has {len(sheets)} sheets; at most {MAXIMUM_SHEETS} are read.",
                "Split it into several files in the same folder.",
            )
            raise _Refused
        grids = [
            _Sheet(sheet, package, name, report).grid()
            for sheet in sheets
            if not _is_hidden(sheet, name, report)
        ]
    return [grid for grid in grids if grid.rows]


def _is_hidden(sheet: Any, name: str, report: Report) -> bool:
    if sheet.sheet_state == "visible":
        return False
    report.warning(
        CellPosition(name, 1, 1, sheet.title),
        "hidden-sheet",
        f"The sheet `{sheet.title}` is hidden, and rules that nobody sees are not read.",
        f"Show it when it holds rules; else delete it, or call it `{NOTE}{sheet.title}`.",
    )
    return True


class _Sheet:
    """One sheet on its way to a grid."""

    def __init__(self, sheet: Any, package: zipfile.ZipFile, name: str, report: Report) -> None:
        self._sheet, self._package, self._name, self._report = sheet, package, name, report

    def grid(self) -> Grid:
        # What a file says about its own size may be wrong, and would hide cells.
        self._sheet.reset_dimensions()
        written = tuple(self._rows())
        rows = tuple(row for row in written if not row.is_note)
        self._check_merged(frozenset(row.end.row for row in rows))
        return Grid(rows, notes=tuple(row for row in written if row.is_note))

    def _rows(self) -> Iterator[Row]:
        count = places = 0
        for number, values in enumerate(self._sheet.iter_rows(), start=1):
            places += len(values)
            if number > LAST_ROW or places > MAXIMUM_PLACES:
                self._refuse(
                    Cell(self._name, 1, 1, sheet=self._sheet.title),
                    "file-too-large",
                    "This sheet is full of blank cells, which were given a format for example.",
                    "Copy the table to a new workbook, without the rows and columns around it.",
                )
            filled = [index for index, each in enumerate(values) if each.value is not None]
            if not filled:
                continue
            row = self._row(number, values[: filled[-1] + 1])
            if not any(row.filled()):
                continue
            count += not row.is_note
            if count > MAXIMUM_ROWS + 1:
                self._refuse(
                    row.cells[0],
                    "too-many-rows",
                    f"The table goes on after {MAXIMUM_ROWS:,} rows.",
                    "Split it into several files in the same folder.",
                )
            yield row

    def _row(self, number: int, values: Sequence[Any]) -> Row:
        if len(values) > MAXIMUM_COLUMNS:
            self._refuse(
                self._cell(number, len(values), values[-1]),
                "too-many-columns",
                f"The table goes on after {MAXIMUM_COLUMNS} columns.",
                "Delete what stands there, or move it to a sheet whose name starts with `#`.",
            )
        cells = tuple(self._cell(number, at, each) for at, each in enumerate(values, start=1))
        return Row(cells, Cell(self._name, number, len(cells) + 1, sheet=self._sheet.title))

    def _cell(self, row: int, column: int, found: Any) -> Cell:
        kind, text = _kind_and_text(found.value, found.data_type)
        cell = Cell(self._name, row, column, text, kind, self._sheet.title)
        if len(text) > LONGEST_CELL:
            self._refuse(
                Cell(self._name, row, column, "", kind, self._sheet.title),
                "cell-too-long",
                f"This cell has {len(text):,} characters; a cell has at most {LONGEST_CELL:,}.",
                "Shorten it.",
            )
        control = CONTROL_CHARACTER.search(text)
        if control is not None:
            self._refuse(
                cell,
                "control-character",
                f"In this cell stands an invisible character (code {ord(control.group())}).",
                "Type the cell again.",
            )
        return cell

    def _check_merged(self, used: frozenset[int]) -> None:
        """Refuses merged cells in rows that are `used`: all but the first of them are blank."""
        # openpyxl tells about merged cells only when it keeps the whole sheet in memory.
        xml = self._package.read(self._sheet._worksheet_path)
        for merged in _MERGED.finditer(xml):
            letters, first, last = merged[1].decode(), int(merged[2]), int(merged[3] or merged[2])
            if used.isdisjoint(range(first, min(last, LAST_ROW) + 1)):
                continue
            self._refuse(
                Cell(self._name, first, column_of(letters), sheet=self._sheet.title),
                "merged-cells",
                "Cells are merged here, and then all but the first of them are blank.",
                "Split them, and fill in each of them.",
            )

    def _refuse(self, cell: Cell, code: str, message: str, hint: str) -> None:
        self._report.error(cell.at(), code, message, hint)
        raise _Refused


def _kind_and_text(value: Any, data_type: str | None) -> tuple[Kind, str]:
    if data_type == "f":
        return Kind.FORMULA, str(getattr(value, "text", value) or "=")
    if data_type == "d" and value is not None:
        return Kind.DATE, str(value).removesuffix(" 00:00:00")
    if data_type == "e":
        return Kind.FAULT, str(value)
    match value:
        case None:
            return Kind.TEXT, ""
        case bool():
            return Kind.YES_OR_NO, str(value).upper()
        case int() | float():
            return Kind.NUMBER, f"{value:.15g}"
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return kind_of(text), text
