"""`/v1/career-map`: the profession, with its neighbour beside it."""

from api.looking_up import both, look_up
from flask.testing import FlaskClient


def test_project_management_is_beside_the_map_and_never_on_it(client: FlaskClient) -> None:
    for found in both(client, "/v1/career-map"):
        (neighbour,) = found["neighbours"]
        assert neighbour["id"] == "project-management"
        on_the_map = {place["id"] for place in found["places"]}
        ends = {step["target"] for step in found["moves"]}
        starts = {step["origin"] for step in found["moves"]} - {None}
        assert neighbour["id"] not in on_the_map | ends | starts
        assert ends | starts == on_the_map
        assert len(on_the_map) == len(found["places"]) == 20


def test_its_text_says_that_it_is_a_partner_and_no_next_rung(client: FlaskClient) -> None:
    nl, en = (found["neighbours"][0] for found in both(client, "/v1/career-map"))
    assert (nl["name"], en["name"]) == ("Projectmanagement", "Project management")
    assert "gelijkwaardige partner" in nl["text"]
    assert "equal partner" in en["text"]


def test_places_are_the_roles(client: FlaskClient) -> None:
    roles = look_up(client, "/v1/roles")["items"]
    named = ("id", "specialisation", "level", "title")
    assert look_up(client, "/v1/career-map")["places"] == [
        {name: role[name] for name in named} for role in roles
    ]


def test_a_step_says_which_move_allows_it(small: FlaskClient) -> None:
    steps = look_up(small, "/v1/career-map", "nl")["moves"]
    assert {
        "origin": "office-medior",
        "target": "governance-medior",
        "kind": "lateral",
        "on_request": False,
        "move": "office-to-governance",
        "about": "Van office naar governance.",
    } in steps


def test_every_kind_of_step_is_on_the_map(client: FlaskClient) -> None:
    kinds = {step["kind"] for step in look_up(client, "/v1/career-map")["moves"]}
    assert kinds == {"deepen", "lateral", "widen", "up", "step-back", "entry"}
