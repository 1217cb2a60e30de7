"""Texts that deny, judge or speak of what is nobody's business are told."""

import pytest
from checks.texts import DUTCH, MESSAGE, SHIPPED, SMALL, saying

from service.checks.tone import check_tone
from service.rulebook import Diagnostic, Rulebook


def _told(nl: str, en: str = "Fine.") -> list[Diagnostic]:
    return list(check_tone(saying(nl, en)))


@pytest.mark.parametrize("rulebook", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_the_texts_that_come_with_a_rulebook_are_in_tone(rulebook: Rulebook) -> None:
    assert list(check_tone(rulebook)) == []


@pytest.mark.parametrize(
    "nl",
    [
        "Je kunt geen projectmanager worden.",
        "Je kunt dat niet.",
        "Een PMO'er wordt nooit projectmanager.",
        "Een echte PMO'er kijkt over projecten heen.",
        "Een projectmanager is een ander type mens.",
        "De logische volgende stap is projectmanager.",
        "PMO is een opstap naar projectmanagement.",
        "Op jouw leeftijd past dit.",
        "Je bent nog jong.",
        "Met minder ziekteverzuim lukt het.",
        "Hij kan dat wel.",
        "U kunt doorgroeien.",
        "Anders blijf je maar, want je bent slechts een projectmanager.",
        "Eigenwijze projectleiders luisteren slecht.",
        "Projectmanagers zijn chaotisch.",
        "Een projectmanager begrijpt het niet.",
    ],
)
def test_a_doubtful_word_in_dutch_is_told(nl: str) -> None:
    (found,) = _told(nl)
    assert (found.code, found.severity, found.position) == (
        "doubtful-tone",
        "warning",
        DUTCH,
    )
    assert found.hint


@pytest.mark.parametrize(
    "en",
    [
        "You cannot become a project manager.",
        "A PMO officer never leads.",
        "A real PMO officer looks across projects.",
        "Project managers are another type of person.",
        "The next step is project management.",
        "PMO is a stepping stone to project management.",
        "At your age this fits.",
        "Someone with your tenure.",
        "Ask her.",
        "You would be just a project manager.",
        "Sloppy project managers need you.",
        "Project managers are impatient.",
        "A project manager does not understand that.",
    ],
)
def test_a_doubtful_word_in_english_is_told(en: str) -> None:
    assert [each.code for each in _told("Prima.", en)] == ["doubtful-tone"]


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Je houdt een health check van een project.", "You do a health check of a project."),
        ("Wat niet past, hoeft niet.", "What does not fit need not be."),
        (
            "PMO is geen opstap naar projectmanagement.",
            "It is not a stepping stone to project management.",
        ),
        ("Je werkt met de projectmanager samen.", "You work with the project manager."),
        (
            "Projectmanagers zijn gelijkwaardige partners.",
            "Project managers are equal partners, and do other work.",
        ),
    ],
)
def test_other_texts_are_left_alone(nl: str, en: str) -> None:
    assert _told(nl, en) == []


def test_it_says_where_what_and_what_to_write() -> None:
    (found,) = _told("Je kunt geen projectmanager worden.")
    assert found.message == (
        f"In `{MESSAGE.id}`, `text`, nl: `Je kunt geen` denies someone something."
    )
    assert found.hint == "Say what is possible, and what it would take."
