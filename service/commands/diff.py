"""`vakpad diff`."""

import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import click

from service.checks.case_answers import case_answers
from service.commands.common import serving_for, settings_for, write_json
from service.commands.options import json_option, language_option, rules_option
from service.commands.store import store_faults_told
from service.comparison import compare, compare_answers, refused_by_both
from service.comparison.report import cases_payload, changes_payload
from service.comparison.wording import Teller
from service.origins import NoSuchRules, rules_named
from service.rulebook.vocabulary import Language
from service.serving import Serving
from service.terminal.comparison import write_case_changes, write_changes
from service.terminal.page import Page
from service.terminal.progress import with_progress


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@rules_option
@language_option
@json_option
def diff(old: str, new: str | None, rules: Path | None, language: Language, as_json: bool) -> None:
    """Tell which rules, roles, titles and texts differ between OLD and NEW, in sentences.

    Each is a folder with rule files, a release, or a git revision such as HEAD of the repository
    in which the rule files stand. Without NEW, OLD is compared with the rule files as they are
    now. The cases of NEW are run by both, and those with another answer are told.

    \b
      vakpad diff release:latest         what you changed since the latest release
      vakpad diff release:2 release:3    two releases
      vakpad diff HEAD                   what you changed since the last commit
      vakpad diff v1.0 v1.1              two tags, branches or commits
      vakpad diff before/ rules/         two folders
    """
    settings = settings_for(rules)
    new = str(settings.rules) if new is None else new
    with ExitStack() as stack:
        try:
            with store_faults_told():
                folders = [
                    stack.enter_context(rules_named(name, settings.rules, settings.database))
                    for name in (old, new)
                ]
        except NoSuchRules as error:
            raise click.UsageError(str(error)) from None
        before, after = (
            serving_for(replace(settings, rules=folder), as_json, called=name)
            for folder, name in zip(folders, (old, new), strict=True)
        )
    _tell(before, after, (old, new), language, as_json)


def _tell(
    before: Serving, after: Serving, names: tuple[str, str], language: Language, as_json: bool
) -> None:
    changes = compare(before.rulebook, after.rulebook)
    cases = after.rulebook.cases
    old = case_answers(with_progress(f"Cases by {names[0]}", cases), before.advisor)
    new = case_answers(with_progress(f"Cases by {names[1]}", cases), after.advisor)
    outcomes, refused = compare_answers(old, new), refused_by_both(old, new)
    teller = Teller(before.rulebook, after.rulebook, language)
    if as_json:
        write_json(
            {
                "old": {"name": names[0], "digest": before.rulebook.digest},
                "new": {"name": names[1], "digest": after.rulebook.digest},
                "language": language,
                "changes": changes_payload(changes, teller),
                "cases": cases_payload(outcomes, refused, len(cases), teller),
            }
        )
        return
    page = Page(sys.stdout)
    write_changes(page, names, changes, teller)
    write_case_changes(page, outcomes, refused, len(cases), teller)
