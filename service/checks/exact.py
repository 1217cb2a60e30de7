"""Exact questions about a rulebook: over every combination of what a person could tell.

A check asks them one by one, so that progress can be shown, and so that what was found need not be
asked again as long as nothing that the answer depends on has changed. An answer is therefore kept
apart from the words for it, which say where things stand now.
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
from service.rulebook.vocabulary import Stage

if TYPE_CHECKING:
    from service.proofs.world import World


Doubt = tuple[int, ...]
"""One thing that is wrong, as numbers from 0 of parts of what was asked about."""

WRONG: Doubt = ()
"""The doubt where no part has to be named."""

Answer = tuple[Doubt, ...]
"""Everything that is wrong; empty when all is right."""


@dataclass(frozen=True, slots=True)
class Question:
    """Is something wrong here? `about` says all that the answer depends on, beside the frame.

    `told` puts one doubt into words.
    """

    about: tuple[str, ...]
    doubts: Callable[[], Iterator[Doubt]]
    told: Callable[[Doubt], Diagnostic]


class Exact:
    """A rulebook about which exact questions are asked."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._fires: dict[Rule, bool] = {}
        self._counts: dict[Rule, bool] = {}
        self._written: dict[Rule, str] = {}

    @cached_property
    def world(self) -> "World":
        # Loaded when first asked: nothing need be when all is known from before.
        from service.proofs.world import World  # noqa: PLC0415

        return World(self.rulebook)

    @cached_property
    def ways(self) -> Ways:
        return Ways(self.rulebook, self.world)

    def written(self, rule: Rule) -> str:
        """A rule with its conditions and its effect, wherever it stands."""
        if rule not in self._written:
            self._written[rule] = f"{rule.id}: {_group(rule.when)} -> {rule.effect!r}"
        return self._written[rule]

    def fires(self, rule: Rule) -> bool:
        """Whether there is anybody for whom a rule fires. Asked once, by whichever check."""
        if rule not in self._fires:
            # Whomever it counts for, it fires for: most often that answers both.
            counts = rule.stage is Stage.GROWTH and self.counts(rule)
            self._fires[rule] = counts or self.world.possible(self.world.is_true(rule.when))
        return self._fires[rule]

    def counts(self, rule: Rule) -> bool:
        """Whether a growth rule fires for anybody whom a way takes to its target."""
        if rule not in self._counts:
            fires, somewhere = self.world.is_true(rule.when), self.ways.any_for(rule)
            self._counts[rule] = self.world.possible(fires, somewhere)
        return self._counts[rule]

    @cached_property
    def frame(self) -> str:
        """A digest of what every answer depends on: what can be known, signals, and moves."""
        rulebook = self.rulebook
        parts = [
            *(f"{each.id} {each.type} {each.values}" for each in rulebook.attributes.values()),
            *(f"{each.id} {each.competences} {each.at_least}" for each in rulebook.measures),
            *(self.written(rule) for rules in rulebook.signal_rules.values() for rule in rules),
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


def _group(member: Condition | Group) -> str:
    if isinstance(member, Condition):
        return member.sentence
    return f"{member.quantifier} ({'; '.join(map(_group, member.members))})"
