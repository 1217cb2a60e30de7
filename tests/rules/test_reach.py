"""Whom the shipped rules reach: all in PMO get advice, and no role is out of reach."""

from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded, reader_for
from strategies.profiles import some, years

from service.advice.judgement import Judgement, judge
from service.advice.ranking import Weighings
from service.engine.durable import DurableEngine
from service.reading.facts import facts_of
from service.reading.profile import Profile
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import RATINGS, TENTHS

RULES = Path(__file__).parents[2] / "rules"
SHIPPED = loaded(RULES)
WEIGHINGS = Weighings(SHIPPED)
ENGINE = DurableEngine(SHIPPED)
READER = reader_for(RULES)

PMO_TITLES = [
    name
    for entry in SHIPPED.titles.entries
    if list(entry.kinds) == [TitleKind.PMO]
    for name in entry.names
]
SENIORITY = ["", "", "", "junior ", "ervaren ", "medior ", "senior ", "lead ", "in opleiding "]
COMPETENCES = [each.id for each in SHIPPED.competences]
CERTIFICATES = tuple(each.id for each in SHIPPED.certificates)
WORK = tuple(each.id for each in SHIPPED.work)
GOALS = tuple(each.id for each in SHIPPED.goals)
PLACES = [role.place for role in SHIPPED.roles]
TOP = ("lead", "principal")


def judged(profile: Profile) -> Judgement:
    """The advice without its words, which is what this is about."""
    reading = READER.read(profile)
    return judge(reading, facts_of(reading, SHIPPED), ENGINE, WEIGHINGS)


def says_two_levels(profile: Profile) -> bool:
    """Whether the title contradicts itself, as "junior PMO director" does."""
    return READER.read(profile).title.contradictory


@st.composite
def complete_profiles_of_pmo_staff(draw: st.DrawFn) -> Profile:
    place = draw(st.none() | st.sampled_from(PLACES))
    return Profile(
        title=draw(st.sampled_from(SENIORITY)) + draw(st.sampled_from(PMO_TITLES)),
        current_specialisation=place and place.specialisation,
        current_level=place and place.level,
        years_in_role=draw(years()),
        years_in_pmo=draw(years()),
        competences={id: draw(st.sampled_from(RATINGS)) for id in COMPETENCES},
        certificates=draw(some(CERTIFICATES)),
        work=draw(some(WORK, most=8)),
        goals=draw(some(GOALS, most=3)),
    )


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(complete_profiles_of_pmo_staff().filter(lambda profile: not says_two_levels(profile)))
def test_a_complete_profile_of_anyone_in_pmo_gets_a_recommendation(profile: Profile) -> None:
    judgement = judged(profile)

    assert judgement.reading.title.kind is TitleKind.PMO
    assert judgement.place is not None
    assert judgement.ranked
    assert judgement.outcome in {"recommend", "recommend_with_caution"}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    complete_profiles_of_pmo_staff().filter(
        lambda profile: profile.current_level is None and not says_two_levels(profile)
    )
)
def test_the_settling_rules_never_disagree(profile: Profile) -> None:
    assert not judged(profile).present.contradictory


def anyone(random: Random) -> Profile:
    """A complete profile of someone at any place, and of some who do not say where."""
    place = random.choice([None, *PLACES, *PLACES])
    return Profile(
        title=random.choice(PMO_TITLES),
        current_specialisation=place and place.specialisation,
        current_level=place and place.level,
        years_in_pmo=random.randint(0, 20) * TENTHS,
        competences={id: random.choice(RATINGS) for id in COMPETENCES},
        certificates=tuple(random.sample(CERTIFICATES, random.choice([0, 1, 3]))),
        work=tuple(random.sample(WORK, random.choice([1, 2, 4]))),
        goals=tuple(random.sample(GOALS, random.choice([0, 1, 1, 2]))),
    )


def test_each_role_is_recommended_to_someone_and_the_first_for_someone() -> None:
    random = Random(20)
    recommended, first = set(), set()
    for _ in range(4_000):
        judgement = judged(anyone(random))
        recommended.update(each.target for each in judgement.ranked)
        first.add(judgement.first)
        if first >= set(PLACES):
            break

    assert recommended == set(PLACES)
    assert first - {None} == set(PLACES)


def test_only_who_is_near_the_top_is_recommended_a_place_there() -> None:
    random = Random(5)
    for _ in range(1_000):
        judgement = judged(anyone(random))
        if any(each.target.level == "principal" for each in judgement.ranked):
            assert judgement.place is not None
            assert judgement.place.level in TOP
