"""What the cases of a rulebook do not show, for people and for programs."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from service.coverage.coverage import Coverage, Unseen
from service.coverage.suggestions import Suggestion
from service.rulebook.rules import Rule
from service.terminal.diagnostics import several
from service.terminal.page import Page


def write_coverage(page: Page, coverage: Coverage) -> None:
    """Each rule, role and condition about which the cases say nothing, with its place."""
    page.heading(f"Not shown by {several(coverage.cases, 'case')}")
    _list(page, "Rules that never fired", map(_rule, coverage.never_fired))
    _list(page, "Rules that never made a difference", map(_rule, coverage.never_decisive))
    _list(page, "Roles that never came first", (role.id for role in coverage.never_first))
    _list(page, "Conditions that were never both true and false", map(_side, coverage.one_sided))


def coverage_payload(coverage: Coverage) -> dict[str, Any]:
    """The same for programs; a condition that was seen to be neither has an empty list."""
    return {
        "cases": coverage.cases,
        "never_fired": [rule.id for rule in coverage.never_fired],
        "never_decisive": [rule.id for rule in coverage.never_decisive],
        "never_first": [role.id for role in coverage.never_first],
        "one_sided": [
            {
                "rule": unseen.rule.id,
                "condition": unseen.condition.sentence,
                "seen": sorted(truth for truth in unseen.seen if truth is not None),
            }
            for unseen in coverage.one_sided
        ],
    }


def suggestions_payload(suggestions: Iterable[Suggestion]) -> list[dict[str, Any]]:
    return [
        {"case": each.name, "profile": each.sent, "expect": each.expect} for each in suggestions
    ]


def as_rule_file(suggestions: Sequence[Suggestion]) -> str:
    """The suggestions as a file for the folder `cases`, for an advisor to judge."""
    if not suggestions:
        return "# The cases show everything that can be shown.\n"
    entries = [
        {
            "case": DoubleQuotedScalarString(each.name),
            "profile": each.sent,
            "expect": each.expect,
        }
        for each in suggestions
    ]
    yaml = YAML()
    yaml.width = 10_000
    text = StringIO()
    yaml.dump(entries, text)
    cases = text.getvalue().replace("\n- case:", "\n\n- case:")
    return (
        "# Suggested by `vakpad test --suggest`. `expect` is what Vakpad answers now: judge\n"
        "# whether it is what you would advise, and give each case a name of your own.\n\n" + cases
    )


def _list(page: Page, heading: str, lines: Iterable[str]) -> None:
    found = list(lines)
    page.line()
    page.line(f"{heading}: {len(found) or 'none'}", style="bold")
    for line in found:
        page.line(line, indent=2, bullet="- ")


def _rule(rule: Rule) -> str:
    return f"{rule.id} ({rule.position})"


def _side(unseen: Unseen) -> str:
    known = [truth for truth in unseen.seen if truth is not None]
    seen = f"only {'true' if known[0] else 'false'}" if known else "never known"
    place = unseen.condition.position or unseen.rule.position
    return f"`{unseen.condition.sentence}` in {unseen.rule.id}: {seen} ({place})"
