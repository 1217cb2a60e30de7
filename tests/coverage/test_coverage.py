"""What cases do not show is told, and what is suggested does show it."""

import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from strategies.loaded import loaded

from service.advice import Advisor
from service.checks.cases import run_cases
from service.checks.examination import examine
from service.checks.memory import Memory
from service.coverage.coverage import Coverage, coverage_of
from service.coverage.suggestions import Suggestions
from service.engine.durable import DurableEngine
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.vocabulary import Stage
from service.terminal.coverage import as_rule_file

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
SHIPPED = Path(__file__).parents[2] / "rules"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def _with_cases(rules: Path, cases: str) -> Rulebook:
    (rules / "cases" / "all.yaml").write_text(cases, encoding="utf-8")
    return load_rulebook(rules)


def _unseen(coverage: Coverage) -> dict[tuple[str, str], set[bool]]:
    return {
        (each.rule.id, each.condition.sentence): {truth for truth in each.seen if truth is not None}
        for each in coverage.one_sided
    }


def test_without_cases_nothing_is_shown(rules: Path) -> None:
    rulebook = _with_cases(rules, "[]\n")
    coverage = coverage_of(rulebook)
    assert coverage.cases == 0
    assert coverage.never_fired == rulebook.rules
    assert coverage.never_first == rulebook.roles
    assert not any(_unseen(coverage).values())


def test_a_case_shows_what_it_fires_and_what_its_conditions_come_to(rules: Path) -> None:
    rulebook = _with_cases(
        rules,
        "- case: one\n"
        "  profile:\n"
        "    title: PMO'er\n"
        "    current: {specialisation: office, level: medior}\n"
        "    work: [portfolio-report]\n"
        "  expect: {outcome: recommend}\n",
    )
    coverage = coverage_of(rulebook)
    never = {rule.id for rule in coverage.never_fired}
    assert {"office-to-governance", "stay-in-office"}.isdisjoint(never)
    assert {"stay-in-governance", "enter-office"} <= never
    assert {role.id for role in rulebook.roles} - {role.id for role in coverage.never_first} == {
        "governance-medior"
    }
    unseen = _unseen(coverage)
    assert unseen["office-to-governance", "work includes portfolio-report"] == {True}
    assert unseen["office-to-governance", "goals include deepen"] == {False}
    assert unseen["office-to-governance", "signal sharp"] == set()


def test_a_rule_that_changes_nothing_is_not_decisive(rules: Path) -> None:
    """With another reason for the same step, neither of the two changes what comes of it."""
    case = (
        "- case: one\n"
        "  profile:\n"
        "    title: PMO'er\n"
        "    current: {specialisation: office, level: medior}\n"
        "    work: [portfolio-report]\n"
        "  expect: {outcome: recommend}\n"
    )
    growth = rules / "growth" / "all.yaml"
    text = growth.read_text(encoding="utf-8")
    again = text[text.index("- rule: office-to-governance") : text.index("- rule: enter-office")]
    more = again.replace("rule: office-to-governance", "rule: office-to-governance-too")
    growth.write_text(text + more, encoding="utf-8")
    coverage = coverage_of(_with_cases(rules, case))
    assert [rule.id for rule in coverage.never_decisive] == [
        "office-to-governance",
        "office-to-governance-too",
    ]


def test_what_is_suggested_loads_comes_out_so_and_shows_more(rules: Path) -> None:
    rulebook = _with_cases(rules, "[]\n")
    before = coverage_of(rulebook)
    suggested = list(Suggestions(rulebook).of(before, 100))
    rulebook = _with_cases(rules, as_rule_file(suggested))
    assert [case.name for case in rulebook.cases] == sorted(each.name for each in suggested)
    assert examine(rules, Memory(None)).diagnostics == ()
    advisor = Advisor(rulebook, DurableEngine(rulebook))
    assert [str(result) for result in run_cases(advisor) if not result.as_expected] == []
    after = coverage_of(rulebook)
    assert [rule.id for rule in after.never_fired] == []
    # In this rulebook nothing can make a bare place anything but office or governance.
    assert list(Suggestions(rulebook).of(after, 100)) == []


def test_only_so_many_are_suggested_and_rules_that_never_fired_come_first(rules: Path) -> None:
    rulebook = _with_cases(rules, "[]\n")
    suggested = list(Suggestions(rulebook).of(coverage_of(rulebook), 2))
    assert len(suggested) == 2
    assert all(each.name.endswith(" fires") for each in suggested)


def test_numbers_are_suggested_on_the_edge(rules: Path) -> None:
    rulebook = _with_cases(rules, "[]\n")
    names = {each.name: each.sent for each in Suggestions(rulebook).of(coverage_of(rulebook), 100)}
    fails = names["leans-by-profile: competence ambitious is at least 5 just fails"]
    assert fails["competences"]["ambitious"] == 4
    years = names["medior-by-years: years in pmo is at least 3 just fails"]
    assert years["experience"]["years_in_pmo"] == 2.9


def test_no_suggestion_is_a_file_with_only_a_remark() -> None:
    assert YAML(typ="safe").load(as_rule_file([])) is None


def test_the_shipped_cases_fire_most_rules() -> None:
    rulebook = loaded(SHIPPED)
    coverage = coverage_of(rulebook)
    assert len(coverage.never_first) <= 2
    told = [rule for rule in coverage.never_fired if rule.stage is not Stage.PARTNERSHIP]
    assert len(told) <= len(rulebook.rules) / 2
