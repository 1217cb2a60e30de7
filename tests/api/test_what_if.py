"""`POST /v1/what-if`: a profile with variations in, what would be different out."""

import json
from copy import deepcopy
from typing import Any

import pytest
from api.asking import SHIPPED, advice_for, client_of, problem_in
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from schemas.what_if import MOST_VARIATIONS, WHAT_IF_EXAMPLE
from service.api.problem_kinds import MISTAKES

PATH = "/v1/what-if"
PROFILE: dict[str, Any] = {
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "medior"},
    "competences": {"analytisch": 3, "planning-and-scheduling": 3},
    "certificates": ["P3O Foundation"],
    "work": ["raid-log"],
    "goals": ["deepen"],
}
CHANGES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "the same": deepcopy(PROFILE),
    "a rating": {"competences": {"planning-and-scheduling": 4}},
    "a rating under another name": {"competences": {"analytical": 5}},
    "a rating that is not sent": {"competences": {"analytical": None}},
    "no ratings sent": {"competences": None},
    "another level": {"current": {"level": "senior"}},
    "no level": {"current": {"level": None}},
    "no place": {"current": None},
    "years": {"experience": {"years_in_pmo": 12.5}},
    "another list": {"work": ["portfolio-report", "decision-preparation"]},
    "an empty list": {"certificates": []},
    "an unknown list": {"work": None},
    "other wishes": {"goals": ["grow-a-level"]},
    "in own words": {"ambition": "Ik wil projectmanager worden.", "goals": None},
    "another title": {"title": "projectmanager", "current": None},
    "an unknown title": {"title": "Bijzonder", "current": None, "work": None},
}


