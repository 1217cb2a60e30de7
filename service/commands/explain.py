"""`vakpad explain`."""

import sys
from pathlib import Path

import click

from schemas.aim import AimSchema
from service.commands.aim_file import aim_in
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, rules_option
from service.commands.profile_file import read_file
from service.explaining.explanation import explain as explained
from service.explaining.payload import explanation_payload
from service.rulebook.vocabulary import LANGUAGES, Language
from service.terminal.explanation import write_explanation
from service.terminal.page import Page


@click.command()
@click.argument("file")
@click.option(
    "--target",
    metavar="ROLE",
    help="A role to ask about: its id or its title. Why it came out as it did, and what would "
    "have to change.",
)
@rules_option
@json_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the answer. Without it the one in the profile, else nl.",
)
def explain(
    file: str, target: str | None, rules: Path | None, as_json: bool, language: Language | None
) -> None:
    """Explain the advice to the profile in FILE; - reads it from standard input.

    The profile is JSON, as in `vakpad advise`. With --json this writes what the service answers,
    to a wrong profile as well.
    """
    settings = settings_for(rules)
    text = read_file(file)
    serving = serving_for(settings, as_json)
    aim = aim_in(text, target, AimSchema, serving, as_json)
    payload = explanation_payload(
        explained(serving.advisor, aim.profile, aim.target),
        serving.rulebook,
        language or aim.language or "nl",
        release=serving.release,
        advisor_contact=settings.advisor_contact,
    )
    if as_json:
        write_json(payload)
    else:
        write_explanation(Page(sys.stdout), payload)
