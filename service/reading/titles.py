"""Titles: recognises a job title by rules that can be told, never by likeness.

A title is recognised when its normal form is exactly that of a name in titles.yaml: first as a
whole, then without noise and seniority words, then without what a place or a department adds, then
as two names of which both are known, then without what it is for ("PMO'er voor ..."), and at last
without an employer behind it ("PMO'er Rabobank").
A known name inside a longer, unknown one counts for nothing: a "PMO nurse" is no PMO'er.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from service.reading.employers import capitalised, employers_in
from service.reading.model import TitleReading
from service.reading.parts import MOST_PARTS, Part, Separator, parts_of
from service.reading.spelling import plain, with_one_and, words_of
from service.reading.title_names import Recognised, TitleNames, Words
from service.reading.trimmings import without_trimmings
from service.rulebook.titles import TitleEntry, TitleForm, TitleKind

SHORTEST_SHARED_ENDING = 5
SHORTEST_ABBREVIATION = 3

REMEMBERED = 2048
"""How many titles, of at most 200 characters each."""

_WHAT_FOR = re.compile(
    r"\s(?:voor|for|binnen|within|in|met|with|namens|t\.?b\.?v"
    r"|(?P<project>programma|programme|program|project))\b"
)
_PLACE_IN_FRONT = re.compile(
    r"^\W*(?:afdeling|afd|department|gemeente|provincie|ministerie|regio|locatie)\b"
    r"[^,|;:–—]*?(?:[,|;:–—]|\s-\s)"  # noqa: RUF001
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a title was taken apart: the names that count, and the parts that were left out."""

    names: tuple[Recognised, ...]
    dropped: tuple[Words, ...]


