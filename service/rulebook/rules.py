"""Rules: conditions with one kind of effect."""

from dataclasses import dataclass
from enum import StrEnum

from service.rulebook.conditions import Group
from service.rulebook.position import Position
from service.rulebook.vocabulary import Stage, Text, Tip


class LevelStep(StrEnum):
    """A level in an effect, seen from the present level."""

    SAME = "same as now"
    UP = "one up"
    SAME_OR_UP = "same or one up"
    DOWN = "one down"


@dataclass(frozen=True, slots=True)
class Settle:
    """Chooses the present specialisation or level, within what the title allows."""

    specialisation: str | None
    level: str | None


@dataclass(frozen=True, slots=True)
class GiveSignal:
    signal: str


class Weight(StrEnum):
    RECOMMEND = "recommend"
    ADVISE_AGAINST = "advise against"
    RULE_OUT = "rule out"


@dataclass(frozen=True, slots=True)
class Grow:
    """Weighs a target.

    `points` counts as it stands: negative when advising against, 0 in a rule out.
    `level` is a step from the present level, or a level id that counts only on entry from outside.
    """

    weight: Weight
    specialisation: str
    level: LevelStep | str
    points: int
    because: Text
    actions: tuple[str, ...]


class MessageKind(StrEnum):
    MISCONCEPTION = "misconception"
    AMBITION = "ambition"
    CAUTION = "caution"
    PARTNERSHIP = "partnership"


class Outcome(StrEnum):
    """From weak to strong; the strongest one that applies wins."""

    RECOMMEND = "recommend"
    RECOMMEND_WITH_CAUTION = "recommend_with_caution"
    NEEDS_MORE_DATA = "needs_more_data"
    REFER = "refer"

    @property
    def strength(self) -> int:
        return _STRENGTHS[self]


_STRENGTHS = {outcome: number for number, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class Say:
    """A message, an outcome, or both."""

    kind: MessageKind | None
    text: Text | None
    outcome: Outcome | None


class PairingKind(StrEnum):
    COMPLETES = "completes"
    TENSION = "tension"
    FITS_TIP = "fits tip"


@dataclass(frozen=True, slots=True)
class Pairing:
    """Says to a duo where they complete each other, where tension is likely, or why a tip fits.

    `tip` is None unless it fits one. Nothing is counted: a duo has no score.
    """

    kind: PairingKind
    tip: Tip | None
    text: Text


Effect = Settle | GiveSignal | Grow | Say | Pairing


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule is itself and no other: it is compared by identity."""

    id: str
    about: Text
    stage: Stage
    when: Group
    effect: Effect
    position: Position
