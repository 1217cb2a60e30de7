"""A reading: how a profile was understood, before any rule looked at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from service.rulebook.titles import TitleForm, TitleKind


@dataclass(frozen=True, slots=True)
class TitleReading:
    """How a title was understood.

    `kind` is None for a title that was not recognised or that may be of two kinds. For a
    recognised title `specialisations` and `levels` are what it allows, in vocabulary order (both
    empty for a title that was not recognised). `profession` is the id of the adjacent profession,
    None where the title names none or several. `usual_*` as in `TitleEntry`, kept only where the
    seniority words of the title leave it possible. `entry` is the id in titles.yaml, the first one
    of a person with two titles, whose readings are taken together. `contradictory` is a title that
    says two levels far apart ("junior PMO director").
    """

    given: str
    entry: str | None
    kind: TitleKind | None
    kinds: tuple[TitleKind, ...]
    form: TitleForm | None
    specialisations: tuple[str, ...]
    levels: tuple[str, ...]
    usual_specialisation: str | None
    usual_level: str | None
    ambiguous: bool
    profession: str | None = None
    contradictory: bool = False

    @property
    def recognised(self) -> bool:
        return self.entry is not None


class AmbitionReading(StrEnum):
    """What became of the ambition: the text itself is dropped."""

    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not_recognised"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """A profile in the words of the rulebook; None is unknown.

    Lists are ids in vocabulary order; `ratings` maps competence ids to 1-5; years are in tenths.
    `unrecognised_certificates` are as sent. `goals` holds those sent and those found in the
    ambition.
    """

    title: TitleReading
    current_specialisation: str | None
    current_level: str | None
    ratings: Mapping[str, int]
    certificates: tuple[str, ...] | None
    unrecognised_certificates: tuple[str, ...]
    work: tuple[str, ...] | None
    goals: tuple[str, ...]
    ambition: AmbitionReading
    years_in_pmo: int | None
    years_in_role: int | None

    @property
    def in_pmo(self) -> bool:
        """Whether the person works inside PMO, by the place that was sent or by a PMO title."""
        return (
            self.current_specialisation is not None
            or self.current_level is not None
            or self.title.kind is TitleKind.PMO
        )
