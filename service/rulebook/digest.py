"""The digest of a rulebook: the same for the same meaning, whatever the layout of the files."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any

from service.rulebook.conditions import Condition
from service.rulebook.position import Position

NOT_IN_THE_DIGEST = ("digest", "cases", "attributes")
"""Cases are tests of the rules, and attributes follow from the word lists."""


def digest_of(rulebook: Any) -> str:
    """ "sha256:" and the hash of the canonical JSON of the typed model."""
    model = {
        field.name: _plain(getattr(rulebook, field.name))
        for field in fields(rulebook)
        if field.name not in NOT_IN_THE_DIGEST
    }
    for name in ("rules", "roles", "moves", "actions"):
        model[name].sort(key=lambda entry: entry["id"])
    model["asks"] = {
        each.id: _plain(each.asked) for each in rulebook.attributes.values() if each.asked
    }
    model["titles"]["entries"].sort(key=lambda entry: entry["id"])
    canonical = json.dumps(model, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if type(value) is str:
        return value
    if isinstance(value, Condition):
        return value.sentence
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return str(value)
    if is_dataclass(value):
        return {
            name: _plain(each)
            for name in _compared(value.__class__)
            if not isinstance(each := getattr(value, name), Position)
        }
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@cache
def _compared(kind: type) -> tuple[str, ...]:
    """The names of the fields that tell two values of a dataclass apart."""
    return tuple(field.name for field in fields(kind) if field.compare)
