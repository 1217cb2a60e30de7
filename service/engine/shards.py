"""Patterns packed into shards: rulesets of durable_rules that stay well within its limits.

Patterns that require the same things come together, so that a fact that refutes one of them tends
to refute the whole shard, which then need not run.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import itemgetter, or_
from typing import Any

from service.engine.fragments import HEAD, TAIL, Fragments, SlotNumbers
from service.engine.limits import (
    MAXIMUM_BRANCHES,
    MAXIMUM_CHILDREN,
    MAXIMUM_COMPARISONS,
    MAXIMUM_SLOTS,
    MAXIMUM_WEIGHT,
    EngineLimit,
)
from service.engine.normal_form import Comparison, Relation, Slot
from service.engine.patterns import Aim, Pattern, Target, slots_of

WORTH_CLOSING = 16
"""From this weight on a shard is closed, rather than joined by a pattern that requires less."""

FEW = 8
"""Up to so many rules it pays to leave out of a fact what they do not look at."""

CATCH_ALL = "*"
"""A rule that fires once: without an action durable_rules cannot delete a state safely."""

MARK = {"$t": 1}
"""What the catch-all matches, and only the first fact of a session has."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One ruleset: `document` is its JSON.

    Each of its names is in `fires`, with the bit of a rule, or in `fills`, with the fragment of a
    group. `serves` are the bits of the rules that it is for; when none of them may be true it need
    not run. `looks_at` has the fragments that each of them needs, by the length of its bit; `pick`
    takes those that any of them needs.
    """

    document: str
    fires: Mapping[str, int]
    fills: Mapping[str, tuple[int, str]]
    serves: int
    looks_at: Mapping[int, frozenset[int]]
    pick: Callable[[Fragments], Sequence[str]]

    def fact(self, fragments: Fragments, asked: int) -> str:
        """A fact that is complete for the rules `asked`; no other rule fires that would not."""
        if asked.bit_count() > FEW:
            return "".join(self.pick(fragments))
        numbers: set[int] = set()
        while asked:
            place = asked.bit_length()
            numbers |= self.looks_at[place]
            asked ^= 1 << (place - 1)
        return "".join([HEAD, *[fragments[number] for number in numbers], TAIL])


def shards_of(
    aims: Iterable[Aim], served: Mapping[Target, int], numbers: SlotNumbers
) -> tuple[Shard, ...]:
    """The shards of one stratum; `served` has the bits of the rules that a target is for."""
    return tuple(_shard(part, served, numbers) for part in _packed(_arranged(list(aims))))


def _arranged(aims: list[Aim]) -> list[Aim]:
    """What most patterns require stands first in each, and like patterns stand together.

    durable_rules shares the beginnings that patterns have in common.
    """
    counts = Counter(comparison for aim in aims for comparison in aim.pattern.every)
    ranked = sorted(counts, key=lambda each: (each.relation is not Relation.EQUAL, -counts[each]))
    rank = {comparison: number for number, comparison in enumerate(ranked)}
    arranged = [
        Aim(
            Pattern(tuple(sorted(aim.pattern.every, key=rank.__getitem__)), aim.pattern.some),
            aim.target,
            aim.stratum,
        )
        for aim in aims
    ]
    return sorted(arranged, key=lambda aim: [rank[each] for each in aim.pattern.every])


def _packed(aims: list[Aim]) -> Iterator[list[Aim]]:
    """Cuts a row of patterns where a shard is full, or where less would be required."""
    part: list[Aim] = []
    weight = 0
    common: frozenset[Comparison] = frozenset()
    slots: set[Slot] = set()
    for aim in aims:
        required = _required(aim.pattern)
        wanted = slots | set(slots_of([aim.pattern]))
        full = weight + aim.pattern.weight > MAXIMUM_WEIGHT or len(wanted) > MAXIMUM_SLOTS
        weaker = weight >= WORTH_CLOSING and not common <= required
        if part and (full or weaker):
            yield part
            part, weight, wanted = [], 0, set(slots_of([aim.pattern]))
        common = common & required if part else required
        part.append(aim)
        weight += aim.pattern.weight
        slots = wanted
    if part:
        yield part


def _required(pattern: Pattern) -> frozenset[Comparison]:
    return frozenset(each for each in pattern.every if each.relation is Relation.EQUAL)


def _shard(aims: list[Aim], served: Mapping[Target, int], numbers: SlotNumbers) -> Shard:
    patterns = [aim.pattern for aim in aims]
    _check(patterns, numbers)
    named = {f"r{number}": aim for number, aim in enumerate(aims)}
    document = {name: _rule(aim.pattern, numbers) for name, aim in named.items()}
    document[CATCH_ALL] = _all([MARK])
    used = sorted(numbers[slot] for slot in slots_of(patterns))
    serves = reduce(or_, (served[aim.target] for aim in aims))
    return Shard(
        document=json.dumps(document, separators=(",", ":")),
        fires={
            name: served[aim.target] for name, aim in named.items() if isinstance(aim.target, str)
        },
        fills={
            name: numbers.filling(aim.target, 1)
            for name, aim in named.items()
            if isinstance(aim.target, Slot)
        },
        serves=serves,
        looks_at=_looks_at(aims, served, numbers),
        pick=itemgetter(0, *used, -1),
    )


def _looks_at(
    aims: list[Aim], served: Mapping[Target, int], numbers: SlotNumbers
) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for aim in aims:
        used = frozenset(numbers[slot] for slot in slots_of([aim.pattern]))
        rules = served[aim.target]
        while rules:
            place = rules.bit_length()
            found[place] = found.get(place, frozenset()) | used
            rules ^= 1 << (place - 1)
    return found


def _rule(pattern: Pattern, numbers: SlotNumbers) -> dict[str, Any]:
    conditions: list[dict[str, Any]] = [_condition(each, numbers) for each in pattern.every]
    if pattern.some:
        conditions.append({"$or": [_condition(each, numbers) for each in pattern.some]})
    return _all(conditions)


def _all(conditions: list[dict[str, Any]]) -> dict[str, Any]:
    return {"all": [{"m": {"$and": conditions}}]}


def _condition(comparison: Comparison, numbers: SlotNumbers) -> dict[str, Any]:
    name = numbers.name(comparison.slot)
    if comparison.relation is Relation.EQUAL:
        return {name: comparison.number}
    return {comparison.relation.value: {name: comparison.number}}


def _check(patterns: list[Pattern], numbers: SlotNumbers) -> None:
    """Whether a ruleset keeps to every limit; packing sees to it, and this makes sure."""
    slots = slots_of(patterns)
    _at_most(MAXIMUM_WEIGHT, sum(pattern.weight for pattern in patterns), "pending matches")
    _at_most(MAXIMUM_SLOTS, len(slots), "properties of a fact")
    children: dict[tuple[Comparison, ...], set[Comparison]] = {}
    for pattern in patterns:
        _at_most(MAXIMUM_BRANCHES, len(pattern.some), "branches of an or")
        _at_most(MAXIMUM_COMPARISONS, len(pattern.every), "conditions of an and")
        for place, comparison in enumerate(pattern.every):
            children.setdefault(pattern.every[:place], set()).add(comparison)
        children.setdefault(pattern.every, set()).update(pattern.some)
    _at_most(MAXIMUM_CHILDREN, max(map(len, children.values())), "conditions after one condition")
    check_names([*RESERVED, *(numbers.name(slot) for slot in slots)])


def _at_most(limit: int, count: int, what: str) -> None:
    if count > limit:
        raise EngineLimit(f"A shard has {count} {what}; durable_rules is trusted with {limit}.")


RESERVED = ("$t", "sid", "id", "$s", "$i", "$forward")
"""Names with a meaning of their own in durable_rules."""


def check_names(names: Iterable[str]) -> None:
    """Whether durable_rules can tell names apart: it compares only their 32-bit hashes."""
    seen: dict[int, str] = {}
    for name in names:
        other = seen.setdefault(name_hash(name), name)
        if other != name:
            raise EngineLimit(f"durable_rules cannot tell `{name}` from `{other}`.")


def name_hash(name: str) -> int:
    """FNV-1a in 32 bits, as durable_rules computes it."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
