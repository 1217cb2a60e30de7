"""`/v1/vocabulary`: the words of the rulebook."""

from api.looking_up import both, look_up
from flask.testing import FlaskClient


def test_every_rating_says_what_it_means(client: FlaskClient) -> None:
    nl, en = both(client, "/v1/vocabulary")
    for found in (nl, en):
        assert [each["value"] for each in found["ratings"]] == [1, 2, 3, 4, 5]
        assert all(each["meaning"] for each in found["ratings"])
    assert nl["ratings"] != en["ratings"]


def test_competences_stand_with_their_names_and_question(small: FlaskClient) -> None:
    nl, en = both(small, "/v1/vocabulary")
    assert nl["competences"][1] == {
        "id": "analytical",
        "kind": "trait",
        "name": "analytisch",
        "aliases": ["analytisch vermogen"],
        "question": "Hoe analytisch ben je?",
    }
    assert en["competences"][5] == {
        "id": "reporting",
        "kind": "functional",
        "name": "reporting",
        "aliases": ["rapportage"],
        "question": "How reporting are you?",
    }


def test_measures_say_what_they_are_taken_over(small: FlaskClient) -> None:
    assert look_up(small, "/v1/vocabulary")["measures"] == [
        {
            "id": "calm-mean",
            "kind": "mean",
            "about": "Calm",
            "competences": ["stress-resistant", "flexible"],
            "at_least": None,
        },
        {
            "id": "sharp-count",
            "kind": "number",
            "about": "Sharpness",
            "competences": ["analytical", "critical"],
            "at_least": 4,
        },
    ]


def test_points_have_names(small: FlaskClient) -> None:
    assert look_up(small, "/v1/vocabulary")["points"] == [
        {"name": "hint", "points": 10},
        {"name": "reason", "points": 20},
        {"name": "strong reason", "points": 30},
    ]


def test_attributes_say_what_they_are_called_and_which_values_they_take(
    small: FlaskClient,
) -> None:
    found = {each["id"]: each for each in look_up(small, "/v1/vocabulary")["attributes"]}
    assert found["level"] == {
        "id": "level",
        "words": "level",
        "type": "scale",
        "values": ["junior", "medior", "senior"],
        "question": None,
    }
    assert found["years.in_pmo"] == {
        "id": "years.in_pmo",
        "words": "years in pmo",
        "type": "years",
        "values": [],
        "question": "How many years have you worked in PMO?",
    }
    assert found["signal.sharp"]["type"] == "flag"


def test_every_attribute_can_be_asked_for_among_the_rules(small: FlaskClient) -> None:
    for attribute in look_up(small, "/v1/vocabulary")["attributes"]:
        look_up(small, f"/v1/rulebook/rules?attribute={attribute['id']}")


def test_professions_next_to_pmo_have_names(small: FlaskClient) -> None:
    nl, en = both(small, "/v1/vocabulary")
    assert nl["professions"] == [
        {"id": "auditing", "name": "auditing"},
        {"id": "finance", "name": "financiën"},
    ]
    assert en["professions"][1] == {"id": "finance", "name": "finance"}


def test_steps_have_a_time_with_who_says_so(small: FlaskClient, client: FlaskClient) -> None:
    assert look_up(small, "/v1/vocabulary")["step_times"] == {
        "source": "Estimated by peers.",
        "up": [
            {"level": "medior", "years": [1.0, 3.0]},
            {"level": "senior", "years": [2.0, 4.0]},
        ],
        "lateral": [1.0, 2.0],
        "entry": [0.5, 1.0],
        "step_back": None,
    }
    nl, en = both(client, "/v1/vocabulary")
    assert nl["step_times"]["up"] == en["step_times"]["up"]
    assert nl["step_times"]["source"] != en["step_times"]["source"]
