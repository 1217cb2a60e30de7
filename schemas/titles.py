"""The shape of how a title is read, and why so."""

from marshmallow import fields

from schemas.advice import TITLE_KINDS
from schemas.answer_fields import AnswerSchema, a_choice, a_flag, a_text, parts_of, texts_of


class RecognisedNameSchema(AnswerSchema):
    """A name that was recognised in a title."""

    id = a_text("The id of the title that has this name.")
    name = a_text("The first of its names.")
    seniority = texts_of("Seniority words.", "The words around it that say which level it is.")


class UsualPlaceSchema(AnswerSchema):
    """The common reading; null where there is none."""

    specialisation = a_text("The usual specialisation.", null=True)
    level = a_text("The usual level.", null=True)


class TitleSchema(AnswerSchema):
    """How a title is read."""

    given = a_text("The title as it was sent.")
    recognised = a_flag("Whether it is known. What is not known is not guessed at.")
    kind = a_choice("The profession that it belongs to.", TITLE_KINDS)
    kinds = texts_of("A profession.", "The professions that it may belong to.")
    form = a_choice(
        "Whether it names a job or a unit; null is unknown.", ("job", "unit"), null=True
    )
    profession = a_text(
        "The id of the profession next to PMO; null where it names none or several.", null=True
    )
    specialisations = texts_of("The id of a specialisation.", "Those that it allows.")
    levels = texts_of("The id of a level.", "Those that it allows, from low to high.")
    usually = fields.Nested(
        UsualPlaceSchema,
        required=True,
        metadata={"description": "The reading that is clearly the common one."},
    )
    ambiguous = a_flag("Whether it may mean several things.")
    names = parts_of(RecognisedNameSchema, "The names in it that count.")
    left_out = texts_of("Some words.", "What was left out, such as a place.")
    around = texts_of(
        "Some words.",
        "What stands around the title and is no part of it, such as hours or `interim`.",
    )
    why = texts_of("A sentence.", "Why it is read so.")
    suggestions = texts_of(
        "A known title.", "What looks most like it, the nearest first; only when it is not known."
    )


TITLE_EXAMPLE = {
    "given": "Senior PMO'er bij de gemeente Utrecht",
    "recognised": True,
    "kind": "pmo",
    "kinds": ["pmo"],
    "form": "job",
    "profession": None,
    "specialisations": ["office", "governance"],
    "levels": ["senior"],
    "usually": {"specialisation": None, "level": None},
    "ambiguous": True,
    "names": [{"id": "pmo-er", "name": "PMO'er", "seniority": ["senior"]}],
    "left_out": ["gemeente utrecht"],
    "around": [],
    "why": ["It is read as ‘PMO'er’."],
    "suggestions": [],
}
