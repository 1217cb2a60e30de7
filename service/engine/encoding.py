"""Facts as one flat fact for durable_rules: whole numbers, a fragment of JSON for each slot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.engine.fragments import Fragments, SlotNumbers
from service.engine.normal_form import Aspect, Comparison, Slot
from service.engine.writers import Needs, Table, Writer, writer_for
from service.rulebook.facts import Facts, FactValue
from service.rulebook.vocabulary import Attribute


@dataclass(slots=True)
class Encoded:
    """Facts as fragments, with what they say about the rules at once (bits of rules).

    `refuted`: a single known value makes the rule false. `lacking`: the rule cannot be true while
    something stays unknown. `mentioning`: it mentions something unknown, or known only as a range.
    """

    fragments: Fragments
    refuted: int
    lacking: int
    mentioning: int

    @property
    def possible(self) -> int:
        """The rules that may be true, for all that can be seen without matching them."""
        return ~(self.refuted | self.lacking)


class Encoder:
    """Encodes the attributes that rules look at."""

    def __init__(
        self,
        attributes: Iterable[Attribute],
        comparisons: Iterable[Comparison],
        needs: Needs,
        mentions: Mapping[str, int],
        later: frozenset[str],
        numbers: SlotNumbers,
    ) -> None:
        """`mentions` has the bits of the rules that an attribute may leave open, by its id.

        What is in `later` is passed over when facts are encoded, and added one by one.
        """
        self._blank = numbers.blank
        zeros = {each.slot for each in comparisons if each.number == 0}
        slots: dict[str, list[Slot]] = {}
        for slot in {each.slot: None for each in comparisons}:
            slots.setdefault(slot.owner, []).append(slot)
            if slot.aspect is Aspect.KNOWN:
                number, text = numbers.filling(slot, 0)
                self._blank[number] = text
        lacks: dict[str, int] = {}
        for comparison, rules in needs.items():
            if comparison.slot.aspect is not Aspect.KNOWN:
                owner = comparison.slot.owner
                lacks[owner] = lacks.get(owner, 0) | rules
        self._parts: dict[str, tuple[Table | Writer, int, int]] = {}
        for attribute in attributes:
            own = slots.get(attribute.id, [])
            writer = writer_for(attribute, own, zeros, needs, numbers)
            id = attribute.id
            self._parts[id] = writer, lacks.get(id, 0), mentions.get(id, 0)
        first = [(owner, *part) for owner, part in self._parts.items() if owner not in later]
        self._tables = tuple(
            (owner, part, part.number, part.kind, part.rows.get, needing, rules)
            for owner, part, needing, rules in first
            if isinstance(part, Table)
        )
        self._writers = tuple(
            (owner, part, needing, rules)
            for owner, part, needing, rules in first
            if not isinstance(part, Table)
        )

    def encode(self, facts: Facts) -> Encoded:
        """`WrongFact` when a fact is not of the type of its attribute."""
        fragments = self._blank.copy()
        refuted = lacking = mentioning = 0
        known = facts.get
        for owner, table, number, kind, row_of, needing, rules in self._tables:
            value = known(owner)
            if value is None:
                lacking |= needing
                mentioning |= rules
            elif type(value) is kind and (row := row_of(value)):
                fragments[number], failing = row
                refuted |= failing
            else:
                raise table.wrong(value)
        for owner, write, needing, rules in self._writers:
            value = known(owner)
            if value is None:
                lacking |= needing
                mentioning |= rules
                continue
            refuted |= write(fragments, value)
            if type(value) is tuple and value[0] != value[1]:
                mentioning |= rules
        return Encoded(fragments, refuted, lacking, mentioning)

    def add(self, encoded: Encoded, owner: str, value: FactValue | None) -> None:
        """Adds what became known, or stayed unknown, about an attribute; rules may ignore it."""
        if owner in self._parts:
            writer, needing, rules = self._parts[owner]
            if value is None:
                encoded.lacking |= needing
                encoded.mentioning |= rules
            else:
                write = writer.write if isinstance(writer, Table) else writer
                encoded.refuted |= write(encoded.fragments, value)
