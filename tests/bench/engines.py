"""How long engines take over the same rules and profiles, in turns within one run.

    python tests/bench/engines.py [--sizes 25,100,500,2000] [--rounds 9]

Before anything is timed, all engines must fire the same rules on every profile. Peers that are not
installed are left out with a word.
"""

import argparse
import gc
import importlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.peers import closures, lambdas
from bench.work import SIZES, Work, work_of

from service.engine.durable import DurableEngine
from service.engine.protocol import Step
from service.engine.reference import ReferenceEngine
from service.rulebook import Rulebook, load_rulebook
from service.settings import default_rules

OURS = "Vakpad (durable_rules)"
PEERS = ("zen", "clips", "business", "ruleengine", "jsonlogic")
PROFILES = 60
ENOUGH = 0.15
"""Seconds for one engine in one round; slow ones get fewer profiles."""

SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)

RESULTS = Path("build/bench/engines.json")


@dataclass(frozen=True)
class Contestant:
    """An engine with the profiles as it takes them; `fired` answers the ids of rules."""

    name: str
    inputs: Sequence[Any]
    fired: Callable[[Any], Sequence[str]]


def ours(work: Work) -> Contestant:
    engine = DurableEngine(work.rulebook)

    def fired(facts: Any) -> list[str]:
        return [rule.id for rule in engine.evaluate(Step.GROWTH, facts).true]

    return Contestant(OURS, work.facts, fired)


def _built_in(work: Work) -> list[Contestant]:
    two = lambdas.Engine(work.trees)
    three = closures.Engine(work.rules)
    return [
        Contestant(lambdas.NAME, work.flat, two.fired),
        Contestant(closures.NAME, work.facts, three.fired),
        ours(work),
    ]


def _peers(work: Work) -> list[Contestant]:
    found = []
    for each in PEERS:
        try:
            module = importlib.import_module(f"bench.peers.{each}")
        except ModuleNotFoundError as missing:
            print(f"(left out: {missing.name} is not installed)")
            continue
        engine = module.Engine(work.trees)
        inputs = [engine.prepare(flat) for flat in work.flat]
        found.append(Contestant(module.NAME, inputs, engine.fired))
    return found


def check(work: Work, contestants: Sequence[Contestant]) -> int:
    """Raises unless all fire what the reference says; how many rules that is over all profiles."""
    reference = ReferenceEngine(work.rulebook)
    total = 0
    for number, facts in enumerate(work.facts):
        expected = sorted(rule.id for rule in reference.evaluate(Step.GROWTH, facts).true)
        total += len(expected)
        for each in contestants:
            fired = sorted(set(each.fired(each.inputs[number])))
            assert fired == expected, f"{each.name} on profile {number}: {fired} != {expected}"
    return total


def measure(contestants: Sequence[Contestant], rounds: int) -> dict[str, float]:
    """Microseconds for one profile: the median over rounds in which all take turns."""
    # What one engine holds must not slow another one's garbage collection.
    gc.collect()
    gc.freeze()
    counts = {each.name: _bearable(each) for each in contestants}
    times: dict[str, list[float]] = {each.name: [] for each in contestants}
    for number in range(rounds):
        turn = number % len(contestants)
        for each in (*contestants[turn:], *contestants[:turn]):
            inputs = each.inputs[: counts[each.name]]
            start = perf_counter()
            for profile in inputs:
                each.fired(profile)
            times[each.name].append((perf_counter() - start) / len(inputs) * 1e6)
    return {name: median(found) for name, found in times.items()}


def _bearable(contestant: Contestant) -> int:
    """How many profiles this engine takes in one round."""
    start = perf_counter()
    contestant.fired(contestant.inputs[0])
    one = perf_counter() - start
    return max(3, min(len(contestant.inputs), int(ENOUGH / one)))


def compare(frame: Rulebook, sizes: Sequence[int], rounds: int) -> dict[int, dict[str, float]]:
    """Microseconds for one profile, by number of rules and by engine."""
    times = {}
    for size in sizes:
        work = work_of(frame, size, PROFILES)
        contestants = [*_built_in(work), *_peers(work)]
        fired = check(work, contestants)
        found = times[size] = measure(contestants, rounds)
        two, three = found[lambdas.NAME], found[closures.NAME]
        print(f"\n{size} rules, {fired / PROFILES:.1f} fire on a profile; all fire the same")
        print(f"{'engine':<24} {'us':>9} {'x two-valued':>13} {'x three-valued':>15}")
        for name, time in found.items():
            print(f"{name:<24} {time:>9.1f} {time / two:>13.2f} {time / three:>15.2f}")
    return times


def growth(frame: Rulebook, rounds: int) -> dict[float, dict[str, float]]:
    """The same, by the share of facts that are unknown."""
    times = {}
    print("\nCost and what is unknown, 500 rules")
    print(f"{'unknown':<24} {'us':>9} {'x two-valued':>13} {'x three-valued':>15}")
    for share in SHARES:
        work = work_of(frame, 500, PROFILES, share)
        contestants = _built_in(work)
        check(work, contestants)
        found = times[share] = measure(contestants, rounds)
        time = found[OURS]
        two, three = time / found[lambdas.NAME], time / found[closures.NAME]
        print(f"{f'{share:.0%} of the facts':<24} {time:>9.1f} {two:>13.2f} {three:>15.2f}")
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    frame = load_rulebook(default_rules())
    sizes = [int(size) for size in asked.sizes.split(",")]
    found = {"rules": compare(frame, sizes, asked.rounds), "unknown": growth(frame, asked.rounds)}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=2))
    print(f"\nWritten to {RESULTS}, in microseconds.")


if __name__ == "__main__":
    main()
