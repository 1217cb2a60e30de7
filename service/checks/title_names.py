"""A name of a title does not do what it says.

Each name in `titles.yaml` is read as if somebody had sent it. It does nothing when it is not read
as its own title: working hours, `(m/v)`, pay and numbers are left out of every title that is sent,
so a name with these is never found. A word under `noise` says nothing, and as a name it would make
a title of that word wherever it stands. And in "Senior PMO'er" the first word says a level, which
the `levels` of the title should not deny: whoever writes "senior" is told something else.

Leave out what the message names, or accept the warning with a reason.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from service.checks.exact import Doubt, Exact, Question
from service.reading.spelling import SameWords, plain, with_one_and, words_of
from service.reading.title_names import TitleNames, Words, variants
from service.reading.titles import TitleReader
from service.reading.trimmings import trimmings_of
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook
from service.rulebook.position import Position
from service.rulebook.titles import TitleEntry

CODE = "title-name"
DUPLICATE = "duplicate-name"

Name = tuple[str, TitleEntry, Position]


def title_names(exact: Exact) -> Iterator[Question]:
    """Whether every name is read as its own title, and as no other; all in one question."""
    rulebook = exact.rulebook
    about = (repr(rulebook.titles), *rulebook.level_ids, *rulebook.specialisation_ids)
    names = _Names(rulebook)
    yield Question(about, names.doubts, names.told)


class _Names:
    """All names of titles, and how they are read."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._all = tuple(_names_in(rulebook))

    @cached_property
    def _read(self) -> tuple[TitleNames, TitleReader]:
        titles = self._rulebook.titles
        names = TitleNames(titles, SameWords(titles.same_word), self._rulebook.level_ids)
        return names, TitleReader(names, self._rulebook.specialisation_ids)

    def doubts(self) -> Iterator[Doubt]:
        """The number of a name; behind it that of its twin, when it is the name of another."""
        names, reader = self._read
        twins = dict(_duplicates(self._all, names))
        yield from twins.items()
        for number, (name, entry, _) in enumerate(self._all):
            if number not in twins and _mistake(name, entry, names, reader) is not None:
                yield (number,)

    def told(self, doubt: Doubt) -> Diagnostic:
        name, entry, position = found = self._all[doubt[0]]
        if len(doubt) > 1:
            return _duplicate(found, self._all[doubt[1]])
        mistake = _mistake(name, entry, *self._read)
        assert mistake is not None
        return Diagnostic(Severity.WARNING, position, CODE, *mistake)


def _names_in(rulebook: Rulebook) -> Iterator[Name]:
    for entry in rulebook.titles.entries:
        for name, position in zip(entry.names, entry.positions, strict=False):
            yield name, entry, position


def _words(name: str) -> Words:
    return tuple(words_of(with_one_and(plain(name))))


def _duplicates(all_names: Sequence[Name], names: TitleNames) -> Iterator[tuple[int, int]]:
    """The numbers of names that another title has already, and of the name that it has.

    It may have it in the plural or for the other gender.
    """
    first: dict[str, int] = {}
    varied: dict[str, int] = {}
    for number, (name, entry, _) in enumerate(all_names):
        words = _words(name)
        if not words:
            continue
        own = names.forms(words)
        others = [form for variant in variants(words) for form in names.forms(variant)]
        found = [first.get(form) for form in others] + [varied.get(form) for form in own]
        twin = next((at for at in found if at is not None and all_names[at][1] is not entry), None)
        if twin is not None:
            yield number, twin
        for form in own:
            first.setdefault(form, number)
        for form in others:
            varied.setdefault(form, number)


def _duplicate(name: Name, twin: Name) -> Diagnostic:
    return Diagnostic(
        Severity.ERROR,
        name[2],
        DUPLICATE,
        f"`{name[0]}` is read as the same as `{twin[0]}`, a name of the title `{twin[1].id}`: "
        f"{twin[2]}.",
        "Take it out of one of the two.",
    )


def _mistake(
    name: str, entry: TitleEntry, names: TitleNames, reader: TitleReader
) -> tuple[str, str] | None:
    """What is wrong with a name, and what to write; None when it is read as it should be."""
    words = _words(name)
    if names.is_noise(words):
        return (
            f"`{name}` stands under `noise` too, and what stands there says nothing in a title.",
            "Take it out of `names`, or out of `noise`.",
        )
    explanation = reader.explain(name)
    if explanation is None:
        return (
            f"Whoever sends exactly `{name}` is not understood, though it is a name of "
            f"`{entry.id}`.",
            _what_to_leave_out(name),
        )
    found = [each.entry.id for each in explanation.names]
    if found != [entry.id]:
        return (
            f"Whoever sends exactly `{name}` is understood as {_joined(found)}, though it is a "
            f"name of `{entry.id}`.",
            "Take it out: without what is left out of every title, it is a name of the other.",
        )
    return _contradiction(words, name, entry, names)


def _what_to_leave_out(name: str) -> str:
    pieces = [_as_written(piece, name) for piece in trimmings_of(plain(name)) if piece]
    if not pieces:
        return "Write it as people write their title, or take it out."
    return f"Leave out {_joined(pieces)}, as is done in every title that is sent."


def _joined(words: Sequence[str]) -> str:
    return " and ".join(f"`{word}`" for word in words)


def _as_written(piece: str, name: str) -> str:
    start = name.lower().find(piece)
    return piece if start < 0 else name[start : start + len(piece)]


def _contradiction(
    words: Words, name: str, entry: TitleEntry, names: TitleNames
) -> tuple[str, str] | None:
    """A word in front for higher levels than the title has, or for the lowest of all.

    Words such as "senior" before a manager or a director say less than those do.
    """
    word, said = names.levels_in_front(words)
    if not said or not entry.levels or set(said) & set(entry.levels):
        return None
    order = names.levels.index
    too_high = min(map(order, said)) > max(map(order, entry.levels))
    lowest = max(map(order, said)) == 0 and min(map(order, entry.levels)) > 1
    if not (too_high or lowest):
        return None
    return (
        f"`{' '.join(word)}` in `{name}` says {_joined(said)}, which is no level of this title.",
        f"Leave out `{' '.join(word)}`, or write levels that go with it.",
    )
