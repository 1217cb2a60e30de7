"""Routes: the same shortest ones as every way there is, one after another."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from strategies.loaded import loaded

from service.explaining.routes import CareerMap, Origin, Route, Search, Wanted
from service.rulebook import Rulebook
from service.rulebook.career import Move, Place
from service.rulebook.reach import is_lower, reached
from service.rulebook.rules import LevelStep

RULES = Path(__file__).parents[2] / "rules"
SMALL = loaded(Path(__file__).parents[1] / "rulebooks" / "small")
SHIPPED = loaded(RULES)
SOME = range(40)


def with_moves(rulebook: Rulebook, chance: Random) -> Rulebook:
    """The rulebook with other moves: any, between any places."""
    specialisations, levels = rulebook.specialisation_ids, rulebook.level_ids
    about = rulebook.moves[0].about
    moves = [
        Move(
            id=f"move-{number}",
            about=about,
            from_specialisation=chance.choice(specialisations),
            from_levels=tuple(each for each in levels if chance.random() < 0.7),
            to_specialisation=chance.choice(specialisations),
            step=chance.choice(list(LevelStep)),
            entry_levels=(),
        )
        for number in range(chance.randint(1, 7))
    ]
    moves.append(Move("entry", about, None, (), chance.choice(specialisations), None, levels[:1]))
    return replace(rulebook, moves=tuple(moves))


def every_way(
    rulebook: Rulebook, origin: Origin, target: Place, *, step_back: bool, gone: Route = ()
) -> Iterator[Route]:
    """All simple ways, by trying out every move in every place."""
    here = gone[-1] if gone else origin
    if gone and here == target:
        yield gone
        return
    after = {
        place
        for move in rulebook.moves
        for place in reached(move, here, rulebook)
        if place != origin
        and place not in gone
        and (step_back or here is None or not is_lower(place, here, rulebook))
    }
    for place in after:
        yield from every_way(rulebook, origin, target, step_back=step_back, gone=(*gone, place))


def places(rulebook: Rulebook) -> list[Origin]:
    return [None, *rulebook.roles_by_place]


@pytest.mark.parametrize("seed", SOME)
def test_the_best_route_is_the_best_of_all_ways(seed: int) -> None:
    chance = Random(seed)
    rulebook = with_moves(SMALL, chance)
    career_map = CareerMap(rulebook)
    for origin in places(rulebook):
        for target in rulebook.roles_by_place:
            for step_back in (False, True):
                if origin == target:
                    continue
                ways = list(every_way(rulebook, origin, target, step_back=step_back))
                search = Search(career_map, origin)
                found = search.best(Wanted(target, step_back=step_back))
                assert not search.exhausted
                assert found == (min(ways, key=search.key) if ways else None)


@pytest.mark.parametrize("seed", SOME)
def test_so_is_one_through_a_specialisation_or_with_a_first_step(seed: int) -> None:
    chance = Random(seed)
    rulebook = with_moves(SMALL, chance)
    career_map = CareerMap(rulebook)
    for target in rulebook.roles_by_place:
        origin = chance.choice([each for each in places(rulebook) if each != target])
        ways = list(every_way(rulebook, origin, target, step_back=True))
        for through in rulebook.specialisation_ids:
            passing = [
                way
                for way in ways
                if through in {place.specialisation for place in (*way, origin) if place}
            ]
            search = Search(career_map, origin)
            found = search.best(Wanted(target, step_back=True, through=through))
            assert found == (min(passing, key=search.key) if passing else None)
        first = frozenset(chance.sample(sorted(rulebook.roles_by_place), 2))
        started = [way for way in ways if way[0] in first]
        search = Search(career_map, origin)
        found = search.best(Wanted(target, step_back=True, first=first))
        assert found == (min(started, key=search.key) if started else None)


def test_every_role_of_ones_own_specialisation_can_be_reached() -> None:
    career_map = CareerMap(SHIPPED)
    for origin in SHIPPED.roles_by_place:
        for level in SHIPPED.level_ids:
            target = Place(origin.specialisation, level)
            wanted = Wanted(target, step_back=is_lower(target, origin, SHIPPED))
            if target != origin:
                assert Search(career_map, origin).best(wanted) is not None, (origin, target)


def test_from_outside_there_is_a_way_to_every_role_but_that_of_a_junior_consultant() -> None:
    search = Search(CareerMap(SHIPPED), None)
    assert {
        target.role for target in SHIPPED.roles_by_place if search.best(Wanted(target)) is None
    } == {"consultant-junior"}


def test_a_search_that_is_out_of_time_finds_nothing_and_says_so() -> None:
    search = Search(CareerMap(SHIPPED), Place("office", "junior"), most=3)
    assert search.best(Wanted(Place("governance", "principal"))) is None
    assert search.exhausted


def test_a_longer_route_than_was_asked_for_is_not_found() -> None:
    search = Search(CareerMap(SHIPPED), Place("office", "junior"))
    target = Place("governance", "principal")
    assert search.best(Wanted(target, most=3)) is None
    assert not search.exhausted
    found = search.best(Wanted(target, most=4))
    assert found is not None
    assert len(found) == 4
