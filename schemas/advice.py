"""The shape of the answer to a profile, for the documentation and for whoever checks an answer."""

from typing import Any

from marshmallow import EXCLUDE, Schema, fields

from schemas.health import ServedRulebookSchema

OUTCOMES = ("recommend", "recommend_with_caution", "needs_more_data", "refer")
CONFIDENCES = ("high", "medium", "low")
TITLE_KINDS = ("pmo", "project-management", "adjacent", "outside", "unknown")
AMBITIONS = ("recognised", "not_recognised", "none")
SOURCES = ("given", "title", "rule", "assumed")
MOVES = ("deepen", "lateral", "widen", "up", "step-back", "entry")
ASK_KINDS = ("competence", "certificate", "work")
MESSAGE_KINDS = ("misconception", "ambition", "caution", "partnership")


class AnswerSchema(Schema):
    """A part of the answer. More may be added to it in v1, nothing leaves it."""

    class Meta:
        unknown = EXCLUDE


def _text(description: str, *, null: bool = False, **limits: Any) -> fields.String:
    return fields.String(
        required=True, allow_none=null, metadata={"description": description} | limits
    )


def _choice(description: str, choices: tuple[str, ...], *, null: bool = False) -> fields.String:
    return _text(description, null=null, enum=[*choices, *((None,) if null else ())])


def _texts(entry: str, description: str, *, key: str | None = None) -> fields.List[Any]:
    return fields.List(
        fields.String(metadata={"description": entry}),
        required=True,
        data_key=key,
        metadata={"description": description},
    )


def _whole(description: str, **limits: Any) -> fields.Integer:
    return fields.Integer(required=True, metadata={"description": description} | limits)


def _flag(description: str) -> fields.Boolean:
    return fields.Boolean(required=True, metadata={"description": description})


def _part(schema: type[Schema], description: str) -> fields.Nested:
    return fields.Nested(schema, required=True, metadata={"description": description})


def _parts(schema: type[Schema], description: str, **limits: Any) -> fields.List[Any]:
    return fields.List(
        fields.Nested(schema), required=True, metadata={"description": description} | limits
    )


class TitleReadingSchema(AnswerSchema):
    """How the title was understood."""

    given = _text("The title as it was sent.")
    kind = _choice("The profession that the title belongs to.", TITLE_KINDS)
    specialisation = _text("The specialisation, where the title leaves one.", null=True)
    specialisations = _texts("The id of a specialisation.", "Those that the title allows.")
    levels = _texts("The id of a level.", "Lowest and highest level that the title allows.")
    ambiguous = _flag("Whether the title may mean several things.")


class SourcesSchema(AnswerSchema):
    """Where the present place comes from."""

    specialisation = _choice("Where the specialisation comes from.", SOURCES, null=True)
    level = _choice("Where the level comes from.", SOURCES, null=True)


class ReadingSchema(AnswerSchema):
    """How the profile was understood."""

    title = _part(TitleReadingSchema, "How the title was understood.")
    specialisation = _text("The present specialisation; null is unknown.", null=True)
    level = _text("The present level; null is unknown.", null=True)
    sources = _part(SourcesSchema, "Where specialisation and level come from.")
    contradictory = _flag("Whether what was sent contradicts itself.")
    certificates = _texts("The id of a certificate.", "The certificates that were recognised.")
    unrecognised_certificates = _texts("A certificate.", "As sent, those that were not.")
    work = _texts("The id of a kind of work.", "The work that was recognised.")
    goals = _texts("The id of a goal.", "What was sent as goals or found in the ambition.")
    ambition = _choice("What became of the ambition; its text is dropped.", AMBITIONS)
    unknown_ = _texts(
        "The id of an attribute.",
        "What could still be sent, in the order of the vocabulary.",
        key="unknown",
    )


class EvidenceSchema(AnswerSchema):
    """A condition of a rule that held."""

    condition = _text("The condition as it stands in the rule.")
    value = fields.Raw(
        required=True,
        allow_none=True,
        metadata={"description": "What it saw: a number, text, truth value or list; or null."},
    )


class ReasonSchema(AnswerSchema):
    """A rule that counted."""

    rule = _text("The id of the rule.")
    points = _whole("Its points; negative when it advises against.")
    text = _text("The reason, for the person.")
    evidence = _parts(EvidenceSchema, "The conditions that made the rule count.")


class AskSchema(AnswerSchema):
    """Something that the role asks."""

    kind = _choice("What sort of thing it is.", ASK_KINDS)
    id = _text("Its id.")
    text = _text("What is asked, for the person.")
    known = _flag("Whether it is known how the person stands on it.")


class GapSchema(AnswerSchema):
    """Something that the role asks and that is known to be missing."""

    kind = _choice("What sort of thing it is.", ASK_KINDS)
    id = _text("Its id.")
    text = _text("What is asked, for the person.")
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

    id = _text("The id of the action.")
    kind = _text("What sort of action it is, such as `rotation`.")
    text = _text("What to do, for the person.")


class RecommendationSchema(AnswerSchema):
    """One growth step inside the PMO profession."""

    rank = _whole("1 is the first.", minimum=1, maximum=3)
    specialisation = _text("The specialisation to grow in.")
    level = _text("The level to grow to.")
    role = _text("The id of the role at that place.")
    title = _text("The title of the role.")
    description = _text("What the role is about.")
    move = _choice("What sort of step it is from the present place.", MOVES)
    score = _whole(
        "The sum of the points of its reasons. It orders this answer and says nothing about the "
        "person: do not show it as a mark.",
        minimum=1,
    )
    because = _parts(ReasonSchema, "The reasons, each a rule.", minItems=1)
    asks = _parts(AskSchema, "What the role asks, known or not.")
    gaps = _parts(GapSchema, "What of that is known to be missing.")
    actions = _parts(ActionSchema, "What to do about it.")


class MessageSchema(AnswerSchema):
    """Something the answer says to the person."""

    kind = _choice("What sort of message it is.", MESSAGE_KINDS)
    rule = _text("The id of the message rule, or the guardrail behind it (`guardrail-7`).")
    text = _text("The message.")


class QuestionSchema(AnswerSchema):
    """Something that is unknown and could change the answer."""

    attribute = _text("The id of the attribute that it is about.")
    text = _text("The question, for the person.")


class AdviceSchema(AnswerSchema):
    """The answer to a profile: advice to the person, not a decision about them."""

    decision_id = _text("The id of the decision that was kept; null when none is.", null=True)
    rulebook = _part(ServedRulebookSchema, "The rulebook behind this answer.")
    language = _choice("The language of the texts.", ("nl", "en"))
    purpose = _text("What this answer is for, to be shown with it.")
    outcome = _choice("What the answer comes to.", OUTCOMES)
    confidence = _choice("How much could change when more becomes known.", CONFIDENCES)
    reading = _part(ReadingSchema, "How the profile was understood.")
    recommendations = _parts(RecommendationSchema, "Growth steps, the first first.", maxItems=3)
    messages = _parts(MessageSchema, "What must be said with it.")
    questions = _parts(QuestionSchema, "What to ask next, the most useful first.", maxItems=5)
    advisor_contact = _text("How to reach a career advisor; null unless needed.", null=True)
