"""The rulebook that is shipped, and advice by it."""

from pathlib import Path

import pytest
from strategies.loaded import loaded, serving_from

from service.advice import Advisor
from service.rulebook import Rulebook

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return loaded(RULES)


@pytest.fixture(scope="session")
def advisor() -> Advisor:
    return serving_from(RULES).advisor
