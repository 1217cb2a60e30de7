"""flask-smorest, mended: errors are problem details, and OpenAPI is 3.1."""

from typing import Any

import flask_smorest
from flask import Flask

from schemas.problem import ProblemSchema
from service.api.problem_kinds import (
    INTERNAL_ERROR,
    PROBLEM_KINDS,
    PROFILE_REFUSED,
    QUERY_REFUSED,
    ProblemKind,
)
from service.api.problems import MEDIA_TYPE

VERSION = "1"
NOT_MODIFIED = "not-modified"
ABOUT = """\
Vakpad recommends growth **inside** the PMO profession, and says why.

Post what you know about a person; null is not sent, and not sent is unknown, never low. The answer
is advice to that person, not a decision about them. The same profile and the same rulebook always
give the same answer; the header `Vakpad-Rulebook` names the rulebook.

Every error, on every path, is a problem as RFC 9457 describes it.
"""


class Blueprint(flask_smorest.Blueprint):
    """A resource that documents how it can fail. Bodies are read by `service.api.asked`."""

    def refuses(self, *kinds: ProblemKind) -> Any:
        """Documents that a view can end in these problems."""

        def decorate(view: Any) -> Any:
            for kind in kinds:
                view = self.alt_response(kind.status, response=kind.id)(view)
            return view

        return decorate


class Api(flask_smorest.Api):
    """The description of the whole API. How errors are answered is not its business."""

    def _register_error_handlers(self) -> None:
        """Leaves errors to `service.api.problems`."""

    def _register_responses(self) -> None:
        for kind in PROBLEM_KINDS:
            self._register_problem(kind.id, kind)
        self._register_problem(self.DEFAULT_ERROR_RESPONSE_NAME, INTERNAL_ERROR)
        unchanged = {"description": "What was kept still holds."}
        self.spec.components.response(NOT_MODIFIED, unchanged, lazy=True)

    def _register_etag_headers(self) -> None:
        """None are used."""

    def _register_pagination_header(self) -> None:
        """None are used."""

    def _register_problem(self, name: str, kind: ProblemKind) -> None:
        example = {
            "type": kind.page,
            "title": kind.title,
            "status": kind.status,
            "detail": kind.about,
            "errors": _EXAMPLE_ERRORS.get(kind, []),
        }
        self.spec.components.response(
            name,
            {
                "description": f"{kind.title}. {kind.mend}",
                "content": {MEDIA_TYPE: {"schema": ProblemSchema, "example": example}},
            },
            lazy=True,
        )


_EXAMPLE_ERRORS = {
    PROFILE_REFUSED: [
        {
            "pointer": "/competences/analitical",
            "code": "unknown_competence",
            "message": "`analitical` is not a competence that Vakpad knows. Did you mean "
            "`analytical`?",
        }
    ],
    QUERY_REFUSED: [
        {
            "pointer": "/stage",
            "code": "unknown_stage",
            "message": "There is no stage `grwth`. Did you mean `growth`?",
        }
    ],
}


def describe(app: Flask) -> Api:
    """Serves the description at /openapi.json; blueprints registered with it appear there."""
    app.config.update(
        API_TITLE="Vakpad",
        API_VERSION=VERSION,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/",
        API_SPEC_OPTIONS={
            "info": {
                "description": ABOUT,
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "servers": [{"url": "/"}],
        },
    )
    return Api(app)
