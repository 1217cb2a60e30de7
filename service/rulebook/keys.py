"""Every key that a rule file can have, whatever the file."""

from collections.abc import Iterator

from marshmallow import Schema

from schemas.rule_fields import QUANTIFIERS, TextSchema
from schemas.rule_files import FileSchema


def _schemas(above: type[Schema]) -> Iterator[type[Schema]]:
    for schema in above.__subclasses__():
        yield schema
        yield from _schemas(schema)


def _keys() -> Iterator[str]:
    schemas: list[type[Schema]] = [TextSchema, *_schemas(FileSchema)]
    for schema in schemas:
        for name, field in schema().fields.items():
            yield field.data_key or name


KEYS: frozenset[str] = frozenset([*QUANTIFIERS, *_keys()])
"""The keys of all entries together; which goes where is for the schema of each entry."""
