"""Cases: which of them show an entry at work, by the advice that they get."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from service.advice import Advice, Advisor
from service.checks.case_answers import case_answers
from service.reading.model import Reading
from service.rulebook.cases import Case
from service.showing.entries import EntryKind


class Cases:
    """The cases of one rulebook, run once."""

    def __init__(self, advisor: Advisor) -> None:
        self._advisor = advisor
        self._answers = case_answers(advisor.rulebook.cases, advisor)

    def firing(self, rules: Iterable[str]) -> list[Case]:
        """The cases in which one of these rules fires."""
        wanted = set(rules)
        return [each.case for each in self._answers if not wanted.isdisjoint(each.fired)]

    def first(self, role: str) -> list[Case]:
        """The cases in which this role is the first recommendation."""
        return self._where(lambda advice: [*_roles(advice)[:1]] == [role])

    def later(self, role: str) -> list[Case]:
        """The cases in which this role is recommended after another one."""
        return self._where(lambda advice: role in _roles(advice)[1:])

    def advising(self, action: str) -> list[Case]:
        return self._where(
            lambda advice: any(
                each.id == action for found in advice.recommendations for each in found.actions
            )
        )

    def telling(self, kind: EntryKind, id: str) -> list[Case]:
        """The cases in which somebody is read as having the entry."""
        return [
            each.case
            for each in self._answers
            if any(id in _told(kind, reading) for reading in each.readings)
        ]

    def titled(self, title: str) -> list[Case]:
        """The cases with this title, or with another one in which it is read."""
        return [case for case, titles in self._titles if title in titles]

    @cached_property
    def _titles(self) -> tuple[tuple[Case, frozenset[str]], ...]:
        """Each case with the ids of the titles that are read in it, changes included."""
        return tuple(
            (
                each.case,
                frozenset(
                    name.entry.id
                    for given in _titles_in((each.case.sent, *each.case.same_answer_for))
                    if (explanation := self._advisor.titles.explain(given))
                    for name in explanation.names
                ),
            )
            for each in self._answers
        )

    def _where(self, holds: Callable[[Advice], bool]) -> list[Case]:
        return [each.case for each in self._answers if each.advice and holds(each.advice)]


def _told(kind: EntryKind, reading: Reading) -> Collection[str]:
    told: Mapping[EntryKind, Collection[str] | None] = {
        EntryKind.CERTIFICATE: reading.certificates,
        EntryKind.WORK: reading.work,
        EntryKind.GOAL: reading.goals,
        EntryKind.COMPETENCE: reading.ratings,
    }
    return told[kind] or ()


def _titles_in(sent: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The job titles in what is sent, those of a duo included."""
    for each in sent:
        for key, value in each.items():
            if key == "title" and isinstance(value, str):
                yield value
            elif isinstance(value, Mapping):
                yield from _titles_in([value])


def _roles(advice: Advice) -> list[str]:
    return [each.role.id for each in advice.recommendations]
