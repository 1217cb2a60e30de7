"""The rulebook that is shipped, and advice by it."""

from pathlib import Path

import pytest
from strategies.loaded import loaded

from service.advice import Advisor
from service.engine.durable import DurableEngine
from service.rulebook import Rulebook

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return loaded(RULES)


@pytest.fixture(scope="session")
def advisor(rulebook: Rulebook) -> Advisor:
    return Advisor(rulebook, DurableEngine(rulebook))
