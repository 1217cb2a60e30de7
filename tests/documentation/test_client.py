"""The client and the examples in `docs/client/` work against a service that really runs."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from api.asking import SHIPPED, client_of
from cli.running import VAKPAD, environment

from schemas.explanation import EXPLANATION_EXAMPLE
from schemas.partnership import DUO_EXAMPLE
from schemas.roadmap import ROADMAP_EXAMPLE
from schemas.what_if import WHAT_IF_EXAMPLE

FOLDER = Path(__file__).parents[2] / "docs" / "client"
NODE = shutil.which("node")
SENT = {"title": "PMO'er", "language": "en", "work": ["portfolio-report"]}


@pytest.fixture(scope="module")
def vakpad() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vakpad", FOLDER / "vakpad.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """That of a service on a free port, as it announces it itself."""
    command = [VAKPAD, "serve", "--port", "0", "--workers", "1", "--rules", str(SHIPPED)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    ) as process:
        try:
            assert process.stdout is not None
            found = re.match(r"Vakpad serves on (\S+) ", process.stdout.readline())
            assert found is not None
            yield found.group(1)
        finally:
            process.terminate()
            process.communicate(timeout=30)


@pytest.fixture(scope="module")
def advice() -> Any:
    return client_of(SHIPPED).post("/v1/recommendations", json=SENT).get_json()


def test_it_gives_the_advice_that_the_service_gives(
    vakpad: ModuleType, address: str, advice: Any
) -> None:
    assert vakpad.Vakpad(f"{address}/").recommend(SENT) == advice


def test_it_gives_a_duo_what_the_service_says(vakpad: ModuleType, address: str) -> None:
    said = client_of(SHIPPED).post("/v1/partnerships", json=DUO_EXAMPLE).get_json()
    assert vakpad.Vakpad(address).partnership(DUO_EXAMPLE) == said


def test_it_explains_as_the_service_does(vakpad: ModuleType, address: str) -> None:
    said = client_of(SHIPPED).post("/v1/explanations", json=EXPLANATION_EXAMPLE).get_json()
    assert vakpad.Vakpad(address).explain(EXPLANATION_EXAMPLE) == said


def test_it_gives_the_roadmap_that_the_service_draws(vakpad: ModuleType, address: str) -> None:
    drawn = client_of(SHIPPED).post("/v1/roadmaps", json=ROADMAP_EXAMPLE).get_json()
    assert vakpad.Vakpad(address).roadmap(ROADMAP_EXAMPLE) == drawn


def test_it_compares_what_if_as_the_service_does(vakpad: ModuleType, address: str) -> None:
    said = client_of(SHIPPED).post("/v1/what-if", json=WHAT_IF_EXAMPLE).get_json()
    assert vakpad.Vakpad(address).what_if(WHAT_IF_EXAMPLE) == said


def test_it_raises_the_problem_that_the_service_answers(vakpad: ModuleType, address: str) -> None:
    with pytest.raises(vakpad.ProblemDetails) as raised:
        vakpad.Vakpad(address).recommend({"title": "PMO'er", "competences": {"analitical": 4}})
    problem = raised.value.problem
    assert problem["type"] == "/docs/problems/profile-refused"
    assert problem["status"] == 422
    (mistake,) = problem["errors"]
    assert (mistake["pointer"], mistake["code"]) == (
        "/competences/analitical",
        "unknown_competence",
    )
    assert str(raised.value).endswith(f"/competences/analitical: {mistake['message']}")


def test_an_answer_of_a_proxy_is_a_problem_too(vakpad: ModuleType) -> None:
    class Proxy(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802
            self.send_error(502)

        def log_message(self, *_: Any) -> None:
            """Says nothing on the screen."""

    with HTTPServer(("127.0.0.1", 0), Proxy) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        with pytest.raises(vakpad.ProblemDetails) as raised:
            vakpad.Vakpad(f"http://127.0.0.1:{server.server_port}").recommend(SENT)
        thread.join()
    assert raised.value.problem == {
        "type": "about:blank",
        "title": "Bad Gateway",
        "status": 502,
        "detail": "Bad Gateway",
        "errors": [],
    }


def test_a_service_that_cannot_be_reached_is_an_error_of_the_system(vakpad: ModuleType) -> None:
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        port = server.server_port
    with pytest.raises(OSError, match="refused"):
        vakpad.Vakpad(f"http://127.0.0.1:{port}").recommend(SENT)


def test_only_http_is_spoken(vakpad: ModuleType) -> None:
    with pytest.raises(ValueError, match="http://"):
        vakpad.Vakpad("file:///etc/passwd")


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([sys.executable, "example.py"], id="python"),
        pytest.param(
            [str(NODE), "example.mjs"],
            id="javascript",
            marks=pytest.mark.skipif(NODE is None, reason="there is no `node` on this machine"),
        ),
    ],
)
def test_the_examples_print_the_advice(command: list[str], address: str, advice: Any) -> None:
    ran = subprocess.run(
        command,
        cwd=FOLDER,
        capture_output=True,
        check=False,
        env=os.environ | {"VAKPAD_URL": address, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=60,
    )
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    steps = [
        f"- {step['title']}: {' '.join(reason['text'] for reason in step['because'])}"
        for step in advice["recommendations"]
    ]
    assert steps
    assert ran.stdout.decode().splitlines() == [advice["purpose"], *steps]


# ---- The types of the client are those of the contract ---------------------


def type_of(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    """A schema in a form that can be compared: a name, a list, or a set of what it may be."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "allOf" in schema or "anyOf" in schema:
        return frozenset(
            type_of(each, schemas) for each in schema.get("allOf", schema.get("anyOf"))
        )
    if "enum" in schema:
        return frozenset(schema["enum"])
    kinds = schema.get("type", "anything")
    if isinstance(kinds, list):
        return frozenset(type_of(schema | {"type": kind}, schemas) for kind in kinds)
    if kinds == "array":
        return ("list", type_of(schema["items"], schemas))
    if kinds == "object":
        return ("object", type_of(schema["additionalProperties"], schemas))
    return None if kinds == "null" else kinds


