"""The body of a request: announced as JSON, of a bearable size, and then strictly JSON."""

from typing import Any

from flask import Request, Response, request

from service.api.problem_kinds import (
    BAD_REQUEST,
    BODY_TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
)
from service.api.problems import Problem, malformed
from service.reading.json_text import NotJson, read_json

LARGEST = 256 * 1024
"""Bytes."""

JSON = "application/json"

UNREAD_LARGEST = 4 * LARGEST
"""Bytes of a refused body that are still taken in, so that its sender gets to see the answer."""


def json_body(sent: Request, media_types: tuple[str, ...] = (JSON,)) -> dict[str, Any]:
    """The object in the body, which must be announced as one of `media_types`.

    Raises `Problem` for one that cannot be read (400, 413, 415) and `ProfileRefused` for JSON that
    is no object or is not what it seems.
    """
    _check_announced(sent, media_types)
    try:
        return read_json(_read(sent))
    except NotJson as error:
        raise malformed(error) from None


def take_in_the_rest(answer: Response) -> Response:
    """Reads what is left of a body that was refused, before the answer goes out.

    Closing a connection on a sender who is still sending destroys the answer on its way.
    """
    left = UNREAD_LARGEST if answer.status_code >= BAD_REQUEST.status else 0
    while left > 0 and (piece := _piece(request, 64 * 1024)):
        left -= len(piece)
    return answer


def _check_announced(sent: Request, media_types: tuple[str, ...]) -> None:
    charsets = {name: value.lower() for name, value in sent.mimetype_params.items()}
    if sent.mimetype not in media_types or charsets not in (
        {},
        {"charset": "utf-8"},
        {"charset": "utf8"},
    ):
        raise Problem(
            UNSUPPORTED_MEDIA_TYPE,
            f"Send the body with the header Content-Type: {' or '.join(media_types)}.",
        )
    if sent.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise Problem(
            UNSUPPORTED_MEDIA_TYPE, "Send the body uncompressed, without Content-Encoding."
        )


def _read(sent: Request) -> bytes:
    """The whole body, never more than `LARGEST` bytes of it in memory."""
    announced = sent.content_length
    if announced is not None and announced > LARGEST:
        raise _too_large()
    body = bytearray()
    while piece := _piece(sent, LARGEST + 1 - len(body)):
        body += piece
        if len(body) > LARGEST:
            raise _too_large()
    if piece is None or (announced is not None and len(body) < announced):
        of_all = "" if announced is None else f" of {announced:,}"
        raise Problem(BAD_REQUEST, f"The body broke off after {len(body):,}{of_all} bytes.")
    return bytes(body)


def _piece(sent: Request, size: int) -> bytes | None:
    """The next bytes of the body, empty at its end; None when the sender or a chunk broke off."""
    try:
        return sent.stream.read(size)
    except Exception:  # Each server has its own errors for this.
        return None


def _too_large() -> Problem:
    return Problem(BODY_TOO_LARGE, f"The body has more than {LARGEST:,} bytes; that is the limit.")
