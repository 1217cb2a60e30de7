"""Which cases get another answer by another rulebook."""

import shutil
from pathlib import Path

import pytest

from service.advice import Advisor
from service.checks.case_answers import case_answers
from service.comparison import CaseChange, Detail, Sort, compare_answers
from service.engine.reference import ReferenceEngine
from service.rulebook import Rulebook, load_rulebook

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
CASES = """\
- case: een PMO'er met portfoliowerk
  profile:
    title: PMO'er
    experience: {years_in_pmo: 4}
    work: [portfolio-report]
  expect:
    outcome: recommend
- case: een verpleegkundige
  profile:
    title: verpleegkundige
    goals: [come-to-pmo]
  expect:
    outcome: recommend
- case: een duo
  duo:
    pmo: {title: PMO'er, competences: {critical: 5}}
    project manager: {title: projectmanager, competences: {ambitious: 5}}
  expect:
    fired: [a-keen-eye]
"""
PAIRING = """\
- rule: a-keen-eye
  about:
    nl: Een scherpe blik helpt het duo.
    en: A keen eye helps the duo.
  when all of:
    - pmo competence critical is at least 4
    - project manager competence ambitious is at least 4
  completes:
    nl: Jij ziet wat er mist.
    en: You see what is missing.
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    (folder / "cases" / "all.yaml").write_text(CASES, encoding="utf-8")
    (folder / "partnership").mkdir()
    (folder / "partnership" / "all.yaml").write_text(PAIRING, encoding="utf-8")
    return folder


def outcomes(old: Rulebook, new: Rulebook) -> dict[str, tuple[Detail, ...]]:
    answers = (
        case_answers(new.cases, Advisor(rulebook, ReferenceEngine(rulebook)))
        for rulebook in (old, new)
    )
    changes: tuple[CaseChange, ...] = compare_answers(*answers)
    return {change.case.name: change.details for change in changes}


def after(rules: Path, file: str, before: str, instead: str) -> dict[str, tuple[Detail, ...]]:
    """The cases with another answer after an edit."""
    old = load_rulebook(rules)
    text = (rules / file).read_text(encoding="utf-8")
    assert before in text
    (rules / file).write_text(text.replace(before, instead, 1), encoding="utf-8")
    return outcomes(old, load_rulebook(rules))


def test_the_same_rules_give_every_case_the_same_answer(rules: Path) -> None:
    assert outcomes(load_rulebook(rules), load_rulebook(rules)) == {}


def test_another_first_recommendation_is_told_with_the_rules_that_fired(rules: Path) -> None:
    assert after(rules, "growth/all.yaml", "- level is at least medior", "- level is senior") == {
        "een PMO'er met portfoliowerk": (
            Detail("first", Sort.CHANGED, "governance-medior", "office-medior"),
            Detail("fired", Sort.REMOVED, old="office-to-governance"),
        )
    }


def test_other_points_change_who_is_first_while_the_same_rules_fire(rules: Path) -> None:
    assert after(rules, "growth/all.yaml", "points: 30", "points: 5") == {
        "een PMO'er met portfoliowerk": (
            Detail("first", Sort.CHANGED, "governance-medior", "office-medior"),
        )
    }


def test_another_outcome_is_told(rules: Path) -> None:
    found = after(rules, "growth/all.yaml", "- goals include come-to-pmo", "- goals include deepen")
    assert found == {
        "een verpleegkundige": (
            Detail("outcome", Sort.CHANGED, "recommend", "needs_more_data"),
            Detail("first", Sort.CHANGED, "office-medior", None),
            Detail("fired", Sort.REMOVED, old="enter-office"),
        )
    }


def test_a_later_recommendation_that_goes_is_told_too(rules: Path) -> None:
    found = after(rules, "growth/all.yaml", "    - specialisation is office", "    - signal sharp")
    assert found == {
        "een PMO'er met portfoliowerk": (
            Detail("recommended", Sort.REMOVED, old="office-medior"),
            Detail("fired", Sort.REMOVED, old="stay-in-office"),
        )
    }


def test_the_case_of_a_duo_is_compared_by_the_rules_about_the_two(rules: Path) -> None:
    found = after(rules, "partnership/all.yaml", "critical is at least 4", "critical is at most 4")
    assert found == {"een duo": (Detail("fired", Sort.REMOVED, old="a-keen-eye"),)}


def test_a_case_that_could_not_be_read_before_says_why(rules: Path) -> None:
    old = load_rulebook(rules)
    with (rules / "goals.yaml").open("a", encoding="utf-8") as goals:
        goals.write(
            "\n- goal: lead-a-team\n  name:\n    nl: een team leiden\n    en: lead a team\n"
            "  phrases:\n    nl: [team leiden]\n    en: [lead a team]\n"
        )
    cases = CASES.replace("[come-to-pmo]", "[come-to-pmo, lead-a-team]")
    (rules / "cases" / "all.yaml").write_text(cases, encoding="utf-8")
    (details,) = outcomes(old, load_rulebook(rules)).values()
    refused, outcome, first, fired = details
    assert refused.old is not None
    assert str(refused.old).startswith("/goals/1: ")
    assert refused.new is None
    assert outcome == Detail("outcome", Sort.CHANGED, None, "recommend")
    assert first == Detail("first", Sort.CHANGED, None, "office-medior")
    assert fired == Detail("fired", Sort.ADDED, new="enter-office")
