"""From what was sent to a profile and variations on it.

A change has the meaning of JSON merge patch (RFC 7396): null is not sent, an object is merged, and
anything else replaced.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import ValidationError

from schemas.what_if import WhatIfSchema
from service.reading.pointers import pointer_to
from service.reading.profile import Profile, ProfileError, ProfileRefused
from service.reading.sent import profile_of, refusal_of
from service.rulebook.vocabulary import Language

_SCHEMA = WhatIfSchema()

Checked = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Variation:
    """The profile with a change in it."""

    name: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class Varied:
    """A profile with variations on it, and the language that was asked for."""

    profile: Profile
    variations: tuple[Variation, ...]
    language: Language | None


def varied_from(
    sent: Mapping[str, Any],
    mistakes_in: Callable[[Profile], tuple[ProfileError, ...]],
    competence: Callable[[str], str | None],
) -> Varied:
    """The profiles in JSON data; `ProfileRefused` with every mistake in any of them.

    `competence` finds the id behind a name, so that a change finds what it changes whatever it is
    called. A language inside a change says nothing.
    """
    shape: tuple[ProfileError, ...] = ()
    try:
        checked = _SCHEMA.load(sent)
    except ValidationError as error:
        shape = refusal_of(error, sent).errors
        checked = error.valid_data if isinstance(error.valid_data, dict) else {}
    profile: Checked = checked.get("profile") or {}
    variations: list[Checked] = checked.get("variations") or []
    words = [
        replace(error, pointer=pointer_to(*steps) + error.pointer)
        for steps, part in (
            (("profile",), profile),
            *((("variations", place, "change"), _change(v)) for place, v in enumerate(variations)),
        )
        for error in mistakes_in(profile_of({"title": "", **part}))
    ]
    if shape or words:
        raise ProfileRefused((*shape, *words))
    return Varied(
        profile=profile_of(profile),
        variations=tuple(
            Variation(each["name"], profile_of(_merged(profile, each["change"], competence)))
            for each in variations
        ),
        language=checked.get("language") or profile.get("language"),
    )


def _change(variation: Checked) -> Checked:
    change: Checked = variation.get("change") or {}
    return change


def _merged(
    profile: Checked, change: Checked, competence: Callable[[str], str | None]
) -> dict[str, Any]:
    """The checked data of a profile with a change in it; None stays, and is not sent."""
    merged = dict(profile)
    for field, value in change.items():
        before = merged.get(field) or {}
        if field == "competences" and value is not None:
            changed = {competence(name) for name in value}
            kept = {name: each for name, each in before.items() if competence(name) not in changed}
            merged[field] = kept | value
        elif isinstance(value, Mapping):
            merged[field] = {**before, **value}
        else:
            merged[field] = value
    return merged
