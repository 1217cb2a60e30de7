"""Cases: what advisors expect of the answer about one person, or about a duo."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from service.rulebook.document import Mapping as FileMapping
from service.rulebook.position import Position
from service.rulebook.vocabulary import Side


class About(StrEnum):
    """Whom a case is about, as the key below which it says what a portal would send."""

    PERSON = "profile"
    DUO = "duo"

    @property
    def whom(self) -> str:
        return "one person" if self is About.PERSON else "a duo"


EXPECTATIONS: Mapping[About, tuple[str, ...]] = {
    About.PERSON: (
        "outcome", "confidence", "reading", "first", "recommended", "not recommended", "fired",
        "not fired", "said", "not said", "asked",
    ),
    About.DUO: (
        "readings", "completes", "not completes", "tension", "not tension", "fits tip",
        "not fits tip", "fired", "not fired",
    ),
}  # fmt: skip
"""The lines that may stand below `expect`."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a portal would send, with the answer expected for it (both checked in shape).

    `same_answer_for` has changes of `sent` that must not change the answer; `entry` is the case
    as it stands in the file.
    """

    name: str
    about: About
    sent: dict[str, Any]
    expect: dict[str, Any]
    same_answer_for: tuple[dict[str, Any], ...]
    position: Position
    entry: FileMapping = field(compare=False, repr=False)


def as_written(key: str) -> str:
    """A key of what a portal sends, as it stands in a case: `project manager`."""
    return next((side.value for side in Side if side.key == key), key)
