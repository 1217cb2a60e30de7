"""Stability: whether what is still unknown could change the first recommendation or the outcome."""

from collections.abc import Iterator
from functools import cached_property

from service.advice.completions import Completion
from service.advice.contest import Contest, Threat
from service.advice.model import PresentPlace
from service.advice.present import (
    has_present_place,
    needs_rules_for_level,
    needs_rules_for_specialisation,
    put_together,
    settle_level,
    settle_specialisation,
    with_specialisation,
)
from service.advice.prospects import TRUE
from service.advice.search import Budget, Search
from service.advice.standing import Standing, open_among, rest_of
from service.rulebook.rules import Rule


class Stability:
    """Answers `can_change` about one judgement, which must have a first recommendation."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._rulebook = standing.rulebook
        self._search = Search(standing.rulebook, standing.outlook)
        self._contests: dict[PresentPlace, Contest] = {}

    def can_change(self, free: frozenset[str], budget: Budget) -> bool:
        """Whether some completion of the `free` attributes changes the first or the outcome.

        Raises `BudgetSpent` when the answer would take too long.
        """
        if free.isdisjoint(self._settling):
            present = self._standing.judgement.present
            return self._changes_from(present, self._start(free), free, budget)
        return any(
            self._changes_from(present, completion, free, budget)
            for present, completion in self._places(self._start(free), budget)
        )

    def _start(self, free: frozenset[str]) -> Completion:
        return Completion(self._standing.base, free, {})

    def _changes_from(
        self, present: PresentPlace, completion: Completion, free: frozenset[str], budget: Budget
    ) -> bool:
        contest = self._contest(present)
        moved = present != self._standing.judgement.present
        if not moved and free.isdisjoint(contest.attributes):
            return False
        return contest.lost or any(
            self._search.exists(completion, threat.watched, threat.verdict, budget)
            for threat in contest.threats
            if moved or _touches(threat, free)
        )

    def _contest(self, present: PresentPlace) -> Contest:
        if present not in self._contests:
            self._contests[present] = Contest(self._standing, present)
        return self._contests[present]

    @cached_property
    def _settling(self) -> frozenset[str]:
        """The attributes that the present place waits for."""
        reading, rulebook = self._standing.judgement.reading, self._rulebook
        if not has_present_place(reading):
            return frozenset()
        by_specialisation = needs_rules_for_specialisation(reading)
        waiting = set()
        if by_specialisation:
            waiting = self._waiting(rulebook.settling_specialisation, self._standing.before)
        if not needs_rules_for_level(reading, rulebook):
            return frozenset(waiting)
        if waiting:
            # Another specialisation may have the level wait for anything.
            return self._standing.free
        present = self._standing.judgement.present
        placed = with_specialisation(self._standing.base, present.specialisation)
        widest = Completion(placed, self._standing.free, {})
        return frozenset(waiting | self._waiting(rulebook.settling_level, widest))

    def _waiting(self, rules: tuple[Rule, ...], widest: Completion) -> set[str]:
        outlook = self._standing.outlook
        return {
            id for _, rest in open_among(rules, {}, widest, outlook) for id in rest.waiting(widest)
        }

    def _places(
        self, start: Completion, budget: Budget
    ) -> Iterator[tuple[PresentPlace, Completion]]:
        """Every present place that some completion leads to, with the completions that do."""
        rulebook, reading = self._rulebook, self._standing.judgement.reading
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
        rests = [(rule, rest_of(rule, {}, start, self._standing.outlook)) for rule in rules]
        sure = [rule for rule, rest in rests if rest == TRUE]
        waiting = [(rule, rest) for rule, rest in rests if not isinstance(rest, int)]
        watched = [rest for _, rest in waiting]

        def decided(completion: Completion) -> bool | None:
            ranges = (rest.range(completion) for rest in watched)
            return True if all(low == TRUE or high != TRUE for low, high in ranges) else None

        for completion in self._search.leaves(start, watched, decided, budget):
            fired = [rule for rule, rest in waiting if rest.range(completion)[0] == TRUE]
            yield [*sure, *fired], completion


def _touches(threat: Threat, free: frozenset[str]) -> bool:
    """Whether what is free could matter at all; what is not, leaves the judgement as it is."""
    return not threat.attributes.isdisjoint(free)
