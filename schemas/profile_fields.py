"""The fields of a profile: texts, lists, ratings and years, exactly as a portal sends them.

Nothing is coerced: a text in quotes is no number, and true is no 1.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, missing

from schemas.faults import (
    NAME_LONGEST,
    Fault,
    below,
    described,
    faults_of,
    faulty,
    name_of,
    nearest,
    shown,
    text_of,
)

LIST_LONGEST = 100
RATING_LOWEST, RATING_HIGHEST = 1, 5
YEARS_HIGHEST = 60
LINE_BREAKS = "\t\n\v\f\r\x85"

# As patterns: every program that reads the contract then refuses what is refused here. They say
# what `SPACES` and the control characters in `faults` say, in what all regular expressions share.
_SPACE = r"\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROL = r"\u0000-\u001f\u007f-\u009f"
_SHOWN = f"[^{_SPACE}{_CONTROL}]"
SPACES_PATTERN = f"[{_SPACE}]*"
LINE_PATTERN = f"^{SPACES_PATTERN}{_SHOWN}([^{_CONTROL}]*{_SHOWN})?{SPACES_PATTERN}$"
TEXT_PATTERN = r"^[^\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]*$"


class Name(fields.String):
    """A text on one line; spaces around it are dropped."""

    def __init__(self, *, longest: int = NAME_LONGEST, **kwargs: Any) -> None:
        super().__init__(**_documented(kwargs, _line(longest)))
        self.longest = longest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return name_of(value, f"`{attr}`", self.longest)


class RequiredName(Name):
    """A name that cannot be left out; null counts as left out."""

    def __init__(self, *, missing: str, **kwargs: Any) -> None:
        super().__init__(required=True, allow_none=False, **kwargs)
        self.missing = missing

    def _validate_missing(self, value: Any) -> None:
        if value is missing or value is None:
            raise faulty(Fault("required", self.missing))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        _, _, send = self.missing.rpartition("is missing. ")
        return name_of(value, f"`{attr}`", self.longest, send)


class KeptName(Name):
    """A name that stays what it was when it is left out; null would leave nothing."""

    def __init__(self, *, needed: str, **kwargs: Any) -> None:
        super().__init__(allow_none=False, **kwargs)
        self.needed = needed

    def _validate_missing(self, value: Any) -> None:
        if value is None:
            raise faulty(Fault("required", self.needed))


class FreeText(fields.String):
    """A text of several lines. An empty one counts as not sent."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        documented = {"maxLength": longest, "pattern": TEXT_PATTERN}
        super().__init__(**_documented(kwargs, documented))
        self.longest = longest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return text_of(value, f"`{attr}`", self.longest, allowed=LINE_BREAKS) or None


class Reference(fields.String):
    """An id of the sender's own; taken as it stands, spaces included."""

    PATTERN = re.compile(r"[A-Za-z0-9._:-]{1,64}")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**_documented(kwargs, {"pattern": f"^{self.PATTERN.pattern}$"}))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise faulty(Fault("wrong_type", f"`{attr}` is {described(value)}. Send a text."))
        if not self.PATTERN.fullmatch(value):
            raise faulty(
                Fault(
                    "not_a_reference",
                    f"`{attr}` must be 1 to 64 characters out of A-Z, a-z, 0-9 and . _ : -",
                )
            )
        return value


