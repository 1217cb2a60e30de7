"""What a group of conditions needs, part by part: each part must hold, or must fail."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.rulebook.conditions import Condition, Group, Quantifier
from service.rulebook.position import Position

if TYPE_CHECKING:
    # The solver takes a while to load, and pages about checks do without it.
    from service.proofs.variables import Formula
    from service.proofs.world import World


@dataclass(frozen=True, slots=True)
class Need:
    """A part of a group, and whether it must hold or must fail."""

    part: Condition | Group
    holds: bool

    def formula(self, world: "World") -> "Formula":
        return world.is_true(self.part) if self.holds else world.is_false(self.part)

    @property
    def words(self) -> str:
        if isinstance(self.part, Condition):
            return f"`{self.part.sentence}`" if self.holds else f"not `{self.part.sentence}`"
        listed = ", ".join(f"`{each.sentence}`" for each in self.part.conditions())
        quantifier = self.part.quantifier if self.holds else f"not {self.part.quantifier}"
        return f"{quantifier} {listed}"

    @property
    def position(self) -> Position | None:
        first = self.part if isinstance(self.part, Condition) else next(self.part.conditions())
        return first.position


def needs_of(group: Group, holds: bool = True) -> Iterator[Need]:
    """The parts that must all be so for the group to hold; a choice between parts is one part."""
    every = group.quantifier is Quantifier.ALL if holds else group.quantifier is not Quantifier.ALL
    if not every and len(group.members) > 1:
        yield Need(group, holds)
        return
    wanted = holds is not (group.quantifier is Quantifier.NONE)
    for member in group.members:
        if isinstance(member, Group):
            yield from needs_of(member, wanted)
        else:
            yield Need(member, wanted)
