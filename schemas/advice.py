"""The shape of the answer to a profile, for the documentation and for whoever checks an answer."""

from marshmallow import fields

from schemas.answer_fields import (
    AnswerSchema,
    a_choice,
    a_flag,
    a_number,
    a_part,
    a_text,
    parts_of,
    texts_of,
)
from schemas.health import ServedRulebookSchema

OUTCOMES = ("recommend", "recommend_with_caution", "needs_more_data", "refer")
CONFIDENCES = ("high", "medium", "low")
TITLE_KINDS = ("pmo", "project-management", "adjacent", "outside", "unknown")
AMBITIONS = ("recognised", "not_recognised", "none")
SOURCES = ("given", "title", "rule", "assumed")
MOVES = ("deepen", "lateral", "widen", "up", "step-back", "entry")
ASK_KINDS = ("competence", "certificate", "work")
MESSAGE_KINDS = ("misconception", "ambition", "caution", "partnership")
IMPORT_FORMATS = ("jsonresume",)


class TitleReadingSchema(AnswerSchema):
    """How the title was understood."""

    given = a_text("The title as it was sent.")
    kind = a_choice("The profession that the title belongs to.", TITLE_KINDS)
    specialisation = a_text("The specialisation, where the title leaves one.", null=True)
    specialisations = texts_of("The id of a specialisation.", "Those that the title allows.")
    levels = texts_of("The id of a level.", "Lowest and highest level that the title allows.")
    ambiguous = a_flag("Whether the title may mean several things.")


class SourcesSchema(AnswerSchema):
    """Where the present place comes from."""

    specialisation = a_choice("Where the specialisation comes from.", SOURCES, null=True)
    level = a_choice("Where the level comes from.", SOURCES, null=True)


class ReadingSchema(AnswerSchema):
    """How the profile was understood."""

    title = a_part(TitleReadingSchema, "How the title was understood.")
    specialisation = a_text("The present specialisation; null is unknown.", null=True)
    level = a_text("The present level; null is unknown.", null=True)
    sources = a_part(SourcesSchema, "Where specialisation and level come from.")
    contradictory = a_flag("Whether what was sent contradicts itself.")
    certificates = texts_of("The id of a certificate.", "The certificates that were recognised.")
    unrecognised_certificates = texts_of("A certificate.", "As sent, those that were not.")
    work = texts_of("The id of a kind of work.", "The work that was recognised.")
    goals = texts_of("The id of a goal.", "What was sent as goals or found in the ambition.")
    ambition = a_choice("What became of the ambition; its text is dropped.", AMBITIONS)
    unknown_ = texts_of(
        "The id of an attribute.",
        "What could still be sent, in the order of the vocabulary.",
        key="unknown",
    )


class EvidenceSchema(AnswerSchema):
    """A condition of a rule that held."""

    condition = a_text("The condition as it stands in the rule.")
    value = fields.Raw(
        required=True,
        allow_none=True,
        metadata={"description": "What it saw: a number, text, truth value or list; or null."},
    )


class ReasonSchema(AnswerSchema):
    """A rule that counted."""

    rule = a_text("The id of the rule.")
    points = a_number("Its points; negative when it advises against.")
    text = a_text("The reason, for the person.")
    evidence = parts_of(EvidenceSchema, "The conditions that made the rule count.")


class AskSchema(AnswerSchema):
    """Something that the role asks."""

    kind = a_choice("What sort of thing it is.", ASK_KINDS)
    id = a_text("Its id.")
    text = a_text("What is asked, for the person.")
    known = a_flag("Whether it is known how the person stands on it.")


class GapSchema(AnswerSchema):
    """Something that the role asks and that is known to be missing."""

    kind = a_choice("What sort of thing it is.", ASK_KINDS)
    id = a_text("Its id.")
    text = a_text("What is asked, for the person.")
    have = fields.Raw(
        required=True,
        allow_none=True,
        metadata={"description": "The present rating (1-5); null for what is absent."},
    )
    need = fields.Raw(
        required=True,
        metadata={"description": "The rating (1-5) that is asked, or the id of what is asked."},
    )


