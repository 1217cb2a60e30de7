"""`POST /v1/roadmaps`: a profile and a role in, the way there out."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from api.asking import SHIPPED, client_of, problem_in
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from schemas.roadmap import FOUND, ROADMAP_EXAMPLE, VERDICTS
from service.explaining.roadmap import Found, Verdict

PATH = "/v1/roadmaps"
CONTACT = "loopbaan@example.org"


def ask(client: FlaskClient, aim: Any, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(PATH, json=aim, headers=named)


def roadmap(client: FlaskClient, profile: Any, target: str, language: str = "en") -> Any:
    answer = ask(client, {"profile": profile, "target": target, "language": language})
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def at(specialisation: str, level: str, **known: Any) -> dict[str, Any]:
    return {
        "title": "PMO'er",
        "current": {"specialisation": specialisation, "level": level},
        **known,
    }


def roles(way: Any) -> list[str]:
    return [step["role"] for step in way["steps"]]


@pytest.fixture(scope="module")
def with_contact() -> FlaskClient:
    return client_of(SHIPPED, CONTACT)


# ---- What it says ----------------------------------------------------------


def test_the_answer_has_what_the_contract_says(client: FlaskClient) -> None:
    answer = ask(client, ROADMAP_EXAMPLE)
    assert answer.headers["Vakpad-Rulebook"] == answer.get_json()["rulebook"]["digest"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Language"] == "en"
    said = answer.get_json()
    assert list(said) == [
        *("rulebook", "language", "purpose", "outcome", "text", "start", "target", "roadmap"),
        *("alternatives", "complete", "messages", "questions", "reading", "advisor_contact"),
    ]
    assert said["outcome"] == "roadmap"
    assert said["start"]["role"] == "office-medior"
    assert said["target"]["role"]["role"] == "governance-senior"
    assert roles(said["roadmap"]) == ["governance-senior"]
    assert said["complete"] is True
    assert said["messages"][-1]["rule"] == "guardrail-10"


def test_a_step_tells_all_there_is_to_it(client: FlaskClient) -> None:
    [step] = roadmap(
        client,
        at("office", "medior", competences={"standards": 2}, ratings_by="self", work=[]),
        "governance-senior",
    )["roadmap"]["steps"]
    assert step["number"] == 1
    assert step["origin"] == "office-medior"
    assert step["move"] == "up"
    assert step["allowed_by"]["move"] == "office-to-governance"
    assert [(each["id"], each["have"], each["need"]) for each in step["gaps"]] == [
        ("standards", 2, 4),
        ("gate-process", None, "gate-process"),
    ]
    assert step["time"] == {
        "years": [1.0, 3.0],
        "text": "This step usually takes 1 to 3 years.",
        "source": "This is an estimate by peers, because no authoritative source exists. It is in "
        "calendar years, however many days a week you work. It is an indication and not a demand.",
    }
    assert step["text"] == (
        "Step 1: Senior governance specialist, one level up. From mid-level, someone in office "
        "can move to governance, at the same level or one up. With what we know now, the rules do "
        "not advise this step yet. This is still to come: standards and frameworks: 4 or more "
        "(now 2) and running the stage-gate process. We do not know yet whether you have this: "
        "portfolio analysis: 4 or more; supporting decisions: 4 or more; business case and "
        "benefits: 4 or more; and P3O Practitioner. You gave the ratings for that yourself."
    )


def test_the_same_in_dutch(client: FlaskClient) -> None:
    said = roadmap(
        client,
        at("office", "medior", competences={"standards": 2}, ratings_by="manager", work=[]),
        "Senior governancespecialist",
        "nl",
    )
    assert said["text"] == (
        "Van PMO-medewerker naar Senior governancespecialist: één stap. De route begint bij "
        "PMO-medewerker, want dat is opgegeven als je plek van nu. Dit is de kortste route. Zijn "
        "er meer met evenveel stappen, dan gaat voor waar je het langst in je eigen specialisatie "
        "blijft."
    )
    [step] = said["roadmap"]["steps"]
    assert step["text"] == (
        "Stap 1: Senior governancespecialist, een niveau hoger. Vanaf medior kan iemand uit "
        "office naar governance, op hetzelfde niveau of een hoger. Met wat we nu weten, adviseren "
        "de regels deze stap nog niet. Dit komt er nog bij: standaarden en kaders: 4 of hoger (nu "
        "2) en het proces van fase- en gatebesluiten bewaken. Hiervan weten we nog niet of je het "
        "hebt: portfolioanalyse: 4 of hoger; besluiten voorbereiden: 4 of hoger; businesscase en "
        "baten: 4 of hoger; en P3O Practitioner. De scores daarbij komen van je leidinggevende."
    )
    assert step["time"]["text"] == "Deze stap duurt meestal 1 tot 3 jaar."


def test_a_way_of_several_steps_stays_in_ones_own_specialisation_for_long(
    client: FlaskClient,
) -> None:
    said = roadmap(client, at("office", "junior"), "assurance-senior")
    assert roles(said["roadmap"]) == ["office-medior", "office-senior", "assurance-senior"]
    assert [step["today"] is None for step in said["roadmap"]["steps"]] == [False, True, True]
    assert said["roadmap"]["time"]["years"] == [3.0, 9.0]
    assert [(each["through"], roles(each)) for each in said["alternatives"]] == [
        (["governance"], ["office-medior", "governance-senior", "assurance-senior"]),
        (
            ["consultant"],
            ["office-medior", "office-senior", "consultant-senior", "assurance-senior"],
        ),
    ]
    assert [each["text"] for each in said["alternatives"]] == [
        "Another route goes by way of governance: 3 steps.",
        "Another route goes by way of work as a consultant: 4 steps.",
    ]
    assert "guardrail-6" in [each["rule"] for each in said["messages"]]


def test_a_later_step_asks_only_what_none_before_it_asked(client: FlaskClient) -> None:
    known = {"certificates": [], "work": [], "competences": {"raid-management": 1}}
    first, second, *_ = roadmap(client, at("office", "junior", **known), "office-lead")["roadmap"][
        "steps"
    ]
    assert ("raid-management", 3) in [(each["id"], each["need"]) for each in first["gaps"]]
    assert ("raid-management", 4) in [(each["id"], each["need"]) for each in second["gaps"]]
    asked = [(each["kind"], each["id"]) for each in first["gaps"] + second["gaps"]]
    assert sorted(set(asked)) == sorted({*asked})
    assert asked.count(("work", "raid-log")) == 1


def test_steps_come_with_what_to_do(client: FlaskClient) -> None:
    for step in roadmap(client, at("office", "junior"), "assurance-senior")["roadmap"]["steps"]:
        assert 1 <= len(step["actions"]) <= 3


def test_who_is_there_already_hears_how_to_go_deeper(client: FlaskClient) -> None:
    said = roadmap(client, at("office", "medior"), "office-medior")
    assert said["outcome"] == "already_there"
    assert said["text"] == (
        "You work as PMO officer already. You can grow in this place as well, by going deeper."
    )
    [step] = said["roadmap"]["steps"]
    assert (step["role"], step["move"], step["time"]) == ("office-medior", "deepen", None)
    assert step["text"].startswith("PMO officer: going deeper in the same place.")


EXCLUDES = """
- rule: nobody-up-in-office
  about:
    nl: Niemand gaat hier omhoog in office.
    en: Nobody goes up in office here.
  when all of:
    - specialisation is office
  rule out:
    specialisation: office
    level: one up
    because:
      nl: Dit jaar komt er in office geen plek vrij.
      en: This year no place comes free in office.
