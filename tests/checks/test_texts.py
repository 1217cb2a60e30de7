"""The checks see every text of a rulebook, with whose it is and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from checks.texts import DUTCH, ENGLISH, SHIPPED, SMALL

from service.checks.texts import texts_in
from service.rulebook import Rulebook
from service.rulebook.vocabulary import LANGUAGES, Text


def _texts_within(value: Any) -> Iterator[Text]:
    """Every text anywhere in a model."""
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts_within(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from _texts_within(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_within(each)


@pytest.mark.parametrize("rulebook", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_no_text_is_left_out_and_each_is_seen_once(rulebook: Rulebook) -> None:
    found = [each.text.positions for each in texts_in(rulebook)]
    assert set(found) == {text.positions for text in _texts_within(rulebook)}
    assert len(set(found)) == len(found)
    assert None not in found


def test_a_text_is_named_by_its_entry_and_its_key() -> None:
    named = {each.name: each for each in texts_in(SMALL)}
    text = named["`title-may-mean-more`, `text`"]
    assert [text.position(language) for language in LANGUAGES] == [DUTCH, ENGLISH]
    assert named["`mirror`, `for project manager`"].position("nl").file == "tips.yaml"
    assert named["`purpose`"].position("en").file == "guardrail-texts.yaml"
