"""What is wrong or doubtful in rule files, said where it stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from service.rulebook.position import Position

LONGEST_QUOTE = 300
"""Characters of a file that are repeated in a message; a whole text for people fits."""

_LONG_QUOTE = re.compile(
    rf"`(?P<start>[^`]{{{LONGEST_QUOTE // 3}}})[^`]{{{LONGEST_QUOTE - LONGEST_QUOTE // 3},}}`"
)


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: `code` is stable, `message` says what is wrong, `hint` what to write instead."""

    severity: Severity
    position: Position
    code: str
    message: str
    hint: str

    @property
    def file(self) -> str:
        return self.position.file

    @property
    def line(self) -> int:
        return self.position.line

    @property
    def column(self) -> int:
        return self.position.column

    def __str__(self) -> str:
        return f"{self.position}: {self.severity} {self.code}: {self.message} {self.hint}"


class RulebookErrors(Exception):
    """A set of rule files that cannot be used; all its mistakes are in `diagnostics`."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


class Report:
    """Collects diagnostics while files are read, so that all are told together."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def error(self, position: Position, code: str, message: str, hint: str) -> None:
        self._add(Severity.ERROR, position, code, message, hint)

    def warning(self, position: Position, code: str, message: str, hint: str) -> None:
        self._add(Severity.WARNING, position, code, message, hint)

    def _add(
        self, severity: Severity, position: Position, code: str, message: str, hint: str
    ) -> None:
        found = Diagnostic(severity, position, code, shortened(message), shortened(hint))
        self._found[found] = None

    @property
    def has_errors(self) -> bool:
        return any(found.severity is Severity.ERROR for found in self._found)

    def has_errors_in(self, file: str) -> bool:
        return any(found.file == file and found.severity is Severity.ERROR for found in self._found)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found, by file, line and column."""
        return tuple(
            sorted(self._found, key=lambda each: (each.file, each.line, each.column, each.code))
        )


def shortened(message: str) -> str:
    """A message in which nothing that is quoted from a file is longer than a text may be."""
    return _LONG_QUOTE.sub(r"`\g<start>...`", message)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was most likely meant to be, or None when none is near."""
    best = process.extractOne(
        word[:LONGEST_QUOTE],
        list(known),
        scorer=OSA.normalized_similarity,
        processor=str.lower,
        score_cutoff=0.6,
    )
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint with the nearest known word, or `otherwise`."""
    near = nearest(word, known)
    return f"Did you mean `{near}`?" if near else otherwise


def listed(words: Iterable[str], most: int = 12) -> str:
    """Words as an enumeration for people, cut off after `most`."""
    known = [f"`{word}`" for word in words]
    tail = ", ..." if len(known) > most else ""
    return ", ".join(known[:most]) + tail
