"""From file trees to entries of the right shape; what does not fit is told at its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema, ValidationError

from schemas.dutch import KEYS as DUTCH_KEYS
from schemas.rule_fields import Items as ItemsField
from schemas.rule_fields import Mistake
from schemas.rule_files import Part
from service.rulebook.diagnostics import Report, listed, nearest
from service.rulebook.document import Mapping as FileMapping
from service.rulebook.document import Node, Scalar, Sequence, Told
from service.rulebook.position import Position
from service.rulebook.quotes import without_curly_quotes
from service.rulebook.vocabulary import Text

MAXIMUM_ENTRIES = 5_000
"""In one file; the longest list of the shipped rulebook has less than a fifth."""

UNKNOWN = ["Unknown field."]
"""What marshmallow says about a key that a schema does not have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file. When it is not `complete`, `data` holds only what was right."""

    data: dict[str, Any]
    node: FileMapping
    complete: bool
    has_unknown_keys: bool = False

    @property
    def position(self) -> Position:
        return self.node.position


def entries(schema: type[Schema], node: Node | None, name: str, report: Report) -> Iterator[Entry]:
    """The entries of a file that is a list; `name` is the key that starts each, such as `rule`."""
    if node is None:
        return
    if not isinstance(node, Sequence):
        report.error(
            node.position,
            "not-a-list",
            f"This file is a list of entries, each starting with `- {name}: ...`.",
            f"Write `- {name}: ...` and indent the lines that belong to it by two spaces.",
        )
        return
    if len(node) > MAXIMUM_ENTRIES:
        report.error(
            node.position,
            "file-too-large",
            f"This file has {len(node):,} entries; a rule file has at most {MAXIMUM_ENTRIES:,}.",
            "Split it into several files in the same folder.",
        )
        return
    for item in node:
        entry = one_entry(schema, item, report)
        if entry is not None:
            yield entry


def one_entry(schema: type[Schema], node: Node, report: Report) -> Entry | None:
    """A single entry; None when it is no mapping at all."""
    if not isinstance(node, FileMapping):
        report.error(
            node.position,
            "wrong-shape",
            "Here an entry of `key: value` lines is expected.",
            f"It has {listed(_keys(_made(schema)))}.",
        )
        return None
    try:
        told = isinstance(node, Told)
        return Entry(dict(_made(schema).load(node, partial=told)), node, complete=not told)
    except ValidationError as error:
        _tell(error.messages, node, _made(schema), report)
        valid = error.valid_data if isinstance(error.valid_data, dict) else {}
        messages = error.messages.values() if isinstance(error.messages, dict) else ()
        return Entry(valid, node, complete=False, has_unknown_keys=UNKNOWN in messages)


def declared(node: Node | None, key: str) -> Iterator[Scalar]:
    """Every id that a list file declares under `key`, also in entries with other mistakes."""
    if isinstance(node, Sequence):
        for item in node:
            value = item.get(key) if isinstance(item, FileMapping) else None
            if isinstance(value, Scalar) and value:
                yield value


def text_of(data: Mapping[str, str], report: Report) -> Text:
    """A text for people; a ` #` that cut it off gets a warning, as do quotes that do not quote."""
    for line in data.values():
        warn_when_cut(line, report)
        _warn_when_in_curly_quotes(line, report)
    nl, en = data["nl"], data["en"]
    if isinstance(nl, Scalar) and isinstance(en, Scalar):
        return Text(str(nl), str(en), (nl.position, en.position))
    return Text(nl, en)


def warn_when_cut(line: str, report: Report) -> None:
    if isinstance(line, Scalar) and line.comment_follows:
        report.warning(
            line.position,
            "text-cut-by-hash",
            "Everything after ` #` on this line is a comment, not part of the text.",
            "Put quotes around the whole text, or move the comment to a line of its own.",
        )


def _warn_when_in_curly_quotes(line: str, report: Report) -> None:
    if not isinstance(line, Scalar) or not line.plain:
        return
    inside, curly = without_curly_quotes(line)
    if curly:
        report.warning(
            line.position,
            "curly-quotes",
            "Curly quotes do not quote in YAML: people get to see them around this whole text.",
            'Leave them out, or write straight quotes (`"`) instead.'
            if '"' not in inside
            else "Leave them out.",
        )


@cache
def _made(schema: type[Schema]) -> Schema:
    """One for all entries: making a schema takes longer than using it."""
    return schema()


def _keys(schema: Schema) -> list[str]:
    return [field.data_key or name for name, field in schema.fields.items()]


def _inner(schema: Schema | None, key: object) -> Schema | None:
    """The schema of what stands below `key`."""
    if schema is None or isinstance(key, int):
        return schema
    for name, field in schema.fields.items():
        if (field.data_key or name) == key:
            part = field.part if isinstance(field, ItemsField) else field
            if isinstance(part, Part):
                return part.schema()
    return None


def _tell(errors: Any, node: Node, schema: Schema | None, report: Report) -> None:
    if isinstance(errors, dict):
        known = _keys(schema) if schema else []
        meant = {_meant(str(key), known) for key, inner in errors.items() if inner == UNKNOWN}
        for key, inner in errors.items():
            if key not in meant:  # else it is not missing but written otherwise
                _tell_about(key, inner, node, schema, report)
        return
    for error in errors if isinstance(errors, list) else [errors]:
        if isinstance(error, Mistake):
            report.error(node.position, error.code, error.message, error.hint)
        else:
            report.error(
                node.position,
                "wrong-shape",
                "Here lines of `key: value` are expected.",
                f"They are {listed(_keys(schema))}." if schema else "Check the indentation.",
            )


def _meant(key: str, known: list[str]) -> str | None:
    """The key that an unknown one was most likely meant to be."""
    english = DUTCH_KEYS.get(key.lower())
    return english if english in known else nearest(key, known)


def _tell_about(key: object, inner: Any, node: Node, schema: Schema | None, report: Report) -> None:
    if isinstance(key, int):  # a single part may stand there without its list
        _tell(inner, node[key] if isinstance(node, Sequence) else node, schema, report)
    elif isinstance(node, FileMapping) and isinstance(key, str) and key in node:
        if inner == UNKNOWN:
            known = _keys(schema) if schema else []
            meant = _meant(key, known)
            dutch = meant is not None and meant == DUTCH_KEYS.get(key.lower())
            if dutch:
                hint = f"Keys are written in English: `{meant}`."
            else:
                hint = f"Did you mean `{meant}`?" if meant else f"Known are {listed(known, 20)}."
            report.error(node.key(key).position, "unknown-key", f"`{key}` is not known here.", hint)
        else:
            _tell(inner, node[key], _inner(schema, key), report)
    elif key == "_schema":
        _tell(inner, node, schema, report)
    elif key in {"nl", "en"}:
        language = "Dutch" if key == "nl" else "English"
        report.error(
            node.position,
            "missing-translation",
            f"The {language} text is missing.",
            f"Write a line `{key}: ...` beside the other language.",
        )
    else:
        report.error(
            node.position,
            "missing-key",
            f"`{key}` is missing here.",
            f"Add a line `{key}: ...`.",
        )
