"""`POST /v1/partnerships`: two profiles in, what is said to the two out."""

import json
from typing import Any

import pytest
from api.asking import problem_in
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from schemas.partnership import DUO_EXAMPLE

PATH = "/v1/partnerships"
TWO = {"pmo": {"title": "PMO'er"}, "project_manager": {"title": "projectmanager"}}


def ask(client: FlaskClient, duo: Any, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(PATH, json=duo, headers=named)


def test_the_answer_has_what_the_contract_says(client: FlaskClient) -> None:
    answer = ask(client, DUO_EXAMPLE)
    assert answer.status_code == 200
    said = answer.get_json()
    assert list(said) == [
        *("rulebook", "language", "purpose", "completes", "tensions", "tips"),
        *("messages", "readings"),
    ]
    assert [(tip["tip"], tip["id"]) for tip in said["tips"]] == [
        (1, "trust"),
        (2, "equality"),
        (3, "mirror"),
        (4, "golden-match"),
        (5, "sparring"),
    ]
    for tip in said["tips"]:
        same = tip["text_for_pmo"] == tip["text_for_project_manager"]
        assert same is (tip["tip"] in {1, 2, 5})
    assert "questions-beside-drive" in [each["rule"] for each in said["completes"]]
    assert "high-aims-and-sober-estimates" in [each["rule"] for each in said["tensions"]]
    assert said["messages"] == [
        {
            "kind": "partnership",
            "rule": "guardrail-10",
            "text": "This is advice to you, not a decision about you. What you do with it "
            "is up to you.",
        }
    ]


def test_it_has_the_headers_of_an_answer_about_people(client: FlaskClient) -> None:
    answer = ask(client, TWO)
    assert answer.headers["Vakpad-Rulebook"] == answer.get_json()["rulebook"]["digest"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Language"] == "nl"


@pytest.mark.parametrize(
    ("sent", "header", "expected"),
    [
        ({}, "", "nl"),
        ({}, "en-GB", "en"),
        ({"language": "nl"}, "en", "nl"),
        ({"language": "en"}, "", "en"),
        ({"pmo": {"title": "PMO'er", "language": "en"}}, "", "nl"),
    ],
)
def test_the_two_get_one_language(
    client: FlaskClient, sent: dict[str, Any], header: str, expected: str
) -> None:
    answer = ask(client, TWO | sent, Accept_Language=header)
    assert answer.get_json()["language"] == expected


def test_evidence_names_whom_it_is_about(client: FlaskClient) -> None:
    duo = {
        "pmo": {"title": "PMO'er", "competences": {"kritisch": 5}},
        "project_manager": {"title": "PM", "competences": {"ambitieus": 4, "kritisch": 3}},
    }
    [reason] = ask(client, duo).get_json()["completes"]
    assert reason["evidence"] == [
        {"condition": "pmo competence critical is at least 4", "value": 5},
        {"condition": "project manager competence ambitious is at least 4", "value": 4},
        {"condition": "project manager competence critical is at most 3", "value": 3},
    ]


def test_a_measure_in_evidence_is_a_mean(client: FlaskClient) -> None:
    support = ("stress-resistant", "persistent", "flexible", "dedicated", "pragmatic", "realistic")
    duo = {
        "pmo": {"title": "PMO'er", "competences": {**dict.fromkeys(support, 4), "ambitious": 3}},
        "project_manager": {"title": "PM", "competences": {"ambitious": 4}},
    }
    reasons = {each["rule"]: each for each in ask(client, duo).get_json()["completes"]}
    assert reasons["calm-beside-ambition"]["evidence"][0]["value"] == [4.0, 4.0]


def test_what_could_still_be_sent_leaves_out_what_never_counts_here(client: FlaskClient) -> None:
    readings = ask(client, TWO).get_json()["readings"]
    for side in ("pmo", "project_manager"):
        assert "competence.critical" in readings[side]["unknown"]
        assert not [each for each in readings[side]["unknown"] if each.startswith("years")]
    assert readings["project_manager"]["title"]["kind"] == "project-management"


def test_every_mistake_in_either_profile_is_told_at_once(client: FlaskClient) -> None:
    duo = {
        "language": "de",
        "pmo": {"titel": "PMO'er", "competences": {"analitical": 4}},
        "project_manager": {"title": "PM", "competences": {"critical": 9}, "work": ["raid-lag"]},
    }
    problem = problem_in(ask(client, duo))
    assert problem["status"] == 422
    assert [(each["pointer"], each["code"]) for each in problem["errors"]] == [
        ("/language", "unknown_choice"),
        ("/pmo/title", "required"),
        ("/pmo/titel", "unknown_field"),
        ("/project_manager/competences/critical", "not_a_rating"),
        ("/pmo/competences/analitical", "unknown_competence"),
        ("/project_manager/work/0", "unknown_work"),
    ]


@pytest.mark.parametrize("side", ["pmo", "project_manager"])
@pytest.mark.parametrize("sent", [{}, {"null": None}], ids=["left out", "null"])
def test_both_profiles_must_be_there(client: FlaskClient, side: str, sent: dict[str, None]) -> None:
    duo: dict[str, Any] = {name: each for name, each in TWO.items() if name != side}
    if sent:
        duo[side] = None
    problem = problem_in(ask(client, duo))
    assert [(each["pointer"], each["code"]) for each in problem["errors"]] == [
        (f"/{side}", "required")
    ]


@pytest.mark.parametrize(
    ("duo", "pointer", "code"),
    [
        (TWO | {"title": "PMO'er"}, "/title", "unknown_field"),
        (TWO | {"pmo": "PMO'er"}, "/pmo", "not_an_object"),
        (TWO | {"pmo": {"title": "PMO'er", "age": 40}}, "/pmo/age", "unknown_field"),
        (TWO | {"score": 1}, "/score", "unknown_field"),
    ],
)
def test_what_does_not_belong_there_is_refused(
    client: FlaskClient, duo: Any, pointer: str, code: str
) -> None:
    problem = problem_in(ask(client, duo))
    assert [(each["pointer"], each["code"]) for each in problem["errors"]] == [(pointer, code)]


def test_a_resume_is_no_duo(client: FlaskClient) -> None:
    answer = client.post(PATH, data=json.dumps(TWO), content_type="application/vnd.jsonresume+json")
    assert problem_in(answer)["status"] == 415


def test_an_ambition_is_matched_and_dropped(client: FlaskClient) -> None:
    wish = "Ik wil projectmanager blijven, dat is mijn geheim."
    duo = TWO | {"project_manager": {"title": "PM", "ambition": wish}}
    answer = ask(client, duo)
    assert "geheim" not in answer.text
    assert answer.get_json()["readings"]["project_manager"]["goals"] == ["stay-project-manager"]
