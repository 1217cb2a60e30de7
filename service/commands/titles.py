"""`vakpad titles`."""

import sys
from pathlib import Path

import click

from service.catalogue.titles import title_payload
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, language_option, rules_option
from service.reading.profile import ProfileRefused
from service.reading.sent import profile_from
from service.rulebook.vocabulary import Language
from service.terminal.page import Page
from service.terminal.titles import write_title


@click.command()
@click.argument("title")
@rules_option
@language_option
@json_option
def titles(title: str, rules: Path | None, language: Language, as_json: bool) -> None:
    """Tell how the job title TITLE is read, and why.

    With --json it writes what the service answers on /v1/titles. A title that is not known is
    not guessed at; titles that look like it are named.
    """
    try:
        title = profile_from({"title": title}).title
    except ProfileRefused as refused:
        told = "; ".join(error.message for error in refused.errors)
        raise click.UsageError(f"This title cannot be read. {told}") from None
    serving = serving_for(settings_for(rules), as_json)
    payload = title_payload(serving.advisor.titles, title, language)
    if as_json:
        write_json(payload)
    else:
        write_title(Page(sys.stdout), payload, serving.rulebook, language)
