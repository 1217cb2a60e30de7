"""Asking for advice as a portal does: over HTTP, with the engine that serves."""

import json
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from strategies.loaded import serving_from
from werkzeug.test import TestResponse

from service.app import create_app
from service.rulebook import load_rulebook
from service.serving import Served, serving_of
from service.settings import Settings

TESTS = Path(__file__).parents[1]
SHIPPED = TESTS.parent / "rules"
SMALL = TESTS / "rulebooks" / "small"
PATH = "/v1/recommendations"
PROBLEM = "application/problem+json"


def settings_for(rules: Path, contact: str | None = None) -> Settings:
    return Settings(
        rules=rules,
        host="127.0.0.1",
        port=0,
        workers=1,
        advisor_contact=contact,
        log_format="json",
        log_level="info",
    )


def client_of(rules: Path, contact: str | None = None) -> FlaskClient:
    """A client of the whole application, serving these rules.

    Those of this repository are compiled once for all clients; others may be changed by a test.
    """
    fixed = rules in {SHIPPED, SMALL}
    serving = serving_from(rules) if fixed else serving_of(load_rulebook(rules))
    return client_serving(rules, Served(serving), contact)


def client_serving(rules: Path, served: Served, contact: str | None = None) -> FlaskClient:
    return create_app(settings_for(rules, contact), served).test_client()


def ask(client: FlaskClient, profile: Any, **headers: str) -> TestResponse:
    """Posts a profile: bytes as they are, anything else as JSON."""
    body = profile if isinstance(profile, bytes) else json.dumps(profile).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(PATH, data=body, headers={"Content-Type": "application/json"} | named)


def advice_for(client: FlaskClient, profile: Any, **headers: str) -> Any:
    answer = ask(client, profile, **headers)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def problem_in(answer: TestResponse) -> Any:
    """The problem that an answer is; it has the parts and the headers that all problems have."""
    assert answer.mimetype == PROBLEM, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    problem = json.loads(answer.text)
    assert list(problem) == ["type", "title", "status", "detail", "errors"]
    assert problem["status"] == answer.status_code
    assert problem["type"].startswith("/docs/problems/")
    assert problem["detail"]
    return problem
