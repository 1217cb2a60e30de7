"""Texts between quotes that are not closed, closed too early, or no quotes to YAML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"^\s*(?:- +)*(?:[^\s'\"#:,\[\]{}][^:#]*: +)?(?P<quote>['\"])")
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
_CURLY = re.compile("[“”„‟](?P<double>[^“”„‟]+)[“”„‟]|[‘’‚‛](?P<single>[^‘’‚‛]+)[‘’‚‛]")  # noqa: RUF001
_NOTHING_MORE = re.compile(r"\s*(?:#.*|:(?:\s.*)?)?$")


@dataclass(frozen=True, slots=True)
class BadQuote:
    """Where a text between quotes starts, from 0. `closed`: there is more behind its end."""

    line: int
    column: int
    quote: str
    closed: bool


def without_curly_quotes(text: str) -> tuple[str, bool]:
    """A text without the curly quotes around the whole of it, and whether there were any."""
    found = _CURLY.fullmatch(text)
    return (found["double"] or found["single"], True) if found else (text, False)


def badly_quoted(lines: Sequence[str], last: int) -> BadQuote | None:
    """The first text between quotes, from the top to line `last`, that does not end well.

    A quote that is not closed on its own line swallows lines until the next quote; only what
    stands behind that one shows that something is wrong.
    """
    number = 0
    while number <= min(last, len(lines) - 1):
        opening = _OPENING.match(lines[number])
        if opening is None:
            number += 1
            continue
        quote, column = opening["quote"], opening.start("quote")
        end, behind = _closing(lines, number, column + 1, quote)
        if end is None:
            return BadQuote(number, column, quote, closed=False)
        if not _NOTHING_MORE.match(behind):
            return BadQuote(number, column, quote, closed=end == number and quote == '"')
        number = end + 1
    return None


def _closing(lines: Sequence[str], line: int, column: int, quote: str) -> tuple[int | None, str]:
    """The line on which a text between quotes ends, and what stands behind it there."""
    for number in range(line, len(lines)):
        text = lines[number][column if number == line else 0 :]
        closing = _CLOSING[quote].match(text)
        if closing is not None:
            return number, text[closing.end() :]
    return None, ""
