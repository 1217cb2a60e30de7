"""`POST /v1/explanations`: why, why not, and what would have to change."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from api.asking import SHIPPED, client_of, problem_in
from flask.testing import FlaskClient

from schemas.explanation import (
    EXPLANATION_EXAMPLE,
    OBSTACLES,
    POSITIONS,
    REACHES,
    ExplanationSchema,
)
from service.explaining.changes import Reach
from service.explaining.verdict import Obstacle, Position

PATH = "/v1/explanations"
CLIENT = client_of(SHIPPED, "loopbaan@example.org")
OFFICE_MEDIOR = {
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "medior"},
    "competences": {"analytical": 4},
}


def explanation(profile: Any, target: str | None = None, language: str = "en") -> Any:
    sent = {"profile": profile, "language": language}
    answer = CLIENT.post(PATH, json=sent if target is None else {**sent, "target": target})
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def advice(profile: Any) -> Any:
    return CLIENT.post("/v1/recommendations", json={**profile, "language": "en"}).get_json()


def test_the_answer_has_what_the_contract_says() -> None:
    answer = CLIENT.post(PATH, json=EXPLANATION_EXAMPLE)
    assert answer.headers["Vakpad-Rulebook"] == answer.get_json()["rulebook"]["digest"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Language"] == "en"
    schema = ExplanationSchema()
    assert schema.validate(answer.get_json()) == {}
    assert set(answer.get_json()) == set(schema.fields)


def test_the_words_of_the_contract_are_those_of_the_code() -> None:
    assert [each.value for each in Position] == list(POSITIONS)
    assert [each.value for each in Obstacle] == list(OBSTACLES)
    assert [each.value for each in Reach] == list(REACHES)


# ---- Why --------------------------------------------------------------------


def test_it_explains_what_was_recommended_and_the_points_add_up() -> None:
    said, advised = explanation(OFFICE_MEDIOR), advice(OFFICE_MEDIOR)
    assert [(each["role"], each["score"]) for each in said["recommendations"]] == [
        (each["role"], each["score"]) for each in advised["recommendations"]
    ]
    for explained, recommended in zip(
        said["recommendations"], advised["recommendations"], strict=True
    ):
        assert explained["score"] == sum(each["points"] for each in explained["counted"])
        assert {each["rule"] for each in explained["counted"]} == {
            each["rule"] for each in recommended["because"]
        }
        assert all(each["status"] == "met" for each in explained["counted"])
    assert said["messages"] == advised["messages"]
    assert said["target"] is said["asked"] is None


def test_every_need_says_what_it_saw() -> None:
    first = explanation(OFFICE_MEDIOR)["recommendations"][0]
    seen = {need["condition"]: need for rule in first["counted"] for need in conditions(rule)}
    need = seen["competence analytical is at least 4"]
    assert (need["status"], need["attribute"], need["value"]) == ("met", "competence.analytical", 4)
    assert need["text"] == "You have a 4 or higher for ‘analytical’."
    assert "you have a 4 or higher for ‘analytical’ (4)" in " ".join(first["text"])


def conditions(rule: Any) -> Iterator[Any]:
    for need in rule["needs"]:
        if need["together"] is None:
            yield need
            for behind in need["given_by"]:
                yield from conditions(behind)
        yield from conditions(need)


def test_what_is_unknown_is_open_and_never_counts() -> None:
    said = explanation({"title": "PMO'er", "current": OFFICE_MEDIOR["current"]}, "assurance-medior")
    opened = said["target"]["open"]
    assert opened
    for rule in opened:
        assert rule["status"] == "unknown"
        assert any(need["status"] == "unknown" for need in rule["needs"])
        assert all(need["status"] != "not_met" for need in rule["needs"])
    assert said["target"]["score"] == 0
    assert "We do not know yet whether this holds for you" in " ".join(said["target"]["text"])


def test_what_a_rule_excludes_says_by_which_rule() -> None:
    for profile in EXCLUDING:
        ruled_out = explanation(profile)["ruled_out"]
        for each in ruled_out:
            assert each["position"] == "ruled_out"
            assert each["ruled_out_by"]
            assert all(rule["status"] == "met" for rule in each["ruled_out_by"])
            assert all(rule["text"] in each["text"] for rule in each["ruled_out_by"])
            assert each["rank"] is None


EXCLUDING = [
    {**OFFICE_MEDIOR, "goals": ["deepen", "check-independently"]},
    {**OFFICE_MEDIOR, "current": {"specialisation": "office", "level": "junior"}},
    {"title": "Projectmanager", "goals": ["come-to-pmo"], "experience": {"years_in_role": 15}},
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("by", ["self", "manager", "assessment", None])
def test_who_gave_the_ratings_is_said_where_ratings_count(by: str | None, language: str) -> None:
    profile = OFFICE_MEDIOR if by is None else {**OFFICE_MEDIOR, "ratings_by": by}
    said = explanation(profile, language=language)
    assert said["ratings_by"] == by
    assert said["ratings"] in said["recommendations"][0]["text"]
    without = explanation({key: profile[key] for key in ("title", "current")}, language=language)
    assert without["ratings"] is None
    assert said["ratings"] not in " ".join(without["text"])


# ---- Why not ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "target", "position", "obstacle"),
    [
        (OFFICE_MEDIOR, "governance-medior", "first", None),
        (OFFICE_MEDIOR, "assurance-medior", "without_points", None),
        (OFFICE_MEDIOR, "office-lead", "out_of_reach", "too_high"),
        (OFFICE_MEDIOR, "office-junior", "out_of_reach", "lower"),
        (OFFICE_MEDIOR, "assurance-senior", "out_of_reach", "no_move"),
        ({"title": "Projectmanager"}, "governance-medior", "without_points", None),
        (
            {"title": "Projectmanager", "goals": ["come-to-pmo", "stay-project-manager"]},
            "governance-medior",
            "not_shown",
            None,
        ),
        ({"title": "controller"}, "office-principal", "out_of_reach", "no_entry"),
        ({"title": "PMO"}, "office-senior", "out_of_reach", "place_unknown"),
        (
            {"title": "controller", "goals": ["stay-in-own-profession"]},
            "office-medior",
            "out_of_reach",
            "entry_refused",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_how_a_role_came_out(
    profile: Any, target: str, position: str, obstacle: str | None, language: str
) -> None:
    said = explanation(profile, target, language)["target"]
    assert (said["role"], said["position"], said["obstacle"]) == (target, position, obstacle)
    assert said["title"] in said["text"][0]
    assert said["score"] == sum(each["points"] for each in said["counted"])


def test_what_came_before_it_is_named_in_order() -> None:
    said = explanation(OFFICE_MEDIOR, "assurance-medior")["target"]
    assert [each["role"] for each in said["ahead"]] == ["governance-medior", "office-medior"]
    assert "Before it: Portfolio analyst (30 points) and PMO officer (10 points)." in said["text"]


def test_a_job_in_project_management_is_another_profession() -> None:
    said = explanation(OFFICE_MEDIOR, "project manager")
    assert said["asked"] == {"given": "project manager", "role": None}
    assert said["target"] is None
    assert said["messages"] == advice(OFFICE_MEDIOR)["messages"]
    assert any("equal partner" in each for each in said["text"])


# ---- What it would take -------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_smallest_change_does_what_it_says(language: str) -> None:
    change = explanation(OFFICE_MEDIOR, "assurance-medior", language)["target"]["smallest_change"]
    assert (change["reach"], change["proven"]) == ("first", True)
    costs = [each["cost"] for each in change["alternatives"]]
    assert costs == sorted(costs)
    for alternative in change["alternatives"]:
        assert alternative["cost"] == sum(each["cost"] for each in alternative["changes"])
        assert all(each["text"] in alternative["text"] for each in alternative["changes"])
        changed = advice(_changed(OFFICE_MEDIOR, alternative["changes"]))
        assert changed["recommendations"][0]["role"] == "assurance-medior"


LISTS = {"goal": "goals", "work": "work", "certificate": "certificates"}


def _changed(profile: Any, changes: Any) -> Any:
    """The profile as a portal would send it after these changes."""
    changed = json.loads(json.dumps(profile))
    for each in changes:
        if each["kind"] == "competence":
            changed["competences"][each["id"]] = each["to"]
        else:
            changed.setdefault(LISTS[each["kind"]], []).append(each["id"])
    return changed


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Er hoeft niets te veranderen."), ("en", "Nothing has to change.")],
)
def test_what_is_first_needs_nothing(language: str, words: str) -> None:
    said = explanation(OFFICE_MEDIOR, "governance-medior", language)["target"]["smallest_change"]
    assert [each["changes"] for each in said["alternatives"]] == [[]]
    assert said["text"].startswith(words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "komt PMO-teamlead nu niet in één stap binnen bereik"),
        ("en", "PMO team lead does not come within reach in one step"),
    ],
)
def test_what_is_not_within_a_step_says_so(language: str, words: str) -> None:
    said = explanation(OFFICE_MEDIOR, "office-lead", language)["target"]["smallest_change"]
    assert (said["reach"], said["proven"], said["alternatives"]) == (None, True, [])
    assert words in said["text"]


def test_who_is_in_doubt_about_coming_only_has_to_say_so() -> None:
    said = explanation({"title": "Projectmanager"}, "governance-medior")["target"]
    first = said["smallest_change"]["alternatives"][0]
    assert [(each["kind"], each["id"]) for each in first["changes"]] == [("goal", "come-to-pmo")]


# ---- What is refused ----------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "pointer", "code"),
    [
        ({}, "/profile", "required"),
        ({"profile": {"title": "PMO'er"}, "target": "assurance-seinor"}, "/target", "unknown_role"),
        ({"profile": {"title": "PMO'er"}, "target": 3}, "/target", "wrong_type"),
        (
            {"profile": {"title": "PMO'er", "competences": {"analitical": 4}}},
            "/profile/competences/analitical",
            "unknown_competence",
        ),
        ({"profile": {"title": "PMO'er"}, "targets": "x"}, "/targets", "unknown_field"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_mistake_is_told_where_it_stands(
    client: FlaskClient, sent: Any, pointer: str, code: str
) -> None:
    problem = problem_in(client.post(PATH, json=sent))
    assert problem["status"] == 422
    assert [(each["pointer"], each["code"]) for each in problem["errors"]] == [(pointer, code)]
