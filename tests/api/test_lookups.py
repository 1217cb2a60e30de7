"""What holds for everything that can be looked up: how it is kept, its language, its refusals."""

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from api.asking import SMALL, client_of, client_serving, problem_in, settings_for
from api.looking_up import RESOURCES, is_kept_well, look_up
from flask.testing import FlaskClient
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from service.api.problem_kinds import QUERY_MISTAKES, QUERY_REFUSED
from service.app import create_app
from service.rulebook import load_rulebook
from service.serving import Served, serving_of

resources = pytest.mark.parametrize("path", RESOURCES)


@resources
def test_it_is_found_in_both_languages(small: FlaskClient, path: str) -> None:
    for language in ("nl", "en"):
        look_up(small, path, language)


@resources
def test_it_is_not_sent_again_to_who_has_it(small: FlaskClient, path: str) -> None:
    tag = small.get(path).headers["ETag"]
    for kept in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        answer = small.get(path, headers={"If-None-Match": kept})
        assert (answer.status_code, answer.data) == (304, b"")
        assert answer.headers["ETag"] == tag
        is_kept_well(answer)
    for other in ('"other"', "", tag.strip('"')[:-1]):
        assert small.get(path, headers={"If-None-Match": other}).status_code == 200


@resources
def test_each_language_has_a_tag_of_its_own(small: FlaskClient, path: str) -> None:
    nl, en = (small.get(path, headers={"Accept-Language": each}) for each in ("nl", "en"))
    assert nl.headers["ETag"] != en.headers["ETag"]
    kept = {"Accept-Language": "en", "If-None-Match": nl.headers["ETag"]}
    assert small.get(path, headers=kept).status_code == 200


@resources
def test_head_tells_the_same_without_a_body(small: FlaskClient, path: str) -> None:
    found, told = small.get(path), small.head(path)
    assert (told.status_code, told.data) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Language", "Vary", "Cache-Control"):
        assert told.headers[name] == found.headers[name]
    kept = small.head(path, headers={"If-None-Match": found.headers["ETag"]})
    assert kept.status_code == 304


@resources
def test_a_parameter_that_it_does_not_have_is_refused_by_name(
    small: FlaskClient, path: str
) -> None:
    answer = small.get(f"{path}{'&' if '?' in path else '?'}colour=red")
    problem = problem_in(answer)
    assert (answer.status_code, problem["type"]) == (422, QUERY_REFUSED.page)
    (error,) = problem["errors"]
    assert (error["pointer"], error["code"]) == ("/colour", "unknown_parameter")
    assert error["message"].startswith("There is no parameter `colour`. Leave it out")


@resources
def test_it_cannot_be_written_to(small: FlaskClient, path: str) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = small.open(path, method=method)
        assert answer.status_code == 405
        assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
        problem_in(answer)


@resources
def test_without_a_rulebook_it_is_not_ready(path: str) -> None:
    answer = create_app(settings_for(SMALL), Served()).test_client().get(path)
    assert answer.status_code == 503
    assert problem_in(answer)["type"] == "/docs/problems/not-ready"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        (None, "nl"),
        ("", "nl"),
        ("en", "en"),
        ("en-GB,nl;q=0.5", "en"),
        ("nl-BE", "nl"),
        ("de, en;q=0.1", "en"),
        ("en;q=0", "nl"),
        ("*", "nl"),
        ("x" * 5000, "nl"),
    ],
)
def test_the_language_is_the_first_that_is_accepted(
    small: FlaskClient, accepted: str | None, language: str
) -> None:
    headers = {} if accepted is None else {"Accept-Language": accepted}
    answer = small.get("/v1/goals", headers=headers)
    assert answer.headers["Content-Language"] == language
    name = answer.get_json()["items"][0]["name"]
    assert name == {"nl": "projectmanager worden", "en": "become a project manager"}[language]


def test_what_only_moved_to_another_line_has_another_tag(tmp_path: Path) -> None:
    moved = tmp_path / "rules"
    shutil.copytree(SMALL, moved)
    growth = moved / "growth" / "all.yaml"
    growth.write_text("# A remark.\n" + growth.read_text("utf-8"), encoding="utf-8")
    before, after = client_of(SMALL), client_of(moved)
    path = "/v1/rulebook/rules/stay-in-office"

    assert before.get(path).headers["Vakpad-Rulebook"] == after.get(path).headers["Vakpad-Rulebook"]
    assert look_up(after, path)["line"] == look_up(before, path)["line"] + 1
    assert before.get(path).headers["ETag"] != after.get(path).headers["ETag"]
    assert before.get("/v1/goals").headers["ETag"] == after.get("/v1/goals").headers["ETag"]


