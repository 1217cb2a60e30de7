"""Cases about a duo, on the small rulebook with partnership rules and cases written here."""

import shutil
from pathlib import Path

import pytest

from schemas.rule_files import ExpectSchema
from service.advice import Advisor
from service.checks import expected_advice, expected_partnership
from service.checks.cases import CaseResult, run_cases
from service.engine.reference import ReferenceEngine
from service.rulebook import load_rulebook
from service.rulebook.cases import EXPECTATIONS, About

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"

RULES = """\
- rule: questions-beside-flexibility
  about:
    nl: Kritische vragen van de PMO'er naast de flexibiliteit van de projectmanager.
    en: Critical questions from the PMO colleague beside the flexibility of the project manager.
  when all of:
    - pmo competence critical is at least 4
    - project manager competence flexible is at least 4
  completes:
    nl: De PMO'er stelt de vragen en de projectmanager beweegt mee.
    en: The PMO colleague asks the questions and the project manager moves along.

- rule: both-ask-questions
  about:
    nl: Twee mensen die scherp kijken.
    en: Two people who look sharply.
  when all of:
    - pmo competence critical is at least 4
    - project manager competence critical is at least 4
  tension:
    nl: Jullie kijken allebei scherp. Spreek af dat ieder eerst samenvat wat de ander bedoelt.
    en: You both look sharply. Agree that each of you first sums up what the other means.

- rule: mirror-of-the-pmo
  about:
    nl: Een PMO'er met een kritische blik.
    en: A PMO colleague with a critical eye.
  when all of:
    - pmo competence critical is at least 4
  fits tip:
    tip: mirror
    because:
      nl: De PMO'er heeft een scherpe blik.
      en: The PMO colleague has a sharp eye.

- rule: equal-at-senior
  about:
    nl: Een PMO'er op hoog niveau.
    en: A PMO colleague at a high level.
  when all of:
    - pmo level is at least senior
  fits tip:
    tip: equality
    because:
      nl: De PMO'er draagt een eigen verantwoordelijkheid.
      en: The PMO colleague carries a responsibility of their own.
"""

