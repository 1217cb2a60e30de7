"""`vakpad explain`: the service's explanation, as a page or as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from api.asking import client_of
from cli.running import SHIPPED, vakpad

PROFILE: dict[str, Any] = {
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "medior"},
    "competences": {"analytical": 4},
    "ratings_by": "manager",
}
SENT = json.dumps(PROFILE).encode()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", [None, "assurance-medior", "projectmanager"])
def test_json_is_what_the_service_answers(tmp_path: Path, role: str | None, language: str) -> None:
    file = tmp_path / "profile.json"
    file.write_text(json.dumps(PROFILE | {"language": language}), encoding="utf-8")
    about = () if role is None else ("--target", role)
    done = vakpad("explain", file, *about, "--json", "--rules", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    asked = {"profile": PROFILE, "target": role, "language": language}
    answer = client_of(SHIPPED).post("/v1/explanations", json=asked)
    assert json.loads(done.stdout) == answer.get_json()


def test_the_page_for_people_says_it_all_in_plain_lines() -> None:
    done = vakpad(
        *("explain", "-", "--target", "assurance-medior", "--rules", SHIPPED, "--language", "en"),
        sent=SENT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    asked = {"profile": PROFILE, "target": "assurance-medior", "language": "en"}
    said = client_of(SHIPPED).post("/v1/explanations", json=asked).get_json()
    for text in (
        *(said["purpose"], said["procedure"], *said["target"]["text"]),
        *(text for each in said["recommendations"] for text in each["text"]),
        *(each["text"] for each in said["target"]["smallest_change"]["alternatives"]),
        *(each["text"] for each in said["messages"]),
        *(each["text"] for each in said["questions"]),
    ):
        assert text in done.stdout
    assert "The ratings that count here come from your manager." in done.stdout
    assert "- Your level is at least mid-level. yes\n" in done.stdout
    assert "Rules for people at another place or with another title: " in done.stdout


def test_a_role_that_is_not_known_is_told_with_one_that_is() -> None:
    done = vakpad("explain", "-", "--target", "assurance-medoir", "--rules", SHIPPED, sent=SENT)
    assert done.returncode == 1
    assert done.stderr == (
        "This cannot be used:\n"
        "  - /target: `assurance-medoir` is not a role that Vakpad knows. Did you mean "
        "`assurance-medior`?\n"
    )
