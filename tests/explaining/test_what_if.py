"""What differs between two advices is what stands in the two advices, to the point."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded
from strategies.profiles import profiles

from service.advice import Advice, Advisor
from service.engine.durable import DurableEngine
from service.explaining.what_if import Differences, GapState, State, what_if
from service.explaining.what_if_sentences import WhatIfTeller
from service.reading.profile import Profile
from service.reading.variations import Variation
from service.rulebook.vocabulary import LANGUAGES

RULEBOOK = loaded(Path(__file__).parents[2] / "rules")
ADVISOR = Advisor(RULEBOOK, DurableEngine(RULEBOOK))
TELLERS = [WhatIfTeller(RULEBOOK, language) for language in LANGUAGES]
FIELDS = (
    *("title", "current_specialisation", "current_level", "years_in_role", "years_in_pmo"),
    *("competences", "certificates", "work", "goals"),
)


@st.composite
def varied(draw: st.DrawFn) -> tuple[Profile, Profile]:
    """Two profiles that differ in some of their parts."""
    profile, other = draw(profiles(RULEBOOK)), draw(profiles(RULEBOOK))
    changed = draw(st.lists(st.sampled_from(FIELDS), max_size=3, unique=True))
    return profile, replace(profile, **{name: getattr(other, name) for name in changed})


def _shown(advice: Advice) -> object:
    """All of an advice that a variation is compared by."""
    return (
        advice.outcome,
        advice.confidence,
        (advice.present.specialisation, advice.present.level, advice.present.contradictory),
        [
            (each.target, each.score, [(reason.rule.id, reason.points) for reason in each.because])
            for each in advice.recommendations
        ],
        advice.messages,
    )


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(varied())
def test_differences_are_told_to_the_point(two: tuple[Profile, Profile]) -> None:
    profile, other = two
    compared = what_if(profile, [Variation("if", other)], ADVISOR)
    before, after = ADVISOR.advise(profile), ADVISOR.advise(other)
    [alternative] = compared.alternatives
    assert (compared.base, alternative.advice) == (before, after)
    differences = alternative.differences
    if not differences.changed:
        assert _shown(before) == _shown(after)
    if _shown(before) == _shown(after):
        gaps = any(target.gaps for target in differences.targets)
        others = any(target.gained or target.lost for target in differences.targets)
        assert differences.changed is (gaps or others)
    for target in differences.targets:
        gained, lost = (sum(points for _, points in each) for each in (target.gained, target.lost))
        assert (target.after.score or 0) - (target.before.score or 0) == gained - lost
    _ranks_are_those_shown(differences)
    _gaps_are_those_shown(differences)
    for teller in TELLERS:
        sentences = teller.sentences(alternative)
        assert sentences
        assert len(sentences) == len(set(sentences))


def _ranks_are_those_shown(differences: Differences) -> None:
    for advice, stands in (
        (differences.before, {each.target: each.before for each in differences.targets}),
        (differences.after, {each.target: each.after for each in differences.targets}),
    ):
        shown = {
            each.target: (rank, each.score)
            for rank, each in enumerate(advice.recommendations, start=1)
        }
        for target, stand in stands.items():
            assert (stand.state is State.RECOMMENDED) is (target in shown)
            if target in shown:
                assert (stand.rank, stand.score) == shown[target]
        assert set(shown) <= set(stands)


def _gaps_are_those_shown(differences: Differences) -> None:
    """For steps in both lists: closed and new are what is a gap in one of the two only."""
    before, after = (
        {each.target: {gap.ask.id for gap in each.gaps} for each in advice.recommendations}
        for advice in (differences.before, differences.after)
    )
    for target in differences.targets:
        ids = {
            state: {gap.ask.id for gap in target.gaps if gap.state is state} for state in GapState
        }
        if target.target in before and target.target in after:
            old, new = before[target.target], after[target.target]
            assert ids[GapState.NEW] == new - old
            assert ids[GapState.CLOSED] | ids[GapState.UNKNOWN] == old - new
            assert ids[GapState.CHANGED] <= old & new
