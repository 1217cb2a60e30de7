"""Every key that a rule file can have, whatever the file."""

from collections.abc import Iterator

from marshmallow import Schema

from schemas.rule_fields import QUANTIFIERS, TextSchema
from schemas.rule_files import FileSchema


def _schemas(above: type[Schema]) -> Iterator[type[Schema]]:
    for schema in above.__subclasses__():
        yield schema
        yield from _schemas(schema)


def _entries() -> Iterator[frozenset[str]]:
    schemas: list[type[Schema]] = [TextSchema, *_schemas(FileSchema)]
    for schema in schemas:
        yield frozenset(field.data_key or name for name, field in schema().fields.items())


ENTRIES: tuple[frozenset[str], ...] = tuple(_entries())
"""The keys that stand beside each other, for each kind of entry."""

KEYS: frozenset[str] = frozenset(QUANTIFIERS).union(*ENTRIES)
"""The keys of all entries together; which goes where is for the schema of each entry."""
