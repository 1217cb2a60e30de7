"""The field: the candidates from one present place, and the rules that bear on them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from service.advice.completions import Completion
from service.advice.judgement import Judgement, message_facts, outcome_before_messages
from service.advice.model import PresentPlace
from service.advice.outcome import LEANS
from service.advice.outlook import Outlook
from service.advice.present import place_facts
from service.advice.prospects import FALSE, NONE, TRUE, Prospect, Rest
from service.advice.ranking import Weighings
from service.advice.situation import Situation
from service.engine.findings import NOTHING_ASKED, Findings
from service.rulebook.facts import Facts, FactValue
from service.rulebook.rules import Outcome, Rule


@dataclass(slots=True)
class Score:
    """The score of a candidate: what is `sure`, and the points of the rules that may still fire.

    `least` and `most` are what it could come to.
    """

    sure: int
    least: int
    most: int
    open: dict[Rule, tuple[Prospect, int]] = field(default_factory=dict)

    def add(self, rule: Rule, rest: Rest, points: int) -> None:
        if isinstance(rest, int):
            self.sure += points
            self.least += points
            self.most += points
            return
        self.open[rule] = rest, points
        if points < 0:
            self.least += points
        else:
            self.most += points


@dataclass(frozen=True, slots=True)
class Raiser:
    """A rule that raises the outcome when it fires, and the situation in which it is asked."""

    rule: Rule
    outcome: Outcome
    situation: Situation


class Field:
    """What holds from one present place, however much of what is unknown is free."""

    def __init__(
        self,
        judgement: Judgement,
        present: PresentPlace,
        base: Facts,
        free: frozenset[str],
        weighings: Weighings,
        outlook: Outlook,
    ) -> None:
        self._judgement = judgement
        self._present = present
        self._judged = present == judgement.present
        """Then what the engine found counts here as well."""
        self._free = free
        self._outlook = outlook
        self._rulebook = weighings.rulebook
        self.weights = weighings.of(judgement.reading, present.place)
        facts = judgement.facts if self._judged else {**base, **place_facts(present)}
        self.signalled = self._situation(facts, judgement.signals)
        """The situation in which rules of signals are asked."""
        self.placed = self._situation(facts, judgement.growth, self.signalled)

    def _situation(
        self, facts: Facts, found: Findings, signalled: Situation | None = None
    ) -> Situation:
        known = found if self._judged else NOTHING_ASKED
        return Situation(facts, known, self._free, self._outlook, signalled)

    @cached_property
    def first(self) -> int | None:
        """The number of what is first in the judgement; None when it is no candidate here."""
        first, targets = self._judgement.first, self.weights.targets
        return targets.index(first) if first in targets else None

    @cached_property
    def spoken(self) -> Situation:
        """The situation in which message rules are asked."""
        judgement = self._judgement
        facts = (
            judgement.message_facts
            if self._judged
            else message_facts(self.placed.facts, self._present, judgement.first, self._rulebook)
        )
        return self._situation(facts, judgement.messages, self.signalled)

    @cached_property
    def _settled(self) -> tuple[list[int], list[Rule]]:
        """What the candidates have for sure, and the rules with points that are not settled."""
        sure = [0] * len(self.weights.targets)
        bearing = self.weights.bearing
        true, unsettled = self.placed.sorted(bearing)
        for rule in true:
            for number, points in bearing[rule]:
                sure[number] += points
        return sure, unsettled

    def scores(self, free: frozenset[str], rest_of: Callable[[Rule], Rest]) -> list[Score]:
        """The scores of the candidates, given what is left of the rules that may still fire."""
        sure, unsettled = self._settled
        scores = [Score(points, points, points) for points in sure]
        rules = self._touched.get(next(iter(free)), ()) if len(free) == 1 else unsettled
        for rule in rules:
            rest = rest_of(rule)
            if rest != FALSE:
                for number, points in self.weights.bearing[rule]:
                    scores[number].add(rule, rest, points)
        return scores

    @cached_property
    def _touched(self) -> dict[str, list[Rule]]:
        """The rules with points that an attribute could alone change, by its id."""
        touched: dict[str, list[Rule]] = {}
        for rule in self._settled[1]:
            for id in self.placed.look(rule).alone:
                touched.setdefault(id, []).append(rule)
        return touched

    @cached_property
    def outcome(self) -> Outcome:
        """The outcome when no rule raises it."""
        return self._before_messages(leans=False)

    @cached_property
    def raisers(self) -> tuple[Raiser, ...]:
        """What could raise the outcome any further."""
        found = [
            Raiser(rule, raised, self.spoken)
            for rule, raised in self._outlook.raising
            if raised.strength > self.outcome.strength
        ]
        leaning = self._before_messages(leans=True)
        if leaning.strength > self.outcome.strength:
            leans = self._rulebook.signal_rules.get(LEANS, ())
            found += [Raiser(rule, leaning, self.signalled) for rule in leans]
        return tuple(found)

    def reordering(self) -> frozenset[str]:
        """The attributes that could each alone cost the first its lead. It may name more."""
        return frozenset(id for id, rules in self._touched.items() if self._can_reorder(rules))

    def deciding(self) -> frozenset[str]:
        """Those that could each alone rule candidates out or in, or raise the outcome."""
        return NONE.union(*self._excluding(), *self._raising())

    def upset_by(self, id: str) -> bool:
        """Whether a value of an unknown attribute is found at once that changes the first or the
        outcome.

        Only the likeliest values are tried: when none is found, there may still be one.
        """
        rules = self._touched.get(id, ())
        return any(
            self._is_upset(rules, self.placed.knowing(id, value))
            for value in self._likely(rules, id)
        ) or any(self._is_raised(raiser, id) for raiser in self.raisers)

    def _is_raised(self, raiser: Raiser, id: str) -> bool:
        """Whether a rule raises the outcome with one of the likeliest values."""
        rule, situation = raiser.rule, raiser.situation
        if raiser.outcome.strength <= self._judgement.outcome.strength:
            return False
        if situation.settled(rule) is not None or id not in situation.look(rule).alone:
            return False
        prospect = self._outlook.of(rule)
        return any(
            prospect.range(situation.knowing(id, value))[0] == TRUE
            for value in self._outlook.likely(rule, id)
        )

    def _likely(self, rules: Iterable[Rule], id: str) -> Iterable[FactValue]:
        """Values that make some of the rules true; a list makes all true that favour one rival."""
        values: dict[FactValue, None] = {}
        lists: dict[int, frozenset[str]] = {}
        for rule in rules:
            for value in self._outlook.likely(rule, id):
                if not isinstance(value, frozenset):
                    values[value] = None
                    continue
                for number, points in self.weights.bearing[rule]:
                    if points > 0 and number != self.first:
                        lists[number] = lists.get(number, NONE) | value
        return values or set(lists.values())

    def _is_upset(self, rules: Iterable[Rule], completion: Completion) -> bool:
        """Whether another candidate comes first in a completion that only these rules tell."""
        scores = self._settled[0].copy()
        for rule in rules:
            if self._outlook.of(rule).range(completion)[0] == TRUE:
                for number, points in self.weights.bearing[rule]:
                    scores[number] += points
        first = self.first
        assert first is not None
        own = scores[first]
        return any(
            score > 0 and score >= own + (number > first) and not self._is_out(number, completion)
            for number, score in enumerate(scores)
            if number != first
        )

    def _can_reorder(self, rules: list[Rule]) -> bool:
        """Whether the first could lose points, or its lead, if some of these rules fire."""
        gained: dict[int, int] = {}
        for rule in rules:
            bears = self.weights.bearing[rule]
            own = 0
            for number, points in bears:
                if number == self.first:
                    own = points
            if own < 0:
                return True
            for number, points in bears:
                if points > own:
                    gained[number] = gained.get(number, 0) + points - own
        leads = self._leads
        return any(number in leads and leads[number] + gained[number] >= 0 for number in gained)

    @cached_property
    def _leads(self) -> Mapping[int, int]:
        """By how much each rival comes before the first, as things are; at 0 it would."""
        first, sure = self.first, self._settled[0]
        assert first is not None
        return {
            number: points - sure[first] - (0 if number < first else 1)
            for number, points in enumerate(sure)
            if number != first and not self._is_out(number)
        }

    def _is_out(self, number: int, completion: Completion | None = None) -> bool:
        """Whether a candidate is ruled out for good, or in a completion."""
        for rule in self.weights.ruled_out_by[number]:
            truth = self.placed.settled(rule)
            if truth is None and completion is not None:
                truth = self._outlook.of(rule).range(completion)[0]
            if truth == TRUE:
                return True
        return False

    def _excluding(self) -> Iterator[frozenset[str]]:
        """What could rule candidates out, or in again."""
        for rule in {rule for rules in self.weights.ruled_out_by for rule in rules}:
            if self.placed.settled(rule) is None:
                yield self.placed.look(rule).alone

    def _raising(self) -> Iterator[frozenset[str]]:
        for raiser in self.raisers:
            if raiser.situation.settled(raiser.rule) is None:
                yield raiser.situation.look(raiser.rule).alone

    def _before_messages(self, *, leans: bool) -> Outcome:
        return outcome_before_messages(
            self._judgement.reading,
            self._rulebook,
            self._present,
            has_recommendation=True,
            leans=leans,
        )
