"""What commands about a profile in a file share: reading the file, and refusing what is in it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from service.api.problems import Problem
from service.commands.common import write_json
from service.terminal.page import Page


def read_file(file: str) -> bytes:
    """What is in a file; - is standard input."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise click.UsageError(f"`{file}` cannot be read: {reason}.") from None


def refuse(
    problem: Problem,
    what: str,
    as_json: bool,
    told: Callable[[str], str] = lambda pointer: pointer,
    hint: str | None = None,
) -> NoReturn:
    """Ends the command with 1 and what is wrong with what was sent.

    `told` puts a pointer into words for people, and `hint` is what to do instead.
    """
    if as_json:
        write_json(problem.payload)
        sys.exit(1)
    page = Page(sys.stderr)
    page.line(what)
    for error in problem.errors:
        where = told(error.pointer) or "(the whole)"
        page.line(f"{where}: {error.message}", indent=2, bullet="- ")
    if hint:
        page.line(hint)
    sys.exit(1)
