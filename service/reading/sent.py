"""From what was sent to a profile: checks the shape, and says of all mistakes where they stand."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import ValidationError

from schemas.faults import faults_of
from schemas.profile import ProfileSchema
from service.reading.pointers import pointer_to
from service.reading.profile import Profile, ProfileError, ProfileRefused

_SCHEMA = ProfileSchema()


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
