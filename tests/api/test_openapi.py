"""The description of the API is valid, complete, and true of what is answered."""

import json
import re
from typing import Any

import pytest
from api.asking import PATH, PROBLEM, ask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from schemas.profile import EXAMPLE
from service.api.docs import METHODS
from service.api.problem_kinds import PROBLEM_KINDS

Document = dict[str, Any]


@pytest.fixture(scope="module")
def document(small: FlaskClient) -> Document:
    answer = small.get("/openapi.json")
    assert answer.mimetype == "application/json"
    found: Document = answer.get_json()
    return found


def operations(document: Document) -> list[tuple[str, str, Document]]:
    return [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    ]


def problems_with(document: Document, schema: str, value: Any) -> list[str]:
    """What is wrong with a value by a schema of the document."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    return [error.message for error in Draft202012Validator(whole).iter_errors(value)]


def test_it_is_valid_openapi_3_1(document: Document) -> None:
    assert document["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(document).validate()


def test_it_describes_everything_that_is_served_for_programs(
    small: FlaskClient, document: Document
) -> None:
    served = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(rule)), method.lower())
        for rule in small.application.url_map.iter_rules()
        for method in rule.methods or ()
        if method.lower() in METHODS and not str(rule).startswith(("/docs", "/openapi.json"))
    }
    assert {(path, method) for path, method, _ in operations(document)} == served


def test_every_operation_is_described(document: Document) -> None:
    for path, method, operation in operations(document):
        assert operation["operationId"], path
        assert operation["summary"][0].isupper(), path
        assert not operation["summary"].endswith("."), path
        assert operation["description"].endswith("."), path
        assert operation["tags"], path
        for status, response in operation["responses"].items():
            assert "$ref" in response or response["description"], (path, method, status)
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], (path, method, parameter["name"])


def test_no_two_operations_have_the_same_id(document: Document) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(ids) == len(set(ids))


def test_every_tag_is_described(document: Document) -> None:
    described = {tag["name"] for tag in document["tags"] if tag["description"]}
    assert {tag for _, _, operation in operations(document) for tag in operation["tags"]} == (
        described
    )


def test_every_field_of_every_schema_is_described(document: Document) -> None:
    assert _undescribed(document["components"]["schemas"], "") == []


def test_every_operation_says_how_it_fails(document: Document) -> None:
    kinds = {kind.id for kind in PROBLEM_KINDS}
    for _, _, operation in operations(document):
        failures = {
            status: response
            for status, response in operation["responses"].items()
            if status.startswith(("4", "5", "default"))
        }
        assert "default" in failures
        for response in failures.values():
            name = response["$ref"].removeprefix("#/components/responses/")
            assert name in kinds | {"DEFAULT_ERROR"}
    assert set(document["paths"][PATH]["post"]["responses"]) == {
        *("200", "400", "413", "415", "422", "503"),
        "default",
    }


def test_every_problem_has_an_example_that_is_one(document: Document) -> None:
    pages = {kind.page: kind.status for kind in PROBLEM_KINDS}
    kinds = {*(kind.id for kind in PROBLEM_KINDS), "DEFAULT_ERROR"}
    responses = document["components"]["responses"]
    for response in (responses[name] for name in kinds & set(responses)):
        assert list(response["content"]) == [PROBLEM]
        example = response["content"][PROBLEM]["example"]
        assert problems_with(document, "Problem", example) == []
        assert pages[example["type"]] == example["status"]


def test_the_example_of_a_profile_is_one(document: Document) -> None:
    body = document["paths"][PATH]["post"]["requestBody"]
    assert body["required"] is True
    assert body["content"]["application/json"]["example"] == EXAMPLE
    assert problems_with(document, "Profile", EXAMPLE) == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "profile",
    [
        EXAMPLE,
        {"title": "PMO'er"},
        {"title": "projectmanager", "ambition": "Ik wil projectmanager blijven."},
        {"title": "verpleegkundige", "certificates": ["Zwemdiploma A"]},
        {"title": "PMO-consultant", "competences": {"analytical": 1, "reporting": 1}},
    ],
    ids=lambda profile: profile["title"],
)
def test_answers_are_as_it_says(
    client: FlaskClient, document: Document, profile: Document, language: str
) -> None:
    answer = ask(client, profile | {"language": language})
    assert answer.status_code == 200
    assert problems_with(document, "Advice", answer.get_json()) == []
    said = document["paths"][PATH]["post"]["responses"]["200"]["headers"]
    for name, header in said.items():
        assert problems_with_schema(header["schema"], answer.headers[name]) == []


def test_refusals_are_as_it_says(client: FlaskClient, document: Document) -> None:
    answer = ask(client, {"titel": 5, "competences": {"analytical": 9}})
    assert problems_with(document, "Problem", json.loads(answer.text)) == []


@pytest.mark.parametrize(
    "profile",
    [
        {},
        {"title": None},
        {"title": ""},
        {"title": "x" * 201},
        {"title": "x", "age": 50},
        {"title": "x", "competences": {"analytical": 6}},
        {"title": "x", "competences": {"analytical": 3.5}},
        {"title": "x", "experience": {"years_in_pmo": 61}},
        {"title": "x", "experience": {"years": 4}},
        {"title": "x", "current": {"place": "office"}},
        {"title": "x", "language": "de"},
        {"title": "x", "subject": "p 1"},
        {"title": "x", "ambition": "x" * 2001},
        {"title": "x", "work": ["x"] * 101},
        {"title": "x", "work": [None]},
        {"title": "x", "certificates": ["x" * 201]},
        {"title": "x", "ratings_by": "colleague"},
    ],
    ids=str,
)
def test_what_it_forbids_is_refused(
    client: FlaskClient, document: Document, profile: Document
) -> None:
    assert problems_with(document, "Profile", profile)
    assert ask(client, profile).status_code == 422


def test_every_number_of_years_that_it_allows_in_steps_of_a_tenth_is_taken(
    small: FlaskClient, document: Document
) -> None:
    for tenths in range(601):
        profile = {"title": "x", "experience": {"years_in_pmo": tenths / 10}}
        assert problems_with(document, "Profile", profile) == []
        if tenths % 20 in (0, 3, 7):
            assert ask(small, profile).status_code == 200


def problems_with_schema(schema: Document, value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def _undescribed(value: Any, where: str) -> list[str]:
    """Where fields stand that say nothing about themselves."""
    if isinstance(value, list):
        return [each for part in value for each in _undescribed(part, where)]
    if not isinstance(value, dict):
        return []
    found = [
        f"{where}/{name}"
        for name, field in value.get("properties", {}).items()
        if not field.get("description")
    ]
    return found + [
        each for name, part in value.items() for each in _undescribed(part, f"{where}/{name}")
    ]
