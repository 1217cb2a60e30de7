"""Whole answers: everything that a person reads is in the language that was asked for."""

import json
import re
from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from api.asking import SHIPPED, ask, client_of
from api.looking_up import RESOURCES, look_up
from bench.endpoint import profiles
from languages.answers import texts_in_json, texts_in_page
from languages.words import strangers
from strategies.loaded import loaded

from schemas import json_resume
from service.rulebook.vocabulary import LANGUAGES, Language

RULEBOOK = loaded(SHIPPED)
CLIENT = client_of(SHIPPED)
PROFILES = profiles(RULEBOOK, 60)
CERTIFICATES = sorted((each.name for each in RULEBOOK.certificates), key=len, reverse=True)
"""Names of their own, the longest first; they are the same in every language."""

LOOK_UPS = [
    *(path for path in RESOURCES if "rules" not in path and "certificates" not in path),
    *(
        f"/v1/rulebook/rules?page_size=100&page={page}"
        for page in range(1, len(RULEBOOK.rules) // 100 + 2)
    ),
]


DIGEST = re.compile(r"sha256:[0-9a-f]+")


def strange_texts(texts: Iterable[str], language: Language, *names: str) -> dict[str, list[str]]:
    """The texts with words of the other language, names left out."""
    found = {}
    for text in texts:
        said = DIGEST.sub(" ", text)
        for name in (*names, *CERTIFICATES):
            said = said.replace(name, " ")
        if strange := strangers(said, language):
            found[text] = strange
    return found


def duos() -> list[dict[str, Any]]:
    """Two people with many ratings, so that much is said to them."""
    chance = Random(5)
    competences = [each.id for each in RULEBOOK.competences]
    return [
        {
            side: {"title": title, "competences": {id: chance.randint(1, 5) for id in competences}}
            for side, title in (("pmo", "PMO'er"), ("project_manager", "projectmanager"))
        }
        for _ in range(20)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_is_in_the_language_that_was_asked_for(language: Language) -> None:
    said: set[str] = set()
    for profile in PROFILES:
        answer = ask(CLIENT, profile | {"language": language})
        assert answer.status_code == 200, answer.text
        said.update(texts_in_json(answer.get_json()))
    assert len(said) > 250
    assert strange_texts(said, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_conversation_sheets_are_in_the_language_that_was_asked_for(language: Language) -> None:
    for profile in PROFILES[:30]:
        sheet = CLIENT.post("/v1/conversation-sheets", json=profile | {"language": language})
        lines = texts_in_page(sheet.text)
        assert len(lines) > 30
        assert strange_texts(lines, language, profile["title"]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_two_people_is_in_the_language_that_was_asked_for(
    language: Language,
) -> None:
    said: set[str] = set()
    for duo in duos():
        answer = CLIENT.post("/v1/partnerships", json=duo | {"language": language})
        assert answer.status_code == 200, answer.text
        said.update(texts_in_json(answer.get_json()))
    assert len(said) > 30
    assert strange_texts(said, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations_are_in_the_language_that_was_asked_for(language: Language) -> None:
    chance = Random(5)
    targets = [*(role.id for role in RULEBOOK.roles), "projectmanager"]
    said: set[str] = set()
    for profile in PROFILES[:30]:
        asked = {"profile": profile, "target": chance.choice(targets), "language": language}
        answer = CLIENT.post("/v1/explanations", json=asked)
        assert answer.status_code == 200, answer.text
        explained = answer.get_json()
        said.update(texts_in_json(_without_conditions(explained)))
    assert len(said) > 250
    assert strange_texts(said, language) == {}


def _without_conditions(said: Any) -> Any:
    """Without the conditions, which are in the language of rule files."""
    if isinstance(said, dict):
        return {key: _without_conditions(said[key]) for key in said if key != "condition"}
    return [_without_conditions(each) for each in said] if isinstance(said, list) else said


@pytest.mark.parametrize("language", LANGUAGES)
def test_roadmaps_are_in_the_language_that_was_asked_for(language: Language) -> None:
    chance = Random(6)
    targets = [*(role.id for role in RULEBOOK.roles), "projectmanager"]
    places = [*RULEBOOK.roles_by_place]
    said: set[str] = set()
    for profile in PROFILES:
        place = chance.choice(places)
        current = {"specialisation": place.specialisation, "level": place.level}
        for sent in (profile, profile | {"current": current}):
            aim = {"profile": sent, "target": chance.choice(targets), "language": language}
            answer = CLIENT.post("/v1/roadmaps", json=aim)
            assert answer.status_code == 200, answer.text
            said.update(texts_in_json(answer.get_json()))
    assert len(said) > 250
    assert strange_texts(said, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_would_be_different_is_told_in_the_language_that_was_asked_for(
    language: Language,
) -> None:
    said: set[str] = set()
    for profile, other in zip(PROFILES[:20], PROFILES[20:40], strict=True):
        names = [name for name in other if name not in {"title", "language", "subject"}]
        body = {
            "profile": profile,
            "language": language,
            "variations": [{"name": name, "change": {name: other[name]}} for name in names],
        }
        if names:
            answer = CLIENT.post("/v1/what-if", json=body)
            assert answer.status_code == 200, answer.text
            said.update(texts_in_json(answer.get_json()))
    assert len(said) > 100
    assert strange_texts(said, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_about_a_resume_is_in_the_language_that_was_asked_for(
    language: Language,
) -> None:
    answer = CLIENT.post(
        "/v1/recommendations",
        data=json.dumps(json_resume.EXAMPLE),
        headers={"Content-Type": json_resume.MEDIA_TYPE, "Accept-Language": language},
    )
    said = set(texts_in_json(answer.get_json()["import"]))
    assert len(said) >= 3
    assert strange_texts(said, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", LOOK_UPS)
def test_what_is_looked_up_is_in_the_language_that_was_asked_for(
    path: str, language: Language
) -> None:
    said = [*texts_in_json(look_up(CLIENT, path, language))]
    assert strange_texts(said, language) == {}


def test_the_sentences_of_all_rules_are_among_what_is_looked_up() -> None:
    listed = [look_up(CLIENT, path)["items"] for path in LOOK_UPS if "page=" in path]
    assert {each["id"] for page in listed for each in page} == set(RULEBOOK.rules_by_id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["ratings", "privacy"])
def test_pages_are_in_the_language_that_was_asked_for(page: str, language: Language) -> None:
    lines = texts_in_page(CLIENT.get(f"/docs/{page}?language={language}").text)
    assert len(lines) > 15
    assert strange_texts(lines, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_in_the_other_language_would_be_noticed(language: Language) -> None:
    other = "en" if language == "nl" else "nl"
    for profile in PROFILES[:10]:
        answer = ask(CLIENT, profile | {"language": other}).get_json()
        sentences = [text for text in texts_in_json(answer) if text.endswith((".", "?"))]
        assert len(strange_texts(sentences, language)) == len(set(sentences)) > 0
