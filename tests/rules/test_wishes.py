"""What people write about their wishes, as the shipped goals hear it."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML
from strategies.loaded import reader_for

from service.reading.profile import Profile
from service.reading.reader import Reader

PM = "become-project-manager"
NOT_PM = "not-project-manager"
RULES = Path(__file__).parents[2] / "rules"
TABLE = YAML(typ="safe").load(Path(__file__).with_name("wishes.yaml"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_for(RULES)


def goals_in(reader: Reader, ambition: str, title: str = "PMO'er") -> set[str]:
    return set(reader.read(Profile(title, ambition=ambition)).goals)


@pytest.mark.parametrize(
    "ambition",
    [
        "Ik wil projectmanager worden.",
        "Ik zou wel projectmanager willen worden",
        "Projectmanager zou ik wel willen worden.",
        "Misschien wil ik later wel projectmanager worden",
        "Is projectmanager worden niet de logische volgende stap?",
        "Waarom zou ik geen projectmanager kunnen worden?",
        "Dat lijkt de enige weg omhoog.",
        "Ik zou zelf weleens projecten willen leiden",
        "Liever projectmanager worden dan in PMO blijven",
        "isn't becoming a project manager the logical next step?",
        "Becoming a project manager: that seems the only way up.",
        "I would really like to someday become a project manager",
        "Why can't I become a project manager?",
    ],
)
def test_a_wish_to_become_project_manager_is_heard(reader: Reader, ambition: str) -> None:
    assert PM in goals_in(reader, ambition)


@pytest.mark.parametrize(
    ("ambition", "goals"),
    [
        ("Ik wil geen projectmanager worden", {NOT_PM}),
        ("Ik denk niet dat ik projectmanager wil worden", {NOT_PM}),
        ("Ik hoef niet zo nodig projectmanager te worden", {NOT_PM}),
        ("Is het erg dat ik geen projectmanager wil worden?", {NOT_PM}),
        ("I don't think I want to become a project manager", {NOT_PM}),
        ("Becoming a project manager isn't my goal", {NOT_PM}),
        ("Ik wil leren hoe projectmanagers gecoacht kunnen worden", set()),
        ("Ik wil liever verdiepen dan projectmanager worden", {"deepen", NOT_PM}),
        ("Ik verdiep me liever dan dat ik projectmanager word", {"deepen", NOT_PM}),
        ("Ik wil verdiepen, geen projectmanager worden", {"deepen", NOT_PM}),
        ("Ik wil gewoon PMO'er blijven", {"deepen"}),
        ("I would rather specialise than become a project manager", {"deepen", NOT_PM}),
        ("Ik wil de rechterhand van de projectmanager worden", {"organise-and-support"}),
        ("Ik wil een goede partner voor de projectmanager worden", {"organise-and-support"}),
        ("I want to become the project manager's right hand", {"organise-and-support"}),
        ("Als projectmanager wil ik een betere projectmanager worden", {"stay-project-manager"}),
        ("Ik wil projectmanager blijven", {"stay-project-manager"}),
    ],
)
def test_what_is_not_such_a_wish_is_not_heard_as_one(
    reader: Reader, ambition: str, goals: set[str]
) -> None:
    assert goals_in(reader, ambition) == goals


@pytest.mark.parametrize(
    ("ambition", "goals"),
    [
        ("Ik wil leidinggeven en doorgroeien", {"lead-people", "grow-a-level"}),
        ("Ik wil een stap terug doen en me verdiepen", {"step-back", "deepen"}),
        ("Ik wil graag naar PMO, weg van projectmanagement", {"come-to-pmo"}),
        (
            "I don't want to be a project manager any more, I want to come to PMO",
            {"come-to-pmo", NOT_PM},
        ),
        ("Ik wil projectmanager worden, maar ook een team leiden", {PM, "lead-people"}),
    ],
)
def test_several_wishes_are_heard_beside_each_other(
    reader: Reader, ambition: str, goals: set[str]
) -> None:
    assert goals_in(reader, ambition) == goals


@pytest.mark.parametrize(
    ("sentence", "title", "goals"),
    [
        (sentence, row.get("title", "PMO'er"), set(row["goals"]))
        for row in TABLE
        for sentence in row["sentences"]
    ],
)
def test_a_sentence_states_the_goals_that_the_table_gives(
    reader: Reader, sentence: str, title: str, goals: set[str]
) -> None:
    assert goals_in(reader, sentence, title) == goals
