"""`vakpad what-if`: the service's comparison, as a page or as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from api.asking import client_of
from cli.running import SHIPPED, vakpad
from flask.testing import FlaskClient

from schemas.what_if import WHAT_IF_EXAMPLE

PROFILE = {
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "medior"},
    "goals": ["deepen"],
}


@pytest.fixture(scope="module")
def shipped() -> FlaskClient:
    return client_of(SHIPPED)


def written(folder: Path, name: str, document: Any) -> Path:
    file = folder / name
    text = document if isinstance(document, str) else json.dumps(document)
    file.write_text(text, encoding="utf-8")
    return file


def test_json_is_what_the_service_answers(tmp_path: Path, shipped: FlaskClient) -> None:
    file = written(tmp_path, "whole.json", WHAT_IF_EXAMPLE)
    done = vakpad("what-if", file, "--json", "--rules", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    answer = shipped.post("/v1/what-if", json=WHAT_IF_EXAMPLE).get_json()
    assert json.loads(done.stdout) == answer


def test_variations_may_stand_in_files_of_their_own(tmp_path: Path, shipped: FlaskClient) -> None:
    changes = {"met P3O": {"certificates": ["P3O Foundation"]}, "verder": {"goals": ["widen"]}}
    files = [written(tmp_path, f"{name}.json", change) for name, change in changes.items()]
    done = vakpad(
        *("what-if", written(tmp_path, "profile.json", PROFILE)),
        *("--variation", files[0], "--variation", files[1]),
        *("--json", "--rules", SHIPPED),
    )
    body = {
        "profile": PROFILE,
        "variations": [{"name": name, "change": change} for name, change in changes.items()],
    }
    assert json.loads(done.stdout) == shipped.post("/v1/what-if", json=body).get_json()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "nl",
            [
                "Zoals het is",
                "  Er is een passende groeistap.",
                "  1. PMO-medewerker (verdiepen op dezelfde plek)",
                "Wat als: portfolio",
                "  - We weten nu welk werk je doet.",
                "  - ‘Portfolioanalist’ komt erbij, op plek 2.",
                "Wat als: zo",
                "  - Het advies blijft hetzelfde.",
                "Naast elkaar",
                "  Portfolioanalist:",
                "    - Zoals het is: -",
                "    - portfolio: 2",
                "    - zo: -",
            ],
        ),
        (
            "en",
            [
                "As it is",
                "  There is a growth step that fits.",
                "  1. PMO officer (deepening at the same place)",
                "What if: portfolio",
                "  - We now know what work you do.",
                "  - ‘Portfolio analyst’ joins the list, in place 2.",
                "What if: zo",
                "  - The advice stays the same.",
                "Side by side",
                "  Portfolio analyst:",
                "    - As it is: -",
                "    - portfolio: 2",
                "    - zo: -",
            ],
        ),
    ],
)
def test_the_page_for_people_says_it_in_sentences(
    tmp_path: Path, language: str, told: list[str]
) -> None:
    change = written(tmp_path, "portfolio.json", {"work": ["portfolio-report"]})
    done = vakpad(
        *("what-if", written(tmp_path, "profile.json", PROFILE), "--language", language),
        *("--variation", change, "--variation", written(tmp_path, "zo.json", {})),
        *("--rules", SHIPPED),
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line for line in lines if line in told] == told


def test_who_is_referred_is_told_whom_to_reach(tmp_path: Path) -> None:
    done = vakpad(
        *("what-if", written(tmp_path, "profile.json", PROFILE), "--variation", "-"),
        *("--rules", SHIPPED),
        sent=b'{"title": "projectmanager", "current": null}',
        VAKPAD_ADVISOR_CONTACT="loopbaan@example.org",
    )
    assert "  Loopbaanadviseur: loopbaan@example.org" in done.stdout.splitlines()


def test_a_mistake_is_told_with_the_file_that_it_is_in(tmp_path: Path) -> None:
    right = written(tmp_path, "right.json", {})
    wrong = written(tmp_path, "wrong.json", {"competences": {"analitical": 4}})
    profile = written(tmp_path, "profile.json", PROFILE | {"work": ["raid-lag"]})
    done = vakpad(
        *("what-if", profile, "--variation", right, "--variation", wrong, "--rules", SHIPPED),
    )
    assert (done.returncode, done.stdout) == (1, "")
    told = done.stderr.splitlines()
    assert told[0] == "What was sent cannot be used:"
    assert told[1].startswith(f"  - {profile} /work/0: `raid-lag` is not a kind of work")
    assert told[2].startswith(f"  - {wrong} /competences/analitical: ")
    assert len(told) == 3


def test_json_is_what_the_service_answers_to_a_mistake_too(
    tmp_path: Path, shipped: FlaskClient
) -> None:
    body = {"profile": PROFILE, "variations": [{"name": "a", "change": {"age": 5}}]}
    done = vakpad("what-if", written(tmp_path, "b.json", body), "--json", "--rules", SHIPPED)
    assert done.returncode == 1
    assert json.loads(done.stdout) == json.loads(shipped.post("/v1/what-if", json=body).text)


def test_a_file_that_is_no_json_is_told_so(tmp_path: Path) -> None:
    profile, broken = written(tmp_path, "p.json", PROFILE), written(tmp_path, "v.json", "{")
    done = vakpad("what-if", profile, "--variation", broken, "--rules", SHIPPED)
    assert done.returncode == 1
    assert done.stderr.startswith(f"`{broken}` is not JSON. At line 1, column 2")


@pytest.mark.parametrize(
    ("variations", "told"),
    [
        ([], "Say with --variation FILE what could be different."),
        (["-", "-"], "Standard input can be read once."),
        (["missing.json"], "`missing.json` cannot be read: No such file or directory."),
    ],
    ids=["none", "twice", "missing"],
)
def test_misuse_is_told(tmp_path: Path, variations: list[str], told: str) -> None:
    options = [part for each in variations for part in ("--variation", each)]
    profile = written(tmp_path, "profile.json", PROFILE)
    done = vakpad("what-if", profile, *options, "--rules", SHIPPED, sent=b"{}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"{told}\n")
