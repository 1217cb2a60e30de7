"""Exact questions about a rulebook: over every combination of what a person could tell.

A check asks them one by one, so that progress can be shown, and so that what was found to be all
right need not be asked again as long as nothing that the answer depends on has changed.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from service.checks.ways import Ways
from service.rulebook.conditions import Condition, Group
from service.rulebook.diagnostics import Diagnostic
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule

if TYPE_CHECKING:
    from service.proofs.world import World


@dataclass(frozen=True, slots=True)
class Question:
    """Is something wrong here? `about` says all that the answer depends on, beside the frame."""

    about: tuple[str, ...]
    answer: Callable[[], Iterator[Diagnostic]]


class Exact:
    """A rulebook about which exact questions are asked."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    @cached_property
    def world(self) -> "World":
        # Loaded when first asked: nothing need be when all is known from before.
        from service.proofs.world import World  # noqa: PLC0415

        return World(self.rulebook)

    @cached_property
    def ways(self) -> Ways:
        return Ways(self.rulebook, self.world)

    @cached_property
    def frame(self) -> str:
        """A digest of what every answer depends on: what can be known, signals, and moves."""
        rulebook = self.rulebook
        parts = [
            *(f"{each.id} {each.type} {each.values}" for each in rulebook.attributes.values()),
            *(f"{each.id} {each.competences} {each.at_least}" for each in rulebook.measures),
            *(written(rule) for rules in rulebook.signal_rules.values() for rule in rules),
            *(
                repr((each.id, each.from_specialisation, each.from_levels))
                for each in rulebook.moves
            ),
            *(
                repr((each.to_specialisation, each.step, each.entry_levels))
                for each in rulebook.moves
            ),
            *(each.id for each in rulebook.roles),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def written(rule: Rule) -> str:
    """A rule with its conditions and its effect, wherever it stands."""
    return f"{rule.id}: {_group(rule.when)} -> {rule.effect!r}"


def _group(member: Condition | Group) -> str:
    if isinstance(member, Condition):
        return member.sentence
    return f"{member.quantifier} ({'; '.join(map(_group, member.members))})"
