"""flask-smorest, mended: errors are problem details, and OpenAPI is 3.1."""

from collections.abc import Callable
from typing import Any

import flask_smorest
from flask import Flask
from marshmallow.fields import Field

from schemas.problem import ProblemSchema
from schemas.profile_fields import Ratings
from service.api.problem_kinds import (
    BODY_TOO_LARGE,
    INTERNAL_ERROR,
    MALFORMED_JSON,
    PROBLEM_KINDS,
    PROFILE_REFUSED,
    QUERY_REFUSED,
    RULE_NOT_FOUND,
    UNSUPPORTED_MEDIA_TYPE,
    ProblemKind,
)
from service.api.problems import MEDIA_TYPE, Problem
from service.reading.profile import ProfileError

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
    """A resource that documents how it can fail. Bodies are read by `service.api.asked`.

    Its decorators only document: views make their own responses, so that nothing needs to stand
    between a request and its view.
    """

    def response(self, *args: Any, **kwargs: Any) -> Any:
        return _documenting(super().response(*args, **kwargs))

    def alt_response(self, *args: Any, **kwargs: Any) -> Any:
        return _documenting(super().alt_response(*args, **kwargs))

    @staticmethod
    def doc(**kwargs: Any) -> Any:
        return _documenting(flask_smorest.Blueprint.doc(**kwargs))

    def refuses(self, *kinds: ProblemKind) -> Any:
        """Documents that a view can end in these problems."""

        def decorate(view: Any) -> Any:
            for kind in kinds:
                view = self.alt_response(kind.status, response=kind.id)(view)
            return view

        return decorate


def _documenting(decorate: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A decorator of flask-smorest that leaves its documentation, and no layer around the view."""

    def document(view: Any) -> Any:
        view._apidoc = decorate(view)._apidoc
        return view

    return document


class Api(flask_smorest.Api):
    """The description of the whole API. How errors are answered is not its business."""

    def _register_error_handlers(self) -> None:
        """Leaves errors to `service.api.problems`."""

    def init_app(self, app: Flask, **kwargs: Any) -> None:
        super().init_app(app, **kwargs)
        self.ma_plugin.converter.add_attribute_function(_names_of_properties)

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
        example = _EXAMPLES.get(kind, Problem(kind)).payload
        self.spec.components.response(
            name,
            {
                "description": f"{kind.title}. {kind.mend}",
                "content": {MEDIA_TYPE: {"schema": ProblemSchema, "example": example}},
            },
            lazy=True,
        )


def _names_of_properties(_: Any, field: Field[Any], **__: Any) -> dict[str, Any]:
    """What the names in an object must be: apispec takes it from no field by itself."""
    return {"propertyNames": dict(field.names)} if isinstance(field, Ratings) else {}


def _example(kind: ProblemKind, detail: str, *places: tuple[str, str]) -> Problem:
    """As the service says it; each place is a pointer and a code."""
    return Problem(kind, detail, tuple(ProfileError(*place, detail) for place in places))


_EXAMPLES = {
    example.kind: example
    for example in (
        _example(
            MALFORMED_JSON,
            "The body is not JSON. NaN is not a number in JSON. Leave it out, or send null.",
        ),
        _example(BODY_TOO_LARGE, "The body has more than 262,144 bytes; that is the limit."),
        _example(
            UNSUPPORTED_MEDIA_TYPE,
            "Send the body with the header Content-Type: application/json or "
            "application/vnd.jsonresume+json.",
        ),
        _example(
            PROFILE_REFUSED,
            "`analitical` is not a competence that Vakpad knows. Did you mean `analytical`?",
            ("/competences/analitical", "unknown_competence"),
        ),
        _example(
            QUERY_REFUSED,
            "There is no stage `grwth`. Did you mean `growth`?",
            ("/stage", "unknown_stage"),
        ),
        _example(
            RULE_NOT_FOUND,
            "There is no rule `office-looks-across-project`. Did you mean "
            "`office-looks-across-projects`?",
        ),
    )
}
"""What is answered to what the tests send; other kinds always say the same."""


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
