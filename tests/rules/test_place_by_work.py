"""The place follows the work: whoever takes on more, or stays longer, never drops a level.

The same facts give the same level under whichever title they are told.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from strategies.loaded import loaded, reader_for

from service.advice import Advisor
from service.advice.model import PresentPlace, Source
from service.advice.present import present_place
from service.engine.reference import ReferenceEngine
from service.reading.facts import facts_of
from service.reading.profile import Profile
from service.rulebook.vocabulary import TENTHS

RULES = Path(__file__).parents[2] / "rules"
SHIPPED = loaded(RULES)
READER = reader_for(RULES)
ENGINE = ReferenceEngine(SHIPPED)
WORK = tuple(each.id for each in SHIPPED.work)
LEVELS = SHIPPED.level_ids

CONTAINERS = ["PMO", "IT PMO", "PMO'er", "PMO consultant", "PMO analyst"]
YEARS = [0, 1, 2, 4, 5, 9, 20]
GROWING = 60
"""How many lists of work grow from nothing, one kind at a time."""


@cache
def settled(title: str, work: tuple[str, ...] | None, years: int | None) -> PresentPlace:
    profile = Profile(
        title,
        years_in_pmo=None if years is None else years * TENTHS,
        work=work,
        certificates=(),
    )
    reading = READER.read(profile)
    return present_place(reading, facts_of(reading, SHIPPED), SHIPPED, ENGINE.judging())[0]


def height(place: PresentPlace) -> int:
    assert place.level is not None
    return LEVELS.index(place.level)


def growing(seed: int) -> Iterator[tuple[str, ...]]:
    """Lists of work that grow, most of them by the work of one specialisation first."""
    random = Random(seed)
    own = random.choice(SHIPPED.specialisation_ids)
    order = random.sample(WORK, 5)
    own_work = [each.id for each in SHIPPED.work if own in each.specialisations]
    order = [*random.sample(own_work, 3), *order]
    for count in range(len(order) + 1):
        yield tuple(sorted(set(order[:count])))


@pytest.mark.parametrize("title", CONTAINERS)
def test_more_work_never_lowers_the_level(title: str) -> None:
    for seed in range(GROWING):
        for years in YEARS:
            places = [settled(title, work, years) for work in growing(seed)]
            if not all(place.level for place in places):
                continue
            for (less, more), works in zip(pairwise(places), pairwise(growing(seed)), strict=True):
                assert height(less) <= height(more), (years, works)


@pytest.mark.parametrize("title", CONTAINERS)
def test_more_years_never_lower_the_level(title: str) -> None:
    for seed in range(GROWING):
        for work in growing(seed):
            places = [settled(title, work, years) for years in YEARS]
            assert all(place.level for place in places)
            for earlier, later in pairwise(places):
                assert height(earlier) <= height(later), work
                assert earlier.specialisation == later.specialisation


def test_the_same_work_and_years_give_the_same_place_under_each_title() -> None:
    for seed in range(GROWING):
        for work in growing(seed):
            for years in YEARS:
                places = {
                    (place.specialisation, place.level)
                    for title in CONTAINERS
                    if (place := settled(title, work, years)).level_source is Source.RULE
                    and place.specialisation_source is Source.RULE
                    and place.level not in {"lead", "principal"}
                }
                assert len(places) <= 1, (work, years, places)


@pytest.mark.parametrize("title", CONTAINERS)
@pytest.mark.parametrize("specialisation", SHIPPED.specialisation_ids)
def test_work_of_one_specialisation_settles_that_one(title: str, specialisation: str) -> None:
    own = [each.id for each in SHIPPED.work if tuple(each.specialisations) == (specialisation,)]
    random = Random(3)
    for _ in range(GROWING):
        work = tuple(sorted(random.sample(own, 2)))
        assert settled(title, work, 6).specialisation == specialisation, work


@pytest.mark.parametrize("title", CONTAINERS)
def test_years_alone_make_nobody_senior(title: str) -> None:
    for years in YEARS:
        for work in (None, ()):
            assert settled(title, work, years).level in {None, "junior", "medior"}


@pytest.mark.parametrize(
    ("place", "certificate"),
    [
        ("assurance-medior", "M_o_R Practitioner"),
        ("governance-medior", "P3O Practitioner"),
        ("consultant-medior", "P3O Practitioner"),
        ("office-medior", "P3O Practitioner"),
        ("office-lead", "House of PMO Directors"),
    ],
)
def test_who_holds_a_higher_certificate_never_lacks_a_lower_one(
    advisor: Advisor, place: str, certificate: str
) -> None:
    specialisation, level = place.split("-")
    advice = advisor.advise(
        Profile(
            "PMO'er",
            current_specialisation=specialisation,
            current_level=level,
            certificates=(certificate,),
            goals=("grow-a-level",),
        )
    )

    gaps = {gap.ask.id for each in advice.recommendations for gap in each.gaps}
    assert gaps.isdisjoint({"m-o-r-foundation", "p3o-foundation", "hopmo-managers"})
    assert advice.recommendations
