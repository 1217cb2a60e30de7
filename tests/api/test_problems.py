"""Every error on every path is a problem, and its type is a page that exists."""

import re
from time import perf_counter
from typing import Any

import pytest
from api.asking import PATH, SMALL, ask, problem_in, settings_for
from flask import Flask, abort
from flask.testing import FlaskClient

from service.api.problem_kinds import MISTAKES, PROBLEM_KINDS, PROFILE_REFUSED, ProblemKind
from service.app import create_app
from service.serving import Served


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/v1",
        "/v1/",
        "/v1/recommendation",
        "/v1/recommendations/",
        "/v1/recommendations/1",
        "//v1/recommendations",
        "/docs/",
        "/docs/problems",
        "/docs/problems/",
        "/docs/../openapi.json",
        "/static/x.js",
        "/favicon.ico",
        "/%00",
        "/%ff",
        "/%F0%9F%9A%80",
        "/" + "x" * 5000,
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_a_path_that_does_not_exist_is_a_problem(
    small: FlaskClient, method: str, path: str
) -> None:
    answer = small.open(path, method=method)
    assert answer.status_code == 404
    problem = problem_in(answer)
    assert problem["type"] == "/docs/problems/not-found"
    assert problem["errors"] == []


def test_a_kind_of_problem_that_does_not_exist_has_no_page(small: FlaskClient) -> None:
    for id in ("nothing", "..", "%00", "not-found%20"):
        answer = small.get(f"/docs/problems/{id}")
        assert answer.status_code == 404
        problem_in(answer)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        *((method, PATH, {"OPTIONS", "POST"}) for method in ("GET", "PUT", "PATCH", "DELETE")),
        *(
            ("POST", path, {"GET", "HEAD", "OPTIONS"})
            for path in ("/healthz", "/readyz", "/docs", "/openapi.json")
        ),
        ("VAKPAD", PATH, {"OPTIONS", "POST"}),
    ],
)
def test_a_method_that_a_path_does_not_take_is_a_problem_that_names_those_it_takes(
    small: FlaskClient, method: str, path: str, allowed: set[str]
) -> None:
    answer = small.open(path, method=method)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == allowed
    assert problem_in(answer)["type"] == "/docs/problems/method-not-allowed"


def test_a_head_request_for_what_takes_none_has_the_status_and_no_body(small: FlaskClient) -> None:
    answer = small.head(PATH)
    assert (answer.status_code, answer.data) == (405, b"")


@pytest.mark.parametrize("kind", PROBLEM_KINDS, ids=lambda kind: kind.id)
def test_every_kind_of_problem_has_its_page(small: FlaskClient, kind: ProblemKind) -> None:
    page = small.get(kind.page)
    assert page.status_code == 200
    assert page.mimetype == "text/html"
    for words in (kind.title, str(kind.status)):
        assert words in page.text


def test_every_code_of_a_mistake_is_explained(small: FlaskClient) -> None:
    page = small.get(PROFILE_REFUSED.page).text
    assert re.findall(r'<dt id="(\w+)">', page) == list(MISTAKES)


def test_what_nobody_foresaw_is_a_problem_without_a_word_about_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = _app()

    @app.get("/broken")
    def broken() -> Any:
        raise ValueError("Jansen wil weg")

    answer = app.test_client().get("/broken")

    assert answer.status_code == 500
    assert problem_in(answer)["type"] == "/docs/problems/internal-error"
    assert "Jansen" not in answer.text + caplog.text


def test_advice_that_cannot_be_given_is_a_problem_too() -> None:
    app = _app()
    app.view_functions["recommendations.recommend"] = lambda: 1 / 0
    answer = ask(app.test_client(), {"title": "PMO'er"})
    assert answer.status_code == 500
    problem_in(answer)


@pytest.mark.parametrize("status", [400, 401, 403, 409, 410, 414, 418, 429, 500, 502, 503])
def test_any_other_error_keeps_its_status_and_is_a_problem(status: int) -> None:
    app = _app()

    @app.get("/error")
    def error() -> Any:
        abort(status)

    answer = app.test_client().get("/error")
    assert answer.status_code == status
    problem_in(answer)


def test_of_many_mistakes_the_first_hundred_are_listed_and_all_are_counted(
    small: FlaskClient,
) -> None:
    problem = problem_in(ask(small, _with_unknown_fields(12_345)))
    assert problem["detail"] == (
        "12,345 things in the profile must be mended; the first 100 are listed in errors."
    )
    assert [each["pointer"] for each in problem["errors"]] == [f"/{place}" for place in range(100)]


def test_what_many_mistakes_cost_grows_no_faster_than_what_was_sent(small: FlaskClient) -> None:
    """Squared, four times as many would cost sixteen times as much."""
    few, many = (min(_seconds(small, fields) for _ in range(3)) for fields in (4_000, 16_000))
    assert many < 10 * few


def _with_unknown_fields(count: int) -> dict[str, Any]:
    return {"title": "x"} | {str(place): 0 for place in range(count)}


def _seconds(client: FlaskClient, fields: int) -> float:
    profile = _with_unknown_fields(fields)
    start = perf_counter()
    assert ask(client, profile).status_code == 422
    return perf_counter() - start


def _app() -> Flask:
    return create_app(settings_for(SMALL), Served())
