"""The shape of a profile with variations on it as it is sent, and of what they would change."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, missing

from schemas.advice import (
    ASK_KINDS,
    CONFIDENCES,
    MOVES,
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
from schemas.faults import Fault, described, faults_of, faulty, shown
from schemas.health import ServedRulebookSchema
from schemas.profile import LANGUAGES, ProfileSchema
from schemas.profile_fields import Choice, KeptName, RequiredName, RequiredPart, SentSchema

MOST_VARIATIONS = 20
NAME_OF_VARIATION_LONGEST = 100
STATES = ("recommended", "outranked", "without_points", "ruled_out", "out_of_reach", "withheld")
GAP_CHANGES = ("closed", "new", "changed", "unknown")

WHAT_IF_EXAMPLE = {
    "language": "en",
    "profile": {
        "title": "PMO officer",
        "current": {"specialisation": "office", "level": "medior"},
        "competences": {"analytical": 3, "planning-and-scheduling": 3},
        "certificates": ["P3O Foundation"],
        "goals": ["deepen"],
    },
    "variations": [
        {"name": "reporting on the portfolio", "change": {"work": ["portfolio-report"]}},
        {
            "name": "planning at 4, and another wish",
            "change": {"competences": {"planning-and-scheduling": 4}, "goals": ["grow-a-level"]},
        },
    ],
}


class ChangeSchema(ProfileSchema):
    """A profile with only what differs, in the meaning of JSON merge patch (RFC 7396).

    What is left out stays; null means not sent; an object is merged and a list replaced. `subject`
    and `language` say nothing here.
    """

    title: fields.Field[str] = KeptName(
        needed="`title` is null here, and nobody can be advised without one. Leave it out to keep "
        "the title, or send another.",
        metadata={"description": "Another title. Left out, the title stays."},
    )


class NameOfVariation(RequiredName):
    """A short name. Spaces around it are dropped, and count: nobody sends them on purpose."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if isinstance(value, str) and len(value) > self.longest:
            message = f"`{attr}` has {len(value):,} characters. Send at most {self.longest}."
            raise faulty(Fault("too_long", message))
        return super()._deserialize(value, attr, data, **kwargs)


class VariationSchema(SentSchema):
    """A profile that differs a little, under a name of its own."""

    name: fields.Field[str] = NameOfVariation(
        missing="`name` is missing. Send a short name for this variation.",
        longest=NAME_OF_VARIATION_LONGEST,
        metadata={"description": "What to call this variation; no two have the same name."},
    )
    change = RequiredPart(
        ChangeSchema,
        missing="`change` is missing. Send what differs from the profile in it.",
        metadata={"description": "What differs from the profile."},
    )


class Variations(fields.List[Any]):
    """A list of variations, each with a name of its own.

    The valid data of an error has what could be read of each, so that its words can be checked.
    """

    def __init__(self, *, missing: str, metadata: dict[str, Any]) -> None:
        self.variation = VariationSchema()
        self.missing = missing
        limits = {"minItems": 1, "maxItems": MOST_VARIATIONS}
        super().__init__(
            fields.Nested(VariationSchema),
            required=True,
            allow_none=False,
            metadata=metadata | limits,
        )

    def _validate_missing(self, value: Any) -> None:
        if value is missing or value is None:
            raise faulty(Fault("required", self.missing))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        self._check_list(value, attr)
        faults: list[Fault] = []
        loaded: list[Any] = []
        for place, each in enumerate(value):
            try:
                loaded.append(self._loaded(each))
            except ValidationError as error:
                faults += faults_of(error, place)
                loaded.append(error.valid_data if isinstance(error.valid_data, dict) else {})
        faults += _same_names(loaded)
        if faults:
            raise ValidationError(list[Any](faults), valid_data=loaded)
        return loaded

    def _check_list(self, value: Any, attr: str | None) -> None:
        if not isinstance(value, list):
            message = f"`{attr}` is {described(value)}. Send a list of variations."
            raise faulty(Fault("wrong_type", message))
        if not value:
            raise faulty(Fault("too_few", f"`{attr}` is empty. {self.missing_advice}"))
        if len(value) > MOST_VARIATIONS:
            message = f"`{attr}` has {len(value):,} entries. Send at most {MOST_VARIATIONS}."
            raise faulty(Fault("too_many", message))

    @property
    def missing_advice(self) -> str:
        return self.missing.partition("is missing. ")[2]

    def _loaded(self, sent: Any) -> Any:
        if not isinstance(sent, Mapping):
            message = f"Here an object is expected: `{{...}}`, not {described(sent)}."
            raise faulty(Fault("not_an_object", message))
        return self.variation.load(sent)


