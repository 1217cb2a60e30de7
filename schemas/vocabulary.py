"""The shape of the vocabulary: the words in which rules and profiles are written."""

from marshmallow import fields

from schemas.answer_fields import (
    AnswerSchema,
    a_choice,
    a_number,
    a_text,
    parts_of,
    texts_of,
    years_between,
)
from schemas.rulebook import NamedSchema

CHANGES = ("goal", "competence", "work", "certificate")
ATTRIBUTE_TYPES = ("choice", "scale", "rating", "years", "members", "flag", "measure")


class PointsSchema(AnswerSchema):
    """A number of points that has a name."""

    name = a_text("What it is called in rule files.")
    points = a_number("How many points it is.", minimum=1)


class CostSchema(AnswerSchema):
    """How much one kind of change takes, beside the others."""

    change = a_choice("What is changed.", CHANGES)
    cost = a_number("What it costs; of a competence for each step.", minimum=1)


class RatingSchema(AnswerSchema):
    """What a rating means."""

    value = a_number("The rating.", minimum=1, maximum=5)
    meaning = a_text("What it means, in the words of who rates themselves.")


class CompetenceSchema(AnswerSchema):
    """A competence that can be rated."""

    id = a_text("Its id.")
    kind = a_choice(
        "A trait gives points and questions and is never asked by a role.", ("trait", "functional")
    )
    name = a_text("Its name.")
    aliases = texts_of("A name, Dutch or English.", "Other names that a profile may use.")
    question = a_text("The question to ask for a rating.")


class MeasureSchema(AnswerSchema):
    """A count over ratings."""

    id = a_text("Its id.")
    kind = a_choice("The mean of the ratings, or how many of them are high.", ("mean", "number"))
    about = a_text("What it measures.")
    competences = texts_of("The id of a competence.", "The competences that it is taken over.")
    at_least = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The rating from which one counts as high; null for a mean."},
    )


class AttributeSchema(AnswerSchema):
    """Something that rules can look at."""

    id = a_text("Its id, as it stands in answers.")
    words = a_text("What it is called in rule files.")
    type = a_choice("What sort of value it has.", ATTRIBUTE_TYPES)
    values = texts_of("An id.", "The values that it can have; empty where these are numbers.")
    question = a_text("The question that it is asked with; null when it is not asked.", null=True)


class StepUpSchema(AnswerSchema):
    """How long a step up usually takes."""

    level = a_text("The id of the level that it leads to.")
    years = years_between("The fewest and the most calendar years.")


class StepTimesSchema(AnswerSchema):
    """How long steps usually take. Indicative: no rule looks at it."""

    source = a_text("Who says so.")
    up = parts_of(StepUpSchema, "A step up, by the level that it leads to.")
    lateral = years_between("A step to another specialisation; null when not known.", null=True)
    entry = years_between("A step into PMO from outside; null when not known.", null=True)
    step_back = years_between("A step to a lower level; null when not known.", null=True)


class VocabularySchema(AnswerSchema):
    """The words of the rulebook."""

    specialisations = parts_of(NamedSchema, "The specialisations, in their order.")
    levels = parts_of(NamedSchema, "The levels, from low to high.")
    professions = parts_of(NamedSchema, "The professions next to PMO that a title may belong to.")
    points = parts_of(PointsSchema, "The points that have a name, from few to many.")
    costs = parts_of(CostSchema, "What changes cost, for telling the smallest one.")
    ratings = parts_of(RatingSchema, "What each rating means.")
    competences = parts_of(CompetenceSchema, "The competences.")
    measures = parts_of(MeasureSchema, "The measures.")
    attributes = parts_of(AttributeSchema, "Everything that rules can look at.")
    step_times = fields.Nested(
        StepTimesSchema,
        required=True,
        allow_none=True,
        metadata={"description": "How long steps usually take; null when the rulebook says none."},
    )


VOCABULARY_EXAMPLE = {
    "specialisations": [{"id": "office", "name": "Office"}],
    "levels": [{"id": "medior", "name": "Mid-level"}],
    "professions": [{"id": "auditing", "name": "auditing"}],
    "points": [{"name": "hint", "points": 10}],
    "costs": [{"change": "competence", "cost": 2}],
    "ratings": [{"value": 3, "meaning": "I do this on my own in everyday situations."}],
    "competences": [
        {
            "id": "analytical",
            "kind": "trait",
            "name": "analytical",
            "aliases": ["analytisch vermogen", "analytical thinking"],
            "question": "When figures do not add up, how well do you manage to find the cause?",
        }
    ],
    "measures": [
        {
            "id": "review-strengths",
            "kind": "number",
            "about": "How many of the traits that make for a sharp review are rated 4 or higher.",
            "competences": ["analytical", "critical"],
            "at_least": 4,
        }
    ],
    "attributes": [
        {
            "id": "years.in_pmo",
            "words": "years in pmo",
            "type": "years",
            "values": [],
            "question": "How many years have you worked in PMO in total?",
        }
    ],
    "step_times": {
        "source": "This is an estimate by peers, because no authoritative source exists.",
        "up": [{"level": "medior", "years": [1.0, 3.0]}],
        "lateral": [1.0, 3.0],
        "entry": [0.5, 1.0],
        "step_back": None,
    },
}
