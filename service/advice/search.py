"""The search through completions: is there one for which something holds?"""

from collections.abc import Callable, Iterator, Sequence

from service.advice.completions import Completion, values_around
from service.advice.ranges import Ranges
from service.rulebook.conditions import Condition, Group
from service.rulebook.kleene import truth_of
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import AttributeType

NODES = 3_000
"""How many partly chosen completions one confidence may look at; see `BudgetSpent`."""

Verdict = Callable[[Completion], bool | None]
"""True or False when it holds for every, or for no, way to go on; None when it is not decided."""


class BudgetSpent(Exception):
    """The search looked at as many completions as it may, without an answer."""


class Budget:
    """A number of steps, shared by all searches for one answer."""

    def __init__(self, nodes: int = NODES) -> None:
        self._left = nodes

    def spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise BudgetSpent


class Search:
    """Branches on the attributes that the watched conditions wait for."""

    def __init__(self, rulebook: Rulebook, ranges: Ranges) -> None:
        self._rulebook = rulebook
        self._ranges = ranges

    def exists(
        self, start: Completion, watched: list[Group], verdict: Verdict, budget: Budget
    ) -> bool:
        """Whether some way to complete `start` makes the verdict true.

        Raises `BudgetSpent`. `watched` are the groups that the verdict rests on.
        """
        behind = self._behind(watched)
        leaves = self._leaves(start, watched, verdict, budget, behind, behind)
        return any(True for _ in leaves)

    def leaves(
        self, start: Completion, watched: list[Group], verdict: Verdict, budget: Budget
    ) -> Iterator[Completion]:
        """The partly chosen completions, disjoint, from which on the verdict is true.

        Between them they stand for every completion, also for what other rules make of it.
        """
        everything = self._ranges.all_conditions
        return self._leaves(start, watched, verdict, budget, self._behind(watched), everything)

    def _behind(self, watched: list[Group]) -> list[Condition]:
        return [each for group in watched for each in self._ranges.conditions_behind(group)]

    def _leaves(
        self,
        start: Completion,
        watched: list[Group],
        verdict: Verdict,
        budget: Budget,
        behind: list[Condition],
        telling: Sequence[Condition],
    ) -> Iterator[Completion]:
        """Values that are the same to all conditions in `telling` are tried as one."""
        stack = [start]
        while stack:
            budget.spend()
            completion = stack.pop()
            decided = verdict(completion)
            if decided:
                yield completion
            if decided is None:
                waiting = next(
                    id for group in watched for id in self._ranges.waiting(group, completion)
                )
                stack.extend(self._branches(completion, waiting, behind, telling))

    def _branches(
        self,
        completion: Completion,
        id: str,
        behind: list[Condition],
        telling: Sequence[Condition],
    ) -> Iterator[Completion]:
        if id in completion.members:
            member = self._unchosen(completion, id, behind)
            yield completion.member(id, member, included=False)
            yield completion.member(id, member, included=True)
            return
        yield completion.unknown(id)
        attribute = self._rulebook.attributes_by_id[id]
        if attribute.type is AttributeType.MEMBERS:
            yield completion.listed(id)
            return
        about = [condition for condition in telling if condition.attribute.id == id]
        in_measure = any(
            f"competence.{competence}" == id
            for measure in self._rulebook.measures
            for competence in measure.competences
        )
        seen: set[tuple[bool | None, ...]] = set()
        for value in values_around(about, attribute):
            signature = tuple(truth_of(condition, {id: value}) for condition in about)
            if in_measure or signature not in seen:
                seen.add(signature)
                yield completion.known(id, value)

    def _unchosen(self, completion: Completion, id: str, behind: list[Condition]) -> str:
        chosen = completion.members[id]
        return next(
            str(member)
            for condition in behind
            if condition.attribute.id == id
            for member in condition.values
            if str(member) not in chosen and self._is_undecided(condition, completion)
        )

    def _is_undecided(self, condition: Condition, completion: Completion) -> bool:
        low, high = self._ranges.of_condition(condition, completion)
        return low != high
