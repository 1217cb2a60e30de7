"""YAML's own errors, translated into what to write."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """Line and column count from 0."""

    line: int
    column: int
    message: str
    hint: str


def explain(problem: str, context: str, lines: list[str], line: int, column: int) -> Explanation:
    """What a parser's error means for someone who edits a rule file."""
    for finder in (_tab, _colon, _apostrophe, _quote, _bracket, _special_character, _indentation):
        found = finder(f"{problem} {context}", lines, line, column)
        if found is not None:
            return found
    return Explanation(
        line,
        column,
        f"This line does not fit in the structure of the file ({problem}).",
        "Check its indentation and its colon, and compare it with a rule nearby.",
    )


def _line(lines: list[str], line: int) -> str:
    return lines[line] if 0 <= line < len(lines) else ""


def _tab(problem: str, lines: list[str], line: int, column: int) -> Explanation | None:
    for number in (line, line - 1):
        text = _line(lines, number)
        indent = text[: len(text) - len(text.lstrip())]
        if "\t" in indent:
            return Explanation(
                number,
                indent.index("\t"),
                "This line is indented with a tab.",
                "Replace the tab by spaces, two for each step.",
            )
    return None


def _colon(problem: str, lines: list[str], line: int, column: int) -> Explanation | None:
    if "mapping values are not allowed" not in problem:
        return None
    text = _line(lines, line)
    key, separator, value = text.partition(": ")
    if separator and ": " in value:
        second = text.index(": ", len(key) + 2)
        quoted = value.strip().replace('"', "'")
        return Explanation(
            line,
            second,
            "A colon followed by a space cuts this text in two.",
            f'Put quotes around the text: `{key.strip()}: "{quoted}"`.',
        )
    above = _line(lines, line - 1).strip()
    if above and ":" not in above:
        return Explanation(
            line - 1,
            len(_line(lines, line - 1)) - len(_line(lines, line - 1).lstrip()),
            "This line has no colon, and the line below it does.",
            f"Write `{above}:`, or indent the lines so that they belong together.",
        )
    return Explanation(
        line,
        column,
        "Here stands a colon where the line before has not ended.",
        "Check the indentation of this line, and put quotes around a text with a colon in it.",
    )


def _apostrophe(problem: str, lines: list[str], line: int, column: int) -> Explanation | None:
    """A text that starts with an apostrophe, such as 's ochtends, is read as a quoted text."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        text = _line(lines, number)
        _, separator, value = text.partition(": ")
        value = value.strip() if separator else text.strip().removeprefix("- ").strip()
        starts_here = number == line or "found unexpected end of stream" in problem
        if not starts_here:
            break
        if value.startswith("'") and (value.count("'") % 2 == 1 or not value.endswith("'")):
            return Explanation(
                number,
                text.index(value),
                "This text starts with an apostrophe, which YAML takes for an opening quote.",
                'Put double quotes around the whole text: `"' + value.replace('"', "'") + '"`.',
            )
    return None


def _quote(problem: str, lines: list[str], line: int, column: int) -> Explanation | None:
    if "quoted scalar" in problem:
        start = next(
            (number for number in range(line, -1, -1) if _line(lines, number).count('"') % 2 == 1),
            line,
        )
        text = _line(lines, start)
        if '"' in text:
            return Explanation(
                start,
                text.index('"'),
                "A quote is opened here and not closed properly.",
                "Close it at the end of the text, and write a quote inside a text as `'`.",
            )
    text = _line(lines, line)
    _, _, value = text.partition(": ")
    if value.startswith(('"', "'")) and ("did not find expected" in problem):
        return Explanation(
            line,
            text.index(value),
            "After the closing quote there is more text.",
            "Put the quotes around the whole text.",
        )
    return None


def _bracket(problem: str, lines: list[str], line: int, column: int) -> Explanation | None:
    if "flow sequence" in problem or "flow mapping" in problem:
        kind = "]" if "sequence" in problem else "}"
        opening = "[" if kind == "]" else "{"
        start = next(
            (
                number
                for number in range(min(line, len(lines) - 1), -1, -1)
                if _line(lines, number).count(opening) > _line(lines, number).count(kind)
            ),
            line,
        )
        text = _line(lines, start)
        return Explanation(
            start,
            text.rfind(opening) if opening in text else column,
            f"The bracket `{opening}` is not closed with `{kind}`, or a comma is missing.",
            f"Close it with `{kind}` and put commas between the parts.",
        )
    return None


def _special_character(
    problem: str, lines: list[str], line: int, column: int
) -> Explanation | None:
    starts_badly = "cannot start any token" in problem
    text = _line(lines, line)
    character = text[column : column + 1]
    alias = "alphabetic or numeric character" in problem
    if not (starts_badly or alias or "%" in problem):
        return None
    return Explanation(
        line,
        column,
        f"A text cannot start with `{character or text.strip()[:1]}`.",
        "Put quotes around the whole text.",
    )


def _indentation(problem: str, lines: list[str], line: int, column: int) -> Explanation | None:
    if "block" not in problem and "expected key" not in problem and "simple key" not in problem:
        return None
    if "simple key" in problem:
        culprit = _without_colon(lines, line)
        text = _line(lines, culprit)
        return Explanation(
            culprit,
            len(text) - len(text.lstrip()),
            "A colon is missing on this line, or the line stands too far to the left.",
            "Write `key: value`, or indent the line so that it belongs to the one above.",
        )
    return Explanation(
        line,
        column,
        "This line is not indented like the lines that it belongs to.",
        "Give it as many spaces as its neighbours have; each step is two spaces.",
    )


def _without_colon(lines: list[str], line: int) -> int:
    """The nearest line, from `line` upward, that has words and no colon."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        text = _line(lines, number).partition(" #")[0].strip()
        if text and ":" not in text:
            return number
    return line
