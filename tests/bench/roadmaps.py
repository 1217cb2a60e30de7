"""How long a roadmap takes, by the number of rules, and when the search has to stop.

    python tests/bench/roadmaps.py [--rounds 3]

The shipped rulebook is grown with copies of its own growth rules, so that every rule bears on steps
as a real one does. A time is that of a whole answer, from the profile to the JSON, without HTTP.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from bench.endpoint import profiles

from service.advice import Advisor
from service.advice.payload import payload_of
from service.explaining.roadmap_payload import roadmap_payload
from service.explaining.roadmaps import Roadmaps
from service.explaining.routes import CareerMap, Search, Wanted
from service.reading.aim import AimReader, Target
from service.reading.profile import Profile
from service.reading.sent import profile_from
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.career import Move, Place
from service.rulebook.rules import LevelStep, Rule
from service.rulebook.vocabulary import Level, Specialisation, Stage
from service.serving import serving_of
from service.settings import default_rules

SIZES = (500, 1000, 2000)
PROFILES = 60
SEED = 11
WIDE, HIGH = 12, 12
"""The specialisations and levels of a rulebook in which there are more ways than can be tried."""

DEAD_END = "dead-end"

RESULTS = Path("build/bench/roadmaps.json")


def grown(rulebook: Rulebook, size: int) -> Rulebook:
    """The rulebook with so many rules."""
    more: list[Rule] = []
    for number, rule in enumerate(cycle(rulebook.rules_by_stage[Stage.GROWTH])):
        if len(rulebook.rules) + len(more) >= size:
            break
        more.append(replace(rule, id=f"{rule.id}-{number}"))
    rules = sorted((*rulebook.rules, *more), key=lambda each: each.id)
    return replace(rulebook, rules=tuple(rules))


def questions(rulebook: Rulebook, advisor: Advisor) -> list[tuple[Profile, Target]]:
    """People in any place and outside, each with a role to go to."""
    chance = Random(SEED)
    reader = AimReader(rulebook, advisor.titles, advisor.mistakes_in)
    return [
        (profile_from(profile), reader.target(chance.choice(rulebook.roles).id))
        for profile in profiles(rulebook, PROFILES)
    ]


def answerer(rulebook: Rulebook, advisor: Advisor) -> Callable[[Profile, Target], Any]:
    def answer(profile: Profile, target: Target) -> Any:
        roadmap = Roadmaps(rulebook).of(advisor.standing(profile), target)
        return roadmap_payload(roadmap, rulebook, "nl")

    return answer


def measure(rulebook: Rulebook, rounds: int) -> dict[str, float]:
    """Milliseconds: the median of all questions, the slowest in twenty, and the slowest.

    Beside it the median of advice to the same people, taken in turns.
    """
    advisor = serving_of(rulebook).advisor
    asked = questions(rulebook, advisor)
    answer = answerer(rulebook, advisor)

    def advise(profile: Profile) -> Any:
        return payload_of(advisor.advise(profile), rulebook, "nl")

    for profile, target in asked:
        answer(profile, target)
    times, advised = [], []
    for profile, target in asked:
        pairs = [(_time(answer, profile, target), _time(advise, profile)) for _ in range(rounds)]
        times.append(median(drawn for drawn, _ in pairs))
        advised.append(median(given for _, given in pairs))
    return {
        "median": median(times),
        "p95": quantiles(times, n=20)[-1],
        "most": max(times),
        "advice": median(advised),
    }


def _time(answer: Callable[..., Any], *arguments: Any) -> float:
    start = perf_counter()
    answer(*arguments)
    return (perf_counter() - start) * 1e3


def without_end(rulebook: Rulebook) -> Rulebook:
    """A rulebook in which every place leads on to many others.

    One more specialisation is a dead end: the only way out of it leads back to where one came from.
    Whoever looks for a way through it would have to try them all.
    """
    about = rulebook.moves[0].about
    fields = [f"field-{number}" for number in range(WIDE)]
    levels = tuple(f"level-{number}" for number in range(HIGH))
    same, up = LevelStep.SAME, LevelStep.SAME_OR_UP
    moves = [
        *(Move(f"{a}-to-{b}", about, a, levels, b, up, ()) for a in fields for b in fields),
        Move("in", about, fields[0], levels[:1], DEAD_END, same, ()),
        Move("out", about, DEAD_END, levels[:1], fields[0], same, ()),
    ]
    places = [Place(field, level) for field in (*fields, DEAD_END) for level in levels]
    role = rulebook.roles[0]
    return replace(
        rulebook,
        specialisations=tuple(Specialisation(id, about) for id in (*fields, DEAD_END)),
        levels=tuple(Level(id, about) for id in levels),
        moves=tuple(moves),
        roles=tuple(replace(role, id=place.role, place=place, asks=()) for place in places),
    )


def bounds(rulebook: Rulebook) -> dict[str, float]:
    """Milliseconds for a search that finds a route at once, and for one that has to stop."""
    career_map = CareerMap(rulebook)
    start, target = Place("field-1", "level-0"), Place("field-1", f"level-{HIGH - 1}")
    found, halted = Search(career_map, start), Search(career_map, start)
    times = {
        "found": _time(found.best, Wanted(target)),
        "stopped": _time(halted.best, Wanted(target, through=DEAD_END)),
    }
    assert not found.exhausted
    assert halted.exhausted
    return times


def told(found: Sequence[tuple[str, dict[str, float]]]) -> None:
    print(f"{'rules':<10} {'median ms':>10} {'p95 ms':>8} {'most ms':>8} {'x advice':>9}")
    for name, times in found:
        ratio = times["median"] / times["advice"]
        print(
            f"{name:<10} {times['median']:>10.1f} {times['p95']:>8.1f} {times['most']:>8.1f} "
            f"{ratio:>9.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    shipped = load_rulebook(default_rules())
    sizes = [len(shipped.rules), *(size for size in SIZES if size > len(shipped.rules))]
    found = [(f"{size}", measure(grown(shipped, size), asked.rounds)) for size in sizes]
    told(found)
    bound = bounds(without_end(shipped))
    print(
        f"\nAmong {WIDE} x {HIGH} places that all lead on: a route is found in "
        f"{bound['found']:.0f} ms, and a search without end stops after {bound['stopped']:.0f} ms."
    )
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps({"rules": dict(found), "bound": bound}, indent=2))
    print(f"Written to {RESULTS}, in milliseconds.")


if __name__ == "__main__":
    main()
