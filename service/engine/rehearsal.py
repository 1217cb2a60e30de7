"""The rehearsal: a rulebook compiled in another process first, so that none can hurt the service.

There are documents on which durable_rules never returns or ends its process. The limits keep
compiled rulebooks away from them; this makes sure, before a rulebook is served.
"""

import json
import subprocess
import sys
from collections.abc import Iterable

from service.engine.program import program_of
from service.engine.protocol import Step
from service.engine.session import NOTHING, Session
from service.rulebook.model import Rulebook

PATIENCE = 30.0
"""Seconds. Thousands of rules take well below one."""


class RehearsalFailed(Exception):
    """durable_rules did not survive a rulebook, or did not come back from it."""


def rehearse(rulebook: Rulebook, patience: float = PATIENCE) -> None:
    """Compiles a rulebook and runs it once, elsewhere.

    Raises `RehearsalFailed`, and `EngineLimit` when it cannot be compiled safely at all.
    """
    shards = (
        shard
        for step in Step
        for stratum in program_of(rulebook, step).strata
        for shard in stratum.shards
    )
    rehearse_documents([shard.document for shard in shards], patience)


def rehearse_documents(documents: Iterable[str], patience: float = PATIENCE) -> None:
    """The same for the documents of shards."""
    command = [sys.executable, "-P", "-m", "service.engine.rehearsal"]
    try:
        ended = subprocess.run(
            command,
            input=json.dumps(list(documents)),
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RehearsalFailed(
            f"durable_rules did not come back from these rules within {patience:g} seconds."
        ) from None
    if ended.returncode < 0:
        raise RehearsalFailed(f"durable_rules ended its process (signal {-ended.returncode}).")
    if ended.returncode > 0:
        reason = ended.stderr.strip().rpartition("\n")[2]
        raise RehearsalFailed(f"durable_rules refuses these rules: {reason}")


def _run(documents: Iterable[str]) -> None:
    for document in documents:
        session = Session(document)
        session.run(NOTHING)
        session.close()


if __name__ == "__main__":
    _run(json.load(sys.stdin))
