"""Stability: whether what is still unknown could change the first recommendation or the outcome."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.advice.candidates import candidates
from service.advice.completions import TRUE, Completion, Range, Ranges
from service.advice.judgement import Judgement, message_facts, outcome_before_messages
from service.advice.model import PresentPlace
from service.advice.outcome import LEANS, outcome_of
from service.advice.present import (
    NOWHERE,
    has_present_place,
    needs_rules_for_level,
    needs_rules_for_specialisation,
    place_facts,
    put_together,
    settle_level,
    settle_specialisation,
    with_specialisation,
)
from service.advice.ranking import Weighing, precedence, weighing
from service.advice.search import Budget, Search
from service.reading.model import Reading
from service.rulebook.career import Place
from service.rulebook.conditions import Group
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import Outcome, Rule
from service.rulebook.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Term:
    """What a growth rule that is not decided yet adds when it is true.

    `lead` counts for the rival and against the first; `own` for the rival alone.
    """

    rule: Rule
    lead: int
    own: int


class Stability:
    """Answers `can_change` for one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self.ranges = Ranges(rulebook)
        self._search = Search(rulebook, self.ranges)
        self._raising = [
            (rule, outcome)
            for rule in rulebook.rules_by_stage[Stage.MESSAGES]
            if (outcome := outcome_of(rule)) is not None
        ]

    def can_change(
        self, judgement: Judgement, base: Facts, free: frozenset[str], budget: Budget
    ) -> bool:
        """Whether some completion of the `free` attributes changes the first or the outcome.

        `base` are the facts of the reading, and there must be a first recommendation. Raises
        `BudgetSpent` when the answer would take too long.
        """
        start = Completion(base, free, {})
        first = judgement.first
        assert first is not None
        return any(
            self._differs(judgement.reading, present, completion, first, judgement.outcome, budget)
            for present, completion in self._places(judgement.reading, start, budget)
        )

    def _places(
        self, reading: Reading, start: Completion, budget: Budget
    ) -> Iterator[tuple[PresentPlace, Completion]]:
        """Every present place that some completion leads to, with the completions that do."""
        rulebook = self._rulebook
        if not has_present_place(reading):
            yield NOWHERE, start
            return
        rules = rulebook.settling_specialisation if needs_rules_for_specialisation(reading) else ()
        for fired, completion in self._decided(rules, start, budget):
            specialisation = settle_specialisation(reading, fired)
            known = Completion(
                with_specialisation(completion.facts, specialisation.value),
                completion.free,
                completion.members,
            )
            rules = rulebook.settling_level if needs_rules_for_level(reading, rulebook) else ()
            for fired_too, chosen in self._decided(rules, known, budget):
                level = settle_level(reading, rulebook, fired_too)
                yield put_together(reading, specialisation, level), chosen

    def _decided(
        self, rules: tuple[Rule, ...], start: Completion, budget: Budget
    ) -> Iterator[tuple[list[Rule], Completion]]:
        """Completions far enough to say for each rule whether it fires, with those that do."""

        def decided(completion: Completion) -> bool | None:
            settled = all(_fires_or_not(self.ranges.of_rule(rule, completion)) for rule in rules)
            return True if settled else None

        watched = [rule.when for rule in rules]
        for completion in self._search.leaves(start, watched, decided, budget):
            fired = [rule for rule in rules if self.ranges.of_rule(rule, completion)[0] == TRUE]
            yield fired, completion

    def _differs(
        self,
        reading: Reading,
        present: PresentPlace,
        completion: Completion,
        first: Place,
        outcome: Outcome,
        budget: Budget,
    ) -> bool:
        """Whether, with this present place, the first or the outcome can be another."""
        targets = candidates(reading, present.place, self._rulebook)
        if first not in targets:
            return True
        weights = weighing(targets, present.place, self._rulebook)
        placed = Completion(
            {**completion.facts, **place_facts(present)}, completion.free, completion.members
        )
        return (
            self._can_lose(first, weights, placed, budget)
            or any(
                self._can_overtake(rival, first, present.place, weights, placed, budget)
                for rival in targets
                if rival != first
            )
            or self._outcome_can_differ(reading, present, placed, first, outcome, budget)
        )

    def _can_lose(
        self, first: Place, weights: Weighing, placed: Completion, budget: Budget
    ) -> bool:
        """Whether the first can be ruled out, or end without points."""
        terms, score = self._terms(dict(weights.points[first]), {}, placed)
        outs = weights.ruled_out_by[first]

        def lost(completion: Completion) -> bool | None:
            out = [self.ranges.of_rule(rule, completion) for rule in outs]
            least, most = self._bounds(terms, completion)
            if any(low == TRUE for low, _ in out) or score + most <= 0:
                return True
            return False if score + least > 0 and not _any_can(out) else None

        watched = [*(term.rule.when for term in terms), *(rule.when for rule in outs)]
        return self._search.exists(placed, watched, lost, budget)

    def _can_overtake(
        self,
        rival: Place,
        first: Place,
        place: Place | None,
        weights: Weighing,
        placed: Completion,
        budget: Budget,
    ) -> bool:
        """Whether the rival can come before the first."""
        before = precedence(place, self._rulebook)
        needed = 0 if before(rival) < before(first) else 1
        terms, lead = self._terms(dict(weights.points[rival]), dict(weights.points[first]), placed)
        own = sum(
            points
            for rule, points in weights.points[rival]
            if self.ranges.of_rule(rule, placed)[0] == TRUE
        )
        own_terms = [Term(term.rule, term.own, term.own) for term in terms if term.own]
        outs = weights.ruled_out_by[rival]

        def overtakes(completion: Completion) -> bool | None:
            least, most = self._bounds(terms, completion)
            if lead + most < needed:
                return False
            out = [self.ranges.of_rule(rule, completion) for rule in outs]
            own_least, own_most = self._bounds(own_terms, completion)
            if own + own_most <= 0 or any(low == TRUE for low, _ in out):
                return False
            certain = lead + least >= needed and own + own_least > 0
            return True if certain and not _any_can(out) else None

        watched = [*(term.rule.when for term in terms), *(rule.when for rule in outs)]
        return self._search.exists(placed, watched, overtakes, budget)

    def _terms(
        self, rival: dict[Rule, int], first: dict[Rule, int], placed: Completion
    ) -> tuple[list[Term], int]:
        """The rules that are not decided, and the lead that the decided ones give the rival."""
        terms, lead = [], 0
        for rule in {**rival, **first}:
            own = rival.get(rule, 0)
            points = own - first.get(rule, 0)
            low, high = self.ranges.of_rule(rule, placed)
            if low == TRUE:
                lead += points
            elif high == TRUE:
                terms.append(Term(rule, points, own))
        terms.sort(key=lambda term: -abs(term.lead))
        return terms, lead

    def _bounds(self, terms: list[Term], completion: Completion) -> Range:
        """The least and the most that the undecided rules can still add to the lead."""
        least = most = 0
        for term in terms:
            low, high = self.ranges.of_rule(term.rule, completion)
            if low == TRUE:
                least += term.lead
                most += term.lead
            elif high == TRUE:
                least += min(term.lead, 0)
                most += max(term.lead, 0)
        return least, most

    def _outcome_can_differ(
        self,
        reading: Reading,
        present: PresentPlace,
        placed: Completion,
        first: Place,
        outcome: Outcome,
        budget: Budget,
    ) -> bool:
        rulebook = self._rulebook
        lowest, with_leaning = (
            outcome_before_messages(
                reading, rulebook, present, has_recommendation=True, leans=leans
            )
            for leans in (False, True)
        )
        raisers: list[tuple[Group, Outcome]] = [
            (rule.when, raised) for rule, raised in self._raising
        ]
        raisers += [(rule.when, with_leaning) for rule in rulebook.signal_rules.get(LEANS, ())]
        raisers = [(when, raised) for when, raised in raisers if raised.strength > lowest.strength]
        spoken = Completion(
            message_facts(placed.facts, present, first, rulebook), placed.free, placed.members
        )

        def differs(completion: Completion) -> bool | None:
            ranges = [(self.ranges.of_group(when, completion), raised) for when, raised in raisers]
            sure = [raised for (low, _), raised in ranges if low == TRUE]
            can = [raised for (_, high), raised in ranges if high == TRUE]
            least = max([lowest, *sure], key=lambda each: each.strength)
            most = max([lowest, *can], key=lambda each: each.strength)
            if least is most:
                return least is not outcome
            if least.strength > outcome.strength or most.strength < outcome.strength:
                return True
            return None

        return self._search.exists(spoken, [when for when, _ in raisers], differs, budget)


def _fires_or_not(truths: Range) -> bool:
    low, high = truths
    return low == TRUE or high != TRUE


def _any_can(ranges: list[Range]) -> bool:
    return any(high == TRUE for _, high in ranges)
