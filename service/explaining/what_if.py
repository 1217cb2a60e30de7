"""What if: the advice for a profile beside that for variations on it, and what differs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from service.advice import Advice, Advisor
from service.advice.asks import Asks, gaps_in
from service.advice.evidence import evidence_for
from service.advice.model import Ask, Confidence, Message, PresentPlace
from service.advice.standing import Standing
from service.reading.profile import Profile, RatingsBy
from service.reading.variations import Variation
from service.rulebook.career import Place
from service.rulebook.rules import Outcome, Rule
from service.rulebook.vocabulary import Attribute, AttributeType, Moment

Counted = tuple[Rule, int]
"""A growth rule that counts for a target, with its points."""


_RATED = frozenset({AttributeType.RATING, AttributeType.MEASURE})


class State(StrEnum):
    """How a target comes out: recommended, or why not.

    OUTRANKED: three others come before it. WITHOUT_POINTS: its score is not above zero. WITHHELD:
    no step is shown, because a talk comes first.
    """

    RECOMMENDED = "recommended"
    OUTRANKED = "outranked"
    WITHOUT_POINTS = "without_points"
    RULED_OUT = "ruled_out"
    OUT_OF_REACH = "out_of_reach"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Stand:
    """A target in one advice; `rank` is None unless recommended, `score` when out of reach."""

    state: State
    rank: int | None
    score: int | None


class GapState(StrEnum):
    """What became of something that a role asks."""

    CLOSED = "closed"
    NEW = "new"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class GapChange:
    """A gap before or after; ratings are None for what has none or is not known."""

    state: GapState
    ask: Ask
    have_before: int | None
    have_after: int | None


@dataclass(frozen=True, slots=True)
class TargetDifference:
    """A target that is recommended before or after."""

    target: Place
    before: Stand
    after: Stand
    gained: tuple[Counted, ...]
    lost: tuple[Counted, ...]
    gaps: tuple[GapChange, ...]
    rests_on_ratings: bool
    """Whether a rating had to do with what was gained or lost, or with a gap."""

    @property
    def changed(self) -> bool:
        return self.before != self.after or bool(self.gained or self.lost or self.gaps)


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two advices, `before` and `after` a change in the profile.

    `targets` are in the order of the advice after, then those that are only in the one before.
    """

    before: Advice
    after: Advice
    known: tuple[Attribute, ...]
    no_longer_known: tuple[Attribute, ...]
    goals_new: tuple[str, ...]
    goals_gone: tuple[str, ...]
    targets: tuple[TargetDifference, ...]
    said_new: tuple[Message, ...]
    said_gone: tuple[Message, ...]

    @property
    def outcomes(self) -> tuple[Outcome, Outcome]:
        return self.before.outcome, self.after.outcome

    @property
    def confidences(self) -> tuple[Confidence, Confidence]:
        return self.before.confidence, self.after.confidence

    @property
    def places(self) -> tuple[PresentPlace, PresentPlace]:
        return self.before.present, self.after.present

    @property
    def moved(self) -> bool:
        """Whether the person is read to stand elsewhere."""
        before, after = self.places
        return (before.specialisation, before.level) != (after.specialisation, after.level)

    @property
    def changed(self) -> bool:
        """Whether anything in the advice is different."""
        return (
            self.outcomes[0] is not self.outcomes[1]
            or self.confidences[0] is not self.confidences[1]
            or self.moved
            or self.places[0].contradictory is not self.places[1].contradictory
            or any(target.changed for target in self.targets)
            or bool(self.said_new or self.said_gone)
        )


