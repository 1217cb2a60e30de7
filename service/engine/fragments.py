"""The text of a flat fact, in parts: one fragment for each slot."""

from collections.abc import Iterable

from service.engine.normal_form import Slot

HEAD = '{"sid":"s","id":"f"'
"""How every fact starts: a state and an id that never change."""

TAIL = "}"

Fragments = list[str]
"""By number of slot the text `,"a7":1`, empty while the slot is; first `HEAD`, last `TAIL`."""

Filling = tuple[tuple[int, str], ...]
"""Numbers of slots with the fragment that each gets."""


class SlotNumbers:
    """The numbers of slots in a fact, and the names by which durable_rules knows them."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._numbers = {slot: number for number, slot in enumerate(slots, start=1)}

    def __getitem__(self, slot: Slot) -> int:
        return self._numbers[slot]

    @property
    def blank(self) -> Fragments:
        return [HEAD, *([""] * len(self._numbers)), TAIL]

    def name(self, slot: Slot) -> str:
        return f"a{self._numbers[slot]}"

    def fragment(self, slot: Slot, value: int) -> str:
        return f',"{self.name(slot)}":{value}'

    def filling(self, slot: Slot, value: int) -> tuple[int, str]:
        return self._numbers[slot], self.fragment(slot, value)
