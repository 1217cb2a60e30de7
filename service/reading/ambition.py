"""Ambition: finds the goals of the rulebook in what a person wrote. The text itself is dropped.

A phrase is found when its words stand in one clause, in order, written as one word or as several;
`...` stands for at most four words, and small words ("wel", "graag", "willen") may stand between
any two. A negation in the clause undoes it, unless the phrase has that word itself; what others
want, or the writer once did, is left out. Where the
phrases of two goals share words, the phrase with more words has them: who wants to be "partner van
de projectmanager" does not want to be project manager.

Takes time in proportion to the length of the text, whatever the number of phrases that do not
start in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.reading.clauses import (
    DENIALS_OF_THE_REST,
    NEGATIONS,
    SMALL_WORDS,
    Clause,
    clauses_of,
    spoken_words,
)
from service.reading.model import AmbitionReading
from service.reading.names import Names
from service.reading.spelling import SameWords, plain
from service.rulebook.vocabulary import Goal

WORDS_BETWEEN = 4

_GAP = re.compile(r"\.{3,}")

Place = tuple[int, int]
"""Where a stretch stands in a clause: the places of its first word and after its last."""

Places = Mapping[str, Sequence[Place]]
"""Stretch -> everywhere it stands in a clause."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """How people say a goal: stretches of text with a gap between them, spaces left out.

    `size` is its number of words, those of the gaps left out.
    """

    goal: str
    stretches: tuple[str, ...]
    size: int
    denials: frozenset[str]


class _Letter(dict[str, "_Letter"]):
    """What may follow in a stretch of text, letter by letter; `stretch` is what ends here."""

    __slots__ = ("stretch",)

    def __init__(self) -> None:
        self.stretch: str | None = None

    def after(self, word: str) -> "_Letter | None":
        """Where the letters of a word lead from here."""
        letter: _Letter | None = self
        for character in word:
            letter = letter.get(character) if letter is not None else None
        return letter


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
            sum(map(len, stretches)),
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
        words = self._known_words(clause.words)
        places = self._places(words)
        said = {
            phrase: standing
            for first in places
            for phrase in self._by_first.get(first, ())
            if (standing := _standing(phrase, places))
        }
        claims = _Claims(words, said)
        for phrase, standing in said.items():
            if phrase.goal in found or not clause.negations <= phrase.denials:
                continue
            own = _chained([claims.left_to(phrase, places) for places in standing])
            if own and not _denied(phrase, min(end for _, end in own[-1]), clause):
                found.add(phrase.goal)

    def _places(self, words: Sequence[str]) -> Places:
        """Where stretches of any phrase stand, from the start of a word to the end of one."""
        places: dict[str, list[Place]] = {}
        for start in range(len(words)):
            for stretch, end in self._stretches_from(words, start):
                places.setdefault(stretch, []).append((start, end))
        return places

    def _stretches_from(self, words: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
        """The stretches that start with a word, each with the place after its last word."""
        waiting: dict[tuple[int, int, int], _Letter] = {(start, 0, id(self._root)): self._root}
        ends: dict[tuple[str, int], None] = {}
        while waiting:
            (place, passed, _), before = waiting.popitem()
            letter = before.after(words[place])
            if letter is None:
                continue
            place += 1
            if letter.stretch is not None:
                ends[letter.stretch, place] = None
            while place < len(words):
                waiting[place, passed, id(letter)] = letter
                if words[place] not in SMALL_WORDS or passed == WORDS_BETWEEN:
                    break
                place += 1
                passed += 1
        return iter(ends)


class _Claims:
    """Which words of a clause belong to which phrases. Small words belong to all."""

    def __init__(
        self, words: Sequence[str], said: Mapping[_Phrase, Sequence[Sequence[Place]]]
    ) -> None:
        self._words = words
        self._by_word: dict[int, set[tuple[int, str]]] = {}
        for phrase, standing in said.items():
            for place in (place for places in standing for place in places):
                for number in self._weighty(place):
                    self._by_word.setdefault(number, set()).add((phrase.size, phrase.goal))

    def left_to(self, phrase: _Phrase, places: Iterable[Place]) -> list[Place]:
        """The places of which no word belongs to a longer phrase of another goal."""
        return [
            place
            for place in places
            if not any(
                size > phrase.size and goal != phrase.goal
                for number in self._weighty(place)
                for size, goal in self._by_word.get(number, ())
            )
        ]

    def _weighty(self, place: Place) -> Iterator[int]:
        return (number for number in range(*place) if self._words[number] not in SMALL_WORDS)


def _standing(phrase: _Phrase, places: Places) -> list[list[Place]]:
    """For each stretch of the phrase where it stands as part of the whole; empty if it does not."""
    if not all(map(places.__contains__, phrase.stretches)):
        return []
    return _chained([places[stretch] for stretch in phrase.stretches])


def _chained(standing: Sequence[Sequence[Place]]) -> list[list[Place]]:
    """Of each stretch the places that have one of the stretch before and of the one after."""
    chained = [list(standing[0])]
    for places in standing[1:]:
        ends = {end for _, end in chained[-1]}
        chained.append([place for place in places if _near(place[0], -1, ends)])
    for number in range(len(chained) - 2, -1, -1):
        starts = {start for start, _ in chained[number + 1]}
        chained[number] = [place for place in chained[number] if _near(place[1], 1, starts)]
    return chained if chained[0] else []


def _near(place: int, direction: int, places: set[int]) -> bool:
    return any(place + direction * words in places for words in range(WORDS_BETWEEN + 1))


def _denied(phrase: _Phrase, end: int, clause: Clause) -> bool:
    """Whether a word that denies what comes after it stands before the end of the phrase."""
    return any(place < end and word not in phrase.denials for place, word in clause.denied_after)
