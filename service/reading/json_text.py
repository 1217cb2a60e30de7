"""JSON text, read strictly: what other readers repair, drop or overflow on is refused here.

No Flask and no profile: bytes become Python data, with numbers that have a decimal point or an
exponent as exact `Decimal`s.
"""

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from math import isinf
from typing import Any, NoReturn

from schemas.faults import shown
from service.reading.pointers import pointer_to
from service.reading.profile import ProfileError, ProfileRefused

DEEPEST = 32
"""How deep lists and objects may stand inside each other; a profile needs two."""

# A text, closed or not, or a bracket. Possessive, so that no input makes it try twice.
_TEXT_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
# Stands for numbers that are too near to zero for `Decimal`. Nothing asks for one this small.
_NEARLY_NOTHING = Decimal("1E-999999")


class NotJson(Exception):
    """Text that is no JSON at all; the message says why and where."""


@dataclass(frozen=True, slots=True)
class _Object:
    """An object with every key that was sent, repeated ones included."""

    members: list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class _TooLarge:
    """A number outside what computers calculate with (about 1.8e308)."""


def read_json(text: bytes) -> dict[str, Any]:
    """The object in `text` (UTF-8; a byte order mark is ignored).

    Raises `NotJson` for text that is no JSON, and `ProfileRefused` for JSON that is no object or
    that holds a repeated key, half a character or a number that is too large.
    """
    sent = _parsed(_decoded(text))
    if not isinstance(sent, _Object):
        raise ProfileRefused((ProfileError("", "not_an_object", "Send one object: `{...}`."),))
    plain = _Plain()
    data: dict[str, Any] = plain.value(sent, ())
    if plain.errors:
        raise ProfileRefused(tuple(plain.errors))
    return data


def _decoded(text: bytes) -> str:
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotJson(f"It is not UTF-8: byte {error.start + 1} is broken.") from None
    if not decoded.strip():
        raise NotJson("It is empty.")
    return decoded


def _parsed(text: str) -> Any:
    _refuse_too_deep(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_Object,
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        reason = f"{error.msg[:1].lower()}{error.msg[1:]}"
        raise NotJson(f"At line {error.lineno}, column {error.colno}: {reason}.") from None


def _refuse_too_deep(text: str) -> None:
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for found in _TEXT_OR_BRACKET.finditer(text):
        if found.group() in "[{":
            depth += 1
        elif found.group() in "]}":
            depth -= 1
        if depth > DEEPEST:
            raise NotJson(f"Lists and objects stand more than {DEEPEST} deep inside each other.")


def _constant(name: str) -> NoReturn:
    raise NotJson(f"{name} is not a number in JSON. Leave it out, or send null.")


def _whole(digits: str) -> int | _TooLarge:
    # Python refuses to read thousands of digits; a float says first whether that is needed.
    return _TooLarge() if isinf(float(digits)) else int(digits)


def _fraction(digits: str) -> Decimal | _TooLarge:
    if isinf(float(digits)):
        return _TooLarge()
    try:
        return Decimal(digits)
    except InvalidOperation:
        return _NEARLY_NOTHING


class _Plain:
    """Makes plain data of what was parsed and collects what cannot be used, with its pointer."""

    def __init__(self) -> None:
        self.errors: list[ProfileError] = []

    def value(self, sent: Any, path: tuple[str | int, ...]) -> Any:
        match sent:
            case _Object():
                return self._object(sent, path)
            case list():
                return [self.value(each, (*path, place)) for place, each in enumerate(sent)]
            case str() if _SURROGATE.search(sent):
                self._refuse(path, "half_character", "This text holds half a character (U+D800).")
            case _TooLarge():
                self._refuse(path, "number_too_large", "This number is too large for any use.")
        return sent

    def _object(self, sent: _Object, path: tuple[str | int, ...]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        repeated: set[str] = set()
        for name, each in sent.members:
            if _SURROGATE.search(name):
                self._refuse(path, "half_character", "A key here holds half a character (U+D800).")
                continue
            if name in data and name not in repeated:
                repeated.add(name)
                self._refuse(
                    (*path, name),
                    "repeated_key",
                    f"The key {shown(name)} stands here more than once. Send it once.",
                )
            data[name] = self.value(each, (*path, name))
        return data

    def _refuse(self, path: tuple[str | int, ...], code: str, message: str) -> None:
        self.errors.append(ProfileError(pointer_to(*path), code, message))
