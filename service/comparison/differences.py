"""Compares two rulebooks: which parts came, went or changed, and what about them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from service.comparison.conditions import compare_groups
from service.comparison.model import Change, Detail, Kind, Sort
from service.comparison.portraits import Field, Portrait, portraits_of
from service.rulebook.conditions import Group
from service.rulebook.model import Rulebook
from service.rulebook.position import Position
from service.rulebook.vocabulary import LANGUAGES, Text


def compare(old: Rulebook, new: Rulebook) -> tuple[Change, ...]:
    """Everything that differs, by kind and then by id.

    Layout, comments, files and the order of rules and titles are no differences, as for the digest.
    """
    before, after = portraits_of(old), portraits_of(new)
    return tuple(
        change
        for kind in Kind
        for change in _of_one_kind(
            kind, before[kind], after[kind], _places(old, kind) | _places(new, kind)
        )
    )


def _places(rulebook: Rulebook, kind: Kind) -> dict[str, Position | None]:
    """Where parts of a kind stand, for the kinds of which that is kept."""
    match kind:
        case Kind.RULE:
            return {each.id: each.position for each in rulebook.rules}
        case Kind.ROLE:
            return {each.id: each.position for each in rulebook.roles}
        case Kind.CERTIFICATE:
            return {each.id: each.position for each in rulebook.certificates}
        case Kind.GOAL:
            return {each.id: each.position for each in rulebook.goals}
        case Kind.ACTION:
            return {each.id: each.position for each in rulebook.actions}
        case Kind.CASE:
            return {each.name: each.position for each in rulebook.cases}
        case _:
            return {}


def _of_one_kind(
    kind: Kind,
    old: dict[str, Portrait],
    new: dict[str, Portrait],
    places: dict[str, Position | None],
) -> Iterator[Change]:
    for id in sorted(old.keys() | new.keys()):
        if id not in old:
            yield Change(kind, id, Sort.ADDED, position=places.get(id))
        elif id not in new:
            yield Change(kind, id, Sort.REMOVED, position=places.get(id))
        elif details := tuple(_details(old[id], new[id])):
            if kind is Kind.ORDER:
                # What came or went is told where it belongs.
                details = tuple(each for each in details if each.sort is Sort.ORDER)
            if details:
                yield Change(kind, id, Sort.CHANGED, details, places.get(id))


def _details(old: Portrait, new: Portrait) -> Iterator[Detail]:
    for field in dict.fromkeys((*old, *new)):
        yield from _of_one_field(field, old.get(field), new.get(field))


def _of_one_field(field: str, old: Field, new: Field) -> Iterator[Detail]:
    if isinstance(old, Group) and isinstance(new, Group):
        yield from compare_groups(field, old, new)
    elif isinstance(old, Text) or isinstance(new, Text):
        for language in LANGUAGES:
            before, after = (
                each.in_language(language) if isinstance(each, Text) else None
                for each in (old, new)
            )
            if before != after:
                yield Detail(field, Sort.CHANGED, before, after, language=language)
    elif isinstance(old, tuple) or isinstance(new, tuple):
        yield from members(field, _listed(old), _listed(new))
    elif old != new:
        yield Detail(field, Sort.CHANGED, old, new)


def _listed(field: Field) -> tuple[str, ...]:
    return field if isinstance(field, tuple) else ()


def members(field: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Detail]:
    """What came into a list and what went out of it; else whether the order is another."""
    went, came = _beyond(old, new), _beyond(new, old)
    yield from (Detail(field, Sort.REMOVED, old=each) for each in went)
    yield from (Detail(field, Sort.ADDED, new=each) for each in came)
    if _without(old, went) != _without(new, came):
        yield Detail(field, Sort.ORDER)


def _beyond(one: Iterable[str], other: Iterable[str]) -> list[str]:
    """What stands in one and not, or less often, in the other."""
    left = Counter(other)
    left.subtract(one := tuple(one))
    found: list[str] = []
    for each in reversed(one):
        if left[each] < 0:
            left[each] += 1
            found.append(each)
    return found[::-1]


def _without(listed: Iterable[str], taken: Iterable[str]) -> list[str]:
    left, kept = Counter(taken), []
    for each in reversed(tuple(listed)):
        if left[each]:
            left[each] -= 1
        else:
            kept.append(each)
    return kept[::-1]
