"""The options that several commands have in common."""

from pathlib import Path

import click

from service.rulebook.vocabulary import LANGUAGES

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

rules_option = click.option(
    "--rules",
    metavar="DIR",
    type=FOLDER,
    help="The folder with the rule files. Without it VAKPAD_RULES, else the shipped rules.",
)
folder_argument = click.argument("folder", metavar="[DIR]", type=FOLDER, required=False)
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")
language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="nl",
    help="The language of the sentences.  [nl]",
)


def one_folder(folder: Path | None, rules: Path | None) -> Path | None:
    """The folder that was named as DIR or with --rules."""
    if folder and rules:
        raise click.UsageError("Name the folder once: as DIR or with --rules.")
    return folder or rules
