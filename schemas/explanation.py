"""The shape of an explanation: why, why not, and what it would take."""

from typing import Any

from marshmallow import fields

from schemas.advice import (
    CONFIDENCES,
    OUTCOMES,
    MessageSchema,
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
)
from schemas.answers import AnsweredQuestionSchema
from schemas.health import ServedRulebookSchema
from schemas.profile import LANGUAGES
from schemas.vocabulary import CHANGES

EXPLANATION_EXAMPLE: dict[str, Any] = {
    "language": "en",
    "profile": {
        "title": "PMO'er",
        "current": {"specialisation": "office", "level": "medior"},
        "competences": {"analytical": 4, "critical": 5, "quality-and-audit": 2},
        "ratings_by": "self",
        "work": ["raid-log"],
    },
    "target": "assurance-medior",
}

STATUSES = ("met", "not_met", "unknown")
POSITIONS = (
    "first",
    "recommended",
    "behind",
    "without_points",
    "ruled_out",
    "not_shown",
    "out_of_reach",
)
OBSTACLES = (
    "place_unknown",
    "entry_refused",
    "no_entry",
    "too_high",
    "lower",
    "no_move",
)
REACHES = ("first", "recommended", "possible")
RATERS = ("self", "manager", "assessment")


class NeedSchema(AnswerSchema):
    """What a rule needs: a condition, or a choice between several."""

    together = a_choice(
        "For several needs: whether one is enough or all must be met. Null for a condition.",
        ("any", "all"),
        null=True,
    )
    status = a_choice("Whether it is met; unknown never counts against anyone.", STATUSES)
    text = a_text("What is needed, as a sentence about the person.")
    condition = a_text("The condition as rule files write it; null for several.", null=True)
    attribute = a_text("The id of what it looks at; null for several.", null=True)
    value = fields.Raw(
        required=True,
        allow_none=True,
        metadata={"description": "What it saw: a number, text, truth value or list; or null."},
    )
    needs = fields.List(
        fields.Nested("NeedSchema"),
        required=True,
        metadata={"description": "The needs that belong together; empty for a condition."},
    )
    given_by = fields.List(
        fields.Nested("WeighedRuleSchema"),
        required=True,
        metadata={"description": "For a signal: the rules that can give it."},
    )


class WeighedRuleSchema(AnswerSchema):
    """A rule, and whether all of its needs are met."""

    rule = a_text("The id of the rule.")
    status = a_choice("Whether the rule holds.", STATUSES)
    text = a_text("What it says when it holds.")
    needs = parts_of(NeedSchema, "What it needs, all of it, in the order of the rule.")


class BearingSchema(WeighedRuleSchema):
    """A rule with points for or against a role."""

    points = a_number("Its points when it holds; negative when it advises against.")


class ExplainedRoleSchema(AnswerSchema):
    """A role that an explanation is about."""

    role = a_text("The id of the role.")
    specialisation = a_text("Its specialisation.")
    level = a_text("Its level.")
    title = a_text("Its title.")


class RivalSchema(ExplainedRoleSchema):
    """A role that came before."""

    score = a_number("Its points, which order this answer and say nothing about the person.")


class VerdictSchema(ExplainedRoleSchema):
    """How one role came out, and why."""

    position = a_choice("How it came out.", POSITIONS)
    obstacle = a_choice("Why it is out of reach; null where it is not.", OBSTACLES, null=True)
    rank = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "1 is the first; null for what has no points or is excluded."},
    )
    score = a_number("The sum of the points of the rules that counted.")
    text = texts_of("What is said of one thing.", "All of this in sentences, one thing at a time.")
    counted = parts_of(BearingSchema, "The rules that counted; their points add up to the score.")
    open = parts_of(BearingSchema, "The rules that could still count, when more is told.")
    ruled_out_by = parts_of(WeighedRuleSchema, "The rules that exclude it.")
    ahead = parts_of(RivalSchema, "What came before it, the first in front.")


class ChangeToMakeSchema(AnswerSchema):
    """One thing that the person can do."""

    kind = a_choice("What sort of thing it is.", CHANGES)
    id = a_text("The id of the goal, competence, work or certificate.")
    name = a_text("Its name.")
    text = a_text("What to do.")
    told = a_flag("Whether it is known that it is not so yet; else it may be enough to tell.")
    have = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The present rating of a competence, where it is known."},
    )
    to = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The rating to come to; null for what is no competence."},
    )
    cost = a_number("What it takes, by the vocabulary.", minimum=1)


class ChangeSetSchema(AnswerSchema):
    """Things to do that are enough together, and none of which can be left out."""

    cost = a_number("The sum of the costs.", minimum=0)
    text = a_text("What to do and what comes of it.")
    changes = parts_of(ChangeToMakeSchema, "The things to do; empty when it is so already.")


class SmallestChangeSchema(AnswerSchema):
    """The least that would have to change."""

    reach = a_choice(
        "How far the change brings the role: to the first place, among the recommended, or to "
        "what is a possible step. Null when nothing that the person can do brings it there.",
        REACHES,
        null=True,
    )
    proven = a_flag("Whether it is proven that nothing smaller does, or that nothing does.")
    text = a_text("The changes in sentences, or what is in the way.")
    alternatives = parts_of(ChangeSetSchema, "The cheapest first, three at most.", maxItems=3)


class AskedSchema(AnswerSchema):
    """What was asked about."""

    given = a_text("The role as it was sent.")
    role = a_text("The id of the role; null for a job in project management.", null=True)


class TargetSchema(VerdictSchema):
    """How the role that was asked about came out, and what it would take."""

    not_met = parts_of(BearingSchema, "The rules with points for or against it that do not hold.")
    excluding = parts_of(WeighedRuleSchema, "The rules that would exclude it and do not hold.")
    smallest_change = a_part(SmallestChangeSchema, "What it would take.")


class ExplanationSchema(AnswerSchema):
    """Why the advice is what it is."""

    rulebook = a_part(ServedRulebookSchema, "The rulebook behind this answer.")
    language = a_choice("The language of the texts.", LANGUAGES)
    purpose = a_text("What this answer is for, to be shown with it.")
    procedure = a_text("How advice is made, for whoever wants to know what was applied.")
    outcome = a_choice("What kind of answer the advice is.", OUTCOMES)
    confidence = a_choice("How far it would hold when more became known.", CONFIDENCES)
    reading = a_part(ReadingSchema, "How the profile was understood.")
    ratings_by = a_choice("Who gave the ratings, as sent.", RATERS, null=True)
    ratings = a_text("The same as a sentence, when anything here leans on ratings.", null=True)
    recommendations = parts_of(VerdictSchema, "Why each recommendation is one.", maxItems=3)
    ruled_out = parts_of(VerdictSchema, "What has points, and is excluded by a rule.")
    asked = fields.Nested(
        AskedSchema,
        required=True,
        allow_none=True,
        metadata={"description": "What was asked about; null when nothing was."},
    )
    target = fields.Nested(
        TargetSchema,
        required=True,
        allow_none=True,
        metadata={"description": "How that role came out; null when none was asked about."},
    )
    questions = parts_of(
        AnsweredQuestionSchema, "What is worth asking, with what each answer would change."
    )
    messages = parts_of(MessageSchema, "What must be said with it.")
    text = texts_of("A paragraph.", "The whole explanation, to be read aloud.")
    advisor_contact = a_text("Whom to talk to, when that is the advice.", null=True)
