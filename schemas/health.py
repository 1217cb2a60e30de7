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


class RuleMistakeSchema(Schema):
    """One mistake in a rule file."""

    class Meta:
        unknown = EXCLUDE

    file = fields.String(
        required=True, metadata={"description": "The file, seen from the rule directory."}
    )
    line = fields.Integer(required=True, metadata={"description": "The line, from 1."})
    column = fields.Integer(required=True, metadata={"description": "The column, from 1."})
    code = fields.String(required=True, metadata={"description": "The kind of mistake; stable."})
    message = fields.String(required=True, metadata={"description": "What is wrong."})
    hint = fields.String(required=True, metadata={"description": "What to write instead."})


class RejectedSchema(Schema):
    """Changed rules that are not served, because something is wrong with them."""

    class Meta:
        unknown = EXCLUDE

    since = fields.DateTime(
        required=True, format="iso", metadata={"description": "When they were tried."}
    )
    reason = fields.String(required=True, metadata={"description": "Why they are not served."})
    errors = fields.List(
        fields.Nested(RuleMistakeSchema),
        required=True,
        metadata={"description": "The first ten mistakes; `vakpad check` tells all of them."},
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
    rejected = fields.Nested(
        RejectedSchema,
        required=True,
        allow_none=True,
        metadata={
            "description": "Why the rules as they are now are not what is served; null when they "
            "are. Advice then goes on by the rules from before."
        },
    )
