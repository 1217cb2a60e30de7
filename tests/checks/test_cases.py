"""The case runner, on the small rulebook with cases written here."""

import shutil
from pathlib import Path

import pytest

from service.advice import Advisor
from service.checks.cases import CaseResult, changed, run_cases
from service.engine.reference import ReferenceEngine
from service.rulebook import load_rulebook

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"


def run(tmp_path: Path, text: str) -> CaseResult:
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    (folder / "cases" / "all.yaml").write_text(text, encoding="utf-8")
    rulebook = load_rulebook(folder)
    (result,) = run_cases(Advisor(rulebook, ReferenceEngine(rulebook)))
    return result


AS_EXPECTED = """\
- case: vier jaar PMO'er
  profile:
    title: PMO'er
    experience: {years_in_role: 4}
    competences: {critical: 4}
  expect:
    outcome: [recommend, recommend_with_caution]
    confidence: low
    reading: {kind: pmo, specialisation: office, level: medior}
    first: {specialisation: [office, governance], level: medior, move: deepen}
    recommended: [office-medior]
    not recommended: [governance-medior]
    fired: [medior-by-years, stay-in-office, title-may-mean-more]
    not fired: [leans-by-profile]
    said: [title-may-mean-more, advice-not-decision]
    not said: [wish-is-heard]
    asked: [work, goals]
  same answer for:
    - {title: PMO-er, language: en}
    - {experience: {years_in_role: 5.5}}
"""


def test_a_case_that_comes_out_as_expected_has_no_differences(tmp_path: Path) -> None:
    result = run(tmp_path, AS_EXPECTED)

    assert result.differences == ()
    assert result.as_expected
    assert str(result) == "vier jaar PMO'er: as expected."


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "outcome: [recommend, recommend_with_caution]",
            "outcome: [refer, needs_more_data]",
            "outcome: expected refer or needs_more_data, and it is recommend.",
        ),
        ("confidence: low", "confidence: high", "confidence: expected high, and it is low."),
        (
            "level: medior}\n    first",
            "level: senior}\n    first",
            "reading, level: expected senior, and it is medior.",
        ),
        (
            "move: deepen",
            "move: [up, lateral]",
            "first, move: expected up or lateral, and it is deepen.",
        ),
        (
            "recommended: [office-medior]",
            "recommended: [office-medior, office-senior]",
            "recommended: expected office-senior, and it is office-medior.",
        ),
        (
            "recommended: [office-medior]\n    not recommended: [governance-medior]",
            "not recommended: [governance-medior, office-medior]",
            "not recommended: expected none of office-medior, and it is office-medior.",
        ),
        (
            "fired: [medior-by-years, stay-in-office, title-may-mean-more]\n"
            "    not fired: [leans-by-profile]",
            "not fired: [medior-by-years]",
            "not fired: expected none of medior-by-years, and it is medior-by-years,"
            " stay-in-office, title-may-mean-more.",
        ),
        (
            "said: [title-may-mean-more, advice-not-decision]\n    not said: [wish-is-heard]",
            "said: [wish-is-heard, advice-not-decision]",
            "said: expected wish-is-heard, and it is title-may-mean-more, advice-not-decision.",
        ),
        (
            "years_in_role: 5.5",
            "years_in_role: 1",
            "With {experience: {years_in_role: 1}}: outcome: expected recommend,"
            " and it is needs_more_data.",
        ),
        (
            "critical: 4",
            "critical: 6",
            "profile: expected one that can be read, and it is refused"
            " (/competences/critical: A rating is a whole number from 1 to 5, without quotes or"
            " decimals; null when it was not rated.).",
        ),
    ],
)
def test_what_comes_out_otherwise_is_told_in_the_words_of_the_case(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    assert before in AS_EXPECTED

    result = run(tmp_path, AS_EXPECTED.replace(before, after))

    assert not result.as_expected
    assert str(result.differences[0]) == told
    assert str(result).startswith(f"cases/all.yaml:1:9: vier jaar PMO'er\n  - {told}")


def test_a_first_recommendation_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = AS_EXPECTED.replace("{years_in_role: 4}", "{years_in_role: 1}")

    differences = [str(each) for each in run(tmp_path, text).differences]

    assert (
        differences[2] == "first: expected office or governance, medior, deepen, and it is nothing."
    )


def test_a_change_inside_another_key_leaves_the_rest_of_it() -> None:
    profile = {"title": "PMO'er", "competences": {"critical": 4}}

    assert changed(profile, {"competences": {"calm": 3}, "language": "en"}) == {
        "title": "PMO'er",
        "competences": {"critical": 4, "calm": 3},
        "language": "en",
    }
    assert profile == {"title": "PMO'er", "competences": {"critical": 4}}
