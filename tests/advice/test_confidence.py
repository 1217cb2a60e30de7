"""Confidence and questions agree with trying everything out, on rulebooks small enough for that."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded
from strategies.profiles import pmo_titles, titles
from strategies.rule_sets import rule_sets
from strategies.rules import NO_TEXT, all_of, condition, rule

from service.advice.confidence import confidence_in
from service.advice.judgement import Judgement, judge
from service.advice.model import Confidence, Source
from service.advice.outlook import Outlook
from service.advice.questions import questions_for
from service.advice.ranking import Weighings
from service.advice.standing import Standing
from service.engine.reference import ReferenceEngine
from service.reading.facts import facts_of, unknown_attributes
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.rulebook import Rulebook
from service.rulebook.career import Place
from service.rulebook.conditions import Operator
from service.rulebook.rules import Grow, LevelStep, Outcome, Settle, Weight
from service.rulebook.vocabulary import Stage

SMALL = loaded(Path(__file__).parents[1] / "rulebooks" / "small")
TOLD = (
    "competence.analytical",
    "competence.critical",
    "work",
    "years.in_pmo",
    "measure.sharp-count",
)
YEARS = (0, 4, 5, 6, 19, 20, 21, 24, 25, 26, 29, 30, 31, 599, 600)

thorough = settings(
    max_examples=70,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


READER = Reader(SMALL)


class _World:
    """One rulebook with everything that it takes to judge a profile."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.engine = ReferenceEngine(rulebook)
        self.reader = READER
        self.weighings = Weighings(rulebook)
        self.outlook = Outlook(rulebook)

    def judge(self, profile: Profile) -> Judgement:
        reading = self.reader.read(profile)
        return judge(reading, facts_of(reading, self.rulebook), self.engine, self.weighings)

    def standing(self, judgement: Judgement) -> Standing:
        base = facts_of(judgement.reading, self.rulebook)
        unknown = unknown_attributes(base, self.rulebook)
        return Standing(judgement, base, unknown, self.weighings, self.outlook)

    def confidence_in(self, judgement: Judgement) -> Confidence:
        return confidence_in(self.standing(judgement))

    def answer(self, profile: Profile) -> tuple[Place | None, Outcome]:
        judgement = self.judge(profile)
        return judgement.first, judgement.outcome


def _lists(rulebook: Rulebook) -> list[tuple[str, ...] | None]:
    members = [work.id for work in rulebook.work][:2]
    known = [chosen for size in range(3) for chosen in combinations(members, size)]
    return [None, *known]


def _completions(profile: Profile, told: set[str], rulebook: Rulebook) -> Iterator[Profile]:
    """Every way in which the attributes `told` may turn out, left unknown included."""
    ratings = (None, 1, 2, 3, 4, 5)
    choices: list[tuple[object, ...]] = [
        ratings if "competence.analytical" in told else (None,),
        ratings if "competence.critical" in told else (None,),
        tuple(_lists(rulebook)) if "work" in told else (profile.work,),
        (None, *YEARS) if "years.in_pmo" in told else (profile.years_in_pmo,),
    ]
    for analytical, critical, work, years in product(*choices):
        more = {"analytical": analytical, "critical": critical}
        competences = dict(profile.competences) | {k: v for k, v in more.items() if v is not None}
        yield replace(profile, competences=competences, work=work, years_in_pmo=years)  # type: ignore[arg-type]


@st.composite
def people(draw: st.DrawFn) -> Profile:
    """Someone in PMO, often with a place, of whom only some of what rules look at is unknown."""
    known = {each.id: draw(st.integers(1, 5)) for each in SMALL.competences}
    for name in ("analytical", "critical"):
        if draw(st.booleans()):
            del known[name]
    years_in_pmo = draw(st.none() | st.sampled_from(YEARS))
    given = st.sampled_from(SMALL.specialisation_ids), st.sampled_from(SMALL.level_ids)
    return Profile(
        title=draw(pmo_titles(SMALL) | titles(SMALL)),
        current_specialisation=draw(st.one_of(given[0], given[0], st.none())),
        current_level=draw(st.one_of(given[1], given[1], st.none())),
        # Without years in PMO those in the role would count as such.
        years_in_role=None if years_in_pmo is None else draw(st.integers(0, 100)),
        years_in_pmo=years_in_pmo,
        competences=known,
        certificates=(),
        work=draw(st.none() | st.sampled_from([(), ("raid-log",), ("portfolio-report",)])),
        goals=draw(st.sampled_from([(), ("deepen",), ("come-to-pmo",), ("step-back",)])),
    )


