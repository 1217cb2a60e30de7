"""Where something stands in a rule file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands: file relative to the rule directory, line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
