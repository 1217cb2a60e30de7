"""`/v1/titles`: how a job title is read."""

from urllib.parse import quote

import pytest
from api.asking import advice_for, problem_in
from api.looking_up import both, look_up
from flask.testing import FlaskClient


def test_a_title_is_read_with_its_reasons_in_both_languages(small: FlaskClient) -> None:
    nl, en = both(small, "/v1/titles?q=Senior+PMO%27er")
    assert en["why"] == [
        "The title is read as ‘PMO'er’.",
        "The level follows from ‘senior’.",
        "The title can be more than one role; the work that someone does decides.",
    ]
    assert nl["why"] == [
        "De titel is gelezen als ‘PMO'er’.",
        "Het niveau volgt uit ‘senior’.",
        "De titel kan meer dan één rol zijn; het werk dat iemand doet, beslist.",
    ]
    for found in (nl, en):
        assert (found["kind"], found["levels"]) == ("pmo", ["senior"])


@pytest.mark.parametrize(
    "title",
    ["PMO'er", "Senior PMO-adviseur (m/v/x)", "projectmanager", "verpleegkundige", "Zzyzx", "PMO"],
)
def test_it_is_read_as_the_title_of_a_profile_is(client: FlaskClient, title: str) -> None:
    found = look_up(client, f"/v1/titles?q={quote(title)}")
    read = advice_for(client, {"title": title})["reading"]["title"]
    assert {name: found[name] for name in ("given", "kind", "specialisations", "ambiguous")} == {
        name: read[name] for name in ("given", "kind", "specialisations", "ambiguous")
    }
    assert [*found["levels"][:1], *found["levels"][-1:]] == read["levels"]


def test_a_title_that_is_not_known_gets_the_nearest_that_are(client: FlaskClient) -> None:
    found = look_up(client, "/v1/titles?q=PMO+oficer")
    assert (found["recognised"], found["kind"]) == (False, "unknown")
    assert found["suggestions"][0] == "PMO officer"
    assert found["why"] == ["This title is not known, and no guess is made."]


def test_spaces_around_a_title_do_not_matter(small: FlaskClient) -> None:
    plain, spaced = (look_up(small, f"/v1/titles?q={q}") for q in ("controller", "%20controller+"))
    assert plain == spaced


@pytest.mark.parametrize(
    ("query", "code", "message"),
    [
        ("", "required", "Send the title in `q`, such as `?q=PMO%20officer`."),
        ("?q=", "blank", "`q` is empty. Send the title in `q`, such as `?q=PMO%20officer`."),
        ("?q=%20%09", "blank", "`q` is empty. Send the title in `q`, such as `?q=PMO%20officer`."),
        ("?q=" + "x" * 201, "too_long", "`q` has 201 characters. Send at most 200."),
        (
            "?q=a%00b",
            "control_character",
            "`q` contains the control character U+0000, as character 2. Leave it out.",
        ),
    ],
)
def test_a_title_that_cannot_be_read_is_refused(
    small: FlaskClient, query: str, code: str, message: str
) -> None:
    answer = small.get(f"/v1/titles{query}")
    assert answer.status_code == 422
    (error,) = problem_in(answer)["errors"]
    assert error == {"pointer": "/q", "code": code, "message": message}
