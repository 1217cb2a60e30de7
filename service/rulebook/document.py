"""A rule file as a tree of texts with their positions: nothing is turned into numbers or dates.

Whatever YAML would change behind an advisor's back is refused here, in the words of an advisor.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml.cyaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from service.rulebook.diagnostics import Report
from service.rulebook.position import Position
from service.rulebook.yaml_errors import explain
from service.rulebook.yaml_problem import YamlError

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 20
MAXIMUM_KEYS = 500

CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
"""All but a tab and the ends of lines; the last three end a line for YAML and for no editor."""

SPECIAL_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""What looks like a space, or like nothing, and is no space to YAML."""

_MISPLACED_SPACE = re.compile(
    rf"^[ ]*(?:-[ ]*)*(?:[a-z][a-z ]*:[ ]*)?(?P<space>[{SPECIAL_SPACES}])", re.MULTILINE
)
_END_OF_LINE = re.compile(r"\r\n|\r|\n")


class Scalar(str):
    """A text in a file. `plain` says that it stands there without quotes.

    `comment_follows` says that a ` #` cut off the rest of its line; `start` is the column of its
    first character, after an opening quote.
    """

    __slots__ = ("comment_follows", "plain", "position", "single_line", "start")
    position: Position
    plain: bool
    comment_follows: bool
    single_line: bool
    start: int

    def at(self, offset: int) -> Position:
        """The position of one character of the text; of its start when it spans lines."""
        if not self.single_line:
            return self.position
        return Position(self.position.file, self.position.line, self.start + offset)


class Sequence(list["Node"]):
    """A list in a file."""

    __slots__ = ("position",)
    position: Position


class Mapping(dict[str, "Node"]):
    """Keys with values in a file; the keys are `Scalar`. `in_braces`: written as `{...}`."""

    __slots__ = ("in_braces", "position")
    position: Position
    in_braces: bool

    def key(self, name: str) -> "Scalar":
        """The key as it stands in the file."""
        return next(key for key in self if key == name and isinstance(key, Scalar))


class Told(Mapping):
    """An entry with mistakes that are in the report already; what is right of it is still read."""

    __slots__ = ()


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """The rest of this file cannot be read; the reason is already in the report."""


def read_document(path: Path, name: str, report: Report) -> Node | None:
    """Reads one file; None when it is empty or cannot be read (then `report` says why)."""
    text = read_text(path, name, report)
    return None if text is None else parse_document(text, name, report)


def parse_document(text: str, name: str, report: Report) -> Node | None:
    """The tree of a text that was read; None when it is empty or no YAML of ours."""
    try:
        return _Builder(text, name, report).document()
    except _Refused:
        return None


def read_text(path: Path, name: str, report: Report) -> str | None:
    """The text of a file; None when it cannot be read (then `report` says why)."""
    try:
        return _text_of(path, name, report)
    except _Refused:
        return None


def _text_of(path: Path, name: str, report: Report) -> str:
    top = Position(name, 1, 1)
    if path.exists() and not path.is_file():
        report.error(
            top,
            "unreadable-file",
            "This is no file but a device or a pipe, and it is not read.",
            "Put a plain file in its place.",
        )
        raise _Refused
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAXIMUM_BYTES else b""
    except OSError as error:
        report.error(
            top,
            "unreadable-file",
            f"The file cannot be opened: {error.strerror}.",
            "Check that it exists and that you may read it.",
        )
        raise _Refused from error
    if size > MAXIMUM_BYTES:
        report.error(
            top,
            "file-too-large",
            f"The file has {size:,} bytes; a rule file has at most {MAXIMUM_BYTES:,}.",
            "Split it into several files in the same folder.",
        )
        raise _Refused
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        report.error(
            Position(name, line, column),
            "not-utf-8",
            "From here on the file is not readable text (it was saved in another encoding).",
            "Save it as `CSV UTF-8`: in Excel a choice under 'Save as'."
            if name.endswith(".csv")
            else "Save it as UTF-8: in most editors under 'Save with encoding'.",
        )
        raise _Refused from error
    invisible = CONTROL_CHARACTER.search(text)
    if invisible is not None:
        report.error(
            _position_in(text, invisible.start(), name),
            "control-character",
            f"Here stands an invisible character (code {ord(invisible.group())}).",
            "Delete it, or type the line again.",
        )
        raise _Refused
    misplaced = _MISPLACED_SPACE.search(text)
    if misplaced is not None:
        report.error(
            _position_in(text, misplaced.start("space"), name),
            "special-space",
            "Here stands a special space, such as one that a web page or a word processor makes.",
            "Delete it and type an ordinary space.",
        )
        raise _Refused
    return text


def _position_in(text: str, offset: int, name: str) -> Position:
    before = _END_OF_LINE.split(text[:offset])
    return Position(name, len(before), len(before[-1]) + 1)


