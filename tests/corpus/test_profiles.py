r"""Each file in `profiles/` is a list of bodies that a portal might send, with what is answered.

A case sends either a `profile`, or a `body`: a list of texts and of `[text, times]`, so that long
ones stay readable; `\u00ff` in a body is that byte. It expects a `status`. For a refusal it also
expects the `problem`, words in its `detail`, and exactly the `errors`, each as
`[pointer, code, message]` with any part of the message that must be in it. For advice it expects
the `answer`: the parts that must be so. A new case needs no programming. The rules are those of
`tests/rulebooks/small`.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from api.asking import SMALL, ask, client_of, problem_in
from flask.testing import FlaskClient

from service.api.problem_kinds import MISTAKES

FILES = sorted((Path(__file__).parent / "profiles").glob("*.json"))
NOT_IN_A_PROFILE = {"not_a_date", "same_name", "too_few", "unknown_role"}
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['case']}")
    for file in FILES
    for case in json.loads(file.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return client_of(SMALL)


def _sent(case: dict[str, Any]) -> Any:
    if "profile" in case:
        return case["profile"]
    parts = [part if isinstance(part, list) else [part, 1] for part in case["body"]]
    return "".join(text * times for text, times in parts).encode("latin-1")


def _holds(expected: Any, found: Any) -> bool:
    if not isinstance(expected, dict):
        return bool(expected == found)
    return all(_holds(each, found[name]) for name, each in expected.items())


@pytest.mark.parametrize("case", CASES)
def test_whatever_is_sent_is_advised_on_or_refused_with_what_is_wrong(
    case: dict[str, Any], client: FlaskClient
) -> None:
    answer = ask(client, _sent(case))

    assert answer.status_code == case["status"], answer.text
    if case["status"] == 200:
        assert _holds(case["answer"], answer.get_json()), answer.text
        return
    problem = problem_in(answer)
    assert problem["type"] == f"/docs/problems/{case['problem']}"
    assert case.get("detail", "") in problem["detail"]
    found = [(each["pointer"], each["code"]) for each in problem["errors"]]
    assert found == [(pointer, code) for pointer, code, _ in case["errors"]]
    for each, (_, _, words) in zip(problem["errors"], case["errors"], strict=True):
        assert words in each["message"]
        assert each["message"].endswith((".", "?", "_ : -"))


def test_no_two_cases_have_the_same_name() -> None:
    names = [case.id for case in CASES]
    assert len(names) == len(set(names)) >= 100


def test_every_code_of_a_mistake_is_in_some_case() -> None:
    codes = {code for case in CASES for _, code, _ in case.values[0].get("errors", ())}
    assert codes == set(MISTAKES) - NOT_IN_A_PROFILE
