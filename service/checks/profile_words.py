"""What is wrong in a profile, told to who wrote it in a file instead of to who sent it as JSON."""

import re
from collections.abc import Mapping
from typing import Any

from schemas.dutch import KEYS as DUTCH_KEYS
from schemas.profile import CurrentPlaceSchema, ExperienceSchema, ProfileSchema
from schemas.profile_fields import SentSchema
from service.reading.profile import ProfileError
from service.rulebook.diagnostics import did_you_mean

WORDS: Mapping[str, tuple[str, str]] = {
    "not_a_rating": (
        "a rating is a whole number from 1 to 5, without quotes or decimals.",
        "Write for example `4`, or `null` when it was not rated.",
    ),
    "not_years": (
        "these are no years from 0 to 60, in steps of 0.1 and without quotes.",
        "Write for example `4` or `3.5`.",
    ),
    "not_an_object": (
        "here lines of `key: value` are expected.",
        "Write them below it, indented.",
    ),
    "not_a_reference": (
        "a subject has 1 to 64 characters out of A-Z, a-z, 0-9 and . _ : -",
        "Write for example `p-7f3a91`.",
    ),
}
"""What is wrong and what to write, by code, where a portal is told so in words of JSON."""

HINTS: Mapping[str, str] = {
    "Send a text.": "Write a text, in quotes when it looks like a number.",
    "Send a list of texts.": "Write `[...]` around it, also when there is only one.",
    'Send an object of names and ratings, such as {"analytical": 4}.': (
        "Write a line for each competence below it, such as `analytical: 4`."
    ),
}
"""What to write in a file, by what a portal is told to send."""

INSIDE: Mapping[str, type[SentSchema]] = {
    "current": CurrentPlaceSchema,
    "experience": ExperienceSchema,
}

QUOTED = re.compile(r"`([^`]*)`")


def words_about(error: ProfileError, steps: tuple[str, ...], value: Any) -> tuple[str, str]:
    """What is wrong and what to write; `steps` lead to the value that is wrong."""
    if error.code in WORDS:
        return WORDS[error.code]
    what, _, hint = error.message.partition(". ")
    what = f"{what[:1].lower()}{what[1:].rstrip('.')}."
    if error.code == "unknown_choice":
        _, *choices = QUOTED.findall(what)
        return what, did_you_mean(str(value), choices, "Write one of these.")
    if error.code == "unknown_field":
        what = what.replace("there is no field", "there is no key")
        hint = hint.replace("The fields", "The keys")
        english = DUTCH_KEYS.get(steps[-1].lower()) if steps else None
        if english in INSIDE.get("".join(steps[-2:-1]), ProfileSchema)().fields:
            hint = f"Keys are written in English: `{english}`."
        elif value is None and not hint.startswith("Did you mean"):
            hint = "When it belongs to the text before it, put quotes around the whole text."
    return what, HINTS.get(hint, re.sub("^Send ", "Write ", hint))
