"""The values of ratings and years that conditions can tell apart."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from service.advice.prospects import Leaf, Prospect
from service.rulebook.conditions import Condition
from service.rulebook.kleene import Truth
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import RATINGS, TENTHS, YEARS_MAXIMUM, Attribute, AttributeType


class Values:
    """Of values that are the same to all conditions in some prospects one stands for the others."""

    def __init__(self, rulebook: Rulebook, prospects: Collection[Prospect]) -> None:
        self._rulebook = rulebook
        self._prospects = prospects
        self._found: dict[str, tuple[int, ...]] = {}

    def of(self, id: str) -> tuple[int, ...]:
        """The values to try of a rating or of years."""
        if id not in self._found:
            self._found[id] = tuple(self._told_apart(self._rulebook.attributes_by_id[id]))
        return self._found[id]

    def about(self, id: str) -> Iterable[Leaf]:
        return self._leaves.get(id, ())

    @cached_property
    def _leaves(self) -> Mapping[str, Mapping[Leaf, None]]:
        leaves: dict[str, dict[Leaf, None]] = {}
        for prospect in self._prospects:
            for leaf in prospect.leaves():
                leaves.setdefault(leaf.condition.attribute.id, {})[leaf] = None
        return leaves

    def _told_apart(self, attribute: Attribute) -> Iterable[int]:
        leaves = self.about(attribute.id)
        near = values_around((leaf.condition for leaf in leaves), attribute)
        if attribute.id in self._rulebook.measured:
            return near
        seen: dict[tuple[Truth, ...], int] = {}
        for value in near:
            facts = {attribute.id: value}
            seen.setdefault(tuple(leaf.truth(facts) for leaf in leaves), value)
        return seen.values()


def values_around(conditions: Iterable[Condition], attribute: Attribute) -> list[int]:
    """Values of a rating or of years that stand for all others under these conditions."""
    if attribute.type is AttributeType.RATING:
        return list(RATINGS)
    highest = YEARS_MAXIMUM * TENTHS
    near = {0, highest}
    for condition in conditions:
        for value in condition.values:
            if isinstance(value, int):
                near.update((value - 1, value, value + 1))
    return sorted(value for value in near if 0 <= value <= highest)