class ActionSchema(AnswerSchema):
    """Something to do."""

    id = a_text("The id of the action.")
    kind = a_text("What sort of action it is, such as `rotation`.")
    text = a_text("What to do, for the person.")


class RecommendationSchema(AnswerSchema):
    """One growth step inside the PMO profession."""

    rank = a_number("1 is the first.", minimum=1, maximum=3)
    specialisation = a_text("The specialisation to grow in.")
    level = a_text("The level to grow to.")
    role = a_text("The id of the role at that place.")
    title = a_text("The title of the role.")
    description = a_text("What the role is about.")
    move = a_choice("What sort of step it is from the present place.", MOVES)
    score = a_number(
        "The sum of the points of its reasons. It orders this answer and says nothing about the "
        "person: do not show it as a mark.",
        minimum=1,
    )
    because = parts_of(ReasonSchema, "The reasons, each a rule.", minItems=1)
    asks = parts_of(AskSchema, "What the role asks, known or not.")
    gaps = parts_of(GapSchema, "What of that is known to be missing.")
    actions = parts_of(ActionSchema, "What to do about it.")


class MessageSchema(AnswerSchema):
    """Something the answer says to the person."""

    kind = a_choice("What sort of message it is.", MESSAGE_KINDS)
    rule = a_text("The id of the message rule, or the guardrail behind it (`guardrail-7`).")
    text = a_text("The message.")


class QuestionSchema(AnswerSchema):
    """Something that is unknown and could change the answer."""

    attribute = a_text("The id of the attribute that it is about.")
    text = a_text("The question, for the person.")


class UsedSchema(AnswerSchema):
    """Something that was taken from a document into the profile."""

    pointer = a_text("JSON pointer (RFC 6901) into the document.")
    field = a_text("The field of the profile, such as `experience.years_in_role`.")
    value = fields.Raw(
        required=True,
        metadata={"description": "What it became: a text, years, an id or an empty list."},
    )


class IgnoredSchema(AnswerSchema):
    """Something in a document that was not used, with all that stands below it."""

    pointer = a_text("JSON pointer (RFC 6901) into the document.")
    why = a_text("Why it was not used.")


class ImportSchema(AnswerSchema):
    """What became of a document that was sent instead of a profile."""

    format = a_choice("The format of the document.", IMPORT_FORMATS)
    used = parts_of(UsedSchema, "What was used.")
    ignored = parts_of(IgnoredSchema, "What was not, in the order of the document.")
    unknown_ = texts_of(
        "The name of a field.",
        "The fields of a profile that the document does not give.",
        key="unknown",
    )


class AdviceSchema(AnswerSchema):
    """The answer to a profile: advice to the person, not a decision about them."""

    decision_id = a_text("The id of the decision that was kept; null when none is.", null=True)
    rulebook = a_part(ServedRulebookSchema, "The rulebook behind this answer.")
    language = a_choice("The language of the texts.", ("nl", "en"))
    purpose = a_text("What this answer is for, to be shown with it.")
    outcome = a_choice("What the answer comes to.", OUTCOMES)
    confidence = a_choice("How much could change when more becomes known.", CONFIDENCES)
    reading = a_part(ReadingSchema, "How the profile was understood.")
    recommendations = parts_of(RecommendationSchema, "Growth steps, the first first.", maxItems=3)
    messages = parts_of(MessageSchema, "What must be said with it.")
    questions = parts_of(QuestionSchema, "What to ask next, the most useful first.", maxItems=5)
    advisor_contact = a_text("How to reach a career advisor; null unless needed.", null=True)
    import_ = fields.Nested(
        ImportSchema,
        data_key="import",
        metadata={"description": "Only there when a document was sent instead of a profile."},
    )
