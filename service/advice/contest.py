"""The contest: from one present place, everything that could cost the first its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.advice.completions import Completion
from service.advice.judgement import Judgement, message_facts, outcome_before_messages
from service.advice.model import PresentPlace
from service.advice.outcome import LEANS, outcome_of
from service.advice.outlook import Outlook
from service.advice.present import place_facts
from service.advice.prospects import FALSE, TRUE, Prospect, Range, Rest
from service.advice.ranking import Weighings
from service.advice.search import Verdict
from service.engine.protocol import Findings, Status
from service.rulebook.career import Place
from service.rulebook.rules import Outcome, Rule
from service.rulebook.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Threat:
    """One way to lose: true of a completion that does. `attributes` are what it waits for."""

    watched: list[Prospect]
    verdict: Verdict
    attributes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Term:
    """What a growth rule that is not decided yet adds when it is true.

    `lead` counts for the rival and against the first; `own` for the rival alone.
    """

    when: Prospect
    lead: int
    own: int


class Contest:
    """The threats to the first recommendation and to the outcome of a judgement.

    `widest` is the completion in which everything unknown is free; what is decided even there is
    decided for good, and only the rest is looked at again.
    """

    def __init__(
        self,
        judgement: Judgement,
        present: PresentPlace,
        widest: Completion,
        weighings: Weighings,
        outlook: Outlook,
    ) -> None:
        self._rulebook = weighings.rulebook
        self._outlook = outlook
        self._judgement = judgement
        self._present = present
        self._widest = Completion({**widest.facts, **place_facts(present)}, widest.free, {})
        # From the place that was judged, what the engine found is decided for good.
        self._found: Findings = (
            {**judgement.growth, **judgement.messages} if present == judgement.present else {}
        )
        self._rests: dict[str, Rest] = {}
        self._weights = weighings.of(judgement.reading, present.place)
        assert judgement.first is not None
        self._first = judgement.first
        self.lost = self._first not in self._weights.points
        self.threats = [] if self.lost else list(self._threats())

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

    def _rest(self, rule: Rule, completion: Completion | None = None) -> Rest:
        """What is left of a rule; in `completion` for a message, else in the widest one."""
        if rule.id not in self._rests:
            self._rests[rule.id] = self._worked_out(rule, completion or self._widest)
        return self._rests[rule.id]

    def _worked_out(self, rule: Rule, completion: Completion) -> Rest:
        found = self._found.get(rule.id)
        if rule in self._outlook.grows:
            if found is Status.TRUE:
                return TRUE
            if found is Status.FALSE:
                return FALSE
        return self._outlook.of(rule).rest(completion)

    def _losing(self) -> tuple[list[Prospect], Verdict]:
        """The first is ruled out, or ends without points."""
        terms, score = self._terms(dict(self._weights.points[self._first]), {})
        leads = [(term.when, term.lead) for term in terms]
        outs, is_out = self._outs(self._first)

        def lost(completion: Completion) -> bool | None:
            out = [when.range(completion) for when in outs]
            least, most = _bounds(leads, completion)
            if is_out or any(low == TRUE for low, _ in out) or score + most <= 0:
                return True
            return False if score + least > 0 and not _any_can(out) else None

        return [*(term.when for term in terms), *outs], lost

    def _overtaking(self, rival: Place) -> tuple[list[Prospect], Verdict]:
        """The rival comes before the first."""
        order = self._weights.order
        needed = 0 if order[rival] < order[self._first] else 1
        points = dict(self._weights.points[rival])
        terms, lead = self._terms(points, dict(self._weights.points[self._first]))
        own = sum(number for rule, number in points.items() if self._rest(rule) == TRUE)
        leads = [(term.when, term.lead) for term in terms]
        owns = [(term.when, term.own) for term in terms if term.own]
        outs, is_out = self._outs(rival)

        def overtakes(completion: Completion) -> bool | None:
            least, most = _bounds(leads, completion)
            if is_out or lead + most < needed:
                return False
            out = [when.range(completion) for when in outs]
            own_least, own_most = _bounds(owns, completion)
            if own + own_most <= 0 or any(low == TRUE for low, _ in out):
                return False
            certain = lead + least >= needed and own + own_least > 0
            return True if certain and not _any_can(out) else None

        return [*(term.when for term in terms), *outs], overtakes

    def _raising(self) -> tuple[list[Prospect], Verdict]:
        """The outcome becomes another one."""
        rulebook, outcome = self._rulebook, self._judgement.outcome
        lowest, with_leaning = (
            outcome_before_messages(
                self._judgement.reading,
                rulebook,
                self._present,
                has_recommendation=True,
                leans=leans,
            )
            for leans in (False, True)
        )
        facts = message_facts(self._widest.facts, self._present, self._first, rulebook)
        spoken = Completion(facts, self._widest.free, {})
        raisers: list[tuple[Rest, Outcome]] = [
            (self._rest(rule, spoken), raised)
            for rule in rulebook.rules_by_stage[Stage.MESSAGES]
            if (raised := outcome_of(rule)) is not None and raised.strength > lowest.strength
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

    def _terms(self, rival: dict[Rule, int], first: dict[Rule, int]) -> tuple[list[Term], int]:
        """The rules that are not decided, and the lead that the decided ones give the rival."""
        terms, lead = [], 0
        for rule in {**rival, **first}:
            own = rival.get(rule, 0)
            points = own - first.get(rule, 0)
            rest = self._rest(rule)
            if not isinstance(rest, int):
                terms.append(Term(rest, points, own))
            elif rest == TRUE:
                lead += points
        terms.sort(key=lambda term: -abs(term.lead))
        return terms, lead

    def _outs(self, target: Place) -> tuple[list[Prospect], bool]:
        """The rules that could rule a target out, and whether one does."""
        rests = [self._rest(rule) for rule in self._weights.ruled_out_by[target]]
        return [rest for rest in rests if not isinstance(rest, int)], TRUE in rests


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