NAMES = {str: "string", int: "integer", float: "number", bool: "boolean", Any: "anything"}


def annotated(hint: Any) -> Any:
    """The same form of a type of the client."""
    if is_typeddict(hint):
        return hint.__name__
    if hint in NAMES:
        return NAMES[hint]
    if hint is type(None):
        return None
    inner = get_args(hint)
    if get_origin(hint) is list:
        return ("list", annotated(inner[0]))
    if get_origin(hint) is Literal:
        return frozenset(inner)
    if get_origin(hint) is Mapping:
        return ("object", annotated(inner[1]))
    return frozenset(annotated(each) for each in inner)


def flat(form: Any) -> Any:
    """Without sets in sets, and without sets of one."""
    if isinstance(form, tuple):
        return (form[0], flat(form[1]))
    if not isinstance(form, frozenset):
        return form
    members: set[Any] = set()
    for each in form:
        inner = flat(each)
        members |= inner if isinstance(inner, frozenset) else {inner}
    return frozenset(members) if len(members) > 1 else members.pop()


def reachable(name: str, schemas: dict[str, Any], seen: set[str]) -> set[str]:
    if name not in seen:
        seen.add(name)
        for ref in re.findall(r'"#/components/schemas/(\w+)"', json.dumps(schemas[name])):
            reachable(ref, schemas, seen)
    return seen


def test_its_types_are_those_of_the_contract(vakpad: ModuleType) -> None:
    schemas = client_of(SHIPPED).get("/openapi.json").get_json()["components"]["schemas"]
    names: set[str] = set()
    for root in (
        *("Profile", "Advice", "Duo", "Partnership", "AimAtRole", "Roadmap"),
        *("Aim", "Explanation"),
        *("WhatIf", "WhatIfAnswer", "Problem"),
    ):
        reachable(root, schemas, names)
    types = {
        name: found
        for name, found in vars(vakpad).items()
        if is_typeddict(found) and not name.startswith("_")
    }
    assert set(types) == names
    for name, found in types.items():
        schema = schemas[name]
        hints = get_type_hints(found, vars(vakpad))
        documented = {
            field: flat(type_of(each, schemas)) for field, each in schema["properties"].items()
        }
        assert {field: flat(annotated(hint)) for field, hint in hints.items()} == documented, name
        assert found.__required_keys__ == set(schema.get("required", ())), name
