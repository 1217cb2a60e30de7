"""`POST /v1/recommendations`: the answer, its headers and its language."""

from typing import Any

import pytest
from api.asking import SHIPPED, SMALL, advice_for, ask, client_of
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded
from strategies.profiles import profiles

from schemas.advice import AdviceSchema
from schemas.profile import EXAMPLE
from service.reading.profile import Profile
from service.rulebook import load_rulebook
from service.rulebook.vocabulary import TENTHS

RULEBOOK = loaded(SHIPPED)
WISH = {
    "title": "PMO'er",
    "experience": {"years_in_role": 4},
    "ambition": "Ik wil projectmanager worden.",
}


def sent(profile: Profile) -> dict[str, Any]:
    """A profile as a portal sends it."""

    def years(tenths: int | None) -> float | None:
        return None if tenths is None else tenths / TENTHS

    return {
        "title": profile.title,
        "current": {
            "specialisation": profile.current_specialisation,
            "level": profile.current_level,
        },
        "experience": {
            "years_in_role": years(profile.years_in_role),
            "years_in_pmo": years(profile.years_in_pmo),
        },
        "competences": dict(profile.competences),
        "certificates": profile.certificates,
        "work": profile.work,
        "goals": profile.goals,
    }


def test_someone_who_wants_to_become_project_manager_is_heard_and_grows_inside_pmo(
    client: FlaskClient,
) -> None:
    advice = advice_for(client, WISH)
    assert advice["outcome"] == "recommend"
    assert advice["reading"]["goals"] == ["become-project-manager"]
    assert [each["rank"] for each in advice["recommendations"]] == [1, 2, 3][
        : len(advice["recommendations"])
    ]
    assert advice["recommendations"]
    for each in advice["recommendations"]:
        assert each["specialisation"] in RULEBOOK.specialisation_ids
    said = [each["text"] for each in advice["messages"] if each["rule"] == "guardrail-7"]
    texts = RULEBOOK.guardrail_texts
    assert said == [
        texts[key].nl for key in ("wish-is-heard", "not-a-stepping-stone", "growth-inside-pmo")
    ]


def test_the_documented_example_gets_advice(client: FlaskClient) -> None:
    advice = advice_for(client, EXAMPLE)
    assert advice["outcome"] == "recommend"
    assert advice["recommendations"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(profile=profiles(RULEBOOK), language=st.sampled_from(["nl", "en"]))
def test_every_answer_has_exactly_what_its_schema_says(profile: Profile, language: str) -> None:
    advice = advice_for(_client(), sent(profile) | {"language": language})
    schema = AdviceSchema()
    assert schema.dump(schema.load(advice)) == advice
    assert advice["language"] == language
    assert advice["rulebook"] == {"release": None, "digest": RULEBOOK.digest}
    for each in advice["recommendations"]:
        assert each["score"] == sum(reason["points"] for reason in each["because"]) > 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(profile=profiles(RULEBOOK))
def test_the_same_profile_gets_the_same_bytes(profile: Profile) -> None:
    one, other = ask(_client(), sent(profile)), ask(_client(), sent(profile))
    assert one.status_code == 200
    assert one.data == other.data


def test_what_is_null_or_left_out_is_the_same(client: FlaskClient) -> None:
    nothing = dict.fromkeys(
        [
            "subject",
            "language",
            "current",
            "experience",
            "competences",
            "ratings_by",
            "certificates",
            "work",
            "ambition",
            "goals",
        ]
    )
    assert ask(client, {"title": "PMO'er"} | nothing).data == ask(client, {"title": "PMO'er"}).data


def test_the_order_of_what_is_sent_does_not_matter(client: FlaskClient) -> None:
    backwards = dict(reversed(EXAMPLE.items()))
    assert ask(client, backwards).data == ask(client, EXAMPLE).data


def test_neither_subject_nor_ambition_comes_back(client: FlaskClient) -> None:
    answer = ask(client, WISH | {"subject": "p-7f3a91"})
    assert "p-7f3a91" not in answer.text
    assert WISH["ambition"] not in answer.text


def test_an_answer_names_its_rulebook_and_is_never_kept_on_the_way(client: FlaskClient) -> None:
    answer = ask(client, WISH)
    assert answer.content_type == "application/json"
    assert answer.headers["Vakpad-Rulebook"] == RULEBOOK.digest
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Language"] == "nl"
    assert answer.headers["Vary"] == "Accept-Language"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (None, "nl"),
        ("", "nl"),
        ("en", "en"),
        ("nl", "nl"),
        ("EN", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("nl-BE, en;q=0.5", "nl"),
        ("en-US, nl;q=0.5", "en"),
        ("nl;q=0.5, en-US", "en"),
        ("de, fr;q=0.9, en;q=0.1", "en"),
        ("de", "nl"),
        ("*", "nl"),
        ("en;q=0, nl;q=0.1", "nl"),
        ("en;q=0", "nl"),
        ("english", "nl"),
        ("zz-~~,,;;q=a", "nl"),
    ],
)
def test_without_a_language_in_the_profile_the_request_decides_and_else_it_is_dutch(
    small: FlaskClient, asked: str | None, answered: str
) -> None:
    headers = {} if asked is None else {"Accept-Language": asked}
    answer = ask(small, {"title": "PMO'er"}, **headers)
    assert answer.get_json()["language"] == answered
    assert answer.headers["Content-Language"] == answered


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_language_in_the_profile_goes_before_that_of_the_request(
    small: FlaskClient, language: str
) -> None:
    other = "en" if language == "nl" else "nl"
    profile = {"title": "PMO'er", "language": language}
    assert advice_for(small, profile, Accept_Language=other)["language"] == language


