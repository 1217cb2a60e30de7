"""Cells as nodes of the tree that YAML files are read into."""

import re

from service.rulebook.diagnostics import Report
from service.rulebook.document import Mapping, Node, Scalar, Sequence
from service.rulebook.position import Position
from service.rulebook.tables.cells import Cell


class CellText(Scalar):
    """What a cell says, where needed with the words above its column before it.

    `before` is how many characters were put before those of the cell; they stand in `header`.
    """

    __slots__ = ("before", "cell", "header")
    cell: Cell
    header: Cell | None
    before: int

    def at(self, offset: int) -> Position:
        if self.header is not None and offset < min(self.before, len(self.header.text)):
            return self.header.at(offset)
        return self.cell.at(max(0, offset - self.before))


def cell_text(
    text: str, cell: Cell, *, plain: bool = True, header: Cell | None = None, before: int = 0
) -> CellText:
    """`plain` says that a number or date is not a text, as in a YAML file without quotes."""
    made = CellText(text)
    made.cell, made.header, made.before = cell, header, before
    made.position = cell.at()
    made.start = cell.column
    made.plain, made.comment_follows, made.single_line = plain, False, True
    return made


def mapping(cell: Cell) -> Mapping:
    made = Mapping()
    made.position, made.in_braces = cell.at(), False
    return made


def sequence(cell: Cell, *nodes: Node) -> Sequence:
    made = Sequence(nodes)
    made.position = cell.at()
    return made


_SPACES = re.compile(r"\s")
_ODD = re.compile(
    r"(?P<quote>[\"“”„‟«»‘’‚'`])"
    r"|(?P<dash>[‐‑‒–—―−])"
    r"|(?P<hidden>[\u00ad\u200b-\u200f\u2060-\u2064\ufeff])"
)


def clean(text: str) -> str:
    """The words of the rule language in a cell, without what a spreadsheet program adds.

    Every kind of space is a plain one, and a capital that begins a cell a small letter. No
    character moves.
    """
    plain = _SPACES.sub(" ", text)
    return plain if plain.isupper() else plain[:1].lower() + plain[1:]


def has_odd_character(cell: Cell, report: Report) -> bool:
    """Whether a cell has a character that spreadsheet programs put in place of what was typed."""
    found = _ODD.search(cell.text)
    if found is None:
        return False
    character = found.group()
    if found.lastgroup == "quote":
        code, hint = "odd-character", f"Write `{_ODD.sub('', cell.text)}`."
        message = f"`{character}` does not belong in this cell: ids and words stand without quotes."
    elif found.lastgroup == "dash":
        code, hint = "odd-character", f"Write `{_ODD.sub('-', cell.text)}`."
        message = f"`{character}` is a long dash or one that does not break; ids have a hyphen."
    else:
        code, hint = "control-character", "Type the cell again."
        message = f"In this cell stands an invisible character (code {ord(character)})."
    report.error(cell.at(found.start()), code, message, hint)
    return True
