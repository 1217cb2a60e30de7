"""Errors as problem details (RFC 9457), whatever went wrong and on whatever path.

No answer ever holds the text of an exception.
"""

import json
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from service.api.problem_kinds import (
    BAD_REQUEST,
    BODY_TOO_LARGE,
    INTERNAL_ERROR,
    MALFORMED_JSON,
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    NOT_READY,
    PROFILE_REFUSED,
    UNSUPPORTED_MEDIA_TYPE,
    ProblemKind,
)
from service.log import log
from service.reading.json_text import NotJson
from service.reading.profile import ProfileError, ProfileRefused
from service.serving import NothingServed

MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 100

_BY_STATUS = {
    kind.status: kind
    for kind in (NOT_FOUND, METHOD_NOT_ALLOWED, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE)
}


class Problem(Exception):
    """Ends a request with a problem of this kind; `detail` says what is wrong this time."""

    def __init__(
        self,
        kind: ProblemKind,
        detail: str = "",
        errors: tuple[ProfileError, ...] = (),
        *,
        status: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail or f"{kind.about} {kind.mend}"
        self.errors = errors
        self.status = status or kind.status

    @property
    def payload(self) -> dict[str, Any]:
        return {
            "type": self.kind.page,
            "title": self.kind.title,
            "status": self.status,
            "detail": self.detail,
            "errors": [
                {"pointer": error.pointer, "code": error.code, "message": error.message}
                for error in self.errors
            ],
        }


def malformed(error: NotJson) -> Problem:
    return Problem(MALFORMED_JSON, f"The body is not JSON. {error}")


def refusal(refused: ProfileRefused) -> Problem:
    """Everything that is wrong with a profile, up to `MOST_ERRORS`."""
    count, first = len(refused.errors), refused.errors[:MOST_ERRORS]
    told = "all are" if count <= MOST_ERRORS else f"the first {MOST_ERRORS} are"
    detail = f"{count:,} things in the profile must be mended; {told} listed in errors."
    return Problem(PROFILE_REFUSED, first[0].message if count == 1 else detail, first)


def problem_answer(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    text = json.dumps(problem.payload, ensure_ascii=False)
    answer = Response(text, problem.status, mimetype=MEDIA_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Language"] = "en"
    answer.headers.extend(headers or {})
    return answer


def register(app: Flask) -> None:
    """Answers everything that can go wrong in `app` with a problem."""
    app.register_error_handler(Problem, problem_answer)
    app.register_error_handler(ProfileRefused, _refused)
    app.register_error_handler(NothingServed, _nothing_served)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def _refused(refused: ProfileRefused) -> Response:
    return problem_answer(refusal(refused))


def _nothing_served(_: NothingServed) -> Response:
    return problem_answer(Problem(NOT_READY), {"Retry-After": "5"})


def _http(error: HTTPException) -> AnyResponse:
    status = error.code or INTERNAL_ERROR.status
    if status < BAD_REQUEST.status:
        return error.get_response()
    kind = _BY_STATUS.get(status, BAD_REQUEST if status < INTERNAL_ERROR.status else INTERNAL_ERROR)
    headers = {name: value for name, value in error.get_headers() if name == "Allow"}
    return problem_answer(Problem(kind, status=status), headers)


def _unforeseen(error: Exception) -> Response:
    log.error("unforeseen", exc_info=error)
    return problem_answer(Problem(INTERNAL_ERROR))