AS_EXPECTED = """\
- case: kritisch naast flexibel
  duo:
    pmo:
      title: PMO'er
      experience: {years_in_role: 4}
      competences: {critical: 4}
    project manager:
      title: projectmanager
      competences: {flexible: 4, critical: 3}
  expect:
    readings:
      pmo: {kind: pmo, specialisation: office, level: [medior, senior]}
      project manager: {kind: project-management, level: unknown}
    completes: [questions-beside-flexibility]
    not completes: []
    tension: []
    not tension: [both-ask-questions]
    fits tip: [mirror]
    not fits tip: [trust, equality]
    fired: [questions-beside-flexibility, mirror-of-the-pmo]
    not fired: [both-ask-questions, equal-at-senior]
  same answer for:
    - {language: en}
    - {pmo: {title: PMO-er, experience: {years_in_role: 5.5}}}
    - {project manager: {title: project manager}}
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    (folder / "partnership").mkdir()
    (folder / "partnership" / "all.yaml").write_text(RULES, encoding="utf-8")
    return folder


def run(rules: Path, text: str) -> CaseResult:
    (rules / "cases" / "all.yaml").write_text(text, encoding="utf-8")
    rulebook = load_rulebook(rules)
    (result,) = run_cases(Advisor(rulebook, ReferenceEngine(rulebook)))
    return result


def test_a_duo_that_comes_out_as_expected_has_no_differences(rules: Path) -> None:
    result = run(rules, AS_EXPECTED)

    assert result.differences == ()
    assert str(result) == "kritisch naast flexibel: as expected."


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "level: [medior, senior]",
            "level: [junior, senior]",
            "readings, pmo, level: expected junior or senior, and it is medior.",
        ),
        (
            "kind: project-management",
            "kind: outside",
            "readings, project manager, kind: expected outside, and it is project-management.",
        ),
        (
            "competences: {critical: 4}",
            "competences: {critical: 3}",
            "completes: expected questions-beside-flexibility, and it is nothing.",
        ),
        (
            "completes: [questions-beside-flexibility]\n    not completes: []",
            "not completes: [questions-beside-flexibility]",
            "not completes: expected none of questions-beside-flexibility,"
            " and it is questions-beside-flexibility.",
        ),
        (
            "    tension: []\n    not tension: [both-ask-questions]",
            "    tension: [both-ask-questions]",
            "tension: expected both-ask-questions, and it is nothing.",
        ),
        (
            "critical: 3}",
            "critical: 4}",
            "not tension: expected none of both-ask-questions, and it is both-ask-questions.",
        ),
        (
            "    fits tip: [mirror]",
            "    fits tip: [mirror, sparring]",
            "fits tip: expected sparring, and it is mirror.",
        ),
        (
            "fits tip: [mirror]\n    not fits tip: [trust, equality]",
            "not fits tip: [trust, mirror]",
            "not fits tip: expected none of mirror, and it is mirror.",
        ),
        (
            "    fired: [questions-beside-flexibility, mirror-of-the-pmo]\n"
            "    not fired: [both-ask-questions, equal-at-senior]",
            "    fired: [equal-at-senior]",
            "fired: expected equal-at-senior,"
            " and it is questions-beside-flexibility, mirror-of-the-pmo.",
        ),
        (
            "fired: [questions-beside-flexibility, mirror-of-the-pmo]\n"
            "    not fired: [both-ask-questions, equal-at-senior]",
            "not fired: [mirror-of-the-pmo]",
            "not fired: expected none of mirror-of-the-pmo,"
            " and it is questions-beside-flexibility, mirror-of-the-pmo.",
        ),
        (
            "{project manager: {title: project manager}}",
            "{project manager: {competences: {critical: 5}}}",
            "With {project manager: {competences: {critical: 5}}}: tension: expected nothing,"
            " and it is both-ask-questions.",
        ),
        (
            "{pmo: {title: PMO-er, experience: {years_in_role: 5.5}}}",
            "{pmo: {competences: {critical: 3}}}",
            "With {pmo: {competences: {critical: 3}}}: completes: expected"
            " questions-beside-flexibility, and it is nothing.",
        ),
        (
            "flexible: 4",
            "flexible: 6",
            "duo: expected one that can be read, and it is refused"
            " (/project_manager/competences/flexible: A rating is a whole number from 1 to 5,"
            " without quotes or decimals; null when it was not rated.).",
        ),
    ],
)
def test_what_comes_out_otherwise_is_told_in_the_words_of_the_case(
    rules: Path, before: str, after: str, told: str
) -> None:
    assert before in AS_EXPECTED

    result = run(rules, AS_EXPECTED.replace(before, after))

    assert not result.as_expected
    assert str(result.differences[0]) == told
    assert str(result).startswith(f"cases/all.yaml:1:9: kritisch naast flexibel\n  - {told}")


def test_a_tip_that_fits_for_another_reason_is_another_answer(rules: Path) -> None:
    text = AS_EXPECTED.replace(
        "{language: en}", "{pmo: {current: {specialisation: office, level: senior}}}"
    )

    assert [(each.key, each.found) for each in run(rules, text).differences] == [
        ("readings, pmo, level", "senior"),
        (
            "fits tip",
            "equality (because of equal-at-senior), mirror (because of mirror-of-the-pmo)",
        ),
    ]


def test_everything_that_can_be_expected_is_compared() -> None:
    of_each = {
        About.PERSON: tuple(expected_advice.CHECKS),
        About.DUO: tuple(expected_partnership.CHECKS),
    }
    assert of_each == EXPECTATIONS
    fields = ExpectSchema().fields.items()
    assert {field.data_key or name for name, field in fields} == set().union(*of_each.values())


def test_cases_about_a_duo_do_not_change_the_digest(rules: Path) -> None:
    before = load_rulebook(rules).digest
    (rules / "cases" / "all.yaml").write_text(AS_EXPECTED, encoding="utf-8")

    assert load_rulebook(rules).digest == before
