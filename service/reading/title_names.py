"""Title names: from words to the entry of titles.yaml that has exactly this name, if one has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from service.reading.spelling import (
    SameWords,
    key_of,
    masculines,
    plain,
    singulars,
    with_one_and,
    words_of,
)
from service.rulebook.diagnostics import nearest
from service.rulebook.titles import TitleEntry, TitleForm, TitleKind, TitleList

MOST_SENIORITY_WORDS = 4
MOST_NOISE = 4
"""Up to this many pieces of noise are taken away one by one; more of them only all together."""
MOST_WORDS_AROUND = 8
"""In a longer title than this no seniority word is looked for between the others."""
MOST_WORDS_OF_A_UNIT = 3
FEWEST_LEVELS_APART = 2
"""A junior word this many levels below the lowest of a title contradicts the title."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """One name in a title: its entry, and the seniority words and noise that stood around it.

    `words` are the name itself, as it was found.
    """

    entry: TitleEntry
    seniority: tuple[Words, ...]
    words: Words = ()
    noise: tuple[Words, ...] = ()


class TitleNames:
    """The names of one title list; `levels` are ids from low to high.

    Where two entries share a name the first in the list has it.
    """

    def __init__(self, titles: TitleList, same_words: SameWords, levels: tuple[str, ...]) -> None:
        self.levels = levels
        self._same_words = same_words
        self._noise = _by_first_word(titles.noise)
        self._around = _by_first_word(titles.around)
        seniority = [
            (tuple(words_of(plain(word))), each.levels)
            for each in titles.seniority
            for word in each.words
        ]
        self._levels_of = dict(reversed(seniority))
        self._seniority_sizes = sorted(
            {len(words) for words in self._levels_of if words}, reverse=True
        )
        self._entries: dict[str, TitleEntry] = {}
        for form in (self._form_by_word, self._form_as_one_word):
            for entry in titles.entries:
                for name in entry.names:
                    self._entries.setdefault(form(words_of(with_one_and(plain(name)))), entry)
        self._units = {
            self._form_by_word(words_of(plain(name)))
            for entry in titles.entries
            if entry.form is TitleForm.UNIT and entry.kinds == (TitleKind.PMO,)
            for name in entry.names
        }
        self._words_of_names = {
            word
            for entry in titles.entries
            for name in entry.names
            for word in words_of(with_one_and(plain(name)))
        }
        self._written = {
            key_of(name): (name, entry)
            for entry in reversed(titles.entries)
            for name in entry.names
        }

    def is_seniority(self, words: Words) -> bool:
        return words in self._levels_of

    def is_noise(self, words: Words) -> bool:
        """Whether nothing of the words says anything about a place."""
        return bool(words) and sum(map(len, _places_of(self._noise, words))) == len(words)

    def forms(self, words: Words) -> tuple[str, str]:
        """Names with a form in common are the same name, however they are written."""
        return self._form_by_word(words), self._form_as_one_word(words)

    def levels_in_front(self, words: Words) -> tuple[Words, tuple[str, ...]]:
        """The seniority word in front of other words, and its levels; nothing when none is."""
        for size in self._seniority_sizes:
            if size < len(words) and words[:size] in self._levels_of:
                return words[:size], self._levels_of[words[:size]]
        return (), ()

    def is_unit(self, words: Words) -> bool:
        """Whether the words are the name of a PMO, and of nothing else."""
        return self._form_by_word(words) in self._units

    def is_around(self, word: str) -> bool:
        """Whether the word is, by itself, a field or a place."""
        return (word,) in self._around.get(word, ())

    def is_in_a_name(self, word: str) -> bool:
        """Whether a name has the word, or is one: then it may say what someone does."""
        return (
            word in self._words_of_names
            or self.is_seniority((word,))
            or any((word,) == piece for piece in self._noise.get(word, ()))
            or self._entry((word,)) is not None
        )

    def begins_a_unit(self, word: str) -> bool:
        """Whether the name of a PMO begins with the word: "project", "portfolio"."""
        form = self._form_by_word((word,))
        return any(unit.startswith(form) for unit in self._units)

    def is_ending_of(self, words: Words, longer: Words) -> bool:
        """Whether the words only repeat the end of others: "projectsecretaris/secretaresse"."""
        ending = self._form_by_word(words)
        return self._same_words.is_first(ending) and self._form_by_word(longer).endswith(ending)

    def suggest(self, words: Words) -> str | None:
        """The name, as it stands in the list, that looks most like these words."""
        near = nearest("".join(words), self._written)
        return None if near is None else self._written[near][0]

    def suggestions(self, words: Words, most: int) -> tuple[str, ...]:
        """The names that look most like these words, the nearest first, one for each title."""
        known = dict(self._written)
        found: list[str] = []
        while len(found) < most and (near := nearest("".join(words), known)) is not None:
            name, of_this_title = known[near]
            found.append(name)
            known = {key: each for key, each in known.items() if each[1] is not of_this_title}
        return tuple(found)

    def one(self, words: Words) -> Recognised | None:
        """The name that these words are, with or without noise and seniority words."""
        for rest, noise in self._without_noise(words):
            found = self._with_seniority(rest)
            if found is not None and not self._is_another_job(found, words):
                return replace(found, noise=noise) if noise else found
        return None

    def _is_another_job(self, found: Recognised, words: Words) -> bool:
        """Whether what was left out makes it another job, in a PMO: "HR officer PMO"."""
        if found.words == words or found.entry.form is TitleForm.UNIT:
            return False
        if found.entry.kinds != (TitleKind.PMO,):
            return False
        noise = {place for piece in _places_of(self._noise, words) for place in piece}
        bare = tuple(word for place, word in enumerate(words) if place not in noise)
        return any(
            self._names_another_kind(bare[:start], found)
            for start in range(1, len(bare))
            for size in range(1, min(MOST_WORDS_OF_A_UNIT, len(bare) - start) + 1)
            if self.is_unit(unit := bare[start : start + size]) and found.words[-size:] == unit
        )

    def _names_another_kind(self, job: Words, found: Recognised) -> bool:
        rests = [rest for rest, _ in self._without_seniority(job)]
        if self.is_seniority(job) or any(found.words[: len(rest)] == rest for rest in rests):
            return False
        known = self._with_seniority(job)
        return known is not None and TitleKind.PMO not in known.entry.kinds

    def with_seniority(self, name: Recognised, words: Words) -> Recognised:
        """The name with seniority words that stand elsewhere: "PMO'er, ervaren"."""
        for own in (words + name.words, name.words + words):
            entry = self._entry(own)
            if entry is not None and entry.kinds == name.entry.kinds:
                return replace(name, entry=entry, words=own)
        return replace(name, seniority=(*name.seniority, words))

    def inverted(self, first: Words, second: Words) -> Recognised | None:
        """The name that two parts are the other way round: "Senior analyst, PMO"."""
        for rest, seniority in self._without_seniority(first):
            found = self.one(second + rest)
            if found is not None:
                return replace(found, seniority=(*found.seniority, *seniority))
        return None

    def _with_seniority(self, words: Words) -> Recognised | None:
        for rest, seniority in self._without_seniority(words):
            entry = self._entry(rest)
            if entry is not None:
                name = Recognised(entry, (), rest)
                for word in seniority:
                    name = self.with_seniority(name, word)
                return name
        if len(words) <= MOST_WORDS_AROUND:
            for place in range(1, len(words) - 1):
                if words[place : place + 1] in self._levels_of:
                    entry = self._entry(words[:place] + words[place + 1 :])
                    if entry is not None:
                        rest = words[:place] + words[place + 1 :]
                        return Recognised(entry, (words[place : place + 1],), rest)
        return None

    def _without_noise(self, words: Words) -> Iterator[tuple[Words, tuple[Words, ...]]]:
        """The words, then with ever more noise taken away: what says most is found first."""
        noise = self._places_of_noise(words)
        sizes = range(len(noise) + 1) if len(noise) <= MOST_NOISE else (0, len(noise))
        for size in sizes:
            for taken in combinations(noise, size):
                away = {place for piece in taken for place in piece}
                rest = tuple(word for place, word in enumerate(words) if place not in away)
                yield rest, tuple(words[piece.start : piece.stop] for piece in taken)

    def _places_of_noise(self, words: Words) -> list[range]:
        """Where noise stands, and at both ends of the name the fields and places around it."""
        noise = _places_of(self._noise, words)
        around = _places_of(self._around, words)
        if not around:
            return noise
        loose = {place for piece in (*noise, *around) for place in piece}
        loose |= {place for place, word in enumerate(words) if (word,) in self._levels_of}
        own = [place for place in range(len(words)) if place not in loose]
        first, last = (own[0], own[-1]) if own else (0, 0)
        return noise + [piece for piece in around if not first < piece.start < last]

    def _without_seniority(self, words: Words) -> Iterator[tuple[Words, tuple[Words, ...]]]:
        """The words, then with ever more seniority words taken from the start and the end."""
        waiting: list[tuple[Words, tuple[Words, ...]]] = [(words, ())]
        seen = {words}
        for rest, taken in waiting:
            if rest:
                yield rest, taken
            if len(taken) == MOST_SENIORITY_WORDS:
                continue
            for size in self._seniority_sizes:
                for found, left in ((rest[:size], rest[size:]), (rest[-size:], rest[:-size])):
                    if found in self._levels_of and left not in seen:
                        seen.add(left)
                        waiting.append((left, (*taken, found)))

    def _entry(self, words: Words) -> TitleEntry | None:
        """The entry with this name, also with its PMO in front instead of behind, or behind."""
        entry = self._entry_in_this_order(words)
        for size in range(1, min(MOST_WORDS_OF_A_UNIT, len(words) - 1) + 1):
            if entry is None and self.is_unit(words[:size]):
                entry = self._entry_in_this_order(words[size:] + words[:size])
            if entry is None and self.is_unit(words[-size:]):
                entry = self._entry_in_this_order(words[-size:] + words[:-size])
        return entry

    def _entry_in_this_order(self, words: Words) -> TitleEntry | None:
        """The entry with this name, whatever its number or gender."""
        for variant in variants(words):
            entry = self._entries.get(self._form_by_word(variant)) or self._entries.get(
                self._form_as_one_word(variant)
            )
            if entry is not None:
                return entry
        return None

    def _form_by_word(self, words: Sequence[str]) -> str:
        return self._same_words.in_place(" ".join(words)).replace(" ", "")

    def _form_as_one_word(self, words: Sequence[str]) -> str:
        """As by word, but also where one of the same words was written as two."""
        return self._same_words.in_place("".join(words))

    def levels_allowed(self, name: Recognised) -> tuple[str, ...]:
        """The levels of the entry that its seniority words leave.

        If they leave none the words win, because that is what the title says; where they
        contradict it, its lowest level is left too. Words without a level in common
        ("medior/senior") are a range.
        """
        allowed = set(name.entry.levels or self.levels)
        if name.seniority:
            levels = self._levels_said(name)
            lowest = min(allowed, key=self.levels.index)
            contradicts = self.contradicts_itself(name)
            allowed = levels | {lowest} if contradicts else allowed & levels or levels
        return tuple(level for level in self.levels if level in allowed)

    def contradicts_itself(self, name: Recognised) -> bool:
        """Whether the words and the name are far apart: "junior PMO director"."""
        if not name.seniority:
            return False
        highest = max(map(self.levels.index, self._levels_said(name)))
        lowest = min(map(self.levels.index, name.entry.levels or self.levels))
        return lowest - highest >= FEWEST_LEVELS_APART

    def _levels_said(self, name: Recognised) -> set[str]:
        said = [set(self._levels_of[word]) for word in name.seniority]
        return set.intersection(*said) or set.union(*said)


def _by_first_word(texts: Iterable[str]) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = {}
    for words in {tuple(words_of(with_one_and(plain(each)))) for each in texts}:
        found.setdefault(words[0] if words else "", []).append(words)
    return found


def _places_of(known: dict[str, list[Words]], words: Words) -> list[range]:
    """Where the known pieces stand in the words, the longest where several begin."""
    found: list[range] = []
    start = 0
    while start < len(words):
        size = max(
            (
                len(each)
                for each in known.get(words[start], ())
                if words[start : start + len(each)] == each
            ),
            default=0,
        )
        if size:
            found.append(range(start, start + size))
        start += size or 1
    return found


def variants(words: Words) -> Iterator[Words]:
    """The words, then with the last or the first of them in the singular or the masculine."""
    yield words
    *before, last = words
    for other in (*singulars(last), *masculines(last)):
        yield (*before, other)
    if before and last == "s":
        yield tuple(before)
    if before:
        for other in (*singulars(words[0]), *masculines(words[0])):
            yield (other, *words[1:])