def test_a_tag_does_not_depend_on_the_process() -> None:
    first, second = (
        client_serving(SMALL, Served(serving_of(load_rulebook(SMALL)))) for _ in range(2)
    )
    for path in RESOURCES:
        assert first.get(path).headers["ETag"] == second.get(path).headers["ETag"]


@settings(max_examples=150, deadline=None)
@given(
    path=st.sampled_from(sorted({urlsplit(path).path for path in RESOURCES})),
    query=st.one_of(
        st.text("&=?%+;/#[]\x00é\ud800q1", max_size=40).map(
            lambda text: text.encode("utf-8", "replace")
        ),
        st.binary(max_size=40),
    ),
)
@example("/v1/titles", b"q=%00")
@example("/v1/titles", b"q=%ff%fe")
@example("/v1/titles", b"q=" + b"x" * 10_000)
@example("/v1/titles", b"q=" + b"%CC%88" * 3_000)
@example("/v1/rulebook/rules", b"&".join(b"p%d=" % number for number in range(2_000)))
@example("/v1/rulebook/rules", b"page=" + b"9" * 5_000)
@example("/v1/rulebook/rules", b"page=%D9%A3")
@example("/v1/rulebook/rules", b"x" * 5_000 + b"=1")
def test_whatever_is_asked_the_answer_is_found_or_a_refusal(path: str, query: bytes) -> None:
    answer = a_client().get(path, query_string=query.decode("latin-1"))
    if answer.status_code == 200:
        is_kept_well(answer)
        return
    assert answer.status_code == 422, answer.text
    errors = problem_in(answer)["errors"]
    assert 0 < len(errors) <= 100
    assert {each["code"] for each in errors} <= set(QUERY_MISTAKES)
    assert all(len(each["pointer"]) <= 500 and len(each["message"]) <= 700 for each in errors)


_CLIENTS: list[FlaskClient] = []


def a_client() -> FlaskClient:
    if not _CLIENTS:
        _CLIENTS.append(client_of(SMALL))
    return _CLIENTS[0]


def test_every_mistake_in_a_query_is_explained(small: FlaskClient) -> None:
    page = small.get(QUERY_REFUSED.page).text
    for code, meaning in QUERY_MISTAKES.items():
        assert f'<dt id="{code}">' in page
        assert meaning.split("'")[0] in page


@pytest.fixture(scope="module")
def document(small: FlaskClient) -> dict[str, Any]:
    """The description, read strictly: what it does not name may not be there."""
    found: dict[str, Any] = small.get("/openapi.json").get_json()
    for schema in found["components"]["schemas"].values():
        schema["additionalProperties"] = False
    return found


def described(document: dict[str, Any], path: str) -> tuple[Draft202012Validator, Any]:
    """The schema and the example of what is found at a path."""
    plain = urlsplit(path).path
    operation = document["paths"].get(plain) or document["paths"]["/v1/rulebook/rules/{id}"]
    answer = operation["get"]["responses"]["200"]["content"]["application/json"]
    schema = answer["schema"] | {"components": document["components"]}
    return Draft202012Validator(schema), answer["example"]


@resources
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_found_is_exactly_as_it_is_described(
    client: FlaskClient, document: dict[str, Any], path: str, language: str
) -> None:
    validator, _ = described(document, path)
    shipped = path.replace("office-to-governance", "office-wants-to-advise")
    found = look_up(client, shipped, language)
    assert [error.message for error in validator.iter_errors(found)] == []


@resources
def test_the_example_is_exactly_as_it_is_described(document: dict[str, Any], path: str) -> None:
    validator, shown = described(document, path)
    assert [error.message for error in validator.iter_errors(shown)] == []


@resources
def test_every_operation_says_all_that_is_answered(document: dict[str, Any], path: str) -> None:
    plain = urlsplit(path).path
    operation = (document["paths"].get(plain) or document["paths"]["/v1/rulebook/rules/{id}"])[
        "get"
    ]
    answers = {"200", "304", "422", "503", "default"}
    of_one = {"404"} if "rules/" in plain else set()
    assert set(operation["responses"]) == answers | of_one
    headers = set(operation["responses"]["200"]["headers"])
    assert headers == {"Vakpad-Rulebook", "ETag", "Cache-Control", "Content-Language", "Vary"}
    named = {parameter["name"] for parameter in operation["parameters"]}
    assert {"Accept-Language", "If-None-Match"} <= named
    for parameter in operation["parameters"]:
        assert parameter["description"]
