"""The shapes of rule files, one schema for each kind of entry."""

from functools import cached_property
from typing import Any

from marshmallow import RAISE, Schema

from schemas.rule_fields import (
    WHENS,
    BothLanguages,
    Choice,
    FileField,
    Group,
    Id,
    Items,
    Line,
    Sentence,
    Whole,
    YearRange,
    mistake,
)

KINDS = ("pmo", "project-management", "adjacent", "outside")
ACTION_KINDS = (
    "rotation", "shadowing", "ownership", "pairing", "mentoring", "community", "course",
)  # fmt: skip
MESSAGE_KINDS = ("misconception", "ambition", "caution", "partnership")
OUTCOMES = ("refer", "needs_more_data", "recommend_with_caution")
CONFIDENCES = ("high", "medium", "low")
GUARDRAIL_TEXTS = (
    "wish-is-heard",
    "not-a-stepping-stone",
    "growth-inside-pmo",
    "leans-to-project-management",
    "assurance-independence",
    "purpose",
    "purpose-of-partnership",
    "advice-not-decision",
)


class FileSchema(Schema):
    """An entry in a rule file; keys that it does not have are refused."""

    class Meta:
        unknown = RAISE


class Part(FileField):
    """An entry inside another one."""

    def __init__(self, schema: type[Schema], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.schema = schema

    @cached_property
    def _made(self) -> Schema:
        """Made once: that takes longer than reading an entry with it."""
        return self.schema()

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> dict[str, Any]:
        if value == "":
            raise mistake(
                "empty-value",
                f"Nothing stands below `{attr}`.",
                "Indent the lines that belong to it: two spaces more.",
            )
        return dict(self._made.load(value))


class SpecialisationSchema(FileSchema):
    specialisation = Id(required=True)
    name = BothLanguages(required=True)


class LevelSchema(FileSchema):
    level = Id(required=True)
    name = BothLanguages(required=True)


class ProfessionSchema(FileSchema):
    profession = Id(required=True)
    name = BothLanguages(required=True)


class PointsSchema(FileSchema):
    hint = Whole(1, 1000, required=True)
    reason = Whole(1, 1000, required=True)
    strong_reason = Whole(1, 1000, required=True, data_key="strong reason")


class CostsSchema(FileSchema):
    state_a_goal = Whole(1, 1000, load_default=1, data_key="state a goal")
    raise_a_competence = Whole(1, 1000, load_default=2, data_key="raise a competence")
    take_up_work = Whole(1, 1000, load_default=3, data_key="take up work")
    earn_a_certificate = Whole(1, 1000, load_default=4, data_key="earn a certificate")


class RatingSchema(FileSchema):
    rating = Whole(1, 5, required=True)
    meaning = BothLanguages(required=True)


class AttributeSchema(FileSchema):
    attribute = Line(required=True)
    ask = BothLanguages(required=True)


class MeasureSchema(FileSchema):
    measure = Id(required=True)
    about = BothLanguages(required=True)
    mean_of = Items(Line(), empty=False, data_key="mean of")
    number_of = Items(Line(), empty=False, data_key="number of")
    at_least = Whole(1, 5, data_key="at least")


LONGEST_STEP = 20
"""Years."""


class StepUpSchema(FileSchema):
    level = Id(required=True)
    years = YearRange(LONGEST_STEP, required=True)


class StepTimesSchema(FileSchema):
    source = BothLanguages(required=True)
    up = Items(Part(StepUpSchema), load_default=list)
    lateral = YearRange(LONGEST_STEP, load_default=None)
    entry = YearRange(LONGEST_STEP, load_default=None)
    step_back = YearRange(LONGEST_STEP, data_key="step back", load_default=None)


class VocabularySchema(FileSchema):
    specialisations = Items(Part(SpecialisationSchema), empty=False, required=True)
    levels = Items(Part(LevelSchema), empty=False, required=True)
    professions = Items(Part(ProfessionSchema), load_default=list)
    points = Part(PointsSchema, required=True)
    costs = Part(CostsSchema, load_default=lambda: CostsSchema().load({}))
    ratings = Items(Part(RatingSchema), empty=False, required=True)
    attributes = Items(Part(AttributeSchema), required=True)
    measures = Items(Part(MeasureSchema), load_default=list)
    step_times = Part(StepTimesSchema, data_key="step times", load_default=None)


class CompetenceSchema(FileSchema):
    competence = Id(required=True)
    kind = Choice(("trait", "functional"), required=True)
    name = BothLanguages(required=True)
    aliases = Items(Line(), load_default=list)
    ask = BothLanguages(required=True)


class CertificateSchema(FileSchema):
    certificate = Id(required=True)
    name = Line(required=True)
    aliases = Items(Line(), load_default=list)
    valid_years = Whole(1, 20, data_key="valid years", load_default=None)
    includes = Items(Id(), load_default=list)


class WorkSchema(FileSchema):
    work = Id(required=True)
    name = BothLanguages(required=True)
    belongs_to = Items(Id(), empty=False, required=True, data_key="belongs to")
    aliases = Items(Line(), load_default=list)


class PhrasesSchema(FileSchema):
    nl = Items(Line(), load_default=list)
    en = Items(Line(), load_default=list)


class MentionSchema(FileSchema):
    of = Items(Line(), empty=False, required=True)
    beside = Items(Line(), empty=False, required=True)
    unless = Items(Line(), load_default=list)
    in_questions = Choice(("true", "false"), load_default="false", data_key="in questions")


class GoalSchema(FileSchema):
    goal = Id(required=True)
    name = BothLanguages(required=True)
    toward = Choice(("pmo", "project-management"), load_default=None)
    opposite = Id(load_default=None)
    when_urged = Choice(("true", "false"), load_default="false", data_key="when urged")
    mention = Part(MentionSchema, load_default=None)
    aliases = Items(Line(), load_default=list)
    phrases = Part(PhrasesSchema, required=True)


class SenioritySchema(FileSchema):
    words = Items(Line(), empty=False, required=True)
    levels = Items(Id(), empty=False, required=True)


class UsualSchema(FileSchema):
    specialisation = Id(load_default=None)
    level = Id(load_default=None)


class TitleSchema(FileSchema):
    title = Id(required=True)
    names = Items(Line(), empty=False, required=True)
    kind = Items(Choice(KINDS), single=True, empty=False, required=True)
    form = Choice(("job", "unit"), load_default="job")
    profession = Id(load_default=None)
    specialisations = Items(Id(), load_default=list)
    levels = Items(Id(), load_default=list)
    usually = Part(UsualSchema, load_default=None)
    container = Choice(("true", "false"), load_default="false")


class TitlesSchema(FileSchema):
    same_word = Items(Items(Line(), empty=False), load_default=list, data_key="same word")
    noise = Items(Line(), load_default=list)
    around = Items(Line(), load_default=list, data_key="fields and places")
    seniority = Items(Part(SenioritySchema), load_default=list)
    titles = Items(Part(TitleSchema), empty=False, required=True)


class SeeAlsoSchema(FileSchema):
    name = Line(required=True)
    link = Line(load_default=None)
    licence = Line(load_default=None)


class RoleSchema(FileSchema):
    role = Id(required=True)
    title = BothLanguages(required=True)
    description = BothLanguages(required=True)
    asks = Items(Sentence(), required=True)
    see_also = Items(Part(SeeAlsoSchema), load_default=list, data_key="see also")


class FromSchema(FileSchema):
    specialisation = Id(required=True)
    levels = Items(Id(), empty=False, required=True)


class ToSchema(FileSchema):
    specialisation = Id(required=True)
    level = Choice(("same as now", "one up", "same or one up", "one down"), load_default=None)
    levels = Items(Id(), empty=False, load_default=None)


class FromField(Part):
    """The place that a move starts from, or the word `outside`."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, str) and value:
            return Choice(("outside",)).deserialize(value)
        return super()._deserialize(value, attr, data, **kwargs)


class MoveSchema(FileSchema):
    move = Id(required=True)
    about = BothLanguages(required=True)
    from_ = FromField(FromSchema, required=True, data_key="from")
    to = Part(ToSchema, required=True)


class ActionSchema(FileSchema):
    action = Id(required=True)
    kind = Choice(ACTION_KINDS, required=True)
    text = BothLanguages(required=True)


GuardrailTextsSchema = FileSchema.from_dict(
    {key: BothLanguages(required=True) for key in GUARDRAIL_TEXTS}, name="GuardrailTextsSchema"
)


class SettleSchema(FileSchema):
    specialisation = Id()
    level = Id()


class RecommendSchema(FileSchema):
    specialisation = Id(required=True)
    level = Line(required=True)
    points = Whole(1, 1000, required=True)
    because = BothLanguages(required=True)
    actions = Items(Id(), load_default=list)


class AdviseAgainstSchema(FileSchema):
    specialisation = Id(required=True)
    level = Line(required=True)
    points = Whole(1, 1000, required=True)
    because = BothLanguages(required=True)


class RuleOutSchema(FileSchema):
    specialisation = Id(required=True)
    level = Line(required=True)
    because = BothLanguages(required=True)


TIPS = ("trust", "equality", "mirror", "golden-match", "sparring")


class FitsTipSchema(FileSchema):
    tip = Choice(TIPS, required=True)
    because = BothLanguages(required=True)


class TipSchema(FileSchema):
    tip = Choice(TIPS, required=True)
    text = BothLanguages()
    for_pmo = BothLanguages(data_key="for pmo")
    for_project_manager = BothLanguages(data_key="for project manager")


class RuleSchema(FileSchema):
    """A rule with any effect; which effects go together is checked where stages are known."""

    rule = Id(required=True)
    about = BothLanguages(required=True)
    when_all_of = Group(data_key=WHENS[0])
    when_at_least_one_of = Group(data_key=WHENS[1])
    when_none_of = Group(data_key=WHENS[2])
    settle = Part(SettleSchema)
    signal = Id()
    recommend = Part(RecommendSchema)
    advise_against = Part(AdviseAgainstSchema, data_key="advise against")
    rule_out = Part(RuleOutSchema, data_key="rule out")
    say = Choice(MESSAGE_KINDS)
    text = BothLanguages()
    outcome = Choice(OUTCOMES)
    completes = BothLanguages()
    tension = BothLanguages()
    fits_tip = Part(FitsTipSchema, data_key="fits tip")


class Values(FileField):
    """One value, or a list of allowed ones."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> list[str]:
        allowed: list[str] = Items(Line(), single=True, empty=False).deserialize(value)
        return allowed


class ExpectPlaceSchema(FileSchema):
    specialisation = Values()
    level = Values()
    move = Values()


class ExpectReadingSchema(FileSchema):
    kind = Values()
    specialisation = Values()
    level = Values()


class ExpectReadingsSchema(FileSchema):
    pmo = Part(ExpectReadingSchema)
    project_manager = Part(ExpectReadingSchema, data_key="project manager")


class ExpectSchema(FileSchema):
    """What any case may expect; what goes with one person or a duo is checked with the case."""

    outcome = Values()
    confidence = Values()
    reading = Part(ExpectReadingSchema)
    first = Part(ExpectPlaceSchema)
    recommended = Items(Id())
    not_recommended = Items(Id(), data_key="not recommended")
    readings = Part(ExpectReadingsSchema)
    completes = Items(Id())
    not_completes = Items(Id(), data_key="not completes")
    tension = Items(Id())
    not_tension = Items(Id(), data_key="not tension")
    fits_tip = Items(Id(), data_key="fits tip")
    not_fits_tip = Items(Id(), data_key="not fits tip")
    fired = Items(Id())
    not_fired = Items(Id(), data_key="not fired")
    said = Items(Id())
    not_said = Items(Id(), data_key="not said")
    asked = Items(Line())


class AnyMapping(FileField):
    """Keys and values as they stand: a profile, checked where profiles are read."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, dict) or not value:
            raise mistake(
                "wrong-shape",
                "Here a profile is expected.",
                "Write at least `title: ...` below, indented.",
            )
        return value


class CaseDuoChangeSchema(FileSchema):
    """What changes in a duo."""

    language = Line()
    pmo = AnyMapping()
    project_manager = AnyMapping(data_key="project manager")


class CaseDuoSchema(CaseDuoChangeSchema):
    """What a portal would send about two people."""

    pmo = AnyMapping(required=True)
    project_manager = AnyMapping(required=True, data_key="project manager")


class CaseSchema(FileSchema):
    """A case about one person or about a duo; that it is one of the two is checked with it."""

    case = Line(required=True)
    profile = AnyMapping()
    duo = Part(CaseDuoSchema)
    expect = Part(ExpectSchema, required=True)
    same_answer_for = Items(AnyMapping(), load_default=list, data_key="same answer for")
