"""How a body is sent: what it is announced as, how it is packed and where it ends."""

import gzip
from io import BytesIO
from typing import Any

import pytest
from api.asking import PATH, ask, problem_in
from flask.testing import FlaskClient

from service.api.json_body import LARGEST, UNREAD_LARGEST

BODY = b'{"title": "PMO\'er"}'


class Sending(BytesIO):
    """A body on its way; it may break off, and it counts what was taken in."""

    def __init__(self, body: bytes, *, breaks_off: bool = False) -> None:
        super().__init__(body)
        self.taken = 0
        self._breaks_off = breaks_off

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(size)
        self.taken += len(piece)
        if self._breaks_off and not piece:
            raise OSError("connection reset")
        return piece

    # What buffers around it may call instead.
    read1 = read


def chunked(client: FlaskClient, body: BytesIO) -> Any:
    """Posts a body whose length is not announced."""
    return client.post(
        PATH,
        input_stream=body,
        headers={"Content-Type": "application/json", "Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )


def announcing(client: FlaskClient, length: str) -> Any:
    """Posts a body with this for its length, whatever it is."""
    return client.post(
        PATH,
        input_stream=BytesIO(BODY),
        headers={"Content-Type": "application/json"},
        environ_overrides={"CONTENT_LENGTH": length},
    )


@pytest.mark.parametrize(
    "announced",
    [
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        'application/json;charset="UTF-8"',
        "application/json; charset=utf8",
    ],
)
def test_a_body_that_is_announced_as_json_is_read(small: FlaskClient, announced: str) -> None:
    assert ask(small, BODY, Content_Type=announced).status_code == 200


@pytest.mark.parametrize(
    "announced",
    [
        "",
        "text/plain",
        "text/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/problem+json",
        "application/json; charset=utf-16",
        "application/json; charset=latin-1",
        "application/json; profile=x",
        "json",
        "application/json, text/plain",
        "*/*",
        "\u00e9",
    ],
)
def test_a_body_that_is_announced_as_anything_else_is_refused(
    small: FlaskClient, announced: str
) -> None:
    answer = ask(small, BODY, Content_Type=announced)
    assert answer.status_code == 415
    problem = problem_in(answer)
    assert problem["type"] == "/docs/problems/unsupported-media-type"
    assert problem["detail"].startswith(
        "Send the body with the header Content-Type: application/json"
    )


def test_a_body_without_any_announcement_is_refused(small: FlaskClient) -> None:
    answer = small.post(PATH, data=BODY)
    assert answer.status_code == 415
    problem_in(answer)


def test_a_compressed_body_is_refused(small: FlaskClient) -> None:
    answer = ask(small, gzip.compress(BODY), Content_Encoding="gzip")
    assert answer.status_code == 415
    assert problem_in(answer)["detail"] == ("Send the body uncompressed, without Content-Encoding.")


def test_a_body_that_is_packed_in_nothing_is_read(small: FlaskClient) -> None:
    assert ask(small, BODY, Content_Encoding="identity").status_code == 200


def test_a_body_in_chunks_is_read(small: FlaskClient) -> None:
    assert chunked(small, BytesIO(BODY)).status_code == 200


def test_a_body_in_chunks_is_not_taken_in_beyond_the_limits(small: FlaskClient) -> None:
    body = Sending(b" " * (10 * UNREAD_LARGEST))
    answer = chunked(small, body)
    assert answer.status_code == 413
    problem_in(answer)
    assert body.taken <= LARGEST + UNREAD_LARGEST + 2 * 64 * 1024


@pytest.mark.parametrize("body", [BODY, BODY[:10], b""], ids=["complete", "cut off", "nothing"])
def test_a_body_in_chunks_that_breaks_off_is_told_so(small: FlaskClient, body: bytes) -> None:
    answer = chunked(small, Sending(body, breaks_off=True))
    assert answer.status_code == 400
    problem = problem_in(answer)
    assert problem["type"] == "/docs/problems/bad-request"
    assert problem["detail"] == f"The body broke off after {len(body)} bytes."


def test_a_body_that_ends_before_its_announced_length_is_told_so(small: FlaskClient) -> None:
    answer = announcing(small, "1000")
    assert answer.status_code == 400
    problem = problem_in(answer)
    assert problem["type"] == "/docs/problems/bad-request"
    assert problem["detail"] == f"The body broke off after {len(BODY)} of 1,000 bytes."


def test_a_length_beyond_the_limit_is_refused_before_anything_is_read(small: FlaskClient) -> None:
    answer = announcing(small, str(LARGEST + 1))
    assert answer.status_code == 413
    problem_in(answer)


@pytest.mark.parametrize("length", ["", "0", "-1", "x", "1e3", "9" * 400])
def test_a_length_that_is_no_use_is_a_problem(small: FlaskClient, length: str) -> None:
    answer = announcing(small, length)
    assert answer.status_code in (400, 413)
    problem_in(answer)