def _same_names(loaded: list[Any]) -> list[Fault]:
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for place, each in enumerate(loaded):
        name = each.get("name")
        if name in places:
            message = (
                f"{shown(name)} is the name of variation {places[name] + 1} too. Give each "
                "variation a name of its own."
            )
            faults.append(Fault("same_name", message, (place, "name")))
        elif name is not None:
            places[name] = place
    return faults


class WhatIfSchema(SentSchema):
    """A profile, and variations on it."""

    language = Choice(
        LANGUAGES,
        metadata={
            "description": "The language of the texts in the answer. Without it that of the "
            "profile, then `Accept-Language` decides, and without that Dutch."
        },
    )
    profile = RequiredPart(
        ProfileSchema,
        missing="`profile` is missing. Send the profile of the person in it.",
        metadata={"description": "The profile of the person, as it is."},
    )
    variations = Variations(
        missing='`variations` is missing. Send at least one: `{"name": "...", "change": {...}}`.',
        metadata={"description": "What could be different. If one is wrong, none is answered."},
    )


class StepInBriefSchema(AnswerSchema):
    """A growth step, in brief."""

    rank = a_number("1 is the first.", minimum=1, maximum=3)
    specialisation = a_text("The specialisation to grow in.")
    level = a_text("The level to grow to.")
    role = a_text("The id of the role at that place.")
    title = a_text("The title of the role.")
    move = a_choice("What sort of step it is from the present place.", MOVES)
    score = a_number(
        "The sum of the points of its reasons. It orders the steps of one answer and is no mark "
        "of a person.",
        minimum=1,
    )


class AdviceInBriefSchema(AnswerSchema):
    """The advice for the profile as it is, in brief."""

    outcome = a_choice("What the advice comes to.", OUTCOMES)
    confidence = a_choice("How much could change when more becomes known.", CONFIDENCES)
    reading = a_part(ReadingSchema, "How the profile was understood.")
    recommendations = parts_of(StepInBriefSchema, "Growth steps, the first first.", maxItems=3)
    messages = parts_of(MessageSchema, "What must be said with it.")


class OutcomeChangeSchema(AnswerSchema):
    """The outcome without and with the change."""

    before = a_choice("Without the change.", OUTCOMES)
    after = a_choice("With it.", OUTCOMES)


class ConfidenceChangeSchema(AnswerSchema):
    """The confidence without and with the change."""

    before = a_choice("Without the change.", CONFIDENCES)
    after = a_choice("With it.", CONFIDENCES)


class PresentPlaceSchema(AnswerSchema):
    """Where the person stands."""

    specialisation = a_text("The present specialisation; null is unknown.", null=True)
    level = a_text("The present level; null is unknown.", null=True)


class PlaceChangeSchema(AnswerSchema):
    """The present place without and with the change."""

    before = a_part(PresentPlaceSchema, "Without the change.")
    after = a_part(PresentPlaceSchema, "With it.")


class GoalsChangeSchema(AnswerSchema):
    """What came and what went."""

    new = texts_of("An id.", "What was not there before.")
    gone = texts_of("An id.", "What is not there any more.")


