"""The shape of a roadmap: the steps from where someone stands to a role."""

from marshmallow import fields

from schemas.advice import (
    MOVES,
    ActionSchema,
    AskSchema,
    GapSchema,
    MessageSchema,
    QuestionSchema,
    ReadingSchema,
)
from schemas.answer_fields import (
    AnswerSchema,
    a_choice,
    a_flag,
    a_number,
    a_part,
    a_text,
    parts_of,
    texts_of,
    years_between,
)
from schemas.health import ServedRulebookSchema
from schemas.profile import LANGUAGES

ROADMAP_EXAMPLE = {
    "language": "en",
    "profile": {
        "title": "PMO'er",
        "current": {"specialisation": "office", "level": "medior"},
        "competences": {"reporting": 4, "planning-and-scheduling": 3},
        "ratings_by": "self",
        "certificates": ["P3O Foundation"],
        "work": ["portfolio-report", "raid-log"],
    },
    "target": "governance-senior",
}

FOUND = (
    "roadmap",
    "already_there",
    "place_unknown",
    "entry_unknown",
    "entry_not_wanted",
    "wish_not_stated",
    "talk_first",
    "other_profession",
    "step_back_not_asked",
    "no_way",
    "stopped",
)
VERDICTS = ("advised", "not_advised", "ruled_out")


class RolePlaceSchema(AnswerSchema):
    """A role and where it stands."""

    role = a_text("The id of the role.")
    specialisation = a_text("The id of its specialisation.")
    level = a_text("The id of its level.")
    title = a_text("Its title.")


class AimedAtSchema(AnswerSchema):
    """What was asked for."""

    given = a_text("As it was sent.")
    role = fields.Nested(
        RolePlaceSchema,
        required=True,
        allow_none=True,
        metadata={"description": "The role; null when it is work in project management."},
    )


class StepTimeSchema(AnswerSchema):
    """How long it usually takes. Indicative: nothing is decided by it."""

    years = years_between("The fewest and the most calendar years.")
    text = a_text("The same in words.")
    source = a_text("Who says so. Show it with the years.")


class AllowedBySchema(AnswerSchema):
    """The move in the rulebook that allows a step."""

    move = a_text("Its id.")
    about = a_text("What it is about.")


class RulingOutSchema(AnswerSchema):
    """A rule that excludes a step."""

    rule = a_text("The id of the rule.")
    text = a_text("Why.")


class TodaySchema(AnswerSchema):
    """What the rules say of a step, with what is known now."""

    verdict = a_choice("In one word.", VERDICTS)
    text = a_text("In a sentence.")
    ruled_out_by = parts_of(RulingOutSchema, "The rules that exclude it.")


class RoadmapStepSchema(RolePlaceSchema):
    """A step, of one level at most."""

    number = a_number("Its number, from 1.", minimum=1)
    origin = a_text("The id of the role that it starts from; null outside PMO.", null=True)
    description = a_text("What one does in the role.")
    move = a_choice("What sort of step it is.", MOVES)
    allowed_by = a_part(AllowedBySchema, "The move that allows it.")
    today = fields.Nested(
        TodaySchema,
        required=True,
        allow_none=True,
        metadata={
            "description": "What the rules say of it now; null for every step but the first, "
            "because of those they can only say something when the person is there."
        },
    )
    text = a_text("The step in sentences, to be read aloud; without actions and time.")
    asks = parts_of(AskSchema, "What the role asks that no role before it on the way asked.")
    gaps = parts_of(GapSchema, "What of that is known to be missing; never what is unknown.")
    actions = parts_of(ActionSchema, "What the person can do for it.")
    time = fields.Nested(
        StepTimeSchema,
        required=True,
        allow_none=True,
        metadata={"description": "How long it usually takes; null where nobody knows."},
    )


class WaySchema(AnswerSchema):
    """A whole way to the role."""

    text = a_text("What an alternative adds; null for the roadmap itself.", null=True)
    through = texts_of(
        "The id of a specialisation.", "The specialisation that an alternative passes in addition."
    )
    time = fields.Nested(
        StepTimeSchema,
        required=True,
        allow_none=True,
        metadata={
            "description": "How long all steps usually take together; null where that of one is "
            "not known."
        },
    )
    steps = parts_of(RoadmapStepSchema, "The steps in their order. The last leads to the role.")


class RoadmapSchema(AnswerSchema):
    """The way from where a person stands now to a role inside PMO. Advice, not a decision."""

    rulebook = a_part(ServedRulebookSchema, "The rulebook behind this answer.")
    language = a_choice("The language of the texts.", LANGUAGES)
    purpose = a_text("What this answer is for, to be shown with it.")
    outcome = a_choice(
        "What came of looking: `roadmap`, or why there is none (`already_there` has one step, to "
        "go deeper).",
        FOUND,
    )
    text = a_text("The outcome in sentences: where it starts and how it was chosen, or why not.")
    start = fields.Nested(
        RolePlaceSchema,
        required=True,
        allow_none=True,
        metadata={"description": "The present role; null outside PMO and where it is unknown."},
    )
    target = a_part(AimedAtSchema, "What was asked for.")
    roadmap = fields.Nested(
        WaySchema,
        required=True,
        allow_none=True,
        metadata={"description": "The way with the fewest steps; null when there is none."},
    )
    alternatives = parts_of(
        WaySchema, "Other ways, each with something of its own; none is better.", maxItems=2
    )
    complete = a_flag("Whether all other ways were looked at; false when there were too many.")
    messages = parts_of(MessageSchema, "What must be said with it.")
    questions = parts_of(QuestionSchema, "What would make it possible or more certain.")
    reading = a_part(ReadingSchema, "How the profile was understood.")
    advisor_contact = a_text("Where to find a career advisor, when that fits.", null=True)
