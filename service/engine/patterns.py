"""Formulas as flat patterns: one `$and` each, with at most one native `$or`.

What does not fit becomes a group of its own: patterns that fill a slot, in a lower stratum. Groups
are shared by content, and every stratum needs only what the strata before it filled.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from service.engine.limits import MAXIMUM_BRANCHES, MAXIMUM_COMPARISONS
from service.engine.normal_form import Aspect, Comparison, Every, Formula, Relation, Slot, Some

WIDEST_IN_PLACE = 8
"""Ways in which one formula may hold before its groups go to a stratum of their own.

Spelling out a few ways is cheaper than one more call of durable_rules for one more stratum.
"""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Holds when all of `every` hold and, if there are any, at least one of `some`."""

    every: tuple[Comparison, ...] = ()
    some: tuple[Comparison, ...] = ()

    @property
    def weight(self) -> int:
        """How many matches one fact can leave pending: one for each branch that holds."""
        return max(1, len(self.some))

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        return self.every + self.some

    def joined_with(self, other: "Pattern") -> "list[Pattern]":
        """Both at once; of two `some` the shorter one is spelled out."""
        both = tuple(dict.fromkeys(self.every + other.every))
        short, long = sorted((self.some, other.some), key=len)
        if not short:
            return [Pattern(both, long)]
        return [Pattern(tuple(dict.fromkeys((*both, branch))), long) for branch in short]


Target = str | Slot
"""What a pattern is for: the id of a rule that fires, or the slot of a group that holds."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A pattern with its target and the stratum that it must be matched in."""

    pattern: Pattern
    target: Target
    stratum: int


class Lowering:
    """Turns the formulas of a step into aimed patterns; `aims` grows with every formula."""

    def __init__(self, step: str) -> None:
        self._step = step
        self.aims: list[Aim] = []
        self._groups: dict[Formula, Slot] = {}
        self._filled: dict[str, int] = {}

    def add(self, formula: Formula, target: Target) -> int:
        """Aims a formula at its target; returns the last stratum that this needs."""
        patterns = [self._narrowed(pattern) for pattern in self._ways(formula)]
        aims = [Aim(pattern, target, self._stratum(pattern)) for pattern in patterns]
        self.aims += aims
        return max((aim.stratum for aim in aims), default=0)

    def fills(self, owner: str, stratum: int) -> None:
        """Says that the slots of `owner` are filled after `stratum`; what uses them comes later."""
        self._filled[owner] = stratum

    def _stratum(self, pattern: Pattern) -> int:
        """The first one in which everything that the pattern compares is filled."""
        owners = (comparison.slot.owner for comparison in pattern.comparisons)
        return max((self._filled.get(owner, -1) + 1 for owner in owners), default=0)

    def _ways(self, formula: Formula) -> list[Pattern]:
        """Patterns of which at least one holds exactly when the formula does."""
        branches = formula.members if isinstance(formula, Some) else (formula,)
        plain = [branch for branch in branches if isinstance(branch, Comparison)]
        ways = [_one_of(branches) for branches in _chunks(plain, MAXIMUM_BRANCHES)]
        for branch in branches:
            if isinstance(branch, Every):
                ways += self._ways_of_every(branch)
        return ways

    def _ways_of_every(self, formula: Every) -> list[Pattern]:
        plain = [member for member in formula.members if isinstance(member, Comparison)]
        groups = {
            member: self._ways(member) for member in formula.members if isinstance(member, Some)
        }
        while prod(_weight(ways) for ways in groups.values()) > WIDEST_IN_PLACE:
            widest = max(groups, key=lambda group: _weight(groups[group]))
            del groups[widest]
            plain.append(self._group(widest))
        joined = [Pattern(tuple(plain))]
        for ways in groups.values():
            joined = [both for way in ways for other in joined for both in other.joined_with(way)]
        return joined

    def _group(self, formula: Formula) -> Comparison:
        """The comparison that says that a group holds."""
        slot = self._groups.get(formula)
        if slot is None:
            slot = Slot(f"{self._step} group {len(self._groups)}", Aspect.GROUP)
            self._groups[formula] = slot
            self.fills(slot.owner, self.add(formula, slot))
        return Comparison(slot, Relation.EQUAL, 1)

    def _narrowed(self, pattern: Pattern) -> Pattern:
        """The pattern with parts of too many conditions made into groups."""
        plain = pattern.every
        while len(plain) > MAXIMUM_COMPARISONS:
            part, rest = plain[:MAXIMUM_COMPARISONS], plain[MAXIMUM_COMPARISONS:]
            plain = (*rest, self._group(Every(tuple(sorted(part)))))
        return Pattern(plain, pattern.some)


def _weight(ways: Iterable[Pattern]) -> int:
    return sum(way.weight for way in ways)


def _chunks(items: list[Comparison], size: int) -> Iterable[tuple[Comparison, ...]]:
    return (tuple(items[start : start + size]) for start in range(0, len(items), size))


def _one_of(branches: tuple[Comparison, ...]) -> Pattern:
    return Pattern(every=branches) if len(branches) == 1 else Pattern(some=branches)


def slots_of(patterns: Iterable[Pattern]) -> Mapping[Slot, None]:
    """The slots that patterns compare, each once, in a fixed order."""
    return {comparison.slot: None for pattern in patterns for comparison in pattern.comparisons}
