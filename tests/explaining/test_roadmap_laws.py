"""Laws of roadmaps, over HTTP: what holds for every profile, every role and both languages."""

from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from api.asking import client_of
from bench.endpoint import profiles
from languages.answers import texts_in_json
from strategies.loaded import loaded

from service.catalogue.career_map import career_map_payload
from service.rulebook.titles import TitleKind

RULES = Path(__file__).parents[2] / "rules"
RULEBOOK = loaded(RULES)
CLIENT = client_of(RULES)
ROLES = {role.id: role for role in RULEBOOK.roles}
ALLOWED = {
    (step["origin"], step["target"], step["kind"], step["move"])
    for step in career_map_payload(RULEBOOK, "en")["moves"]
}
LEVELS = RULEBOOK.level_ids
PROFILES = profiles(RULEBOOK, 60)


def asked() -> list[tuple[dict[str, Any], str]]:
    chance = Random(7)
    placed = [
        {**profile, "current": {"specialisation": specialisation, "level": level}}
        for profile, (specialisation, level) in zip(
            PROFILES[:20], product(RULEBOOK.specialisation_ids, LEVELS), strict=False
        )
    ]
    sent = [(profile, chance.choice([*ROLES])) for profile in [*PROFILES, *placed] * 2]
    return [*sent, *(({**profile, "goals": ["step-back"]}, role) for profile, role in sent[::5])]


ASKED = asked()


def roadmap(profile: Any, target: str, language: str) -> Any:
    answer = CLIENT.post(
        "/v1/roadmaps", json={"profile": profile, "target": target, "language": language}
    )
    assert answer.status_code == 200, answer.text
    return answer.get_json()


@pytest.fixture(scope="module")
def drawn() -> list[tuple[dict[str, Any], str, Any]]:
    return [(profile, target, roadmap(profile, target, "en")) for profile, target in ASKED]


def ways(said: Any) -> list[Any]:
    return [*([said["roadmap"]] if said["roadmap"] else []), *said["alternatives"]]


def test_there_are_roadmaps_to_look_at(drawn: Any) -> None:
    found = [said for _, _, said in drawn if said["outcome"] == "roadmap"]
    assert len(found) > 60
    assert any(said["alternatives"] for said in found)
    assert any(said["start"] is None for said in found)


def test_every_step_is_a_move_of_one_level_at_most(drawn: Any) -> None:
    for _, _, said in drawn:
        for way in ways(said):
            origin = said["start"] and said["start"]["role"]
            for step in way["steps"]:
                move = step["allowed_by"]["move"]
                assert (origin, step["role"], step["move"], move) in ALLOWED
                assert step["origin"] == origin
                if origin is not None:
                    low, high = LEVELS.index(ROLES[origin].place.level), step["level"]
                    assert abs(LEVELS.index(high) - low) <= 1
                origin = step["role"]


def test_every_way_ends_at_the_target_and_comes_nowhere_twice(drawn: Any) -> None:
    for _, target, said in drawn:
        for way in ways(said):
            passed = [step["role"] for step in way["steps"]]
            assert passed[-1] == target
            assert len(set(passed)) == len(passed)
            if said["outcome"] == "roadmap":
                assert (said["start"] and said["start"]["role"]) not in passed


def test_every_way_is_another_and_none_is_much_longer(drawn: Any) -> None:
    for _, _, said in drawn:
        passed = [tuple(step["role"] for step in way["steps"]) for way in ways(said)]
        assert len(set(passed)) == len(passed) <= 3
        for way in passed[1:]:
            assert len(passed[0]) <= len(way) <= len(passed[0]) + 1


def test_nobody_goes_down_unasked(drawn: Any) -> None:
    for _, _, said in drawn:
        down = [step for way in ways(said) for step in way["steps"] if step["move"] == "step-back"]
        assert not down or "step-back" in said["reading"]["goals"]


def test_what_is_unknown_is_never_missing(drawn: Any) -> None:
    for _, _, said in drawn:
        unknown = set(said["reading"]["unknown"])
        for step in (step for way in ways(said) for step in way["steps"]):
            known = {(ask["kind"], ask["id"]) for ask in step["asks"] if ask["known"]}
            for gap in step["gaps"]:
                assert (gap["kind"], gap["id"]) in known
                family = {"certificate": "certificates", "work": "work"}.get(
                    gap["kind"], f"competence.{gap['id']}"
                )
                assert family not in unknown


def test_every_role_on_the_way_is_one_inside_pmo(drawn: Any) -> None:
    for _, _, said in drawn:
        for step in (step for way in ways(said) for step in way["steps"]):
            assert step["role"] in ROLES
            read = CLIENT.get("/v1/titles", query_string={"q": step["title"]}).get_json()
            assert read["kind"] != TitleKind.PROJECT_MANAGEMENT


def test_only_the_first_step_is_judged_today(drawn: Any) -> None:
    for _, _, said in drawn:
        for way in ways(said):
            judged = [step["today"] is not None for step in way["steps"]]
            assert judged == [True, *[False] * (len(judged) - 1)]


def test_a_first_step_that_is_advised_is_one_that_is_recommended(drawn: Any) -> None:
    for profile, _, said in drawn[::4]:
        advice = CLIENT.post("/v1/recommendations", json=profile).get_json()
        advised = {each["role"] for each in advice["recommendations"]}
        for step in (way["steps"][0] for way in ways(said)):
            assert (step["today"]["verdict"] == "advised") == (step["role"] in advised)
            if step["move"] == "entry":
                assert step["role"] in advised


def test_the_time_of_a_way_is_that_of_its_steps(drawn: Any) -> None:
    for _, _, said in drawn:
        for way in ways(said):
            times = [step["time"] for step in way["steps"]]
            if way["time"] is None:
                assert None in times
            else:
                sums = [sum(each["years"][bound] for each in times) for bound in (0, 1)]
                assert way["time"]["years"] == pytest.approx(sums)


def test_what_there_is_no_way_for_is_said(drawn: Any) -> None:
    for _, _, said in drawn:
        assert len(said["text"]) > 40
        if said["outcome"] not in {"roadmap", "already_there"}:
            assert not ways(said)


def test_it_says_it_is_advice_and_hears_every_wish(drawn: Any) -> None:
    for _, _, said in drawn:
        rules = [each["rule"] for each in said["messages"]]
        assert rules[-1] == "guardrail-10"
        assert ("guardrail-7" in rules) == ("become-project-manager" in said["reading"]["goals"])
        passes = {step["specialisation"] for way in ways(said) for step in way["steps"]}
        assert ("guardrail-6" in rules) == ("assurance" in passes)


def test_the_same_question_gets_the_same_answer(drawn: Any) -> None:
    for profile, target, said in drawn[::6]:
        assert roadmap(profile, target, "en") == said


def test_both_languages_say_the_same(drawn: Any) -> None:
    """All but the texts for people is the same, and those are others."""
    for profile, target, said in drawn[::3]:
        nl = roadmap(profile, target, "nl")
        assert without_texts(nl) == without_texts(said)
        assert nl["text"] != said["text"]
        assert not {*sentences(nl)} & {*sentences(said)}


TEXTS = {"text", "title", "description", "about", "source", "purpose", "language"}


def without_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: without_texts(each)
            for key, each in value.items()
            if not (key in TEXTS and isinstance(each, str))
        }
    return [without_texts(each) for each in value] if isinstance(value, list) else value


def sentences(said: Any) -> list[str]:
    return [text for text in texts_in_json(said) if text.endswith((".", "?"))]
