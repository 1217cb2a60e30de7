"""`vakpad roadmap`."""

import sys
from pathlib import Path

import click

from schemas.aim import AimAtRoleSchema
from service.api.problems import malformed, refusal
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, rules_option
from service.commands.profile_file import read_file, refuse
from service.explaining.roadmap_payload import roadmap_payload
from service.explaining.roadmaps import Roadmaps
from service.reading.aim import AimReader
from service.reading.json_text import NotJson, read_json
from service.reading.profile import ProfileRefused
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
    advisor = serving.advisor
    reader = AimReader(serving.rulebook, advisor.titles, advisor.mistakes_in)
    try:
        aim = reader.read({"profile": read_json(text), "target": target}, AimAtRoleSchema())
        assert aim.target is not None
        found = Roadmaps(serving.rulebook).of(advisor.standing(aim.profile), aim.target)
    except NotJson as error:
        refuse(malformed(error), f"The profile is not JSON. {error}", as_json)
    except ProfileRefused as refused:
        refuse(refusal(refused), "This cannot be used:", as_json)
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
