"""A case whose profile cannot be read is told, because it would test nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from strategies.loaded import loaded

from service.checks.case_profiles import check_case_profiles
from service.rulebook import Rulebook
from service.rulebook.cases import About

SMALL = loaded(Path(__file__).parents[1] / "rulebooks" / "small")
SHIPPED = loaded(Path(__file__).parents[2] / "rules")


def _with(profile: dict[str, Any], *changes: dict[str, Any]) -> Rulebook:
    case = replace(SMALL.cases[0], name="Proef", sent=profile, same_answer_for=changes)
    return replace(SMALL, cases=(case,))


@pytest.mark.parametrize("rulebook", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_the_cases_that_come_with_a_rulebook_can_be_run(rulebook: Rulebook) -> None:
    assert list(check_case_profiles(rulebook)) == []


def test_every_mistake_in_a_profile_is_told_with_what_to_write() -> None:
    told = check_case_profiles(_with({"titel": "PMO'er", "work": ["raid-logg"]}))
    assert [(each.code, each.message, each.hint) for each in told] == [
        (
            "case-profile",
            "The case `Proef` cannot be run. At `profile`, `title`: `title` is missing.",
            "Send the title of the person's job, such as PMO'er.",
        ),
        (
            "case-profile",
            "The case `Proef` cannot be run. At `profile`, `titel`: "
            "There is no field `titel` here.",
            "Did you mean `title`?",
        ),
        (
            "case-profile",
            "The case `Proef` cannot be run. At `profile`, `work, 0`: "
            "`raid-logg` is not a kind of work that Vakpad knows.",
            "Did you mean `raid-log`?",
        ),
    ]


def test_a_text_that_a_comma_cut_in_two_is_told() -> None:
    """YAML reads `{title: PMO officer, Utrecht}` as two keys."""
    [told] = check_case_profiles(_with({"title": "PMO'er"}, {"title": "PMO-er", "Utrecht": None}))
    assert "At `same answer for`, `Utrecht`" in told.message


def test_a_mistake_in_a_duo_says_in_whose_profile() -> None:
    case = replace(
        SMALL.cases[0],
        name="Proef",
        about=About.DUO,
        sent={
            "pmo": {"title": "PMO'er", "work": ["raid-logg"]},
            "project_manager": {"titel": "projectmanager"},
        },
        same_answer_for=({"language": "fr"},),
    )
    told = [*check_case_profiles(replace(SMALL, cases=(case,)))]
    assert [each.message for each in told[:3]] == [
        "The case `Proef` cannot be run. At `duo`, `project manager, title`: `title` is missing.",
        "The case `Proef` cannot be run. At `duo`, `project manager, titel`: "
        "There is no field `titel` here.",
        "The case `Proef` cannot be run. At `duo`, `pmo, work, 0`: "
        "`raid-logg` is not a kind of work that Vakpad knows.",
    ]
    assert told[2].hint == "Did you mean `raid-log`?"
    assert "At `same answer for`, `language`" in "".join(each.message for each in told[3:])
