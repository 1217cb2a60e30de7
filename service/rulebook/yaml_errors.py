"""YAML's own errors, translated into what to write."""

import re
from collections.abc import Callable

from service.rulebook.quotes import badly_quoted, without_curly_quotes
from service.rulebook.yaml_lines import unfinished_line, wrong_indentation
from service.rulebook.yaml_problem import Explanation, YamlError

_GLUED_IN_BRACES = re.compile(r"[{,]\s*(?P<key>[^\s{}\[\],:][^{}\[\],:]*):(?P<value>[^\s,}]+)")
_BETWEEN_APOSTROPHES = re.compile(r"'(?P<inside>.*?\S)'(?:\s+#.*)?")
_MERGE = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")


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


_FINDERS: tuple[Callable[[YamlError], Explanation | None], ...] = (
    _tab,
    _merge,
    _quote,
    _glued_in_braces,
    _bracket,
    _special_character,
    _two_colons,
    unfinished_line,
    wrong_indentation,
)
