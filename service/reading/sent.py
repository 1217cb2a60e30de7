"""From what was sent to a profile, or to the two profiles of a duo.

Checks the shape, and says of all mistakes where they stand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import ValidationError

from schemas.faults import faults_of
from schemas.partnership import DuoSchema
from schemas.profile import ProfileSchema
from service.reading.pointers import pointer_to
from service.reading.profile import Profile, ProfileError, ProfileRefused
from service.rulebook.vocabulary import Language, Side

_SCHEMA = ProfileSchema()
_DUO_SCHEMA = DuoSchema()


def profile_from(
    sent: Mapping[str, Any],
    mistakes_in: Callable[[Profile], tuple[ProfileError, ...]] = lambda profile: (),
) -> Profile:
    """The profile in JSON data; `ProfileRefused` with every mistake in its shape.

    `mistakes_in` adds those in the words of what could be read all the same, so that its sender
    hears of everything at once.
    """
    try:
        return profile_of(_SCHEMA.load(sent))
    except ValidationError as error:
        shape = refusal_of(error, sent).errors
        readable = error.valid_data if isinstance(error.valid_data, dict) else {}
        words = mistakes_in(profile_of({"title": "", **readable}))
        raise ProfileRefused((*shape, *words)) from None


@dataclass(frozen=True, slots=True)
class Duo:
    """Two profiles, and the language that was asked for."""

    pmo: Profile
    project_manager: Profile
    language: Language | None


def duo_from(
    sent: Mapping[str, Any], mistakes_in: Callable[[Profile], tuple[ProfileError, ...]]
) -> Duo:
    """The two profiles in JSON data; `ProfileRefused` with every mistake in either.

    A language inside a profile says nothing here: both people read the same answer.
    """
    shape: tuple[ProfileError, ...] = ()
    try:
        checked = _DUO_SCHEMA.load(sent)
    except ValidationError as error:
        shape = refusal_of(error, sent).errors
        checked = error.valid_data if isinstance(error.valid_data, dict) else {}
    profiles = {side: profile_of({"title": "", **(checked.get(side.key) or {})}) for side in Side}
    words = [
        replace(error, pointer=pointer_to(side.key) + error.pointer)
        for side, profile in profiles.items()
        for error in mistakes_in(profile)
    ]
    if shape or words:
        raise ProfileRefused((*shape, *words))
    return Duo(
        pmo=profiles[Side.PMO],
        project_manager=profiles[Side.PROJECT_MANAGER],
        language=checked.get("language"),
    )


def profile_of(checked: Mapping[str, Any]) -> Profile:
    """The profile in data that `ProfileSchema` loaded."""
    current = checked.get("current") or {}
    experience = checked.get("experience") or {}
    return Profile(
        title=checked["title"],
        subject=checked.get("subject"),
        language=checked.get("language"),
        current_specialisation=current.get("specialisation"),
        current_level=current.get("level"),
        years_in_role=experience.get("years_in_role"),
        years_in_pmo=experience.get("years_in_pmo"),
        competences=checked.get("competences") or {},
        ratings_by=checked.get("ratings_by"),
        certificates=_tuple(checked.get("certificates")),
        work=_tuple(checked.get("work")),
        ambition=checked.get("ambition"),
        goals=_tuple(checked.get("goals")),
    )


def refusal_of(error: ValidationError, sent: Mapping[str, Any]) -> ProfileRefused:
    """The refusal behind an error of `ProfileSchema`, its mistakes in the order of the profile."""
    places = _Places(sent)
    faults = sorted(faults_of(error), key=lambda fault: places.of(fault.below))
    return ProfileRefused(
        tuple(ProfileError(pointer_to(*fault.below), fault.code, fault.message) for fault in faults)
    )


class _Places:
    """Where things stand in what was sent. Each object is gone through once, however large."""

    def __init__(self, sent: Mapping[str, Any]) -> None:
        self._sent = sent
        self._names: dict[tuple[str | int, ...], dict[str, int]] = {}

    def of(self, path: tuple[str | int, ...]) -> tuple[int, ...]:
        """The position at each step of a path; -1 for what is missing."""
        places: list[int] = []
        sent: Any = self._sent
        for depth, step in enumerate(path):
            place = step if isinstance(step, int) else self._place(step, sent, path[:depth])
            places.append(place)
            if place >= 0:
                sent = sent[step]
        return tuple(places)

    def _place(self, name: str, inside: Mapping[str, Any], path: tuple[str | int, ...]) -> int:
        if path not in self._names:
            self._names[path] = {each: place for place, each in enumerate(inside)}
        return self._names[path].get(name, -1)


def _tuple(names: list[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)
