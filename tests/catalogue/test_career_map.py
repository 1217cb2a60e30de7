"""The career map is the profession, and project management stands beside it."""

from collections import Counter

import pytest

from service.catalogue.career_map import career_map_payload
from service.rulebook import Rulebook
from service.rulebook.vocabulary import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_project_management_is_never_a_place_nor_the_end_of_a_step(
    shipped: Rulebook, language: str
) -> None:
    found = career_map_payload(shipped, language)  # type: ignore[arg-type]
    places = {place["id"] for place in found["places"]}
    assert places == {role.id for role in shipped.roles}
    assert {step["target"] for step in found["moves"]} <= places
    assert {step["origin"] for step in found["moves"]} <= places | {None}
    assert not any("project-manag" in id for id in places)
    for place in found["places"]:
        assert "projectmanager" not in place["title"].lower()
        assert "project manager" not in place["title"].lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_of_as_an_equal_partner(shipped: Rulebook, language: str) -> None:
    (neighbour,) = career_map_payload(shipped, language)["neighbours"]  # type: ignore[arg-type]
    assert neighbour["id"] == "project-management"
    text = shipped.guardrail_texts["not-a-stepping-stone"]
    assert neighbour["text"] == text.in_language(language)  # type: ignore[arg-type]


def test_places_stand_by_specialisation_and_level(shipped: Rulebook) -> None:
    assert [place["id"] for place in career_map_payload(shipped, "nl")["places"]] == [
        f"{specialisation}-{level}"
        for specialisation in shipped.specialisation_ids
        for level in shipped.level_ids
    ]


def test_every_step_of_a_small_map_is_there_with_its_kind(small: Rulebook) -> None:
    steps = career_map_payload(small, "en")["moves"]
    assert [(step["origin"], step["target"], step["kind"]) for step in steps] == [
        ("office-junior", "office-junior", "deepen"),
        ("office-junior", "office-medior", "up"),
        ("office-medior", "office-medior", "deepen"),
        ("office-medior", "office-senior", "up"),
        ("office-senior", "office-senior", "deepen"),
        ("governance-junior", "governance-junior", "deepen"),
        ("governance-junior", "governance-medior", "up"),
        ("governance-medior", "governance-medior", "deepen"),
        ("governance-medior", "governance-senior", "up"),
        ("governance-senior", "governance-senior", "deepen"),
        ("office-junior", "governance-junior", "lateral"),
        ("office-medior", "governance-medior", "lateral"),
        ("office-senior", "governance-senior", "widen"),
        ("office-medior", "office-junior", "step-back"),
        ("office-senior", "office-medior", "step-back"),
        (None, "office-junior", "entry"),
        (None, "office-medior", "entry"),
    ]


def test_a_step_back_is_only_for_who_asks_for_it(shipped: Rulebook) -> None:
    steps = career_map_payload(shipped, "nl")["moves"]
    assert Counter((step["kind"] == "step-back") is step["on_request"] for step in steps) == {
        True: len(steps)
    }


def test_no_step_goes_up_more_than_one_level(shipped: Rulebook) -> None:
    level = {
        place["id"]: shipped.level_ids.index(place["level"])
        for place in career_map_payload(shipped, "nl")["places"]
    }
    for step in career_map_payload(shipped, "nl")["moves"]:
        if step["origin"] is not None:
            assert level[step["target"]] - level[step["origin"]] in (-1, 0, 1)


def test_nobody_enters_at_the_top(shipped: Rulebook) -> None:
    entries = [step for step in career_map_payload(shipped, "nl")["moves"] if not step["origin"]]
    assert entries
    assert not any(step["target"].endswith("-principal") for step in entries)
