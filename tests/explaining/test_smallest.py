"""The smallest change: it does what it says, no part of it can go, and brute force agrees."""

from pathlib import Path

import pytest
from explaining.exhaustive import cost_of, reaches, smallest_sets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded
from strategies.profiles import profiles
from strategies.rule_sets import rule_sets

from service.advice import Advisor
from service.engine.durable import DurableEngine
from service.engine.reference import ReferenceEngine
from service.explaining.changes import (
    Change,
    ChangeSet,
    Lever,
    Reach,
    SmallestChange,
    applied,
    changes_by,
    levers_of,
)
from service.explaining.explanation import TargetExplained
from service.explaining.sentences import Teller
from service.explaining.smallest import ChangeSearch
from service.explaining.verdict import Verdicts
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.reading.sent import profile_from
from service.rulebook.career import Place
from service.rulebook.vocabulary import ChangeKind, Language, Toward

SHIPPED = loaded(Path(__file__).parents[2] / "rules")
READER = Reader(SHIPPED)
ADVISOR = Advisor(SHIPPED, DurableEngine(SHIPPED), READER)
TARGETS = tuple(SHIPPED.roles_by_place)

FEW = 2
LOOKED_AT = ("work", "certificates", "competence.reporting")

slow = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _some_of(levers: tuple[Lever, ...]) -> list[Lever]:
    """Few enough to try every set of them: the members that generated rules look at."""
    ids = {id.partition(".")[2] for id in LOOKED_AT}
    found: dict[ChangeKind, list[Lever]] = {kind: [] for kind in ChangeKind}
    for lever in levers:
        if lever.kind is not ChangeKind.COMPETENCE or lever.id in ids:
            found[lever.kind].append(lever)
    return [
        lever
        for kind, those in found.items()
        for lever in (those if kind is ChangeKind.COMPETENCE else those[:FEW])
    ]


@slow
@given(st.data())
def test_brute_force_finds_the_same(data: st.DataObject) -> None:
    rulebook = data.draw(rule_sets(SHIPPED, only=LOOKED_AT))
    profile = data.draw(profiles(rulebook))
    advisor = Advisor(rulebook, ReferenceEngine(rulebook), READER)
    standing = advisor.standing(profile)
    likely = standing.judgement.weights.targets or TARGETS
    target = data.draw(st.sampled_from(likely) | st.sampled_from(TARGETS))
    levers = _some_of(levers_of(standing, target))
    reading = standing.judgement.reading
    for reach in Reach:
        found = ChangeSearch(standing, target, levers).smallest(reach)
        expected = smallest_sets(advisor, profile, levers, target, reach)
        assert found.proven
        assert [each.cost for each in found.sets] == [
            cost_of(each) for each in expected[: len(found.sets)]
        ]
        assert len(found.sets) == min(3, len(expected))
        as_changes = [set(changes_by(sorted(each, key=levers.index), reading)) for each in expected]
        for each in found.sets:
            assert set(each.changes) in as_changes


@slow
@given(st.data())
def test_it_does_what_it_says_and_no_part_of_it_can_go(data: st.DataObject) -> None:
    profile = data.draw(profiles(SHIPPED))
    standing = ADVISOR.standing(profile)
    target = data.draw(st.sampled_from(standing.judgement.weights.targets or TARGETS))
    found = ChangeSearch(standing, target).best()
    if found is None:
        return
    assert found.proven
    for each in found.sets:
        assert _reaches(profile, each.changes, target, found.reach)
        for left_out in each.changes:
            rest = [change for change in each.changes if change is not left_out]
            assert not _reaches(profile, (*rest, *_a_point_less(left_out)), target, found.reach)


def _reaches(profile: Profile, changes: tuple[Change, ...], target: Place, reach: Reach) -> bool:
    reading = ADVISOR.standing(profile).judgement.reading
    return reaches(ADVISOR.standing(applied(profile, reading, changes)), target, reach)


def _a_point_less(change: Change) -> tuple[Change, ...]:
    """The change with a rating of one less; nothing when that leaves nothing to do."""
    if change.to is None or change.to - 1 <= (change.have or 2):
        return ()
    return (Change(change.kind, change.id, change.cost, change.told, change.have, change.to - 1),)


