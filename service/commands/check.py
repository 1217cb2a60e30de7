"""`vakpad check`."""

import sys
from pathlib import Path
from time import sleep

import click

from service.checks.examination import Examined, examine
from service.checks.memory import Memory, usual_file
from service.commands.common import settings_for, write_json
from service.commands.options import folder_argument, json_option, one_folder, rules_option
from service.reload.stamp import stamp_of
from service.terminal.diagnostics import (
    count,
    diagnostics_payload,
    write_diagnostics,
    write_summary,
)
from service.terminal.page import Page
from service.terminal.progress import under_way, with_progress

LOOK_EACH = 0.3
"""Seconds between two looks at the files."""


@click.command()
@folder_argument
@rules_option
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until stopped.")
@json_option
def check(
    folder: Path | None, rules: Path | None, strict: bool, watch: bool, as_json: bool
) -> None:
    """Tell everything that is wrong or doubtful in the rule files in DIR.

    What did not change since the last time is not worked out again.
    """
    folder = settings_for(one_folder(folder, rules)).rules
    if watch and as_json:
        raise click.UsageError("--watch is for people: leave --json out.")
    while True:
        stamp = stamp_of(folder)
        found = _examined(folder)
        _tell(folder, found, as_json)
        if not watch:
            break
        click.echo("Watching. Stop with Ctrl-C.")
        while stamp_of(folder) == stamp:
            sleep(LOOK_EACH)
        click.echo()
    _, warnings = count(found.diagnostics)
    sys.exit(1 if found.rulebook is None or (strict and warnings) else 0)


def _examined(folder: Path) -> Examined:
    return examine(
        folder,
        Memory(usual_file()),
        lambda asked: with_progress("Checking", asked),
        under_way("Reading the rule files"),
    )


def _tell(folder: Path, found: Examined, as_json: bool) -> None:
    if as_json:
        write_json(diagnostics_payload(folder, found.rulebook, found.diagnostics))
        return
    page = Page(sys.stdout)
    write_diagnostics(page, folder, found.diagnostics)
    write_summary(page, found.rulebook, found.diagnostics)
