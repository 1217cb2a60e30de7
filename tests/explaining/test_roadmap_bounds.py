"""A roadmap takes no more time than it may, and says so when that was not enough."""

from pathlib import Path

import pytest
from strategies.loaded import loaded

from service.explaining.roadmap import Found, Roadmap
from service.explaining.roadmap_payload import roadmap_payload
from service.explaining.roadmaps import Roadmaps
from service.reading.aim import Target
from service.reading.profile import Profile
from service.rulebook.vocabulary import Language
from service.serving import serving_of

RULEBOOK = loaded(Path(__file__).parents[2] / "rules")
ADVISOR = serving_of(RULEBOOK).advisor
PROFILE = Profile(title="PMO'er", current_specialisation="office", current_level="junior")
ROLES = {role.id: role for role in RULEBOOK.roles}


def drawn(most: int) -> Roadmap:
    target = Target("assurance-senior", ROLES["assurance-senior"])
    return Roadmaps(RULEBOOK, most).of(ADVISOR.standing(PROFILE), target)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            "Er zijn zoveel wegen van Junior PMO-medewerker naar Senior assurance-reviewer dat "
            "het zoeken is gestopt voordat er een gevonden was. Kies een rol die dichterbij ligt.",
        ),
        (
            "en",
            "There are so many ways from Junior PMO officer to Senior assurance reviewer that the "
            "search ended before one was found. Choose a role that is nearer.",
        ),
    ],
)
def test_without_time_for_any_way_it_says_so(language: Language, text: str) -> None:
    roadmap = drawn(1)
    assert (roadmap.found, roadmap.ways, roadmap.complete) == (Found.STOPPED, (), False)
    assert roadmap_payload(roadmap, RULEBOOK, language)["text"] == text


def test_without_time_for_other_ways_it_gives_the_best_and_says_so() -> None:
    whole = drawn(2_000)
    assert whole.complete
    partial = next(found for most in range(1, 200) if (found := drawn(most)).ways)
    assert (partial.found, partial.complete) == (Found.ROADMAP, False)
    assert partial.ways[0] == whole.ways[0]
    said = roadmap_payload(partial, RULEBOOK, "en")
    assert not said["complete"]
    assert said["text"].endswith(
        "We did not look further for other routes, because there are very many."
    )
