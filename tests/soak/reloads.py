"""A service under load whose rules are changed again and again, well and badly.

Every answer must be right, and must be the one of the rulebook that it names.
"""

import json
import re
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from api.asking import PATH, ask, client_of
from cli.running import SHIPPED
from cli.serving import JSON, Server, read, serving

from service.rulebook import load_rulebook

WORKERS = 2
SENDERS = 3
PROMISED = 5.0
"""Seconds in which every process has taken up a change."""

PATIENCE = 60.0
IN_A_ROW = 24
"""So many answers in a row come from all processes."""

REQUESTS_PER_CONNECTION = 20

PROFILES: tuple[dict[str, Any], ...] = (
    {"title": "PMO'er"},
    {"title": "PMO'er", "ambition": "Ik wil projectmanager worden.", "language": "en"},
    {
        "title": "PMO officer",
        "current": {"specialisation": "office", "level": "medior"},
        "competences": {"analytical": 4, "critical": 5},
        "work": ["portfolio-report"],
        "goals": ["deepen"],
    },
    {"title": "projectmanager", "goals": ["come-to-pmo"]},
    {"title": "senior PMO consultant", "experience": {"years_in_role": 8}},
    {"title": "vrachtwagenchauffeur"},
)

POINTS = re.compile(r"points: (10|20|30)\n")


@dataclass(frozen=True)
class Version:
    """A rule file as it may be: the text, the digest of the rules then, and the right answers.

    A broken version has no digest of its own.
    """

    text: str
    digest: str | None = None
    answers: tuple[Any, ...] = ()


@dataclass
class Load:
    """What came of the requests."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def versions(rules: Path, file: Path) -> list[Version]:
    """Three versions of a growth file, with other points."""
    text = file.read_text(encoding="utf-8")
    return [_good(rules, file, POINTS.sub(f"points: {points}\n", text)) for points in (10, 20, 30)]


def _good(rules: Path, file: Path, text: str) -> Version:
    file.write_text(text, encoding="utf-8")
    client = client_of(rules)
    answers = tuple(ask(client, profile).get_json() for profile in PROFILES)
    return Version(text, load_rulebook(rules).digest, answers)


@contextmanager
def _load(server: Server, answers: dict[str, tuple[Any, ...]]) -> Iterator[Load]:
    """Sends profiles, one after the other from each sender, for as long as this lasts."""
    load, end = Load(), threading.Event()
    senders = [
        threading.Thread(target=_send, args=(server.port, answers, load, end))
        for _ in range(SENDERS)
    ]
    for sender in senders:
        sender.start()
    try:
        yield load
    finally:
        end.set()
        for sender in senders:
            sender.join()


def _send(port: int, answers: dict[str, tuple[Any, ...]], load: Load, end: threading.Event) -> None:
    profiles = cycle(enumerate(json.dumps(profile).encode() for profile in PROFILES))
    while not end.is_set():
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            for _ in range(REQUESTS_PER_CONNECTION):
                number, body = next(profiles)
                connection.request("POST", PATH, body, JSON)
                status, headers, answer = read(connection.getresponse())
                digest = headers["Vakpad-Rulebook"]
                if status == 200 and answer == answers[digest][number]:
                    load.right[digest] += 1
                else:
                    load.wrong.append(f"{status} {digest} {PROFILES[number]}")
        except Exception as error:
            load.wrong.append(repr(error))
        finally:
            connection.close()


def _seconds_until_all(server: Server, wanted: Callable[[Any], bool]) -> float:
    start = monotonic()
    while monotonic() - start < PATIENCE:
        if all(wanted(server.get("/readyz")) for _ in range(IN_A_ROW)):
            return monotonic() - start
    raise TimeoutError(f"After {PATIENCE:g} seconds it still says {server.get('/readyz')}")


def _says(version: Version, serves: str) -> Callable[[Any], bool]:
    def wanted(said: Any) -> bool:
        rejected = said["rejected"] is not None
        return said["rulebook"]["digest"] == serves and rejected is (version.digest is None)

    return wanted


def soak(reloads: int, tell: Callable[[str], None] = print) -> bool:
    """Changes the rules so many times; every third change is broken. Whether all went well."""
    with TemporaryDirectory() as folder:
        rules = Path(shutil.copytree(SHIPPED, Path(folder) / "rules"))
        file = max((rules / "growth").glob("*.yaml"), key=lambda each: each.stat().st_size)
        good = versions(rules, file)
        broken = Version(good[0].text.replace("when all of:", "when al of:"))
        answers = {each.digest: each.answers for each in good if each.digest is not None}
        differing = len({json.dumps(each.answers[:], sort_keys=True) for each in good})
        with (
            serving(rules, "--workers", str(WORKERS), VAKPAD_LOG_LEVEL="warning") as server,
            _load(server, answers) as load,
        ):
            serves = good[-1].digest
            assert serves is not None
            took = []
            for number in range(reloads):
                version = broken if number % 3 == 2 else good[(number - number // 3) % len(good)]
                serves = version.digest or serves
                file.write_text(version.text, encoding="utf-8")
                took.append(_seconds_until_all(server, _says(version, serves)))
                if (number + 1) % 20 == 0:
                    tell(
                        f"  {number + 1} reloads, {load.right.total()} right answers, "
                        f"{len(load.wrong)} wrong, slowest {max(took):.1f} s"
                    )
    for wrong in load.wrong[:10]:
        tell(f"  wrong: {wrong}")
    by_rulebook = ", ".join(str(count) for count in load.right.values())
    tell(
        f"Reloads: {reloads} ({reloads // 3} broken) over {differing} rulebooks, under load; "
        f"{load.right.total()} right answers ({by_rulebook}), {len(load.wrong)} wrong; "
        f"taken up by all {WORKERS} processes in {sorted(took)[len(took) // 2]:.1f} s (median), "
        f"{max(took):.1f} s (slowest)."
    )
    return not load.wrong and max(took) <= PROMISED and load.right.total() > reloads


if __name__ == "__main__":
    import sys

    sys.exit(0 if soak(int(sys.argv[1]) if len(sys.argv) > 1 else 200) else 1)
