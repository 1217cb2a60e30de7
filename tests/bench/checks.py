"""How long `vakpad check` takes, by the number of rules: at first, again, and after one change.

    python tests/bench/checks.py [--rounds 3]

The shipped rule files are grown with further rules of their kinds (tests/bench/growing.py). A time
is the processor time of the whole command in a process of its own, from starting Python to the last
line, and beside it that of a process that only loads the same rules; of each the least of the
rounds. What is remembered stands in a folder of its own, and is forgotten before each round.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from bench.growing import grow

from service.settings import default_rules

SIZES = (500, 1000, 2000)
LOADED = (
    "import sys; from pathlib import Path; from service.rulebook import load_rulebook; "
    "load_rulebook(Path(sys.argv[1]))"
)
CHECKED = "from service.cli import main; main()"
RESULTS = Path("build/bench/checks.json")


def measure(rules: Path, cache: Path, rounds: int) -> dict[str, float]:
    """Seconds of processor time by run, and how much was told."""
    found: dict[str, list[float]] = {}
    told: set[int] = set()
    for number in range(rounds):
        rmtree(cache, ignore_errors=True)
        found.setdefault("load", []).append(_run(cache, LOADED, str(rules))[0])
        for run in ("first", "again"):
            seconds, output = _check(rules, cache)
            found.setdefault(run, []).append(seconds)
            told.add(len(json.loads(output)["diagnostics"]))
        _change_one(rules, number)
        found.setdefault("one changed", []).append(_check(rules, cache)[0])
        _change_one(rules, None)
    (diagnostics,) = told
    return {run: min(times) for run, times in found.items()} | {"diagnostics": diagnostics}


def _check(rules: Path, cache: Path) -> tuple[float, str]:
    return _run(cache, CHECKED, "check", "--json", str(rules))


def _run(cache: Path, program: str, *arguments: str) -> tuple[float, str]:
    """Seconds of processor time that a program takes, and what it writes."""
    before = getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def _change_one(rules: Path, number: int | None) -> None:
    """Adds a condition to one growth rule, another one for each round; None takes it out again."""
    file = rules / "growth" / "deepen.yaml"
    head = "  when all of:\n"
    added = head if number is None else f"{head}    - years in pmo is at least {number + 1}.1\n"
    shipped = (default_rules() / "growth" / "deepen.yaml").read_text(encoding="utf-8")
    file.write_text(shipped.replace(head, added, 1), encoding="utf-8")


def told(rules: str, times: Mapping[str, float]) -> None:
    load = times["load"]
    runs = (times[run] for run in ("first", "again", "one changed"))
    parts = (f"{each:>6.1f} s {each / load:>5.1f}x" for each in runs)
    print(f"{rules:<6} {load:>6.1f} s   {'  '.join(parts)} {times['diagnostics']:>12}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    results: dict[str, Any] = {}
    names = (f"{name:<15}" for name in ("first", "again", "one changed"))
    print(f"{'rules':<6} {'loading':<11}{' '.join(names)}  diagnostics")
    with TemporaryDirectory() as name:
        for size in SIZES:
            rules = Path(name) / str(size)
            grow(default_rules(), rules, size)
            results[str(size)] = measure(rules, Path(name) / "cache", asked.rounds)
            told(str(size), results[str(size)])
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2), encoding="utf-8")
    print(f"Written to {RESULTS}, in seconds of processor time.")


if __name__ == "__main__":
    main()
