"""What each code of a mistake means that only a table can have.

Each explanation starts with a line that is its title; then it says what is wrong, why that matters
and what to do.
"""

import inspect
from collections.abc import Mapping

_EXPLAINED: Mapping[str, str] = {
    "cell-does-not-fit": """
        A cell is filled in that goes with another effect.

        A row does one thing, and the columns of what it does not do stay blank: what rules a step
        out gives no points, for example. Empty the cell that is named, or choose the effect that
        it belongs to.
        """,
    "cell-too-long": """
        A cell is too long.

        No text for people is that long. Mostly a quote is missing in a text file, so that the rest
        of the file became one cell. Close the quote, or shorten the text.
        """,
    "cell-without-column": """
        A cell stands below no name of a column.

        The first row of a table says what the cells below it are for, so a cell without a name
        above it would silently do nothing. Name the column, or delete the cell. A column with
        notes has a name that starts with `#`. In a text file a row with one cell more than there
        are columns mostly has a text with a comma in it: put quotes around the whole text.
        """,
    "cut-by-comma": """
        A comma cuts a cell in two.

        In a text file with commas between the cells, a comma inside a text or a list begins the
        next cell, and all cells behind it stand one column too far. Put quotes around the whole
        cell: `"one of [one, two]"`. A spreadsheet program does so by itself when it saves the file.
        """,
    "encrypted-table": """
        A workbook is protected with a password.

        Vakpad has no passwords and could not read it. Save it without one: in Excel under 'File',
        'Info', 'Protect workbook'.
        """,
    "formula": """
        A cell holds a formula.

        Nothing in a table is calculated, so that what stands in it is what holds. Write what the
        formula comes to, without `=` before it.
        """,
    "hidden-sheet": """
        A sheet is hidden.

        Rules that nobody sees should not decide anything, so a hidden sheet is not read. Show it
        when it holds rules. Otherwise delete it, or give it a name that starts with `#`, as sheets
        with notes have.
        """,
    "macros": """
        A workbook holds macros.

        Macros are small programs, and rules are only read, never run. Save the workbook as an Excel
        workbook without macros (`.xlsx`).
        """,
    "merged-cells": """
        Cells are merged.

        To a program all but the first of merged cells are blank, and a blank cell means that
        something does not matter. A rule would then count for more people than you see. Split the
        cells, and fill in each of them.
        """,
    "missing-column": """
        A column is missing.

        Every rule has a name, an explanation in two languages and something that it does, so a
        table needs the columns for those. Add the column that is named, with its name in the first
        row.
        """,
    "no-header": """
        The first row does not name the columns.

        A table is read by the names above its columns, and the column `rule` with the id of each
        rule is always among them. Put the names in the first row of the table. A sheet with notes
        has a name that starts with `#`.
        """,
    "odd-character": """
        A cell has a character that ids and conditions do not have.

        Spreadsheet programs and word processors make long dashes of hyphens and put curly quotes
        around words. They look alike, and an id with them would be another one. The message says
        what to write.
        """,
    "old-workbook": """
        A workbook is of the old kind.

        Excel wrote `.xls` files until 2007, and they cannot be read here, whatever their name says.
        Save it as an Excel workbook (`.xlsx`).
        """,
    "open-quote": """
        A quote that opens a cell is not closed where the cell ends.

        In a text file the quotes around a cell stand right beside the separators. Put the closing
        one right before the next separator. A quote inside such a cell is written twice: `""`.
        """,
    "spreadsheet-fault": """
        A cell shows what a spreadsheet program shows when it is at a loss.

        Something such as `#N/A` or `#NAME?` stands where a formula failed, and it means nothing to
        a rule. Type what should stand there.
        """,
    "too-many-columns": """
        A table has too many columns.

        Nobody could read a table that wide. Mostly something stands far to the right of the table
        by mistake. Delete it, or move it to a sheet whose name starts with `#`.
        """,
    "too-many-rows": """
        A table has too many rows.

        Nobody could oversee that many rules in one table. Split it into several files in the same
        folder.
        """,
    "unknown-column": """
        The name above a column is not known.

        A column is one that every table in the folder can have, such as `about nl`, or something
        that a rule can look at, such as `level` or `competence X`. With another name its cells
        would do nothing. Perhaps a word is misspelt; the message then names the nearest. When the
        column holds notes, let its name start with `#`. `docs/tables.md` lists the columns.
        """,
    "unreadable-table": """
        A workbook cannot be read.

        The file is damaged, or is of another kind than its name says. Open it in a spreadsheet
        program, and save it as an Excel workbook (`.xlsx`).
        """,
    "yes-or-no": """
        A cell should say `yes` or `no`.

        Below a signal, or something else that is so or is not, a cell says `yes` or `no`. A blank
        cell means that it does not matter. Write one of the two; `TRUE` and other words are not
        read, because what they mean differs between programs.
        """,
}

MISTAKES: Mapping[str, str] = {code: inspect.cleandoc(text) for code, text in _EXPLAINED.items()}
"""Code -> its documentation: a title, then what it means, why it matters, and what to do."""

DOUBTS = frozenset({"hidden-sheet"})
"""The codes that are warnings."""
