"""The trial of a rule directory, in a process of its own: what goes wrong there hurts no service.

durable_rules can hang or end its process, and reading rules would hold up answers.
"""

import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from service.engine.limits import EngineLimit
from service.engine.rehearsal import HOME, rehearse_here
from service.reload.stamp import Stamp, stamp_of
from service.rulebook import Diagnostic, Rulebook, read_rulebook

PATIENCE = 60.0
"""Seconds. Thousands of rules take a few."""

ATTEMPTS = 5
"""How often to begin again when the files are being written meanwhile."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it, for the files as stamped.

    Without a rulebook, `diagnostics` say what is wrong with the files, or `reason` why the engine
    cannot serve them.
    """

    stamp: Stamp
    rulebook: Rulebook | None
    diagnostics: tuple[Diagnostic, ...] = ()
    reason: str | None = None


def try_aside(directory: Path, patience: float = PATIENCE) -> Trial:
    """Tries the rules in another process, and comes back whatever happens there."""
    command = [sys.executable, "-m", "service.reload", str(directory.resolve())]
    stamp = stamp_of(directory)
    try:
        ended = subprocess.run(
            command, cwd=HOME, capture_output=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired:
        return Trial(stamp, None, reason=f"Trying these rules took over {patience:g} seconds.")
    if ended.returncode:
        last = ended.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        reason = f"Trying these rules ended the process (code {ended.returncode}). {last}"
        return Trial(stamp, None, reason=reason.strip())
    trial: Trial = pickle.loads(ended.stdout)
    return trial


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
    return Trial(stamp, rulebook, diagnostics)
