"""A text file with separators as rows of cells."""

import re
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from service.rulebook.diagnostics import Report
from service.rulebook.document import read_text
from service.rulebook.position import Position
from service.rulebook.tables.cells import (
    LONGEST_CELL,
    MAXIMUM_ROWS,
    NOTE,
    Cell,
    Grid,
    Row,
    kind_of,
)

SEPARATORS = ",;\t"
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_LINE_END = re.compile(r"\r\n|\n|\r")


class _Broken(Exception):
    """The rest of this file cannot be read; the reason is already in the report."""


def read_csv(path: Path, name: str, report: Report) -> list[Grid]:
    """The one grid of a file; none when it cannot be read (then `report` says why)."""
    text = read_text(path, name, report)
    if text is None:
        return []
    try:
        return [_Reader(text, name, report).grid()]
    except _Broken:
        return []


class _Reader:
    """Walks through the text once, keeping count of lines and columns."""

    def __init__(self, text: str, name: str, report: Report) -> None:
        self._text, self._name, self._report = text, name, report
        self._at, self._line, self._line_start = 0, 1, 0
        self._separator = self._find_separator()

    def _find_separator(self) -> str:
        """The one that the line `sep=` names, else the most frequent one in the first row."""
        declared = _DECLARED.match(self._text)
        if declared:
            self._at = self._line_start = declared.end()
            self._line = 2
            return declared[1]
        lines = (line for line in _LINE_END.split(self._text) if line.strip(SEPARATORS + " "))
        first = next((line for line in lines if not line.lstrip('" ').startswith(NOTE)), "")
        outside_quotes = _QUOTED.sub("", first)
        return max(SEPARATORS, key=outside_quotes.count)

    def grid(self) -> Grid:
        rows: list[Row] = []
        notes: list[Row] = []
        while self._at < len(self._text):
            row = self._row()
            if not any(row.filled()):
                continue
            if row.is_note:
                notes.append(row)
                continue
            if len(rows) > MAXIMUM_ROWS:
                self._refuse(
                    row.cells[0].at(),
                    "too-many-rows",
                    f"The table goes on after {MAXIMUM_ROWS:,} rows.",
                    "Split it into several files in the same folder.",
                )
            rows.append(row)
        return Grid(tuple(rows), self._separator == ",", tuple(notes))

    def _row(self) -> Row:
        cells: list[Cell] = []
        while True:
            cells.append(self._cell())
            if self._text.startswith(self._separator, self._at):
                self._at += 1
                continue
            end = Cell(self._name, self._line, self._column(self._at))
            self._end_line()
            return Row(tuple(cells), end)

    def _cell(self) -> Cell:
        if self._text.startswith('"', self._at):
            return self._quoted()
        end = self._at
        while end < len(self._text) and self._text[end] not in (self._separator, "\n", "\r"):
            end += 1
        raw = self._text[self._at : end]
        column = self._column(self._at + len(raw) - len(raw.lstrip()))
        self._at = end
        text = raw.strip()
        cell = self._made(text, self._line, column, on_one_line=True)
        return replace(cell, after_space=True) if raw[:1] == " " and text else cell

    def _quoted(self) -> Cell:
        opening = Position(self._name, self._line, self._column(self._at))
        found = _QUOTED.match(self._text, self._at)
        behind = self._text[found.end() : found.end() + 1] if found else ""
        if found is None or behind not in ("", self._separator, "\n", "\r"):
            self._refuse(
                opening,
                "open-quote",
                "The quote that opens this cell is not closed where the cell ends.",
                'Close it with `"` right before the next separator, and write a quote inside a '
                'cell twice: `""`.',
            )
        raw = found[1]
        line, start = self._line, self._at + 1
        self._at = found.end()
        for each in _LINE_END.finditer(self._text, start, self._at):
            self._line, self._line_start = self._line + 1, each.end()
        text = _LINE_END.sub("\n", raw.replace('""', '"')).strip()
        skipped = len(raw) - len(raw.lstrip())
        column = opening.column + 1 + (skipped if "\n" not in raw[:skipped] else 0)
        simple = self._line == line and '""' not in raw
        return self._made(text, line, column, on_one_line=simple)

    def _made(self, text: str, line: int, column: int, *, on_one_line: bool) -> Cell:
        if len(text) > LONGEST_CELL:
            self._refuse(
                Position(self._name, line, column),
                "cell-too-long",
                f"This cell has {len(text):,} characters; a cell has at most {LONGEST_CELL:,}.",
                "Shorten it, or check whether a quote is missing.",
            )
        kind = kind_of(text)
        return Cell(self._name, line, column, text, kind, on_one_line=on_one_line)

    def _end_line(self) -> None:
        end = _LINE_END.match(self._text, self._at)
        if end is not None:
            self._at = self._line_start = end.end()
            self._line += 1

    def _column(self, at: int) -> int:
        return at - self._line_start + 1

    def _refuse(self, position: Position, code: str, message: str, hint: str) -> NoReturn:
        self._report.error(position, code, message, hint)
        raise _Broken
