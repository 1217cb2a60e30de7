"""Prospects: what a condition or a group can still turn out to be, while a completion is chosen.

While some attributes are still free, a condition does not have one truth but a range of truths,
from the lowest that a choice can give to the highest.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from service.advice.completions import Completion
from service.rulebook.conditions import Condition, Quantifier
from service.rulebook.facts import Facts
from service.rulebook.kleene import Truth

FALSE, OPEN, TRUE = 0, 1, 2
Range = tuple[int, int]
"""The lowest and the highest truth, ordered false < open < true."""

EITHER: Range = (FALSE, TRUE)


NONE: frozenset[str] = frozenset()


class Look(NamedTuple):
    """What a prospect can still turn out to be while everything unknown is free.

    `waiting` are the attributes that it waits for, and `alone` at least those of them that could
    each make it true by itself. Both are empty when it is decided.
    """

    low: int
    high: int
    waiting: frozenset[str]
    alone: frozenset[str]


DECIDED = {truth: Look(truth, truth, NONE, NONE) for truth in (FALSE, OPEN, TRUE)}


class Prospect(Protocol):
    """Made once for each condition and group of a rulebook, and asked about many completions."""

    @property
    def attributes(self) -> frozenset[str]:
        """All that it looks at that a person could tell, through signals and measures as well."""
        ...

    def range(self, completion: Completion) -> Range: ...

    def look(self, widest: Completion) -> "Look":
        """All at once about a completion with everything unknown free."""
        ...

    def waiting(self, completion: Completion) -> Iterator[str]:
        """The attributes that the truth waits for, as they stand in the rule; only if it does."""
        ...

    def rest(self, completion: Completion) -> "Rest":
        """What is left of it when everything that is decided is taken out, or the truth."""
        ...

    def leaves(self) -> "Iterator[Leaf]":
        """Everything that it looks at, with what the signals in it look at."""
        ...


Rest = Prospect | int
"""A prospect of which the truth is not decided, or the truth."""


class Leaf(Prospect, Protocol):
    """The prospect of one condition."""

    @property
    def condition(self) -> Condition: ...

    def truth(self, facts: Facts) -> Truth: ...


def any_of(looks: Iterable[Look]) -> Look:
    """The look of something that is true when one of these is, and false when none is."""
    least = most = FALSE
    waiting = alone = NONE
    for low, high, waits, decides in looks:
        if low == TRUE:
            return DECIDED[TRUE]
        least = max(least, low)
        most = max(most, high)
        waiting |= waits
        alone |= decides
    return DECIDED[least] if least == most else Look(least, most, waiting, alone)


class _Members:
    """A group of prospects."""

    __slots__ = ("attributes", "members")

    def __init__(self, members: tuple[Prospect, ...]) -> None:
        self.members = members
        self.attributes = NONE.union(*(member.attributes for member in members))

    def waiting(self, completion: Completion) -> Iterator[str]:
        for member in self.members:
            low, high = member.range(completion)
            if low != high:
                yield from member.waiting(completion)

    def leaves(self) -> Iterator[Leaf]:
        for member in self.members:
            yield from member.leaves()


class Every(_Members):
    """True when all members are, false when one is not."""

    __slots__ = ()

    def range(self, completion: Completion) -> Range:
        low = high = TRUE
        for member in self.members:
            lowest, highest = member.range(completion)
            if highest < high:
                if highest == FALSE:
                    return FALSE, FALSE
                high = highest
            low = min(low, lowest)
        return low, high

    def look(self, widest: Completion) -> Look:
        least = most = TRUE
        waiting, alone = NONE, None
        for member in self.members:
            low, high, waits, decides = member.look(widest)
            if low == TRUE:
                continue
            if high == FALSE:
                return DECIDED[FALSE]
            least = min(least, low)
            most = min(most, high)
            waiting |= waits
            alone = decides if alone is None else alone & decides
        return DECIDED[least] if least == most else Look(least, most, waiting, alone or NONE)

    def rest(self, completion: Completion) -> Rest:
        left: list[Prospect] = []
        for member in self.members:
            rest = member.rest(completion)
            if rest == FALSE:
                return FALSE
            if rest != TRUE:
                left.append(member if isinstance(rest, int) else rest)
        return _decided(Every(tuple(left)), completion) if left else TRUE


class Some(_Members):
    """True when one member is, false when none is."""

    __slots__ = ()

    def range(self, completion: Completion) -> Range:
        low = high = FALSE
        for member in self.members:
            lowest, highest = member.range(completion)
            if lowest > low:
                if lowest == TRUE:
                    return TRUE, TRUE
                low = lowest
            high = max(high, highest)
        return low, high

    def look(self, widest: Completion) -> Look:
        return any_of(member.look(widest) for member in self.members)

    def rest(self, completion: Completion) -> Rest:
        left: list[Prospect] = []
        for member in self.members:
            rest = member.rest(completion)
            if rest == TRUE:
                return TRUE
            if rest != FALSE:
                left.append(member if isinstance(rest, int) else rest)
        return _decided(Some(tuple(left)), completion) if left else FALSE


class Neither(_Members):
    """True when no member is, false when one is."""

    __slots__ = ("_some",)

    def __init__(self, members: tuple[Prospect, ...]) -> None:
        super().__init__(members)
        self._some = Some(members)

    def range(self, completion: Completion) -> Range:
        low, high = self._some.range(completion)
        return TRUE - high, TRUE - low

    def look(self, widest: Completion) -> Look:
        least = most = FALSE
        waiting, alone = NONE, None
        for member in self.members:
            low, high, waits, _ = member.look(widest)
            if low == TRUE:
                return DECIDED[FALSE]
            if high == FALSE:
                continue
            least = max(least, low)
            most = max(most, high)
            waiting |= waits
            # What a member waits for could alone make it false.
            alone = waits if alone is None else alone & waits
        if least == most:
            return DECIDED[TRUE - least]
        return Look(TRUE - most, TRUE - least, waiting, alone or NONE)

    def rest(self, completion: Completion) -> Rest:
        rest = self._some.rest(completion)
        if isinstance(rest, int):
            return TRUE - rest
        return Neither((rest,))


class Signal(Some):
    """One signal, which many rules may mention: what is worked out about it is kept."""

    __slots__ = ()

    def range(self, completion: Completion) -> Range:
        key = self, "range"
        found: Range | None = completion.memo.get(key)
        if found is None:
            found = completion.memo[key] = super().range(completion)
        return found

    def look(self, widest: Completion) -> Look:
        key = self, "look"
        found: Look | None = widest.memo.get(key)
        if found is None:
            found = widest.memo[key] = super().look(widest)
        return found

    def looks(self, widest: Completion, looks: Iterable[Look]) -> None:
        """Says how the rules of the signal look in a completion, so that nobody has to ask."""
        key = self, "look"
        if key not in widest.memo:
            widest.memo[key] = any_of(looks)

    def rest(self, completion: Completion) -> Rest:
        key = self, "rest"
        found: Rest | None = completion.memo.get(key)
        if found is None:
            found = completion.memo[key] = super().rest(completion)
        return found


def _decided(group: Prospect, completion: Completion) -> Rest:
    low, high = group.range(completion)
    return low if low == high else group


GROUPS: dict[Quantifier, type[Every | Some | Neither]] = {
    Quantifier.ALL: Every,
    Quantifier.ANY: Some,
    Quantifier.NONE: Neither,
}
