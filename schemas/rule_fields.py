"""The fields of rule files: words, texts, numbers and groups, as they stand in the file.

Values come in as texts with a position and leave as the same objects, so that whoever reads on
can still say where something stands. Only the shape is checked here.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from marshmallow import Schema, ValidationError, fields

from schemas.dutch import KEYS as DUTCH_KEYS

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LOOKS_LIKE_NUMBER_OR_DATE = re.compile(
    r"[-+]?(\d[\d_]*(\.\d*)?|\.\d+)([eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o?[0-7]+|[-+]?\.(inf|nan)"
    r"|\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?|\d{1,2}:\d{2}(:\d{2})?"
)
QUANTIFIERS = ("all of", "at least one of", "none of")
DEEPEST = 2
"""How deep groups may stand inside each other, `when ...` included."""

LONGEST_SHOWN = 60
WHENS = tuple(f"when {quantifier}" for quantifier in QUANTIFIERS)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a value, with a stable code and what to write instead."""

    code: str
    message: str
    hint: str


def mistake(code: str, message: str, hint: str) -> ValidationError:
    return ValidationError([Mistake(code, message, hint)])


def shown(value: Any) -> str:
    """A value as an advisor would recognise it, shortened."""
    if isinstance(value, str):
        shortened = value[: LONGEST_SHOWN - 3] + "..."
        return f"`{value if len(value) <= LONGEST_SHOWN else shortened}`"
    return "a group of `key: value` lines" if isinstance(value, Mapping) else "a list"


class FileField(fields.Field[Any]):
    """A field that passes on the very object from the file."""

    default_error_messages = {"required": "required", "null": "null"}  # noqa: RUF012

    def _validate(self, value: Any) -> None:
        if self.validators:  # else marshmallow makes one that allows everything, for each value
            super()._validate(value)


def written(value: Any, what: str) -> str:
    """The value as a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    if value == "":
        raise mistake(
            "empty-value",
            f"Here {what} is missing.",
            f"Write {what} after the colon, or indent the lines that belong to it.",
        )
    raise mistake("wrong-shape", f"Here {what} is expected, not {shown(value)}.", f"Write {what}.")


def no_number(value: str, advice: str) -> str:
    """Refuses what YAML would silently turn into a number or a date."""
    if getattr(value, "plain", True) and LOOKS_LIKE_NUMBER_OR_DATE.fullmatch(value.strip()):
        raise mistake(
            "looks-like-a-number", f"{shown(value)} looks like a number or a date.", advice
        )
    return value


class Id(FileField):
    """Lower-case words joined by hyphens."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> str:
        text = no_number(written(value, "an id"), "Give it a name in words, such as `raid-log`.")
        if ID.fullmatch(text):
            return text
        tidy = "-".join(re.findall(r"[a-z0-9]+", text.lower()))
        raise mistake(
            "not-an-id",
            f"{shown(text)} is not an id: an id is lower-case words joined by hyphens.",
            f"Write `{tidy}`." if tidy else "Write something like `portfolio-report`.",
        )


class Line(FileField):
    """A text that is not empty."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> str:
        return no_number(written(value, "a text"), f'Put quotes around it: "{value}".')


class Sentence(FileField):
    """A condition, still unread."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> str:
        if isinstance(value, Mapping):
            raise condition_with_colon(value)
        return written(value, "a condition")


