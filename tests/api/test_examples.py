"""Every example in the description is executed: what it says is what happens."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from api import asking
from api.asking import PROBLEM, ask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from service.api.docs import METHODS
from service.serving import Served

Document = dict[str, Any]

DOCUMENT: Document = json.loads(
    asking.client_serving(asking.SHIPPED, Served()).get("/openapi.json").text
)
OPERATIONS = [
    (path, method, operation, operation.get("parameters", []) + methods.get("parameters", []))
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
    if method in METHODS
]


def bodies() -> Iterator[tuple[str, str, str, Any]]:
    for path, method, operation, _ in OPERATIONS:
        for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
            for example in examples_of(content):
                yield path, method, media_type, example


def parameters() -> Iterator[tuple[str, str, Document, Any]]:
    for path, method, _, known in OPERATIONS:
        for parameter in known:
            for example in examples_of(parameter) + examples_of(parameter["schema"]):
                yield path, method, parameter, example


def examples_of(described: Document) -> list[Any]:
    """Both spellings: `examples` is a list in a schema, and a mapping elsewhere."""
    several = described.get("examples", [])
    named = [each["value"] for each in several.values()] if isinstance(several, dict) else several
    return [*named, *([described["example"]] if "example" in described else [])]


def fits(schema: Document, value: Any) -> bool:
    whole = schema | {"components": DOCUMENT["components"]}
    return not list(Draft202012Validator(whole).iter_errors(value))


def is_described(path: str, method: str, answer: TestResponse) -> bool:
    response = DOCUMENT["paths"][path][method]["responses"][str(answer.status_code)]
    schema = response["content"][answer.mimetype]["schema"]
    return fits(schema, answer.get_json() if answer.is_json else answer.text)


@pytest.mark.parametrize(("path", "method", "media_type", "body"), list(bodies()))
def test_a_body_is_sent(
    client: FlaskClient, path: str, method: str, media_type: str, body: Any
) -> None:
    answer = client.open(path, method=method, data=json.dumps(body), content_type=media_type)
    assert answer.status_code == 200
    assert is_described(path, method, answer)


@pytest.mark.parametrize(("path", "method", "parameter", "value"), list(parameters()))
def test_a_parameter_is_sent(
    client: FlaskClient, path: str, method: str, parameter: Document, value: Any
) -> None:
    sent = required_of(path, method)
    sent[parameter["in"]][parameter["name"]] = value
    assert fits(parameter["schema"], value)
    answer = client.open(
        path.format(**sent["path"]),
        method=method,
        query_string=sent["query"],
        headers=sent["header"],
        json=next((body for place, _, _, body in bodies() if place == path), None),
    )
    assert answer.status_code == 200
    assert is_described(path, method, answer)


def required_of(path: str, method: str) -> dict[str, dict[str, Any]]:
    """The first example of each parameter that must be there, by where it goes."""
    sent: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
    for place, verb, parameter, value in parameters():
        if (place, verb) == (path, method) and parameter.get("required"):
            sent[parameter["in"]].setdefault(parameter["name"], value)
    return sent


def test_every_example_in_a_schema_fits_it() -> None:
    described = list(_with_examples(DOCUMENT["components"]["schemas"], ""))
    assert len(described) > 10
    for where, schema in described:
        for example in schema["examples"]:
            assert fits(schema, example), where


def _with_examples(value: Any, where: str) -> Iterator[tuple[str, Document]]:
    if isinstance(value, dict):
        if isinstance(value.get("examples"), list):
            yield where, value
        for name, part in value.items():
            yield from _with_examples(part, f"{where}/{name}")


def test_every_answer_that_is_an_example_fits() -> None:
    for path, method, operation, _ in OPERATIONS:
        for response in operation["responses"].values():
            for content in response.get("content", {}).values():
                for example in examples_of(content):
                    assert fits(content["schema"], example), (path, method)


def _broken() -> FlaskClient:
    """A service with a fault of its own."""
    return asking.client_serving(asking.SMALL, Served(object()))  # type: ignore[arg-type]


def _not_ready() -> FlaskClient:
    return asking.client_serving(asking.SMALL, Served())


TITLE = {"title": "PMO'er"}
ENDS: dict[str, Callable[[FlaskClient], TestResponse]] = {
    "malformed-json": lambda client: ask(client, b'{"title": NaN}'),
    "body-too-large": lambda client: ask(client, {"title": "x" * 300_000}),
    "unsupported-media-type": lambda client: ask(client, TITLE, Content_Type="text/plain"),
    "profile-refused": lambda client: ask(client, TITLE | {"competences": {"analitical": 4}}),
    "query-refused": lambda client: client.get("/v1/rulebook/rules?stage=grwth"),
    "rule-not-found": lambda client: client.get("/v1/rulebook/rules/office-looks-across-project"),
    "not-ready": lambda _: ask(_not_ready(), TITLE),
    "DEFAULT_ERROR": lambda _: ask(_broken(), TITLE),
}
PROBLEMS = {
    name: response["content"][PROBLEM]["example"]
    for name, response in DOCUMENT["components"]["responses"].items()
    if "content" in response
}


@pytest.mark.parametrize("name", sorted(PROBLEMS))
def test_a_problem_is_what_the_service_answers(client: FlaskClient, name: str) -> None:
    answer = ENDS[name](client)
    assert json.loads(answer.text) == PROBLEMS[name]
    assert answer.status_code == PROBLEMS[name]["status"]
