"""Where something stands in a rule file."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands: file relative to the rule directory, line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class CellPosition(Position):
    """A cell of a workbook: `line` and `column` number its row and column, both from 1.

    `text` is what the cell says, and `offset` counts from 0 which character of it is meant.
    """

    sheet: str
    text: str = field(default="", compare=False, repr=False)
    offset: int = field(default=0, compare=False, repr=False)

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet program calls it, such as `C7`."""
        return f"{letters_of(self.column)}{self.line}"

    def __str__(self) -> str:
        return f"{self.file}:{self.sheet}!{self.cell}"


def letters_of(column: int) -> str:
    """The letters of a column: A, B ... Z, AA, AB ..."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_of(letters: str) -> int:
    """The number of a column, the opposite of `letters_of`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
