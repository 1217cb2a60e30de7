"""The words of rule files that mean something to Vakpad: keys, ids, operators and values.

Texts for people, names, phrases, and what a person says in a profile are none of these: they may
say anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from marshmallow import Schema, fields

from schemas import rule_files as schemas
from schemas.rule_fields import (
    BothLanguages,
    Choice,
    Group,
    Id,
    Items,
    Line,
    Sentence,
    Whole,
)
from schemas.rule_files import AnyMapping, Part, Values
from service.rulebook.document import Mapping, Node, Scalar, Sequence

SCHEMAS: dict[str, type[Schema]] = {
    "vocabulary.yaml": schemas.VocabularySchema,
    "competences.yaml": schemas.CompetenceSchema,
    "certificates.yaml": schemas.CertificateSchema,
    "work.yaml": schemas.WorkSchema,
    "goals.yaml": schemas.GoalSchema,
    "titles.yaml": schemas.TitlesSchema,
    "roles.yaml": schemas.RoleSchema,
    "moves.yaml": schemas.MoveSchema,
    "actions.yaml": schemas.ActionSchema,
    "guardrail-texts.yaml": schemas.GuardrailTextsSchema,
    "tips.yaml": schemas.TipSchema,
}
LINES_OF_IDS = ("attribute", "mean of", "number of", "level", "asked", "language")
"""Lines that name something, where most are a text or a name."""

FREE = ("title", "subject", "ambition")
"""What a person says in a profile, in words of their own."""

_WORD = re.compile(r"[^\s\[\],]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, and where it stands.

    `declares`: it is a new name, which may be any. `sent`: it stands in a profile, where capitals
    and signs do not count.
    """

    file: str
    line: int
    column: int
    text: str
    declares: bool = False
    sent: bool = False


def schema_of(file: str) -> type[Schema]:
    if file.startswith("cases/"):
        return schemas.CaseSchema
    return SCHEMAS.get(file, schemas.RuleSchema)


def tokens_in(file: str, node: Node | None) -> Iterator[Token]:
    """Every word of a file that means something, from the top."""
    schema = schema_of(file)()
    for entry in node if isinstance(node, Sequence) else [node]:
        if isinstance(entry, Mapping):
            yield from _entry(schema, entry)


def _entry(schema: Schema, node: Mapping) -> Iterator[Token]:
    known = {field.data_key or name: field for name, field in schema.fields.items()}
    for key, value in node.items():
        assert isinstance(key, Scalar)
        yield from _words(key, whole=True)
        declares = _declares(schema, str(key))
        yield from _value(str(key), known[str(key)], value, declares)


def _declares(schema: Schema, key: str) -> bool:
    first = next(iter(schema.fields))
    is_rule = isinstance(schema, schemas.RuleSchema)
    references = (schemas.FromSchema, schemas.ToSchema, schemas.SettleSchema)
    references += (schemas.RecommendSchema, schemas.AdviseAgainstSchema, schemas.RuleOutSchema)
    references += (schemas.UsualSchema, schemas.ExpectSchema)
    return (key == first and not isinstance(schema, references)) or (is_rule and key == "signal")


def _value(key: str, field: fields.Field, node: Node, declares: bool) -> Iterator[Token]:
    if isinstance(field, Items):
        for each in node if isinstance(node, Sequence) else [node]:
            yield from _value(key, field.part, each, declares)
    elif isinstance(field, Part) and isinstance(node, Mapping):
        yield from _entry(field.schema(), node)
    elif isinstance(field, AnyMapping):
        yield from _sent(node)
    elif isinstance(field, BothLanguages) and isinstance(node, Mapping):
        for language in node:
            assert isinstance(language, Scalar)
            yield from _words(language, whole=True)
    elif isinstance(field, Group) and isinstance(node, Sequence):
        yield from _group(node)
    elif isinstance(field, Values):
        for each in node if isinstance(node, Sequence) else [node]:
            yield from _words(each)
    elif isinstance(field, Sentence):
        yield from _words(node)
    elif isinstance(field, Id | Choice | Whole | Part) or (
        isinstance(field, Line) and key in LINES_OF_IDS
    ):
        yield from _words(node, whole=True, declares=declares)


def _sent(node: Node) -> Iterator[Token]:
    if isinstance(node, Scalar):
        yield from _words(node, whole=True, sent=True)
    elif isinstance(node, Sequence):
        for each in node:
            yield from _sent(each)
    else:
        for key, value in node.items():
            assert isinstance(key, Scalar)
            yield from _words(key, whole=True, sent=True)
            if key not in FREE:
                yield from _sent(value)


def _group(node: Sequence) -> Iterator[Token]:
    for member in node:
        if isinstance(member, Mapping):
            for name, inner in member.items():
                assert isinstance(name, Scalar)
                assert isinstance(inner, Sequence)
                yield from _words(name, whole=True)
                yield from _group(inner)
        else:
            yield from _words(member)


def _words(
    node: Node, *, whole: bool = False, declares: bool = False, sent: bool = False
) -> Iterator[Token]:
    assert isinstance(node, Scalar)
    if not node.single_line:
        return
    for word in [re.match(".*", node)] if whole else _WORD.finditer(node):
        assert word is not None
        place = node.at(word.start())
        yield Token(place.file, place.line, place.column, word.group(), declares, sent)
