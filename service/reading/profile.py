"""A profile: what a portal sends about one person, in its own words, its shape checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from service.rulebook.vocabulary import Language

RatingsBy = Literal["self", "manager", "assessment"]


@dataclass(frozen=True, slots=True)
class Profile:
    """What was sent; None is not sent, and an empty list is known to be empty.

    Competences, certificates, work and goals are ids or names in Dutch or English, as sent.
    Years are in tenths.
    """

    title: str
    subject: str | None = None
    language: Language | None = None
    current_specialisation: str | None = None
    current_level: str | None = None
    years_in_role: int | None = None
    years_in_pmo: int | None = None
    competences: Mapping[str, int | None] = field(default_factory=dict)
    ratings_by: RatingsBy | None = None
    certificates: tuple[str, ...] | None = None
    work: tuple[str, ...] | None = None
    ambition: str | None = None
    goals: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ProfileError:
    """One thing in a profile that cannot be used.

    `pointer` is a JSON pointer (RFC 6901) into what was sent, `code` a stable id of the mistake.
    """

    pointer: str
    code: str
    message: str


class ProfileRefused(Exception):
    """A profile with mistakes in it; all of them are in `errors`, in the order of the profile."""

    def __init__(self, errors: tuple[ProfileError, ...]) -> None:
        super().__init__("; ".join(f"{error.pointer}: {error.message}" for error in errors))
        self.errors = errors
