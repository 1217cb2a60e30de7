"""The shipped rulebook, and a small one whose content is known."""

from pathlib import Path

import pytest

from service.rulebook import Rulebook, load_rulebook

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def small() -> Rulebook:
    return load_rulebook(TESTS / "rulebooks" / "small")


@pytest.fixture(scope="session")
def shipped() -> Rulebook:
    return load_rulebook(TESTS.parent / "rules")
