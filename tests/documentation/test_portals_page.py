"""What the page for portal developers says about the service is so."""

import json
import re
from typing import Any

import pytest
from documentation.examples import ROOT, client

PAGE = (ROOT / "docs" / "portals.md").read_text(encoding="utf-8")
SERVICE = client()
FIELDS = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.+?) \|", PAGE, re.MULTILINE))))


def answer_to(path: str) -> Any:
    """What the service answers to what the page sends to a path."""
    sent = re.search(rf"{path} \\\n[^`]*?--data '(\{{.+\}})'", PAGE)
    assert sent is not None
    return SERVICE.post(path, json=json.loads(sent[1])).get_json()


def test_the_request_gets_the_answer_that_the_page_tells() -> None:
    answer = answer_to("/v1/recommendations")
    assert answer["outcome"] == "needs_more_data"
    assert answer["questions"][0]["attribute"] == "work"


def test_the_duo_gets_the_answer_that_the_page_tells() -> None:
    answer = answer_to("/v1/partnerships")
    assert [each["rule"] for each in answer["completes"]] == ["questions-beside-drive"]
    assert len(answer["tips"]) == 5


def test_the_explanation_is_the_one_that_the_page_tells() -> None:
    target = answer_to("/v1/explanations")["target"]
    assert target["position"] == "without_points"
    assert target["smallest_change"]["reach"] == "first"
    assert target["smallest_change"]["proven"]


def test_the_way_to_a_role_is_the_one_that_the_page_tells() -> None:
    answer = answer_to("/v1/roadmaps")
    assert answer["outcome"] == "roadmap"
    assert [each["role"] for each in answer["roadmap"]["steps"]][-1] == "assurance-senior"
    assert answer["alternatives"]


def test_the_variation_gets_the_answer_that_the_page_tells() -> None:
    [variation] = answer_to("/v1/what-if")["variations"]
    assert (
        "What now speaks for ‘Portfolio analyst’: ‘You know how to help with choices that touch "
        "more than one project, and in governance that becomes the core of your work.’"
    ) in variation["text"]
    assert "‘Portfolio analyst’ joins the list, in place 2." in variation["text"]


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"http://127\.0\.0\.1:8000(/[^\s)]*)", PAGE)))
)
def test_every_address_answers(path: str) -> None:
    if path not in {
        "/v1/recommendations",
        "/v1/partnerships",
        "/v1/roadmaps",
        "/v1/what-if",
        "/v1/explanations",
    }:
        assert SERVICE.get(path).status_code == 200


def test_every_field_of_the_profile_is_on_the_page() -> None:
    schemas = SERVICE.get("/openapi.json").get_json()["components"]["schemas"]
    assert set(schemas["Profile"]["properties"]) - FIELDS <= {"ratings_by"}
