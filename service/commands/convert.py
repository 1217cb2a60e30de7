"""`vakpad convert`."""

import sys
from pathlib import Path

import click

from schemas.rule_files import RuleSchema
from service.commands.common import write_json
from service.commands.options import json_option
from service.rulebook.diagnostics import Diagnostic, Report
from service.rulebook.document import Sequence
from service.rulebook.shapes import declared, entries
from service.rulebook.tables.read import ENDINGS, read_table
from service.rulebook.vocabulary import Stage
from service.rulebook.yaml_text import yaml_of
from service.terminal.diagnostics import diagnostics_payload, several, write_diagnostics
from service.terminal.page import Page

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "file", type=FILE, metavar="FILE", help="Write the rules to this new file.")
@click.option(
    "--folder",
    type=click.Choice([stage.value for stage in Stage]),
    help="The rule folder that TABLE is for. Without it the one that TABLE stands in.",
)
@json_option
def convert(table: Path, file: Path | None, folder: str | None, as_json: bool) -> None:
    """Write the rows of TABLE (.csv or .xlsx) as the rules of a YAML file.

    The rules mean exactly the same there. Notes, and how the table looks, are not taken along.
    """
    stage, root = _home(table, folder)
    if table.suffix not in ENDINGS:
        raise click.UsageError(f"`{table}` is no table: it does not end in .csv or .xlsx.")
    _check_target(file, stage)
    rules, diagnostics = _read(table, root, stage)
    if diagnostics:
        _refuse(root, diagnostics, as_json)
    text = yaml_of(rules)
    if file is not None:
        file.write_text(text, encoding="utf-8")
    if as_json:
        write_json(
            {
                "table": str(table),
                "rules": [str(id) for id in declared(rules, "rule")],
                "file": None if file is None else str(file),
                "yaml": text,
            }
        )
    elif file is None:
        click.echo(text, nl=False)
    else:
        page = Page(sys.stdout)
        page.line(f"{several(len(rules), 'rule')} written to {file}.")
        page.line(f"Now take {table} out of the rules: each of them is there twice.")


def _home(table: Path, folder: str | None) -> tuple[Stage, Path]:
    """The rule folder of the table, and the directory that messages name it from."""
    parents = [each for each in table.resolve().parents if each.name in list(Stage)]
    inside = [each for each in parents if (each.parent / "vocabulary.yaml").is_file()] or parents
    if folder is not None:
        return Stage(folder), table.resolve().parent
    if not inside:
        raise click.UsageError(
            f"`{table}` stands in no rule folder, so say with --folder which it is for."
        )
    return Stage(inside[0].name), inside[0].parent


def _check_target(file: Path | None, stage: Stage) -> None:
    if file is None:
        return
    if file.exists():
        raise click.UsageError(f"`{file}` is there already. Name a new file, or move that one.")
    if file.suffix != ".yaml":
        raise click.UsageError(f"`{file}` does not end in .yaml, and rule files do.")
    if not file.resolve().parent.is_dir():
        raise click.UsageError(f"There is no folder `{file.parent}`.")
    other = next((each.name for each in file.resolve().parents if each.name in list(Stage)), stage)
    if other != stage:
        raise click.UsageError(f"The rules are for `{stage}/`, and `{file}` stands in `{other}/`.")


def _read(table: Path, root: Path, stage: Stage) -> tuple[Sequence, tuple[Diagnostic, ...]]:
    """The entries, and everything that is wrong with their shape.

    Whether the words in them exist is for `vakpad check` to tell, before or after.
    """
    report = Report()
    name = table.resolve().relative_to(root).as_posix()
    rules = read_table(table, name, stage, report)
    list(entries(RuleSchema, rules, "rule", report))
    return rules or Sequence(), report.diagnostics if report.has_errors else ()


def _refuse(root: Path, diagnostics: tuple[Diagnostic, ...], as_json: bool) -> None:
    if as_json:
        write_json(diagnostics_payload(root, None, diagnostics))
    else:
        page = Page(sys.stderr)
        write_diagnostics(page, root, diagnostics)
        page.line("Nothing was written. Mend the table first.", style="bold")
    sys.exit(1)
