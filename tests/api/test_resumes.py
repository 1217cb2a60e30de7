"""`POST /v1/recommendations` with a résumé."""

import json
from datetime import date
from typing import Any

import pytest
from api.asking import PATH, problem_in
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from schemas.json_resume import EXAMPLE, MEDIA_TYPE


def send(client: FlaskClient, resume: Any, **headers: str) -> TestResponse:
    body = resume if isinstance(resume, bytes) else json.dumps(resume).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(PATH, data=body, headers={"Content-Type": MEDIA_TYPE} | named)


def test_the_answer_is_that_of_the_profile_with_an_account_of_the_import(
    client: FlaskClient,
) -> None:
    began = date.today().replace(year=date.today().year - 4, day=1)
    resume = {
        "basics": {"name": "Geheim"},
        "work": [{"position": "PMO officer", "startDate": began.isoformat()}],
        "certificates": [{"name": "P3O Foundation"}],
    }
    advice = send(client, resume, Accept_Language="en").get_json()
    account = advice.pop("import")
    profile = {
        "title": "PMO officer",
        "experience": {"years_in_role": 4},
        "certificates": ["P3O Foundation"],
        "language": "en",
    }
    assert advice == client.post(PATH, json=profile).get_json()
    assert account == {
        "format": "jsonresume",
        "used": [
            {"pointer": "/work/0/position", "field": "title", "value": "PMO officer"},
            {
                "pointer": "/work/0/startDate",
                "field": "experience.years_in_role",
                "value": 4.0,
            },
            {
                "pointer": "/certificates/0/name",
                "field": "certificates",
                "value": "p3o-foundation",
            },
        ],
        "ignored": [{"pointer": "/basics/name", "why": "Not needed for this advice."}],
        "unknown": [
            "current",
            "experience.years_in_pmo",
            "competences",
            "work",
            "ambition",
            "goals",
        ],
    }


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("en-GB", "This is about the document, not about the person."),
        ("nl", "Dit gaat over het document, niet over de persoon."),
        ("fr", "Dit gaat over het document, niet over de persoon."),
    ],
)
def test_it_explains_in_the_language_that_the_request_prefers(
    client: FlaskClient, header: str, why: str
) -> None:
    resume = {"basics": {"label": "PMO'er"}, "meta": {"version": "v1.0.0"}}
    answer = send(client, resume, Accept_Language=header)
    assert answer.get_json()["import"]["ignored"] == [{"pointer": "/meta", "why": why}]
    assert answer.headers["Content-Language"] == header[:2].replace("fr", "nl")


def test_a_profile_has_no_account_of_an_import(client: FlaskClient) -> None:
    assert "import" not in client.post(PATH, json={"title": "PMO'er"}).get_json()


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b'{"basics": {"label": "a", "label": "b"}}', 422, "profile-refused"),
        (b'{"basics": {"label": NaN}}', 400, "malformed-json"),
        (b"[" * 40 + b"]" * 40, 400, "malformed-json"),
        (b'{"basics": {"label": "' + b"x" * 300_000 + b'"}}', 413, "body-too-large"),
        (b'{"title": "PMO\'er"}', 422, "profile-refused"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_its_json_is_read_as_strictly_as_that_of_a_profile(
    client: FlaskClient, body: bytes, status: int, kind: str
) -> None:
    answer = send(client, body)
    assert answer.status_code == status
    assert problem_in(answer)["type"] == f"/docs/problems/{kind}"


def test_another_media_type_is_told_which_two_there_are(client: FlaskClient) -> None:
    answer = client.post(PATH, data=b"{}", content_type="application/vnd.oai+json")
    assert answer.status_code == 415
    assert problem_in(answer)["detail"] == (
        "Send the body with the header Content-Type: application/json or "
        "application/vnd.jsonresume+json."
    )


@pytest.mark.parametrize("path", ["/v1/recommendations", "/v1/conversation-sheets"])
def test_both_media_types_are_documented_and_their_examples_are_right(
    client: FlaskClient, path: str
) -> None:
    document = client.get("/openapi.json").get_json()
    content = document["paths"][path]["post"]["requestBody"]["content"]
    assert list(content) == ["application/json", MEDIA_TYPE]
    assert content[MEDIA_TYPE]["example"] == EXAMPLE
    for name, value in (("Resume", EXAMPLE), ("Advice", send(client, EXAMPLE).get_json())):
        whole = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        assert [error.message for error in Draft202012Validator(whole).iter_errors(value)] == []
    advice = document["components"]["schemas"]["Advice"]
    assert "import" in advice["properties"]
    assert "import" not in advice["required"]
