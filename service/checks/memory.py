"""What earlier checks found, so that it need not be found out again.

Only a hash is kept for each question, in the user's own cache folder, and numbers of what was wrong
where something was. Whatever the answer depends on is in the hash, so a change asks anew; without
the file, or with one that is damaged or of another version, everything is asked again.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from service.checks.exact import Answer, Doubt

MOST = 100_000
"""Answers that are kept; the file then has a little over 2 MB."""

_NO_PART = "-"
"""Stands for a doubt in which no part is named."""


def usual_file() -> Path:
    """Where the answers are kept, by the custom of the system."""
    home = os.environ.get("XDG_CACHE_HOME")
    folder = Path(home) if home else Path.home() / ".cache"
    return folder / "vakpad" / "checked"


def hash_of(about: Iterable[str]) -> str:
    """What stands for a question and all that its answer depends on."""
    return hashlib.sha256("\0".join(about).encode()).hexdigest()[:20]


class Memory:
    """The answers to questions, by their hashes."""

    def __init__(self, file: Path | None) -> None:
        """From a file that may not be there; None remembers nothing beyond this run."""
        self._file = file
        self._before = _read(file)
        self._asked: dict[str, str] = {}

    def knows(self, question: str) -> bool:
        """Whether this was asked before; if so it is kept."""
        known = question in self._before
        if known:
            self._asked[question] = self._before[question]
        return known

    def remember(self, question: str, answer: Answer) -> None:
        self._asked[question] = " ".join(map(_written, answer))

    def answer_to(self, question: str) -> Answer:
        """What was found in this run, or was known in it from before."""
        return tuple(map(_doubt, self._asked[question].split()))

    def keep(self) -> None:
        """Writes what was asked in this run before what was known already. Never fails."""
        if self._file is None:
            return
        answers = [*(self._asked | self._before).items()][:MOST]
        text = "".join(f"{question} {answer}\n" for question, answer in answers)
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(f"{_seal(text)}\n{text}", encoding="ascii")
            beside.replace(self._file)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def _written(doubt: Doubt) -> str:
    return ",".join(map(str, doubt)) or _NO_PART


def _doubt(written: str) -> Doubt:
    return () if written == _NO_PART else tuple(map(int, written.split(",")))


def _read(file: Path | None) -> dict[str, str]:
    """The answers by question, as they are written; none when anything is wrong with the file."""
    if file is None:
        return {}
    try:
        seal, _, text = file.read_text(encoding="ascii").partition("\n")
    except (OSError, UnicodeError):
        return {}
    if seal != _seal(text):
        return {}
    return {line[:20]: line[21:] for line in text.splitlines()}


def _seal(text: str) -> str:
    """Tells answers that were damaged, or were found by another version of what finds them."""
    return hash_of((_version(), text))


@cache
def _version() -> str:
    """A digest of this code: a number may mean something else to other code."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
