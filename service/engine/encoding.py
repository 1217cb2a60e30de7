"""Facts as one flat fact for durable_rules: whole numbers, a fragment of JSON for each slot.

Facts become known moment by moment, and each is encoded once, at its moment.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from service.engine.fragments import Fragments, SlotNumbers
from service.engine.normal_form import Aspect, Comparison, Slot
from service.engine.writers import Needs, Table, Writer, writer_for
from service.rulebook.facts import Facts, FactValue
from service.rulebook.vocabulary import Attribute, Moment

RowOf = Callable[[FactValue], tuple[str, int] | None]
"""What a value does, of a table."""


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


@dataclass(frozen=True, slots=True)
class Batch:
    """How some attributes are encoded that become known together."""

    tables: tuple[tuple[str, Table, int, type, RowOf, int, int], ...]
    writers: tuple[tuple[str, Writer, int, int], ...]


class Encoder:
    """Encodes the attributes that rules look at."""

    def __init__(
        self,
        attributes: Iterable[Attribute],
        comparisons: Iterable[Comparison],
        needs: Needs,
        mentions: Mapping[str, int],
        numbers: SlotNumbers,
    ) -> None:
        """`mentions` has the bits of the rules that an attribute may leave open, by its id."""
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
        self._owners: dict[Moment, list[str]] = {}
        for attribute in attributes:
            id = attribute.id
            writer = writer_for(attribute, slots.get(id, []), zeros, needs, numbers)
            self._parts[id] = writer, lacks.get(id, 0), mentions.get(id, 0)
            self._owners.setdefault(attribute.moment, []).append(id)
        self._batches: dict[tuple[Moment, ...], Batch] = {}

    def batch_at(self, moments: tuple[Moment, ...]) -> Batch:
        """The attributes that become known at these moments."""
        batch = self._batches.get(moments)
        if batch is None:
            owners = [owner for moment in moments for owner in self._owners.get(moment, ())]
            batch = self._batches[moments] = self.batch_of(owners)
        return batch

    def batch_of(self, owners: Iterable[str]) -> Batch:
        """Those of the attributes that rules look at."""
        parts = [(owner, *self._parts[owner]) for owner in owners if owner in self._parts]
        return Batch(
            tuple(
                (owner, part, part.number, part.kind, part.rows.get, needing, rules)
                for owner, part, needing, rules in parts
                if isinstance(part, Table)
            ),
            tuple(
                (owner, part, needing, rules)
                for owner, part, needing, rules in parts
                if not isinstance(part, Table)
            ),
        )

    def nothing(self) -> Encoded:
        """Before anything is told."""
        return Encoded(self._blank.copy(), 0, 0, 0)

    def tell(self, encoded: Encoded, batch: Batch, facts: Facts) -> None:
        """Encodes what became known, and what stayed unknown.

        `WrongFact` when a fact is not of the type of its attribute.
        """
        fragments = encoded.fragments
        refuted, lacking, mentioning = encoded.refuted, encoded.lacking, encoded.mentioning
        known = facts.get
        for owner, table, number, kind, row_of, needing, rules in batch.tables:
            value = known(owner)
            if value is None:
                lacking |= needing
                mentioning |= rules
            elif type(value) is kind and (row := row_of(value)):
                fragments[number], failing = row
                refuted |= failing
            else:
                raise table.wrong(value)
        for owner, write, needing, rules in batch.writers:
            value = known(owner)
            if value is None:
                lacking |= needing
                mentioning |= rules
                continue
            refuted |= write(fragments, value)
            if type(value) is tuple and value[0] != value[1]:
                mentioning |= rules
        encoded.refuted, encoded.lacking, encoded.mentioning = refuted, lacking, mentioning