class TitleReader:
    """Reads titles by their known names; `specialisations` are ids in their order."""

    def __init__(self, names: TitleNames, specialisations: tuple[str, ...]) -> None:
        self._names = names
        self._specialisations = specialisations
        self._remembered = lru_cache(REMEMBERED)(self._read)

    def __reduce__(self) -> tuple[type["TitleReader"], tuple[TitleNames, tuple[str, ...]]]:
        """Can be handed to another process; what is remembered stays behind."""
        return TitleReader, (self._names, self._specialisations)

    def read(self, title: str) -> TitleReading:
        """How a title is understood. Many people have the same: the latest are remembered."""
        return self._remembered(title.strip())

    def _read(self, given: str) -> TitleReading:
        explanation = self.explain(given)
        if explanation is None:
            return TitleReading(given, None, None, (), None, (), (), None, None, ambiguous=False)
        names = explanation.names
        entries = [name.entry for name in names]
        kinds = tuple(kind for kind in TitleKind if any(kind in each.kinds for each in entries))
        specialisations_allowed = [entry.specialisations for entry in entries]
        specialisations = _union(self._specialisations, specialisations_allowed)
        professions = {entry.profession for entry in entries}
        levels_allowed = [self._names.levels_allowed(name) for name in names]
        contradictory = any(self._names.contradicts_itself(name) for name in names)
        return TitleReading(
            given=given,
            entry=entries[0].id,
            kind=kinds[0] if len(kinds) == 1 else None,
            kinds=kinds,
            form=entries[0].form,
            specialisations=specialisations,
            levels=_union(self._names.levels, levels_allowed),
            usual_specialisation=_usual(
                [entry.usual_specialisation for entry in entries], specialisations_allowed
            ),
            usual_level=None
            if contradictory
            else _usual([entry.usual_level for entry in entries], levels_allowed),
            ambiguous=len(kinds) > 1
            or len(specialisations) > 1
            or any(entry.container for entry in entries),
            profession=professions.pop() if len(professions) == 1 else None,
            contradictory=contradictory,
        )

    def explain(self, title: str) -> Explanation | None:
        """How a title is understood; None when it is not recognised."""
        text = with_one_and(without_trimmings(plain(title)))
        found = self._explain(text) or self._explain_without_what_for(text)
        place = _PLACE_IN_FRONT.match(text)
        if found is None and place:
            found = self._explain(text[place.end() :])
        return found or self._explain_without_employer(text, capitalised(title))

    def _explain_without_employer(
        self, text: str, with_capital: frozenset[str]
    ) -> Explanation | None:
        """Understands "PMO'er Rabobank" by the job in front, which must be of one kind."""
        first = next(iter(parts_of(text)), None)
        if first is None or not with_capital:
            return None
        for tail in employers_in(text[: first.end], with_capital, self._names):
            before = self._explain(text[: tail.start])
            if before is None or not all(_is_job_of_one_kind(name.entry) for name in before.names):
                continue
            found = self._explain(f"{text[: tail.start]} {text[tail.end :]}")
            if found is not None:
                tail_words = tuple(words_of(text[tail.start : tail.end]))
                return Explanation(found.names, (tail_words, *found.dropped))
        return None

    def _explain(self, text: str) -> Explanation | None:
        parts = parts_of(text)
        if not parts:
            return None
        whole = self._names.one(tuple(words_of(text)))
        if whole is not None or len(parts) > MOST_PARTS:
            return None if whole is None else Explanation((whole,), ())
        for count in range(len(parts), 0, -1):
            rest = parts[count:]
            if rest and rest[0].separator is Separator.JOIN:
                continue
            names = self._known_names(text[: parts[count - 1].end], parts[:count])
            if names and not _goes_on(names, rest):
                if any(self._says_otherwise(names[-1], part) for part in rest):
                    return None
                return self._with_rest(names, rest)
        return None

    def _explain_without_what_for(self, text: str) -> Explanation | None:
        """Understands "PMO'er programma ..." and "projectleider voor ..." by what stands before.

        Only for names in PMO and project management: what a "manager voor ..." does, or a
        "trainee in ...", is told by what comes after.
        """
        for cut in reversed(list(_WHAT_FOR.finditer(text))[:MOST_PARTS]):
            # A "PMO programme manager" is no PMO, and a "PMO'er project nurse" no PMO'er.
            jobs_only = cut["project"] is not None
            if jobs_only and self._known_in(tuple(words_of(text[cut.start() :]))):
                continue
            for end in (cut.end(), cut.start()):
                found = self._explain(text[:end])
                if found is not None and all(
                    _is_project_work(name.entry, jobs_only=jobs_only) for name in found.names
                ):
                    return Explanation(found.names, (*found.dropped, tuple(words_of(text[end:]))))
        return None

    def _known_in(self, words: Words) -> bool:
        """Whether the words are a name, with or without the first of them."""
        return any(self._names.one(each) is not None for each in (words, words[1:]))

    def suggest(self, title: str) -> str | None:
        """The known name that looks most like a title that was not recognised."""
        return self._names.suggest(tuple(words_of(without_trimmings(plain(title)))))

    def suggestions(self, title: str, most: int) -> tuple[str, ...]:
        """The known titles that look most like it, the nearest first, each by one name."""
        return self._names.suggestions(tuple(words_of(without_trimmings(plain(title)))), most)

    def _known_names(self, text: str, parts: Sequence[Part]) -> list[Recognised]:
        """The name that the text is, or the names that it joins if all of them are known."""
        whole = self._names.one(tuple(words_of(text)))
        if whole is not None:
            return [whole]
        if len(parts) == 1:
            return []
        if len(parts) == 2 and parts[1].separator is Separator.NEXT:  # noqa: PLR2004
            inverted = self._names.inverted(parts[0].words, parts[1].words)
            return [] if inverted is None else [inverted]
        if any(part.separator is not Separator.JOIN for part in parts[1:]):
            return []
        found: list[Recognised] = []
        for number, part in enumerate(parts):
            if number and self._names.is_ending_of(part.words, parts[number - 1].words):
                continue
            name = self._names.one(part.words) or self._one_name_with_shared_word(parts, number)
            if name is None:
                return []
            found.append(name)
        return found

    def _is_told_by(self, part: Part, name: Recognised) -> bool:
        """Whether a part says that a job is in a PMO, which the name does not say yet."""
        return self._names.is_unit(part.words) and not set(part.words) & set(name.words)

    def _says_otherwise(self, name: Recognised, part: Part) -> bool:
        """Whether a part writes an abbreviation of the name out as something else.

        "PMO (Private Medical Officer)"
        """
        words = part.words
        return (
            len(words) >= SHORTEST_ABBREVIATION
            and "".join(word[0] for word in words) in name.words
            and not self._names.begins_a_unit(words[0])
            and self._names.one(words) is None
        )

    def _with_rest(self, names: list[Recognised], rest: Sequence[Part]) -> Explanation:
        """Adds what stands after the name: a second name or its seniority; places are dropped."""
        dropped: list[Words] = []
        joined = len(names)
        place = False
        in_pmo = False
        for part in rest:
            place = part.separator in {Separator.PLACE, Separator.DEPARTMENT} or (
                place and part.separator is Separator.JOIN
            )
            in_pmo |= part.separator is not Separator.JOIN and self._is_told_by(part, names[0])
            if not place and self._names.is_seniority(part.words):
                names[-1] = self._names.with_seniority(names[-1], part.words)
            elif not place and (second := self._names.one(part.words)) is not None:
                names.append(second)
            else:
                dropped.append(part.words)
        found = _without_units(names, joined)
        return Explanation(tuple(map(_in_pmo, found)) if in_pmo else found, tuple(dropped))

    def _one_name_with_shared_word(self, parts: Sequence[Part], number: int) -> Recognised | None:
        """The name that a part is with a word of its neighbour: "project- en programmamanager"."""
        words = parts[number].words
        completed: list[Words] = []
        if number + 1 < len(parts):
            following = parts[number + 1].words
            completed += [words + following[cut:] for cut in range(1, len(following))]
            if parts[number].ends_in_hyphen:
                first = following[0]
                endings = [first[cut:] for cut in range(1, len(first) - SHORTEST_SHARED_ENDING + 1)]
                completed += [(*words, ending, *following[1:]) for ending in endings]
        if number:
            before = parts[number - 1].words
            completed += [before[:cut] + words for cut in range(len(before) - 1, 0, -1)]
        return next((name for each in completed if (name := self._names.one(each))), None)


