"""What holds for every profile and every rulebook that loads."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded, reader_for
from strategies.profiles import (
    complete_profiles_in_pmo,
    completions,
    nearly_complete_profiles_in_pmo,
    profiles,
)
from strategies.rule_sets import rule_sets

from service.advice import Advice, Advisor
from service.advice.model import Confidence
from service.engine.durable import DurableEngine
from service.engine.reference import ReferenceEngine
from service.reading.profile import Profile
from service.rulebook import Rulebook
from service.rulebook.career import MoveKind, Place
from service.rulebook.rules import Grow, Outcome, Weight
from service.rulebook.titles import TitleKind

TESTS = Path(__file__).parents[1]
SHIPPED = loaded(TESTS.parent / "rules")
READER = reader_for(TESTS.parent / "rules")
BY_SHIPPED = Advisor(SHIPPED, DurableEngine(SHIPPED), READER)

Case = tuple[Rulebook, Profile, Advice]
LAWS: list[Callable[[Case], None]] = []

slow = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
slower = settings(slow, max_examples=60)


def law(holds: Callable[[Case], None]) -> Callable[[Case], None]:
    """Has `test_the_laws_hold` check it; making advice once for all laws saves most of the time."""
    LAWS.append(holds)
    return holds


@st.composite
def advised(draw: st.DrawFn) -> Case:
    """Advice by the shipped rules or by generated ones."""
    if draw(st.booleans()):
        profile = draw(profiles(SHIPPED))
        return SHIPPED, profile, BY_SHIPPED.advise(profile)
    rulebook = draw(rule_sets(SHIPPED))
    profile = draw(profiles(rulebook))
    return rulebook, profile, Advisor(rulebook, ReferenceEngine(rulebook), READER).advise(profile)


def _height(place: Place) -> int:
    return SHIPPED.level_ids.index(place.level)


@law
def nobody_is_moved_more_than_one_level_up_or_down_unasked(case: Case) -> None:
    _, _, advice = case
    place = advice.present.place
    for each in advice.recommendations:
        if place is None:
            assert each.target.level != SHIPPED.level_ids[-1]
            continue
        change = _height(each.target) - _height(place)
        lowest = -1 if "step-back" in advice.reading.goals else 0
        assert lowest <= change <= 1


@law
def every_target_is_one_that_the_moves_reach_and_no_true_rule_rules_out(case: Case) -> None:
    rulebook, _, advice = case
    place = advice.present.place
    for each in advice.recommendations:
        assert any(
            move.to_specialisation == each.target.specialisation
            and (
                each.target.level in move.entry_levels
                if place is None
                else move.from_specialisation == place.specialisation
                and place.level in move.from_levels
            )
            for move in rulebook.moves
        )
        assert each.role.place == each.target


CHANGES = {"same as now": (0,), "one up": (1,), "same or one up": (0, 1), "one down": (-1,)}


def _levels(level: str, place: Place | None) -> list[int]:
    """The heights that a level in a move or an effect stands for, seen from a place."""
    if level in CHANGES:
        changes = CHANGES[level]
        return [] if place is None else [_height(place) + change for change in changes]
    return [SHIPPED.level_ids.index(level)] if place is None else []


def _reached(rulebook: Rulebook, advice: Advice) -> set[tuple[str, int]]:
    place, goals = advice.present.place, advice.reading.goals
    if place is None and advice.reading.in_pmo:
        return set()
    found = set()
    for move in rulebook.moves:
        if place is None and move.from_specialisation is None:
            heights = [SHIPPED.level_ids.index(level) for level in move.entry_levels]
        elif place is not None and (
            move.from_specialisation == place.specialisation and place.level in move.from_levels
        ):
            heights = _levels(str(move.step), place)
        else:
            continue
        found |= {(move.to_specialisation, height) for height in heights}
    lowest = 0 if place is None or "step-back" in goals else _height(place)
    return {(where, height) for where, height in found if lowest <= height < len(SHIPPED.level_ids)}


@law
def the_list_is_what_adding_up_by_hand_gives(case: Case) -> None:
    rulebook, _, advice = case
    place = advice.present.place
    if advice.outcome is Outcome.REFER and not advice.reading.in_pmo:
        assert advice.recommendations == ()
        return
    scores = dict.fromkeys(_reached(rulebook, advice), 0)
    fired = [rulebook.rules_by_id[id].effect for id in advice.fired]
    weighed = [
        (effect, (effect.specialisation, height))
        for effect in fired
        if isinstance(effect, Grow)
        for height in _levels(str(effect.level), place)
    ]
    for effect, target in weighed:
        if target in scores:
            scores[target] += effect.points
    out = {target for effect, target in weighed if effect.weight is Weight.RULE_OUT}
    present = place.specialisation if place else None
    order = sorted(
        (-score, where != present, height, SHIPPED.specialisation_ids.index(where))
        for (where, height), score in scores.items()
        if score > 0 and (where, height) not in out
    )
    assert [
        (-each.score, each.target.specialisation != present, _height(each.target))
        for each in advice.recommendations
    ] == [key[:3] for key in order[:3]]
    assert [each.target.specialisation for each in advice.recommendations] == [
        SHIPPED.specialisation_ids[key[3]] for key in order[:3]
    ]


@law
def scores_are_the_sum_of_reasons_above_zero_and_in_order(case: Case) -> None:
    _, _, advice = case
    present = advice.present.specialisation if advice.present.place else None
    keys = []
    for each in advice.recommendations:
        assert each.score == sum(reason.points for reason in each.because) > 0
        specialisation = SHIPPED.specialisation_ids.index(each.target.specialisation)
        other = each.target.specialisation != present
        keys.append((-each.score, other, _height(each.target), specialisation))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys) <= 3


@law
def the_move_is_named_for_what_it_is(case: Case) -> None:
    _, _, advice = case
    place = advice.present.place
    for each in advice.recommendations:
        if place is None:
            assert each.move is MoveKind.ENTRY
        elif each.target == place:
            assert each.move is MoveKind.DEEPEN
        elif each.target.level == place.level:
            top = place.level == "principal"
            assert each.move is (MoveKind.WIDEN if top else MoveKind.LATERAL)
        else:
            higher = _height(each.target) > _height(place)
            assert each.move is (MoveKind.UP if higher else MoveKind.STEP_BACK)


@law
def a_reason_is_shown_with_what_it_saw(case: Case) -> None:
    _, _, advice = case
    for each in advice.recommendations:
        for reason in each.because:
            assert isinstance(reason.rule.effect, Grow)
            assert reason.rule.effect.points == reason.points
            assert reason.evidence


@law
def the_outcome_is_the_default_of_the_table_or_stronger(case: Case) -> None:
    rulebook, _, advice = case
    reading, has = advice.reading, bool(advice.recommendations)
    to_pmo = "come-to-pmo" in reading.goals
    stays = {"become-project-manager", "stay-project-manager"} & set(reading.goals)
    if reading.in_pmo or reading.title.kind is TitleKind.ADJACENT:
        least = Outcome.RECOMMEND if has else Outcome.NEEDS_MORE_DATA
    elif reading.title.kind is TitleKind.PROJECT_MANAGEMENT:
        least = Outcome.RECOMMEND if to_pmo and not stays else Outcome.REFER
    else:
        least = Outcome.RECOMMEND if to_pmo and has else Outcome.NEEDS_MORE_DATA
    if advice.present.contradictory and least is Outcome.RECOMMEND:
        least = Outcome.RECOMMEND_WITH_CAUTION
    assert advice.outcome.strength >= least.strength
    raised = {
        outcome
        for id in advice.fired
        if (outcome := getattr(rulebook.rules_by_id[id].effect, "outcome", None))
    }
    leans = any(message.id == "leans-to-project-management" for message in advice.messages)
    if advice.outcome is not least and not leans and has:
        assert advice.outcome in raised


@law
def recommending_always_means_having_a_recommendation(case: Case) -> None:
    _, _, advice = case
    if advice.outcome in {Outcome.RECOMMEND, Outcome.RECOMMEND_WITH_CAUTION}:
        assert advice.recommendations


@law
def the_promises_are_kept_in_every_answer(case: Case) -> None:
    _, _, advice = case
    said = {message.id: message.rule for message in advice.messages}
    assert said["advice-not-decision"] == "guardrail-10"
    wish = "become-project-manager" in advice.reading.goals
    for text in ("wish-is-heard", "not-a-stepping-stone", "growth-inside-pmo"):
        assert (said.get(text) == "guardrail-7") is wish
    assurance = any(each.target.specialisation == "assurance" for each in advice.recommendations)
    assert (said.get("assurance-independence") == "guardrail-6") is assurance
    if said.get("leans-to-project-management") == "guardrail-8":
        assert advice.refers_to_advisor
        if advice.reading.in_pmo:
            assert advice.outcome.strength >= Outcome.RECOMMEND_WITH_CAUTION.strength
        elif advice.reading.title.kind is TitleKind.PROJECT_MANAGEMENT:
            assert advice.outcome is Outcome.REFER


@law
def a_gap_is_something_known_to_be_missing_and_never_a_trait(case: Case) -> None:
    rulebook, profile, advice = case
    for each in advice.recommendations:
        for gap in each.gaps:
            assert gap.ask.known
            assert gap.ask in each.asks
            if gap.ask.kind.value == "competence":
                assert rulebook.competences_by_id[gap.ask.id].functional
                assert gap.have == profile.competences[gap.ask.id]


@law
def a_place_that_was_sent_is_the_place(case: Case) -> None:
    _, profile, advice = case
    present = advice.present
    if profile.current_specialisation is not None:
        assert present.specialisation == profile.current_specialisation
        assert present.specialisation_source is not None
        assert present.specialisation_source.value == "given"
    if profile.current_level is not None:
        assert present.level == profile.current_level
    for value, source in (
        (present.specialisation, present.specialisation_source),
        (present.level, present.level_source),
    ):
        assert (value is None) is (source is None)


def test_a_high_never_flips() -> None:
    highs = 0

    @settings(slow, max_examples=500)
    @given(st.data())
    def try_out(data: st.DataObject) -> None:
        nonlocal highs
        profile = data.draw(nearly_complete_profiles_in_pmo(SHIPPED))
        advice = BY_SHIPPED.advise(profile)
        if advice.confidence is Confidence.HIGH:
            highs += 1
            more = BY_SHIPPED.advise(data.draw(completions(profile, SHIPPED)))
            assert more.recommendations[0].target == advice.recommendations[0].target
            assert more.outcome is advice.outcome

    try_out()
    assert highs > 20


@slow
@given(complete_profiles_in_pmo(SHIPPED))
def test_whoever_works_in_pmo_and_tells_everything_gets_a_recommendation(
    profile: Profile,
) -> None:
    advice = BY_SHIPPED.advise(profile)
    assert advice.recommendations
    assert not advice.unknown


@slower
@given(advised())
def test_the_same_profile_gets_the_same_advice(case: Case) -> None:
    rulebook, profile, advice = case
    assert Advisor(rulebook, DurableEngine(rulebook), READER).advise(profile) == advice


@law
def only_what_is_unknown_is_asked(case: Case) -> None:
    _, _, advice = case
    asked = [question.attribute.id for question in advice.questions]
    assert len(asked) == len(set(asked)) <= 5
    unknown = {attribute.id for attribute in advice.unknown}
    if not advice.reading.in_pmo and advice.reading.title.kind is None:
        unknown.add("current.specialisation")
    assert set(asked) <= unknown | {"goals"}
    if not advice.reading.goals:
        assert "goals" in asked[:2]


@settings(slow, max_examples=200)
@given(advised())
def test_the_laws_hold(case: Case) -> None:
    for holds in LAWS:
        holds(case)
