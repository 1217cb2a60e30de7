"""`vakpad advise`."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from service.advice import Advisor
from service.advice.partnership_payload import partnership_payload
from service.advice.payload import payload_of
from service.api.problems import malformed, refusal
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, rules_option
from service.commands.profile_file import read_file, refuse
from service.imports.json_resume import import_resume
from service.imports.model import Imported
from service.imports.payload import import_payload
from service.reading.json_text import NotJson, read_json
from service.reading.profile import Profile, ProfileRefused
from service.reading.sent import duo_from, profile_from
from service.rulebook.vocabulary import LANGUAGES, Language, Side
from service.serving import Serving
from service.settings import Settings
from service.terminal.advice import write_advice
from service.terminal.page import Page
from service.terminal.partnership import write_partnership

PROFILE = "profile"
DUO = "duo"
SORTS = {PROFILE: "profile", "jsonresume": "résumé", DUO: "duo"}
"""What a file can hold, with its name for people."""


@click.command()
@click.argument("file")
@rules_option
@json_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the advice. Without it the one in FILE, else nl.",
)
@click.option(
    "--from",
    "sort",
    type=click.Choice(tuple(SORTS)),
    default=PROFILE,
    help="What FILE holds: a profile, a résumé in JSON Resume 1.0, or the two profiles of a duo, "
    "below `pmo` and `project_manager`.  [profile]",
)
def advise(
    file: str, rules: Path | None, as_json: bool, language: Language | None, sort: str
) -> None:
    """Give advice for the profile in FILE; - reads it from standard input.

    The profile is JSON, as the service takes it, and --json writes what the service answers,
    to a wrong profile as well. Of a résumé it also says what was used, and why the rest was not.
    A PMO'er and a project manager hear where they complete each other, and where tension is likely.
    """
    settings = settings_for(rules)
    text = read_file(file)
    serving = serving_for(settings, as_json)
    document: dict[str, Any] = {}
    try:
        document = read_json(text)
        if sort == DUO:
            payload = _about_a_duo(document, language, serving)
        else:
            payload = _about_one_person(document, sort, language, serving, settings)
    except NotJson as error:
        refuse(malformed(error), f"The {SORTS[sort]} is not JSON. {error}", as_json)
    except ProfileRefused as refused:
        what = f"The {SORTS[sort]} cannot be used:"
        refuse(refusal(refused), what, as_json, hint=_hint(document, sort))
    if as_json:
        write_json(payload)
    elif sort == DUO:
        write_partnership(Page(sys.stdout), payload, serving.rulebook)
    else:
        write_advice(Page(sys.stdout), payload, serving.rulebook)


def _hint(document: dict[str, Any], sort: str) -> str | None:
    """What to type when the file holds the other sort."""
    if sort == PROFILE and any(side.key in document for side in Side):
        return "This looks like a duo. Type `--from duo`."
    if sort == DUO and "title" in document:
        return "This looks like one profile. Leave out `--from duo`."
    return None


def _about_one_person(
    document: dict[str, Any],
    sort: str,
    language: Language | None,
    serving: Serving,
    settings: Settings,
) -> dict[str, Any]:
    profile, imported = _profile(document, sort, serving.advisor)
    language = language or profile.language or "nl"
    payload = payload_of(
        serving.advisor.advise(profile),
        serving.rulebook,
        language,
        release=serving.release,
        advisor_contact=settings.advisor_contact,
    )
    if imported is not None:
        payload["import"] = import_payload(imported, language)
    return payload


def _about_a_duo(
    document: dict[str, Any], language: Language | None, serving: Serving
) -> dict[str, Any]:
    duo = duo_from(document, serving.advisor.mistakes_in)
    return partnership_payload(
        serving.advisor.partnership(duo.pmo, duo.project_manager),
        serving.rulebook,
        language or duo.language or "nl",
        release=serving.release,
    )


def _profile(
    document: dict[str, Any], sort: str, advisor: Advisor
) -> tuple[Profile, Imported | None]:
    if sort == PROFILE:
        return profile_from(document, advisor.mistakes_in), None
    imported = import_resume(document, advisor.rulebook, date.today())
    return imported.profile, imported
