"""From the rows of a table to the tree that a YAML file with the same rules would give."""

import itertools
import re
from collections.abc import Iterator, Mapping

from schemas.rule_fields import shown
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Mapping as FileMapping
from service.rulebook.document import Node, Told
from service.rulebook.position import Position
from service.rulebook.rules import Weight
from service.rulebook.tables.cells import Cell, Grid, Kind, Row, plain_number
from service.rulebook.tables.columns import BEGIN, EFFECT, EFFECTS, Column, columns_in
from service.rulebook.tables.conditions import condition_in, is_cut
from service.rulebook.tables.nodes import cell_text, clean, has_odd_character, mapping, sequence
from service.rulebook.vocabulary import Stage

WHEN = "when all of"
ACTIONS = "actions"


def rules_in(grid: Grid, stage: Stage, report: Report) -> Iterator[FileMapping]:
    """An entry for each row below the names of the columns."""
    if not grid.rows:
        return
    header, *rows = grid.rows
    columns = columns_in(header, stage, report)
    if columns is None:
        return
    nameless: set[int] = set()
    for row in rows:
        width = len(header.cells) if grid.comma else None
        yield _RowReader(row, columns, stage, width, nameless, report).rule()


class _RowReader:
    """Reads one row, and keeps which of its cells are wrong.

    `width` is how many columns there are, where a comma may have cut a cell; `nameless` are the
    columns without a name that were told about in a row above.
    """

    def __init__(
        self,
        row: Row,
        columns: Mapping[int, Column],
        stage: Stage,
        width: int | None,
        nameless: set[int],
        report: Report,
    ) -> None:
        self._row, self._columns, self._stage, self._width = row, columns, stage, width
        self._nameless, self._report = nameless, report
        self._index = {column.words: index for index, column in columns.items()}
        self._wrong: set[int] = set()
        self._right = True

    def rule(self) -> FileMapping:
        """The entry; when something is wrong with the row, only what may be read of it."""
        start = self._cell("rule")
        entry = mapping(start)
        if self._has_cut_text():
            self._put(entry, "rule")
            return self._told(entry)
        self._check_cells()
        for name in BEGIN:
            self._put(entry, name)
        self._add_conditions(entry, start)
        self._add_effect(entry, start)
        return entry if self._right else self._told(entry)

    def _told(self, entry: FileMapping) -> Told:
        told = Told({key: entry[key] for key in entry if key in ("rule", WHEN, "signal")})
        told.position, told.in_braces = entry.position, False
        return told

    def _has_cut_text(self) -> bool:
        """Whether a comma ends a text halfway, so that all cells behind it stand one too far."""
        if self._width is None or len(self._row.cells) <= self._width:
            return False
        for index, cell in self._row.filled():
            column = self._columns.get(index)
            behind = self._row.cells[index + 1 :]
            parts = [cell, *itertools.takewhile(lambda each: each.after_space, behind)]
            if column is not None and column.is_text and len(parts) > 1:
                whole = ", ".join(part.text for part in parts).replace('"', '""')
                self._tell(
                    cell.at(),
                    "cut-by-comma",
                    f"A comma cuts this text in two, so this row has {self._more()}.",
                    f'Put quotes around the whole text: `"{whole}"`.',
                )
                return True
        return False

    def _more(self) -> str:
        """How much longer the row is than the table is wide."""
        more = len(self._row.cells) - (self._width or 0)
        cells = "one cell" if more == 1 else f"{more} cells"
        return f"{cells} more than there are columns"

    def _check_cells(self) -> None:
        """What can be wrong with a cell whatever it means."""
        for index, cell in self._row.filled():
            column = self._columns.get(index)
            if column is None:
                self._tell_nameless(index, cell)
            elif column.is_note:
                continue
            elif self._width is not None and column.holds is not None and is_cut(cell.text):
                self._wrong.add(index)
                self._tell(
                    cell.at(max(cell.text.find("["), 0)),
                    "cut-by-comma",
                    "A comma cuts this cell in two.",
                    'Put quotes around the whole cell: `"one of [one, two]"`.',
                )
                self._wrong.update(range(index, len(self._row.cells)))
                return
            elif self._is_of_wrong_kind(cell) or (
                not column.is_text and has_odd_character(cell, self._report)
            ):
                self._wrong.add(index)
                self._right = False

    def _tell_nameless(self, index: int, cell: Cell) -> None:
        """Once for a column: whoever mends it mends all of its cells."""
        self._right = False
        if self._width is not None and index >= self._width:
            if not any(each.text for each in self._row.cells[self._width : index]):
                self._tell(
                    cell.at(),
                    "cell-without-column",
                    f"This row has {self._more()}.",
                    'Put quotes around a text with a comma in it, `"such as this, for example"`, '
                    "or delete the cell.",
                )
        elif index not in self._nameless:
            self._nameless.add(index)
            self._tell(
                cell.at(),
                "cell-without-column",
                "Nothing stands above this cell that says what it is for.",
                "Name the column in the first row, or delete the cell.",
            )

    def _is_of_wrong_kind(self, cell: Cell) -> bool:
        match cell.kind:
            case Kind.FORMULA:
                self._tell(
                    cell.at(),
                    "formula",
                    f"{shown(cell.text)} is a formula, and nothing is calculated here.",
                    "Write what it comes to, without `=`.",
                )
            case Kind.FAULT:
                self._tell(
                    cell.at(),
                    "spreadsheet-fault",
                    f"{shown(cell.text)} is what a spreadsheet program shows when it is at a loss.",
                    "Type what should stand here.",
                )
            case Kind.DATE:
                self._tell(
                    cell.at(),
                    "looks-like-a-number",
                    f"{shown(cell.text)} is a date, perhaps made by the spreadsheet program.",
                    "Give the column the format `Text`, and type it again.",
                )
            case _:
                return False
        return True

    def _add_conditions(self, entry: FileMapping, start: Cell) -> None:
        conditions = sequence(start)
        looked = False
        for index, cell in self._row.filled():
            column = self._columns.get(index)
            if column is None or column.holds is None:
                continue
            looked = True
            found = None if index in self._wrong else condition_in(cell, column, self._report)
            if found is None:
                self._right = False
            else:
                conditions.append(found)
        if not looked:
            self._tell(
                start.at(),
                "missing-key",
                "This row has no conditions.",
                "Fill in at least one cell below something that a rule can look at.",
            )
        if conditions:
            entry[cell_text(WHEN, start)] = conditions

    def _add_effect(self, entry: FileMapping, start: Cell) -> None:
        effects = EFFECTS[self._stage]
        chosen = (
            self._named_effect() if self._stage is Stage.GROWTH else self._filled_effects(start)
        )
        for each in chosen:
            for name in effects[each].must:
                self._put(entry, name, each)
            for name in effects[each].may:
                if self._cell(name).text:
                    self._put(entry, name, each)
        if chosen:
            self._check_the_rest(chosen)

    def _named_effect(self) -> tuple[str, ...]:
        cell = self._needed(EFFECT)
        if cell is None:
            return ()
        name = clean(cell.text)
        if name in list(Weight):
            return (name,)
        self._tell(
            cell.at(),
            "unknown-choice",
            f"{shown(name)} is not one of the choices here.",
            did_you_mean(name, Weight, f"Write one of: {listed(Weight)}."),
        )
        return ()

    def _filled_effects(self, start: Cell) -> tuple[str, ...]:
        """What the row does by the columns that are filled in; none when it does too much."""
        effects = EFFECTS[self._stage]
        filled = {
            name: [cell for each in effect.must if (cell := self._cell(each)).text]
            for name, effect in effects.items()
        }
        chosen = tuple(name for name, cells in filled.items() if cells)
        if not chosen:
            self._tell(
                start.at(),
                "no-effect",
                "This row does nothing: it has conditions and no effect.",
                f"Fill in one of: {listed(effect.must[0] for effect in effects.values())}.",
            )
        elif len(chosen) > 1 and self._stage is not Stage.MESSAGES:
            self._tell(
                filled[chosen[1]][0].at(),
                "two-effects",
                f"This row has two kinds of effect: {listed(chosen)}.",
                "Make two rows of it, with the same conditions.",
            )
            return ()
        return chosen

    def _check_the_rest(self, chosen: tuple[str, ...]) -> None:
        """A column of another effect is blank."""
        effects = EFFECTS[self._stage]
        own = {name for each in chosen for name in (*effects[each].must, *effects[each].may)}
        every = {name for effect in effects.values() for name in (*effect.must, *effect.may)}
        for name in sorted(every - own):
            if self._cell(name).text:
                self._tell(
                    self._cell(name).at(),
                    "cell-does-not-fit",
                    f"`{chosen[0]}` goes without `{name}`.",
                    "Empty this cell.",
                )

    def _put(self, entry: FileMapping, name: str, effect: str = "") -> None:
        """Puts what stands in a column at its place in the entry."""
        cell = self._needed(name)
        if cell is None:
            return
        *path, last = _path(name, effect)
        inner = entry
        for each in path:
            below = inner.get(each)
            if not isinstance(below, FileMapping):
                below = mapping(cell)
                inner[cell_text(each, cell)] = below
            inner = below
        inner[cell_text(last, cell)] = self._value(name, cell)

    def _value(self, name: str, cell: Cell) -> Node:
        if self._columns[self._index[name]].is_text:
            return cell_text(cell.text, cell, plain=False)
        if name == ACTIONS:
            parts = re.split(r"[,;]", clean(cell.text).removeprefix("[").removesuffix("]"))
            return sequence(cell, *(cell_text(part.strip(), cell) for part in parts))
        return cell_text(plain_number(" ".join(clean(cell.text).split())), cell)

    def _needed(self, name: str) -> Cell | None:
        """The cell in a column; None, and told about, when it is blank or wrong."""
        cell = self._cell(name)
        if cell.text:
            return None if self._index[name] in self._wrong else cell
        if name in self._index:
            note = ", or start the row with `#` when it is a note" if name == "rule" else ""
            message, hint = f"`{name}` is blank in this row.", f"Fill it in{note}."
        else:
            message = f"This row needs `{name}`, and the table has no such column."
            hint = f"Add a column with `{name}` in its first row, and fill it in."
        self._tell(cell.at(), "empty-value", message, hint)
        return None

    def _cell(self, name: str) -> Cell:
        """The cell in a column; a blank one where the row begins when there is no such column."""
        index = self._index.get(name)
        if index is not None:
            return self._row.cell(index)
        _, first = next(self._row.filled())
        return Cell(first.file, first.row, first.column, sheet=first.sheet)

    def _tell(self, position: Position, code: str, message: str, hint: str) -> None:
        self._report.error(position, code, message, hint)
        self._right = False


def _path(name: str, effect: str) -> tuple[str, ...]:
    """Where in an entry the cell of a column stands."""
    match name.split(" "):
        case ["to", what]:
            return effect, what
        case ["settle", what]:
            return "settle", what
        case ["because", language]:
            return effect, "because", language
        case ["fits", "tip"]:
            return "fits tip", "tip"
        case [what, ("nl" | "en") as language]:
            return what, language
    return (effect, name) if name in {"points", ACTIONS} else (name,)
