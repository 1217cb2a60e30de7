"""Shrinking: the smallest rulebook and profile for which something still holds.

A loop of delta debugging: leave out large parts first, then ever smaller ones, until nothing more
can go.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from soak.pair import Told
from strategies.sentences import spelled

from service.reading.profile import Profile
from service.rulebook.conditions import Condition, Group, Operator
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import GiveSignal, Rule

T = TypeVar("T")

TOLD = (
    "current_specialisation",
    "current_level",
    "years_in_role",
    "years_in_pmo",
    "certificates",
    "work",
    "ambition",
    "goals",
)
"""The parts of a profile that may be left out, but for competences."""

Holds = Callable[[Rulebook, Told], bool]


def smallest(rulebook: Rulebook, told: Told, holds: Holds) -> tuple[Rulebook, Told]:
    """Leaves out rules, conditions, values and what is told, as long as it holds without them."""
    smaller: tuple[Rulebook, Told] | None = (rulebook, told)
    while smaller is not None:
        rulebook, told = smaller
        smaller = next((each for each in _smaller(rulebook, told) if holds(*each)), None)
    return rulebook, told


def _smaller(rulebook: Rulebook, told: Told) -> Iterator[tuple[Rulebook, Told]]:
    for rules in _fewer_rules(rulebook):
        yield replace(rulebook, rules=rules), told
    for less in _less(told):
        yield rulebook, less
    for place, rule in enumerate(rulebook.rules):
        for when in _smaller_groups(rule.when, rulebook):
            others = rulebook.rules[:place], rulebook.rules[place + 1 :]
            smaller = (*others[0], replace(rule, when=when), *others[1])
            yield replace(rulebook, rules=smaller), told


def _fewer(items: Sequence[T]) -> Iterator[tuple[T, ...]]:
    """Without all of them, without either half, each quarter, and so on to each single one."""
    size = len(items)
    while size:
        for start in range(0, len(items), size):
            yield (*items[:start], *items[start + size :])
        size //= 2


def _fewer_rules(rulebook: Rulebook) -> Iterator[tuple[Rule, ...]]:
    """Signals that are left without a rule may not be looked at any more."""
    orphans = _looked_at(rulebook.rules) - _given(rulebook.rules)
    for rules in _fewer(rulebook.rules):
        if _looked_at(rules) - _given(rules) <= orphans:
            yield rules


def _given(rules: Sequence[Rule]) -> set[str]:
    return {f"signal.{rule.effect.signal}" for rule in rules if isinstance(rule.effect, GiveSignal)}


def _looked_at(rules: Sequence[Rule]) -> set[str]:
    looked_at = {each.attribute.id for rule in rules for each in rule.when.conditions()}
    return {id for id in looked_at if id.startswith("signal.")}


def _smaller_groups(group: Group, rulebook: Rulebook) -> Iterator[Group]:
    for members in _fewer(group.members):
        if members:
            yield replace(group, members=members)
    for place, member in enumerate(group.members):
        if isinstance(member, Group):
            yield member
        for smaller in _smaller_members(member, rulebook):
            members = (*group.members[:place], smaller, *group.members[place + 1 :])
            yield replace(group, members=members)


def _smaller_members(member: Condition | Group, rulebook: Rulebook) -> Iterator[Condition | Group]:
    if isinstance(member, Group):
        yield from member.conditions()
        yield from _smaller_groups(member, rulebook)
        return
    for rule in rulebook.signal_rules.get(member.attribute.id.removeprefix("signal."), ()):
        # What a signal builds on comes before it, so this ends.
        yield from rule.when.conditions()
    if member.operator is not Operator.IS_BETWEEN:
        for values in _fewer(member.values):
            if values:
                yield spelled(replace(member, values=values), rulebook.measures_by_id)


def _less(told: Told) -> Iterator[Told]:
    return _less_of_profile(told) if isinstance(told, Profile) else _less_of_facts(told)


def _less_of_facts(facts: Facts) -> Iterator[Facts]:
    for items in _fewer(tuple(facts.items())):
        yield dict(items)
    for id, value in facts.items():
        if isinstance(value, frozenset):
            for members in _fewer(sorted(value)):
                yield {**facts, id: frozenset(members)}


def _less_of_profile(profile: Profile) -> Iterator[Profile]:
    for name in TOLD:
        for smaller in _less_of_part(getattr(profile, name)):
            part: dict[str, Any] = {name: smaller}
            yield replace(profile, **part)
    for competences in _fewer(tuple(profile.competences.items())):
        yield replace(profile, competences=dict(competences))


def _less_of_part(value: object) -> Iterator[object]:
    """Not told at all, or of a list only some."""
    if value is not None:
        yield None
    if isinstance(value, tuple):
        yield from _fewer(value)
