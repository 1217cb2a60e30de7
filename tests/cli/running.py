"""Running `vakpad` as a person or a program does."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from service.cli import cli

TESTS = Path(__file__).parents[1]
SHIPPED = TESTS.parent / "rules"
SMALL = TESTS / "rulebooks" / "small"
VAKPAD = str(Path(sys.executable).with_name("vakpad"))


_OWN = TemporaryDirectory()
"""What `vakpad` keeps, in a cache or a database; never that of whoever runs the tests."""


def environment(**changed: str) -> dict[str, str]:
    """That of the tests, without any setting of Vakpad but those given."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("VAKPAD_") and name != "PORT"
    }
    return kept | {"XDG_CACHE_HOME": _OWN.name, "XDG_DATA_HOME": _OWN.name} | changed


@dataclass(frozen=True)
class Done:
    """What a run of the command came to."""

    returncode: int
    stdout: str
    stderr: str


def vakpad(*arguments: str | Path, sent: bytes = b"", **settings: str) -> Done:
    """Runs the command inside this process, with these bytes on its standard input."""
    unset = {name: None for name in os.environ if name not in environment()}
    result = CliRunner().invoke(
        cli,
        [*map(str, arguments)],
        input=sent,
        env=unset | environment(**settings),
        prog_name="vakpad",
        catch_exceptions=False,
    )
    return Done(result.exit_code, result.stdout, result.stderr)


def vakpad_apart(*arguments: str | Path, sent: bytes = b"", **settings: str) -> Done:
    """Runs the command in a process of its own."""
    done = subprocess.run(
        [VAKPAD, *map(str, arguments)],
        input=sent,
        capture_output=True,
        check=False,
        env=environment(**settings),
        timeout=60,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
