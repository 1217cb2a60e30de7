"""`vakpad schemas`."""

import sys
from pathlib import Path
from time import sleep

import click

from service.commands.common import fail, settings_for
from service.commands.options import FOLDER, folder_argument, one_folder, rules_option
from service.editors.files import FOLDER as SCHEMAS
from service.editors.files import write_schemas
from service.editors.settings import editor_files, set_up, written
from service.reload.stamp import stamp_of
from service.rulebook import read_rulebook
from service.terminal.diagnostics import several, write_diagnostics, write_summary
from service.terminal.page import Page

LOOK_EACH = 0.3
"""Seconds between two looks at the files."""


@click.command()
@folder_argument
@rules_option
@click.option(
    "--workspace",
    metavar="DIR",
    type=FOLDER,
    help="The folder that you open in the editor. Without it the folder with the rule files.",
)
@click.option("--watch", is_flag=True, help="Write again whenever a rule changes, until stopped.")
def schemas(folder: Path | None, rules: Path | None, workspace: Path | None, watch: bool) -> None:
    """Let an editor help with the rule files in DIR: complete, explain and check while you type.

    Writes JSON Schemas into DIR/.schemas, and settings for Visual Studio Code where there are none.
    """
    folder = settings_for(one_folder(folder, rules)).rules
    inside = _inside(folder, workspace or folder)
    right = _write(folder)
    if right or watch:
        _set_up(workspace or folder, inside)
    if watch:
        click.echo("Watching. Stop with Ctrl-C.")
    while watch:
        stamp = stamp_of(folder)
        while stamp_of(folder) == stamp:
            sleep(LOOK_EACH)
        _write(folder)
    sys.exit(0 if right else 1)


def _inside(folder: Path, workspace: Path) -> str:
    """The way from the workspace to the rule files: empty, or ending with `/`."""
    try:
        way = folder.resolve().relative_to(workspace.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"`{folder}` is not inside `{workspace}`.") from None
    return "" if way == "." else f"{way}/"


def _write(folder: Path) -> bool:
    """Whether the rules are right; else the schemas stay as they were."""
    rulebook, diagnostics = read_rulebook(folder)
    if rulebook is None:
        page = Page(sys.stderr)
        write_diagnostics(page, folder, diagnostics)
        write_summary(page, None, diagnostics)
        page.line("The schemas stay as they were.")
        return False
    try:
        changed = write_schemas(rulebook, folder)
    except OSError as error:
        fail(f"The schemas cannot be written into `{folder / SCHEMAS}`: {error.strerror}.")
    said = f"{several(len(changed), 'schema')} written." if changed else "Nothing changed."
    Page(sys.stdout).line(f"{folder / SCHEMAS}: {said}")
    return True


def _set_up(workspace: Path, inside: str) -> None:
    page = Page(sys.stdout)
    try:
        made, other = set_up(workspace, inside)
    except OSError as error:
        fail(f"The settings cannot be written into `{workspace}`: {error.strerror}.")
    for path in made:
        page.line(f"{path}: written.")
    for path in other:
        page.line(f"{path} is your own and stays. Put this into it:")
        page.exact(written(editor_files(inside)[path.relative_to(workspace)]).rstrip())
    page.line(f"Open the folder `{workspace}` in Visual Studio Code with the extension YAML.")