def _goes_on(names: Sequence[Recognised], rest: Sequence[Part]) -> bool:
    """Whether the name of a unit goes on after it: "PMO department head"."""
    return (
        bool(rest)
        and rest[0].separator is Separator.DEPARTMENT
        and all(name.entry.form is TitleForm.UNIT for name in names)
    )


def _without_units(names: list[Recognised], joined: int) -> tuple[Recognised, ...]:
    """The jobs among names, of which so many are joined; the units only where there is no job.

    Someone with a job and a unit has that job in that unit, at the level that the unit says:
    "senior PMO (PMO officer)". A unit that is joined to a job of another kind is a second job:
    "PMO & projectmanager".
    """
    jobs = [name for name in names if name.entry.form is TitleForm.JOB]
    if not jobs or len(jobs) == len(names):
        return tuple(names)
    if joined == 1:
        first, *others = jobs
        return (replace(first, seniority=first.seniority or names[0].seniority), *others)
    kinds = {kind for job in jobs for kind in job.entry.kinds}
    return tuple(
        name
        for place, name in enumerate(names)
        if name in jobs or (place < joined and not kinds.issuperset(name.entry.kinds))
    )


def _in_pmo(name: Recognised) -> Recognised:
    """The job of someone in a PMO: one that may be PMO is it there ("projectmedewerker (PMO)")."""
    if TitleKind.PMO not in name.entry.kinds:
        return name
    return replace(name, entry=replace(name.entry, kinds=(TitleKind.PMO,)))


def _is_job_of_one_kind(entry: TitleEntry) -> bool:
    return entry.form is TitleForm.JOB and len(entry.kinds) == 1


def _is_project_work(entry: TitleEntry, *, jobs_only: bool) -> bool:
    if jobs_only and entry.form is not TitleForm.JOB:
        return False
    return TitleKind.PMO in entry.kinds or TitleKind.PROJECT_MANAGEMENT in entry.kinds


def _union(order: tuple[str, ...], allowed: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All that one of the names allows, in the given order."""
    all_allowed = {id for ids in allowed for id in ids}
    return tuple(id for id in order if id in all_allowed)


def _usual(usual: Sequence[str | None], allowed: Sequence[tuple[str, ...]]) -> str | None:
    """What is usual for a name, or for each of several; what one of them only allows is usual."""
    if len(usual) == 1:
        return usual[0] if usual[0] in allowed[0] else None
    found = {
        each if each in may else may[0] if len(may) == 1 else None
        for each, may in zip(usual, allowed, strict=True)
    }
    return found.pop() if len(found) == 1 else None
