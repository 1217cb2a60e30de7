"""Answers in JSON are the bytes that Flask would send."""

from flask import jsonify
from flask.testing import FlaskClient

from service.api.json_answer import json_answer

PAYLOAD = {
    "z": [1, 3.5, True, None, {"b": {}, "a": []}],
    "a": 'Een "PMO\'er" in Curaçao\n\t\\ \u2028 \x7f 🙂',
}


def test_an_answer_is_byte_for_byte_that_of_flask(client: FlaskClient) -> None:
    with client.application.test_request_context():
        expected = jsonify(PAYLOAD)

    answer = json_answer(PAYLOAD)

    assert answer.data == expected.data
    assert answer.content_type == expected.content_type == "application/json"