class Whole(FileField):
    """A whole number within bounds, both included."""

    def __init__(self, lowest: int, highest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.lowest, self.highest = lowest, highest

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> int:
        text = written(value, "a whole number")
        if re.fullmatch(r"[-+]?\d{1,9}", text) and self.lowest <= int(text) <= self.highest:
            return int(text)
        raise mistake(
            "not-a-whole-number",
            f"{shown(text)} is not a whole number from {self.lowest} to {self.highest}.",
            f"Write a number from {self.lowest} to {self.highest}, without decimals or quotes.",
        )


class YearRange(FileField):
    """A range of years such as `1 to 3` or `0.5 to 1`; read as whole tenths of years."""

    PATTERN = re.compile(r"(\d{1,2}(?:\.\d)?) to (\d{1,2}(?:\.\d)?)")

    def __init__(self, highest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.highest = highest

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> tuple[int, int]:
        text = written(value, "a range of years").strip()
        found = self.PATTERN.fullmatch(text)
        bounds = [int(Decimal(each) * 10) for each in found.groups()] if found else []
        if not bounds or max(bounds) > self.highest * 10:
            raise mistake(
                "wrong-shape",
                f"{shown(text)} is not a range of years from 0 to {self.highest}.",
                "Write the fewest and the most, such as `1 to 3` or `0.5 to 1`.",
            )
        low, high = bounds
        if low > high:
            raise mistake(
                "empty-range",
                f"{shown(text)} names the higher number first.",
                "Write the lower one first.",
            )
        return low, high


class Choice(FileField):
    """One of a few fixed words."""

    def __init__(self, choices: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = choices

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> str:
        text = written(value, "a choice")
        if text in self.choices:
            return text
        raise mistake(
            "unknown-choice",
            f"{shown(text)} is not one of the choices here.",
            f"Write `{text.lower()}`, in lower case."
            if text.lower() in self.choices
            else f"Write one of: {', '.join(f'`{choice}`' for choice in self.choices)}.",
        )


class Items(FileField):
    """A list, each part by `part`. A single part may stand without the list where `single`."""

    def __init__(
        self, part: fields.Field[Any], *, single: bool = False, empty: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.part, self.single, self.empty = part, single, empty

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> list[Any]:
        if self.single and isinstance(value, str) and value:
            value = [value]
        if not isinstance(value, list):
            raise mistake(
                "not-a-list",
                "Here a list is expected.",
                "Write `[one, two]`, or a line with `- ` for each part, indented below.",
            )
        if not value and not self.empty:
            raise mistake("empty-list", "This list is empty.", "Name at least one.")
        parts: list[Any] = []
        errors: dict[int, Any] = {}
        for index, each in enumerate(value):
            try:
                parts.append(self.part.deserialize(each))
            except ValidationError as error:
                errors[index] = error.messages
        if errors:
            raise ValidationError(errors, valid_data=parts)
        return parts


class Group(FileField):
    """Conditions and groups of conditions, still unread: texts and (quantifier, list) pairs."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> list[Any]:
        return read_group(value, attr or "when all of", depth=1)


def read_group(value: Any, name: str, depth: int) -> list[Any]:
    if value in ("", []) or value == {}:
        raise mistake(
            "empty-group",
            f"The group `{name}` is empty.",
            "Indent the lines below it, so that they belong to it: two spaces more.",
        )
    if not isinstance(value, list):
        raise mistake(
            "not-a-list",
            f"`{name}` takes a list of conditions.",
            "Put each condition on a line of its own below it, starting with `- `.",
        )
    if depth > DEEPEST:
        raise mistake(
            "nested-too-deep",
            f"The group `{name}` stands inside a group inside a group.",
            "Name the inner group as a signal in `signals/`, and write `signal name` here.",
        )
    members: list[Any] = []
    errors: dict[int, Any] = {}
    for index, each in enumerate(value):
        try:
            members.append(_member(each, depth))
        except ValidationError as error:
            errors[index] = error.messages
    if errors:
        raise ValidationError(errors, valid_data=members)
    return members


def _member(value: Any, depth: int) -> Any:
    if isinstance(value, Mapping):
        if len(value) != 1:
            raise mistake(
                "several-groups",
                "Here stand several keys where one condition or one group is expected.",
                "Start each with `- ` on a line of its own.",
            )
        (name, inner), *_ = value.items()
        if name not in QUANTIFIERS:
            raise condition_with_colon(value)
        try:
            return (name, read_group(inner, name, depth + 1))
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from error
    if isinstance(value, list):
        raise mistake(
            "wrong-shape", "Here stands a list inside a list.", "Delete one of the two `- `."
        )
    return written(value, "a condition")


def condition_with_colon(value: Mapping[str, Any]) -> ValidationError:
    name = next(iter(value), "")
    inner = value.get(name, "")
    if isinstance(name, str) and name.startswith("when "):
        hint = f"Inside a group write `{name.removeprefix('when ')}:`."
    elif isinstance(name, str) and DUTCH_KEYS.get(name.lower()) in QUANTIFIERS:
        hint = f"Groups start in English: `{DUTCH_KEYS[name.lower()]}:`."
    elif isinstance(inner, str) and inner:
        hint = f"Write it as a sentence without a colon: `{name} is {inner}`."
    else:
        hint = f"A group starts with {', '.join(f'`{each}:`' for each in QUANTIFIERS)}."
    return mistake("not-a-condition", f"`{name}:` is not a condition and not a group.", hint)


class TextSchema(Schema):
    """A text for people in both languages."""

    nl = Line(required=True)
    en = Line(required=True)


_LINE = Line()


@cache
def _text_schema() -> TextSchema:
    """One for all texts: making a schema takes longer than using it."""
    return TextSchema()


class BothLanguages(FileField):
    """A text for people: a block with `nl` and `en`."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> dict[str, str]:
        if getattr(value, "in_braces", False):
            raise mistake(
                "text-in-braces",
                "A text inside `{...}` is refused: one comma would cut it in two.",
                "Write `nl:` and `en:` on lines of their own, indented.",
            )
        if isinstance(value, str) and value.strip():
            raise mistake(
                "missing-translation",
                "This text stands in one language only.",
                "Write it below as `nl: ...` and `en: ...`, each on a line of its own, indented.",
            )
        if not isinstance(value, Mapping):
            raise mistake(
                "empty-value", "Here a text in two languages is missing.",
                "Write `nl: ...` and `en: ...` below, each on a line of its own, indented.",
            )  # fmt: skip
        if value.keys() == {"nl", "en"}:
            with suppress(ValidationError):
                text: dict[str, Any] = {
                    name: _LINE.deserialize(value[name], name, value) for name in ("nl", "en")
                }
                return text
        return dict(_text_schema().load(value))  # this one says what is wrong with it
