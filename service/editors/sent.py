"""What a portal would send, as it stands in a case: from the schema of the profile."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from schemas.profile import ProfileSchema
from schemas.profile_fields import Names, Part, Ratings
from service.editors.descriptions import said
from service.editors.ids import Described
from service.editors.shapes import Shape
from service.rulebook import Rulebook

LIMITS = ("enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "maxItems")
NOT_SENT: Shape = {"type": "null"}


def profile_of(rulebook: Rulebook, ids: Mapping[str, Described]) -> Shape:
    """A profile in which nothing is required: only what is sent for the first time needs a title.

    What a person holds, does and wants may be named by any alias, so ids are only proposed.
    """
    known = {
        "specialisation": ids["specialisation"],
        "level": ids["level"],
        "certificates": ids["certificates"],
        "work": ids["work"],
        "goals": ids["goals"],
        "competences": {
            each.id: f"{said(each.name)}\n\n{said(each.ask)}" for each in rulebook.competences
        },
    }
    return _object(ProfileSchema(), known)


def _object(schema: Schema, known: Mapping[str, Described]) -> Shape:
    return {
        "type": "object",
        "properties": {name: _field(name, field, known) for name, field in schema.fields.items()},
        "additionalProperties": False,
    }


def _field(name: str, field: fields.Field[Any], families: Mapping[str, Described]) -> Shape:
    known = families.get(name, {})
    about = {"description": str(field.metadata["description"])}
    limits = {key: field.metadata[key] for key in LIMITS if key in field.metadata}
    match field:
        case Part():
            shape = _object(field.schema, families)
        case Names():
            text = {"type": "string", "minLength": 1, "defaultSnippets": _proposed(known)}
            shape = {"type": "array", "items": text, **limits}
        case Ratings():
            rating = {"type": ["integer", "null"], "minimum": 1, "maximum": 5}
            shape = {
                "type": "object",
                "properties": {id: {"description": about, **rating} for id, about in known.items()},
                "additionalProperties": rating,
            }
        case fields.Decimal():
            shape = {"type": "number", **limits}
        case _:
            shape = {"type": "string", **limits}
            if known:
                shape["defaultSnippets"] = _proposed(known)
    return about | shape | {"type": [shape["type"], "null"]}


def _proposed(known: Described) -> list[Shape]:
    return [{"label": id, "description": about, "body": id} for id, about in known.items()]
