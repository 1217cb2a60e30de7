"""`vakpad serve`."""

from pathlib import Path

import click

from service.app import create_app
from service.commands.common import fail, serving_for, settings_for
from service.commands.options import rules_option
from service.engine.rehearsal import RehearsalFailed, rehearse
from service.log import configure_logging, log
from service.reload.stamp import stamp_of
from service.reload.verdict import Board
from service.reload.watch import Watch
from service.rulebook import Rulebook
from service.server import CannotListen, address_of, listen
from service.server import serve as serve_until_stopped
from service.serving import Served, Serving
from service.settings import (
    PORT_HIGHEST,
    PORT_LOWEST,
    WORKERS_HIGHEST,
    WORKERS_LOWEST,
    Settings,
)


@click.command()
@rules_option
@click.option("--host", help="The address to listen on.  [VAKPAD_HOST, else 127.0.0.1]")
@click.option(
    "--port",
    type=click.IntRange(PORT_LOWEST, PORT_HIGHEST),
    help="The port to listen on; 0 takes a free one.  [PORT, else 8000]",
)
@click.option(
    "--workers",
    type=click.IntRange(WORKERS_LOWEST, WORKERS_HIGHEST),
    help="How many processes serve.  [VAKPAD_WORKERS, else one for each processor, 2 to 4]",
)
def serve(rules: Path | None, host: str | None, port: int | None, workers: int | None) -> None:
    """Serve advice over HTTP until stopped.

    Changed rules are checked and taken up by themselves; with mistakes in them, the rules from
    before stay. SIGHUP asks for a check.
    """
    settings = settings_for(rules, host=host, port=port, workers=workers)
    configure_logging(settings.log_format, settings.log_level)
    stamp = stamp_of(settings.rules)
    serving = serving_for(settings)
    _rehearse(serving.rulebook)
    try:
        listener = listen(settings.host, settings.port)
    except CannotListen as error:
        fail(str(error))
    _announce(settings, serving, address_of(listener))
    served, board = Served(serving), Board()
    try:
        watch = Watch(settings.rules, stamp, served, board)
        serve_until_stopped(create_app(settings, served), settings, listener, watch)
    finally:
        board.take_down()


def _rehearse(rulebook: Rulebook) -> None:
    """Ends the command when the engine cannot bear a rulebook; found out in another process."""
    try:
        rehearse(rulebook)
    except RehearsalFailed as error:
        fail(f"These rules cannot be served. {error}")


def _announce(settings: Settings, serving: Serving, address: str) -> None:
    digest = serving.rulebook.digest
    if settings.log_format == "json":
        log.info("serving", address=address, rules=str(settings.rules), rulebook=digest)
        return
    click.echo(f"Vakpad serves on {address} (documentation: {address}/docs)")
    click.echo(f"Rules: {settings.rules} ({digest})")
    click.echo("Changed rules are taken up while it serves. Stop with Ctrl-C.")
