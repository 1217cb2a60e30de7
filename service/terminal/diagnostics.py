"""What is wrong in rule files, for people and for programs."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.cells import cell_len

from service.checks.pages import address_of
from service.rulebook import Diagnostic, Rulebook, Severity
from service.rulebook.position import CellPosition
from service.terminal.page import Page

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def write_diagnostics(page: Page, folder: Path, diagnostics: Iterable[Diagnostic]) -> None:
    """Each diagnostic with the line that it is about, a marker below it and what to write."""
    lines: dict[str, list[str]] = {}
    for found in diagnostics:
        if found.file not in lines:
            lines[found.file] = _lines(folder / found.file)
        page.line(
            f"{found.position}: {found.severity} {found.code}: {found.message}",
            style=_STYLES[found.severity],
        )
        _write_line(page, lines[found.file], found)
        if found.hint:
            page.line(found.hint, indent=2, bullet="-> ")
        page.line()


def write_summary(
    page: Page, rulebook: Rulebook | None, diagnostics: tuple[Diagnostic, ...]
) -> None:
    errors, warnings = count(diagnostics)
    codes = list(dict.fromkeys(found.code for found in diagnostics))
    if codes:
        page.line(f"Read more: {', '.join(f'docs/checks/{code}.md' for code in codes)}")
    if rulebook is None:
        page.line(f"{several(errors, 'error')}, {several(warnings, 'warning')}.", style="bold")
        page.line("These rules cannot be served until the errors are mended.")
        return
    words = "The rules are right" if not warnings else f"{several(warnings, 'warning')}, no errors"
    page.line(
        f"{words}: {several(len(rulebook.rules), 'rule')}, "
        f"{several(len(rulebook.titles.entries), 'title')}, "
        f"{several(len(rulebook.roles), 'role')}, {several(len(rulebook.cases), 'case')}.",
        style="bold",
    )
    page.line(f"Rulebook {rulebook.digest}")


def diagnostics_payload(
    folder: Path, rulebook: Rulebook | None, diagnostics: tuple[Diagnostic, ...]
) -> dict[str, Any]:
    """The same for programs; `digest` is null when the rules cannot be served."""
    errors, warnings = count(diagnostics)
    return {
        "rules": str(folder),
        "digest": None if rulebook is None else rulebook.digest,
        "errors": errors,
        "warnings": warnings,
        "diagnostics": [
            {
                "severity": str(found.severity),
                "file": found.file,
                "line": found.line,
                "column": found.column,
                "place": str(found.position),
                "code": found.code,
                "message": found.message,
                "hint": found.hint,
                "page": address_of(found.code),
            }
            for found in diagnostics
        ],
    }


def count(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    severities = [found.severity for found in diagnostics]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def _write_line(page: Page, lines: list[str], found: Diagnostic) -> None:
    if isinstance(found.position, CellPosition):
        _write_cell(page, found.position)
        return
    if not 1 <= found.line <= len(lines):
        return
    line = lines[found.line - 1]
    margin = f"{found.line:>6} | "
    before = " " * cell_len(line[: found.column - 1])
    page.exact(f"{margin}{line}".rstrip())
    page.exact(f"{' ' * (len(margin) - 2)}| {before}^", "bold")


def _write_cell(page: Page, position: CellPosition) -> None:
    """What a cell of a workbook says, as the line of a file."""
    if not position.text:
        return
    before, at = position.text[: position.offset], position.text[position.offset :]
    line = before.rpartition("\n")[2] + at.partition("\n")[0]
    margin = f"{position.cell:>6} | "
    marker = " " * cell_len(before.rpartition("\n")[2])
    page.exact(f"{margin}{line}".rstrip())
    page.exact(f"{' ' * (len(margin) - 2)}| {marker}^", "bold")


def _lines(file: Path) -> list[str]:
    """The lines of a file; none for a file that cannot be read."""
    try:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    return [line.replace("\t", " ") for line in re.split(r"\r\n|\r|\n", text)]


def several(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
