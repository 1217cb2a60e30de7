"""What came out of a document: a profile, and an account of everything the document held."""

from dataclasses import dataclass

from service.reading.profile import Profile
from service.rulebook.vocabulary import Text


@dataclass(frozen=True, slots=True)
class Used:
    """Something that went into the profile: `field` is its name there, `value` what it became.

    Years are years here, in steps of 0.1; an empty list is known to be empty.
    """

    pointer: str
    field: str
    value: str | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something that did not go into the profile, with all that stands below it."""

    pointer: str
    why: Text


@dataclass(frozen=True, slots=True)
class Imported:
    """`unknown` names the fields that a profile could hold and that the document did not give."""

    format: str
    profile: Profile
    used: tuple[Used, ...]
    ignored: tuple[Ignored, ...]
    unknown: tuple[str, ...]
