"""Each file in `resumes/` is a list of documents that are no résumé to give advice on.

A case has a `body` and exactly the `errors` that it is refused with, each as
`[pointer, code, words in the message]`. A new case needs no programming.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from api.asking import SHIPPED, client_of, problem_in
from flask.testing import FlaskClient

from schemas.json_resume import MEDIA_TYPE

FILES = sorted((Path(__file__).parent / "resumes").glob("*.json"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['case']}")
    for file in FILES
    for case in json.loads(file.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return client_of(SHIPPED)


@pytest.mark.parametrize("path", ["/v1/recommendations", "/v1/conversation-sheets"])
@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_with_what_is_wrong_and_where(
    case: dict[str, Any], path: str, client: FlaskClient
) -> None:
    answer = client.post(path, data=case["body"].encode(), content_type=MEDIA_TYPE)

    assert answer.status_code == 422, answer.text
    problem = problem_in(answer)
    assert problem["type"] == "/docs/problems/profile-refused"
    found = [(each["pointer"], each["code"]) for each in problem["errors"]]
    assert found == [(pointer, code) for pointer, code, _ in case["errors"]]
    for each, (_, _, words) in zip(problem["errors"], case["errors"], strict=True):
        assert words in each["message"]
        assert each["message"].endswith(".")
