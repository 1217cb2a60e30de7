"""Marks: facts as one number, from which a mask takes just what one rule looks at.

Two people of whom a rule sees the same have the same number under its mask.
"""

from collections.abc import Iterable, Mapping

from service.advice.prospects import Leaf
from service.rulebook.facts import Facts
from service.rulebook.vocabulary import Attribute, AttributeType


class Marks:
    """The bits of each attribute: what it is known to be, or none while it is unknown.

    Measures and signals have none: they follow from what does.
    """

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        self._masks: dict[str, int] = {}
        self._values: dict[str, Mapping[object, int]] = {}
        self._lists: dict[str, tuple[int, Mapping[str, int]]] = {}
        place = 0
        for attribute in attributes:
            id, first = attribute.id, 1 << place
            if attribute.type is AttributeType.MEMBERS:
                members = {each: first << bit for bit, each in enumerate(attribute.values, 1)}
                self._lists[id] = first, members
                width = 1 + len(members)
            else:
                self._values[id] = {
                    each: first * bit for bit, each in enumerate(attribute.domain, 1)
                }
                width = len(attribute.domain).bit_length()
            self._masks[id] = first * ((1 << width) - 1)
            place += width

    def of(self, facts: Facts) -> int:
        """The number of these facts."""
        values, lists = self._values, self._lists
        number = 0
        for id, value in facts.items():
            if id in values:
                number |= values[id][value]
            elif isinstance(value, frozenset):
                known, members = lists[id]
                number |= known
                for member in value:
                    number |= members[member]
        return number

    def mask(self, leaves: Iterable[Leaf]) -> int:
        """Takes everything out of a number that decides what these leaves can still come to."""
        mask = 0
        for leaf in leaves:
            id = leaf.condition.attribute.id
            if id in self._lists:
                known, members = self._lists[id]
                mask |= known
                for value in leaf.condition.values:
                    mask |= members[str(value)]
            else:
                mask |= self._masks.get(id, 0)
        return mask