def compare(client: FlaskClient, body: Any, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(PATH, json=body, headers=named)


def varied(*changes: Any, profile: Any = PROFILE, **more: Any) -> dict[str, Any]:
    variations = [{"name": f"{n}", "change": change} for n, change in enumerate(changes)]
    return deepcopy({"profile": profile, "variations": variations, **more})


def compared(client: FlaskClient, *changes: Any, profile: Any = PROFILE, **more: Any) -> Any:
    answer = compare(client, varied(*changes, profile=profile, **more))
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def mistakes(answer: TestResponse) -> list[tuple[str, str]]:
    problem = problem_in(answer)
    assert problem["status"] == 422
    return [(each["pointer"], each["code"]) for each in problem["errors"]]


def patched(sent: Any, change: Any) -> Any:
    """JSON merge patch, word for word as in RFC 7396."""
    if not isinstance(change, dict):
        return change
    target = dict(sent) if isinstance(sent, dict) else {}
    for name, value in change.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = patched(target.get(name), value)
    return target


def test_the_answer_has_what_the_contract_says(client: FlaskClient) -> None:
    said = compared(client, {"work": ["portfolio-report"]})
    assert list(said) == [
        *("rulebook", "language", "purpose", "base", "variations", "advisor_contact"),
    ]
    brief = ["outcome", "confidence", "reading", "recommendations", "messages"]
    assert list(said["base"]) == brief
    [variation] = said["variations"]
    assert list(variation) == ["name", "changed", "text", *brief, "differences"]
    assert list(variation["differences"]) == [
        *("outcome", "confidence", "place", "known", "no_longer_known", "goals"),
        *("targets", "messages"),
    ]


def test_it_has_the_headers_of_an_answer_about_people(client: FlaskClient) -> None:
    answer = compare(client, WHAT_IF_EXAMPLE)
    assert answer.headers["Vakpad-Rulebook"] == answer.get_json()["rulebook"]["digest"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Language"] == "en"


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_variation_is_the_advice_for_the_profile_with_the_change(
    client: FlaskClient, change: dict[str, Any]
) -> None:
    profile = PROFILE | {"competences": {"analytical": 3, "planning-and-scheduling": 3}}
    said = compared(client, change, profile=profile)
    for brief, whole in (
        (said["base"], profile),
        (said["variations"][0], patched(profile, change)),
    ):
        # `deepcopy(PROFILE)` has the competence under another name than the profile here.
        whole["competences"] = {
            "analytical" if name == "analytisch" else name: rating
            for name, rating in (whole.get("competences") or {}).items()
        }
        advice = advice_for(client, whole)
        for part in ("outcome", "confidence", "reading", "messages"):
            assert brief[part] == advice[part]
        assert brief["recommendations"] == [
            {name: step[name] for name in brief["recommendations"][0]}
            for step in advice["recommendations"]
        ]


def test_differences_are_those_between_the_two_answers(client: FlaskClient) -> None:
    said = compared(client, *CHANGES.values())
    base = said["base"]
    for variation in said["variations"]:
        differences = variation["differences"]
        for part in ("outcome", "confidence"):
            assert differences[part] == {"before": base[part], "after": variation[part]}
        ranks = {
            side: {each["role"]: each[side]["rank"] for each in differences["targets"]}
            for side in ("before", "after")
        }
        for side, advice in (("before", base), ("after", variation)):
            shown = {step["role"]: step["rank"] for step in advice["recommendations"]}
            assert shown == {role: rank for role, rank in ranks[side].items() if rank}
        before, after = (set(each["reading"]["unknown"]) for each in (base, variation))
        assert set(differences["known"]) == before - after
        assert set(differences["no_longer_known"]) == after - before


def test_gained_and_lost_reasons_are_what_the_score_went_up_or_down(client: FlaskClient) -> None:
    for variation in compared(client, *CHANGES.values())["variations"]:
        for target in variation["differences"]["targets"]:
            before, after = (target[side]["score"] for side in ("before", "after"))
            gained, lost = (
                sum(reason["points"] for reason in target[reasons])
                for reasons in ("reasons_gained", "reasons_lost")
            )
            assert (after or 0) - (before or 0) == gained - lost


@pytest.mark.parametrize(
    ("language", "told"),
    [("nl", ["Het advies blijft hetzelfde."]), ("en", ["The advice stays the same."])],
)
@pytest.mark.parametrize("change", [{}, PROFILE, {"competences": {"analytical": 3}}], ids=str)
def test_where_nothing_changes_it_says_so(
    client: FlaskClient, language: str, told: list[str], change: Any
) -> None:
    [variation] = compared(client, change, language=language)["variations"]
    assert variation["changed"] is False
    assert variation["text"] == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "nl",
            [
                "Als wens telt nu mee: ‘een niveau groeien’.",
                "Als wens telt niet meer mee: ‘me verdiepen in mijn huidige werk’.",
                "De eerste stap wordt ‘Senior PMO-medewerker’; eerst was dat ‘PMO-medewerker’.",
                "Voor ‘Senior PMO-medewerker’ pleit nu: ‘Je zoekt een grotere rol, en een niveau "
                "hoger in office krijg je een groter stuk om voor te zorgen.’",
                "Tegen ‘Senior PMO-medewerker’ pleit niet meer: ‘Je wilt je nu verdiepen, en een "
                "hoger niveau heeft daarvoor geen haast.’",
                "Bij ‘Senior PMO-medewerker’ ontbreekt niet meer: plannen en bewaken van de "
                "planning: 4 of hoger.",
                "Eén bericht bij het advies vervalt.",
            ],
        ),
        (
            "en",
            [
                "Now counted as a wish: ‘grow a level’.",
                "No longer counted as a wish: ‘deepen what I do now’.",
                "The first step becomes ‘Senior PMO officer’; it was ‘PMO officer’.",
                "What now speaks for ‘Senior PMO officer’: ‘You are looking for a bigger role, and "
                "one level up in office you get a larger part to take care of.’",
                "What no longer speaks against ‘Senior PMO officer’: ‘You want to go deeper now, "
                "and a higher level can wait.’",
                "No longer missing for ‘Senior PMO officer’: planning and scheduling: 4 or more.",
                "One message with the advice no longer applies.",
            ],
        ),
    ],
)
def test_it_tells_what_changes_in_sentences(
    client: FlaskClient, language: str, told: list[str]
) -> None:
    change = {"competences": {"planning-and-scheduling": 4}, "goals": ["grow-a-level"]}
    [variation] = compared(client, change, language=language)["variations"]
    assert variation["changed"] is True
    assert [text for text in variation["text"] if text in told] == told


