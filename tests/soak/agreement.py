"""Do the engines agree? Millions of rules over random rulebooks, profiles and facts.

One check is the status of one rule for one profile or set of facts, said by both engines. For a
profile the whole advice is compared as well.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

from soak.difference import account_of
from soak.pair import Pair, Seen, Serving, Told
from strategies.seeded import seeded_facts
from strategies.seeded_rule_sets import seeded_profile, seeded_rule_set

from service.engine.durable import DurableEngine
from service.engine.findings import Status
from service.engine.protocol import Step
from service.rulebook import Rulebook, load_rulebook

SIZES = (3, 12, 40)
"""Rules in a stage, in turn: small rulebooks give sure answers, large ones fill many shards."""

PROFILES = 60
FACTS = 300
"""For each rulebook."""

TOLD_WHOLE = 3
"""After so many differences the rest would tell nothing new."""


@dataclass
class Tally:
    """What was compared, and what came of it."""

    rulebooks: int = 0
    profiles: int = 0
    facts: int = 0
    seen: Seen = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    @property
    def checks(self) -> int:
        return self.seen.total()

    def add(self, other: "Tally") -> None:
        self.rulebooks += other.rulebooks
        self.profiles += other.profiles
        self.facts += other.facts
        self.seen += other.seen
        self.answers += other.answers
        self.differences += other.differences


def compared(
    frame: Rulebook,
    seed: int,
    size: int,
    profiles: int = PROFILES,
    facts: int = FACTS,
    serving: Serving = DurableEngine,
) -> Tally:
    """Compares over the rulebook of one seed, up to the first difference."""
    rulebook, chance = seeded_rule_set(frame, seed, size), Random(seed)
    pair, tally = Pair(rulebook, serving), Tally(rulebooks=1)
    told: list[Told] = [seeded_profile(rulebook, chance) for _ in range(profiles)]
    told += [seeded_facts(rulebook, chance) for _ in range(facts)]
    for each in told:
        if _differ(pair, each):
            account = account_of(rulebook, each, serving)
            tally.differences.append(f"Seed {seed}, {size} rules in a stage. {account}")
            break
    tally.profiles, tally.facts = profiles, facts
    tally.seen, tally.answers = pair.seen, pair.answers
    return tally


def _differ(pair: Pair, told: Told) -> bool:
    try:
        return bool(pair.differences(told))
    except Exception:  # an engine that fails where the other does not differs as well
        return True


_loaded = cache(load_rulebook)
"""Once in each process."""


def _task(rules: Path, seed: int) -> Tally:
    return compared(_loaded(rules), seed, SIZES[seed % len(SIZES)])


def soak(rules: Path, checks: int, seed: int, tell: Callable[[str], None] = print) -> bool:
    """Compares until there are so many checks, over rulebooks with the word lists in `rules`.

    Whether nothing differed.
    """
    tell(f"Agreement: {checks:,} checks from seed {seed} on, {_processes()} processes")
    start, tally, next_line = monotonic(), Tally(), 0
    for done in _tallies(rules, seed, lambda: tally.checks < checks and not _enough(tally), tell):
        if done is None:
            return False
        tally.add(done)
        if tally.checks >= next_line:
            tell(f"  {tally.checks:>12,} checks  {monotonic() - start:6.0f} s")
            next_line = tally.checks + checks // 10
    for difference in tally.differences[:TOLD_WHOLE]:
        tell(difference)
    _sum_up(tally, seed, monotonic() - start, tell)
    return not tally.differences


def _enough(tally: Tally) -> bool:
    return len(tally.differences) >= TOLD_WHOLE


def _processes() -> int:
    return len(os.sched_getaffinity(0))


def _tallies(
    rules: Path, seed: int, more: Callable[[], bool], tell: Callable[[str], None]
) -> Iterator[Tally | None]:
    """A tally for each seed, as long as `more` are wanted; None when a process was lost."""
    seeds = count(seed)
    with ProcessPoolExecutor(_processes()) as pool:
        under_way: dict[Future[Tally], int] = {}
        while under_way or more():
            while more() and len(under_way) < _processes():
                next_seed = next(seeds)
                under_way[pool.submit(_task, rules, next_seed)] = next_seed
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            try:
                yield from [future.result() for future in done]
            except BrokenProcessPool:
                lost = ", ".join(map(str, sorted(under_way.values())))
                tell(f"A process was ended from within, at one of the seeds {lost}.")
                yield None
                return
            for future in done:
                del under_way[future]


def _sum_up(tally: Tally, seed: int, seconds: float, tell: Callable[[str], None]) -> None:
    last = seed + tally.rulebooks - 1
    tell(
        f"  {tally.checks:,} checks over {tally.rulebooks:,} rulebooks (seeds {seed} to {last}), "
        f"{tally.profiles:,} profiles and {tally.facts:,} sets of facts"
    )
    tell(f"  {'step':<16}" + "".join(f"{status:>14}" for status in Status))
    for step in Step:
        numbers = "".join(f"{tally.seen[step, status]:>14,}" for status in Status)
        tell(f"  {step:<16}{numbers}")
    for kind, number in sorted(tally.answers.items()):
        tell(f"  {kind:<32}{number:>12,}")
    tell(f"  differences: {len(tally.differences)}, in {seconds:.0f} seconds")
