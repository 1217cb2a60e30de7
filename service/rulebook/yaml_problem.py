"""What a YAML parser says is wrong, and what that means for someone who edits a rule file."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """Line and column count from 0."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class YamlError:
    """What the parser said. Lines and columns count from 0.

    `line` and `column` say where it gave up, `start` where that began what it could not finish.
    """

    problem: str
    line: int
    column: int
    start: tuple[int, int] | None
    lines: Sequence[str]

    @property
    def text(self) -> str:
        return self.at(self.line)

    def at(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def above(self, line: int) -> int:
        """The nearest line above that has more on it than a comment; -1 when there is none."""
        written = (
            each for each in range(line - 1, -1, -1) if self.at(each).strip()[:1] not in {"", "#"}
        )
        return next(written, -1)
