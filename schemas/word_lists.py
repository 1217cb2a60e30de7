"""The shapes of what a person can choose from: goals, certificates and kinds of work."""

from marshmallow import fields

from schemas.answer_fields import AnswerSchema, a_choice, a_text, parts_of, texts_of

_ALIASES = "Other names that a profile may use."


class GoalSchema(AnswerSchema):
    """Something that people say they want."""

    id = a_text("Its id.")
    name = a_text("Its name.")
    toward = a_choice(
        "The profession that it points to; null where it points to none.",
        ("pmo", "project-management"),
        null=True,
    )
    aliases = texts_of("A name, Dutch or English.", _ALIASES)


class CertificateSchema(AnswerSchema):
    """A certificate that is recognised."""

    id = a_text("Its id.")
    name = a_text("Its name, the same in every language.")
    aliases = texts_of("A name.", _ALIASES)
    valid_years = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "How many years it stays valid; null where it does not lapse."},
    )


class WorkSchema(AnswerSchema):
    """A kind of work."""

    id = a_text("Its id.")
    name = a_text("Its name.")
    specialisations = texts_of("The id of a specialisation.", "Where it belongs: one or two.")
    aliases = texts_of("A name, Dutch or English.", _ALIASES)


class GoalsSchema(AnswerSchema):
    """The goals."""

    items = parts_of(GoalSchema, "The goals, in the order in which they are offered.")


class CertificatesSchema(AnswerSchema):
    """The certificates."""

    items = parts_of(CertificateSchema, "The certificates.")


class WorkListSchema(AnswerSchema):
    """The kinds of work."""

    items = parts_of(WorkSchema, "The kinds of work.")


GOALS_EXAMPLE = {
    "items": [
        {
            "id": "come-to-pmo",
            "name": "come to PMO",
            "toward": "pmo",
            "aliases": ["switch to PMO"],
        }
    ]
}
CERTIFICATES_EXAMPLE = {
    "items": [
        {"id": "p3o-foundation", "name": "P3O Foundation", "aliases": ["P3O-F"], "valid_years": 3}
    ]
}
WORK_EXAMPLE = {
    "items": [
        {
            "id": "portfolio-report",
            "name": "portfolio reporting",
            "specialisations": ["governance"],
            "aliases": ["portfoliorapport"],
        }
    ]
}
