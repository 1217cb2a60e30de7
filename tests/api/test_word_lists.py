"""`/v1/goals`, `/v1/certificates` and `/v1/work`: what a person can choose from."""

import pytest
from api.asking import advice_for
from api.looking_up import both, look_up
from flask.testing import FlaskClient


def test_goals_say_which_profession_they_point_to(small: FlaskClient) -> None:
    nl, en = both(small, "/v1/goals")
    assert en["items"][2] == {
        "id": "come-to-pmo",
        "name": "come to PMO",
        "toward": "pmo",
        "aliases": [],
    }
    assert [goal["name"] for goal in nl["items"]] == [
        "projectmanager worden",
        "projectmanager blijven",
        "naar PMO komen",
        "een stap terug",
        "verdiepen",
    ]
    assert nl["items"][3]["toward"] is None


def test_certificates_are_called_alike_in_both_languages(client: FlaskClient) -> None:
    nl, en = both(client, "/v1/certificates")
    assert nl == en
    assert {"p3o-foundation", "ipma-pmo"} <= {each["id"] for each in nl["items"]}


def test_work_says_where_it_belongs(small: FlaskClient) -> None:
    assert look_up(small, "/v1/work", "nl")["items"][0] == {
        "id": "raid-log",
        "name": "RAID-log bijhouden",
        "specialisations": ["office"],
        "aliases": [],
    }


@pytest.mark.parametrize("list_", ["goals", "certificates", "work"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_whatever_is_listed_is_taken_in_a_profile(
    client: FlaskClient, list_: str, language: str
) -> None:
    items = look_up(client, f"/v1/{list_}", language)["items"]
    for start in range(0, len(items), 40):
        some = items[start : start + 40]
        sent = {"title": "PMO'er", list_: [item["name"] for item in some]}
        assert advice_for(client, sent)["reading"][list_] == [item["id"] for item in some]
