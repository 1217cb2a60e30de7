"""The search through completions: is there one for which something holds?"""

from collections.abc import Callable, Iterator, Sequence

from service.advice.completions import Completion
from service.advice.outlook import Outlook
from service.advice.prospects import Prospect
from service.advice.values import Values
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
    """Branches on the attributes that the watched prospects wait for."""

    def __init__(self, rulebook: Rulebook, outlook: Outlook) -> None:
        self._rulebook = rulebook
        self._outlook = outlook

    def exists(
        self,
        start: Completion,
        watched: Sequence[Prospect],
        verdict: Verdict,
        budget: Budget,
    ) -> bool:
        """Whether some way to complete `start` makes the verdict true.

        Raises `BudgetSpent`. `watched` is what the verdict rests on.
        """
        behind = Values(self._rulebook, watched)
        # What all rules tell apart is known beforehand, but would be too much for many attributes.
        telling = behind if len(start.free) > 1 else self._outlook.values
        return any(True for _ in self._leaves(start, watched, verdict, budget, behind, telling))

    def leaves(
        self, start: Completion, watched: Sequence[Prospect], verdict: Verdict, budget: Budget
    ) -> Iterator[Completion]:
        """The partly chosen completions, disjoint, from which on the verdict is true.

        Between them they stand for every completion, also for what other rules make of it.
        """
        behind = Values(self._rulebook, watched)
        return self._leaves(start, watched, verdict, budget, behind, self._outlook.values)

    def _leaves(
        self,
        start: Completion,
        watched: Sequence[Prospect],
        verdict: Verdict,
        budget: Budget,
        behind: Values,
        telling: Values,
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
                waiting = _waiting(watched, completion)
                stack.extend(self._branches(completion, waiting, behind, telling))

    def _branches(
        self, completion: Completion, id: str, behind: Values, telling: Values
    ) -> Iterator[Completion]:
        if id in completion.members:
            unchosen = _unchosen(completion, id, behind)
            for place in reversed(range(len(unchosen))):
                yield completion.chosen(id, unchosen[place : place + 1], unchosen[:place])
            yield completion.chosen(id, (), unchosen)
            return
        yield completion.unknown(id)
        if self._rulebook.attributes_by_id[id].type is AttributeType.MEMBERS:
            yield completion.listed(id)
            return
        for value in telling.of(id):
            yield completion.known(id, value)


def _waiting(watched: Sequence[Prospect], completion: Completion) -> str:
    """The attribute to choose next."""
    left = [*completion.free, *completion.members]
    if len(left) == 1:
        return left[0]
    return next(
        id
        for prospect in watched
        for low, high in (prospect.range(completion),)
        if low != high
        for id in prospect.waiting(completion)
    )


def _unchosen(completion: Completion, id: str, behind: Values) -> tuple[str, ...]:
    """The members that were not chosen yet, of a condition that is not decided without them."""
    members = completion.members[id]
    for leaf in behind.about(id):
        low, high = leaf.range(completion)
        if low != high:
            named = dict.fromkeys(str(value) for value in leaf.condition.values)
            return tuple(
                each
                for each in named
                if each not in members.included and each not in members.excluded
            )
    raise AssertionError(f"nothing about {id} is left to choose")
