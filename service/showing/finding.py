"""Finds entries by what an advisor typed: an id, a name, or something like them."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from service.reading.spelling import key_of
from service.rulebook.model import Rulebook
from service.showing.entries import Entry, entries_of

MOST_SUGGESTIONS = 5
LIKE = 0.6
"""How much of a word must be the same to be meant; as for misspelt ids in rule files."""


class Finder:
    """Finds entries of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._entries = tuple(entries_of(rulebook))

    def find(self, asked: str) -> tuple[Entry, ...]:
        """Those with this id, also with its kind before it; else those with this name.

        One id may be that of several: a rule and the signal that it gives.
        """
        by_id = [
            each for each in self._entries if asked in {each.id, f"{each.kind.value} {each.id}"}
        ]
        if by_id:
            return tuple(by_id)
        key = key_of(asked)
        if not key:
            return ()
        return tuple(each for each in self._entries if key in {*map(key_of, each.names)})

    def suggestions(self, asked: str) -> tuple[str, ...]:
        """Ids and names that look like it, the nearest first, then ids that contain it."""
        near = _nearest(asked, (each.id for each in self._entries))
        named = _nearest(asked, (name for each in self._entries for name in each.names))
        holding = [each.id for each in self._entries if asked.strip() and asked in each.id]
        found = sorted([*near, *named], key=lambda each: -each[1])
        words = dict.fromkeys([*(word for word, _ in found), *holding])
        return tuple(words)[:MOST_SUGGESTIONS]


def _nearest(asked: str, known: Iterable[str]) -> list[tuple[str, float]]:
    """The words that look most like it, each with how much."""
    found = process.extract(
        asked,
        list(dict.fromkeys(known)),
        scorer=OSA.normalized_similarity,
        score_cutoff=LIKE,
        limit=MOST_SUGGESTIONS,
    )
    return [(word, score) for word, score, _ in found]
