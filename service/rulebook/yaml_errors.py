"""YAML's own errors, translated into what to write."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.rulebook.keys import ENTRIES, KEYS
from service.rulebook.quotes import badly_quoted, without_curly_quotes

LONGEST_SENTENCE = 300
"""Characters of a line that is looked at as a condition."""

_DASHES = r"^\s*(?:- +)*"
_GLUED = re.compile(rf"{_DASHES}(?P<key>[a-z][a-z _]*):(?P<value>[^\s:].*)$")
_GLUED_DASH = re.compile(r"^\s*(?:- +)*-(?P<rest>[^\s-].*)$")
_HAS_VALUE = re.compile(rf"{_DASHES}[^:#\s][^:]*: +[^#\s]")
_SENTENCE = re.compile(r"^\s*(?:signal [^:]+|[a-z][^:]* (?:is|include|includes) [^:]+)$")
_KEY = re.compile(r"^\s*(?:- +)*(?P<key>[a-z][a-z ]*):(?:\s|$)")
_OPENS = re.compile(r"^[^#]*:\s*(?:#.*)?$")
_GLUED_IN_BRACES = re.compile(r"[{,]\s*(?P<key>[^\s{}\[\],:][^{}\[\],:]*):(?P<value>[^\s,}]+)")
_STARTS = frozenset(
    {
        "action", "case", "certificate", "competence", "goal", "move", "role", "rule", "tip",
        "work",
    }
)  # fmt: skip
"""The keys that begin an entry of a list."""
_BETWEEN_APOSTROPHES = re.compile(r"'(?P<inside>.*?\S)'(?:\s+#.*)?")
_MERGE = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")


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


def explain(error: YamlError) -> Explanation:
    """What a parser's error means for someone who edits a rule file."""
    for finder in _FINDERS:
        found = finder(error)
        if found is not None:
            return found
    return Explanation(
        error.line,
        error.column,
        "This line does not fit in the structure of the file.",
        "Check its indentation and its colon, and compare it with a rule nearby.",
    )


def _tab(error: YamlError) -> Explanation | None:
    for number in (error.line, error.line - 1):
        text = error.at(number)
        indent = text[: len(text) - len(text.lstrip())]
        if "\t" in indent:
            return Explanation(
                number,
                indent.index("\t"),
                "This line is indented with a tab.",
                "Replace the tab by spaces, two for each step.",
            )
    return None


def _merge(error: YamlError) -> Explanation | None:
    """What a version control system leaves in a file that two people changed."""
    for number in range(min(error.line, len(error.lines) - 1) + 1):
        if _MERGE.match(error.at(number)):
            return Explanation(
                number,
                0,
                "This line was left here when two versions of the file were merged.",
                "Keep the lines of one version, and delete this line and the others like it.",
            )
    return None


def _quote(error: YamlError) -> Explanation | None:
    found = badly_quoted(error.lines, error.line)
    if found is None:
        return None
    if found.closed:
        return Explanation(
            found.line,
            found.column,
            "After the closing quote there is more text.",
            "Put the quotes around the whole text.",
        )
    if found.quote == "'":
        value = error.at(found.line)[found.column :].rstrip().replace('"', "'")
        between = _BETWEEN_APOSTROPHES.fullmatch(value)
        if between is not None:
            value = between["inside"].replace("''", "'")
            return Explanation(
                found.line,
                found.column,
                "This text stands between apostrophes, and one inside it ends it too early.",
                f'Put double quotes around it instead: `"{value}"`.',
            )
        return Explanation(
            found.line,
            found.column,
            "This text starts with an apostrophe, which YAML takes for an opening quote.",
            f'Put double quotes around the whole text: `"{value}"`.',
        )
    return Explanation(
        found.line,
        found.column,
        "A quote is opened here and not closed properly.",
        "Close it at the end of the text, and write a quote inside a text as `'`.",
    )


