"""One line in the log for each request: never anything that was sent in a body or a query."""

from time import perf_counter
from urllib.parse import quote

from flask import Flask, Response, g, request

from service.api.current import served_now
from service.log import log
from service.serving import NothingServed

LONGEST_PATH = 200


def register(app: Flask) -> None:
    app.before_request(_start)
    app.after_request(_finish)


def _start() -> None:
    g.started = perf_counter()


def _finish(answer: Response) -> Response:
    log.info(
        "request",
        method=quote(request.method[:LONGEST_PATH]),
        path=quote(request.path[:LONGEST_PATH], safe="/"),
        status=answer.status_code,
        ms=round((perf_counter() - g.started) * 1000, 1),
        rulebook=_rulebook(),
    )
    return answer


def _rulebook() -> str | None:
    try:
        return served_now().rulebook.digest[:19]
    except NothingServed:
        return None
