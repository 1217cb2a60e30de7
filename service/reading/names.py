"""Names: finds an entry of a word list by its id, its names and its aliases in any language."""

from collections.abc import Iterable, Sequence

from service.reading.spelling import key_of
from service.rulebook.diagnostics import nearest
from service.rulebook.model import Rulebook


class Names:
    """The names of the word list of one family of ids; `noun` is what an entry is called.

    Where two entries share a name the first in the list has it.
    """

    def __init__(
        self, family: str, entries: Iterable[tuple[str, Sequence[str]]], noun: str | None = None
    ) -> None:
        listed = list(entries)
        self.family = family
        self.noun = noun or family
        self.ids = tuple(id for id, _ in listed)
        self._place = {id: place for place, id in enumerate(self.ids)}
        self._ids: dict[str, str] = {}
        self._written: dict[str, str] = {}
        # Ids first: an id always means itself, whatever another entry calls itself.
        for id in self.ids:
            self._add(id, id)
        for id, names in listed:
            for name in names:
                self._add(id, name)

    def _add(self, id: str, name: str) -> None:
        key = key_of(name)
        if key and key not in self._ids:
            self._ids[key] = id
            self._written[key] = name

    def find(self, name: str) -> str | None:
        """The id of what is called so, or None."""
        return name if name in self._place else self._ids.get(key_of(name))

    def suggest(self, name: str) -> str | None:
        """The name, as it stands in the list, that was most likely meant."""
        near = nearest(key_of(name), self._written)
        return None if near is None else self._written[near]

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Each id once, in the order of the list."""
        return tuple(sorted(set(ids), key=self._place.__getitem__))


def work_names(rulebook: Rulebook) -> Names:
    return Names(
        "work",
        ((each.id, (each.name.nl, each.name.en, *each.aliases)) for each in rulebook.work),
        noun="kind of work",
    )
