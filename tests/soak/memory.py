"""Does memory stay flat? Resident memory while one process evaluates, advises and takes up rules.

Each part does one thing many times. The first tenth is for warming up; from then on resident memory
may grow by less than what is allowed.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic

from strategies.seeded import seeded_facts
from strategies.seeded_rule_sets import seeded_profile

from service.engine.durable import DurableEngine
from service.engine.protocol import Step
from service.reload.packed import pack, take_over
from service.rulebook import Rulebook, load_rulebook
from service.serving import Served, Serving, serving_of

MEGABYTE = 1_000_000
TENTHS = 10
ADVICES_EACH = 5
"""Profiles that are advised after rules were taken up."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Times:
    """How often each thing is done."""

    evaluations: int
    advices: int
    rebuilds: int
    rereads: int


def soak(rules: Path, times: Times, allowed: float, tell: Tell = print) -> bool:
    """Whether no part grew by `allowed` megabytes or more; every part runs."""
    with _with_fewer_rules(rules) as fewer:
        rulebook, other = load_rulebook(rules), load_rulebook(fewer)
        assert rulebook.digest != other.digest
        parts = (
            (times.evaluations, "evaluations (all steps for some facts)", evaluating(rulebook)),
            (times.advices, "advices (the whole answer to one profile)", advising(rulebook)),
            (
                times.rebuilds,
                "rebuilds (rules taken over and served)",
                rebuilding(rulebook, other),
            ),
            (times.rereads, "rereads (rules read, compiled and served)", rereading(rules, fewer)),
        )
        grown = [_grows(count, name, work, tell) for count, name, work in parts]
    return all(growth < allowed for growth in grown)


@contextmanager
def _with_fewer_rules(rules: Path) -> Iterator[Path]:
    """The rules without their largest file, and without the cases, that would miss it."""
    with TemporaryDirectory() as folder:
        fewer = Path(shutil.copytree(rules, Path(folder) / "rules"))
        max((fewer / "growth").glob("*.yaml"), key=lambda file: file.stat().st_size).unlink()
        shutil.rmtree(fewer / "cases", ignore_errors=True)
        yield fewer


def evaluating(rulebook: Rulebook) -> Callable[[], None]:
    """Evaluates facts that were never seen before."""
    engine, chance = DurableEngine(rulebook), Random(1)

    def work() -> None:
        facts = seeded_facts(rulebook, chance)
        for step in Step:
            engine.evaluate(step, facts)

    return work


def advising(rulebook: Rulebook) -> Callable[[], None]:
    serving, chance = serving_of(rulebook), Random(1)
    return lambda: _advise(serving, chance, 1)


def rebuilding(*rulebooks: Rulebook) -> Callable[[], None]:
    """Takes up one tried rulebook after the other, and drops the one before."""
    turns, chance = cycle([pack(each) for each in rulebooks]), Random(1)
    served = Served()

    def rebuild() -> None:
        take_over(next(turns), served)
        _advise(served.now, chance, ADVICES_EACH)

    return rebuild


def rereading(*directories: Path) -> Callable[[], None]:
    """The same, from the files each time."""
    turns, chance = cycle(directories), Random(1)
    return lambda: _advise(serving_of(load_rulebook(next(turns))), chance, ADVICES_EACH)


def _advise(serving: Serving, chance: Random, times: int) -> None:
    for _ in range(times):
        serving.advisor.advise(seeded_profile(serving.rulebook, chance))


def _grows(count: int, name: str, work: Callable[[], None], tell: Tell) -> float:
    """Does the work so many times, with a table; by how many megabytes it grew once warm."""
    tell(f"Memory over {count:,} {name}")
    tell(f"  {'done':>12}{'resident':>14}{'seconds':>12}")
    start, sizes = monotonic(), []
    for tenth in range(TENTHS):
        for _ in range(count * tenth // TENTHS, count * (tenth + 1) // TENTHS):
            work()
        sizes.append(resident())
        done = count * (tenth + 1) // TENTHS
        tell(f"  {done:>12,}{sizes[-1]:>11.1f} MB{monotonic() - start:>12.0f}")
    growth = max(sizes) - sizes[0]
    tell(f"  grew by {growth:.1f} MB after warming up")
    return growth


def resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
