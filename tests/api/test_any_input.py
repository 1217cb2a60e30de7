"""Whatever is sent, the answer is advice or a problem of the sender, never one of the service."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from api.asking import SMALL, ask, client_of, problem_in
from flask.testing import FlaskClient
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas.profile import EXAMPLE
from service.api.problem_kinds import MISTAKES

PROFILE = EXAMPLE | {
    "work": ["raid-log", "portfolio-report"],
    "competences": {"analytical": 4, "stressbestendig": 5},
    "goals": ["deepen"],
}
FIELDS = st.sampled_from([*PROFILE, "level", "specialisation", "years_in_pmo", "analytical"])
NUMBERS = st.integers() | st.floats() | st.sampled_from([0, 1, 5, 6, 1e308, -0.0, 10**400])
TEXTS = st.text(max_size=30) | st.text(st.characters(codec=None), max_size=10)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inside: (
        st.lists(inside, max_size=5) | st.dictionaries(TEXTS | FIELDS, inside, max_size=5)
    ),
    max_leaves=15,
)
Path = tuple[str | int, ...]

often = settings(max_examples=300, deadline=None)


@cache
def client() -> FlaskClient:
    return client_of(SMALL)


def is_answered_well(body: bytes) -> None:
    """The answer is advice, or says what is wrong and points at it in what was sent."""
    answer = ask(client(), body)
    if answer.status_code == 200:
        assert answer.get_json()["outcome"]
        return
    assert answer.status_code in (400, 422), answer.text
    problem = problem_in(answer)
    assert {each["code"] for each in problem["errors"]} <= set(MISTAKES)
    assert (answer.status_code == 422) == bool(problem["errors"])
    if answer.status_code == 422:
        sent = json.loads(body, strict=False)
        for each in problem["errors"]:
            assert points_into(sent, each["pointer"]), each


def points_into(sent: Any, pointer: str) -> bool:
    """Whether a pointer leads to something that was sent, or to a title that was not."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(sent, list):
            sent = sent[int(name)]
        elif isinstance(sent, dict) and name in sent:
            sent = sent[name]
        else:
            return pointer == "/title"
    return True


@often
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b'{"title": "\xff"}')
def test_any_bytes(body: bytes) -> None:
    is_answered_well(body)


@often
@given(JSON)
def test_any_json(value: Any) -> None:
    is_answered_well(json.dumps(value).encode())


@often
@given(st.dictionaries(FIELDS, JSON, max_size=6))
def test_any_values_in_the_fields_of_a_profile(value: Any) -> None:
    is_answered_well(json.dumps({"title": "PMO'er"} | value).encode())


@often
@given(st.data())
def test_a_good_profile_with_any_one_value_replaced(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(paths(PROFILE))))
    changed = replaced(PROFILE, path, data.draw(JSON))
    is_answered_well(json.dumps(changed).encode())


@often
@given(st.data())
def test_a_good_profile_with_any_one_thing_added(data: st.DataObject) -> None:
    profile: Any = deepcopy(PROFILE)
    place = data.draw(st.sampled_from(["", "current", "experience", "competences"]))
    part = profile[place] if place else profile
    part[data.draw(TEXTS | FIELDS)] = data.draw(JSON)
    is_answered_well(json.dumps(profile).encode())


@often
@given(st.data())
def test_a_good_profile_with_any_bytes_changed(data: st.DataObject) -> None:
    body = bytearray(json.dumps(PROFILE).encode())
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 10)))
    body[start:end] = data.draw(st.binary(max_size=10))
    is_answered_well(bytes(body))


def test_the_profile_that_is_changed_is_good() -> None:
    assert ask(client(), PROFILE).status_code == 200


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where something stands in a value: everything in it, and the whole."""
    yield path
    if isinstance(value, dict | list):
        for step, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(each, (*path, step))


def replaced(value: Any, path: Path, by: Any) -> Any:
    if not path:
        return by
    changed = deepcopy(value)
    part = changed
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = by
    return changed
