"""From the schemas of rule files to JSON Schema: the same keys, choices and limits."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from schemas.rule_fields import (
    ID,
    QUANTIFIERS,
    BothLanguages,
    Choice,
    Group,
    Id,
    Items,
    Line,
    Sentence,
    TextSchema,
    Whole,
    YearRange,
)
from schemas.rule_files import FromField, Part, Values
from service.editors.descriptions import GROUPS, KEYS, VALUES, said
from service.editors.ids import Described, Key

Shape = dict[str, Any]
"""A piece of JSON Schema, draft 7."""

LINE: Shape = {
    "type": "string",
    "pattern": r"\S",
    "errorMessage": "Here a text is expected. Put quotes around a number, true or false.",
}
NEW_ID: Shape = {
    "type": "string",
    "pattern": f"^{ID.pattern}$",
    "errorMessage": "An id is lower-case words joined by hyphens, such as portfolio-report.",
}
BOTH_LANGUAGES = "Write `nl: ...` and `en: ...` below, each on a line of its own, indented."
EACH_ON_ITS_OWN = "Put each condition on a line of its own below, starting with `- `."
GROUP = "#/definitions/group"
CONDITION = "#/definitions/condition"
"""Where the definitions of `groups_of` are."""

FEW = 12
"""So many words can stand in one message."""

TRUE_OR_FALSE = ("true", "false")


def one_of(words: Described) -> Shape:
    """One of these words, each shown with what it stands for."""
    if not words:
        return {"not": {}, "errorMessage": "There is nothing yet that could stand here."}
    shape: Shape = {
        "type": "string",
        "enum": list(words),
        "enumDescriptions": [words[word] for word in words],
    }
    if len(words) > FEW:  # else an editor would name them all
        shape["errorMessage"] = (
            "This does not exist here. Choose from the list that Ctrl+Space shows; "
            "`vakpad check` tells which one is nearest."
        )
    return shape


def list_of(part: Shape, *, empty: bool = True) -> Shape:
    return {"type": "array", "items": part} | ({} if empty else {"minItems": 1})


def one_or_more(part: Shape) -> Shape:
    """A single one may stand without the list."""
    return {"anyOf": [part, list_of(part, empty=False)]}


def fixed(choices: tuple[str, ...]) -> Shape:
    """One of a few fixed words."""
    if choices == TRUE_OR_FALSE:  # editors take them for more than a word when they see no quotes
        return {"type": ["boolean", "string"], "pattern": "^(true|false)$"}
    return one_of({choice: said(VALUES[choice]) for choice in choices})


class Shapes:
    """Makes shapes of schemas.

    `words` has the shape of one of the ids or other words that a key takes, where its field leaves
    them open; `instead` the whole shape behind a key; both by schema and key. `together` says what
    holds for several keys of a schema together.
    """

    def __init__(
        self,
        words: Mapping[Key, Shape],
        instead: Mapping[Key, Shape],
        together: Mapping[str, Shape],
    ) -> None:
        self._words = words
        self._instead = instead
        self._together = together

    def entry(
        self, schema: type[Schema], only: tuple[str, ...] | None = None, **more: Any
    ) -> Shape:
        """The lines of an entry; with `only`, no others than these."""
        every = {field.data_key or name: field for name, field in schema().fields.items()}
        found = {key: field for key, field in every.items() if only is None or key in only}
        required = [key for key, field in found.items() if field.required]
        name = schema.__name__
        shape: Shape = {
            "type": "object",
            "properties": {
                key: self._described(name, key, self.key(name, key, field))
                for key, field in found.items()
            },
            "additionalProperties": False,
        }
        if required:
            shape["required"] = required
        return shape | self._together.get(name, {}) | more

    def key(self, schema: str, key: str, field: fields.Field[Any]) -> Shape:
        """What stands behind a key."""
        if (schema, key) in self._instead:
            return self._instead[schema, key]
        known = self._words.get((schema, key))
        if isinstance(field, Values):
            return one_or_more(known or LINE)
        if isinstance(field, Items):
            part = known or self._part(field.part)
            return one_or_more(part) if field.single else list_of(part, empty=field.empty)
        return known or self._part(field)

    def _part(self, field: fields.Field[Any]) -> Shape:
        match field:
            case FromField():
                return {"anyOf": [fixed(("outside",)), self.entry(field.schema)]}
            case Part():
                return self.entry(field.schema)
            case BothLanguages():
                return self.entry(TextSchema, errorMessage=BOTH_LANGUAGES)
            case Items():
                return list_of(self._part(field.part), empty=field.empty)
            case Choice():
                return fixed(field.choices)
            case Whole():
                return _whole(field)
            case YearRange():
                return _years(field)
            case Group():
                return {"$ref": GROUP}
            case Sentence():
                return {"$ref": CONDITION}
            case Id():
                return NEW_ID
            case Line():
                return LINE
        raise TypeError(f"{field} has no shape")

    def _described(self, schema: str, key: str, shape: Shape) -> Shape:
        """The shape with what the key is for; beside a `$ref` nothing may stand."""
        about = {"description": said(KEYS[schema][key])}
        return about | ({"allOf": [shape]} if "$ref" in shape else shape)


def _whole(field: Whole) -> Shape:
    return {
        "type": ["integer", "string"],
        "minimum": field.lowest,
        "maximum": field.highest,
        "pattern": r"^[-+]?\d{1,9}$",
        "errorMessage": f"Write a number from {field.lowest} to {field.highest}, without decimals.",
    }


def _years(field: YearRange) -> Shape:
    return {
        "type": "string",
        "pattern": f"^{field.PATTERN.pattern}$",
        "errorMessage": f"Write a range of years up to {field.highest}, such as `1 to 3`.",
    }


def matching(pattern: str, about: str, snippets: list[dict[str, Any]]) -> Shape:
    """A text of this form."""
    return {
        "type": "string",
        "pattern": pattern,
        "errorMessage": about,
        "defaultSnippets": snippets,
    }


def groups_of(pattern: str, about: str, snippets: list[dict[str, Any]], suffix: str = "") -> Shape:
    """The definitions that groups of conditions consist of; `suffix` ends the name of each."""
    sentence = {"$ref": f"#/definitions/sentence{suffix}"}
    return {
        f"sentence{suffix}": {
            "pattern": pattern,
            "patternErrorMessage": about,
            "defaultSnippets": snippets,
        },
        f"condition{suffix}": {
            "type": "string",
            "errorMessage": "Here a condition is expected, such as `level is at least medior`.",
            "allOf": [sentence],
        },
        f"inner{suffix}": {
            **list_of({"$ref": CONDITION + suffix}, empty=False),
            "errorMessage": EACH_ON_ITS_OWN,
        },
        f"member{suffix}": {
            "type": ["string", "object"],
            "errorMessage": "Here one condition or one group is expected.",
            "properties": {
                quantifier: {
                    "description": said(GROUPS[quantifier]),
                    "allOf": [{"$ref": f"#/definitions/inner{suffix}"}],
                }
                for quantifier in QUANTIFIERS
            },
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
            "allOf": [sentence],
        },
        GROUP.removeprefix("#/definitions/") + suffix: {
            **list_of({"$ref": f"#/definitions/member{suffix}"}, empty=False),
            "errorMessage": EACH_ON_ITS_OWN,
        },
    }
