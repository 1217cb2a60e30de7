"""What commands share: settings and rules to begin with, and how they end."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from service.api.problems import Problem
from service.engine.limits import EngineLimit
from service.rulebook import RulebookErrors, load_rulebook
from service.serving import Serving, serving_of
from service.settings import Settings, WrongSetting, read_settings
from service.terminal.diagnostics import diagnostics_payload, write_diagnostics, write_summary
from service.terminal.page import Page


def settings_for(rules: Path | None, **given: Any) -> Settings:
    """The settings with what was given; ends the command when something is wrong with them."""
    try:
        settings = read_settings(rules=rules, **given)
    except WrongSetting as error:
        raise click.UsageError(str(error)) from None
    if not settings.rules.is_dir():
        raise click.UsageError(f"There is no folder `{settings.rules}` with rule files.")
    return settings


def serving_for(settings: Settings, as_json: bool = False, called: str | None = None) -> Serving:
    """What to serve or advise by; ends the command with the diagnostics of wrong rule files.

    `called` is said with them, where there is more than one folder that they could be about.
    """
    try:
        return serving_of(load_rulebook(settings.rules))
    except EngineLimit as error:
        fail(f"These rules cannot be matched. {error}")
    except RulebookErrors as errors:
        if as_json:
            payload = diagnostics_payload(settings.rules, None, errors.diagnostics)
            write_json(payload if called is None else payload | {"rules": called})
            sys.exit(1)
        page = Page(sys.stderr)
        if called is not None:
            page.line(f"The rules of `{called}` cannot be compared:")
        write_diagnostics(page, settings.rules, errors.diagnostics)
        write_summary(page, None, errors.diagnostics)
        sys.exit(1)


def fail(message: str) -> NoReturn:
    """Ends the command with 1 and a message."""
    Page(sys.stderr).line(message)
    sys.exit(1)


def read_file(file: str) -> bytes:
    """What is in a file, - being standard input; ends the command when it cannot be read."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise click.UsageError(f"`{file}` cannot be read: {reason}.") from None


def refuse(
    problem: Problem,
    what: str,
    as_json: bool,
    told: Callable[[str], str] = lambda pointer: pointer,
) -> NoReturn:
    """Ends the command with 1 and what is wrong with what was sent.

    `told` puts a pointer into words for people.
    """
    if as_json:
        write_json(problem.payload)
        sys.exit(1)
    page = Page(sys.stderr)
    page.line(what)
    for error in problem.errors:
        where = told(error.pointer) or "(the whole)"
        page.line(f"{where}: {error.message}", indent=2, bullet="- ")
    sys.exit(1)


def write_json(payload: Any) -> None:
    click.echo(json.dumps(payload, ensure_ascii=False, indent=2))
