"""The roadmap: from where someone stands now to a role, step by step, before any language.

It says what can be said today. Only the first step is judged by the rules; of later ones it tells
what their roles ask, and the rules will judge them when the person is there.
"""

from dataclasses import dataclass
from enum import StrEnum

from service.advice.model import Ask, Gap, Message, PresentPlace, Question
from service.explaining.routes import Origin
from service.reading.aim import Target
from service.reading.model import Reading
from service.rulebook.career import Move, MoveKind, Role, Span
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Action, Attribute


class Found(StrEnum):
    """What came of looking for a roadmap."""

    ROADMAP = "roadmap"
    ALREADY_THERE = "already_there"
    PLACE_UNKNOWN = "place_unknown"
    ENTRY_UNKNOWN = "entry_unknown"
    ENTRY_NOT_WANTED = "entry_not_wanted"
    WISH_NOT_STATED = "wish_not_stated"
    TALK_FIRST = "talk_first"
    OTHER_PROFESSION = "other_profession"
    STEP_BACK_NOT_ASKED = "step_back_not_asked"
    NO_WAY = "no_way"
    STOPPED = "stopped"


class Verdict(StrEnum):
    """What the rules say of a first step, with what is known now."""

    ADVISED = "advised"
    NOT_ADVISED = "not_advised"
    RULED_OUT = "ruled_out"


@dataclass(frozen=True, slots=True)
class Today:
    """`ruled_out_by` has the rules that exclude the step, all of which are true."""

    verdict: Verdict
    ruled_out_by: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class RoadmapStep:
    """A step of one level at most; `origin` is None outside PMO.

    `asks` is what its role asks more than the roles before it, `gaps` what of that is known to be
    missing. `today` is None for every step but the first, `time` where the rulebook tells none.
    """

    origin: Origin
    role: Role
    kind: MoveKind
    move: Move
    asks: tuple[Ask, ...]
    gaps: tuple[Gap, ...]
    actions: tuple[Action, ...]
    time: Span | None
    today: Today | None

    @property
    def unknown(self) -> tuple[Ask, ...]:
        """What is asked of which we do not know whether the person has it."""
        return tuple(ask for ask in self.asks if not ask.known)


@dataclass(frozen=True, slots=True)
class Way:
    """A whole way to the target.

    `through` has the specialisation that it passes and none before it; it is empty for the first
    one, and for one that is told because it starts as the rules advise.
    """

    steps: tuple[RoadmapStep, ...]
    through: tuple[str, ...]
    first: bool

    @property
    def time(self) -> Span | None:
        """Of all steps together; None when that of one is not told."""
        total = Span(0, 0)
        for step in self.steps:
            if step.time is None:
                return None
            total += step.time
        return total


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The answer. `ways` has the best one first, and none unless one was found.

    `target` is None when another profession was asked for. `complete` is False when there was no
    time to look for every other way.
    """

    found: Found
    reading: Reading
    present: PresentPlace
    unknown: tuple[Attribute, ...]
    target: Target
    ways: tuple[Way, ...]
    complete: bool
    questions: tuple[Question, ...]
    messages: tuple[Message, ...]
    refers_to_advisor: bool
