"""Titles as the rulebook knows them."""

from dataclasses import dataclass, field
from enum import StrEnum

from service.rulebook.position import Position


class TitleKind(StrEnum):
    PMO = "pmo"
    PROJECT_MANAGEMENT = "project-management"
    ADJACENT = "adjacent"
    OUTSIDE = "outside"


class TitleForm(StrEnum):
    """Whether a title names someone's job or the unit they work in."""

    JOB = "job"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """How a title is read.

    More than one kind means that it may be either. `specialisations` and `levels` are what the
    title allows; `usual_*` is set only where one reading is clearly the common one. `profession` is
    the id of the profession of an adjacent title, where it names one. `positions` says where each
    of the names stands, when they came out of a file.
    """

    id: str
    names: tuple[str, ...]
    kinds: tuple[TitleKind, ...]
    form: TitleForm
    specialisations: tuple[str, ...]
    levels: tuple[str, ...]
    usual_specialisation: str | None
    usual_level: str | None
    container: bool
    profession: str | None = None
    positions: tuple[Position, ...] = field(default=(), compare=False, repr=False)

    @property
    def ambiguous(self) -> bool:
        return self.container or len(self.kinds) > 1 or len(self.specialisations) > 1


@dataclass(frozen=True, slots=True)
class SeniorityWord:
    words: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleList:
    entries: tuple[TitleEntry, ...]
    same_word: tuple[tuple[str, ...], ...]
    noise: tuple[str, ...]
    seniority: tuple[SeniorityWord, ...]
    around: tuple[str, ...] = ()
