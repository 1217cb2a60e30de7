"""The prospects of single conditions, by what they look at."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

from service.advice.completions import Completion, Members
from service.advice.prospects import (
    DECIDED,
    EITHER,
    FALSE,
    NONE,
    OPEN,
    TRUE,
    Leaf,
    Look,
    Range,
    Rest,
    Signal,
)
from service.advice.values import values_around
from service.engine.recall import recall_of
from service.rulebook.conditions import Condition, Operator
from service.rulebook.kleene import Truth, truth_of
from service.rulebook.vocabulary import RATINGS, AttributeType, Measure

WIDEST = RATINGS[0], RATINGS[-1]

KNOWLEDGE = frozenset({Operator.IS_KNOWN, Operator.IS_UNKNOWN})

_DECIDED: Mapping[Truth, Range] = {
    False: (FALSE, FALSE),
    None: (OPEN, OPEN),
    True: (TRUE, TRUE),
}

_LOOKS: Mapping[Truth, Look] = {truth: DECIDED[low] for truth, (low, _) in _DECIDED.items()}


class _Leaf:
    """What all leaves have in common: `waiting` names their own attribute."""

    __slots__ = ("attributes", "condition", "id", "truth")

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self.id = condition.attribute.id
        self.truth = recall_of(condition)
        self.attributes = frozenset({self.id})

    def range(self, completion: Completion) -> Range:
        raise NotImplementedError

    def look(self, widest: Completion) -> Look:
        low, high = self.range(widest)
        if low == high:
            return DECIDED[low]
        waiting = self.attributes & widest.free
        return Look(low, high, waiting, waiting)

    def rest(self, completion: Completion) -> Rest:
        low, high = self.range(completion)
        return low if low == high else self

    def waiting(self, completion: Completion) -> Iterator[str]:
        yield self.id

    def leaves(self) -> Iterator[Leaf]:
        yield self


class OneValue(_Leaf):
    """A condition on a rating, years, a flag or a choice."""

    __slots__ = ("_free", "_look")

    def __init__(self, condition: Condition) -> None:
        super().__init__(condition)
        self._free = low, high = _free(condition)
        undecided = Look(low, high, self.attributes, self.attributes)
        self._look = DECIDED[low] if low == high else undecided

    @property
    def is_free(self) -> bool:
        """Whether it is true of some value and false of another."""
        return self._free == EITHER

    def look(self, widest: Completion) -> Look:
        if self.id in widest.free:
            return self._look
        return _LOOKS[self.truth(widest.facts)]

    def range(self, completion: Completion) -> Range:
        if self.id in completion.free:
            return self._free
        return _DECIDED[self.truth(completion.facts)]


class List(_Leaf):
    """A condition on a list."""

    __slots__ = ("_look", "_named")

    is_free = True
    """Of some lists it is true and of others false."""

    def __init__(self, condition: Condition) -> None:
        super().__init__(condition)
        self._look = Look(*EITHER, self.attributes, self.attributes)
        self._named = frozenset(str(value) for value in condition.values)

    def range(self, completion: Completion) -> Range:
        if self.id in completion.free:
            return EITHER
        members = completion.members.get(self.id)
        if members is not None:
            return self._partly_chosen(members)
        return _DECIDED[self.truth(completion.facts)]

    def look(self, widest: Completion) -> Look:
        if self.id in widest.free:
            return self._look
        return _LOOKS[self.truth(widest.facts)]

    @property
    def fewest(self) -> tuple[str, ...]:
        """As few members as make it true."""
        named = tuple(map(str, self.condition.values))
        match self.condition.operator:
            case Operator.INCLUDES_ALL:
                return named
            case Operator.INCLUDES_ONE:
                return named[:1]
        return ()

    def _partly_chosen(self, members: Members) -> Range:
        """The range over all choices of the members that were not chosen yet."""
        match self.condition.operator:
            case Operator.IS_KNOWN:
                return TRUE, TRUE
            case Operator.IS_UNKNOWN:
                return FALSE, FALSE
            case Operator.INCLUDES_ALL:
                if not self._named.isdisjoint(members.excluded):
                    return FALSE, FALSE
                return (TRUE if self._named <= members.included else FALSE), TRUE
        if not self._named.isdisjoint(members.included):
            found = TRUE, TRUE
        else:
            found = FALSE, (FALSE if self._named <= members.excluded else TRUE)
        if self.condition.operator is Operator.INCLUDES_NONE:
            return TRUE - found[1], TRUE - found[0]
        return found


class OverMeasure(_Leaf):
    """A condition on a measure, which has a range itself while ratings are unknown."""

    __slots__ = ("_highest", "_lowest", "_measure", "_ratings", "_step")

    def __init__(self, condition: Condition, measure: Measure) -> None:
        super().__init__(condition)
        self._measure = measure
        self._ratings = tuple(f"competence.{id}" for id in measure.competences)
        self.attributes = frozenset(self._ratings)
        # Measures are whole numbers, so a bound between two of them is the next one inward.
        bounds = [value for value in condition.values if isinstance(value, int | Fraction)]
        self._lowest = ceil(bounds[0]) if bounds else 0
        self._highest = floor(bounds[-1]) if bounds else 0
        self._step = _counted(measure, RATINGS[-1]) - _counted(measure, RATINGS[0])
        """The most that one rating makes of a difference."""

    def look(self, widest: Completion) -> Look:
        low, high = self.range(widest)
        if low == high:
            return DECIDED[low]
        waiting = self.attributes & widest.free
        return Look(low, high, waiting, waiting if self._one_could_decide(widest) else NONE)

    def _one_could_decide(self, widest: Completion) -> bool:
        """Whether one more rating could make it true, as far as that is easily told."""
        match self.condition.operator:
            case Operator.IS_AT_LEAST:
                return self._span(widest, RATINGS[0])[0] + self._step >= self._lowest
            case Operator.IS_AT_MOST:
                return self._span(widest, RATINGS[-1])[1] - self._step <= self._highest
        return True

    def range(self, completion: Completion) -> Range:
        match self.condition.operator:
            case Operator.IS_AT_LEAST:
                return self._at_least(completion)
            case Operator.IS_AT_MOST:
                return self._at_most(completion)
        if self.condition.operator in KNOWLEDGE:
            return _DECIDED[self.truth(completion.facts)]
        if completion.free.isdisjoint(self._ratings):
            span = self._span(completion, None)
            return _DECIDED[self.truth({self.id: span})]
        if self.condition.operator is not Operator.IS_BETWEEN:
            return EITHER
        low = self._at_least(completion)
        high = self._at_most(completion)
        return min(low[0], high[0]), min(low[1], high[1])

    def waiting(self, completion: Completion) -> Iterator[str]:
        return (id for id in self._ratings if id in completion.free)

    def _at_least(self, completion: Completion) -> Range:
        bound = self._lowest
        worst = self._span(completion, RATINGS[0])
        best = self._span(completion, RATINGS[-1])
        return (
            _truth_of_bound(worst[0] >= bound, worst[1] < bound),
            _truth_of_bound(best[0] >= bound, best[1] < bound),
        )

    def _at_most(self, completion: Completion) -> Range:
        bound = self._highest
        worst = self._span(completion, RATINGS[-1])
        best = self._span(completion, RATINGS[0])
        return (
            _truth_of_bound(worst[1] <= bound, worst[0] > bound),
            _truth_of_bound(best[1] <= bound, best[0] > bound),
        )

    def _span(self, completion: Completion, free_as: int | None) -> tuple[int, int]:
        """The measure with all free ratings taken as `free_as`, or as unknown."""
        key = self._measure.id, free_as
        found: tuple[int, int] | None = completion.memo.get(key)
        if found is None:
            found = completion.memo[key] = self._worked_out(completion, free_as)
        return found

    def _worked_out(self, completion: Completion, free_as: int | None) -> tuple[int, int]:
        low = high = 0
        for id in self._ratings:
            value = completion.facts.get(id)
            if value is None and id in completion.free:
                value = free_as
            lowest, highest = (
                (value, value) if isinstance(value, int) else (RATINGS[0], RATINGS[-1])
            )
            low += _counted(self._measure, lowest)
            high += _counted(self._measure, highest)
        return low, high


class WhetherSignal(_Leaf):
    """A condition on whether a signal is known."""

    __slots__ = ("signal",)

    def __init__(self, condition: Condition, signal: Signal) -> None:
        super().__init__(condition)
        self.signal = signal
        self.attributes = signal.attributes

    def look(self, widest: Completion) -> Look:
        low, high = self.range(widest)
        waiting = frozenset(self.waiting(widest)) if low != high else NONE
        return Look(low, high, waiting, waiting)

    def range(self, completion: Completion) -> Range:
        low, high = self.signal.range(completion)
        if low != high:
            return EITHER
        known = self.condition.operator is Operator.IS_KNOWN
        return (TRUE, TRUE) if known is (low != OPEN) else (FALSE, FALSE)

    def waiting(self, completion: Completion) -> Iterator[str]:
        return self.signal.waiting(completion)

    def leaves(self) -> Iterator[Leaf]:
        yield self
        yield from self.signal.leaves()


def _counted(measure: Measure, rating: int) -> int:
    """What a rating adds to a measure."""
    return rating if measure.at_least is None else int(rating >= measure.at_least)


def _free(condition: Condition) -> Range:
    """Over everything the attribute may turn out to be, unknown included."""
    if condition.operator in KNOWLEDGE:
        return EITHER
    if condition.attribute.type not in {AttributeType.RATING, AttributeType.YEARS}:
        return EITHER
    id = condition.attribute.id
    truths = {
        truth_of(condition, {id: value})
        for value in values_around([condition], condition.attribute)
    }
    return (FALSE if False in truths else OPEN), (TRUE if True in truths else OPEN)


def _truth_of_bound(holds: bool, fails: bool) -> int:
    return TRUE if holds else (FALSE if fails else OPEN)