def test_the_language_changes_the_texts_and_nothing_else(client: FlaskClient) -> None:
    dutch = advice_for(client, EXAMPLE | {"language": "nl"})
    english = advice_for(client, EXAMPLE | {"language": "en"})
    assert dutch["purpose"] != english["purpose"]
    assert _without_texts(dutch) == _without_texts(english)


def test_who_is_referred_gets_the_contact_of_an_advisor_and_others_do_not() -> None:
    client = client_of(SHIPPED, contact="loopbaan@example.org")
    referred = advice_for(client, {"title": "projectmanager"})
    assert referred["outcome"] == "refer"
    assert referred["advisor_contact"] == "loopbaan@example.org"
    assert advice_for(client, EXAMPLE)["advisor_contact"] is None


def test_two_applications_stand_side_by_side_each_with_its_own_rules() -> None:
    clients = client_of(SHIPPED), client_of(SMALL)
    digests = [RULEBOOK.digest, load_rulebook(SMALL).digest]
    for _ in range(2):
        answers = [ask(client, {"title": "PMO'er"}) for client in clients]
        assert [answer.headers["Vakpad-Rulebook"] for answer in answers] == digests
    documents = [client.get("/openapi.json").data for client in clients]
    assert documents[0] == documents[1]


_CLIENTS: list[FlaskClient] = []


def _client() -> FlaskClient:
    """One client for all examples of a property."""
    if not _CLIENTS:
        _CLIENTS.append(client_of(SHIPPED))
    return _CLIENTS[0]


def _without_texts(value: Any) -> Any:
    if isinstance(value, dict):
        texts = ("text", "title", "description", "purpose", "language")
        return {
            name: _without_texts(each)
            for name, each in value.items()
            if name not in texts or isinstance(each, dict)
        }
    return [_without_texts(each) for each in value] if isinstance(value, list) else value


def test_mistakes_in_shape_and_in_words_are_told_at_once(client: FlaskClient) -> None:
    sent = {
        "titel": "PMO'er",
        "competences": {"analitical": 9, "critical": 4},
        "work": ["portfolio-raport", 7, "raid-log"],
        "goals": ["become-project-manger"],
    }
    answer = client.post("/v1/recommendations", json=sent)
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.get_json()["errors"]] == [
        ("/title", "required"),
        ("/titel", "unknown_field"),
        ("/competences/analitical", "not_a_rating"),
        ("/work/1", "wrong_type"),
        ("/competences/analitical", "unknown_competence"),
        ("/work/0", "unknown_work"),
        ("/goals/0", "unknown_goal"),
    ]
