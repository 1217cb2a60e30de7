"""The texts of the service itself: each in its own language, with the same placeholders."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from languages.words import strangers

from service.checks.lengths import MOST, SHORT
from service.rulebook.vocabulary import LANGUAGES, Text

ROOT = Path(__file__).parents[2]
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for package in ("service", "schemas")
    for path in sorted((ROOT / package).rglob("*.py"))
    # Migrations are run by Alembic, and cannot be imported.
    if not path.stem.startswith("__") and "migrations" not in path.parts
]


def texts_of(value: Any) -> Iterator[Text]:
    """The texts in a value of a module: a `Text`, or what stands below `nl` and `en`."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping) and set(value) == set(LANGUAGES):
        yield from _paired(value["nl"], value["en"])
    elif isinstance(value, Mapping):
        yield from texts_of(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def _paired(nl: Any, en: Any) -> Iterator[Text]:
    if isinstance(nl, str):
        yield Text(nl, en)
    elif isinstance(nl, Mapping):
        assert list(nl) == list(en), "the languages have different keys"
        for key in nl:
            yield from _paired(nl[key], en[key])


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


FIXED = {
    f"{module}: {text.nl}": text
    for module in MODULES
    for value in vars(import_module(module)).values()
    for text in texts_of(value)
}


def test_the_texts_of_the_service_are_found() -> None:
    modules = {name.partition(":")[0] for name in FIXED}
    assert {
        "service.sheet.words",
        "service.terminal.words",
        "service.catalogue.title_words",
        "service.catalogue.career_map",
        "service.imports.reasons",
        "service.api.docs",
        "service.api.scales",
    } <= modules
    assert len(FIXED) > 180


@pytest.mark.parametrize("text", FIXED.values(), ids=FIXED)
def test_each_is_in_its_own_language(text: Text) -> None:
    assert {each: strangers(text.in_language(each), each) for each in LANGUAGES} == {
        "nl": [],
        "en": [],
    }


@pytest.mark.parametrize("text", FIXED.values(), ids=FIXED)
def test_both_languages_fill_in_the_same(text: Text) -> None:
    assert placeholders(text.nl) == placeholders(text.en)


def test_none_is_much_longer_in_one_language() -> None:
    lengths = {name: sorted((len(text.nl), len(text.en))) for name, text in FIXED.items()}
    assert [
        name
        for name, (shorter, longer) in lengths.items()
        if longer >= SHORT and longer > MOST * shorter
    ] == []
