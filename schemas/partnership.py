"""The shape of a duo as it is sent, and of what is said to the two."""

from schemas.advice import EvidenceSchema, MessageSchema, ReadingSchema
from schemas.answer_fields import (
    AnswerSchema,
    a_choice,
    a_number,
    a_part,
    a_text,
    parts_of,
)
from schemas.health import ServedRulebookSchema
from schemas.profile import LANGUAGES, ProfileSchema
from schemas.profile_fields import Choice, RequiredPart, SentSchema
from schemas.rule_files import TIPS

DUO_EXAMPLE = {
    "language": "en",
    "pmo": {
        "title": "Senior PMO'er",
        "current": {"specialisation": "office", "level": "senior"},
        "competences": {"critical": 5, "thorough": 4, "realistic": 4},
        "work": ["decision-preparation", "raid-log"],
    },
    "project_manager": {
        "title": "Project manager",
        "competences": {
            "ambitious": 5,
            "broad-minded": 4,
            "critical": 3,
            "thorough": 2,
            "pragmatic": 4,
        },
    },
}


class DuoSchema(SentSchema):
    """A PMO'er and a project manager who work together, or are going to."""

    language = Choice(
        LANGUAGES,
        metadata={
            "description": "The language of the texts in the answer; a language inside a profile "
            "says nothing here. Without it `Accept-Language` decides, and without that Dutch."
        },
    )
    pmo = RequiredPart(
        ProfileSchema,
        missing="`pmo` is missing. Send the profile of the PMO'er in it.",
        metadata={"description": "The profile of the PMO'er."},
    )
    project_manager = RequiredPart(
        ProfileSchema,
        missing="`project_manager` is missing. Send the profile of the project manager in it.",
        metadata={"description": "The profile of the project manager."},
    )


class PairingReasonSchema(AnswerSchema):
    """A rule that holds for these two."""

    rule = a_text("The id of the rule.")
    text = a_text("What it says, to both of them.")
    evidence = parts_of(
        EvidenceSchema, "The conditions that made it hold. Show a value to that person only."
    )


class FittedTipSchema(AnswerSchema):
    """One of the five tips. The tip is for every duo, its reasons are for this one."""

    tip = a_number("The number of the tip.", minimum=1, maximum=5)
    id = a_choice("The id of the tip.", TIPS)
    text_for_pmo = a_text("The tip as the PMO'er reads it.")
    text_for_project_manager = a_text("The tip as the project manager reads it.")
    because = parts_of(PairingReasonSchema, "Why it fits these two; empty when little is known.")


class DuoReadingsSchema(AnswerSchema):
    """How the two profiles were understood."""

    pmo = a_part(ReadingSchema, "The profile of the PMO'er.")
    project_manager = a_part(ReadingSchema, "The profile of the project manager.")


class PartnershipSchema(AnswerSchema):
    """What is said to a duo: advice to two people, without a score and without a decision."""

    rulebook = a_part(ServedRulebookSchema, "The rulebook behind this answer.")
    language = a_choice("The language of the texts.", LANGUAGES)
    purpose = a_text("What this answer is for, to be shown with it.")
    completes = parts_of(PairingReasonSchema, "Where they complete each other.")
    tensions = parts_of(PairingReasonSchema, "Where tension is likely, and what to agree on.")
    tips = parts_of(FittedTipSchema, "The five tips, in their order.", minItems=5, maxItems=5)
    messages = parts_of(MessageSchema, "What must be said with it.")
    readings = a_part(DuoReadingsSchema, "How the two profiles were understood.")
