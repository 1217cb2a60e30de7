"""`vakpad what-if`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from service.api.problems import malformed, refusal
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, rules_option
from service.commands.profile_file import read_file, refuse
from service.explaining import what_if as comparing
from service.explaining.what_if_payload import what_if_payload
from service.reading.json_text import NotJson, read_json
from service.reading.pointers import pointer_to
from service.reading.profile import ProfileRefused
from service.reading.variations import varied_from
from service.rulebook.vocabulary import LANGUAGES, Language
from service.terminal.page import Page
from service.terminal.what_if import write_what_if

CANNOT = "What was sent cannot be used:"


@click.command("what-if")
@click.argument("file")
@click.option(
    "--variation",
    "variations",
    metavar="FILE",
    multiple=True,
    help="A file with only what differs from the profile; again for another. It is called as "
    "the file is, without .json.",
)
@rules_option
@json_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the answer. Without it the one in FILE, else nl.",
)
def what_if(
    file: str,
    variations: tuple[str, ...],
    rules: Path | None,
    as_json: bool,
    language: Language | None,
) -> None:
    """Tell what would be different in the advice for the profile in FILE, if.

    In a --variation null is not sent, an object such as competences is merged with that of the
    profile, and a list replaces it. Without --variation FILE holds what the service takes on
    /v1/what-if: the profile with its variations. - reads from standard input.
    """
    settings = settings_for(rules)
    files = (file, *variations)
    if files.count("-") > 1:
        raise click.UsageError("Standard input can be read once.")
    texts = [read_file(each) for each in files]
    serving = serving_for(settings, as_json)
    documents = [_document(each, text, as_json) for each, text in zip(files, texts, strict=True)]
    body = _body(documents[0], variations, documents[1:])
    try:
        varied = varied_from(body, serving.advisor.mistakes_in, serving.advisor.competence)
    except ProfileRefused as refused:
        refuse(refusal(refused), CANNOT, as_json, lambda pointer: _told(pointer, files))
    language = language or varied.language or "nl"
    payload = what_if_payload(
        comparing.what_if(varied.profile, varied.variations, serving.advisor),
        serving.rulebook,
        language,
        release=serving.release,
        advisor_contact=settings.advisor_contact,
    )
    if as_json:
        write_json(payload)
    else:
        write_what_if(Page(sys.stdout), payload)


def _document(file: str, text: bytes, as_json: bool) -> dict[str, Any]:
    try:
        return read_json(text)
    except NotJson as error:
        refuse(malformed(error), f"`{file}` is not JSON. {error}", as_json)
    except ProfileRefused as refused:
        refuse(refusal(refused), f"`{file}` cannot be used:", as_json)


def _body(
    document: dict[str, Any], files: Sequence[str], changes: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """What the service takes: the document itself, or put together from several files."""
    if files:
        named = [
            {"name": Path(file).name.removesuffix(".json"), "change": change}
            for file, change in zip(files, changes, strict=True)
        ]
        return {"profile": document, "variations": named}
    if "title" in document and "profile" not in document:
        raise click.UsageError(
            "FILE holds a profile alone. Say with --variation FILE what could be different."
        )
    return document


def _told(pointer: str, files: Sequence[str]) -> str:
    """The file that a pointer leads into and the place there, when there are several files."""
    if len(files) > 1:
        starts = [pointer_to("profile")]
        starts += [pointer_to("variations", place, "change") for place in range(len(files) - 1)]
        for file, start in zip(files, starts, strict=True):
            if pointer == start or pointer.startswith(f"{start}/"):
                return f"{file} {pointer.removeprefix(start)}".rstrip()
    return pointer
