"""What earlier checks found to be all right, so that it need not be found out again.

Only a hash is kept for each question, in the user's own cache folder. Whatever the answer depends
on is in the hash, so a change asks anew; without the file everything is asked again.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MOST = 100_000
"""Hashes that are kept; the file then stays below 2 MB."""


def usual_file() -> Path:
    """Where the hashes are kept, by the custom of the system."""
    home = os.environ.get("XDG_CACHE_HOME")
    folder = Path(home) if home else Path.home() / ".cache"
    return folder / "vakpad" / "checked"


class Memory:
    """The hashes of questions to which the answer was: nothing is wrong."""

    def __init__(self, file: Path | None) -> None:
        """From a file that may not be there; None remembers nothing beyond this run."""
        self._file = file
        self._before = _read(file)
        self._asked: dict[str, None] = {}

    def knows(self, *about: str) -> bool:
        """Whether this was asked before and all was right; if so it is kept."""
        found = _hash(about)
        if found in self._before:
            self._asked[found] = None
        return found in self._before

    def remember(self, *about: str) -> None:
        self._asked[_hash(about)] = None

    def keep(self) -> None:
        """Writes what was asked in this run before what was known already. Never fails."""
        if self._file is None:
            return
        hashes = list(dict.fromkeys([*self._asked, *self._before]))[:MOST]
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text("\n".join(hashes) + "\n", encoding="ascii")
            beside.replace(self._file)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def _read(file: Path | None) -> dict[str, None]:
    if file is None:
        return {}
    try:
        return dict.fromkeys(file.read_text(encoding="ascii").split())
    except (OSError, UnicodeError):
        return {}


def _hash(about: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(about).encode()).hexdigest()[:20]
