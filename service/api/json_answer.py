"""An answer in JSON: the same bytes as those of Flask, by an encoder that is made once."""

import json
from typing import Any

from flask import Response

from service.api.json_body import JSON

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
"""For plain data of our own, in which nothing can hold itself."""


def json_answer(payload: Any) -> Response:
    return Response(f"{_ENCODER.encode(payload)}\n", mimetype=JSON)
