"""Warnings that are accepted in a rule file, with a reason.

    # accept doubtful-tone: the person says this herself
    - rule: ...

A comment on a line of its own covers what comes next with all that is indented below it; behind
something it covers that line. `# accept never-used in this file: ...` covers the file. In a table a
row that starts so covers the next row, and a cell of a column with notes covers its own. An error
cannot be accepted. What looks like such a comment and is none, such as one without its colon, is
told.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from service.rulebook.diagnostics import Diagnostic, Report, Severity, did_you_mean, nearest
from service.rulebook.position import Position
from service.rulebook.tables.cells import Cell, Grid, Row
from service.rulebook.tables.read import ENDINGS, read_grids

CODE = "acceptance"

Codes = Mapping[str, bool]
"""Every code, and whether it is one of a warning: only those can be accepted."""

_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*accept\b\s*(?P<code>[\w-]*)"
    r"(?P<file>\s+in this file)?\s*(?::\s*(?P<why>.*))?$",
    re.IGNORECASE,
)
_SLIP = re.compile(
    r"(?:^|(?<=\s))#\s*a[cks]+ept\w*\s*:?\s+(?P<code>[\w-]*\w)"
    r"(?P<file>\s+(?:in|for|voor) (?:this|the|dit|het) (?:file|bestand))?(?P<why>.*)$",
    re.IGNORECASE,
)
"""What is meant to accept something, and does not: in Dutch, or without the colon."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One comment: warnings of `code` from line `first` to `last` are accepted.

    Only those in its `sheet` when it has one. `slip` is how it should have been written, with the
    code left open, when it accepts nothing as it stands.
    """

    position: Position
    code: str
    reason: str
    first: int
    last: int
    sheet: str | None = None
    slip: str | None = None

    def covers(self, found: Diagnostic) -> bool:
        return (
            bool(self.reason)
            and self.slip is None
            and found.severity is Severity.WARNING
            and (found.code, found.file) == (self.code, self.position.file)
            and self.first <= found.line <= self.last
            and self.sheet in (None, getattr(found.position, "sheet", None))
        )


def without_accepted(
    folder: Path, diagnostics: Iterable[Diagnostic], files: Iterable[str], codes: Codes
) -> tuple[Diagnostic, ...]:
    """What is left of the diagnostics, with what is wrong about acceptances in these `files`."""
    left = list(diagnostics)
    wrong: list[Diagnostic] = []
    for file in files:
        for acceptance in acceptances_in(folder, file):
            covered = [each for each in left if acceptance.covers(each)]
            left = [each for each in left if each not in covered]
            mistake = _mistake(acceptance, bool(covered), codes)
            if mistake is not None:
                wrong.append(mistake)
    return tuple(sorted((*left, *wrong), key=lambda each: (each.file, each.line, each.column)))


def acceptances_in(folder: Path, file: str) -> Iterator[Acceptance]:
    """The acceptances in a file, in the order of their lines."""
    return (_in_table if file.endswith(ENDINGS) else _in_lines)(folder / file, file)


def _in_table(path: Path, file: str) -> Iterator[Acceptance]:
    for grid in read_grids(path, file, Report()):
        for row in sorted((*grid.rows, *grid.notes), key=lambda row: row.end.row):
            for _, cell in row.filled():
                comment = _comment_in(cell.text.partition("\n")[0])
                if comment is not None and comment.start() == 0:
                    covered = _row_after(row, grid) if row.is_note else row
                    yield _acceptance(comment, cell, covered)


def _row_after(note: Row, grid: Grid) -> Row:
    return next((row for row in grid.rows if row.end.row > note.end.row), note)


def _acceptance(comment: re.Match[str], cell: Cell, covered: Row) -> Acceptance:
    if comment["file"]:
        first, last, sheet = 1, sys.maxsize, None
    else:
        first, last, sheet = covered.cells[0].row, covered.end.row, cell.sheet
    return Acceptance(
        cell.at(), comment["code"], _reason(comment), first, last, sheet, _slip(comment)
    )


def _in_lines(path: Path, file: str) -> Iterator[Acceptance]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError):
        return
    for number, line in enumerate(lines, start=1):
        comment = _comment_in(line)
        if comment is None:
            continue
        if comment["file"]:
            first, last = 1, len(lines)
        elif line[: comment.start()].strip():
            first = last = number
        else:
            first, last = _block_after(lines, number)
        position = Position(file, number, comment.start() + 1)
        yield Acceptance(
            position, comment["code"], _reason(comment), first, last, slip=_slip(comment)
        )


def _comment_in(text: str) -> re.Match[str] | None:
    if "#" not in text:
        return None
    return _COMMENT.search(text) or _SLIP.search(text)


def _reason(comment: re.Match[str]) -> str:
    return (comment["why"] or "").strip().lstrip(":;,.-–—> ")


def _slip(comment: re.Match[str]) -> str | None:
    """How a comment that accepts nothing should have been written."""
    if comment.re is not _SLIP:
        return None
    where = " in this file" if comment["file"] else ""
    return f"# accept {{code}}{where}: {_reason(comment) or '...'}"


def _block_after(lines: list[str], number: int) -> tuple[int, int]:
    """The first and the last line of what comes after a line, with all that is indented below."""
    written = [at for at, line in enumerate(lines[number:], number + 1) if _is_written(line)]
    if not written:
        return number, number
    first, *later = written
    last = first
    for at in later:
        if _indent(lines[at - 1]) <= _indent(lines[first - 1]):
            break
        last = at
    return first, last


def _is_written(line: str) -> bool:
    """Whether there is more on a line than a comment."""
    return line.strip()[:1] not in {"", "#"}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _mistake(acceptance: Acceptance, used: bool, codes: Codes) -> Diagnostic | None:
    code = acceptance.code
    if acceptance.slip is not None:
        meant = nearest(code, codes) if "-" in code or code in codes else None
        if meant is None:
            return None  # a comment about something else
        message = "This comment accepts nothing: it is not written as `# accept CODE: why`."
        hint = f"Write `{acceptance.slip.replace('{code}', meant)}`."
    elif not code or code not in codes:
        message = f"`{code}` is no code of a warning." if code else "Here a code is missing."
        hint = did_you_mean(code, codes, "Write it as the warning has it: `# accept CODE: why`.")
    elif not codes[code]:
        message, hint = f"`{code}` is an error, and an error cannot be accepted.", "Mend it."
    elif not acceptance.reason:
        message = f"Why is `{code}` accepted here?"
        hint = f"Write the reason behind a colon: `# accept {code}: ...`."
    elif not used:
        message = f"There is no `{code}` here to accept."
        hint = "Take the comment out, or put it right above the line of the warning."
    else:
        return None
    return Diagnostic(Severity.WARNING, acceptance.position, CODE, message, hint)
