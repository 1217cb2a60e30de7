"""Changes as values, before any language."""

from dataclasses import dataclass
from enum import StrEnum

from service.rulebook.conditions import Condition, Group, Quantifier
from service.rulebook.position import Position
from service.rulebook.vocabulary import Language


class Kind(StrEnum):
    """What a part of a rulebook is, in the order in which changes are told."""

    RULE = "rule"
    ROLE = "role"
    MOVE = "move"
    TITLE = "title"
    TITLE_WORDS = "title words"
    CERTIFICATE = "certificate"
    WORK = "work"
    GOAL = "goal"
    ACTION = "action"
    COMPETENCE = "competence"
    MEASURE = "measure"
    SPECIALISATION = "specialisation"
    LEVEL = "level"
    PROFESSION = "profession"
    POINTS = "points"
    COST = "cost"
    RATING = "rating"
    STEP_TIME = "step time"
    QUESTION = "question"
    TIP = "tip"
    TEXT = "text"
    ORDER = "order"
    CASE = "case"


class Sort(StrEnum):
    """What happened. A part or a member is ADDED or REMOVED; a part or a value is CHANGED.

    ORDER: the same members stand in another order.
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    ORDER = "order"


Told = str | int | bool | Condition | Group | None
"""What a detail is about; None is nothing."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing about a part that is not as it was.

    `field` names it as rule files do. `old` is None when something was added, `new` when it was
    removed, and both for another order. `language` is that of a text, `within` the group in which
    a condition stands, None for the outermost.
    """

    field: str
    sort: Sort
    old: Told = None
    new: Told = None
    language: Language | None = None
    within: Quantifier | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A part that was added, removed or changed; only what was changed has details.

    `position` is where it stands in the new files, or where it stood in the old ones; None for
    parts of which that is not kept.
    """

    kind: Kind
    id: str
    sort: Sort
    details: tuple[Detail, ...] = ()
    position: Position | None = None
