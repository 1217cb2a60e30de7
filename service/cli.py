"""The command `vakpad`. It exits with 0 when all is right, 1 for errors found and 2 for misuse."""

import json
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

import click

from service.advice import Advisor
from service.advice.payload import payload_of
from service.api.problems import Problem, malformed, refusal
from service.app import create_app
from service.checks.cases import run_cases
from service.checks.doubts import doubts_about
from service.engine.limits import EngineLimit
from service.engine.rehearsal import RehearsalFailed, rehearse
from service.imports.json_resume import import_resume
from service.imports.model import Imported
from service.imports.payload import import_payload
from service.log import configure_logging, log
from service.reading.json_text import NotJson, read_json
from service.reading.profile import Profile, ProfileRefused
from service.reading.sent import profile_from
from service.reload.stamp import stamp_of
from service.reload.verdict import Board
from service.reload.watch import Watch
from service.rulebook import Rulebook, RulebookErrors, load_rulebook, read_rulebook
from service.rulebook.vocabulary import LANGUAGES, Language
from service.server import CannotListen, address_of, listen
from service.server import serve as serve_until_stopped
from service.serving import Served, Serving, serving_of
from service.settings import (
    PORT_HIGHEST,
    PORT_LOWEST,
    WORKERS_HIGHEST,
    WORKERS_LOWEST,
    Settings,
    WrongSetting,
    read_settings,
)
from service.terminal.advice import write_advice
from service.terminal.cases import cases_payload, write_cases
from service.terminal.diagnostics import (
    count,
    diagnostics_payload,
    write_diagnostics,
    write_summary,
)
from service.terminal.page import Page

PROFILE = "profile"
SORTS = {PROFILE: "profile", "jsonresume": "résumé"}
"""What a file can hold, with its name for people."""

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

rules_option = click.option(
    "--rules",
    metavar="DIR",
    type=FOLDER,
    help="The folder with the rule files. Without it VAKPAD_RULES, else the shipped rules.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("vakpad"), message="vakpad %(version)s")
def cli() -> None:
    """Recommend growth inside the PMO profession, by rules that people can read.

    Every command exits with 0 when all is right, 1 when errors were found and 2 when it was
    called wrongly.
    """


@cli.command()
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
    settings = _settings(rules, host=host, port=port, workers=workers)
    configure_logging(settings.log_format, settings.log_level)
    stamp = stamp_of(settings.rules)
    serving = _serving(settings)
    _rehearse(serving.rulebook)
    try:
        listener = listen(settings.host, settings.port)
    except CannotListen as error:
        _fail(str(error))
    _announce(settings, serving, address_of(listener))
    served, board = Served(serving), Board()
    try:
        watch = Watch(settings.rules, stamp, served, board)
        serve_until_stopped(create_app(settings, served), settings, listener, watch)
    finally:
        board.take_down()


@cli.command()
@click.argument("file")
@rules_option
@json_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the advice. Without it the one in the profile, else nl.",
)
@click.option(
    "--from",
    "sort",
    type=click.Choice(tuple(SORTS)),
    default=PROFILE,
    help="What FILE holds: a profile, or a résumé in JSON Resume 1.0.  [profile]",
)
def advise(
    file: str, rules: Path | None, as_json: bool, language: Language | None, sort: str
) -> None:
    """Give advice for the profile in FILE; - reads it from standard input.

    The profile is JSON, as the service takes it, and --json writes what the service answers,
    to a wrong profile as well. Of a résumé it also says what was used, and why the rest was not.
    """
    settings = _settings(rules)
    text = _read(file)
    serving = _serving(settings, as_json)
    try:
        profile, imported = _profile(read_json(text), sort, serving.advisor)
        advice = serving.advisor.advise(profile)
    except NotJson as error:
        _refuse(malformed(error), f"The {SORTS[sort]} is not JSON. {error}", as_json)
    except ProfileRefused as refused:
        _refuse(refusal(refused), f"The {SORTS[sort]} cannot be used:", as_json)
    language = language or profile.language or "nl"
    payload = payload_of(
        advice,
        serving.rulebook,
        language,
        release=serving.release,
        advisor_contact=settings.advisor_contact,
    )
    if imported is not None:
        payload["import"] = import_payload(imported, language)
    if as_json:
        _write_json(payload)
    else:
        write_advice(Page(sys.stdout), payload, serving.rulebook)


