"""Whatever is sent to `/v1/roadmaps`, the answer is one, or a problem of the sender."""

import json
from copy import deepcopy
from functools import cache
from typing import Any

from api.asking import SMALL, client_of, problem_in
from api.test_any_input import JSON, PROFILE, TEXTS, paths, replaced
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from service.api.problem_kinds import MISTAKES

AIM = {"language": "nl", "profile": PROFILE, "target": "governance-senior"}
MISSING = {"/title", "/profile", "/profile/title", "/target"}

often = settings(max_examples=200, deadline=None)


@cache
def client() -> FlaskClient:
    return client_of(SMALL)


def is_answered_well(sent: Any) -> None:
    body = json.dumps(sent).encode()
    answer = client().post("/v1/roadmaps", data=body, content_type="application/json")
    if answer.status_code == 200:
        assert answer.get_json()["outcome"]
        return
    assert answer.status_code in (400, 422), answer.text
    problem = problem_in(answer)
    assert {each["code"] for each in problem["errors"]} <= set(MISTAKES)
    for each in problem["errors"]:
        assert each["pointer"] in MISSING or leads_somewhere(sent, each["pointer"]), each


def leads_somewhere(sent: Any, pointer: str) -> bool:
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(sent, list):
            sent = sent[int(name)]
        elif isinstance(sent, dict) and name in sent:
            sent = sent[name]
        else:
            return False
    return True


@often
@given(JSON)
def test_any_json(value: Any) -> None:
    is_answered_well(value)


@often
@given(st.data())
def test_a_good_question_with_any_one_value_replaced(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(paths(AIM))))
    is_answered_well(replaced(AIM, path, data.draw(JSON)))


@often
@given(TEXTS)
def test_any_target(target: str) -> None:
    aim: Any = deepcopy(AIM)
    is_answered_well(aim | {"target": target})
