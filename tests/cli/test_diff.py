"""`vakpad diff`: what differs between two rulebooks, and which cases get another answer."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.running import SMALL, vakpad

from service.rulebook import load_rulebook


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The small rulebook with another level settled, and with another text and title."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    for file, before, after in (
        ("settling/level.yaml", "level: medior", "level: senior"),
        ("actions.yaml", "en: Join another team for a while.", "en: Work in another team."),
        ("titles.yaml", "[controller]", "[controller, business controller]"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(before, after), encoding="utf-8")
    return folder


def test_changes_are_told_in_dutch_with_the_cases_that_come_out_otherwise(rules: Path) -> None:
    done = vakpad("diff", SMALL, rules)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Van `{SMALL}` naar `{rules}`. 3 wijzigingen:\n"
        "\n"
        "Regel `medior-by-years` is gewijzigd (settling/level.yaml:1:9):\n"
        "  - Niveau: `medior` werd `senior`.\n"
        "\n"
        "Titel `controller` is gewijzigd:\n"
        "  - Naam erbij: ‘business controller’.\n"
        "\n"
        "Actie `rotation` is gewijzigd (actions.yaml:1:11):\n"
        "  - Tekst (en): ‘Join another team for a while.’ werd ‘Work in another team.’\n"
        "\n"
        "Casussen met een ander antwoord: 1 van 1.\n"
        "\n"
        "cases/all.yaml:1:9: vier jaar PMO'er\n"
        "  - Eerste aanbeveling: `office-medior` werd `office-senior`.\n"
    )


def test_the_same_is_told_in_english(rules: Path) -> None:
    done = vakpad("diff", "--language", "en", SMALL, rules)
    assert done.returncode == 0
    assert done.stdout == (
        f"From `{SMALL}` to `{rules}`. 3 changes:\n"
        "\n"
        "Rule `medior-by-years` has changed (settling/level.yaml:1:9):\n"
        "  - Level: `medior` became `senior`.\n"
        "\n"
        "Title `controller` has changed:\n"
        "  - Name added: ‘business controller’.\n"
        "\n"
        "Action `rotation` has changed (actions.yaml:1:11):\n"
        "  - Text (en): ‘Join another team for a while.’ became ‘Work in another team.’\n"
        "\n"
        "Cases with another answer: 1 of 1.\n"
        "\n"
        "cases/all.yaml:1:9: vier jaar PMO'er\n"
        "  - First recommendation: `office-medior` became `office-senior`.\n"
    )


def test_programs_get_json(rules: Path) -> None:
    for file in ("actions.yaml", "titles.yaml"):
        shutil.copy(SMALL / file, rules / file)
    done = vakpad("diff", "--json", "--language", "en", SMALL, rules)
    assert done.returncode == 0
    level = {
        "field": "level",
        "change": "changed",
        "old": "medior",
        "new": "senior",
        "language": None,
        "within": None,
        "sentence": "Level: `medior` became `senior`.",
    }
    first = {
        "field": "first",
        "old": "office-medior",
        "new": "office-senior",
        "sentence": "First recommendation: `office-medior` became `office-senior`.",
    }
    assert json.loads(done.stdout) == {
        "old": {"name": str(SMALL), "digest": load_rulebook(SMALL).digest},
        "new": {"name": str(rules), "digest": load_rulebook(rules).digest},
        "language": "en",
        "changes": [
            {
                "kind": "rule",
                "id": "medior-by-years",
                "change": "changed",
                "file": "settling/level.yaml",
                "line": 1,
                "sentence": "Rule `medior-by-years` has changed (settling/level.yaml:1:9):",
                "details": [level],
            }
        ],
        "cases": {
            "run": 1,
            "refused": [],
            "changed": [
                {
                    "case": "vier jaar PMO'er",
                    "file": "cases/all.yaml",
                    "line": 1,
                    "details": [level | first],
                }
            ],
        },
    }


def test_conditions_are_in_json_as_they_stand_in_the_file(rules: Path) -> None:
    growth = rules / "growth" / "all.yaml"
    text = growth.read_text(encoding="utf-8")
    text = text.replace("    - none of:\n        - goals include deepen\n", "")
    growth.write_text(text, encoding="utf-8")
    done = vakpad("diff", "--json", SMALL, rules)
    details = json.loads(done.stdout)["changes"][1]["details"]
    assert [(each["field"], each["change"], each["old"], each["new"]) for each in details] == [
        ("conditions", "removed", {"none of": ["goals include deepen"]}, None)
    ]


def test_rules_that_say_the_same_do_not_differ(rules: Path) -> None:
    done = vakpad("diff", rules, rules)
    assert (done.returncode, done.stdout) == (
        0,
        f"Van `{rules}` naar `{rules}`. Tussen de twee is geen verschil.\n"
        "\n"
        "Elke casus krijgt hetzelfde antwoord (1 casus).\n",
    )


@pytest.mark.parametrize(
    ("language", "refused", "others"),
    [
        (
            "nl",
            "Casussen die niet (meer) gedraaid kunnen worden: 1 van 2.",
            "Elke andere casus krijgt hetzelfde antwoord (1 casus).",
        ),
        (
            "en",
            "Cases that cannot be run (any more): 1 of 2.",
            "Every other case gets the same answer (1 case).",
        ),
    ],
)
def test_a_case_that_can_no_longer_be_run_is_not_the_same(
    rules: Path, language: str, refused: str, others: str
) -> None:
    before = Path(shutil.copytree(rules, rules.parent / "before"))
    case = "- case: kritisch\n  profile: {{title: PMO'er, competences: {{{}: 4}}}}\n"
    case += "  expect:\n    outcome: needs_more_data\n"
    for folder, competence in ((before, "critical"), (rules, "critcal")):
        (folder / "cases" / "own.yaml").write_text(case.format(competence), encoding="utf-8")
    told = vakpad("diff", "--language", language, before, rules).stdout.splitlines()
    place = told.index("cases/own.yaml:1:9: kritisch", told.index(refused))
    assert told[place + 1].startswith("  - ")
    assert "/competences/critcal: " in "".join(told[place + 1 :])
    assert told[-1] == others
    cases = json.loads(vakpad("diff", "--json", before, rules).stdout)["cases"]
    assert (cases["run"], cases["changed"]) == (1, [])
    assert [each["case"] for each in cases["refused"]] == ["kritisch"]


def test_rules_without_cases_say_that_nothing_was_run(rules: Path) -> None:
    shutil.rmtree(rules / "cases")
    done = vakpad("diff", "--language", "en", rules, rules)
    assert done.stdout.endswith("\nThere are no cases to compare.\n")


def test_a_revision_is_compared_with_the_rules_as_they_are_now(rules: Path) -> None:
    identity = ("-c", "user.name=advisor", "-c", "user.email=advisor@example.org")
    for command in (("init", "-q"), ("add", "."), (*identity, "commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *command], cwd=rules, check=True, timeout=30)
    shutil.copy(SMALL / "actions.yaml", rules / "actions.yaml")
    done = vakpad("diff", "HEAD", "--rules", rules, "--language", "en")
    assert done.returncode == 0
    assert done.stdout.startswith(
        f"From `HEAD` to `{rules}`. 1 change:\n"
        "\n"
        "Action `rotation` has changed (actions.yaml:1:11):\n"
        "  - Text (en): ‘Work in another team.’ became ‘Join another team for a while.’\n"
    )
    back = vakpad("diff", rules, "HEAD", VAKPAD_RULES=str(rules))
    assert back.returncode == 0
    assert "werd ‘Work in another team.’\n" in back.stdout


def test_releases_are_compared_with_each_other_and_with_folders_and_revisions(
    rules: Path, tmp_path: Path
) -> None:
    settings = {
        "VAKPAD_DATABASE": f"sqlite:///{tmp_path / 'vakpad.sqlite3'}",
        "VAKPAD_RULES": str(rules),
    }
    identity = ("-c", "user.name=advisor", "-c", "user.email=advisor@example.org")
    for command in (("init", "-q"), ("add", "."), (*identity, "commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *command], cwd=rules, check=True, timeout=30)
    for file in ("settling/level.yaml", "titles.yaml"):
        shutil.copy(SMALL / file, rules / file)
    assert vakpad("release", "make", rules, **settings).returncode == 0
    shutil.copy(SMALL / "actions.yaml", rules / "actions.yaml")
    assert vakpad("release", "make", rules, **settings).returncode == 0

    changed = (
        "1 change:\n"
        "\n"
        "Action `rotation` has changed (actions.yaml:1:11):\n"
        "  - Text (en): ‘Work in another team.’ became ‘Join another team for a while.’\n"
        "\n"
        "Every case gets the same answer (1 case).\n"
    )
    for new in ("release:2", "release:latest", str(SMALL)):
        done = vakpad("diff", "release:1", new, "--language", "en", **settings)
        assert (done.returncode, done.stdout) == (0, f"From `release:1` to `{new}`. {changed}")
    now = vakpad("diff", "release:1", "--language", "en", **settings)
    assert now.stdout == f"From `release:1` to `{rules}`. {changed}"
    mixed = json.loads(vakpad("diff", "HEAD", "release:2", "--json", **settings).stdout)
    assert mixed["old"]["name"] == "HEAD"
    assert mixed["new"] == {"name": "release:2", "digest": load_rulebook(SMALL).digest}
    assert [each["id"] for each in mixed["changes"]] == [
        "medior-by-years",
        "controller",
        "rotation",
    ]


@pytest.mark.parametrize("broken_first", [True, False], ids=["old", "new"])
def test_a_rulebook_with_errors_is_told_by_its_name(rules: Path, broken_first: bool) -> None:
    (rules / "moves.yaml").unlink()
    pair = (rules, SMALL) if broken_first else (SMALL, rules)
    done = vakpad("diff", *pair)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        f"The rules of `{rules}` cannot be compared:\nmoves.yaml:1:1: error missing-file: "
    )
    as_json = vakpad("diff", "--json", *pair)
    assert (as_json.returncode, as_json.stderr) == (1, "")
    payload = json.loads(as_json.stdout)
    assert (payload["rules"], payload["digest"], payload["errors"]) == (str(rules), None, 1)


def test_a_name_of_neither_a_folder_nor_a_revision_is_misuse(rules: Path) -> None:
    done = vakpad("diff", "v9", rules, "--rules", rules)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: There is no folder `v9`" in done.stderr