"""


def test_a_first_step_that_a_rule_excludes_is_marked_with_why(tmp_path: Path) -> None:
    rules = shutil.copytree(SHIPPED, tmp_path / "rules")
    (rules / "growth" / "excludes.yaml").write_text(EXCLUDES, encoding="utf-8")
    said = roadmap(client_of(rules), at("office", "medior"), "office-lead")
    first, second = said["roadmap"]["steps"]
    because = "This year no place comes free in office."
    assert first["today"] == {
        "verdict": "ruled_out",
        "text": f"At this moment a rule excludes this step: {because}",
        "ruled_out_by": [{"rule": "nobody-up-in-office", "text": because}],
    }
    assert first["today"]["text"] in first["text"]
    assert second["today"] is None


def test_another_way_may_start_as_the_rules_advise_already(client: FlaskClient) -> None:
    profile = at("office", "medior", work=["portfolio-report"], competences={"analytical": 5})
    said = roadmap(client, profile, "governance-senior")
    assert roles(said["roadmap"]) == ["governance-senior"]
    assert said["roadmap"]["steps"][0]["today"]["verdict"] == "not_advised"
    other = said["alternatives"][0]
    assert other["text"] == (
        "Another route starts with a step that the rules advise already: 2 steps."
    )
    assert other["steps"][0]["today"]["verdict"] == "advised"
    assert other["through"] == []


def test_nobody_is_sent_back_unasked(client: FlaskClient) -> None:
    said = roadmap(client, at("office", "senior"), "governance-medior")
    assert (said["outcome"], said["roadmap"]) == ("step_back_not_asked", None)
    assert said["text"].startswith(
        "Portfolio analyst is at a lower level than where you stand now, which is Senior PMO "
        "officer. A step back is shown here only to those who ask for it."
    )


def test_where_the_moves_do_not_lead_there_is_no_way(client: FlaskClient) -> None:
    said = roadmap(client, at("assurance", "junior"), "office-medior")
    assert (said["outcome"], said["roadmap"]) == ("no_way", None)
    assert said["text"] == (
        "The steps that were agreed do not lead from Junior quality reviewer to PMO officer."
    )


def test_who_asks_for_a_step_back_sees_it(client: FlaskClient) -> None:
    said = roadmap(client, at("office", "senior", goals=["step-back"]), "governance-medior")
    assert [step["move"] for step in said["roadmap"]["steps"]] in (
        ["step-back", "lateral"],
        ["lateral", "step-back"],
    )
    assert said["roadmap"]["time"] is None


# ---- From outside ----------------------------------------------------------


def test_who_comes_from_an_adjacent_profession_enters_where_the_rules_advise(
    client: FlaskClient,
) -> None:
    said = roadmap(client, {"title": "controller"}, "assurance-lead")
    assert (said["outcome"], said["start"]) == ("roadmap", None)
    assert said["text"].startswith("From outside PMO to ")
    assert "starts where the rules advise to enter" in said["text"]
    for way in (said["roadmap"], *said["alternatives"]):
        assert way["steps"][0]["move"] == "entry"
        assert way["steps"][0]["origin"] is None
        assert way["steps"][0]["today"]["verdict"] == "advised"


def test_who_is_outside_and_of_whom_little_is_known_hears_what_to_tell(
    client: FlaskClient,
) -> None:
    said = roadmap(client, {"title": "verpleegkundige"}, "governance-lead")
    assert (said["outcome"], said["roadmap"]) == ("entry_unknown", None)
    assert 1 <= len(said["questions"]) <= 3


def test_a_project_manager_who_did_not_ask_is_not_urged(with_contact: FlaskClient) -> None:
    said = roadmap(with_contact, {"title": "projectmanager"}, "governance-senior", "nl")
    assert (said["outcome"], said["roadmap"]) == ("wish_not_stated", None)
    assert said["text"] == (
        "Projectmanagement is een eigen vak, en je hebt niet gezegd dat je naar PMO wilt. Daarom "
        "staat hier geen route. Wil je die zien, zeg dan eerst dat je naar PMO wilt."
    )
    assert said["advisor_contact"] == CONTACT


STAYS = (
    "You said that you want to stay in your own profession, and that is a good choice. So there is "
    "no route here. Should you think otherwise later, tell us that you want to come to PMO."
)


@pytest.mark.parametrize(
    ("profile", "contact"),
    [
        ({"title": "projectmanager", "ambition": "Ik wil projectmanager blijven."}, CONTACT),
        ({"title": "controller", "goals": ["stay-in-own-profession"]}, None),
    ],
    ids=["project manager", "controller"],
)
def test_who_wants_to_stay_where_they_are_is_not_urged(
    with_contact: FlaskClient, profile: Any, contact: str | None
) -> None:
    said = roadmap(with_contact, profile, "governance-senior")
    assert (said["outcome"], said["text"]) == ("entry_not_wanted", STAYS)
    assert (said["roadmap"], said["alternatives"]) == (None, [])
    assert said["advisor_contact"] == contact


def test_a_project_manager_with_two_wishes_gets_a_talk_first(with_contact: FlaskClient) -> None:
    profile = {"title": "projectmanager", "goals": ["stay-project-manager", "come-to-pmo"]}
    said = roadmap(with_contact, profile, "governance-senior", "nl")
    assert said["outcome"] == "talk_first"
    assert said["text"] == (
        "Een gesprek met een loopbaanadviseur past hier beter dan een route. Daarin kijk je eerst "
        "welk vak je wilt."
    )
    assert said["advisor_contact"] == CONTACT


def test_a_project_manager_with_the_wish_gets_a_roadmap(client: FlaskClient) -> None:
    said = roadmap(client, {"title": "projectmanager", "goals": ["come-to-pmo"]}, "governance-lead")
    assert said["outcome"] == "roadmap"
    assert said["roadmap"]["steps"][0]["move"] == "entry"


@pytest.mark.parametrize(
    "job", ["projectmanager", "Senior Project Manager", "project-manager", "programmamanager"]
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_project_management_as_a_target_gets_a_kind_answer(
    client: FlaskClient, job: str, language: str
) -> None:
    said = roadmap(client, at("office", "senior"), job, language)
    assert (said["outcome"], said["roadmap"], said["alternatives"]) == (
        "other_profession",
        None,
        [],
    )
    assert said["target"] == {"given": job, "role": None}
    assert [each["rule"] for each in said["messages"]] == [
        *("guardrail-7", "guardrail-7", "guardrail-7", "guardrail-10")
    ]


def test_an_unknown_place_inside_pmo_gets_the_questions_that_settle_it(
    client: FlaskClient,
) -> None:
    said = roadmap(client, {"title": "PMO consultant"}, "consultant-lead")
    assert (said["outcome"], said["roadmap"], said["start"]) == ("place_unknown", None, None)
    assert "work" in [each["attribute"] for each in said["questions"]]


def test_an_assumed_place_is_told_as_one(client: FlaskClient) -> None:
    said = roadmap(client, {"title": "PMO'er"}, "governance-senior")
    assert "assumed" in said["reading"]["sources"].values()
    assert "That is an assumption: if it is wrong, tell us where you stand now." in said["text"]
    assert said["questions"]


def test_a_wish_to_become_project_manager_is_heard_here_too(client: FlaskClient) -> None:
    wish = at("office", "medior", ambition="Ik wil projectmanager worden.")
    said = roadmap(client, wish, "office-senior")
    assert [each["rule"] for each in said["messages"]].count("guardrail-7") == 3
    assert "Ik wil" not in json.dumps(said, ensure_ascii=False)


# ---- Languages -------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "header", "expected"),
    [
        ({}, "", "nl"),
        ({}, "en-GB", "en"),
        ({"language": "nl"}, "en", "nl"),
        ({"profile": {"title": "PMO'er", "language": "en"}}, "nl", "en"),
        ({"profile": {"title": "PMO'er", "language": "en"}, "language": "nl"}, "en", "nl"),
    ],
)
def test_body_then_profile_then_header_decide_on_the_language(
    client: FlaskClient, sent: Any, header: str, expected: str
) -> None:
    aim = {"profile": {"title": "PMO'er"}, "target": "office-senior"} | sent
    assert ask(client, aim, Accept_Language=header).get_json()["language"] == expected


# ---- What is refused -------------------------------------------------------

GOOD: dict[str, Any] = {"profile": {"title": "PMO'er"}, "target": "office-senior"}


@pytest.mark.parametrize(
    ("changed", "pointer", "code"),
    [
        ({"target": None}, "/target", "required"),
        ({"target": ""}, "/target", "blank"),
        ({"target": 5}, "/target", "wrong_type"),
        ({"target": ["office-senior"]}, "/target", "wrong_type"),
        ({"target": {"role": "office-senior"}}, "/target", "wrong_type"),
        ({"target": "x" * 201}, "/target", "too_long"),
        ({"target": "office\u0000senior"}, "/target", "control_character"),
        ({"target": "governence-senior"}, "/target", "unknown_role"),
        ({"target": "verpleegkundige"}, "/target", "unknown_role"),
        ({"profile": None}, "/profile", "required"),
        ({"profile": "PMO'er"}, "/profile", "not_an_object"),
        ({"profile": {}}, "/profile/title", "required"),
        ({"profile": {"title": "x", "age": 40}}, "/profile/age", "unknown_field"),
        (
            {"profile": {"title": "x", "competences": {"analitical": 4}}},
            "/profile/competences/analitical",
            "unknown_competence",
        ),
        ({"title": "PMO'er"}, "/title", "unknown_field"),
        ({"role": "office-senior"}, "/role", "unknown_field"),
        ({"language": "de"}, "/language", "unknown_choice"),
    ],
    ids=str,
)
def test_what_is_wrong_is_pointed_at(
    client: FlaskClient, changed: Any, pointer: str, code: str
) -> None:
    problem = problem_in(ask(client, GOOD | changed))
    assert problem["status"] == 422
    assert [(each["pointer"], each["code"]) for each in problem["errors"]] == [(pointer, code)]


@pytest.mark.parametrize("missing", GOOD)
def test_both_must_be_there(client: FlaskClient, missing: str) -> None:
    aim = {name: each for name, each in GOOD.items() if name != missing}
    [error] = problem_in(ask(client, aim))["errors"]
    assert (error["pointer"], error["code"]) == (f"/{missing}", "required")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("governence-senior", "governance-senior"),
        ("office principle", "office-principal"),
        ("Portfolioanalisd", "Portfolioanalist"),
    ],
)
def test_a_misspelt_role_is_told_with_what_was_meant(
    client: FlaskClient, given: str, meant: str
) -> None:
    [error] = problem_in(ask(client, GOOD | {"target": given}))["errors"]
    assert error["message"] == (
        f"`{given}` is not a role that Vakpad knows. Did you mean `{meant}`?"
    )


def test_everything_that_is_wrong_is_told_at_once(client: FlaskClient) -> None:
    aim = {
        "profile": {"title": "PMO'er", "competences": {"critical": 9}, "work": ["raid-lag"]},
        "target": "ofice-senior",
    }
    assert [each["pointer"] for each in problem_in(ask(client, aim))["errors"]] == [
        *("/profile/competences/critical", "/profile/work/0", "/target")
    ]


def test_a_resume_is_no_body_here(client: FlaskClient) -> None:
    answer = client.post(PATH, data=b"{}", content_type="application/vnd.jsonresume+json")
    assert problem_in(answer)["status"] == 415


def test_every_outcome_of_the_contract_is_one_that_the_service_has() -> None:
    assert tuple(Found) == FOUND
    assert tuple(Verdict) == VERDICTS