class Choice(fields.String):
    """One of a few fixed words."""

    def __init__(self, choices: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(**_documented(kwargs, {"enum": [*choices, None]}))
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if isinstance(value, str) and value in self.choices:
            return value
        raise faulty(
            Fault(
                "unknown_choice",
                f"`{attr}` must be one of {', '.join(f'`{each}`' for each in self.choices)}.",
            )
        )


class Years(fields.Decimal):
    """A number of years, kept as whole tenths: 3.5 becomes 35."""

    def __init__(self, **kwargs: Any) -> None:
        # No multipleOf 0.1: to programs that calculate in binary 0.3 is no multiple of it.
        documented = {"minimum": 0, "maximum": YEARS_HIGHEST}
        super().__init__(**_documented(kwargs, documented))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        tenths = _tenths(value)
        if tenths is None:
            raise faulty(
                Fault(
                    "not_years",
                    f"`{attr}` must be a number of years from 0 to {YEARS_HIGHEST} in steps of "
                    "0.1, such as 4 or 3.5, without quotes.",
                )
            )
        return tenths


def _tenths(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    # The shortest text of a float is what was written, so 0.1 is exactly one tenth.
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite() or not 0 <= exact <= YEARS_HIGHEST:
        return None
    rounded = exact.quantize(Decimal("0.1"))
    return int(rounded.scaleb(1)) if rounded == exact else None


class Names(fields.List[Any]):
    """A list of names; an empty one says that there are none."""

    def __init__(self, entry: str, **kwargs: Any) -> None:
        inner = Name(allow_none=False, metadata={"description": entry})
        super().__init__(inner, **_documented(kwargs, {"maxItems": LIST_LONGEST}))

    def _deserialize(  # type: ignore[override]
        self, value: Any, attr: str | None, data: Any, **kwargs: Any
    ) -> list[str]:
        if not isinstance(value, list):
            raise faulty(
                Fault("wrong_type", f"`{attr}` is {described(value)}. Send a list of texts.")
            )
        _refuse_too_many(value, attr)
        names: dict[int, str] = {}
        faults: list[Fault] = []
        for place, each in enumerate(value):
            try:
                names[place] = name_of(each, f"Entry {place + 1} of `{attr}`")
            except ValidationError as error:
                faults += faults_of(error, place)
        if faults:
            readable = [names.get(place) for place in range(len(value))]
            raise ValidationError(list(faults), valid_data=readable)
        return list(names.values())


class Ratings(fields.Dict):
    """Ratings by name, whole numbers 1-5; null is a competence that was not rated.

    Names stay exactly as sent, because whoever finds them wrong must be able to point at them.
    The valid data of an error has the names that can still be looked up, whatever their rating.
    """

    names: Mapping[str, Any]
    """What a name must be, as JSON Schema; marshmallow has no place for it."""

    def __init__(self, **kwargs: Any) -> None:
        rating = fields.Integer(
            allow_none=True,
            metadata={
                "description": "A whole number; null when it was not rated.",
                "minimum": RATING_LOWEST,
                "maximum": RATING_HIGHEST,
            },
        )
        documented = {"maxProperties": LIST_LONGEST}
        super().__init__(values=rating, **_documented(kwargs, documented))
        self.names = _line(NAME_LONGEST)

    def _deserialize(
        self, value: Any, attr: str | None, data: Any, **kwargs: Any
    ) -> dict[str, int | None]:
        if not isinstance(value, Mapping):
            raise faulty(
                Fault(
                    "wrong_type",
                    f"`{attr}` is {described(value)}. Send an object of names and ratings, "
                    'such as {"analytical": 4}.',
                )
            )
        _refuse_too_many(value, attr)
        faults = {name: _rating_faults(name, rating) for name, rating in value.items()}
        if any(faults.values()):
            readable = {
                name: RATING_LOWEST
                for name, found in faults.items()
                if all(fault.code == "not_a_rating" for fault in found)
            }
            told = [fault for found in faults.values() for fault in found]
            raise ValidationError(list[Any](told), valid_data=readable)
        return dict(value)


def _rating_faults(name: str, rating: Any) -> list[Fault]:
    try:
        name_of(name, "The name of a competence")
    except ValidationError as error:
        # A name that is too long would make a pointer that nobody can read.
        return faults_of(error, *((name,) if len(name) <= NAME_LONGEST else ()))
    if rating is None or (type(rating) is int and RATING_LOWEST <= rating <= RATING_HIGHEST):
        return []
    message = (
        f"A rating is a whole number from {RATING_LOWEST} to {RATING_HIGHEST}, without quotes or "
        "decimals; null when it was not rated."
    )
    return [Fault("not_a_rating", message, (name,))]


def _refuse_too_many(value: Sequence[Any] | Mapping[str, Any], attr: str | None) -> None:
    if len(value) > LIST_LONGEST:
        raise faulty(
            Fault(
                "too_many",
                f"`{attr}` has {len(value):,} entries. Send at most {LIST_LONGEST}.",
            )
        )


class Part(fields.Nested):
    """An object inside the profile."""

    def __init__(self, schema: type[Schema], **kwargs: Any) -> None:
        super().__init__(schema, **_documented(kwargs, {}))


class RequiredPart(Part):
    """An object that cannot be left out; null counts as left out."""

    def __init__(self, schema: type[Schema], *, missing: str, **kwargs: Any) -> None:
        super().__init__(schema, required=True, allow_none=False, **kwargs)
        self.missing = missing

    def _validate_missing(self, value: Any) -> None:
        if value is missing or value is None:
            raise faulty(Fault("required", self.missing))


class SentSchema(Schema):
    """An object as sent. Fields that it does not have are refused, each by its name."""

    class Meta:
        unknown = RAISE

    error_messages = {
        "type": Fault("not_an_object", "Here an object is expected: `{...}`."),  # type: ignore[dict-item]
        "unknown": "unknown_field",
    }

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **kwargs: Any) -> None:
        """Leaves every refusal as faults, the unknown names among them with what was meant."""
        faults: list[Fault] = []
        for name, found in error.messages_dict.items():
            if found == ["unknown_field"]:
                faults.append(self._unknown(name))
            else:
                faults += below(found, *(() if name == "_schema" else (name,)))
        error.messages = faults

    def _unknown(self, name: str) -> Fault:
        known = tuple(self.fields)
        inside = [
            part_name
            for part_name, part in self.fields.items()
            if isinstance(part, Part) and name in part.schema.fields
        ]
        near = nearest(name, known)
        if inside:
            advice = f"Send it inside {' or '.join(f'`{each}`' for each in inside)}."
        elif near:
            advice = f"Did you mean `{near}`?"
        else:
            advice = f"Leave it out. The fields are {', '.join(f'`{each}`' for each in known)}."
        # A name that is too long would make a pointer that nobody can read.
        steps = (name,) if len(name) <= NAME_LONGEST else ()
        return Fault("unknown_field", f"There is no field {shown(name)} here. {advice}", steps)


def _line(longest: int) -> dict[str, Any]:
    """A text on one line, as JSON Schema."""
    return {"minLength": 1, "maxLength": longest, "pattern": LINE_PATTERN}


def _documented(kwargs: dict[str, Any], documented: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a field with its limits in the documentation; null counts as not sent."""
    metadata = documented | dict(kwargs.pop("metadata", {}))
    return {"allow_none": True} | kwargs | {"metadata": metadata}
