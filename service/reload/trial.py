"""The trial of a rule directory: reads, compiles and runs its rules, and packs them to be served.

Runs in the process aside (`aside.py`). What durable_rules does to a process, hang or end it, it
does to a fork of that, and every trial comes back with something.
"""

import os
import pickle
import signal
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from service.engine.limits import EngineLimit
from service.engine.rehearsal import rehearse_here
from service.reload.packed import Packed, pack
from service.reload.stamp import Stamp, stamp_of
from service.rulebook import Diagnostic, Rulebook, read_rulebook
from service.rulebook.documents import Documents

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


def try_rules(directory: Path, documents: Documents, patience: float) -> Trial:
    """Tries the rules as they are now; only files that changed since the last time are parsed.

    When reading alone takes longer than `patience` seconds, this process ends (SIGALRM).
    """
    stamp = stamp_of(directory)
    try:
        signal.setitimer(signal.ITIMER_REAL, patience)
        stamp, rulebook, diagnostics = _read(directory, documents)
    except Exception as error:
        return Trial(stamp, None, reason=f"Trying these rules failed. {_last_line(error)}")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if rulebook is None:
        return Trial(stamp, None, diagnostics)
    packed, reason = _pack_in_a_fork(rulebook, patience)
    return Trial(stamp, packed, diagnostics, reason)


def _read(
    directory: Path, documents: Documents
) -> tuple[Stamp, Rulebook | None, tuple[Diagnostic, ...]]:
    for _ in range(ATTEMPTS):
        stamp = stamp_of(directory)
        rulebook, diagnostics = read_rulebook(directory, documents)
        if stamp == stamp_of(directory):
            break
    return stamp, rulebook, diagnostics


def _pack_in_a_fork(rulebook: Rulebook, patience: float) -> tuple[Packed | None, str | None]:
    """Compiles and runs the rules, and packs them; else the reason why they cannot be served."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _pack_and_end(rulebook, patience, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        written = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code != 0:
        return None, ended(code, patience)
    packed, reason = pickle.loads(written)
    return packed, reason


def _pack_and_end(rulebook: Rulebook, patience: float, writing: int) -> NoReturn:
    """The alarm ends the process wherever it hangs, also in C."""
    code = 1
    try:
        signal.setitimer(signal.ITIMER_REAL, patience)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(_packed(rulebook), pipe)
        code = 0
    finally:
        os._exit(code)


def _packed(rulebook: Rulebook) -> tuple[Packed | None, str | None]:
    try:
        rehearse_here(rulebook)
        return pack(rulebook), None
    except EngineLimit as error:
        return None, f"These rules cannot be matched. {error}"
    except Exception as error:
        return None, f"Trying these rules failed. {_last_line(error)}"


def ended(code: int, patience: float) -> str:
    """What to say of a process that ended while it tried rules; a signal is a code below 0."""
    if code == -signal.SIGALRM:
        return f"Trying these rules took over {patience:g} seconds."
    how = f"signal {-code}" if code < 0 else f"code {code}"
    return f"Trying these rules ended the process ({how})."


def _last_line(error: Exception) -> str:
    return traceback.format_exception_only(error)[-1].strip()
