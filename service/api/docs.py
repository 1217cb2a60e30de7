"""`/docs`: what can be asked and what can go wrong, as pages for people."""

from typing import Any

from flask import Blueprint, abort, current_app, render_template

from service.api.problem_kinds import (
    MISTAKES,
    PROBLEM_KINDS,
    PROFILE_REFUSED,
    QUERY_MISTAKES,
    QUERY_REFUSED,
)

blueprint = Blueprint("docs", __name__, url_prefix="/docs", template_folder="templates")

METHODS = ("get", "post", "put", "patch", "delete")
"""What a path in the description may also have, such as its parameters, is no operation."""

_KINDS = {kind.id: kind for kind in PROBLEM_KINDS}
_MISTAKES = {PROFILE_REFUSED: MISTAKES, QUERY_REFUSED: QUERY_MISTAKES}


@blueprint.get("")
def index() -> str:
    return render_template("docs.html", operations=_operations(), kinds=PROBLEM_KINDS)


@blueprint.get("/problems/<id>")
def problem(id: str) -> str:
    kind = _KINDS.get(id) or abort(404)
    return render_template("problem.html", kind=kind, mistakes=_MISTAKES.get(kind, {}))


def _operations() -> list[dict[str, Any]]:
    """Each operation in the description of the API, with its path and method."""
    api = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return [
        {"path": path, "method": method.upper(), **operation}
        for path, operations in api.spec.to_dict()["paths"].items()
        for method, operation in operations.items()
        if method in METHODS
    ]