def _world_and_person(data: st.DataObject) -> tuple[_World, Profile, Judgement]:
    world = _World(data.draw(rule_sets(SMALL, only=TOLD, growth=6)))
    profile = data.draw(people())
    return world, profile, world.judge(profile)


def _unknown(profile: Profile, world: _World) -> set[str]:
    reading = world.reader.read(profile)
    unknown = unknown_attributes(facts_of(reading, world.rulebook), world.rulebook)
    return {attribute.id for attribute in unknown} & set(TOLD)


def _is_sure(judgement: Judgement, profile: Profile) -> bool:
    """The place was sent, or comes from a title that means one thing."""
    given = profile.current_specialisation is not None and profile.current_level is not None
    sources = {judgement.present.specialisation_source, judgement.present.level_source}
    by_title = not judgement.reading.title.ambiguous and sources <= {Source.GIVEN, Source.TITLE}
    return given or by_title


@thorough
@given(st.data())
def test_confidence_is_what_trying_every_completion_says(data: st.DataObject) -> None:
    world, profile, judgement = _world_and_person(data)
    assume(judgement.first is not None and judgement.outcome.strength <= 1)
    assume(not judgement.present.assumed)
    reading = world.reader.read(profile)
    told = _unknown(profile, world)
    before = (judgement.first, judgement.outcome)
    found = world.confidence_in(judgement)
    any_flips = any(
        world.answer(each) != before for each in _completions(profile, told, world.rulebook)
    )
    single_flips = any(
        world.answer(each) != before
        for one in told
        for each in _completions(profile, {one}, world.rulebook)
    )
    if any_flips:
        assert found is (Confidence.LOW if single_flips else Confidence.MEDIUM)
    elif judgement.outcome is Outcome.RECOMMEND and reading.goals and _is_sure(judgement, profile):
        assert found is Confidence.HIGH
    else:
        assert found is Confidence.MEDIUM


@thorough
@given(st.data())
def test_an_answer_that_was_not_asked_for_changes_nothing(data: st.DataObject) -> None:
    world, profile, judgement = _world_and_person(data)
    standing = world.standing(judgement)
    questions = questions_for(standing, most=len(standing.unknown) + 1)
    asked = {question.attribute.id for question in questions}
    before = (judgement.first, judgement.outcome)
    for one in _unknown(profile, world) - asked:
        for each in _completions(profile, {one}, world.rulebook):
            assert world.answer(each) == before


def test_a_fact_that_settles_nothing_new_can_still_decide_later() -> None:
    """Settling looks at 0 years, growth at 0.5 years: both must be tried from one place."""
    attributes = SMALL.attributes
    pmo = condition(attributes["title kind"], Operator.IS, "pmo")
    years = attributes["years in pmo"]

    def grows(level: LevelStep) -> Grow:
        return Grow(Weight.RECOMMEND, "governance", level, 10, NO_TEXT, ())

    rules = (
        rule("settling-0", Stage.SETTLING, all_of(pmo), Settle("governance", None)),
        rule(
            "settling-1",
            Stage.SETTLING,
            all_of(condition(years, Operator.IS, 0)),
            Settle("governance", None),
        ),
        rule("growth-0", Stage.GROWTH, all_of(pmo), grows(LevelStep.SAME_OR_UP)),
        rule(
            "growth-1",
            Stage.GROWTH,
            all_of(condition(years, Operator.IS, 5)),
            grows(LevelStep.UP),
        ),
    )
    world = _World(replace(SMALL, rules=rules))
    profile = Profile(title="PMO'er", current_level="junior")
    judgement = world.judge(profile)
    assert judgement.first == Place("governance", "junior")
    assert world.answer(replace(profile, years_in_pmo=5))[0] == Place("governance", "medior")
    found = world.confidence_in(judgement)
    assert found is Confidence.LOW
