"""The shapes of the answers that say whether the service lives and is ready."""

from marshmallow import EXCLUDE, Schema, fields


class AliveSchema(Schema):
    """The process answers."""

    class Meta:
        unknown = EXCLUDE

    status = fields.String(
        required=True, metadata={"description": "Always `alive`.", "enum": ["alive"]}
    )


class ServedRulebookSchema(Schema):
    """The rulebook behind an answer."""

    class Meta:
        unknown = EXCLUDE

    release = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "The release that it was approved as; null without releases."},
    )
    digest = fields.String(
        required=True,
        metadata={
            "description": "SHA-256 of the meaning of all rule files, whatever their layout.",
            "pattern": "^sha256:[0-9a-f]{64}$",
        },
    )


class ReadySchema(Schema):
    """The service can give advice."""

    class Meta:
        unknown = EXCLUDE

    status = fields.String(
        required=True, metadata={"description": "Always `ready`.", "enum": ["ready"]}
    )
    rulebook = fields.Nested(
        ServedRulebookSchema, required=True, metadata={"description": "What is being served."}
    )