@slow
@given(st.data())
def test_only_what_a_person_can_do_is_changed(data: st.DataObject) -> None:
    profile = data.draw(profiles(SHIPPED))
    standing = ADVISOR.standing(profile)
    reading = standing.judgement.reading
    for lever in levers_of(standing, Place("office", "medior")):
        match lever.kind:
            case ChangeKind.COMPETENCE:
                assert SHIPPED.competences_by_id[lever.id].functional
                assert lever.to is not None
                assert lever.to > reading.ratings.get(lever.id, 2)
            case ChangeKind.GOAL:
                goal = SHIPPED.goals_by_id[lever.id]
                assert goal.toward is not Toward.PROJECT_MANAGEMENT
                assert lever.id not in reading.goals
                assert goal.opposite not in reading.goals
            case ChangeKind.WORK:
                assert lever.id not in (reading.work or ())
            case ChangeKind.CERTIFICATE:
                assert lever.id not in SHIPPED.held_with(reading.certificates or ())


def test_the_same_person_always_hears_the_same() -> None:
    profile = profile_from({"title": "PMO'er", "work": [], "competences": {"reporting": 2}})
    target = Place("assurance", "medior")
    first, second = (ChangeSearch(ADVISOR.standing(profile), target).best() for _ in range(2))
    assert first == second
    assert first is not None


def test_what_is_first_already_needs_no_change() -> None:
    standing = ADVISOR.standing(
        profile_from(
            {"title": "PMO'er", "current": {"specialisation": "office", "level": "medior"}}
        )
    )
    first = standing.judgement.first
    assert first is not None
    found = ChangeSearch(standing, first).best()
    assert found is not None
    assert [each.changes for each in found.sets] == [()]


def test_two_levels_up_is_not_within_one_step() -> None:
    standing = ADVISOR.standing(
        profile_from(
            {"title": "PMO'er", "current": {"specialisation": "office", "level": "junior"}}
        )
    )
    search = ChangeSearch(standing, Place("office", "senior"))
    assert search.best() is None
    assert search.limits() is None


@pytest.mark.parametrize("specialisation", ["governance", "assurance"])
def test_a_project_manager_only_has_to_say_that_they_want_to_come(specialisation: str) -> None:
    standing = ADVISOR.standing(profile_from({"title": "Projectmanager"}))
    assert standing.judgement.ranked == ()
    found = ChangeSearch(standing, Place(specialisation, "medior")).smallest(Reach.RECOMMENDED)
    assert all(any(change.id == "come-to-pmo" for change in each.changes) for each in found.sets)
    assert found.sets


def test_a_lower_level_is_reached_by_asking_for_it() -> None:
    standing = ADVISOR.standing(
        profile_from(
            {"title": "PMO'er", "current": {"specialisation": "office", "level": "senior"}}
        )
    )
    found = ChangeSearch(standing, Place("office", "medior")).smallest(Reach.POSSIBLE)
    assert [[change.id for change in each.changes] for each in found.sets] == [["step-back"]]


@pytest.mark.parametrize("reach", Reach)
def test_who_gives_up_says_so(reach: Reach) -> None:
    standing = ADVISOR.standing(profile_from({"title": "PMO", "competences": {"reporting": 2}}))
    target = Place("governance", "senior")
    found = ChangeSearch(standing, target, effort=1).smallest(reach)
    assert not found.proven
    assert found.sets == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "We hebben niet alles kunnen nagaan"),
        ("en", "We could not go through everything"),
    ],
)
def test_what_was_not_proven_is_not_told_as_if_it_were(language: Language, words: str) -> None:
    verdict = Verdicts(ADVISOR.standing(profile_from({"title": "PMO"}))).of(
        Place("governance", "senior")
    )
    for sets in ((), (ChangeSet(()),)):
        change = SmallestChange(Reach.FIRST, sets, proven=False)
        told = Teller(SHIPPED, language).change(TargetExplained(verdict, change, None))
        assert words in told
