"""`/docs`: what can be asked, what can go wrong and how to send what, as pages for people."""

import re
from http import HTTPStatus
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, get_args

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    make_response,
    render_template,
    request,
    send_from_directory,
)
from markupsafe import Markup, escape

from schemas.faults import shown
from service.api.asked import preferred_language
from service.api.current import served_now
from service.api.problem_kinds import (
    MISTAKES,
    PROBLEM_KINDS,
    PROFILE_REFUSED,
    QUERY_MISTAKES,
    QUERY_REFUSED,
)
from service.api.scales import SCALES
from service.checks.pages import PAGES as CHECK_PAGES
from service.rulebook.diagnostics import Severity, nearest
from service.rulebook.vocabulary import Language

blueprint = Blueprint(
    "docs",
    __name__,
    url_prefix="/docs",
    template_folder="templates",
    static_folder="assets",
    static_url_path="/assets",
)

PAGES = {
    "/docs": {"nl": "Overzicht", "en": "Overview"},
    "/docs/api": {"nl": "API", "en": "API reference"},
    "/docs/ratings": {"nl": "Beoordelingen", "en": "Ratings"},
    "/docs/checks": {"nl": "Controles", "en": "Checks of rule files"},
    "/docs/privacy": {"nl": "Privacy en doel", "en": "Privacy and purpose"},
}

METHODS = ("get", "post", "put", "patch", "delete")
"""What a path in the description may also have, such as its parameters, is no operation."""

TRANSLATED = ("/docs/ratings", "/docs/privacy")

OURS_ALONE = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
WITH_SCRIPTS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Swagger UI shows small pictures out of its own style sheet, and asks for our description."""

_CODE = re.compile(r"`([^`]+)`")
_KINDS = {kind.id: kind for kind in PROBLEM_KINDS}
_MISTAKES = {PROFILE_REFUSED: MISTAKES, QUERY_REFUSED: QUERY_MISTAKES}


@blueprint.get("")
def index() -> Response:
    return _page("index", operations=_operations(), kinds=PROBLEM_KINDS)


@blueprint.get("/api")
def reference() -> Response:
    return _page("api", policy=WITH_SCRIPTS)


@blueprint.get("/problems/<id>")
def problem(id: str) -> Response:
    kind = _KINDS.get(id) or abort(404)
    return _page("problem", kind=kind, mistakes=_MISTAKES.get(kind, {}))


@blueprint.get("/checks")
@blueprint.get("/checks/")
def checks() -> Response:
    by_severity = {
        severity: [each for each in CHECK_PAGES.values() if each.severity is severity]
        for severity in Severity
    }
    return _page("checks", by_severity=by_severity)


@blueprint.get("/checks/<code>")
def check(code: str) -> Response:
    found = CHECK_PAGES.get(code)
    if found is not None:
        return _page("check", check=found)
    page = _page("no_check", code=shown(code), near=nearest(code, CHECK_PAGES))
    page.status_code = HTTPStatus.NOT_FOUND
    return page


@blueprint.get("/ratings")
def ratings() -> Response:
    language = _language()
    known = [
        {"value": each.value, "meaning": each.meaning.in_language(language)}
        for each in served_now().rulebook.ratings
    ]
    return _page("ratings", language, ratings=known, scales=SCALES)


@blueprint.get("/privacy")
def privacy() -> Response:
    language = _language()
    texts = served_now().rulebook.guardrail_texts
    said = {
        name: texts[id].in_language(language)
        for name, id in (("purpose", "purpose"), ("advice_not_decision", "advice-not-decision"))
    }
    return _page("privacy", language, **said)


@blueprint.get("/assets/swagger/<path:name>")
def swagger(name: str) -> Response:
    """The files of Swagger UI, from the package that they came in."""
    with as_file(files("flask_swagger_ui") / "dist") as folder:
        return send_from_directory(Path(folder), name, max_age=3600)


def _page(
    name: str, language: Language = "en", *, policy: str = OURS_ALONE, **content: Any
) -> Response:
    page = make_response(
        render_template(
            f"docs/{name}.html",
            pages=PAGES,
            translated=TRANSLATED,
            language=language,
            **content,
        )
    )
    page.headers["Content-Security-Policy"] = policy
    page.headers["X-Content-Type-Options"] = "nosniff"
    page.headers["Cache-Control"] = "no-cache"
    page.content_language.add(language)
    page.vary.add("Accept-Language")
    page.add_etag()
    page.make_conditional(request)
    return page


@blueprint.app_template_filter("with_code")
def with_code(text: str) -> Markup:
    """A text of the description, with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def _language() -> Language:
    """What the link says, else what the browser prefers."""
    asked = request.args.get("language")
    return next((each for each in get_args(Language) if each == asked), preferred_language())


def _operations() -> list[dict[str, Any]]:
    """Each operation in the description of the API, with its path and method."""
    api = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return [
        {"path": path, "method": method.upper(), **operation}
        for path, operations in api.spec.to_dict()["paths"].items()
        for method, operation in operations.items()
        if method in METHODS
    ]
