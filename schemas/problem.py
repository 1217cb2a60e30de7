"""The shape of every error answer: problem details as RFC 9457 has them."""

from marshmallow import EXCLUDE, Schema, fields


class MistakeSchema(Schema):
    """One thing that is wrong in what was sent."""

    class Meta:
        unknown = EXCLUDE

    pointer = fields.String(
        required=True,
        metadata={
            "description": "JSON pointer (RFC 6901) into what was sent; empty is the whole of it.",
            "examples": ["/competences/analitical"],
        },
    )
    code = fields.String(
        required=True,
        metadata={
            "description": "Stable id of the kind of mistake; all are in the documentation.",
            "examples": ["unknown_competence"],
        },
    )
    message = fields.String(
        required=True,
        metadata={"description": "What is wrong and what to send instead, in English."},
    )


class ProblemSchema(Schema):
    """Why a request was not answered."""

    class Meta:
        unknown = EXCLUDE

    type = fields.String(
        required=True,
        metadata={
            "format": "uri-reference",
            "description": "The documentation page of this kind of problem; its stable id.",
            "examples": ["/docs/problems/profile-refused"],
        },
    )
    title = fields.String(
        required=True, metadata={"description": "The kind of problem, always in the same words."}
    )
    status = fields.Integer(
        required=True,
        metadata={"minimum": 400, "maximum": 599, "description": "The HTTP status, once more."},
    )
    detail = fields.String(
        required=True, metadata={"description": "What is wrong this time and how to mend it."}
    )
    errors = fields.List(
        fields.Nested(MistakeSchema),
        required=True,
        metadata={
            "description": "Every mistake in what was sent, in its order, at most 100; empty when "
            "the problem lies elsewhere."
        },
    )
