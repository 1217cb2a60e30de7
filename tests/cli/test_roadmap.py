"""`vakpad roadmap`: the service's roadmap, as a page or as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from api.asking import client_of
from cli.running import SHIPPED, SMALL, vakpad

PROFILE = {
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "junior"},
    "work": ["raid-log"],
}
SENT = json.dumps(PROFILE).encode()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", ["assurance-senior", "office-junior", "projectmanager"])
def test_json_is_what_the_service_answers(tmp_path: Path, role: str, language: str) -> None:
    file = tmp_path / "profile.json"
    file.write_text(json.dumps(PROFILE | {"language": language}), encoding="utf-8")
    done = vakpad("roadmap", file, "--to", role, "--json", "--rules", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    aim = {"profile": PROFILE, "target": role, "language": language}
    answer = client_of(SHIPPED).post("/v1/roadmaps", json=aim)
    assert json.loads(done.stdout) == answer.get_json()


def test_the_page_for_people_says_it_all_in_plain_lines() -> None:
    done = vakpad(
        *("roadmap", "-", "--to", "governance-senior", "--rules", SMALL, "--language", "en"),
        sent=SENT,
    )
    assert done.stdout == (
        "Text purpose.\n"
        "\n"
        "From Junior in office to Senior in governance: 3 steps. The route starts from "
        "Junior in office, because that was given as your present place. This is the "
        "shortest route. If there are more with as many steps, the one comes first on which "
        "you stay in your own specialisation longest. Only about the first step can the "
        "rules say something now. About the later ones they will when you are there.\n"
        "\n"
        "The route\n"
        "\n"
        "  Step 1: Medior in office, one level up. From office to office. With what we know "
        "now, the rules do not advise this step yet. We do not know yet whether you have "
        "this: reporting: 3 or more and P3O Foundation.\n"
        "    This step usually takes 1 to 3 years.\n"
        "\n"
        "  Step 2: Senior in office, one level up. From office to office. This role asks "
        "nothing that you did not build up before on this route.\n"
        "    This step usually takes 2 to 4 years.\n"
        "\n"
        "  Step 3: Senior in governance, widening at the highest level. From office to "
        "governance. This is still to come: portfolio reporting.\n"
        "    What you can do:\n"
        "    - Join another team for a while.\n"
        "    This step usually takes 1 to 2 years.\n"
        "\n"
        "  All steps together usually take 4 to 9 years.\n"
        "\n"
        "About the time\n"
        "  Estimated by peers.\n"
        "\n"
        "Good to know\n"
        "  - Text advice-not-decision.\n"
    )


def test_a_time_stands_on_the_page_with_its_source() -> None:
    done = vakpad("roadmap", "-", "--to", "assurance-senior", "--rules", SHIPPED, sent=SENT)
    assert "    Deze stap duurt meestal 1 tot 3 jaar.\n" in done.stdout
    assert "  Alle stappen samen duren meestal 3 tot 9 jaar.\n" in done.stdout
    assert done.stdout.count("Dit is een schatting van vakgenoten") == 1
    assert (
        "  Een andere route loopt via governance: 3 stappen.\n"
        "    PMO-medewerker → Senior governancespecialist → Senior assurance-reviewer\n"
        "    Alle stappen samen duren meestal 3 tot 9 jaar.\n"
    ) in done.stdout


@pytest.mark.parametrize(
    ("sent", "role", "said"),
    [
        (
            PROFILE,
            "governence-senior",
            "- /target: `governence-senior` is not a role that Vakpad knows. Did you mean "
            "`governance-senior`?",
        ),
        ({"titel": "x"}, "office-senior", "- /profile/title: `title` is missing."),
        (PROFILE, "", "- /target: `target` is empty."),
    ],
)
def test_what_is_wrong_is_told_in_lines(sent: Any, role: str, said: str) -> None:
    done = vakpad(
        *("roadmap", "-", "--to", role, "--rules", SHIPPED), sent=json.dumps(sent).encode()
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


def test_what_is_wrong_is_a_problem_for_programs() -> None:
    done = vakpad("roadmap", "-", "--to", "x", "--json", "--rules", SHIPPED, sent=SENT)
    assert done.returncode == 1
    assert json.loads(done.stdout)["errors"][0]["pointer"] == "/target"


def test_what_is_no_json_is_told() -> None:
    done = vakpad("roadmap", "-", "--to", "office-senior", "--rules", SHIPPED, sent=b"{")
    assert done.returncode == 1
    assert done.stderr.startswith("The profile is not JSON.")


def test_the_role_must_be_named() -> None:
    done = vakpad("roadmap", "-", sent=SENT)
    assert done.returncode == 2
    assert "--to" in done.stderr
