"""The fields of answers: always there, and described for whoever reads them."""

from typing import Any

from marshmallow import EXCLUDE, Schema, fields


class AnswerSchema(Schema):
    """A part of an answer. More may be added to it in v1, nothing leaves it."""

    class Meta:
        unknown = EXCLUDE


def a_text(description: str, *, null: bool = False, **limits: Any) -> fields.String:
    return fields.String(
        required=True, allow_none=null, metadata={"description": description} | limits
    )


def a_choice(description: str, choices: tuple[str, ...], *, null: bool = False) -> fields.String:
    return a_text(description, null=null, enum=[*choices, *((None,) if null else ())])


def texts_of(entry: str, description: str, *, key: str | None = None) -> fields.List[Any]:
    return fields.List(
        fields.String(metadata={"description": entry}),
        required=True,
        data_key=key,
        metadata={"description": description},
    )


def a_number(description: str, **limits: Any) -> fields.Integer:
    return fields.Integer(required=True, metadata={"description": description} | limits)


def years_between(description: str, *, null: bool = False) -> fields.List[Any]:
    """A range of years: the fewest and the most."""
    return fields.List(
        fields.Float(metadata={"description": "A number of years."}),
        required=True,
        allow_none=null,
        metadata={"description": description, "minItems": 2, "maxItems": 2},
    )


def a_flag(description: str) -> fields.Boolean:
    return fields.Boolean(required=True, metadata={"description": description})


def a_part(schema: type[Schema], description: str) -> fields.Nested:
    return fields.Nested(schema, required=True, metadata={"description": description})


def parts_of(schema: type[Schema], description: str, **limits: Any) -> fields.List[Any]:
    return fields.List(
        fields.Nested(schema), required=True, metadata={"description": description} | limits
    )
