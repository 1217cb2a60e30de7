"""Ambition: finds the goals of the rulebook in what a person wrote. The text itself is dropped.

A phrase is found when its words stand in one clause, in order, written as one word or as several;
`...` stands for at most four words. A negation in the clause undoes it, unless the phrase has that
word itself. Takes time in proportion to the length of the text, whatever the number of phrases
that do not start in it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.reading.clauses import DENIALS_OF_THE_REST, NEGATIONS, Clause, clauses_of, spoken_words
from service.reading.model import AmbitionReading
from service.reading.names import Names
from service.reading.spelling import SameWords, plain
from service.rulebook.vocabulary import Goal

WORDS_BETWEEN = 4

_GAP = re.compile(r"\.{3,}")

Places = Mapping[str, Sequence[tuple[int, int]]]
"""Stretch -> where it stands in a clause: the places of its first word and after its last."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """How people say a goal: stretches of text with a gap between them, spaces left out."""

    goal: str
    stretches: tuple[str, ...]
    denials: frozenset[str]


class _Letter(dict[str, "_Letter"]):
    """What may follow in a stretch of text, letter by letter; `stretch` is what ends here."""

    __slots__ = ("stretch",)

    def __init__(self) -> None:
        self.stretch: str | None = None


class AmbitionReader:
    """Reads ambitions by the phrases of goals; `names` are what the goals are called."""

    def __init__(self, goals: Iterable[Goal], names: Names, same_words: SameWords) -> None:
        self._names = names
        self._same_words = same_words
        self._root = _Letter()
        self._by_first: dict[str, list[_Phrase]] = {}
        for goal in goals:
            for text in goal.phrases:
                phrase = self._phrase(goal.id, text)
                if phrase.stretches:
                    self._by_first.setdefault(phrase.stretches[0], []).append(phrase)
                for stretch in phrase.stretches:
                    self._add(stretch)

    def read(self, text: str | None) -> tuple[frozenset[str], AmbitionReading]:
        """The goals in a text, and whether there were any."""
        if text is None or not text.strip():
            return frozenset(), AmbitionReading.NONE
        found: set[str] = set()
        whole = self._names.find(text)
        if whole is not None:
            found.add(whole)
        for clause in clauses_of(text):
            self._read_clause(clause, found)
        return frozenset(found), (
            AmbitionReading.RECOGNISED if found else AmbitionReading.NOT_RECOGNISED
        )

    def _phrase(self, goal: str, text: str) -> _Phrase:
        stretches = [spoken_words(stretch) for stretch in _GAP.split(plain(text))]
        words = {word for stretch in stretches for word in stretch}
        return _Phrase(
            goal,
            tuple("".join(self._known_words(stretch)) for stretch in stretches if stretch),
            frozenset(words & (NEGATIONS | DENIALS_OF_THE_REST)),
        )

    def _known_words(self, words: Sequence[str]) -> list[str]:
        """The words, with the first of each list of same words in the place of the others."""
        return self._same_words.in_place(" ".join(words)).split(" ")

    def _add(self, stretch: str) -> None:
        letter = self._root
        for character in stretch:
            letter = letter.setdefault(character, _Letter())
        letter.stretch = stretch

    def _read_clause(self, clause: Clause, found: set[str]) -> None:
        """Adds the goals that a clause states."""
        places = self._places(self._known_words(clause.words))
        for first in places:
            for phrase in self._by_first.get(first, ()):
                if phrase.goal in found or not clause.negations <= phrase.denials:
                    continue
                end = _first_end(phrase, places)
                if end is not None and not _denied(phrase, end, clause):
                    found.add(phrase.goal)

    def _places(self, words: Sequence[str]) -> Places:
        """Where stretches of any phrase stand, from the start of a word to the end of one."""
        text = "".join(words)
        starts: dict[int, int] = {}
        position = 0
        for number, word in enumerate(words):
            starts[position] = number
            position += len(word)
        starts[position] = len(words)
        places: dict[str, list[tuple[int, int]]] = {}
        for start, number in starts.items():
            letter: _Letter | None = self._root
            for end in range(start, len(text)):
                letter = letter.get(text[end]) if letter is not None else None
                if letter is None:
                    break
                if letter.stretch is not None and end + 1 in starts:
                    places.setdefault(letter.stretch, []).append((number, starts[end + 1]))
        return places


def _first_end(phrase: _Phrase, places: Places) -> int | None:
    """Where the phrase ends for the first time in a clause, or None when it is not there."""
    if not all(map(places.__contains__, phrase.stretches)):
        return None
    ends = {end for _, end in places[phrase.stretches[0]]}
    for stretch in phrase.stretches[1:]:
        ends = {
            end
            for start, end in places[stretch]
            if any(start - words in ends for words in range(WORDS_BETWEEN + 1))
        }
    return min(ends, default=None)


def _denied(phrase: _Phrase, end: int, clause: Clause) -> bool:
    """Whether a word that denies what comes after it stands before the end of the phrase."""
    return any(place < end and word not in phrase.denials for place, word in clause.denied_after)
