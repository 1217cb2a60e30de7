"""Entries: everything in a rulebook that has an id of its own and can be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from service.rulebook.model import Rulebook


class EntryKind(StrEnum):
    RULE = "rule"
    ROLE = "role"
    TITLE = "title"
    CERTIFICATE = "certificate"
    WORK = "work"
    GOAL = "goal"
    ACTION = "action"
    COMPETENCE = "competence"
    MEASURE = "measure"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class Entry:
    """What it is, its id, and the names by which people may ask for it."""

    kind: EntryKind
    id: str
    names: tuple[str, ...] = ()


def entries_of(rulebook: Rulebook) -> Iterator[Entry]:
    """Every entry, by kind."""
    for rule in rulebook.rules:
        yield Entry(EntryKind.RULE, rule.id)
    for role in rulebook.roles:
        yield Entry(EntryKind.ROLE, role.id, (role.title.nl, role.title.en))
    for title in rulebook.titles.entries:
        yield Entry(EntryKind.TITLE, title.id, title.names)
    for certificate in rulebook.certificates:
        names = (certificate.name, *certificate.aliases)
        yield Entry(EntryKind.CERTIFICATE, certificate.id, names)
    for work in rulebook.work:
        yield Entry(EntryKind.WORK, work.id, (work.name.nl, work.name.en, *work.aliases))
    for goal in rulebook.goals:
        yield Entry(EntryKind.GOAL, goal.id, (goal.name.nl, goal.name.en, *goal.aliases))
    for action in rulebook.actions:
        yield Entry(EntryKind.ACTION, action.id)
    for each in rulebook.competences:
        yield Entry(EntryKind.COMPETENCE, each.id, (each.name.nl, each.name.en, *each.aliases))
    for measure in rulebook.measures:
        yield Entry(EntryKind.MEASURE, measure.id)
    for signal in rulebook.signal_rules:
        yield Entry(EntryKind.SIGNAL, signal)
