"""The shape of a question with what each answer to it would change."""

from marshmallow import fields

from schemas.advice import CONFIDENCES, OUTCOMES
from schemas.answer_fields import AnswerSchema, a_choice, a_flag, a_text, parts_of


class PossibleAnswersSchema(AnswerSchema):
    """Answers that all change the same."""

    values = fields.List(
        fields.Raw(
            metadata={
                "description": "As a profile would have it: a rating, the id of a choice, or a "
                "list with one id or none. Of years the span `from` and `to`, both included."
            }
        ),
        required=True,
        metadata={"description": "The answers.", "minItems": 1},
    )
    text = a_text("What they would change, or that they change nothing, for the person.")
    first = a_text("The id of the role that would be first; null is none.", null=True)
    outcome = a_choice("What the advice would come to.", OUTCOMES)
    confidence = a_choice(
        "How much could still change then; null for a list, of which one is tried at a time.",
        CONFIDENCES,
        null=True,
    )
    changes = a_flag("Whether the first recommendation or the outcome would be another than now.")


class AnsweredQuestionSchema(AnswerSchema):
    """A question, with what each answer to it would change."""

    attribute = a_text("The id of the attribute that it is about.")
    text = a_text("The question, for the person.")
    note = a_text("What to say with the answers; null is nothing.", null=True)
    answers = parts_of(
        PossibleAnswersSchema,
        "Every answer once, those together that change the same; of a list one at a time.",
        minItems=1,
    )
