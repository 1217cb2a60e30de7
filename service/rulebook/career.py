"""Places, roles and moves: the map of the profession."""

from dataclasses import dataclass, field
from enum import StrEnum

from service.rulebook.conditions import Condition
from service.rulebook.position import Position
from service.rulebook.rules import LevelStep
from service.rulebook.vocabulary import TENTHS, Text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A specialisation and a level, as ids."""

    specialisation: str
    level: str

    @property
    def role(self) -> str:
        return f"{self.specialisation}-{self.level}"


@dataclass(frozen=True, slots=True)
class SeeAlso:
    name: str
    link: str | None
    licence: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """What a place is for. `asks` are conditions on competences, certificates and work."""

    id: str
    place: Place
    title: Text
    description: Text
    asks: tuple[Condition, ...]
    see_also: tuple[SeeAlso, ...]
    position: Position | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Move:
    """Which targets a place reaches.

    `from_specialisation` is None for people outside PMO; they enter at `entry_levels`.
    Inside PMO, `step` says how the level changes.
    """

    id: str
    about: Text
    from_specialisation: str | None
    from_levels: tuple[str, ...]
    to_specialisation: str
    step: LevelStep | None
    entry_levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A range of years, in whole tenths."""

    low: int
    high: int

    @property
    def years(self) -> list[float]:
        """As numbers of years."""
        return [self.low / TENTHS, self.high / TENTHS]

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)


@dataclass(frozen=True, slots=True)
class StepTimes:
    """How long steps usually take; `source` says who says so. Shown only, never looked at by rules.

    `up` has the levels that a step up leads to. What the rulebook does not tell is left out.
    """

    source: Text
    up: tuple[tuple[str, Span], ...]
    lateral: Span | None
    entry: Span | None
    step_back: Span | None

    def of(self, kind: "MoveKind", level: str) -> Span | None:
        """The time of a step of this kind that leads to this level."""
        match kind:
            case MoveKind.UP:
                return dict(self.up).get(level)
            case MoveKind.LATERAL | MoveKind.WIDEN:
                return self.lateral
            case MoveKind.ENTRY:
                return self.entry
            case MoveKind.STEP_BACK:
                return self.step_back
            case MoveKind.DEEPEN:
                return None


class MoveKind(StrEnum):
    """What sort of step it is to a target."""

    DEEPEN = "deepen"
    LATERAL = "lateral"
    WIDEN = "widen"
    UP = "up"
    STEP_BACK = "step-back"
    ENTRY = "entry"
