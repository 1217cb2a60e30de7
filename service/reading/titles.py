"""Titles: recognises a job title by rules that can be told, never by likeness.

A title is recognised when its normal form is exactly that of a name in titles.yaml: first as a
whole, then without noise and seniority words, then without what a place or a department adds, and
at last as two names of which both are known. A known name inside a longer, unknown one counts for
nothing: a "PMO nurse" is no PMO'er.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.reading.model import TitleReading
from service.reading.parts import MOST_PARTS, Part, Separator, parts_of
from service.reading.spelling import plain, words_of
from service.reading.title_names import Recognised, TitleNames, Words
from service.reading.trimmings import without_trimmings
from service.rulebook.titles import TitleForm, TitleKind

SHORTEST_SHARED_ENDING = 5


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

    def read(self, title: str) -> TitleReading:
        given = title.strip()
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
            usual_level=_usual([entry.usual_level for entry in entries], levels_allowed),
            ambiguous=len(kinds) > 1
            or len(specialisations) > 1
            or any(entry.container for entry in entries),
            profession=professions.pop() if len(professions) == 1 else None,
        )

    def explain(self, title: str) -> Explanation | None:
        """How a title is understood; None when it is not recognised."""
        text = without_trimmings(plain(title))
        parts = parts_of(text)
        if not parts:
            return None
        if len(parts) > MOST_PARTS:
            whole = self._names.one(tuple(words_of(text)))
            return None if whole is None else Explanation((whole,), ())
        for count in range(len(parts), 0, -1):
            rest = parts[count:]
            if rest and rest[0].separator is Separator.JOIN:
                continue
            names = self._known_names(text[: parts[count - 1].end], parts[:count])
            if names and not _goes_on(names, rest):
                return self._with_rest(names, rest)
        return None

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
        if len(parts) == 1 or any(part.separator is not Separator.JOIN for part in parts[1:]):
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

    def _with_rest(self, names: list[Recognised], rest: Sequence[Part]) -> Explanation:
        """Adds what stands after the name: a second name or its seniority; places are dropped."""
        dropped: list[Words] = []
        place = False
        for part in rest:
            place = part.separator in {Separator.PLACE, Separator.DEPARTMENT} or (
                place and part.separator is Separator.JOIN
            )
            if not place and self._names.is_seniority(part.words):
                names[-1] = Recognised(names[-1].entry, (*names[-1].seniority, part.words))
            elif not place and (second := self._names.one(part.words)) is not None:
                names.append(second)
            else:
                dropped.append(part.words)
        # Someone with a job and a unit has that job in that unit.
        jobs = [name for name in names if name.entry.form is TitleForm.JOB]
        return Explanation(tuple(jobs or names), tuple(dropped))

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
