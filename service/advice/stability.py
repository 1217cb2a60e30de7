"""Stability: whether what is still unknown could change the first recommendation or the outcome."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from service.advice.completions import Completion
from service.advice.contest import Contest, Threat
from service.advice.field import Field
from service.advice.model import PresentPlace
from service.advice.present import (
    place_facts,
    put_together,
    settle_level,
    settle_specialisation,
)
from service.advice.prospects import NONE, TRUE
from service.advice.search import Budget, Search
from service.advice.situation import Situation
from service.advice.standing import Standing
from service.rulebook.facts import Facts
from service.rulebook.rules import Rule


class Stability:
    """Answers `can_change` about one judgement, which must have a first recommendation."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._search = Search(standing.rulebook, standing.outlook)

    def suspects(self) -> Iterator[frozenset[str]]:
        """The attributes that could each alone change it, the likeliest first.

        It may name more, and some more than once.
        """
        field = self._standing.judged
        yield field.reordering()
        yield self._moving | field.deciding()

    def can_change(self, free: frozenset[str], budget: Budget) -> bool:
        """Whether some completion of the `free` attributes changes the first or the outcome.

        Raises `BudgetSpent` when the answer would take too long.
        """
        if self._can_move(free):
            return self._changes_somewhere(free, budget)
        field = self._standing.judged
        if len(free) == 1 and field.upset_by(*free):
            return True
        threats = self._contest(field, free).threats()
        return self._comes_true(threats, field.placed.within(free), budget)

    def _changes_somewhere(self, free: frozenset[str], budget: Budget) -> bool:
        """Whether a completion changes it at the present place that this completion leads to."""
        threats: dict[PresentPlace, list[Threat]] = {}
        for present, completion in self._places(free, budget):
            field = self._standing.field(present)
            if field.first is None:
                return True
            if present not in threats:
                threats[present] = list(self._contest(field, free).threats())
            if self._comes_true(threats[present], completion, budget):
                return True
        return False

    def _contest(self, field: Field, free: frozenset[str]) -> Contest:
        return Contest(field, self._standing.judgement.outcome, free)

    def _comes_true(
        self, threats: Iterable[Threat], completion: Completion, budget: Budget
    ) -> bool:
        return any(
            self._search.exists(completion, threat.watched, threat.verdict, budget)
            for threat in threats
        )

    def _can_move(self, free: frozenset[str]) -> bool:
        """Whether the present place could become another one."""
        if len(free) == 1:
            return not free.isdisjoint(self._moving)
        return any(situation.touches(free, rule) for situation, rule in self._unsettled)

    @cached_property
    def _moving(self) -> frozenset[str]:
        """The attributes that could each alone move the present place."""
        return NONE.union(*(situation.look(rule).alone for situation, rule in self._unsettled))

    @cached_property
    def _unsettled(self) -> list[tuple[Situation, Rule]]:
        """The rules that could still settle the place otherwise, from where it is."""
        return [
            (situation, rule)
            for situation, rules in self._standing.settles()
            for rule in situation.unsettled(rules)
        ]

    def _places(
        self, free: frozenset[str], budget: Budget
    ) -> Iterator[tuple[PresentPlace, Completion]]:
        """Every present place that some completion leads to, with the completions that do."""
        standing = self._standing
        rulebook, reading = standing.rulebook, standing.judgement.reading
        before = standing.before
        start = before.within(free)
        for fired, completion in self._decided(standing.settling, before, start, free, budget):
            specialisation = settle_specialisation(reading, fired)
            levelling = standing.levelling(specialisation.value)
            known = _together(completion, levelling.facts)
            for fired_too, chosen in self._decided(
                standing.settling_level, levelling, known, free, budget
            ):
                level = settle_level(reading, rulebook, fired_too)
                present = put_together(reading, specialisation, level)
                yield present, _together(chosen, place_facts(present))

    def _decided(
        self,
        rules: tuple[Rule, ...],
        situation: Situation,
        start: Completion,
        free: frozenset[str],
        budget: Budget,
    ) -> Iterator[tuple[list[Rule], Completion]]:
        """Completions far enough to say for each rule whether it fires, with those that do."""
        rests = [(rule, situation.rest(rule, start, free)) for rule in rules]
        sure = [rule for rule, rest in rests if rest == TRUE]
        waiting = [(rule, rest) for rule, rest in rests if not isinstance(rest, int)]
        watched = [rest for _, rest in waiting]

        def decided(completion: Completion) -> bool | None:
            ranges = (rest.range(completion) for rest in watched)
            return True if all(low == TRUE or high != TRUE for low, high in ranges) else None

        for completion in self._search.leaves(start, watched, decided, budget):
            fired = [rule for rule, rest in waiting if rest.range(completion)[0] == TRUE]
            yield [*sure, *fired], completion


def _together(completion: Completion, facts: Facts) -> Completion:
    return Completion({**completion.facts, **facts}, completion.free, completion.members)