@cli.command()
@click.argument("folder", metavar="[DIR]", type=FOLDER, required=False)
@rules_option
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@json_option
def check(folder: Path | None, rules: Path | None, strict: bool, as_json: bool) -> None:
    """Tell everything that is wrong or doubtful in the rule files in DIR."""
    folder = _settings(_one_folder(folder, rules)).rules
    rulebook, diagnostics = read_rulebook(folder)
    if rulebook is not None:
        diagnostics = (*diagnostics, *doubts_about(rulebook))
    if as_json:
        _write_json(diagnostics_payload(folder, rulebook, diagnostics))
    else:
        page = Page(sys.stdout)
        write_diagnostics(page, folder, diagnostics)
        write_summary(page, rulebook, diagnostics)
    _, warnings = count(diagnostics)
    sys.exit(1 if rulebook is None or (strict and warnings) else 0)


@cli.command()
@click.argument("folder", metavar="[DIR]", type=FOLDER, required=False)
@rules_option
@json_option
def test(folder: Path | None, rules: Path | None, as_json: bool) -> None:
    """Run the cases in DIR, and tell which advice came out otherwise than its writers expect."""
    settings = _settings(_one_folder(folder, rules))
    advisor = _serving(settings, as_json).advisor
    results = tuple(run_cases(advisor))
    if as_json:
        _write_json(cases_payload(settings.rules, results))
    else:
        write_cases(Page(sys.stdout), results)
    sys.exit(0 if all(result.as_expected for result in results) else 1)


def main() -> None:
    """The entry point of the command."""
    for stream in (sys.stdout, sys.stderr):
        # What the terminal cannot show must not end the command.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    cli(prog_name="vakpad")


def _one_folder(folder: Path | None, rules: Path | None) -> Path | None:
    if folder and rules:
        raise click.UsageError("Name the folder once: as DIR or with --rules.")
    return folder or rules


def _profile(
    document: dict[str, Any], sort: str, advisor: Advisor
) -> tuple[Profile, Imported | None]:
    if sort == PROFILE:
        return profile_from(document, advisor.mistakes_in), None
    imported = import_resume(document, advisor.rulebook, date.today())
    return imported.profile, imported


def _settings(rules: Path | None, **given: Any) -> Settings:
    try:
        settings = read_settings(rules=rules, **given)
    except WrongSetting as error:
        raise click.UsageError(str(error)) from None
    if not settings.rules.is_dir():
        raise click.UsageError(f"There is no folder `{settings.rules}` with rule files.")
    return settings


def _serving(settings: Settings, as_json: bool = False) -> Serving:
    """What to serve or advise by; ends the command with the diagnostics of wrong rule files."""
    try:
        return serving_of(load_rulebook(settings.rules))
    except EngineLimit as error:
        _fail(f"These rules cannot be matched. {error}")
    except RulebookErrors as errors:
        if as_json:
            _write_json(diagnostics_payload(settings.rules, None, errors.diagnostics))
            sys.exit(1)
        page = Page(sys.stderr)
        write_diagnostics(page, settings.rules, errors.diagnostics)
        write_summary(page, None, errors.diagnostics)
        sys.exit(1)


def _rehearse(rulebook: Rulebook) -> None:
    """Ends the command when the engine cannot bear a rulebook; found out in another process."""
    try:
        rehearse(rulebook)
    except RehearsalFailed as error:
        _fail(f"These rules cannot be served. {error}")


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise click.UsageError(f"`{file}` cannot be read: {reason}.") from None


def _announce(settings: Settings, serving: Serving, address: str) -> None:
    digest = serving.rulebook.digest
    if settings.log_format == "json":
        log.info("serving", address=address, rules=str(settings.rules), rulebook=digest)
        return
    click.echo(f"Vakpad serves on {address} (documentation: {address}/docs)")
    click.echo(f"Rules: {settings.rules} ({digest})")
    click.echo("Changed rules are taken up while it serves. Stop with Ctrl-C.")


def _refuse(problem: Problem, what: str, as_json: bool) -> NoReturn:
    if as_json:
        _write_json(problem.payload)
        sys.exit(1)
    page = Page(sys.stderr)
    page.line(what)
    for error in problem.errors:
        page.line(f"{error.pointer or '(the whole)'}: {error.message}", indent=2, bullet="- ")
    sys.exit(1)


def _fail(message: str) -> NoReturn:
    Page(sys.stderr).line(message)
    sys.exit(1)


def _write_json(payload: Any) -> None:
    click.echo(json.dumps(payload, ensure_ascii=False, indent=2))
