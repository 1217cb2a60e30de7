"""Looking things up as a portal does, and what every answer to that has."""

import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.rulebook.vocabulary import LANGUAGES

RESOURCES = (
    "/v1/rulebook",
    "/v1/rulebook/rules",
    "/v1/rulebook/rules?stage=growth&page=2&page_size=3",
    "/v1/rulebook/rules/office-to-governance",
    "/v1/vocabulary",
    "/v1/roles",
    "/v1/goals",
    "/v1/certificates",
    "/v1/work",
    "/v1/titles?q=PMO%27er",
    "/v1/career-map",
)
"""Each with content in the small rulebook."""


def look_up(client: FlaskClient, path: str, language: str = "en") -> Any:
    """What is found, with the headers that every such answer has."""
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/json"
    assert answer.headers["Content-Language"] == language
    is_kept_well(answer)
    return answer.get_json()


def is_kept_well(answer: TestResponse) -> None:
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Vary"] == "Accept-Language"
    assert re.fullmatch(r'"[0-9a-f]{32}"', answer.headers["ETag"])
    assert answer.headers["Vakpad-Rulebook"].startswith("sha256:")


def both(client: FlaskClient, path: str) -> list[Any]:
    return [look_up(client, path, language) for language in LANGUAGES]
