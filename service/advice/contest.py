"""The contest: in one field, everything free attributes could do to cost the first its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from service.advice.completions import Completion
from service.advice.field import Field, Raiser, Score
from service.advice.prospects import TRUE, Prospect, Range, Rest
from service.advice.search import Verdict
from service.rulebook.rules import Outcome, Rule


@dataclass(frozen=True, slots=True)
class Threat:
    """One way to lose: the verdict is true of a completion that does, and rests on `watched`."""

    watched: list[Prospect]
    verdict: Verdict


class Contest:
    """The threats to what is first and to the `outcome`, while some attributes are free."""

    def __init__(self, field: Field, outcome: Outcome, free: frozenset[str]) -> None:
        assert field.first is not None
        self._field = field
        self._first = field.first
        self._outcome = outcome
        self._free = free
        self._widest = field.placed.within(free)
        self._scores = field.scores(free, self._rest)

    def threats(self) -> Iterator[Threat]:
        """Those that are left when everything is free."""
        yield from self._threat(*self._losing())
        for rival in range(len(self._scores)):
            if rival != self._first:
                yield from self._threat(*self._overtaking(rival))
        yield from self._threat(*self._raising())

    def _threat(self, watched: list[Prospect], verdict: Verdict) -> Iterator[Threat]:
        if verdict(self._widest) is not False:
            yield Threat(watched, verdict)

    def _losing(self) -> tuple[list[Prospect], Verdict]:
        """The first is ruled out, or ends without points."""
        score = self._scores[self._first]
        terms = list(score.open.values())
        outs, is_out = self._outs(self._first)

        def lost(completion: Completion) -> bool | None:
            out = [when.range(completion) for when in outs]
            least, most = _bounds(terms, completion)
            if is_out or any(low == TRUE for low, _ in out) or score.sure + most <= 0:
                return True
            return False if score.sure + least > 0 and not _any_can(out) else None

        return [*(when for when, _ in terms), *outs], lost

    def _overtaking(self, rival: int) -> tuple[list[Prospect], Verdict]:
        """The rival comes before the first."""
        own, first = self._scores[rival], self._scores[self._first]
        needed = 0 if rival < self._first else 1
        if own.most <= 0 or own.most - first.least < needed:
            return [], _never
        lead = own.sure - first.sure
        owns = list(own.open.values())
        leads = _leads(own, first)
        outs, is_out = self._outs(rival)

        def overtakes(completion: Completion) -> bool | None:
            least, most = _bounds(leads, completion)
            if is_out or lead + most < needed:
                return False
            out = [when.range(completion) for when in outs]
            own_least, own_most = _bounds(owns, completion)
            if own.sure + own_most <= 0 or any(low == TRUE for low, _ in out):
                return False
            certain = lead + least >= needed and own.sure + own_least > 0
            return True if certain and not _any_can(out) else None

        return [*(when for when, _ in leads), *outs], overtakes

    def _raising(self) -> tuple[list[Prospect], Verdict]:
        """The outcome becomes another one."""
        outcome = self._outcome
        raisers = [(self._raise(raiser), raiser.outcome) for raiser in self._field.raisers]
        fixed = [raised for rest, raised in raisers if rest == TRUE]
        floor = _strongest([self._field.outcome, *fixed])
        open_raisers = [(rest, raised) for rest, raised in raisers if not isinstance(rest, int)]

        def differs(completion: Completion) -> bool | None:
            ranges = [(when.range(completion), raised) for when, raised in open_raisers]
            least = _strongest([floor, *(raised for (low, _), raised in ranges if low == TRUE)])
            most = _strongest([floor, *(raised for (_, high), raised in ranges if high == TRUE)])
            if least is most:
                return least is not outcome
            if least.strength > outcome.strength or most.strength < outcome.strength:
                return True
            return None

        return [when for when, _ in open_raisers], differs

    def _raise(self, raiser: Raiser) -> Rest:
        spoken = raiser.situation is self._field.spoken
        widest = self._spoken if spoken else self._widest
        return raiser.situation.rest(raiser.rule, widest, self._free)

    @cached_property
    def _spoken(self) -> Completion:
        return self._field.spoken.within(self._free)

    def _rest(self, rule: Rule) -> Rest:
        return self._field.placed.rest(rule, self._widest, self._free)

    def _outs(self, target: int) -> tuple[list[Prospect], bool]:
        """The rules that could rule a target out, and whether one does."""
        rests = [self._rest(rule) for rule in self._field.weights.ruled_out_by[target]]
        return [rest for rest in rests if not isinstance(rest, int)], TRUE in rests


def _never(_: Completion) -> bool:
    return False


def _leads(rival: Score, first: Score) -> list[tuple[Prospect, int]]:
    """What each open rule adds to the lead of the rival, what matters most in front."""
    leads = dict(rival.open)
    for rule, (when, points) in first.open.items():
        leads[rule] = when, (leads[rule][1] if rule in leads else 0) - points
    return sorted(leads.values(), key=lambda lead: -abs(lead[1]))


def _bounds(terms: Iterable[tuple[Prospect, int]], completion: Completion) -> Range:
    """The least and the most that rules which are not decided can still add."""
    least = most = 0
    for when, points in terms:
        low, high = when.range(completion)
        if low == TRUE:
            least += points
            most += points
        elif high == TRUE:
            least += min(points, 0)
            most += max(points, 0)
    return least, most


def _strongest(outcomes: list[Outcome]) -> Outcome:
    return max(outcomes, key=lambda each: each.strength)


def _any_can(ranges: list[Range]) -> bool:
    return any(high == TRUE for _, high in ranges)
