"""flask-smorest, mended: bodies are read strictly, errors are problem details, OpenAPI is 3.1."""

from typing import Any, NoReturn

import flask_smorest
from flask import Flask, Request
from marshmallow import Schema, ValidationError
from webargs.flaskparser import FlaskParser

from schemas.problem import ProblemSchema
from service.api.json_body import json_body
from service.api.problem_kinds import (
    BODY_TOO_LARGE,
    INTERNAL_ERROR,
    MALFORMED_JSON,
    PROBLEM_KINDS,
    PROFILE_REFUSED,
    UNSUPPORTED_MEDIA_TYPE,
    ProblemKind,
)
from service.api.problems import MEDIA_TYPE
from service.reading.sent import refusal_of

VERSION = "1"
ABOUT = """\
Vakpad recommends growth **inside** the PMO profession, and says why.

Post what you know about a person; null is not sent, and not sent is unknown, never low. The answer
is advice to that person, not a decision about them. The same profile and the same rulebook always
give the same answer; the header `Vakpad-Rulebook` names the rulebook.

Every error, on every path, is a problem as RFC 9457 describes it.
"""


class BodyParser(FlaskParser):
    """Reads bodies by our own rules, and refuses in our own words."""

    def load_json(self, req: Request, schema: Schema) -> Any:
        return json_body(req)

    def handle_error(
        self,
        error: ValidationError,
        req: Request,
        schema: Schema,
        *,
        error_status_code: int | None,
        error_headers: Any,
    ) -> NoReturn:
        # webargs has put the faults under the place where they were found.
        (error.messages,) = error.messages_dict.values()
        raise refusal_of(error, error.data) from None  # type: ignore[arg-type]


class Blueprint(flask_smorest.Blueprint):
    """A resource. What takes a body also documents how a body can be refused."""

    ARGUMENTS_PARSER = BodyParser()

    def arguments(self, schema: type[Schema], **options: Any) -> Any:
        take = super().arguments(schema, **options)
        refusals = self.refuses(
            MALFORMED_JSON, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, PROFILE_REFUSED
        )

        def decorate(view: Any) -> Any:
            taking = take(refusals(view))
            # flask-smorest's own refusal goes: its name depends on the version of Python.
            del taking._apidoc["arguments"]["responses"]
            return taking

        return decorate

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
            "errors": _EXAMPLE_ERRORS if kind is PROFILE_REFUSED else [],
        }
        self.spec.components.response(
            name,
            {
                "description": f"{kind.title}. {kind.mend}",
                "content": {MEDIA_TYPE: {"schema": ProblemSchema, "example": example}},
            },
            lazy=True,
        )


_EXAMPLE_ERRORS = [
    {
        "pointer": "/competences/analitical",
        "code": "unknown_competence",
        "message": "`analitical` is not a competence that Vakpad knows. Did you mean `analytical`?",
    }
]


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
