"""The rehearsal: a rulebook compiled in another process first, so that none can hurt the service.

There are documents on which durable_rules never returns or ends its process. The limits keep
compiled rulebooks away from them; this makes sure, before a rulebook is served.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from service.engine.fragments import HEAD, TAIL
from service.engine.normal_form import Relation
from service.engine.program import programs_of
from service.engine.session import FIRST, Session
from service.rulebook.model import Rulebook

PATIENCE = 30.0
"""Seconds. Thousands of rules take well below one."""

HOME = Path(__file__).parents[2]
"""Where the child process finds these modules, whatever folder the command runs in."""


class RehearsalFailed(Exception):
    """durable_rules did not survive a rulebook, or did not come back from it."""


def rehearse(rulebook: Rulebook, patience: float = PATIENCE) -> None:
    """Compiles a rulebook elsewhere, and runs it on facts that match nothing and most of it.

    Raises `RehearsalFailed`, and `EngineLimit` when it cannot be compiled safely at all.
    """
    rehearse_documents(_documents(rulebook), patience)


def rehearse_here(rulebook: Rulebook) -> None:
    """The same in this process, for one that may be lost.

    Raises `EngineLimit`, or what durable_rules raises, if it comes back at all.
    """
    _run(_documents(rulebook))


def _documents(rulebook: Rulebook) -> list[str]:
    return [
        shard.document
        for program in programs_of(rulebook)
        for plan in program.plans.values()
        for stratum in plan.strata
        for shard in stratum.shards
    ]


def rehearse_documents(documents: Iterable[str], patience: float = PATIENCE) -> None:
    """The same for the documents of shards."""
    command = [sys.executable, "-m", "service.engine.rehearsal"]
    try:
        ended = subprocess.run(
            command,
            cwd=HOME,
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
        session.run(FIRST)
        session.run(_matching(document))
        session.close()


def _matching(document: str) -> str:
    """A fact with a number for everything that a document compares, so that most of it matches."""
    numbers = dict(_holding(json.loads(document)))
    parts = (f',"{name}":{number}' for name, number in numbers.items())
    return "".join([HEAD, *parts, TAIL])


def _holding(part: Any, relation: str = "") -> Iterator[tuple[str, int]]:
    """Each name that is compared, with a number for which that comparison holds."""
    if isinstance(part, list):
        for member in part:
            yield from _holding(member)
    elif isinstance(part, dict):
        for name, value in part.items():
            if isinstance(value, int):
                yield name, value + (relation == Relation.UNEQUAL)
            else:
                yield from _holding(value, name)


if __name__ == "__main__":
    _run(json.load(sys.stdin))
