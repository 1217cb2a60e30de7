"""`vakpad roadmap`."""

import sys
from pathlib import Path

import click

from schemas.aim import AimAtRoleSchema
from service.commands.aim_file import aim_in
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, rules_option
from service.commands.profile_file import read_file
from service.explaining.roadmap_payload import roadmap_payload
from service.explaining.roadmaps import Roadmaps
from service.rulebook.vocabulary import LANGUAGES, Language
from service.terminal.page import Page
from service.terminal.roadmap import write_roadmap


@click.command()
@click.argument("file")
@click.option(
    "--to", "target", metavar="ROLE", required=True, help="The role to go to: its id or its title."
)
@rules_option
@json_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the answer. Without it the one in the profile, else nl.",
)
def roadmap(
    file: str, target: str, rules: Path | None, as_json: bool, language: Language | None
) -> None:
    """Show the way from the profile in FILE to a role; - reads it from standard input.

    The profile is JSON, as in `vakpad advise`. With --json this writes what the service answers,
    to a wrong profile as well.
    """
    settings = settings_for(rules)
    text = read_file(file)
    serving = serving_for(settings, as_json)
    aim = aim_in(text, target, AimAtRoleSchema, serving, as_json)
    assert aim.target is not None
    found = Roadmaps(serving.rulebook).of(serving.advisor.standing(aim.profile), aim.target)
    payload = roadmap_payload(
        found,
        serving.rulebook,
        language or aim.language or "nl",
        ratings_by=aim.profile.ratings_by,
        release=serving.release,
        advisor_contact=settings.advisor_contact,
    )
    if as_json:
        write_json(payload)
    else:
        write_roadmap(Page(sys.stdout), payload)
