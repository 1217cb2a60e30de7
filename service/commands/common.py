"""What commands share: settings and rules to begin with, and how they end."""

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from service.engine.limits import EngineLimit
from service.rulebook import RulebookErrors, load_rulebook
from service.serving import Serving, serving_of
from service.settings import Settings, WrongSetting, read_settings
from service.terminal.diagnostics import diagnostics_payload, write_diagnostics, write_summary
from service.terminal.page import Page


def all_settings(**given: Any) -> Settings:
    """The settings with what was given; ends the command when one of them is of no use."""
    try:
        return read_settings(**given)
    except WrongSetting as error:
        raise click.UsageError(str(error)) from None


def settings_for(rules: Path | None, **given: Any) -> Settings:
    """The settings with what was given; ends the command when something is wrong with them."""
    settings = all_settings(rules=rules, **given)
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


def write_json(payload: Any) -> None:
    click.echo(json.dumps(payload, ensure_ascii=False, indent=2))
