"""`vakpad test`."""

import sys
from pathlib import Path

import click

from service.checks.cases import run_cases
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import folder_argument, json_option, one_folder, rules_option
from service.terminal.cases import cases_payload, write_cases
from service.terminal.page import Page


@click.command()
@folder_argument
@rules_option
@json_option
def test(folder: Path | None, rules: Path | None, as_json: bool) -> None:
    """Run the cases in DIR, and tell which advice came out otherwise than its writers expect."""
    settings = settings_for(one_folder(folder, rules))
    advisor = serving_for(settings, as_json).advisor
    results = tuple(run_cases(advisor))
    if as_json:
        write_json(cases_payload(settings.rules, results))
    else:
        write_cases(Page(sys.stdout), results)
    sys.exit(0 if all(result.as_expected for result in results) else 1)
