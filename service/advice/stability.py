"""Stability: whether what is still unknown could change the first recommendation or the outcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from service.advice.completions import Completion
from service.advice.contest import Contest, Threat
from service.advice.judgement import Judgement
from service.advice.model import PresentPlace
from service.advice.outlook import Outlook
from service.advice.present import (
    NOWHERE,
    has_present_place,
    needs_rules_for_level,
    needs_rules_for_specialisation,
    put_together,
    settle_level,
    settle_specialisation,
    with_specialisation,
)
from service.advice.prospects import TRUE, Prospect
from service.advice.ranking import Weighings
from service.advice.search import Budget, Search
from service.rulebook.facts import Facts
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Attribute


@dataclass(frozen=True)
class Unknowns:
    """What the answer rests on: the facts of the reading, and what could still turn out."""

    base: Facts
    attributes: tuple[Attribute, ...]

    @cached_property
    def free(self) -> frozenset[str]:
        return frozenset(attribute.id for attribute in self.attributes)


class Stability:
    """Answers `can_change` about one judgement, which must have a first recommendation."""

    def __init__(
        self, judgement: Judgement, unknowns: Unknowns, weighings: Weighings, outlook: Outlook
    ) -> None:
        self._rulebook = weighings.rulebook
        self._weighings = weighings
        self._outlook = outlook
        self._search = Search(self._rulebook, outlook)
        self._judgement = judgement
        self._unknowns = unknowns
        self._contests: dict[PresentPlace, Contest] = {}

    def can_change(self, free: frozenset[str], budget: Budget) -> bool:
        """Whether some completion of the `free` attributes changes the first or the outcome.

        Raises `BudgetSpent` when the answer would take too long.
        """
        start = Completion(self._unknowns.base, free, {})
        return any(
            self._changes_from(present, completion, free, budget)
            for present, completion in self._places(start, budget)
        )

    def _changes_from(
        self, present: PresentPlace, completion: Completion, free: frozenset[str], budget: Budget
    ) -> bool:
        contest = self._contest(present)
        moved = present != self._judgement.present
        return contest.lost or any(
            self._search.exists(completion, threat.watched, threat.verdict, budget)
            for threat in contest.threats
            if moved or _touches(threat, free)
        )

    def _contest(self, present: PresentPlace) -> Contest:
        if present not in self._contests:
            self._contests[present] = Contest(
                self._judgement,
                present,
                Completion(self._unknowns.base, self._unknowns.free, {}),
                self._weighings,
                self._outlook,
            )
        return self._contests[present]

    def _places(
        self, start: Completion, budget: Budget
    ) -> Iterator[tuple[PresentPlace, Completion]]:
        """Every present place that some completion leads to, with the completions that do."""
        rulebook, reading = self._rulebook, self._judgement.reading
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
        sure: list[Rule] = []
        waiting: list[tuple[Rule, Prospect]] = []
        for rule in rules:
            rest = self._outlook.of(rule).rest(start)
            if not isinstance(rest, int):
                waiting.append((rule, rest))
            elif rest == TRUE:
                sure.append(rule)
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
