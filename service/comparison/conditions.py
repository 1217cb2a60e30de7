"""Compares conditions: which came, which went, and which changed into which."""

from collections.abc import Iterator

from service.comparison.model import Detail, Sort
from service.rulebook.conditions import Condition, Group, Quantifier

Member = Condition | Group


def compare_groups(
    field: str, old: Group, new: Group, within: Quantifier | None = None
) -> Iterator[Detail]:
    """What differs between two groups. Equal is what says the same in standard spelling."""
    if old.quantifier is not new.quantifier:
        yield Detail("together", Sort.CHANGED, old.quantifier.value, new.quantifier.value)
    went, came = _beyond(old, new), _beyond(new, old)
    if not went and not came:
        if _said(old.members) != _said(new.members):
            yield Detail(field, Sort.ORDER, within=within)
        return
    pairs = _pairs(went, came)
    for before, after in pairs:
        if isinstance(before, Group) and isinstance(after, Group):
            yield from compare_groups(field, before, after, after.quantifier)
        else:
            yield Detail(field, Sort.CHANGED, before, after, within=within)
    paired = {id(each) for pair in pairs for each in pair}
    for each in went:
        if id(each) not in paired:
            yield Detail(field, Sort.REMOVED, old=each, within=within)
    for each in came:
        if id(each) not in paired:
            yield Detail(field, Sort.ADDED, new=each, within=within)


def _beyond(one: Group, other: Group) -> list[Member]:
    """The members of one group that the other does not have, or has less often."""
    left = [_said_by(each) for each in other.members]
    found: list[Member] = []
    for each in one.members:
        said = _said_by(each)
        if said in left:
            left.remove(said)
        else:
            found.append(each)
    return found


def _pairs(went: list[Member], came: list[Member]) -> list[tuple[Member, Member]]:
    """What became what: conditions that alone are about an attribute, groups likewise.

    Groups of one kind that are not alone belong together when they share a condition.
    """
    pairs: list[tuple[Member, Member]] = []
    free = list(came)
    for before in went:
        after = next((each for each in free if _belong(before, each, went, came)), None)
        if after is not None:
            free.remove(after)
            pairs.append((before, after))
    return pairs


def _belong(before: Member, after: Member, went: list[Member], came: list[Member]) -> bool:
    if isinstance(before, Group) and isinstance(after, Group):
        shared = set(_said(tuple(before.conditions()))) & set(_said(tuple(after.conditions())))
        alone = all(_number_of(before.quantifier, each) == 1 for each in (went, came))
        return before.quantifier is after.quantifier and (alone or bool(shared))
    if isinstance(before, Condition) and isinstance(after, Condition):
        words = before.attribute.words
        alone = all(_number_about(words, each) == 1 for each in (went, came))
        return after.attribute.words == words and alone
    return False


def _number_about(words: str, members: list[Member]) -> int:
    return sum(isinstance(each, Condition) and each.attribute.words == words for each in members)


def _number_of(quantifier: Quantifier, members: list[Member]) -> int:
    return sum(isinstance(each, Group) and each.quantifier is quantifier for each in members)


def _said(members: tuple[Member, ...]) -> tuple[object, ...]:
    return tuple(_said_by(each) for each in members)


def _said_by(member: Member) -> object:
    """Attributes of two rulebooks are never the same ones, so sentences are compared."""
    if isinstance(member, Condition):
        return member.sentence
    return member.quantifier, _said(member.members)
