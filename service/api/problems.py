"""Errors as problem details (RFC 9457), whatever went wrong and on whatever path.

No answer ever holds the text of an exception.
"""

import json
from collections.abc import Iterable, Mapping

from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from service.api.problem_kinds import (
    BAD_REQUEST,
    BODY_TOO_LARGE,
    INTERNAL_ERROR,
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    NOT_READY,
    PROFILE_REFUSED,
    UNSUPPORTED_MEDIA_TYPE,
    ProblemKind,
)
from service.log import log
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

    def __init__(self, kind: ProblemKind, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


def problem_answer(
    kind: ProblemKind,
    detail: str,
    errors: Iterable[ProfileError] = (),
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    status = status or kind.status
    payload = {
        "type": kind.page,
        "title": kind.title,
        "status": status,
        "detail": detail,
        "errors": [
            {"pointer": error.pointer, "code": error.code, "message": error.message}
            for error in errors
        ],
    }
    answer = Response(json.dumps(payload, ensure_ascii=False), status, mimetype=MEDIA_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Language"] = "en"
    answer.headers.extend(headers or {})
    return answer


def register(app: Flask) -> None:
    """Answers everything that can go wrong in `app` with a problem."""
    app.register_error_handler(Problem, _problem)
    app.register_error_handler(ProfileRefused, _refused)
    app.register_error_handler(NothingServed, _nothing_served)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def _problem(problem: Problem) -> Response:
    return problem_answer(problem.kind, problem.detail)


def _refused(refused: ProfileRefused) -> Response:
    count, first = len(refused.errors), refused.errors[:MOST_ERRORS]
    told = "all are" if count <= MOST_ERRORS else f"the first {MOST_ERRORS} are"
    detail = f"{count:,} things in the profile must be mended; {told} listed in errors."
    return problem_answer(PROFILE_REFUSED, first[0].message if count == 1 else detail, first)


def _nothing_served(_: NothingServed) -> Response:
    return problem_answer(NOT_READY, NOT_READY.about, headers={"Retry-After": "5"})


def _http(error: HTTPException) -> AnyResponse:
    status = error.code or INTERNAL_ERROR.status
    if status < BAD_REQUEST.status:
        return error.get_response()
    kind = _BY_STATUS.get(status, BAD_REQUEST if status < INTERNAL_ERROR.status else INTERNAL_ERROR)
    headers = {name: value for name, value in error.get_headers() if name == "Allow"}
    return problem_answer(kind, f"{kind.about} {kind.mend}", status=status, headers=headers)


def _unforeseen(error: Exception) -> Response:
    log.error("unforeseen", exc_info=error)
    return problem_answer(INTERNAL_ERROR, f"{INTERNAL_ERROR.about} {INTERNAL_ERROR.mend}")
