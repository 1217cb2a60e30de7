"""`vakpad test`."""

import sys
from functools import cache
from pathlib import Path

import click

from service.checks.cases import run_case
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import folder_argument, json_option, one_folder, rules_option
from service.coverage.coverage import Coverage, coverage_of
from service.coverage.reasons import Reasons
from service.coverage.suggestions import Suggestion, Suggestions
from service.rulebook import Rulebook
from service.terminal.cases import ReasonsFor, cases_payload, write_cases
from service.terminal.coverage import (
    as_rule_file,
    coverage_payload,
    suggestions_payload,
    write_coverage,
)
from service.terminal.page import Page
from service.terminal.progress import with_progress


@click.command()
@folder_argument
@rules_option
@click.option("--coverage", is_flag=True, help="Tell also what the cases do not show.")
@click.option(
    "--suggest",
    type=click.IntRange(min=1),
    metavar="N",
    help="Write at most N cases that show what none shows yet, as a rule file to judge.",
)
@json_option
def test(
    folder: Path | None, rules: Path | None, coverage: bool, suggest: int | None, as_json: bool
) -> None:
    """Run the cases in DIR, and tell which advice came out otherwise than its writers expect."""
    settings = settings_for(one_folder(folder, rules))
    advisor = serving_for(settings, as_json).advisor
    cases = with_progress("Running cases", advisor.rulebook.cases)
    results = [run_case(case, advisor) for case in cases]
    covered = coverage_of(advisor.rulebook) if coverage or suggest else None
    suggested = _suggested(advisor.rulebook, covered, suggest) if covered and suggest else None
    reasons = _reasons(advisor.rulebook)
    if as_json:
        payload = cases_payload(settings.rules, results, reasons)
        if covered and coverage:
            payload["coverage"] = coverage_payload(covered)
        if suggested is not None:
            payload["suggestions"] = suggestions_payload(suggested)
        write_json(payload)
    else:
        # Suggestions are a rule file, with nothing before or after it.
        page = Page(sys.stdout if suggested is None else sys.stderr)
        write_cases(page, results, reasons)
        if covered and coverage:
            write_coverage(page, covered)
        if suggested is not None:
            click.echo(as_rule_file(suggested), nl=False)
    sys.exit(0 if all(result.as_expected for result in results) else 1)


def _reasons(rulebook: Rulebook) -> ReasonsFor:
    """Made ready only when a case fails."""
    made = cache(lambda: Reasons(rulebook))
    return lambda result: made().of(result)


def _suggested(rulebook: Rulebook, covered: Coverage, most: int) -> list[Suggestion]:
    return list(Suggestions(rulebook).of(covered, most))
