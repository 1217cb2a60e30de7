"""`/v1/roles`: what each place is for and what it asks."""

from api.looking_up import both, look_up
from flask.testing import FlaskClient


def test_there_is_a_role_for_every_place_in_order(client: FlaskClient) -> None:
    items = look_up(client, "/v1/roles")["items"]
    assert len(items) == 20
    assert [item["id"] for item in items] == [
        f"{item['specialisation']}-{item['level']}" for item in items
    ]
    assert [item["id"] for item in items][:2] == ["office-junior", "office-medior"]


def test_a_role_says_what_it_asks(small: FlaskClient) -> None:
    nl, en = both(small, "/v1/roles")
    assert nl["items"][0] == {
        "id": "office-junior",
        "specialisation": "office",
        "level": "junior",
        "title": "Junior in office",
        "description": "Werkt in office.",
        "asks": [
            {"kind": "competence", "id": "reporting", "name": "rapporteren", "need": 3},
            {
                "kind": "certificate",
                "id": "p3o-foundation",
                "name": "P3O Foundation",
                "need": "p3o-foundation",
            },
        ],
        "see_also": [],
    }
    assert en["items"][0]["asks"][0]["name"] == "reporting"


def test_no_role_asks_a_trait(client: FlaskClient) -> None:
    traits = {
        each["id"]
        for each in look_up(client, "/v1/vocabulary")["competences"]
        if each["kind"] == "trait"
    }
    asked = [ask for role in look_up(client, "/v1/roles")["items"] for ask in role["asks"]]
    assert not traits & {ask["id"] for ask in asked}
    assert {ask["kind"] for ask in asked} == {"competence", "certificate", "work"}


def test_a_source_with_a_licence_brings_it_along(client: FlaskClient) -> None:
    sources = [each for role in look_up(client, "/v1/roles")["items"] for each in role["see_also"]]
    assert any("ESCO" in each["name"] for each in sources)
    for each in sources:
        assert not each["link"] or each["licence"], each["name"]
