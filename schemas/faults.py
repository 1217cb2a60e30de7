"""What can be wrong with something that was sent, in words that say what to send instead.

Values that could be personal or long are not repeated in a message; names are.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError
from rapidfuzz import process
from rapidfuzz.distance import OSA

NAME_LONGEST = 200
SPACES = "\t\r\n\u2028\u2029" + "".join(
    chr(code) for code in range(0x3001) if unicodedata.category(chr(code)) == "Zs"
)
"""What is trimmed. Other control characters are no spaces: they are refused wherever they stand."""

# Categories Cc and Cs: control characters, and halves of characters that no text can hold.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value. `below` leads from the field to it: names and list positions."""

    code: str
    message: str
    below: tuple[str | int, ...] = ()


def faulty(*faults: Fault) -> ValidationError:
    return ValidationError(list(faults))


def faults_of(error: ValidationError, *steps: str | int) -> list[Fault]:
    """The faults of an error, seen from `steps` higher."""
    return below(error.messages, *steps)


def below(faults: Any, *steps: str | int) -> list[Fault]:
    return [replace(fault, below=(*steps, *fault.below)) for fault in faults]


def shown(name: str) -> str:
    """A name as its sender would recognise it, shortened, fit for any message."""
    readable = _CONTROL.sub("\ufffd", name)
    return f"`{readable}`" if len(readable) <= NAME_LONGEST else f"`{readable[:40]}...`"


def described(value: Any) -> str:
    """What kind of value this is, in the words of JSON."""
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, str):
        return "a text"
    if isinstance(value, int | float | Decimal):
        return "a number"
    return "an object" if isinstance(value, Mapping) else "a list"


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The known name that was most likely meant, or None when none is near."""
    best = process.extractOne(
        name[:NAME_LONGEST], known, scorer=OSA.normalized_similarity, score_cutoff=0.6
    )
    return best[0] if best else None


def text_of(value: Any, what: str, longest: int, allowed: str = "") -> str:
    """The text, trimmed; control characters are refused except those `allowed`. May be empty."""
    if not isinstance(value, str):
        raise faulty(Fault("wrong_type", f"{what} is {described(value)}. Send a text."))
    text = value.strip(SPACES)
    if len(text) > longest:
        raise faulty(
            Fault("too_long", f"{what} has {len(text):,} characters. Send at most {longest:,}.")
        )
    for found in _CONTROL.finditer(text):
        if found.group() not in allowed:
            raise faulty(
                Fault(
                    "control_character",
                    f"{what} contains the control character U+{ord(found.group()):04X}, "
                    f"as character {found.start() + 1}. Leave it out.",
                )
            )
    return text


def name_of(
    value: Any,
    what: str,
    longest: int = NAME_LONGEST,
    instead: str = "Fill it in, or leave it out.",
) -> str:
    """The text, trimmed, on one line and not empty."""
    text = text_of(value, what, longest)
    if not text:
        raise faulty(Fault("blank", f"{what} is empty. {instead}"))
    return text
