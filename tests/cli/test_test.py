"""`vakpad test`: the cases that advisors wrote, run."""

import json
import shutil
from pathlib import Path

import pytest
from cli.running import SHIPPED, SMALL, vakpad

CASE = """\
- case: een PMO'er die vier jaar bezig is
  profile:
    title: PMO'er
    experience: {years_in_role: 4}
  expect:
    reading: {level: medior}
    outcome: refer
  same answer for:
    - {title: PMO-er}
"""

DUO = """\
- case: een PMO'er naast een projectmanager
  duo:
    pmo:
      title: PMO'er
    project manager:
      title: projectmanager
  expect:
    fits tip: [trust]
  same answer for:
    - {language: fr}
    - {project manager: {title: project manager}}
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    (folder / "cases" / "all.yaml").write_text(CASE, encoding="utf-8")
    return folder


def test_shipped_cases_come_out_as_their_writers_expect() -> None:
    done = vakpad("test", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" cases, all as expected.\n")


def test_a_case_that_comes_out_otherwise_is_told_with_what_came_instead(rules: Path) -> None:
    done = vakpad("test", "--rules", rules)
    assert done.returncode == 1
    assert done.stdout == (
        "cases/all.yaml:1:9: een PMO'er die vier jaar bezig is\n"
        "  - outcome: expected refer, and it is recommend.\n"
        "\n"
        "1 of 1 case came out otherwise than expected.\n"
    )


def test_programs_get_json(rules: Path) -> None:
    done = vakpad("test", "--json", rules)
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "rules": str(rules),
        "cases": 1,
        "failed": [
            {
                "case": "een PMO'er die vier jaar bezig is",
                "file": "cases/all.yaml",
                "line": 1,
                "differences": [
                    {"key": "outcome", "expected": "refer", "found": "recommend", "change": None}
                ],
                "reasons": [],
            }
        ],
    }


def test_a_case_about_a_duo_is_run_like_any_other(rules: Path) -> None:
    (rules / "cases" / "all.yaml").write_text(DUO, encoding="utf-8")
    done = vakpad("test", rules)
    assert done.returncode == 1
    assert done.stdout == (
        "cases/all.yaml:1:9: een PMO'er naast een projectmanager\n"
        "  - fits tip: expected trust, and it is nothing.\n"
        "  - With {language: fr}: duo: expected one that can be read, and it is refused"
        " (/language: `language` must be one of `nl`, `en`.).\n"
        "\n"
        "1 of 1 case came out otherwise than expected.\n"
    )


def test_a_rulebook_without_cases_says_where_to_write_them(rules: Path) -> None:
    shutil.rmtree(rules / "cases")
    done = vakpad("test", rules)
    assert (done.returncode, done.stdout) == (
        0,
        "There are no cases. Write some in the folder `cases`.\n",
    )


def test_wrong_rules_are_told_instead(rules: Path) -> None:
    (rules / "moves.yaml").unlink()
    done = vakpad("test", rules)
    assert done.returncode == 1
    assert "moves.yaml:1:1: error missing-file" in done.stderr


def test_a_folder_that_is_named_twice_is_a_mistake(rules: Path) -> None:
    assert vakpad("test", rules, "--rules", rules).returncode == 2


WISH = """\
- case: iemand in office die alles al kan
  profile:
    title: PMO'er
    current: {specialisation: office, level: junior}
    work: [raid-log]
  expect:
    first: {specialisation: governance}
    fired: [office-to-governance]
"""


def test_a_failed_case_says_which_rules_made_the_difference(rules: Path) -> None:
    (rules / "cases" / "all.yaml").write_text(WISH, encoding="utf-8")
    done = vakpad("test", rules)
    assert done.returncode == 1
    assert done.stdout.splitlines()[3:-2] == [
        "  -> The rule office-to-governance (growth/all.yaml:27:9) did not fire because of `level "
        "is at least medior` (it is junior), at least one of: `work includes portfolio-report` (it "
        "is raid-log); `signal sharp` (unknown).",
        "  -> office-junior has 10 points: stay-in-office +10.",
    ]


def test_a_rule_without_which_it_would_be_as_expected_is_named(rules: Path) -> None:
    case = WISH.replace("raid-log", "portfolio-report").replace("junior", "medior")
    case = case.replace("governance}", "office}").replace("fired: ", "not fired: ")
    (rules / "cases" / "all.yaml").write_text(case, encoding="utf-8")
    told = vakpad("test", rules).stdout
    without = "Without the rule office-to-governance (growth/all.yaml:27:9)"
    assert f"  -> {without} `first` would be as expected.\n" in told
    assert f"  -> {without} `not fired` would be as expected.\n" in told


def test_coverage_is_told_after_the_cases(rules: Path) -> None:
    lines = vakpad("test", rules, "--coverage").stdout.splitlines()
    at = lines.index("Not shown by 1 case")
    assert lines[at - 2] == "1 of 1 case came out otherwise than expected."
    assert "  - stay-in-governance (growth/all.yaml:14:9)" in lines[at:]
    assert "Roles that never came first: 5" in lines[at:]
    side = "  - `title kind is pmo` in medior-by-years: only true (settling/level.yaml:6:7)"
    assert side in lines[at:]


def test_programs_get_coverage_and_suggestions_as_well(rules: Path) -> None:
    told = json.loads(vakpad("test", rules, "--json", "--coverage", "--suggest", "1").stdout)
    assert told["coverage"]["cases"] == 1
    assert "stay-in-governance" in told["coverage"]["never_fired"]
    condition = {"rule": "medior-by-years", "condition": "title kind is pmo", "seen": [True]}
    assert condition in told["coverage"]["one_sided"]
    assert [each["case"] for each in told["suggestions"]] == ["enter-office fires"]


def test_suggestions_are_a_rule_file_and_nothing_else(rules: Path) -> None:
    done = vakpad("test", rules, "--suggest", "2")
    assert done.stdout.startswith("# Suggested by `vakpad test --suggest`.")
    assert "1 of 1 case came out otherwise than expected." in done.stderr
    (rules / "cases" / "all.yaml").write_text(done.stdout, encoding="utf-8")
    assert vakpad("test", rules).stdout == "2 cases, all as expected.\n"
