"""What messages say: of a value only its kind, and of a name the name itself, readable."""

from decimal import Decimal
from typing import Any

import pytest

from schemas.faults import described, nearest, shown


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        ("Jansen", "a text"),
        (5, "a number"),
        (Decimal("3.5"), "a number"),
        ([], "a list"),
        ({}, "an object"),
    ],
)
def test_a_value_is_called_by_its_kind_in_json(value: Any, kind: str) -> None:
    assert described(value) == kind


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("age", "`age`"),
        ("", "``"),
        ("a\x00b\x1b", "`a\ufffdb\ufffd`"),
        ("\ud800", "`\ufffd`"),
        ("x" * 200, f"`{'x' * 200}`"),
        ("x" * 201, f"`{'x' * 40}...`"),
    ],
    ids=range(6),
)
def test_a_name_is_shown_so_that_it_fits_any_message(name: str, readable: str) -> None:
    assert shown(name) == readable


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("ambitions", "ambition"),
        ("Title", "title"),
        ("xyz", None),
        ("", None),
        ("x" * 100_000, None),
    ],
    ids=["titel", "ambitions", "Title", "xyz", "nothing", "long"],
)
def test_the_name_that_was_most_likely_meant(name: str, meant: str | None) -> None:
    assert nearest(name, ["title", "ambition", "work"]) == meant