@dataclass(frozen=True, slots=True)
class Alternative:
    """The advice for one variation. `ratings_by` says who gave the ratings, where it was sent."""

    name: str
    ratings_by: RatingsBy | None
    advice: Advice
    differences: Differences


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The advice for a profile as it is, and for each variation."""

    base: Advice
    alternatives: tuple[Alternative, ...]


def what_if(profile: Profile, variations: Iterable[Variation], advisor: Advisor) -> WhatIf:
    """The advice for a profile beside that for variations on it.

    The work grows with the number of variations and no faster. Raises `ProfileRefused` when one of
    the profiles has mistakes.
    """
    asks = Asks(advisor.rulebook)
    base = _Seen(advisor.standing(profile), advisor, asks)
    alternatives = []
    for variation in variations:
        seen = _Seen(advisor.standing(variation.profile), advisor, asks)
        ratings_by = variation.profile.ratings_by
        differences = _differences(base, seen)
        alternatives.append(Alternative(variation.name, ratings_by, seen.advice, differences))
    return WhatIf(base.advice, tuple(alternatives))


class _Seen:
    """One advice, with how every target comes out in it, recommended or not."""

    def __init__(self, standing: Standing, advisor: Advisor, asks: Asks) -> None:
        self.advice = advisor.advice_on(standing)
        self._judgement = judgement = standing.judgement
        self._rulebook = advisor.rulebook
        self._attributes = advisor.rulebook.attributes_by_id
        self._outlook = standing.outlook
        self._asks = asks
        self._grown = judgement.growth.true
        self.recommended = [each.target for each in judgement.ranked]

    def counted(self, target: Place) -> dict[Rule, int]:
        """The rules that fired for or against a target, with their points."""
        weights = self._judgement.weights
        if target not in weights.targets:
            return {}
        number = weights.targets.index(target)
        return {
            rule: points
            for rule in self._grown
            for each, points in weights.bearing.get(rule, ())
            if each == number
        }

    def stand(self, target: Place) -> Stand:
        weights = self._judgement.weights
        if target not in weights.targets:
            return Stand(State.OUT_OF_REACH, None, None)
        score = sum(self.counted(target).values())
        if target in self.recommended:
            return Stand(State.RECOMMENDED, self.recommended.index(target) + 1, score)
        excluding = weights.ruled_out_by[weights.targets.index(target)]
        if any(rule in self._grown for rule in excluding):
            return Stand(State.RULED_OUT, None, score)
        if score <= 0:
            return Stand(State.WITHOUT_POINTS, None, score)
        return Stand(State.OUTRANKED if self.recommended else State.WITHHELD, None, score)

    def rests_on_ratings(self, rule: Rule) -> bool:
        """Whether a rating is among what made a rule fire here."""
        facts = self._judgement.facts
        return any(
            attribute.type in _RATED
            or (attribute.moment is Moment.SIGNALS and self._signal_is_rated(attribute.id))
            for attribute in (
                self._attributes[each.attribute] for each in evidence_for(rule, facts)
            )
        )

    def _signal_is_rated(self, id: str) -> bool:
        facts = self._judgement.facts
        rules = self._rulebook.signal_rules[id.removeprefix("signal.")]
        looked_at = {each for rule in rules for each in self._outlook.of(rule).attributes}
        return any(each in facts and self._attributes[each].type in _RATED for each in looked_at)

    def asked(self, target: Place) -> list[tuple[Ask, bool, int | None]]:
        """What the role at a target asks: whether it is a gap, and the rating if there is one."""
        facts = self._judgement.facts
        found = []
        for ask in self._asks.of(target, facts):
            value = facts.get(ask.condition.attribute.id)
            rating = value if isinstance(value, int) else None
            found.append((ask, bool(gaps_in((ask,), facts)), rating))
        return found


def _differences(base: _Seen, seen: _Seen) -> Differences:
    before, after = base.advice, seen.advice
    targets = dict.fromkeys((*seen.recommended, *base.recommended))
    goals_before, goals_after = before.reading.goals, after.reading.goals
    return Differences(
        before=before,
        after=after,
        known=tuple(each for each in before.unknown if each not in after.unknown),
        no_longer_known=tuple(each for each in after.unknown if each not in before.unknown),
        goals_new=tuple(goal for goal in goals_after if goal not in goals_before),
        goals_gone=tuple(goal for goal in goals_before if goal not in goals_after),
        targets=tuple(_target(target, base, seen) for target in targets),
        said_new=tuple(each for each in after.messages if each not in before.messages),
        said_gone=tuple(each for each in before.messages if each not in after.messages),
    )


def _target(target: Place, base: _Seen, seen: _Seen) -> TargetDifference:
    before, after = base.counted(target), seen.counted(target)
    gained = _in_order((rule, points) for rule, points in after.items() if rule not in before)
    lost = _in_order((rule, points) for rule, points in before.items() if rule not in after)
    gaps = tuple(_gaps(target, base, seen))
    return TargetDifference(
        target=target,
        before=base.stand(target),
        after=seen.stand(target),
        gained=gained,
        lost=lost,
        gaps=gaps,
        rests_on_ratings=(
            any(gap.have_before or gap.have_after for gap in gaps)
            or any(seen.rests_on_ratings(rule) for rule, _ in gained)
            or any(base.rests_on_ratings(rule) for rule, _ in lost)
        ),
    )


def _in_order(counted: Iterable[Counted]) -> tuple[Counted, ...]:
    """As in an advice: what counts most first."""
    return tuple(sorted(counted, key=lambda each: (-each[1], each[0].id)))


def _gaps(target: Place, base: _Seen, seen: _Seen) -> Iterable[GapChange]:
    for old, new in zip(base.asked(target), seen.asked(target), strict=True):
        (_, was_gap, had), (ask, is_gap, has) = old, new
        if was_gap and not is_gap:
            state = GapState.CLOSED if ask.known else GapState.UNKNOWN
        elif is_gap and not was_gap:
            state = GapState.NEW
        elif is_gap and had != has:
            state = GapState.CHANGED
        else:
            continue
        yield GapChange(state, ask, had, has)
