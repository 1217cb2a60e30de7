"""The soak: what takes too long for the tests. Exits with 1 when something fails.

`make soak` runs all parts; `make soak SOAK="agreement --checks 100000"` one of them, shorter.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from time import monotonic

from soak import agreement, memory

RULES = Path(__file__).parents[2] / "rules"

Part = Callable[[argparse.Namespace], bool]


def _agreement(chosen: argparse.Namespace) -> bool:
    return agreement.soak(chosen.rules, chosen.checks, chosen.seed, _tell)


def _memory(chosen: argparse.Namespace) -> bool:
    times = memory.Times(chosen.evaluations, chosen.advices, chosen.rebuilds, chosen.rereads)
    return memory.soak(chosen.rules, times, chosen.growth, _tell)


def _reloads(chosen: argparse.Namespace) -> bool:
    from soak import reloads  # noqa: PLC0415 - it needs a service to start, the others do not

    return reloads.soak(chosen.reloads, _tell)


PARTS: dict[str, Part] = {"agreement": _agreement, "memory": _memory, "reloads": _reloads}


def _tell(line: str) -> None:
    print(line, flush=True)


def _chosen(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make soak", formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--rules", type=Path, default=RULES, metavar="DIR", help="a rule directory")
    for name, default, meaning in (
        ("checks", 10_000_000, "rules that both engines are asked about"),
        ("seed", SystemRandom().randrange(1_000_000), "the first rulebook"),
        ("evaluations", 500_000, "sets of facts that are evaluated"),
        ("advices", 50_000, "profiles that are advised"),
        ("rebuilds", 1_000, "times that rules are taken over"),
        ("rereads", 50, "times that rules are read from files anew"),
        ("reloads", 200, "times that the rules of a service under load change"),
    ):
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N", help=meaning)
    parser.add_argument("--growth", type=float, default=5.0, metavar="MB", help="too much")
    chosen = parser.parse_args(arguments)
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    return chosen


def main(arguments: list[str]) -> int:
    chosen = _chosen(arguments)
    parts = chosen.parts or list(PARTS)
    start = monotonic()
    came_of_it = {part: PARTS[part](chosen) for part in parts}
    for part, well in came_of_it.items():
        _tell(f"{part}: {'all went well' if well else 'FAILED'}")
    _tell(f"{monotonic() - start:.0f} seconds")
    return 0 if all(came_of_it.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
