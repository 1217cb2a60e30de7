"""The cells of a table, whatever kind of file they stand in, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from service.rulebook.position import CellPosition, Position

MAXIMUM_ROWS = 5_000
MAXIMUM_COLUMNS = 200
LONGEST_CELL = 2_000
"""Characters."""

NOTE = "#"
"""What a row, a column or a sheet with notes starts with."""


class Kind(Enum):
    """What a cell holds, as the spreadsheet program sees it."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    YES_OR_NO = auto()
    FORMULA = auto()
    FAULT = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, without spaces around it; `text` is empty for a blank one.

    `row` and `column` are those of a workbook when there is a `sheet`, else line and column of the
    first character in a text file. `on_one_line` says that characters can be counted from there.
    `after_space`: in a text file a space stands before it, as behind a comma in a sentence.
    """

    file: str
    row: int
    column: int
    text: str = ""
    kind: Kind = Kind.TEXT
    sheet: str | None = None
    on_one_line: bool = True
    after_space: bool = False

    def at(self, offset: int = 0) -> Position:
        """The place of one character."""
        if self.sheet is not None:
            return CellPosition(self.file, self.row, self.column, self.sheet, self.text, offset)
        return Position(self.file, self.row, self.column + (offset if self.on_one_line else 0))


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from the first column on, blank ones too, and a blank one for the place behind them."""

    cells: tuple[Cell, ...]
    end: Cell

    def cell(self, index: int) -> Cell:
        """The cell in a column counted from 0; a blank one where the row has ended."""
        if index < len(self.cells):
            return self.cells[index]
        if self.end.sheet is None:
            return self.end
        return replace(self.end, column=index + 1)

    def filled(self) -> Iterator[tuple[int, Cell]]:
        """The cells that are not blank, with their columns."""
        return ((index, cell) for index, cell in enumerate(self.cells) if cell.text)

    @property
    def is_note(self) -> bool:
        first = next((cell for _, cell in self.filled()), None)
        return first is not None and first.kind is Kind.TEXT and first.text.startswith(NOTE)


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a file or of one sheet that have something in them; `notes` are no rules.

    `comma` says that commas separate the cells; then a comma inside a cell may have cut it.
    """

    rows: tuple[Row, ...]
    comma: bool = False
    notes: tuple[Row, ...] = ()


_FAULT = re.compile(r"#[A-Z][A-Z0-9/]*[!?]|#N/[AB]|Err:\d+")
_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?"
    r"|jul[iy]?|aug(?:ust|ustus)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})"
    r"|\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ].*)?"
    rf"|\d{{1,2}}[-/ ]{_MONTH}(?:[-/ ]\d{{2,4}})?|{_MONTH}[-/ ]\d{{2,4}}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+[.,]\d+")


def kind_of(text: str) -> Kind:
    """What a spreadsheet program would say of a text, or has made of it when it wrote the file."""
    if text.startswith("="):
        return Kind.FORMULA
    if _FAULT.fullmatch(text):
        return Kind.FAULT
    if _DATE.fullmatch(text):
        return Kind.DATE
    return Kind.TEXT


def plain_number(text: str) -> str:
    """A number as a Dutch program may write it, such as `2,50`, the way rules have it: `2.5`."""
    if not _NUMBER.fullmatch(text):
        return text
    return text.replace(",", ".").rstrip("0").rstrip(".")
