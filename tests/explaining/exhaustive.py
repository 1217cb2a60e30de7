"""The smallest change by brute force: every set of levers is tried out by giving advice."""

from collections.abc import Iterator, Sequence
from itertools import product

from service.advice import Advisor
from service.advice.standing import Standing
from service.explaining.changes import Lever, Reach, applied, changes_by
from service.reading.profile import Profile
from service.rulebook.career import Place
from service.rulebook.vocabulary import ChangeKind


def reaches(standing: Standing, target: Place, reach: Reach) -> bool:
    """Whether a target comes so far, as the judgement has it."""
    judgement = standing.judgement
    if reach is Reach.POSSIBLE:
        weights = judgement.weights
        if target not in weights.targets:
            return False
        excluding = weights.ruled_out_by[weights.targets.index(target)]
        return not any(rule in judgement.fired for rule in excluding)
    shown = [each.target for each in judgement.ranked]
    return target in (shown[:1] if reach is Reach.FIRST else shown)


def smallest_sets(
    advisor: Advisor, profile: Profile, levers: Sequence[Lever], target: Place, reach: Reach
) -> list[frozenset[Lever]]:
    """All sets that do it and have no smaller one that does, the cheapest first.

    What moves a known place does not count.
    """
    before = advisor.standing(profile).judgement
    reading, place = before.reading, before.place
    found: list[frozenset[Lever]] = []
    for used in sorted(_sets(levers), key=lambda each: (cost_of(each), len(each))):
        if any(smaller <= used for smaller in found):
            continue
        changed = applied(profile, reading, changes_by(sorted(used, key=levers.index), reading))
        standing = advisor.standing(changed)
        stays = place is None or standing.judgement.place == place
        if stays and reaches(standing, target, reach):
            found.append(used)
    return found


def cost_of(levers: frozenset[Lever]) -> int:
    return sum(lever.cost for lever in levers)


def _sets(levers: Sequence[Lever]) -> Iterator[frozenset[Lever]]:
    """Every set of levers in which no rung of a competence is used without the one below it."""
    ladders: dict[tuple[ChangeKind, str], list[Lever]] = {}
    for lever in levers:
        ladders.setdefault((lever.kind, lever.id), []).append(lever)
    heights = (
        [tuple(ladder[:height]) for height in range(len(ladder) + 1)] for ladder in ladders.values()
    )
    for chosen in product(*heights):
        yield frozenset(lever for part in chosen for lever in part)
