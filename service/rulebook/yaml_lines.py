"""Lines that do not stand as they should: without a colon or a dash, or too far to one side."""

import re

from service.rulebook.keys import ENTRIES, KEYS
from service.rulebook.yaml_problem import Explanation, YamlError

LONGEST_SENTENCE = 300
"""Characters of a line that is looked at as a condition."""

_DASHES = r"^\s*(?:- +)*"
_GLUED = re.compile(rf"{_DASHES}(?P<key>[a-z][a-z _]*):(?P<value>[^\s:].*)$")
_GLUED_DASH = re.compile(r"^\s*(?:- +)*-(?P<rest>[^\s-].*)$")
_HAS_VALUE = re.compile(rf"{_DASHES}[^:#\s][^:]*: +[^#\s]")
_SENTENCE = re.compile(r"^\s*(?:signal [^:]+|[a-z][^:]* (?:is|include|includes) [^:]+)$")
_KEY = re.compile(r"^\s*(?:- +)*(?P<key>[a-z][a-z ]*):(?:\s|$)")
_OPENS = re.compile(r"^[^#]*:\s*(?:#.*)?$")
_STARTS = frozenset(
    {
        "action", "case", "certificate", "competence", "goal", "move", "role", "rule", "tip",
        "work",
    }
)  # fmt: skip
"""The keys that begin an entry of a list."""


def unfinished_line(error: YamlError) -> Explanation | None:
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


def wrong_indentation(error: YamlError) -> Explanation | None:
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
