"""How a title is read, said with its reasons."""

import pytest

from service.catalogue.titles import title_payload
from service.reading.reader import Reader
from service.reading.titles import TitleReader
from service.rulebook import Rulebook


@pytest.fixture(scope="module")
def titles(small: Rulebook) -> TitleReader:
    return Reader(small).titles


def test_a_title_that_is_known_is_shown_with_why(titles: TitleReader) -> None:
    assert title_payload(titles, "Senior PMO'er, Utrecht", "en") == {
        "given": "Senior PMO'er, Utrecht",
        "recognised": True,
        "kind": "pmo",
        "kinds": ["pmo"],
        "form": "job",
        "profession": None,
        "specialisations": ["office", "governance"],
        "levels": ["senior"],
        "usually": {"specialisation": "office", "level": None},
        "ambiguous": True,
        "names": [{"id": "pmo-er", "name": "PMO'er", "seniority": ["senior"]}],
        "left_out": ["utrecht"],
        "around": [],
        "why": [
            "The title is read as ‘PMO'er’.",
            "The level follows from ‘senior’.",
            "Left out is ‘utrecht’: a place or department changes nothing about the title.",
            "The title can be more than one role; the work that someone does decides.",
        ],
        "suggestions": [],
    }


def test_a_title_that_is_not_known_is_not_guessed_at(titles: TitleReader) -> None:
    found = title_payload(titles, "portfolio-analyst", "nl")
    assert found["recognised"] is False
    assert found["kind"] == "unknown"
    assert found["why"] == ["Deze titel is niet bekend, en er wordt niet geraden."]
    assert found["suggestions"] == ["portfolio-analist"]


def test_what_stands_around_a_title_is_shown(titles: TitleReader) -> None:
    found = title_payload(titles, "Interim PMO'er (m/v) 32-36 uur", "nl")
    assert found["around"] == ["(m/v)", "32-36 uur", "interim"]
    assert found["why"][1] == (
        "Eromheen staat ‘(m/v)’, ‘32-36 uur’, ‘interim’; dat verandert niets aan de titel."
    )


def test_what_stands_around_a_title_is_shown_of_one_that_is_not_known_too(
    titles: TitleReader,
) -> None:
    found = title_payload(titles, "Zzyzx (m/v)", "en")
    assert found["around"] == ["(m/v)"]
    assert found["why"] == [
        "This title is not known, and no guess is made.",
        "Around it stands ‘(m/v)’; that changes nothing about the title.",
    ]


def test_suggestions_name_each_title_once(titles: TitleReader) -> None:
    found = title_payload(titles, "project managr", "nl")
    assert found["suggestions"][0] == "project manager"
    assert "projectmanager" not in found["suggestions"]
    assert len(found["suggestions"]) <= 5


def test_a_title_unlike_any_other_has_no_suggestions(titles: TitleReader) -> None:
    assert title_payload(titles, "Zzyzx", "nl")["suggestions"] == []


def test_two_titles_in_one_are_both_named(titles: TitleReader) -> None:
    found = title_payload(titles, "projectmanager en controller", "nl")
    assert [name["id"] for name in found["names"]] == ["project-manager", "controller"]
    assert found["why"] == [
        "Er staan meer titels in: ‘projectmanager’ en ‘controller’. Wat ze samen toelaten, telt.",
        "De titel kan bij verschillende vakken horen, en dat zegt de titel zelf niet.",
    ]


def test_every_title_of_the_shipped_rulebook_is_read_as_itself(shipped: Rulebook) -> None:
    titles = Reader(shipped).titles
    for entry in shipped.titles.entries:
        found = title_payload(titles, entry.names[0], "nl")
        assert found["recognised"], entry.id
        assert found["suggestions"] == []
