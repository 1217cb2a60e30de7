"""The trial of a rule directory: reads, compiles and runs its rules, and packs them to be served.

durable_rules can hang or end its process. So a trial runs in a fork of a process that does nothing
but that (`aside.py`), and comes back whatever happens in it.
"""

import gc
import os
import pickle
import signal
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from service.engine.limits import EngineLimit
from service.engine.program import program_of
from service.engine.protocol import Step
from service.engine.rehearsal import rehearse_here
from service.reading.reader import Reader
from service.reload.packed import Packed, pack
from service.reload.stamp import Stamp, stamp_of
from service.rulebook import Diagnostic, read_rulebook

PATIENCE = 60.0
"""Seconds. Thousands of rules take a few."""

ATTEMPTS = 5
"""How often to begin again when the files are being written meanwhile."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it, for the files as stamped.

    With nothing packed, `diagnostics` say what is wrong with the files, or `reason` why the engine
    cannot serve them.
    """

    stamp: Stamp
    packed: Packed | None
    diagnostics: tuple[Diagnostic, ...] = ()
    reason: str | None = None


def warm_up(directory: Path) -> None:
    """Does once, without durable_rules, what a trial does: forks begin with what that leaves.

    Above all conditions that were parsed before. What is read is dropped.
    """
    rulebook, _ = read_rulebook(directory)
    if rulebook is not None:
        Reader(rulebook)
        for step in Step:
            program_of(rulebook, step)


def try_in_a_fork(directory: Path, patience: float) -> bytes:
    """Tries the rules in a fork of this process; the `Trial`, pickled."""
    stamp = stamp_of(directory)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _try_and_end(directory, patience, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        written = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 0:
        return written
    reason = f"Trying these rules ended the process (signal {-code})."
    if code == -signal.SIGALRM:
        reason = f"Trying these rules took over {patience:g} seconds."
    elif code > 0:
        reason = f"Trying these rules failed. {written.decode(errors='replace')}".strip()
    return pickle.dumps(Trial(stamp, None, reason=reason))


def _try_and_end(directory: Path, patience: float, writing: int) -> NoReturn:
    """The alarm ends the process wherever it hangs, also in C."""
    signal.setitimer(signal.ITIMER_REAL, patience)
    gc.disable()
    code = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            try:
                pipe.write(pickle.dumps(try_here(directory)))
                code = 0
            except Exception as error:
                pipe.write(traceback.format_exception_only(error)[-1].encode())
    finally:
        os._exit(code)


def try_here(directory: Path) -> Trial:
    """Reads and compiles the rules, and runs them on facts that match nothing and most of them."""
    for _ in range(ATTEMPTS):
        stamp = stamp_of(directory)
        rulebook, diagnostics = read_rulebook(directory)
        if stamp == stamp_of(directory):
            break
    if rulebook is None:
        return Trial(stamp, None, diagnostics)
    try:
        rehearse_here(rulebook)
    except EngineLimit as error:
        return Trial(stamp, None, diagnostics, f"These rules cannot be matched. {error}")
    return Trial(stamp, pack(rulebook), diagnostics)
