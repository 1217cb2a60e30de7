"""The watch: every process follows the verdict on the rules, and one of them gives it."""

import fcntl
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

from service.log import log
from service.reload.aside import Aside
from service.reload.packed import take_over
from service.reload.stamp import Stamp, stamp_of
from service.reload.trial import Trial
from service.reload.verdict import Board, Verdict
from service.rulebook import Diagnostic, Severity
from service.serving import Rejected, Served

INTERVAL = 0.25
"""Seconds between two looks. A look is a few dozen file stamps."""

MOST_LOGGED = 10
"""Mistakes in the log for one rejected change; the rest is for `vakpad check`."""


class Watch:
    """Keeps what is served in step with a rule directory.

    `stamp` is that of the directory before the rulebook that is served first was read.
    """

    def __init__(self, directory: Path, stamp: Stamp, served: Served, board: Board) -> None:
        self._directory = directory
        self._served = served
        self._board = board
        self._aside = Aside(directory)
        self._checks = False
        self._judged = stamp
        self._judged_asked = board.asked()
        self._before: Stamp = stamp

    def start(self) -> None:
        """Takes up the latest verdict, then watches from a thread of its own.

        To be called in each process that serves, after the fork.
        """
        self._follow()
        threading.Thread(target=self._watch, name="rules", daemon=True).start()

    def ask(self) -> None:
        """Has the rules checked, even if nothing in them was written."""
        self._board.ask()

    def _watch(self) -> None:
        pause = threading.Event()
        while True:
            try:
                self.look()
            except Exception:
                # Whatever it was, what is served stays; the next look may go well.
                log.exception("watching rules failed")
            pause.wait(INTERVAL)

    def look(self) -> None:
        """Follows the verdict; the process that checks gives one first, when there is need."""
        self._follow()
        if self._is_the_one():
            self._check()
            self._follow()

    def _is_the_one(self) -> bool:
        """One process holds the lock for as long as it lives; then the next one gets it."""
        if self._checks:
            return True
        lock = os.open(self._board.lock, os.O_CREAT | os.O_RDWR)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return False
        self._checks = True
        self._aside.start()
        return True

    def _check(self) -> None:
        before, self._before = self._before, stamp_of(self._directory)
        if self._before != before:
            return  # Still being written, perhaps: wait until it stays the same for a while.
        asked = self._board.asked()
        if self._before == self._judged and asked == self._judged_asked:
            return
        self._judged_asked = asked
        self._board.pin(self._verdict(self._aside.trial()))

    def _verdict(self, trial: Trial) -> Verdict:
        serving = self._served.now.rulebook.digest
        if trial.packed is not None:
            log.info("rules taken up", rulebook=trial.packed.digest, before=serving)
            return Verdict(trial.stamp, trial.packed, None)
        rejected = _rejected(trial)
        log.warning("rules rejected", reason=rejected.reason, serving=serving)
        for error in rejected.errors[:MOST_LOGGED]:
            log.warning(
                "mistake in rules",
                place=str(error.position),
                code=error.code,
                message=error.message,
                hint=error.hint,
            )
        before = self._board.standing()
        return Verdict(trial.stamp, None if before is None else before.tried, rejected)

    def _follow(self) -> None:
        verdict = self._board.latest()
        if verdict is None:
            return
        self._judged = verdict.stamp
        tried = verdict.tried
        if tried is not None and (
            verdict.rejected is None or tried.digest != self._served.now.rulebook.digest
        ):
            take_over(tried, self._served)
        self._served.rejected = verdict.rejected


def _rejected(trial: Trial) -> Rejected:
    errors = tuple(each for each in trial.diagnostics if each.severity is Severity.ERROR)
    return Rejected(datetime.now(UTC), trial.reason or _counted(errors), errors)


def _counted(errors: tuple[Diagnostic, ...]) -> str:
    number = f"{len(errors)} mistakes" if len(errors) != 1 else "a mistake"
    return f"The rule files have {number}; the rules from before are served."
