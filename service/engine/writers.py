"""Writers: for each attribute, what its value puts into the flat fact and which rules it refutes.

Every value is checked against its attribute here, so that nothing untyped reaches durable_rules.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from service.engine.fragments import Filling, Fragments, SlotNumbers
from service.engine.limits import MAXIMUM_NUMBER
from service.engine.normal_form import Aspect, Comparison, Relation, Slot, number_of
from service.rulebook.facts import FactValue
from service.rulebook.vocabulary import RATINGS, TENTHS, YEARS_MAXIMUM, Attribute, AttributeType


class WrongFact(ValueError):
    """A fact that is not of the type of its attribute, or out of its range."""


Needs = Mapping[Comparison, int]
"""Comparison -> the bits of the rules that can only be true, or open, where it does not fail."""

Writer = Callable[[Fragments, FactValue], int]
"""Writes the fragments of one attribute; returns the bits of rules that its value makes false.

These are not all such rules: only those that need a single comparison which the value fails.
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A single value in a single slot: what each possible value does, worked out beforehand.

    `kind` is the exact type of a value (True is no rating). `rows` has its fragment, and the bits
    of the rules that it makes false.
    """

    attribute: Attribute
    kind: type
    number: int
    rows: Mapping[object, tuple[str, int]]

    def wrong(self, value: FactValue) -> WrongFact:
        return _wrong(self.attribute, value)


def writer_for(
    attribute: Attribute, slots: list[Slot], zeros: set[Slot], needs: Needs, numbers: SlotNumbers
) -> Writer | Table:
    """`slots` are those of the attribute, `zeros` those that something compares with 0."""
    match attribute.type:
        case AttributeType.MEMBERS:
            return _list_writer(attribute, slots, zeros, needs, numbers)
        case AttributeType.MEASURE:
            return _measure_writer(attribute, slots, numbers)
        case _:
            return _value_writer(attribute, slots, needs, numbers)


def _value_writer(
    attribute: Attribute, slots: list[Slot], needs: Needs, numbers: SlotNumbers
) -> Writer | Table:
    """A single value has few possible values: what each of them does is worked out beforehand."""
    domain, kind = _domain(attribute)
    own = [(comparison, rules) for comparison, rules in needs.items() if comparison.slot in slots]
    table: dict[object, tuple[Filling, int]] = {}
    for value in domain:
        held = {slot: _number_in(slot, attribute, value) for slot in slots}
        failing = (rules for each, rules in own if not each.holds_for(held[each.slot]))
        filling = tuple(numbers.filling(slot, number) for slot, number in held.items())
        table[value] = filling, _union(failing)
    if len(slots) == 1:
        rows = {value: (filling[0][1], refuted) for value, (filling, refuted) in table.items()}
        return Table(attribute, kind, numbers[slots[0]], rows)

    def write(fragments: Fragments, value: FactValue) -> int:
        found = table.get(value) if type(value) is kind else None
        if found is None:
            raise _wrong(attribute, value)
        filling, refuted = found
        for number, text in filling:
            fragments[number] = text
        return refuted

    return write


def _domain(attribute: Attribute) -> tuple[Iterable[str | int], type]:
    """The values of a single-valued attribute and their exact type (True is no rating)."""
    match attribute.type:
        case AttributeType.RATING:
            return RATINGS, int
        case AttributeType.YEARS:
            return range(YEARS_MAXIMUM * TENTHS + 1), int
        case AttributeType.FLAG:
            return (False, True), bool
        case _:
            return attribute.values, str


def _number_in(slot: Slot, attribute: Attribute, value: str | int) -> int:
    match slot.aspect:
        case Aspect.AMONG:
            return int(value in slot.members)
        case Aspect.KNOWN:
            return 1
        case _:
            return number_of(attribute, value)


def _list_writer(
    attribute: Attribute, slots: list[Slot], zeros: set[Slot], needs: Needs, numbers: SlotNumbers
) -> Writer:
    """A slot that nothing compares with 0 stays empty instead, which keeps facts short."""
    allowed = frozenset(attribute.values)
    lists = [slot for slot in slots if slot.aspect is Aspect.AMONG]
    always: Filling = tuple(
        [numbers.filling(slot, 0) for slot in lists if slot in zeros]
        + [numbers.filling(slot, 1) for slot in slots if slot.aspect is Aspect.KNOWN]
    )
    wanting = _union(needs.get(Comparison(slot, Relation.EQUAL, 1), 0) for slot in lists)
    by_member: dict[str, tuple[Filling, int, int]] = {}
    for member in attribute.values:
        hit = [slot for slot in lists if member in slot.members]
        by_member[member] = (
            tuple(numbers.filling(slot, 1) for slot in hit),
            _union(needs.get(Comparison(slot, Relation.EQUAL, 1), 0) for slot in hit),
            _union(needs.get(Comparison(slot, Relation.EQUAL, 0), 0) for slot in hit),
        )

    def write(fragments: Fragments, value: FactValue) -> int:
        if type(value) is not frozenset or not value <= allowed:
            raise _wrong(attribute, value)
        for number, text in always:
            fragments[number] = text
        satisfied = refuted = 0
        for member in value:
            filling, wants, shuns = by_member[member]
            for number, text in filling:
                fragments[number] = text
            satisfied |= wants
            refuted |= shuns
        return refuted | (wanting & ~satisfied)

    return write


def _measure_writer(attribute: Attribute, slots: list[Slot], numbers: SlotNumbers) -> Writer:
    known: Filling = tuple(
        numbers.filling(slot, 1) for slot in slots if slot.aspect is Aspect.KNOWN
    )
    starts = {
        aspect: [
            (numbers[slot], f',"{numbers.name(slot)}":') for slot in slots if slot.aspect is aspect
        ]
        for aspect in (Aspect.LOW, Aspect.HIGH)
    }

    def write(fragments: Fragments, value: FactValue) -> int:
        low, high = _range(attribute, value)
        for number, start in starts[Aspect.LOW]:
            fragments[number] = f"{start}{low}"
        for number, start in starts[Aspect.HIGH]:
            fragments[number] = f"{start}{high}"
        for number, text in known:
            fragments[number] = text
        return 0

    return write


def _range(attribute: Attribute, value: FactValue) -> tuple[int, int]:
    if type(value) is tuple and len(value) == 2:  # noqa: PLR2004 - a range has two ends
        low, high = value
        if type(low) is int and type(high) is int and 0 <= low <= high <= MAXIMUM_NUMBER:
            return low, high
    raise _wrong(attribute, value)


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


_TAKES = {
    AttributeType.RATING: f"a whole number from {RATINGS[0]} to {RATINGS[-1]}",
    AttributeType.YEARS: f"whole tenths of years from 0 to {YEARS_MAXIMUM * TENTHS}",
    AttributeType.FLAG: "True or False",
    AttributeType.MEASURE: "two whole numbers from 0, the lower one first",
    AttributeType.MEMBERS: "a frozenset of its values",
    AttributeType.CHOICE: "one of its values",
    AttributeType.SCALE: "one of its values",
}


def _wrong(attribute: Attribute, value: object) -> WrongFact:
    return WrongFact(
        f"The fact `{attribute.id}` is {value!r}, but it takes {_TAKES[attribute.type]}."
    )
