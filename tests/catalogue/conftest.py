"""The shipped rulebook, and a small one whose content is known."""

from pathlib import Path

import pytest
from strategies.loaded import loaded

from service.rulebook import Rulebook

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def small() -> Rulebook:
    return loaded(TESTS / "rulebooks" / "small")


@pytest.fixture(scope="session")
def shipped() -> Rulebook:
    return loaded(TESTS.parent / "rules")
