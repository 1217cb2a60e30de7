"""The rulebooks that advice is tested with."""

from pathlib import Path

import pytest

from service.advice import Advisor
from service.engine.durable import DurableEngine
from service.rulebook import Rulebook, load_rulebook

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shipped() -> Rulebook:
    return load_rulebook(TESTS.parent / "rules")


@pytest.fixture(scope="session")
def small() -> Rulebook:
    return load_rulebook(TESTS / "rulebooks" / "small")


@pytest.fixture(scope="session")
def advisor(shipped: Rulebook) -> Advisor:
    """The shipped rulebook with the engine that serves."""
    return Advisor(shipped, DurableEngine(shipped))
