"""Ambition: finds the goals of the rulebook in what a person wrote. The text itself is dropped.

A phrase is found when its words stand in one clause, in order, written as one word or as several;
`...` stands for at most four words, and small words ("wel", "graag", "willen") may stand between
any two. A negation in the clause undoes it, unless the phrase has that word itself, and so does a
clause after it that takes it back; what others want, or the writer once did, is left out. Where the
phrases of two goals share words, the phrase with more words has them: who wants to be "partner van
de projectmanager" does not want to be project manager.

A goal may also be mentioned: what it is about stands beside a word that makes it a wish or a
question, in any order. Who denies a mentioned goal states its opposite.

Takes time in proportion to the length of the text, whatever the number of phrases that do not
start in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from service.reading.clauses import (
    DENIALS_OF_THE_REST,
    NEGATIONS,
    SMALL_WORDS,
    Clause,
    clauses_of,
    spoken_words,
)
from service.reading.jobs import JobNames
from service.reading.misspelt import LongWords
from service.reading.model import AmbitionReading
from service.reading.names import Names
from service.reading.spelling import SameWords, plain
from service.reading.wishers import Wisher
from service.rulebook.titles import TitleEntry
from service.rulebook.vocabulary import Goal, Toward

WORDS_BETWEEN = 4

_GAP = re.compile(r"\.{3,}")

Place = tuple[int, int]
"""Where a stretch stands in a clause: the places of its first word and after its last."""

Places = Mapping[str, Sequence[Place]]
"""Stretch -> everywhere it stands in a clause."""


Standing = list[list[Place]]
"""For each stretch of a phrase where it stands as part of the whole."""

_FIRST_PERSON = frozenset({"ik", "me", "mij", "mezelf", "i", "myself"})


class _Part(Enum):
    """What a phrase does: state a goal by itself, or mention it together with others."""

    WHOLE = auto()
    OF = auto()
    BESIDE = auto()
    UNLESS = auto()


@dataclass(frozen=True, slots=True, eq=False)
class _Phrase:
    """How people say a goal: stretches of text with a gap between them, spaces left out.

    It is itself and no other. `size` is its number of words, those of the gaps left out and a job
    counted as one.
    """

    goal: str
    stretches: tuple[str, ...]
    size: int
    denials: frozenset[str]
    part: _Part = _Part.WHOLE


@dataclass(slots=True)
class _Heard:
    """What a clause says of goals: those stated, those denied, and those it is about at all.

    `mentioned` are the stated ones that no phrase says as a whole.
    """

    clause: Clause
    stated: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)

    def take_up(self, wished: Iterable[str]) -> None:
        """States what was only spoken of, where it is called a wish afterwards."""
        if not (self.clause.negations or self.stated or self.denied):
            self.stated |= self.raised.intersection(wished)
            self.mentioned |= self.stated

    def take_back(self) -> None:
        """Denies what was stated or only spoken of, unless that was itself a denial."""
        if not self.clause.negations:
            self.denied |= self.stated or self.raised
            self.stated.clear()


class AmbitionReader:
    """Reads ambitions by the phrases of goals; `names` are what the goals are called."""

    def __init__(
        self,
        goals: Iterable[Goal],
        names: Names,
        same_words: SameWords,
        titles: Iterable[TitleEntry] = (),
    ) -> None:
        self._names = names
        self._same_words = same_words
        self._jobs = JobNames(titles, same_words)
        self._goals = {goal.id: goal for goal in goals}
        self._long = LongWords(())
        self._stretches: set[str] = set()
        self._beginnings: set[str] = set()
        self._by_first: dict[str, dict[_Phrase, None]] = {}
        words: set[str] = set()
        for goal in self._goals.values():
            for part, text in _texts_of(goal):
                spoken = _stretches_of(text)
                phrase = self._phrase(goal.id, spoken, part)
                words.update(*spoken)
                if phrase.stretches:
                    self._by_first.setdefault(phrase.stretches[0], {})[phrase] = None
                self._stretches.update(phrase.stretches)
        for stretch in self._stretches:
            self._beginnings.update(stretch[:end] for end in range(len(stretch) + 1))
        self._long = LongWords(words)

    def read(
        self, text: str | None, at: Toward | None = None
    ) -> tuple[frozenset[str], AmbitionReading]:
        """The goals in a text, and whether there were any; `at` is the profession of the writer.

        Who works in PMO and wants to lead a PMO does not want to come to PMO.
        """
        if text is None or not text.strip():
            return frozenset(), AmbitionReading.NONE
        found: set[str] = set()
        whole = self._names.find(text)
        if whole is not None:
            found.add(whole)
        heard: list[_Heard] = []
        for clause in clauses_of(text):
            self._read_clause(clause, heard)
        for each in heard:
            found |= self._stated_by(each, at) | self._opposites(each.denied, at)
        return frozenset(found), (
            AmbitionReading.RECOGNISED if found else AmbitionReading.NOT_RECOGNISED
        )

    def _stated_by(self, heard: _Heard, at: Toward | None) -> set[str]:
        """The goals that a clause states, of a writer who is `at` a profession already."""
        toward = {goal: self._goals[goal].toward for goal in heard.stated}
        stated = set(toward)
        if at is Toward.PROJECT_MANAGEMENT:
            # Project managers who mention their own job do not wish to come to it.
            stated -= {goal for goal in heard.mentioned if toward[goal] is at}
        if set(Toward) <= {toward[goal] for goal in stated}:
            # Of two professions it is the one that is not only mentioned, or not the writer's own.
            wanted: set[Toward | None] = {toward[goal] for goal in stated - heard.mentioned}
            wanted.discard(None)
            if not wanted and at is not None:
                wanted = {each for each in Toward if each is not at}
            if wanted:
                stated -= {goal for goal in heard.mentioned if toward[goal] not in {*wanted, None}}
        if at is Toward.PMO and any(toward[goal] is None for goal in stated):
            stated -= {goal for goal in stated if toward[goal] is Toward.PMO}
        return stated

    def _opposites(self, denied: Iterable[str], at: Toward | None) -> set[str]:
        """What is stated by who denies these goals.

        Who is in PMO can deny no wish to come there.
        """
        goals = (self._goals[id] for id in denied)
        return {
            goal.opposite
            for goal in goals
            if goal.opposite is not None and not (at is goal.toward is Toward.PMO)
        }

    def _phrase(self, goal: str, stretches: Sequence[Sequence[str]], part: _Part) -> _Phrase:
        words = {word for stretch in stretches for word in stretch}
        known = [self._known_words(stretch) for stretch in stretches if stretch]
        return _Phrase(
            goal,
            tuple(map("".join, known)),
            sum(map(bool, (word for stretch in known for word in stretch))),
            frozenset(words & (NEGATIONS | DENIALS_OF_THE_REST)),
            part,
        )

    def _known_words(self, words: Sequence[str]) -> list[str]:
        """The words as the phrases have them, as many as there were.

        Long words as they were meant, the first of each list of same words in the place of the
        others, and one word for all jobs that are alike.
        """
        meant = " ".join(self._long.meant_by(word) or word for word in words)
        return self._jobs.in_place(self._same_words.in_place(meant).split(" "))

    def _read_clause(self, clause: Clause, heard: list[_Heard]) -> None:
        """Adds what a clause says of goals, and what it makes of the clause before."""
        words = self._known_words(clause.words)
        places = self._places(words)
        said = {
            phrase: standing
            for first in places
            for phrase in self._by_first.get(first, ())
            if (standing := _standing(phrase, places))
        }
        claims = _Claims(words, said)
        now = _Heard(clause)
        for phrase, standing in said.items():
            if phrase.part is not _Part.WHOLE or not clause.negations <= phrase.denials:
                continue
            own = _chained([claims.left_to(phrase, places) for places in standing])
            if own and not _denied(phrase, min(end for _, end in own[-1]), clause):
                now.stated.add(phrase.goal)
        for goal, where in self._mentioned(said, claims).items():
            self._mention(goal, where, said, now)
        if clause.wisher is Wisher.ELSE:
            now.stated.clear()
            now.denied.clear()
        elif clause.wisher is Wisher.URGED:
            now.stated = {goal for goal in now.stated if self._goals[goal].when_urged}
            now.denied.clear()
        if heard and clause.takes_back and not now.stated:
            heard[-1].take_back()
            return
        if heard and clause.takes_up and not now.stated:
            heard[-1].take_up(phrase.goal for phrase in said if phrase.part is _Part.BESIDE)
        if heard and _is_set_against(heard[-1], now):
            heard[-1].take_back()
        heard.append(now)

    def _mentioned(
        self, said: Mapping[_Phrase, Standing], claims: "_Claims"
    ) -> dict[str, list[Place]]:
        """Where each goal is mentioned by what it is about."""
        found: dict[str, list[Place]] = {}
        for phrase, standing in said.items():
            if phrase.part is _Part.OF:
                found.setdefault(phrase.goal, []).extend(claims.left_to(phrase, standing[-1]))
        for phrase, standing in said.items():
            if phrase.part is _Part.UNLESS and phrase.goal in found:
                excluded = {
                    number for each in standing for place in each for number in range(*place)
                }
                found[phrase.goal] = [
                    place for place in found[phrase.goal] if excluded.isdisjoint(range(*place))
                ]
        return {goal: places for goal, places in found.items() if places}

    def _mention(
        self, goal: str, places: Sequence[Place], said: Mapping[_Phrase, Standing], now: _Heard
    ) -> None:
        """Adds what a clause says of a goal that it mentions in these places."""
        clause = now.clause
        ends = [end for _, end in places]
        if clause.others_after and min(ends) > clause.others_after[0]:
            return
        mention = self._goals[goal].mention
        is_wish = any(
            phrase.goal == goal and phrase.part in {_Part.WHOLE, _Part.BESIDE} for phrase in said
        ) or (
            mention is not None
            and mention.in_questions
            and clause.asks
            and not _FIRST_PERSON.isdisjoint(clause.words)
        )
        if is_wish or clause.wisher is not Wisher.ELSE:
            now.raised.add(goal)
        if goal in now.stated or not is_wish:
            return
        after_denial = all(any(place < end for place, _ in clause.denied_after) for end in ends)
        # Who cannot get on "without becoming a project manager" is denied twice.
        if bool(clause.negations) != after_denial:
            now.denied.add(goal)
        else:
            now.stated.add(goal)
            now.mentioned.add(goal)

    def _places(self, words: Sequence[str]) -> Places:
        """Where stretches of any phrase stand, from the start of a word to the end of one."""
        places: dict[str, list[Place]] = {}
        for start in range(len(words)):
            for stretch, end in self._stretches_from(words, start):
                places.setdefault(stretch, []).append((start, end))
        return places

    def _stretches_from(self, words: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
        """The stretches that start with a word, each with the place after its last word."""
        waiting = {(start, 0, ""): None}
        ends: dict[tuple[str, int], None] = {}
        while waiting:
            (place, passed, before), _ = waiting.popitem()
            text = before + words[place]
            if text not in self._beginnings:
                continue
            place += 1
            if text in self._stretches:
                ends[text, place] = None
            while place < len(words):
                waiting[place, passed, text] = None
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
        self._mentions: dict[int, set[str]] = {}
        for phrase, standing in said.items():
            if phrase.part is _Part.OF:
                for number in (number for place in standing[-1] for number in range(*place)):
                    self._mentions.setdefault(number, set()).add(phrase.goal)
            if phrase.part is not _Part.WHOLE:
                continue
            for place in (place for places in standing for place in places):
                for number in self._weighty(place):
                    self._by_word.setdefault(number, set()).add((phrase.size, phrase.goal))

    def left_to(self, phrase: _Phrase, places: Iterable[Place]) -> list[Place]:
        """The places of which no word belongs to a longer phrase of another goal.

        Goals that mention the same have it together.
        """
        return [
            place
            for place in places
            if not any(
                size > phrase.size and goal != phrase.goal
                for number in self._weighty(place)
                for size, goal in self._by_word.get(number, ())
                if phrase.part is _Part.WHOLE or goal not in self._mentions.get(number, ())
            )
        ]

    def _weighty(self, place: Place) -> Iterator[int]:
        return (number for number in range(*place) if self._words[number] not in SMALL_WORDS)


def _texts_of(goal: Goal) -> Iterator[tuple[_Part, str]]:
    """The phrases of a goal, each with what it does."""
    yield from ((_Part.WHOLE, text) for text in goal.phrases)
    if goal.mention is not None:
        yield from ((_Part.OF, text) for text in goal.mention.of)
        yield from ((_Part.BESIDE, text) for text in goal.mention.beside)
        yield from ((_Part.UNLESS, text) for text in goal.mention.unless)


def _stretches_of(text: str) -> list[tuple[str, ...]]:
    return [spoken_words(stretch) for stretch in _GAP.split(plain(text))]


def _is_set_against(before: _Heard, now: _Heard) -> bool:
    """Whether writers set a wish of their own against what others think or want of them."""
    return (
        before.clause.wisher in {Wisher.TOLD, Wisher.URGED}
        and now.clause.wisher is Wisher.WRITER
        and now.clause.contrasts
        and bool(now.stated)
        and before.stated.isdisjoint(now.stated)
    )


def _standing(phrase: _Phrase, places: Places) -> Standing:
    """For each stretch of the phrase where it stands as part of the whole; empty if it does not."""
    stretches = phrase.stretches
    if len(stretches) == 1:
        return [list(places[stretches[0]])]
    if not all(map(places.__contains__, stretches)):
        return []
    return _chained([places[stretch] for stretch in stretches])


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
    """Whether what stands before the end of the phrase denies it, or tells of others."""
    return any(place < end for place in clause.others_after) or any(
        place < end and word not in phrase.denials for place, word in clause.denied_after
    )
