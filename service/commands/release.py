"""`vakpad release`."""

from __future__ import annotations

import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from service.approval import Approved, NotApproved, approve
from service.checks.memory import Memory, usual_file
from service.commands.common import fail, settings_for, write_json
from service.commands.options import folder_argument, json_option, one_folder, rules_option
from service.commands.store import releases_kept
from service.rulebook.files import NoRuleFile, write_rule_files
from service.store.faults import NoSuchRelease
from service.terminal.diagnostics import several
from service.terminal.page import Page
from service.terminal.progress import with_progress
from service.terminal.releases import release_payload, write_made, write_releases

LONGEST_NOTE = 200


def _note(_context: click.Context, _option: click.Parameter, note: str | None) -> str | None:
    note = (note or "").strip()
    if len(note) > LONGEST_NOTE or not (note.isprintable() or not note):
        raise click.BadParameter(f"write one line of at most {LONGEST_NOTE} characters.")
    return note or None


@click.group()
def release() -> None:
    """Keep rulebooks as releases that never change, to compare with and to go back to.

    They are kept in the database that VAKPAD_DATABASE names, else in one of your own, and can be
    named in `vakpad diff`.
    """


@release.command()
@folder_argument
@rules_option
@click.option("--note", callback=_note, metavar="TEXT", help="What this release is about.")
@json_option
def make(folder: Path | None, rules: Path | None, note: str | None, as_json: bool) -> None:
    """Keep the rule files in DIR as the next release.

    What `vakpad check` and `vakpad test` find wrong is not released. When the newest release has
    the same rules, none is made.
    """
    named = one_folder(folder, rules)
    approved = _approved(settings_for(named).rules, named, as_json)
    with releases_kept() as releases:
        made, new = releases.make(approved.rulebook, approved.files, datetime.now(UTC), note)
    if as_json:
        write_json({"release": release_payload(made), "new": new})
    else:
        write_made(Page(sys.stdout), made, new, len(approved.rulebook.cases))


@release.command("list")
@json_option
def list_(as_json: bool) -> None:
    """Tell which releases there are, the newest first."""
    with releases_kept() as releases:
        found = releases.newest_first()
    if as_json:
        write_json({"releases": [release_payload(each) for each in found]})
    else:
        write_releases(Page(sys.stdout), found)


@release.command()
@click.argument("number", metavar="N")
@click.argument("folder", type=click.Path(path_type=Path))
@json_option
def export(number: str, folder: Path, as_json: bool) -> None:
    """Write the rule files of release N, or of the `latest`, into the new folder FOLDER."""
    from service.origins.releases import release_called  # noqa: PLC0415

    with releases_kept() as releases:
        try:
            found = release_called(number, releases)
        except NoSuchRelease as error:
            raise click.UsageError(str(error)) from None
        files = releases.files(found)
    try:
        _check_empty(folder)
        write_rule_files(files, folder)
    except NoRuleFile as error:
        fail(f"Release {found.number} cannot be written. {error}")
    except OSError as error:
        fail(f"Release {found.number} cannot be written into `{folder}`: {error.strerror}.")
    if as_json:
        write_json({"release": release_payload(found), "folder": str(folder), "files": [*files]})
    else:
        told = f"Release {found.number} is written into `{folder}`: {several(len(files), 'file')}."
        Page(sys.stdout).line(told)


def _approved(folder: Path, named: Path | None, as_json: bool) -> Approved:
    """Ends the command with 1 when something is wrong with the rules."""
    try:
        return approve(folder, Memory(usual_file()), with_progress)
    except NotApproved as refused:
        _refuse(refused, named, as_json)


def _refuse(refused: NotApproved, named: Path | None, as_json: bool) -> NoReturn:
    command = None
    if refused.command is not None:
        command = " ".join(
            ("vakpad", refused.command, *([shlex.quote(str(named))] if named else []))
        )
    if as_json:
        write_json({"release": None, "new": False, "reason": str(refused), "shown_by": command})
        sys.exit(1)
    page = Page(sys.stderr)
    page.line(f"Nothing was released. {refused}", style="bold")
    if command:
        page.line(f"`{command}` shows what is wrong.", indent=2, bullet="-> ")
    sys.exit(1)


def _check_empty(folder: Path) -> None:
    if folder.is_dir():
        if any(folder.iterdir()):
            raise click.UsageError(f"`{folder}` is not empty. Name a new folder.")
    elif folder.exists() or folder.is_symlink():
        raise click.UsageError(f"`{folder}` is a file. Name a new folder.")
