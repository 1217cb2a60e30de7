"""The verdict on a rule directory, and the board where every process of a service reads it."""

import os
import pickle
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from service.reload.packed import Packed
from service.reload.stamp import Stamp
from service.serving import Rejected


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to serve: what was tried well last, or None for what the service began with.

    `rejected` is why the directory, as stamped, is not served.
    """

    stamp: Stamp
    tried: Packed | None
    rejected: Rejected | None


class Board:
    """A private folder with the latest verdict; one process pins, the others read.

    A process that is started later reads there what the ones before it serve. Only the process
    that made the board takes it down.
    """

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="vakpad-"))
        self._owner = os.getpid()
        self._read: tuple[int, int] | None = None

    @property
    def lock(self) -> Path:
        """The file that the process which checks keeps locked."""
        return self._folder / "checking"

    def pin(self, verdict: Verdict) -> None:
        """Replaces the verdict at once: who reads finds the old one or the new one."""
        written = self._folder / "next"
        written.write_bytes(pickle.dumps(verdict, pickle.HIGHEST_PROTOCOL))
        written.replace(self._verdict)

    def latest(self) -> Verdict | None:
        """The verdict, when this process has not read it yet."""
        try:
            with self._verdict.open("rb") as pinned:
                found = os.fstat(pinned.fileno())
                seen = found.st_ino, found.st_mtime_ns
                if seen == self._read:
                    return None
                verdict: Verdict = pickle.load(pinned)
        except FileNotFoundError:
            return None
        self._read = seen
        return verdict

    def standing(self) -> Verdict | None:
        """The verdict, whether this process has read it or not; None as long as there is none."""
        try:
            verdict: Verdict = pickle.loads(self._verdict.read_bytes())
        except FileNotFoundError:
            return None
        return verdict

    def ask(self) -> None:
        """Asks for a check, whether anything was written or not."""
        (self._folder / "asked").touch()

    def asked(self) -> int:
        """When a check was last asked for, in nanoseconds; 0 for never."""
        try:
            return (self._folder / "asked").stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def take_down(self) -> None:
        if os.getpid() == self._owner:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _verdict(self) -> Path:
        return self._folder / "verdict"
