"""The command `vakpad`. It exits with 0 when all is right, 1 for errors found and 2 for misuse."""

import sys
from importlib import import_module
from importlib.metadata import version

import click

COMMANDS = (
    "serve", "advise", "explain", "what-if", "roadmap", "check", "test", "show", "titles", "diff",
    "release", "convert", "schemas",
)  # fmt: skip
"""In the order in which they are listed. Each has a module of its own, read when it is used."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        found: click.Command = getattr(import_module(f"service.commands.{name}"), name)
        return found


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(version("vakpad"), message="vakpad %(version)s")
def cli() -> None:
    """Recommend growth inside the PMO profession, by rules that people can read.

    Every command exits with 0 when all is right, 1 when errors were found and 2 when it was
    called wrongly.
    """


def main() -> None:
    """The entry point of the command."""
    for stream in (sys.stdout, sys.stderr):
        # What the terminal cannot show must not end the command.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    cli(prog_name="vakpad")