def _glued_in_braces(error: YamlError) -> Explanation | None:
    """A colon without a space inside `{...}`."""
    if "unexpected ':'" not in error.problem:
        return None
    found = next(
        (
            each
            for each in _GLUED_IN_BRACES.finditer(error.text)
            if each.start() <= error.column <= each.end()
        ),
        None,
    )
    if found is None:
        return None
    return Explanation(
        error.line,
        found.end("key") + 1,
        "After the colon a space is missing.",
        f"Write `{found['key']}: {found['value']}`.",
    )


def _bracket(error: YamlError) -> Explanation | None:
    if "flow sequence" not in error.problem and "flow mapping" not in error.problem:
        return None
    kind = "]" if "sequence" in error.problem else "}"
    opening = "[" if kind == "]" else "{"
    line, column = error.start or (error.line, error.column)
    return Explanation(
        line,
        column,
        f"The bracket `{opening}` is not closed with `{kind}`, or a comma is missing.",
        f"Close it with `{kind}` and put commas between the parts.",
    )


def _special_character(error: YamlError) -> Explanation | None:
    """A text that starts with something that means more to YAML."""
    at_start = ("alphabetic or numeric character", "scanning a block scalar")
    here = (
        "cannot start any token",
        "%",
        "block sequence entries are not allowed",
        "mapping keys are not allowed",
    )
    line, column = error.line, error.column
    if any(each in error.problem for each in at_start) and error.start:
        line, column = error.start
    elif not any(each in error.problem for each in here):
        return None
    text = error.at(line)
    character = text[column : column + 1] or text.strip()[:1]
    return Explanation(
        line,
        column,
        f"A text cannot start with `{character}`."
        if character != "`"
        else "A text cannot start with a backtick.",
        "Put quotes around the whole text.",
    )


def _two_colons(error: YamlError) -> Explanation | None:
    """A text with a colon in it, which would make a key of its beginning."""
    key, separator, value = error.text.partition(": ")
    if "mapping values are not allowed" not in error.problem or not separator:
        return None
    if error.column <= len(key):
        return None
    quoted, curly = without_curly_quotes(value.strip().replace('"', "'"))
    return Explanation(
        error.line,
        error.column,
        "A colon followed by a space cuts this text in two."
        if value.rstrip()[-1:] != ":"
        else "A colon at the end makes a key of this text.",
        f"Put {'straight ' if curly else ''}quotes around the text: "
        f'`{key.strip().removeprefix("- ")}: "{quoted}"`.',
    )


def _unfinished_line(error: YamlError) -> Explanation | None:
    """A line that should have been a key with a value, and is a text that goes on."""
    if "simple key" in error.problem:
        line = (error.start or (error.line, 0))[0]
    elif "mapping values are not allowed" in error.problem:
        line = error.above(error.line)
    else:
        return None
    if line < 0:
        return None
    return (
        _space_after_colon(error, line)
        or _space_after_dash(error, line)
        or _entry_without_dash(error, line)
        or _too_far_left(error, line)
        or _deeper(error, line)
        or _colon(error, line)
    )


def _space_after_colon(error: YamlError, line: int) -> Explanation | None:
    glued = _GLUED.match(error.at(line))
    if glued is None:
        return None
    return Explanation(
        line,
        glued.end("key") + 1,
        "After the colon a space is missing.",
        f"Write `{glued['key']}: {glued['value'].rstrip()}`.",
    )


def _space_after_dash(error: YamlError, line: int) -> Explanation | None:
    glued = _GLUED_DASH.match(error.at(line))
    if glued is None:
        return None
    return Explanation(
        line,
        glued.start("rest") - 1,
        "After the dash a space is missing.",
        f"Write `- {glued['rest'].rstrip()}`.",
    )


def _entry_without_dash(error: YamlError, line: int) -> Explanation | None:
    """The first line of an entry, with the others indented below it as behind a dash."""
    text = error.at(line)
    if line == error.line or _key(text) not in _STARTS or text[:1] in {"-", " "}:
        return None
    return Explanation(
        line, 0, "The dash before this entry is missing.", f"Write `- {text.rstrip()}`."
    )


