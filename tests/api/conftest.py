"""The service with the shipped rulebook, and with a small one whose content is known."""

from collections.abc import Iterator

import pytest
import structlog
from api.asking import SHIPPED, SMALL, client_of
from flask.testing import FlaskClient


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    return client_of(SHIPPED)


@pytest.fixture(scope="session")
def small() -> FlaskClient:
    return client_of(SMALL)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """No log lines on the screen; whoever tests the log sets it up."""
    structlog.configure(processors=[_drop])
    yield
    structlog.reset_defaults()


def _drop(*_: object) -> None:
    raise structlog.DropEvent
