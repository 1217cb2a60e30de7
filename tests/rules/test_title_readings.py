"""Titles in the wild: the shipped titles read them as a career advisor would.

The titles are data: a new one is a line in title_readings.txt, two that are the same one in
title_pairs.txt.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from strategies.loaded import reader_for

from service.reading.model import TitleReading
from service.reading.reader import Reader
from service.reading.spelling import plain
from service.rulebook import Rulebook
from service.rulebook.titles import TitleEntry, TitleForm, TitleKind

LEVELS: tuple[str, ...] = ("junior", "medior", "senior", "lead", "principal")
NOT_PMO = "not pmo"
FEWEST_TITLES = 450
MANY_PROFESSIONS = 300


@dataclass(frozen=True, slots=True)
class Expected:
    title: str
    kind: str
    specialisations: tuple[str, ...] | None
    levels: tuple[str, ...] | None


def _expected(line: str) -> Expected:
    title, reading = (part.strip() for part in line.split("=>"))
    if reading == NOT_PMO:
        return Expected(title, NOT_PMO, None, None)
    kind, *place = reading.split()
    if not place:
        return Expected(title, kind, None, None)
    specialisations, levels = place
    return Expected(title, kind, tuple(specialisations.split(",")), _levels(levels))


def _levels(written: str) -> tuple[str, ...]:
    """A range ("junior-senior"), or the levels themselves ("junior,principal")."""
    if "," in written:
        return tuple(written.split(","))
    lowest, *highest = written.split("-")
    span = slice(LEVELS.index(lowest), LEVELS.index((highest or [lowest])[0]) + 1)
    return tuple(LEVELS[span])


TABLE = tuple(
    _expected(line)
    for line in Path(__file__)
    .with_name("title_readings.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
)

PMO_TITLES = [
    "PMO'er",
    "PMO",
    "Projectsecretaris",
    "Projectondersteuner",
    "Project Support Officer",
    "PMO-teamlead",
    "Hoofd projectenbureau",
    "Manager Projectbeheersing",
    "Programma Governance Officer",
    "EPMO director",
    "Project Assurance Officer",
    "Gateway reviewer",
    "Senior PMO-consultant",
    "PMO-adviseur",
    "Managing consultant PMO",
]
TITLES = [
    *PMO_TITLES,
    "Projectcoördinator",
    "Portfolio manager",
    "Assurance manager",
    "Projectmanager",
    "Programmamanager",
    "Projectcontroller",
    "Scrum master",
    "Managementassistent",
    "Verpleegkundige",
    "Vermogensbeheerder",
    "Software developer",
]
CHANGES = [
    "{} 32-40 uur",
    "{} (24 uur per week)",
    "{} (m/v/x)",
    "Interim {}",
    "{} a.i.",
    "{} (ZZP)",
    "freelance {}",
    "{} - detachering",
    "{}, Den Haag",
    "{} Utrecht",
    "Rotterdam - {}",
    "{} bij Gemeente Almere",
    "Gemeente Almere: {}",
    "{} | afdeling Bedrijfsvoering",
    "{}, afdeling Inkoop",
    "{} (zorg)",
    "{} gezocht",
    "{} schaal 9",
    "{} vacaturenummer 2024-113",
    "Functie: {}",
    "  {}  ",
]
PAIRS = [
    ("PMO'er", "PMO’er"),  # noqa: RUF001
    ("PMO'er", "PMO‘er"),  # noqa: RUF001
    ("PMO'er", "PMO´er"),
    ("PMO'er", "PMO`er"),
    ("PMO'er", "PMOer"),
    ("PMO'er", "PMO-ers"),
    ("Projectondersteuner", "project-ondersteuners"),
    ("Projectondersteuner", "project ondersteunster"),
    ("Projectsecretaris", "projectsecretaressen"),
    ("Projectsecretaris", "Projectsecretaris/-esse"),
    ("PMO-medewerker", "PMO medewerkster"),
    ("PMO-medewerker", "PMO-medewerk(st)er"),
    ("PMO-teamleider", "PMO teamleidster"),
    ("coördinator PMO", "coordinatrice PMO"),
    ("PMO-assistent", "PMO-assistente"),
    ("PMO-adviseur", "PMO adviseuse"),
    ("directeur PMO", "directrice PMO"),
    ("projecttoetser", "projecttoetsster"),
    ("Programma Governance Officer", "Programme-governance officers"),
    ("portfoliocoördinator", "portefeuille-coördinatrice"),
    ("PMO trainer", "PMO-trainster"),
    ("Project Support Officer", "project support officers"),
    ("Managers projectbeheersing", "Manager Projectbeheersing"),
    ("benefits realisation manager", "benefits-realization manager"),
    ("PMO centre of excellence lead", "PMO center of excellence lead"),
    ("Head of portfolio and governance", "Head of Portfolio & Governance"),
    ("Project coordinator", "project co-ordinator"),
    ("projectleider", "projectleidsters"),
    ("begeleider projecten", "begeleidster projecten"),
    ("verpleegkundige", "verpleegkundigen"),
    ("maatschappelijk werker", "maatschappelijk werkster"),
    ("psycholoog", "psychologe"),
]


RULES = Path(__file__).parents[2] / "rules"
SAME = tuple(
    tuple(title.strip() for title in line.split(" = "))
    for line in Path(__file__).with_name("title_pairs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
ROLES: list[dict[str, Any]] = YAML(typ="safe").load(RULES / "roles.yaml")
# Others have these titles too: the specialisation and the level are allowed, work tells the rest.
ROLE_TITLES_WITH_MORE_MEANINGS = {
    "Junior PMO-medewerker",
    "PMO-medewerker",
    "Senior PMO-medewerker",
    "Portfolioanalist",
    "Portfolio analyst",
    "Hoofd assurance",
    "Head of assurance",
    "Junior PMO-consultant",
    "Junior PMO consultant",
    "Senior PMO-consultant",
    "Senior PMO consultant",
}
PLACES_AND_EMPLOYERS = ["Philips", "TU Delft", "ING Bank N.V.", "Ernst & Young", "Zorgspectrum"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_for(RULES)


def _meaning(reading: TitleReading) -> tuple[object, ...]:
    """All that a reading says, without the words that were given."""
    return (
        reading.kinds,
        reading.form,
        reading.specialisations,
        reading.levels,
        reading.usual_specialisation,
        reading.usual_level,
        reading.ambiguous,
    )


@pytest.mark.parametrize("expected", TABLE, ids=[each.title for each in TABLE])
def test_a_title_in_the_wild_is_read_as_an_advisor_reads_it(
    reader: Reader, expected: Expected
) -> None:
    reading = reader.titles.read(expected.title)

    if expected.kind == NOT_PMO:
        assert TitleKind.PMO not in reading.kinds
    else:
        assert "/".join(reading.kinds) == expected.kind
    if expected.specialisations is not None:
        assert reading.specialisations == expected.specialisations
    if expected.levels is not None:
        assert reading.levels == expected.levels


@pytest.mark.parametrize(
    "title",
    [
        *(each.title for each in TABLE if "/" in each.kind or len(each.specialisations or ()) > 1),
        "Project Management Office",
        "Portfolio Management Office",
        "PMO Manager",
        "Projectassistent",
        "Project Management Officer",
    ],
)
def test_a_title_with_more_than_one_meaning_says_so(reader: Reader, title: str) -> None:
    assert reader.titles.read(title).ambiguous


@pytest.mark.parametrize(
    "title",
    ["PMO officer", "Projectsecretaris", "PMO-teamlead", "Gateway reviewer", "PMO-adviseur"],
)
def test_a_title_with_one_meaning_is_not_ambiguous(reader: Reader, title: str) -> None:
    assert not reader.titles.read(title).ambiguous


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("title", TITLES)
def test_what_stands_around_a_title_changes_nothing(
    reader: Reader, title: str, change: str
) -> None:
    alone = reader.titles.read(title)

    assert alone.recognised
    assert _meaning(reader.titles.read(change.format(title))) == _meaning(alone)


@pytest.mark.parametrize(("title", "other"), PAIRS)
def test_spelling_gender_and_number_change_nothing(reader: Reader, title: str, other: str) -> None:
    alone = reader.titles.read(title)

    assert alone.recognised
    assert _meaning(reader.titles.read(other)) == _meaning(alone)


@pytest.mark.parametrize(("title", "other"), SAME, ids=[title for title, _ in SAME])
def test_two_ways_to_write_a_title_are_read_the_same(
    reader: Reader, title: str, other: str
) -> None:
    alone = reader.titles.read(other)

    assert alone.recognised
    assert _meaning(reader.titles.read(title)) == _meaning(alone)


@pytest.mark.parametrize("employer", PLACES_AND_EMPLOYERS)
@pytest.mark.parametrize("title", [each for each in PMO_TITLES if each != "PMO"])
def test_an_employer_behind_a_job_changes_nothing(
    reader: Reader, title: str, employer: str
) -> None:
    alone = reader.titles.read(title)

    assert _meaning(reader.titles.read(f"{title} {employer}")) == _meaning(alone)


def test_another_profession_behind_a_pmo_title_is_never_taken_for_an_employer(
    reader: Reader, rulebook: Rulebook
) -> None:
    seniority = {word for each in rulebook.titles.seniority for word in each.words}
    professions = {
        name
        for entry in rulebook.titles.entries
        if TitleKind.PMO not in entry.kinds and entry.form is TitleForm.JOB
        for name in entry.names
        if " " not in name and plain(name) not in seniority
    }

    read_as_pmo = {
        title
        for profession in professions
        for title in (
            f"Projectsecretaris {profession.capitalize()}",
            f"PMO'er {profession.capitalize()} Rabobank",
        )
        if TitleKind.PMO in reader.titles.read(title).kinds
    }

    assert len(professions) >= MANY_PROFESSIONS
    assert read_as_pmo == set()


@pytest.mark.parametrize("title", PMO_TITLES)
def test_a_pmo_title_before_another_profession_makes_no_pmo_title(
    reader: Reader, title: str
) -> None:
    for profession in ("verpleegkundige", "nurse", "chauffeur", "accountant"):
        assert TitleKind.PMO not in reader.titles.read(f"{title} {profession}").kinds


def test_every_specialisation_has_a_title_of_its_own_at_every_level(rulebook: Rulebook) -> None:
    places = {
        (entry.specialisations[0], level)
        for entry in rulebook.titles.entries
        if entry.kinds == (TitleKind.PMO,) and len(entry.specialisations) == 1
        for level in entry.levels
    }
    wanted = {
        (specialisation.id, level.id)
        for specialisation in rulebook.specialisations
        for level in rulebook.levels
    }

    # A junior consultant is mostly called that and works in an office.
    assert wanted - places == {("consultant", "junior")}


def test_the_titles_cover_the_profession_and_those_around_it(rulebook: Rulebook) -> None:
    assert len(rulebook.titles.entries) >= FEWEST_TITLES
    assert len(TABLE) >= 150  # noqa: PLR2004


def test_no_title_that_may_be_project_management_is_read_as_pmo(rulebook: Rulebook) -> None:
    def mentions(entry: TitleEntry) -> bool:
        return any("project manager" in name or "projectmanager" in name for name in entry.names)

    wrong = [
        entry.id
        for entry in rulebook.titles.entries
        if mentions(entry) and entry.kinds == (TitleKind.PMO,)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", ROLES, ids=[role["role"] for role in ROLES])
def test_the_title_of_a_role_is_read_as_that_role(
    reader: Reader, role: dict[str, Any], language: str
) -> None:
    specialisation, level = role["role"].split("-")
    title = role["title"][language]

    reading = reader.titles.read(title)

    assert TitleKind.PMO in reading.kinds
    assert reading.form is TitleForm.JOB
    assert specialisation in reading.specialisations
    assert level in reading.levels
    if title not in ROLE_TITLES_WITH_MORE_MEANINGS:
        assert reading.specialisations == (specialisation,)
        assert not reading.ambiguous


def test_a_role_has_a_title_in_both_languages() -> None:
    assert len(ROLES) == 20  # noqa: PLR2004
    assert all(set(role["title"]) == {"nl", "en"} for role in ROLES)
