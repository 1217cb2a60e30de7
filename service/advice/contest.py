"""The contest: from one present place, everything that could cost the first its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from service.advice.completions import Completion
from service.advice.judgement import message_facts, outcome_before_messages
from service.advice.model import PresentPlace
from service.advice.outcome import LEANS
from service.advice.present import place_facts
from service.advice.prospects import TRUE, Prospect, Range, Rest
from service.advice.search import Verdict
from service.advice.standing import Score, Standing, rest_of, scores_of
from service.rulebook.career import Place
from service.rulebook.rules import Outcome, Rule


@dataclass(frozen=True, slots=True)
class Threat:
    """One way to lose: true of a completion that does. `attributes` are what it waits for."""

    watched: list[Prospect]
    verdict: Verdict
    attributes: frozenset[str]


class Contest:
    """The threats to the first recommendation and to the outcome of a judgement.

    What is decided even when everything unknown is free is decided for good, and only the rest is
    looked at again.
    """

    def __init__(self, standing: Standing, present: PresentPlace) -> None:
        judgement = standing.judgement
        self._standing = standing
        self._present = present
        self._judged = present == judgement.present
        """Then what the engine found counts here as well."""
        self._weights = standing.weighings.of(judgement.reading, present.place)
        self._widest = (
            standing.placed
            if self._judged
            else Completion({**standing.base, **place_facts(present)}, standing.free, {})
        )
        assert judgement.first is not None
        self._first = judgement.first
        self.lost = self._first not in self._weights.points
        self.threats = [] if self.lost else list(self._threats())
        self.attributes = frozenset(id for threat in self.threats for id in threat.attributes)

    @cached_property
    def _scores(self) -> Mapping[Place, Score]:
        if self._judged:
            return self._standing.scores
        return scores_of(self._weights, {}, self._widest, self._standing.outlook)

    def _threats(self) -> Iterator[Threat]:
        yield from self._threat(*self._losing())
        for rival in self._weights.points:
            if rival != self._first:
                yield from self._threat(*self._overtaking(rival))
        yield from self._threat(*self._raising())

    def _threat(self, watched: list[Prospect], verdict: Verdict) -> Iterator[Threat]:
        """The threat, unless it is none even when everything is free."""
        if verdict(self._widest) is False:
            return
        attributes = frozenset(id for prospect in watched for id in prospect.waiting(self._widest))
        yield Threat(watched, verdict, attributes)

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

    def _overtaking(self, rival: Place) -> tuple[list[Prospect], Verdict]:
        """The rival comes before the first."""
        own, first, order = self._scores[rival], self._scores[self._first], self._weights.order
        needed = 0 if order[rival] < order[self._first] else 1
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
        judgement, rulebook = self._standing.judgement, self._standing.rulebook
        outcome = judgement.outcome
        lowest, with_leaning = (
            outcome_before_messages(
                judgement.reading,
                rulebook,
                self._present,
                has_recommendation=True,
                leans=leans,
            )
            for leans in (False, True)
        )
        raisers: list[tuple[Rest, Outcome]] = [
            (self._message(rule), raised)
            for rule, raised in self._standing.outlook.raising
            if raised.strength > lowest.strength
        ]
        if with_leaning.strength > lowest.strength:
            raisers += [
                (self._rest(rule), with_leaning) for rule in rulebook.signal_rules.get(LEANS, ())
            ]
        floor = _strongest([lowest, *(raised for rest, raised in raisers if rest == TRUE)])
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

    def _rest(self, rule: Rule) -> Rest:
        found = self._standing.judgement.growth if self._judged else {}
        return rest_of(rule, found, self._widest, self._standing.outlook)

    def _message(self, rule: Rule) -> Rest:
        found = self._standing.judgement.messages if self._judged else {}
        return rest_of(rule, found, self._spoken, self._standing.outlook)

    @cached_property
    def _spoken(self) -> Completion:
        if self._judged:
            return self._standing.spoken
        facts = message_facts(
            self._widest.facts, self._present, self._first, self._standing.rulebook
        )
        return Completion(facts, self._widest.free, {})

    def _outs(self, target: Place) -> tuple[list[Prospect], bool]:
        """The rules that could rule a target out, and whether one does."""
        rests = [self._rest(rule) for rule in self._weights.ruled_out_by[target]]
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
