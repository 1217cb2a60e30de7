"""Changes: what a person can do that rules look at, and the profile of who has done it.

Only these four: state a goal, raise a functional competence, take up a kind of work, earn a
certificate. Never a trait, years, a title or a place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from service.advice.standing import Standing
from service.reading.model import Reading
from service.reading.profile import Profile
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.reach import is_lower
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import RATINGS, STEP_BACK, ChangeKind, Goal, Toward

UNRATED = 2
"""A competence that was not rated is taken up from here: what one does on one's own is a 3."""


@dataclass(frozen=True, slots=True)
class Lever:
    """The smallest thing that can change: one point of a competence, or one other thing.

    `to` is the rating that it leads to, None for what is no rating; the rung below comes first.
    """

    kind: ChangeKind
    id: str
    cost: int
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do. `to` is the rating to come to, `have` the present one where it is known.

    `told` is False where the person may have it already, and only did not tell.
    """

    kind: ChangeKind
    id: str
    cost: int
    told: bool
    have: int | None = None
    to: int | None = None


class Reach(StrEnum):
    """How far a change brings a target."""

    FIRST = "first"
    RECOMMENDED = "recommended"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that do it together, none of which can be left out."""

    changes: tuple[Change, ...]

    @property
    def cost(self) -> int:
        return sum(change.cost for change in self.changes)


@dataclass(frozen=True, slots=True)
class SmallestChange:
    """The cheapest first, none of them around another. `sets` is empty where nothing does it.

    `proven` is False where the solver gave up: then there may be cheaper ones, or any at all.
    """

    reach: Reach
    sets: tuple[ChangeSet, ...]
    proven: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """What no change can do anything about: the rules that exclude, and the most points."""

    excluded_by: tuple[Rule, ...]
    most: int


def levers_of(standing: Standing, target: Place) -> tuple[Lever, ...]:
    """Everything that this person could change, in the order of the rulebook; rungs go upward.

    A step back is on the list only where the target is one.
    """
    place, rulebook = standing.judgement.place, standing.rulebook
    steps_back = place is not None and is_lower(target, place, rulebook)
    return tuple(
        lever
        for lever in _levers(standing.judgement.reading, rulebook)
        if steps_back or (lever.kind, lever.id) != (ChangeKind.GOAL, STEP_BACK)
    )


def _levers(reading: Reading, rulebook: Rulebook) -> Iterator[Lever]:
    costs = rulebook.costs
    stated = [rulebook.goals_by_id[id] for id in reading.goals]
    denials = {goal.opposite for goal in rulebook.goals}
    for goal in rulebook.goals:
        if goal not in stated and goal.id not in denials and _may_be_advised(goal, stated):
            yield Lever(ChangeKind.GOAL, goal.id, costs[ChangeKind.GOAL])
    for competence in rulebook.competences:
        if competence.functional:
            start = reading.ratings.get(competence.id, UNRATED)
            for rating in RATINGS[RATINGS.index(start) + 1 :]:
                cost = costs[ChangeKind.COMPETENCE]
                yield Lever(ChangeKind.COMPETENCE, competence.id, cost, rating)
    for work in rulebook.work:
        if work.id not in (reading.work or ()):
            yield Lever(ChangeKind.WORK, work.id, costs[ChangeKind.WORK])
    held = rulebook.held_with(reading.certificates or ())
    for certificate in rulebook.certificates:
        if certificate.id not in held:
            yield Lever(ChangeKind.CERTIFICATE, certificate.id, costs[ChangeKind.CERTIFICATE])


def _may_be_advised(goal: Goal, stated: Iterable[Goal]) -> bool:
    """Nobody is asked to want project management, or what they said not to want."""
    wants_otherwise = any(each.id == goal.opposite for each in stated)
    return goal.toward is not Toward.PROJECT_MANAGEMENT and not wants_otherwise


def changes_by(levers: Iterable[Lever], reading: Reading) -> tuple[Change, ...]:
    """What is to be done when these levers are used, rungs of one competence as one change."""
    found: dict[tuple[ChangeKind, str], Change] = {}
    for lever in levers:
        key = lever.kind, lever.id
        before = found[key].cost if key in found else 0
        have = reading.ratings.get(lever.id) if lever.kind is ChangeKind.COMPETENCE else None
        found[key] = Change(
            lever.kind, lever.id, before + lever.cost, _told(lever, reading), have, lever.to
        )
    return tuple(found.values())


def _told(lever: Lever, reading: Reading) -> bool:
    match lever.kind:
        case ChangeKind.COMPETENCE:
            return lever.id in reading.ratings
        case ChangeKind.WORK:
            return reading.work is not None
        case ChangeKind.CERTIFICATE:
            return reading.certificates is not None
    return True


def applied(profile: Profile, reading: Reading, changes: Iterable[Change]) -> Profile:
    """The profile of who has made these changes; `reading` is that of the profile as it is."""
    ratings: dict[str, int | None] = dict(reading.ratings)
    added: dict[ChangeKind, list[str]] = {kind: [] for kind in ChangeKind}
    for change in changes:
        if change.kind is ChangeKind.COMPETENCE:
            ratings[change.id] = change.to
        else:
            added[change.kind].append(change.id)
    return replace(
        profile,
        competences=ratings,
        goals=_with(profile.goals, added[ChangeKind.GOAL]),
        work=_with(profile.work, added[ChangeKind.WORK]),
        certificates=_with(profile.certificates, added[ChangeKind.CERTIFICATE]),
    )


def _with(sent: tuple[str, ...] | None, added: list[str]) -> tuple[str, ...] | None:
    return (*(sent or ()), *added) if added else sent
