"""`vakpad show`: one entry of the rules, who uses it and which cases show it at work."""

import json
from pathlib import Path

import pytest
from cli.running import SMALL, vakpad

SHOWN = sorted((Path(__file__).parent / "shown").glob("*.txt"))
SEPARATOR = "\n----\n"


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.stem)
def test_an_entry_is_shown_in_both_languages(file: Path) -> None:
    """Each file has what is asked for, then what is shown in Dutch and in English."""
    asked, dutch, english = file.read_text(encoding="utf-8").split(SEPARATOR)
    for language, expected in (("nl", dutch), ("en", english)):
        done = vakpad("show", asked, "--rules", SMALL, "--language", language)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.removesuffix("\n") == expected.removesuffix("\n")


def test_dutch_is_the_usual_language() -> None:
    usual = vakpad("show", "office-medior", "--rules", SMALL)
    assert usual == vakpad("show", "office-medior", "--rules", SMALL, "--language", "nl")


def test_programs_get_json() -> None:
    done = vakpad("show", "stay-in-office", "--rules", SMALL, "--json", "--language", "en")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "asked": "stay-in-office",
        "language": "en",
        "found": [
            {
                "kind": "rule",
                "id": "stay-in-office",
                "file": "growth/all.yaml",
                "line": 1,
                "about": [
                    "If you now work in office, then a role in office at the same level fits, "
                    "as a hint (10 points)."
                ],
                "particulars": {
                    "stage": "growth",
                    "explanation": "Explanation.",
                    "because": "That is why.",
                    "actions": [],
                },
                "uses": {
                    "leads to": [
                        {"id": "office-junior", "about": "Junior in office"},
                        {"id": "office-medior", "about": "Medior in office"},
                        {"id": "office-senior", "about": "Senior in office"},
                    ]
                },
                "cases": {
                    "fired": [{"case": "vier jaar PMO'er", "file": "cases/all.yaml", "line": 1}]
                },
            }
        ],
        "suggestions": [],
    }


def test_an_id_that_does_not_exist_is_told_with_those_that_look_like_it() -> None:
    done = vakpad("show", "stay-in-ofice", "--rules", SMALL, "--language", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "There is no `stay-in-ofice`. You may mean:\n  - stay-in-office\n  - stay-in-governance\n"
    )


def test_an_id_like_no_other_says_what_to_type() -> None:
    done = vakpad("show", "zzyzx", "--rules", SMALL)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "`zzyzx` bestaat niet. Typ een id zoals het in de regelbestanden staat, of een naam.\n"
    )


def test_programs_get_the_suggestions_too() -> None:
    done = vakpad("show", "gate", "--rules", SMALL, "--json")
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout) == {
        "asked": "gate",
        "language": "nl",
        "found": [],
        "suggestions": ["gate-process"],
    }


def test_wrong_rules_are_told_instead(tmp_path: Path) -> None:
    done = vakpad("show", "office-medior", "--rules", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "roles.yaml:1:1: error missing-file" in done.stderr
