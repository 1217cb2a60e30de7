"""`vakpad titles`: how a job title is read, and why."""

import json
from pathlib import Path

import pytest
from api.asking import client_of
from cli.running import SHIPPED, SMALL, vakpad

TITLE = "Interim senior PMO'er bij gemeente Utrecht (m/v) 36 uur"


def test_a_title_is_shown_with_what_counted_and_what_did_not() -> None:
    done = vakpad("titles", TITLE, "--rules", SMALL)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{TITLE}\n"
        "De titel is gelezen als ‘PMO'er’.\n"
        "Het niveau volgt uit ‘senior’.\n"
        "Weggelaten is ‘utrecht’: een plaats of afdeling verandert niets aan de titel.\n"
        "Eromheen staat ‘(m/v)’, ‘36 uur’, ‘interim’; dat verandert niets aan de titel.\n"
        "De titel kan meer dan één rol zijn; het werk dat iemand doet, beslist.\n"
        "  Herkend: pmo-er (‘PMO'er’, niveau uit ‘senior’)\n"
        "  Vak: PMO\n"
        "  Noemt: een functie\n"
        "  Specialisaties: Office, Governance\n"
        "  Niveaus: Senior\n"
        "  Gewoonlijk: Office\n"
        "  Kan meer dan één rol zijn: ja\n"
        "  Weggelaten: ‘utrecht’\n"
        "  Eromheen: ‘(m/v)’, ‘36 uur’, ‘interim’\n"
    )


def test_the_same_is_shown_in_english() -> None:
    done = vakpad("titles", "projectcoördinator", "--rules", SMALL, "--language", "en")
    assert done.stdout == (
        "projectcoördinator\n"
        "The title is read as ‘projectcoördinator’.\n"
        "The title can belong to several professions, and does not say to which.\n"
        "  Recognised: project-coordinator (‘projectcoördinator’)\n"
        "  Profession: PMO or project management\n"
        "  Names: a job\n"
        "  Specialisations: Office\n"
        "  Levels: Junior, Medior\n"
        "  Can mean more than one role: yes\n"
    )


def test_a_title_that_is_not_known_is_not_guessed_at() -> None:
    done = vakpad("titles", "project managr", "--rules", SMALL, "--language", "en")
    assert done.returncode == 0
    assert done.stdout == (
        "project managr\n"
        "This title is not known, and no guess is made.\n"
        "  Profession: unknown\n"
        "  Looks like: ‘project manager’\n"
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("title", [TITLE, "PMO oficer", "projectmanager en auditor", " PMO "])
def test_programs_get_what_the_service_answers(title: str, language: str) -> None:
    done = vakpad("titles", "--json", "--language", language, title)
    answer = client_of(SHIPPED).get(
        "/v1/titles", query_string={"q": title}, headers={"Accept-Language": language}
    )
    assert done.returncode == 0
    assert json.loads(done.stdout) == answer.get_json()


@pytest.mark.parametrize("title", ["", "  ", "x" * 201, "PMO\a"], ids=repr)
def test_what_is_no_title_is_misuse(title: str) -> None:
    done = vakpad("titles", title, "--rules", SMALL)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: This title cannot be read. `title` " in done.stderr


def test_wrong_rules_are_told_instead(tmp_path: Path) -> None:
    done = vakpad("titles", "PMO'er", "--rules", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "titles.yaml:1:1: error missing-file" in done.stderr
