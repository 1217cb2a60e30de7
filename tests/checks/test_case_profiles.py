"""A case whose profile cannot be read is told, because it would test nothing.

What is told of which mistake, and where, stands in `tests/corpus/rule_files/case-profile-*.txt`.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from strategies.loaded import loaded

from service.checks.case_profiles import check_case_profiles

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rules", ["tests/rulebooks/small", "rules"])
def test_the_cases_that_come_with_a_rulebook_can_be_run(rules: str) -> None:
    told = [str(each) for each in check_case_profiles(loaded(ROOT / rules))]
    assert [each for each in told if "cannot be run" in each] == []


def test_a_word_that_the_rulebook_no_longer_has_is_told_where_cases_use_it() -> None:
    shipped = loaded(ROOT / "rules")
    work = tuple(each for each in shipped.work if each.id != "raid-log")
    told = [*check_case_profiles(replace(shipped, work=work))]
    lines = [
        (ROOT / "rules" / each.file).read_text(encoding="utf-8").splitlines()[each.line - 1]
        for each in told
        if "`raid-log`" in each.message
    ]
    places = [each.column - 1 for each in told if "`raid-log`" in each.message]
    assert len(lines) > 20
    assert all(line[at:].startswith("raid-log") for line, at in zip(lines, places, strict=True))
