"""`vakpad show`."""

import sys
from pathlib import Path

import click

from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, language_option, rules_option
from service.rulebook.vocabulary import Language
from service.showing import Finder, Shower
from service.terminal.page import Page
from service.terminal.showing import write_portrait, write_unknown


@click.command()
@click.argument("id", metavar="RULE|ROLE|TITLE")
@rules_option
@language_option
@json_option
def show(id: str, rules: Path | None, language: Language, as_json: bool) -> None:
    """Tell what a rule says, who uses it and which cases cover it; or the same of a role or title.

    It is named by its id or, where it has one, its name. Certificates, work, goals, actions,
    competences, measures and signals can be shown too.
    """
    serving = serving_for(settings_for(rules), as_json)
    finder = Finder(serving.rulebook)
    found = finder.find(id)
    suggestions = () if found else finder.suggestions(id)
    shower = Shower(serving.advisor, language) if found else None
    portraits = [shower.portrait(each) for each in found] if shower else []
    if as_json:
        write_json(
            {"asked": id, "language": language, "found": portraits, "suggestions": [*suggestions]}
        )
    elif found:
        page = Page(sys.stdout)
        for number, portrait in enumerate(portraits):
            if number:
                page.line()
            write_portrait(page, portrait, language)
    else:
        write_unknown(Page(sys.stderr), id, suggestions, language)
    sys.exit(0 if found else 1)
