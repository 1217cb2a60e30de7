"""`vakpad advise`."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from service.advice import Advisor
from service.advice.payload import payload_of
from service.api.problems import malformed, refusal
from service.commands.common import read_file, refuse, serving_for, settings_for, write_json
from service.commands.options import json_option, rules_option
from service.imports.json_resume import import_resume
from service.imports.model import Imported
from service.imports.payload import import_payload
from service.reading.json_text import NotJson, read_json
from service.reading.profile import Profile, ProfileRefused
from service.reading.sent import profile_from
from service.rulebook.vocabulary import LANGUAGES, Language
from service.terminal.advice import write_advice
from service.terminal.page import Page

PROFILE = "profile"
SORTS = {PROFILE: "profile", "jsonresume": "résumé"}
"""What a file can hold, with its name for people."""


@click.command()
@click.argument("file")
@rules_option
@json_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the advice. Without it the one in the profile, else nl.",
)
@click.option(
    "--from",
    "sort",
    type=click.Choice(tuple(SORTS)),
    default=PROFILE,
    help="What FILE holds: a profile, or a résumé in JSON Resume 1.0.  [profile]",
)
def advise(
    file: str, rules: Path | None, as_json: bool, language: Language | None, sort: str
) -> None:
    """Give advice for the profile in FILE; - reads it from standard input.

    The profile is JSON, as the service takes it, and --json writes what the service answers,
    to a wrong profile as well. Of a résumé it also says what was used, and why the rest was not.
    """
    settings = settings_for(rules)
    text = read_file(file)
    serving = serving_for(settings, as_json)
    try:
        profile, imported = _profile(read_json(text), sort, serving.advisor)
        advice = serving.advisor.advise(profile)
    except NotJson as error:
        refuse(malformed(error), f"The {SORTS[sort]} is not JSON. {error}", as_json)
    except ProfileRefused as refused:
        refuse(refusal(refused), f"The {SORTS[sort]} cannot be used:", as_json)
    language = language or profile.language or "nl"
    payload = payload_of(
        advice,
        serving.rulebook,
        language,
        release=serving.release,
        advisor_contact=settings.advisor_contact,
    )
    if imported is not None:
        payload["import"] = import_payload(imported, language)
    if as_json:
        write_json(payload)
    else:
        write_advice(Page(sys.stdout), payload, serving.rulebook)


def _profile(
    document: dict[str, Any], sort: str, advisor: Advisor
) -> tuple[Profile, Imported | None]:
    if sort == PROFILE:
        return profile_from(document, advisor.mistakes_in), None
    imported = import_resume(document, advisor.rulebook, date.today())
    return imported.profile, imported
