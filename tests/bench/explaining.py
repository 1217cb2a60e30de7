"""How long an explanation takes, by the number of rules: why, why not, and the smallest change.

    python tests/bench/explaining.py [--rounds 3]

The shipped rulebook is cut down, or grown with copies of its own growth rules. A time is that of
one part for one person, without HTTP, after z3 was loaded.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from bench.endpoint import profiles
from bench.roadmaps import grown

from service.advice import Advisor
from service.explaining.answers import answers_to
from service.explaining.explanation import explain
from service.explaining.payload import explanation_payload
from service.explaining.smallest import ChangeSearch
from service.explaining.verdict import Verdicts
from service.reading.aim import Target
from service.reading.sent import profile_from
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.career import Place
from service.rulebook.vocabulary import Stage
from service.serving import serving_of
from service.settings import default_rules

SIZES = (60, 250, 500, 1000, 2000)
PROFILES = 60
SEED = 12
RESULTS = Path("build/bench/explaining.json")


def sized(rulebook: Rulebook, size: int, chance: Random) -> Rulebook:
    """The rulebook with so many rules: growth rules are left out, or repeated."""
    if size >= len(rulebook.rules):
        return grown(rulebook, size)
    growth = set(
        chance.sample(
            rulebook.rules_by_stage[Stage.GROWTH],
            max(0, len(rulebook.rules_by_stage[Stage.GROWTH]) - len(rulebook.rules) + size),
        )
    )
    rules = [each for each in rulebook.rules if each.stage is not Stage.GROWTH or each in growth]
    return replace(rulebook, rules=tuple(rules))


def measure(rulebook: Rulebook, rounds: int) -> dict[str, list[float]]:
    """Milliseconds by part, one for each person: the median of the rounds."""
    advisor = serving_of(rulebook).advisor
    chance = Random(SEED)
    people = [profile_from(sent) for sent in profiles(rulebook, PROFILES)]
    found: dict[str, list[float]] = {}
    for profile in people:
        standing = advisor.standing(profile)
        likely = standing.judgement.weights.targets or tuple(rulebook.roles_by_place)
        target = chance.choice(likely)
        for part, run in _parts(advisor, profile, target).items():
            found.setdefault(part, []).append(median(_time(run) for _ in range(rounds)))
    return found


def _parts(advisor: Advisor, profile: Any, target: Place) -> dict[str, Callable[[], Any]]:
    rulebook = advisor.rulebook
    standing = advisor.standing(profile)
    questions = advisor.advice_on(standing).questions
    asked = Target(target.role, rulebook.roles_by_place[target])

    def why() -> None:
        verdicts = Verdicts(advisor.standing(profile))
        for each in standing.judgement.ranked:
            verdicts.of(each.target)
        verdicts.of(target)

    return {
        "why and why not": why,
        "smallest change": lambda: ChangeSearch(standing, target).best(),
        "answers to questions": lambda: [
            answers_to(each, profile, advisor, standing) for each in questions
        ],
        "all, as JSON": lambda: json.dumps(
            explanation_payload(explain(advisor, profile, asked), rulebook, "nl")
        ),
    }


def _time(run: Callable[[], Any]) -> float:
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    shipped = load_rulebook(default_rules())
    results: dict[str, Any] = {}
    print(f"{'rules':<8} {'part':<24} {'median ms':>10} {'p95 ms':>8} {'most ms':>8}")
    for size in SIZES:
        rulebook = sized(shipped, size, Random(SEED))
        for part, times in measure(rulebook, asked.rounds).items():
            count = len(rulebook.rules)
            told = (median(times), quantiles(times, n=20)[-1], max(times))
            middle, late, most = (f"{each:.1f}" for each in told)
            print(f"{count:<8} {part:<24} {middle:>10} {late:>8} {most:>8}")
            results[f"{count} {part}"] = times
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results))
    print(f"Written to {RESULTS}, in milliseconds.")


if __name__ == "__main__":
    main()
