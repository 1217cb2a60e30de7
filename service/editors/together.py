"""What holds for several keys of one entry together, as JSON Schema, by the schema of the entry."""

from collections.abc import Mapping
from typing import Any

from service.rulebook.vocabulary import Tip

Shape = dict[str, Any]


def needs(*keys: str) -> Shape:
    return {"required": list(keys)}


def lacks(*keys: str) -> Shape:
    return {"not": {"anyOf": [needs(key) for key in keys]}}


def without(*keys: str) -> Shape:
    """None of these keys; an editor marks the key that is too much."""
    return {"properties": dict.fromkeys(keys, False)}


def exactly_one(*keys: str) -> list[Shape]:
    """One of these keys, for `allOf`. Editors make little of `oneOf` while a rule is unfinished."""
    return [
        at_least_one(*keys),
        *(
            {"if": needs(key), "then": without(*keys[index + 1 :])}
            for index, key in enumerate(keys[:-1])
        ),
    ]


def at_least_one(*keys: str) -> Shape:
    """One of these keys; without any, the first is said to be missing."""
    return {"if": lacks(*keys), "then": needs(keys[0])}


def says(key: str, shape: Shape) -> Shape:
    """The key is there, with such a value."""
    return {"properties": {key: shape}, "required": [key]}


SOME: Shape = {"type": "array", "minItems": 1}
NONE: Shape = {"type": "array", "maxItems": 0}
MAY_BE_PMO = says(
    "kind", {"anyOf": [{"const": "pmo"}, {"type": "array", "contains": {"const": "pmo"}}]}
)
ADJACENT = says("kind", {"enum": ["adjacent", ["adjacent"]]})
TWO_SIDED = [tip.value for tip in Tip if not tip.same_for_both]
FOR_BOTH = {**needs("text"), **without("for pmo", "for project manager")}
FOR_EACH = needs("for pmo", "for project manager")

TOGETHER: Mapping[str, Shape] = {
    "MeasureSchema": {
        "if": needs("mean of"),
        "then": without("number of", "at least"),
        "else": needs("number of", "at least"),
    },
    "TitleSchema": {
        "allOf": [
            {
                "if": MAY_BE_PMO,
                "then": {
                    "properties": {"specialisations": SOME, "levels": SOME},
                    **needs("specialisations", "levels"),
                },
                "else": {"properties": {"specialisations": NONE}},
            },
            {"if": needs("profession"), "then": ADJACENT},
        ]
    },
    "MoveSchema": {
        "if": says("from", {"const": "outside"}),
        "then": {"properties": {"to": {**needs("levels"), **without("level")}}},
        "else": {"properties": {"to": {**needs("level"), **without("levels")}}},
    },
    "SettleSchema": {"minProperties": 1, "maxProperties": 1},
    "TipSchema": {
        "if": says("tip", {"enum": TWO_SIDED}),
        "then": {"if": needs("text"), "then": FOR_BOTH, "else": FOR_EACH},
        "else": FOR_BOTH,
    },
}
