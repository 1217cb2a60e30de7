"""The rulebook that is shipped, and advice by it."""

from pathlib import Path

import pytest

from service.advice import Advisor
from service.engine.durable import DurableEngine
from service.rulebook import Rulebook, load_rulebook

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook(RULES)


@pytest.fixture(scope="session")
def advisor(rulebook: Rulebook) -> Advisor:
    return Advisor(rulebook, DurableEngine(rulebook))