class MessagesChangeSchema(AnswerSchema):
    """What is said now and was not, and the other way round."""

    new = parts_of(MessageSchema, "What was not said before.")
    gone = parts_of(MessageSchema, "What is not said any more.")


class TargetStandSchema(AnswerSchema):
    """How a step comes out."""

    state = a_choice(
        "Whether it is recommended, or why not: three others have more points, it has none above "
        "zero, a rule rules it out, it cannot be reached from the present place, or no step is "
        "shown because a talk comes first.",
        STATES,
    )
    rank = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "1 is the first; null when it is not recommended."},
    )
    score = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The sum of the points; null when it cannot be reached."},
    )


class CountedReasonSchema(AnswerSchema):
    """A rule that counts for or against a step."""

    rule = a_text("The id of the rule.")
    points = a_number("Its points; negative when it advises against.")
    text = a_text("The reason, for the person.")


class GapChangeSchema(AnswerSchema):
    """Something that the role asks, and that is missing without the change or with it."""

    change = a_choice(
        "Closed: no longer missing. New: found to be missing. Changed: another rating, still too "
        "low. Unknown: it is not known any more.",
        GAP_CHANGES,
    )
    kind = a_choice("What sort of thing it is.", ASK_KINDS)
    id = a_text("Its id.")
    text = a_text("What is asked, for the person.")
    need = fields.Raw(
        required=True,
        metadata={"description": "The rating (1-5) that is asked, or the id of what is asked."},
    )
    have_before = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The rating (1-5) without the change; null for none."},
    )
    have_after = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The rating (1-5) with it; null for none."},
    )


class TargetDifferenceSchema(AnswerSchema):
    """A step that is recommended without the change or with it."""

    specialisation = a_text("The specialisation to grow in.")
    level = a_text("The level to grow to.")
    role = a_text("The id of the role at that place.")
    title = a_text("The title of the role.")
    before = a_part(TargetStandSchema, "Without the change.")
    after = a_part(TargetStandSchema, "With it.")
    reasons_gained = parts_of(CountedReasonSchema, "What counts with it and did not before.")
    reasons_lost = parts_of(CountedReasonSchema, "What does not count any more.")
    gaps = parts_of(GapChangeSchema, "What changes in what is missing.")


class DifferencesSchema(AnswerSchema):
    """What a change changes."""

    outcome = a_part(OutcomeChangeSchema, "What the advice comes to.")
    confidence = a_part(ConfidenceChangeSchema, "How much could change when more becomes known.")
    place = a_part(PlaceChangeSchema, "Where the person stands.")
    known = texts_of("The id of an attribute.", "What became known.")
    no_longer_known = texts_of("The id of an attribute.", "What is not known any more.")
    goals = a_part(GoalsChangeSchema, "What the person wants.")
    targets = parts_of(
        TargetDifferenceSchema,
        "Every step that is recommended without the change or with it, the first with it first.",
    )
    messages = a_part(MessagesChangeSchema, "What is said.")


class VariedAdviceSchema(AdviceInBriefSchema):
    """The advice for one variation, and how it differs."""

    name = a_text("The name of the variation.")
    changed = a_flag("Whether anything in the advice is different.")
    text = texts_of("A sentence.", "What is different, in sentences to read aloud.")
    differences = a_part(DifferencesSchema, "What is different, as data.")


class WhatIfAnswerSchema(AnswerSchema):
    """The advice for a profile beside that for its variations."""

    rulebook = a_part(ServedRulebookSchema, "The rulebook behind this answer.")
    language = a_choice("The language of the texts.", LANGUAGES)
    purpose = a_text("What this answer is for, to be shown with it.")
    base = a_part(AdviceInBriefSchema, "The profile as it is.")
    variations = parts_of(VariedAdviceSchema, "The variations, in the order sent.")
    advisor_contact = a_text("How to reach a career advisor; null unless needed.", null=True)
