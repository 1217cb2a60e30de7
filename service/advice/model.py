"""The advice: the whole answer to a profile, before it is put into a language."""

from dataclasses import dataclass
from enum import StrEnum

from service.advice.evidence import Evidence
from service.reading.model import Reading
from service.rulebook.career import MoveKind, Place, Role
from service.rulebook.conditions import Condition
from service.rulebook.rules import MessageKind, Outcome, Rule
from service.rulebook.vocabulary import Action, Attribute, Text


class Source(StrEnum):
    """Where the present specialisation or level comes from."""

    GIVEN = "given"
    TITLE = "title"
    RULE = "rule"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class PresentPlace:
    """Where a person stands now; None is unknown, and then its source is None too."""

    specialisation: str | None
    specialisation_source: Source | None
    level: str | None
    level_source: Source | None
    contradictory: bool

    @property
    def place(self) -> Place | None:
        if self.specialisation is None or self.level is None:
            return None
        return Place(self.specialisation, self.level)

    @property
    def assumed(self) -> bool:
        return Source.ASSUMED in {self.specialisation_source, self.level_source}


@dataclass(frozen=True, slots=True)
class Reason:
    """A growth rule that counted, with its points and what it saw."""

    rule: Rule
    points: int
    text: Text
    evidence: tuple[Evidence, ...]


class AskKind(StrEnum):
    COMPETENCE = "competence"
    CERTIFICATE = "certificate"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a role asks. `known` says whether we know how the person stands on it."""

    kind: AskKind
    id: str
    text: Text
    need: int | str
    known: bool
    condition: Condition


@dataclass(frozen=True, slots=True)
class Gap:
    """An ask that is known not to be met; `have` is the rating, or None for something absent."""

    ask: Ask
    have: int | None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One growth step; `score` is the sum of the points of its reasons."""

    target: Place
    role: Role
    move: MoveKind
    score: int
    because: tuple[Reason, ...]
    asks: tuple[Ask, ...]
    gaps: tuple[Gap, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """Something the answer says. `id` is the message rule, or the guardrail text behind it."""

    id: str
    kind: MessageKind
    rule: str
    text: Text


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Question:
    attribute: Attribute
    text: Text


@dataclass(frozen=True, slots=True)
class Advice:
    """The whole answer. `unknown` are the attributes that the portal could still send."""

    reading: Reading
    present: PresentPlace
    outcome: Outcome
    confidence: Confidence
    recommendations: tuple[Recommendation, ...]
    messages: tuple[Message, ...]
    questions: tuple[Question, ...]
    unknown: tuple[Attribute, ...]
    fired: tuple[str, ...]
    refers_to_advisor: bool
