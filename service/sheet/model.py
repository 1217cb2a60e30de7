"""What stands on a conversation sheet, in one language. No scores, no ratings, no ids of rules."""

from dataclasses import dataclass

from service.rulebook.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Understood:
    """Something that we know of the person; `source` says from what, None when it was sent so."""

    name: str
    value: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Asks:
    """Things that a role asks and that stand alike; `meaning` is what it asks of a competence."""

    names: tuple[str, ...]
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One growth step. What it asks is `met`, known to be `missing`, or `open`: not known."""

    title: str
    place: str
    move: str
    description: str
    because: tuple[str, ...]
    against: tuple[str, ...]
    met: tuple[str, ...]
    missing: tuple[Asks, ...]
    open: tuple[Asks, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`scale` says what a rating means, for questions that ask for one; else it is empty."""

    language: Language
    purpose: str
    advice_not_decision: str
    understood: tuple[Understood, ...]
    remarks: tuple[str, ...]
    unknown: tuple[str, ...]
    outcome: tuple[str, ...]
    options: tuple[Option, ...]
    messages: tuple[str, ...]
    questions: tuple[str, ...]
    scale: tuple[tuple[int, str], ...]
    questions_for_both: tuple[str, ...]
    rulebook: str
