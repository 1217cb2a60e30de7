"""The log: a line for each request, and never a word of what was sent."""

import json
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import Any

import pytest
import structlog
from api.asking import PATH, SMALL, ask, settings_for
from flask import Flask

from service.app import create_app
from service.log import configure_logging
from service.rulebook import load_rulebook
from service.serving import Served, serving_of

SECRETS = {
    "subject": "geheim-onderwerp",
    "title": "Geheime Titel",
    "ambition": "Mijn geheime wens",
    "certificates": ["Geheim Certificaat"],
}


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What is logged for machines, as when the service is served."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    structlog.reset_defaults()
    with redirect_stderr(StringIO()) as written:
        configure_logging("json", "info")
        yield written
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def app() -> Flask:
    return create_app(settings_for(SMALL), Served(serving_of(load_rulebook(SMALL))))


def lines(log: StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_each_request_is_one_line(app: Flask, log: StringIO) -> None:
    client = app.test_client()
    ask(client, {"title": "PMO'er"})
    client.get("/nothing")
    logged = lines(log)
    assert [(each["method"], each["path"], each["status"]) for each in logged] == [
        ("POST", PATH, 200),
        ("GET", "/nothing", 404),
    ]
    for each in logged:
        assert set(each) == {
            *("event", "level", "timestamp", "method", "path", "status", "ms", "rulebook")
        }
        assert each["event"] == "request"
        assert load_rulebook(SMALL).digest.startswith(each["rulebook"])


def test_nothing_of_a_profile_is_in_the_log_whether_it_is_advised_on_or_refused(
    app: Flask, log: StringIO
) -> None:
    client = app.test_client()
    statuses = [
        ask(client, SECRETS).status_code,
        ask(client, SECRETS | {"geheim-veld": 1}).status_code,
        ask(client, SECRETS | {"work": ["geheim-werk"]}).status_code,
        ask(client, SECRETS | {"competences": {"geheim": 3}}).status_code,
        ask(client, b'{"title": "Geheime Titel').status_code,
        ask(client, b"geheim", Content_Type="text/geheim").status_code,
        client.post(f"{PATH}?wens=geheim", json=SECRETS).status_code,
    ]
    logged = lines(log)
    assert statuses == [200, 422, 422, 422, 400, 415, 200]
    assert [each["status"] for each in logged] == statuses
    assert "gehei" not in log.getvalue().lower()


def test_what_nobody_foresaw_is_logged_by_its_kind_and_place_without_its_words(
    app: Flask, log: StringIO
) -> None:
    def broken() -> None:
        raise ValueError("Geheime Titel")

    app.view_functions["recommendations.recommend"] = broken
    assert ask(app.test_client(), SECRETS).status_code == 500
    logged = lines(log)
    assert "gehei" not in log.getvalue().lower()
    unforeseen, request = logged
    assert (unforeseen["event"], unforeseen["level"]) == ("unforeseen", "error")
    assert unforeseen["error"] == "ValueError"
    assert unforeseen["places"][-1].endswith(" broken")
    assert request["status"] == 500


def test_an_error_of_a_library_is_logged_without_its_words_too(log: StringIO) -> None:
    try:
        raise ValueError("Geheime Titel")
    except ValueError:
        logging.getLogger("somebody.else").exception("It broke")
    logged = lines(log)
    assert "gehei" not in log.getvalue().lower()
    assert logged[0]["event"] == "It broke"
    assert logged[0]["error"] == "ValueError"


def test_a_path_cannot_write_a_line_of_its_own(app: Flask, log: StringIO) -> None:
    app.test_client().get("/%0a%7b%22level%22:%22error%22%7d%1b[31m" + "x" * 5000)
    logged = lines(log)
    assert len(logged) == 1
    assert logged[0]["path"].startswith("/%0A%7B")
    assert len(logged[0]["path"]) < 700
