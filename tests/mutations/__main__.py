"""Every typo in every word of the shipped rules. Exits with 1 when one is not found.

`make mutations` tries them all; `make mutations MUTATIONS="--each 2"` two in each word.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from mutations.trial import Outcome, Trial
from mutations.typos import typos

RULES = Path(__file__).parents[2] / "rules"
WRONG = (Outcome.MISSED, Outcome.ELSEWHERE)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="make mutations", formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("--rules", type=Path, default=RULES, metavar="DIR", help="a rule directory")
    parser.add_argument("--each", type=int, metavar="N", help="typos in each word, not all")
    parser.add_argument("--names", type=int, default=1, metavar="N", help="typos in each new name")
    parser.add_argument("--file", default="", metavar="NAME", help="only files that start so")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    random, counted = Random(chosen.seed), Counter[Outcome]()
    with TemporaryDirectory() as scratch:
        trial = Trial(chosen.rules, Path(scratch))
        file = ""
        for token in trial.tokens():
            if not token.file.startswith(chosen.file):
                continue
            if token.file != file:
                file = token.file
                print(file, flush=True)
            found = list(typos(token.text))
            most = chosen.names if token.declares else chosen.each
            for typo in random.sample(found, min(most, len(found))) if most is not None else found:
                result = trial.put(token, typo)
                counted[result.outcome] += 1
                if result.outcome in WRONG:
                    print(result, flush=True)
    for outcome in Outcome:
        share = counted[outcome] / max(1, counted.total())
        print(f"{counted[outcome]:>9,} {share:7.2%} {outcome.value}")
    return 1 if any(counted[outcome] for outcome in WRONG) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
