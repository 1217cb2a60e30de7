"""Answers: for a question of an advice, what each answer to it would change.

An answer is tried out by judging the same person with it. Of a list one member is tried at a time;
answers that no rule can tell apart are judged once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from service.advice import Advisor
from service.advice.confidence import confidence_in
from service.advice.model import Confidence, Question
from service.advice.outcome import LEANS
from service.advice.prospects import Leaf
from service.advice.standing import Standing
from service.reading.model import Reading
from service.reading.profile import Profile
from service.rulebook.career import Place
from service.rulebook.rules import Outcome, Rule
from service.rulebook.vocabulary import (
    RATINGS,
    TENTHS,
    YEARS_MAXIMUM,
    Attribute,
    AttributeType,
)

MOST_YEARS = YEARS_MAXIMUM * TENTHS
GOALS = "goals"
NOTHING: tuple[str, ...] = ()
"""The empty list: an answer as good as any."""


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most years, both included, in tenths."""

    least: int
    most: int


Value = int | str | Span | tuple[str, ...]
"""A rating, a choice, a span of years, or a list of none or one."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What the advice comes to.

    `confidence` is None for an answer to a list: with one member alone it would say nothing about
    an answer in full.
    """

    first: Place | None
    outcome: Outcome
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers that all have the same effect.

    `changes` says whether the first recommendation or the outcome is another one than now.
    """

    values: tuple[Value, ...]
    effect: Effect
    changes: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with all answers to it, and the effect as things are `now`."""

    question: Question
    now: Effect
    answers: tuple[Answers, ...]

    @property
    def one_at_a_time(self) -> bool:
        """Whether more may be answered together than was tried."""
        return self.question.attribute.type is AttributeType.MEMBERS


def answers_to(
    question: Question, profile: Profile, advisor: Advisor, standing: Standing | None = None
) -> Answered:
    """What each answer to a question about this profile would change.

    `standing` saves judging the profile where that was done. Raises `ProfileRefused` when the
    profile has mistakes.
    """
    standing = standing or advisor.standing(profile)
    now = _effect(standing, of_list=question.attribute.type is AttributeType.MEMBERS)
    groups: dict[Effect, list[Value]] = {}
    for value, effect in _tried(question.attribute, profile, advisor, standing, now):
        groups.setdefault(effect, []).append(value)
    answers = [
        Answers(
            _joined(values),
            effect,
            (effect.first, effect.outcome) != (now.first, now.outcome),
        )
        for effect, values in groups.items()
    ]
    # What stands for "anything else" comes last.
    answers.sort(key=lambda each: NOTHING in each.values)
    return Answered(question, now, tuple(answers))


def _effect(standing: Standing, *, of_list: bool) -> Effect:
    judgement = standing.judgement
    confidence = None if of_list else confidence_in(standing)
    return Effect(judgement.first, judgement.outcome, confidence)


def _tried(
    attribute: Attribute, profile: Profile, advisor: Advisor, standing: Standing, now: Effect
) -> Iterator[tuple[Value, Effect]]:
    reading = standing.judgement.reading

    def effect_of(answered: Reading) -> Effect:
        of_list = attribute.type is AttributeType.MEMBERS
        return _effect(advisor.standing_of(answered), of_list=of_list)

    match attribute.type:
        case AttributeType.RATING:
            id = attribute.id.partition(".")[2]
            for rating in RATINGS:
                yield rating, effect_of(replace(reading, ratings={**reading.ratings, id: rating}))
        case AttributeType.YEARS:
            for span in _spans(attribute, standing):
                yield span, effect_of(_with_years(reading, attribute, span.least))
        case AttributeType.MEMBERS if attribute.id == GOALS:
            # What was not stated is known already: it is false.
            yield NOTHING, now
            for goal in attribute.values:
                if goal not in reading.goals:
                    yield (goal,), effect_of(_with_goal(reading, goal, attribute.values))
        case AttributeType.MEMBERS:
            yield from _members(attribute, standing, effect_of)
        case _:
            for choice in attribute.values:
                # What someone wants may be heard otherwise from inside PMO: it is read again.
                field = attribute.id.replace(".", "_")
                answered = replace(profile, **{field: choice})  # type: ignore[arg-type]
                yield choice, _effect(advisor.standing(answered), of_list=False)