def _too_far_left(error: YamlError, line: int) -> Explanation | None:
    """A line that belongs to what is above and below it, and stands to the left of both."""
    text, before = error.at(line), error.at(error.above(line))
    wanted = _indent(error.text)
    beside = _stand_beside(text, error.text)
    fits = wanted == _indent(before) + (2 if _OPENS.match(before) else 0)
    if line == error.line or not (beside and fits and _indent(text) < wanted):
        return None
    return Explanation(
        line,
        _indent(text),
        "This line stands too far to the left.",
        f"Give it {wanted} spaces, as many as `{_key(error.text)}` below it.",
    )


def _stand_beside(one: str, other: str) -> bool:
    """Whether two lines have keys of the same entry."""
    return any({_key(one), _key(other)} <= keys for keys in ENTRIES)


def _key(text: str) -> str:
    found = _KEY.match(text)
    return found["key"] if found else ""


def _deeper(error: YamlError, line: int) -> Explanation | None:
    """The line above is complete, so what stands further to the right belongs to nothing."""
    above, text = error.at(line), error.text
    both_items = above.lstrip().startswith("- ") and text.lstrip().startswith("- ")
    if line == error.line or not (_HAS_VALUE.match(above) or both_items):
        return None
    return Explanation(
        error.line,
        len(text) - len(text.lstrip()),
        "This line is indented deeper than the line above it, which is complete already.",
        f"Give it as many spaces as its neighbours have, perhaps {_indent(above)}.",
    )


def _colon(error: YamlError, line: int) -> Explanation:
    text = error.at(line)
    above = error.at(error.above(line)).strip()
    if (
        len(text) <= LONGEST_SENTENCE
        and _SENTENCE.match(text)
        and (above.startswith("- ") or above.endswith("of:"))
    ):
        return Explanation(
            line,
            _indent(text),
            "The dash before this condition is missing.",
            f"Write `- {text.strip()}`.",
        )
    words = text.partition(" #")[0].strip().removeprefix("- ").split()
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    key = next((start for start in starts if start in KEYS), None)
    if key is not None:
        value = " ".join(words[len(key.split()) :])
        dash = "- " if text.strip().startswith("- ") else ""
        hint = f"Write `{dash}{f'{key}: {value}'.strip()}`."
    else:
        hint = "Write `key: value`, or indent the line so that it belongs to the one above."
    return Explanation(
        line,
        _indent(text),
        "A colon is missing on this line, or the line stands too far to the left.",
        hint,
    )


def _indentation(error: YamlError) -> Explanation | None:
    if "block" not in error.problem and "expected key" not in error.problem:
        return None
    dash = _space_after_dash(error, error.line)
    if dash is not None:
        return dash
    if "expected '-' indicator" in error.problem and error.column == 0:
        return Explanation(
            error.line,
            0,
            "This line starts at the left, where each entry starts with a dash.",
            "Write `- ` before it when it starts an entry; otherwise indent it.",
        )
    before = error.at(error.above(error.line))
    if _OPENS.match(before) and not before.lstrip().startswith("- "):
        hint = f"Give it {_indent(before) + 2} spaces when it belongs to `{before.strip()}`."
    elif _stand_beside(before, error.text):
        hint = f"Give it {_indent(before)} spaces, as many as `{_key(before)}` above it."
    else:
        hint = "Give it as many spaces as its neighbours have; each step is two spaces."
    return Explanation(
        error.line,
        error.column,
        "This line is not indented like the lines that it belongs to.",
        hint,
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


_FINDERS: tuple[Callable[[YamlError], Explanation | None], ...] = (
    _tab,
    _merge,
    _quote,
    _glued_in_braces,
    _bracket,
    _special_character,
    _two_colons,
    _unfinished_line,
    _indentation,
)
