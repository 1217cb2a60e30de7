"""Whoever reads a rulebook finds the search for garbage afterwards as it was before."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.rulebook import RulebookErrors, load_rulebook
from service.rulebook.collecting import without_collecting

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    (gc.enable if enabled else gc.disable)()


def test_nothing_is_searched_meanwhile() -> None:
    gc.enable()
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.parametrize("enabled", [True, False])
def test_reading_rules_leaves_it_on_or_off(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    load_rulebook(SMALL)
    assert gc.isenabled() is enabled


def test_reading_wrong_rules_leaves_it_on(tmp_path: Path) -> None:
    gc.enable()
    with pytest.raises(RulebookErrors):
        load_rulebook(tmp_path)
    assert gc.isenabled()