def _with_years(reading: Reading, attribute: Attribute, tenths: int) -> Reading:
    """Years in the role count as years in PMO, where those are not known and the role is there."""
    if attribute.id == "years.in_pmo":
        return replace(reading, years_in_pmo=tenths)
    in_pmo = reading.years_in_pmo
    if in_pmo is None and reading.in_pmo:
        in_pmo = tenths
    return replace(reading, years_in_role=tenths, years_in_pmo=in_pmo)


def _with_goal(reading: Reading, goal: str, goals: Iterable[str]) -> Reading:
    stated = {*reading.goals, goal}
    return replace(reading, goals=tuple(each for each in goals if each in stated))


def _spans(attribute: Attribute, standing: Standing) -> Iterator[Span]:
    """Years that the same conditions hold for, whatever the rules make of them."""
    ids = {attribute.id}
    if standing.judgement.reading.in_pmo:
        ids.add("years.in_pmo")
    starts = {0}
    for id in ids:
        for leaf in standing.outlook.values.about(id):
            for value in leaf.condition.values:
                assert isinstance(value, int)
                starts |= {value, value + 1}
    ordered = sorted(start for start in starts if start <= MOST_YEARS)
    for start, following in zip(ordered, [*ordered[1:], MOST_YEARS + 1], strict=True):
        yield Span(start, following - 1)


def _joined(values: Iterable[Value]) -> tuple[Value, ...]:
    """Spans that follow on each other are one."""
    joined: list[Value] = []
    for value in values:
        last = joined[-1] if joined else None
        if isinstance(value, Span) and isinstance(last, Span) and last.most + 1 == value.least:
            joined[-1] = Span(last.least, value.most)
        else:
            joined.append(value)
    return tuple(joined)


def _members(
    attribute: Attribute, standing: Standing, effect_of: Callable[[Reading], Effect]
) -> Iterator[tuple[Value, Effect]]:
    """The empty list, and each member alone."""
    reading, rulebook = standing.judgement.reading, standing.rulebook
    named = _named(attribute, standing)
    effects: dict[frozenset[str], Effect] = {}
    for members in (NOTHING, *((member,) for member in attribute.values)):
        held = rulebook.held_with(members) if attribute.id == "certificates" else members
        told_apart = named.intersection(held)
        if told_apart not in effects:
            effects[told_apart] = effect_of(_with_list(reading, attribute, members))
        yield members, effects[told_apart]


def _with_list(reading: Reading, attribute: Attribute, members: tuple[str, ...]) -> Reading:
    if attribute.id == "work":
        return replace(reading, work=members)
    return replace(reading, certificates=members)


def _named(attribute: Attribute, standing: Standing) -> frozenset[str]:
    """The members of an unknown list that are named by a rule which it could still change."""
    outlook = standing.outlook
    leaves: Iterable[Leaf]
    if _may_move(attribute, standing):
        # From another place every rule may count.
        leaves = outlook.values.about(attribute.id)
    else:
        leaves = (leaf for rule in _counting(standing) for leaf in outlook.of(rule).leaves())
    return frozenset(
        str(value)
        for leaf in leaves
        if leaf.condition.attribute.id == attribute.id
        for value in leaf.condition.values
    )


def _may_move(attribute: Attribute, standing: Standing) -> bool:
    """Whether an answer could settle the present place otherwise."""
    free = frozenset({attribute.id})
    levelling = standing.levelling(standing.judgement.present.specialisation)
    return any(
        situation.touches(free, rule)
        for situation, rules in (
            (standing.before, standing.settling),
            (levelling, standing.settling_level),
        )
        for rule in situation.unsettled(rules)
    )


def _counting(standing: Standing) -> Iterator[Rule]:
    """The rules that bear on the first or on the outcome from this place and are not settled."""
    weights, settled = standing.judged.weights, standing.judged.placed.settled
    yield from (rule for rule, _ in standing.outlook.raising)
    yield from standing.rulebook.signal_rules.get(LEANS, ())
    excluding = (rule for rules in weights.ruled_out_by for rule in rules)
    yield from (rule for rule in {*weights.bearing, *excluding} if settled(rule) is None)