@pytest.mark.parametrize(
    ("change", "nl", "en"),
    [
        (
            {"work": None},
            "We weten nu niet meer welk werk je doet.",
            "We no longer know what work you do.",
        ),
        (
            {"competences": None, "certificates": None, "work": None},
            "We weten nu 4 dingen minder over je.",
            "We now know 4 fewer things about you.",
        ),
        (
            {"certificates": ["P3O Fondation"]},
            "Het certificaat ‘P3O Fondation’ herkennen we niet, dus het telt niet mee.",
            "We do not recognise the certificate ‘P3O Fondation’, so it does not count.",
        ),
        (
            {"certificates": ["P3O Fondation", "Zwemdiploma A"]},
            "De certificaten ‘P3O Fondation’ en ‘Zwemdiploma A’ herkennen we niet, dus ze tellen "
            "niet mee.",
            "We do not recognise the certificates ‘P3O Fondation’ and ‘Zwemdiploma A’, so they do "
            "not count.",
        ),
        (
            {"title": "Bijzonder"},
            "De functietitel ‘Bijzonder’ herkennen we niet.",
            "We do not recognise the job title ‘Bijzonder’.",
        ),
        (
            {"ambition": "Iets met bloemen."},
            "In wat je schreef, herkennen we nog geen wens.",
            "In what you wrote, we do not recognise a wish yet.",
        ),
        (
            {"current": {"specialisation": "governance", "level": "senior"}},
            "We lezen nu dat je plek governance (senior) is; eerst was dat office (medior).",
            "We now read that your place is governance (senior); it was office (mid-level).",
        ),
        (
            {"current": None, "title": "Bijzonder", "work": []},
            "We lezen nu dat je plek nog onbekend is; eerst was dat office (medior).",
            "We now read that your place is still unknown; it was office (mid-level).",
        ),
        (
            {"title": "projectmanager", "current": None},
            "De uitkomst wordt een gesprek met een loopbaanadviseur; eerst was dat een "
            "aanbeveling.",
            "The outcome becomes a talk with a career advisor; it was a recommendation.",
        ),
        (
            {"title": "projectmanager", "current": None},
            "Er is nu geen eerste stap meer; eerst was dat ‘PMO-medewerker’.",
            "There is no first step any more; it was ‘PMO officer’.",
        ),
        (
            {"title": "projectmanager"},
            "Je gegevens spreken elkaar nu tegen.",
            "Your data now contradict each other.",
        ),
        (
            {"goals": ["grow-a-level"]},
            "‘PMO-medewerker’ gaat van plek 1 naar plek 3.",
            "‘PMO officer’ goes from place 1 to place 3.",
        ),
        (
            {"goals": ["grow-a-level"]},
            "De zekerheid gaat van hoog naar laag.",
            "Certainty goes from high to low.",
        ),
        (
            {"goals": ["grow-a-level"]},
            "‘Portfolioanalist’ komt erbij, op plek 2.",
            "‘Portfolio analyst’ joins the list, in place 2.",
        ),
        (
            {"title": "projectmanager", "current": None},
            "‘PMO-medewerker’ valt af: er pleit nu niet genoeg meer voor.",
            "‘PMO officer’ leaves the list: not enough speaks for it any more.",
        ),
        (
            {"current": {"level": "senior"}},
            "‘PMO-medewerker’ valt af: die stap is vanaf je plek nu niet te maken.",
            "‘PMO officer’ leaves the list: that step cannot be made from your place now.",
        ),
        (
            {"goals": ["check-independently", "advise-organisations", "grow-a-level", "widen"]},
            "‘PMO-medewerker’ valt af: drie andere stappen gaan nu voor.",
            "‘PMO officer’ leaves the list: three other steps now come first.",
        ),
        (
            {"work": []},
            "Bij ‘PMO-medewerker’ ontbreekt nog: risico's, acties, issues en besluiten bijhouden.",
            "Still missing for ‘PMO officer’: keeping the log of risks, actions, issues and "
            "decisions.",
        ),
        (
            {"work": ["raid-log", "progress-reporting"]},
            "Bij ‘PMO-medewerker’ ontbreekt niet meer: voortgang rapporteren.",
            "No longer missing for ‘PMO officer’: reporting progress.",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_it_tells_this(client: FlaskClient, change: Any, nl: str, en: str) -> None:
    for language, told in (("nl", nl), ("en", en)):
        [variation] = compared(client, change, language=language)["variations"]
        assert told in variation["text"]


@pytest.mark.parametrize(
    ("profile", "change", "nl", "en"),
    [
        (
            {"title": "PMO-consultant", "language": "nl"},
            {"work": ["leading-a-team"]},
            "Er is nu wel een eerste stap: ‘PMO-teamlead’.",
            "There is a first step now: ‘PMO team lead’.",
        ),
        (
            PROFILE | {"title": "projectmanager"},
            {"title": "PMO'er"},
            "Je gegevens spreken elkaar niet meer tegen.",
            "Your data no longer contradict each other.",
        ),
        (
            {"title": "kabinetschef", "goals": ["come-to-pmo"], "work": ["progress-reporting"]},
            {"title": "delivery lead"},
            "‘Junior PMO-medewerker’ valt af: een regel sluit die stap nu uit.",
            "‘Junior PMO officer’ leaves the list: a rule now rules that step out.",
        ),
        (
            PROFILE | {"competences": {"planning-and-scheduling": 2}},
            {"competences": {"planning-and-scheduling": 1}},
            "Bij ‘PMO-medewerker’ is je cijfer anders, en nog te laag: plannen en bewaken van de "
            "planning: 3 of hoger.",
            "For ‘PMO officer’ your rating is another one, and still too low: planning and "
            "scheduling: 3 or more.",
        ),
        (
            PROFILE | {"competences": {"planning-and-scheduling": 2}},
            {"competences": None},
            "Bij ‘PMO-medewerker’ weten we niet meer hoe je ervoor staat: plannen en bewaken van "
            "de planning: 3 of hoger.",
            "For ‘PMO officer’ we no longer know how you stand on: planning and scheduling: 3 or "
            "more.",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_of_another_profile_it_tells_this(
    client: FlaskClient, profile: Any, change: Any, nl: str, en: str
) -> None:
    for language, told in (("nl", nl), ("en", en)):
        [variation] = compared(client, change, profile=profile, language=language)["variations"]
        assert told in variation["text"]


@pytest.mark.parametrize(
    ("by", "nl", "en"),
    [
        (
            "self",
            "De cijfers die hier meetellen, heb je zelf gegeven.",
            "You gave the ratings that count here yourself.",
        ),
        (
            "manager",
            "De cijfers die hier meetellen, komen van je leidinggevende.",
            "The ratings that count here come from your manager.",
        ),
        (
            "assessment",
            "De cijfers die hier meetellen, komen uit een assessment.",
            "The ratings that count here come from an assessment.",
        ),
        (
            None,
            "We weten niet wie de cijfers gaf die hier meetellen: jijzelf, je leidinggevende of "
            "een assessment.",
            "We do not know who gave the ratings that count here: you yourself, your manager or an "
            "assessment.",
        ),
    ],
)
def test_it_tells_who_gave_the_ratings_where_it_rests_on_them(
    client: FlaskClient, by: str | None, nl: str, en: str
) -> None:
    gap = {"competences": {"reporting": 2}, "ratings_by": by}
    reason = {"competences": {"portfolio-analysis": 4}, "ratings_by": by, "goals": []}
    without = {"work": [], "ratings_by": by}
    for language, told in (("nl", nl), ("en", en)):
        said = compared(client, gap, reason, without, language=language)["variations"]
        assert [told in variation["text"] for variation in said] == [True, True, False]


def test_a_wish_to_become_project_manager_is_answered_in_a_variation_too(
    client: FlaskClient,
) -> None:
    said = compared(client, {"ambition": "Ik wil projectmanager worden, zegt mijn geheim."})
    [variation] = said["variations"]
    rules = [message["rule"] for message in variation["messages"]]
    assert rules.count("guardrail-7") == 3
    new = [message["rule"] for message in variation["differences"]["messages"]["new"]]
    assert new.count("guardrail-7") == 3
    assert not any("geheim" in text for text in variation["text"])


def test_who_is_referred_is_told_whom_to_reach() -> None:
    client = client_of(SHIPPED, contact="loopbaan@example.org")
    assert compared(client, {})["advisor_contact"] is None
    change = {"title": "projectmanager", "current": None}
    assert compared(client, {}, change)["advisor_contact"] == "loopbaan@example.org"


@pytest.mark.parametrize(
    ("more", "profile", "header", "expected"),
    [
        ({}, {}, "", "nl"),
        ({}, {}, "en-GB", "en"),
        ({}, {"language": "nl"}, "en", "nl"),
        ({"language": "en"}, {"language": "nl"}, "", "en"),
    ],
)
def test_the_language_is_that_of_the_body_then_the_profile_then_the_header(
    client: FlaskClient, more: Any, profile: Any, header: str, expected: str
) -> None:
    body = varied({"language": "en"}, profile=PROFILE | profile, **more)
    answer = compare(client, body, Accept_Language=header)
    assert answer.get_json()["language"] == expected


def test_every_mistake_in_any_of_them_is_told_at_once_where_it_stands(client: FlaskClient) -> None:
    body = {
        "language": "de",
        "profile": {"titel": "PMO'er", "work": ["raid-lag"]},
        "variations": [
            {"name": "right", "change": {"goals": ["deepen"]}},
            {"name": "", "change": {"competences": {"analitical": 4, "critical": 9}}},
            {"change": {"title": None, "current": {"level": "sr"}}},
            {"name": "right"},
            "with P3O",
        ],
    }
    assert mistakes(compare(client, body)) == [
        ("/language", "unknown_choice"),
        ("/profile/title", "required"),
        ("/profile/titel", "unknown_field"),
        ("/variations/1/name", "blank"),
        ("/variations/1/change/competences/critical", "not_a_rating"),
        ("/variations/2/name", "required"),
        ("/variations/2/change/title", "required"),
        ("/variations/3/change", "required"),
        ("/variations/3/name", "same_name"),
        ("/variations/4", "not_an_object"),
        ("/profile/work/0", "unknown_work"),
        ("/variations/1/change/competences/analitical", "unknown_competence"),
        ("/variations/2/change/current/level", "unknown_level"),
    ]


def test_one_wrong_variation_refuses_the_whole(client: FlaskClient) -> None:
    good, wrong = {"goals": ["deepen"]}, {"competences": {"analitical": 4}}
    answer = compare(client, varied(good, wrong, good))
    assert mistakes(answer) == [
        ("/variations/1/change/competences/analitical", "unknown_competence")
    ]
    assert "variations" not in json.loads(answer.text)


@pytest.mark.parametrize(
    ("variations", "expected"),
    [
        (None, ("/variations", "required")),
        ([], ("/variations", "too_few")),
        ({}, ("/variations", "wrong_type")),
        ("P3O", ("/variations", "wrong_type")),
        ([{"name": "a" * 101, "change": {}}], ("/variations/0/name", "too_long")),
        ([{"name": "a" + 100 * " ", "change": {}}], ("/variations/0/name", "too_long")),
        ([{"name": 5, "change": {}}], ("/variations/0/name", "wrong_type")),
        ([{"name": "a", "change": None}], ("/variations/0/change", "required")),
        ([{"name": "a", "change": []}], ("/variations/0/change", "not_an_object")),
        ([{"name": "a", "change": {"age": 40}}], ("/variations/0/change/age", "unknown_field")),
        ([{"name": "a", "add": {}, "change": {}}], ("/variations/0/add", "unknown_field")),
        (
            [{"name": "a", "change": {}}, {"name": " a ", "change": {}}],
            ("/variations/1/name", "same_name"),
        ),
        (
            [{"name": f"{n}", "change": {}} for n in range(MOST_VARIATIONS + 1)],
            ("/variations", "too_many"),
        ),
        (
            [{"name": "a", "change": {"competences": {"analytical": 3, "analytisch": 4}}}],
            ("/variations/0/change/competences/analytisch", "sent_twice"),
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_variation_is_refused(
    client: FlaskClient, variations: Any, expected: tuple[str, str]
) -> None:
    answer = compare(client, {"profile": PROFILE, "variations": variations})
    assert mistakes(answer) == [expected]


def test_as_many_as_may_be_are_answered_in_the_order_sent(client: FlaskClient) -> None:
    said = compared(client, *({"experience": {"years_in_pmo": n}} for n in range(20)))
    assert [each["name"] for each in said["variations"]] == [str(n) for n in range(20)]


def test_a_resume_has_no_variations(client: FlaskClient) -> None:
    body = json.dumps(varied({}))
    answer = client.post(PATH, data=body, content_type="application/vnd.jsonresume+json")
    assert problem_in(answer)["status"] == 415


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 6) | st.sampled_from(["", "deepen", "office"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*PROFILE, "name", "change", "profile", "variations", "level", "analytical"]
            ),
            inside,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_sent_is_answered_or_pointed_at(data: st.DataObject) -> None:
    body: Any = varied({"work": ["raid-log"]}, {"competences": {"analytical": 5}})
    part, name = data.draw(
        st.sampled_from(
            [
                (body, "profile"),
                (body, "variations"),
                (body["profile"], "competences"),
                (body["variations"][0], "change"),
                (body["variations"][1]["change"], "current"),
                (body["variations"][1]["change"], "competences"),
                (body["variations"][1], "name"),
            ]
        )
    )
    part[name] = data.draw(VALUES)
    answer = compare(CLIENT, body)
    if answer.status_code == 200:
        return
    for pointer, code in mistakes(answer):
        assert code in MISTAKES
        assert _points_into(body, pointer) or code == "required", pointer


CLIENT = client_of(SHIPPED)


def _points_into(sent: Any, pointer: str) -> bool:
    for step in pointer.split("/")[1:]:
        try:
            sent = sent[int(step)] if isinstance(sent, list) else sent[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True