class _Builder:
    """Turns the events of the YAML parser into a tree, without recursion into the parser itself."""

    def __init__(self, text: str, name: str, report: Report) -> None:
        self._lines = _END_OF_LINE.split(text)
        self._name = name
        self._report = report
        self._events = self._parse(text)

    def _parse(self, text: str) -> Iterator[Event]:
        parser = CParser(text)
        try:
            while (event := parser.get_event()) is not None:
                yield event
        except YAMLError as error:
            found = explain(self._told_by_the_parser(error))
            self._report.error(
                Position(self._name, found.line + 1, found.column + 1),
                "yaml-syntax",
                found.message,
                found.hint,
            )
            raise _Refused from error

    def _told_by_the_parser(self, error: YAMLError) -> YamlError:
        if not isinstance(error, MarkedYAMLError):
            return YamlError(str(error), 0, 0, None, self._lines)
        start = error.context_mark
        mark = error.problem_mark or start
        return YamlError(
            problem=f"{error.problem or error} {error.context or ''}",
            line=mark.line if mark else 0,
            column=mark.column if mark else 0,
            start=(start.line, start.column) if start else None,
            lines=self._lines,
        )

    def document(self) -> Node | None:
        documents = 0
        root: Node | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        event,
                        "second-document",
                        "A line with `---` starts a second document here.",
                        "Delete that line: a rule file is one document.",
                    )
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
                root = self._node(event, depth=1)
            elif isinstance(event, AliasEvent):
                self._node(event, depth=1)
        if isinstance(root, Scalar) and root == "" and root.plain:
            return None
        return root

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, ScalarEvent) and event.anchor is None and event.ctag is None:
            return self._scalar(event)  # nearly all of a file
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self._refuse(
                event,
                "anchor",
                "Anchors and aliases (`&name`, `*name`) are not used in rule files.",
                "Write it out, or put quotes around a text that starts with `&` or `*`.",
            )
        if isinstance(event, ScalarEvent):
            if event.tag not in {None, "!"}:
                self._refuse_tag(event, event.tag)
            return self._scalar(event)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse_tag(event, tag)
        if depth > MAXIMUM_DEPTH:
            self._refuse(
                event,
                "nested-too-deep",
                f"This is nested more than {MAXIMUM_DEPTH} steps deep.",
                "Rule files need far fewer; check the indentation and the brackets.",
            )
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        assert isinstance(event, MappingStartEvent)
        return self._mapping(event, depth)

    def _refuse(self, event: Event, code: str, message: str, hint: str) -> None:
        self._report.error(self._position(event), code, message, hint)
        raise _Refused

    def _refuse_tag(self, event: Event, tag: str) -> None:
        self._refuse(
            event,
            "tag",
            f"`{tag}` is a YAML tag, and tags are not used in rule files.",
            "Put quotes around a text that starts with `!`.",
        )

    def _position(self, event: Event) -> Position:
        mark = event.start_mark
        return Position(self._name, mark.line + 1, mark.column + 1)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end, style = event.start_mark, event.end_mark, event.style
        scalar = Scalar(event.value)
        scalar.position = Position(self._name, start.line + 1, start.column + 1)
        scalar.plain = not style
        scalar.start = start.column + (2 if style in {"'", '"'} else 1)
        scalar.single_line = end.line == start.line and style not in {"|", ">"}
        scalar.comment_follows = scalar.plain and self._comment_follows(end.line, end.column)
        return scalar

    def _comment_follows(self, line: int, column: int) -> bool:
        if line >= len(self._lines):
            return False
        text = self._lines[line]
        return "#" in text and text[column:].lstrip().startswith("#")

    def _sequence(self, event: SequenceStartEvent, depth: int) -> Sequence:
        sequence = Sequence()
        sequence.position = self._position(event)
        for each in self._events:
            if isinstance(each, SequenceEndEvent):
                break
            sequence.append(self._node(each, depth + 1))
        return sequence

    def _mapping(self, event: MappingStartEvent, depth: int) -> Mapping:
        mapping = Mapping()
        mapping.position = self._position(event)
        mapping.in_braces = bool(event.flow_style)
        for each in self._events:
            if isinstance(each, MappingEndEvent):
                break
            key = self._node(each, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self._report.error(
                    key.position,
                    "key-is-no-text",
                    "A key before the colon must be a word.",
                    "Check the brackets and the indentation here.",
                )
            elif key in mapping:
                first = mapping.key(key).position
                self._report.error(
                    key.position,
                    "repeated-key",
                    f"`{key}` stands here a second time (the first is on line {first.line}).",
                    "Delete one of the two, or start a new item with `- `.",
                )
            else:
                mapping[key] = value
            if len(mapping) > MAXIMUM_KEYS:
                self._refuse(
                    event,
                    "file-too-large",
                    f"Here stand more than {MAXIMUM_KEYS} keys below each other.",
                    "An entry has far fewer; start each entry with `- `.",
                )
        return mapping
