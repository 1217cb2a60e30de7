"""The eleven titles of the article that Vakpad starts from, read by the shipped rulebook."""

from pathlib import Path

import pytest
from strategies.loaded import loaded, reader_for

from service.reading.profile import Profile
from service.reading.reader import Reader
from service.rulebook.titles import TitleForm, TitleKind

RULES = Path(__file__).resolve().parents[2] / "rules"

JOB, UNIT = TitleForm.JOB, TitleForm.UNIT

SEED = [
    ("Project Management Office", UNIT, ("office",), True),
    ("Programma Management Office", UNIT, ("office",), True),
    ("Portfolio Management Office", UNIT, ("governance",), True),
    ("Project Support Office", UNIT, ("office",), False),
    ("Programma Governance Office", UNIT, ("governance",), False),
    ("Project bureaumedewerker", JOB, ("office",), False),
    ("Project Assurance Office", UNIT, ("assurance",), False),
    ("Manager Projectbeheersing", JOB, ("governance",), False),
    ("Projectsecretaris", JOB, ("office",), False),
    ("PMO-teamlead", JOB, ("office",), False),
    ("PMO-consultant", JOB, ("office", "consultant"), True),
]
LEVELS = {
    "Project Support Office": ("junior", "medior"),
    "Programma Governance Office": ("medior", "senior"),
    "Project bureaumedewerker": ("junior", "medior"),
    "Project Assurance Office": ("medior", "senior"),
    "Manager Projectbeheersing": ("senior", "lead"),
    "Projectsecretaris": ("junior", "medior"),
    "PMO-teamlead": ("lead",),
}


@pytest.fixture(scope="module")
def shipped() -> Reader:
    return reader_for(RULES)


@pytest.mark.parametrize(("title", "form", "specialisations", "ambiguous"), SEED)
def test_a_title_of_the_seed_is_a_pmo_title(
    shipped: Reader,
    title: str,
    form: TitleForm,
    specialisations: tuple[str, ...],
    ambiguous: bool,
) -> None:
    reading = shipped.titles.read(title)

    assert reading.kind is TitleKind.PMO
    assert reading.form is form
    assert reading.specialisations == specialisations
    assert reading.ambiguous is ambiguous


@pytest.mark.parametrize(("title", "levels"), LEVELS.items())
def test_a_title_of_the_seed_allows_these_levels(
    shipped: Reader, title: str, levels: tuple[str, ...]
) -> None:
    assert shipped.titles.read(title).levels == levels


@pytest.mark.parametrize("title", [title for title, *_ in SEED])
@pytest.mark.parametrize(
    "changed", ["{} (m/v/x)", "{} 32-36 uur", "{} bij Gemeente Utrecht", "{}, Utrecht", "  {} "]
)
def test_what_stands_around_a_title_of_the_seed_does_not_matter(
    shipped: Reader, title: str, changed: str
) -> None:
    assert shipped.titles.read(changed.format(title)).entry == shipped.titles.read(title).entry


@pytest.mark.parametrize("title", [title for title, *_ in SEED])
def test_capitals_and_separators_in_a_title_of_the_seed_do_not_matter(
    shipped: Reader, title: str
) -> None:
    entry = shipped.titles.read(title).entry

    assert shipped.titles.read(title.upper()).entry == entry
    assert shipped.titles.read(title.replace(" ", "-")).entry == entry
    assert shipped.titles.read(title.replace("-", " ")).entry == entry
    assert shipped.titles.read(title.replace(" ", "").replace("-", "")).entry == entry


def test_every_name_in_the_shipped_titles_is_read_as_its_own_entry() -> None:
    rulebook = loaded(RULES)
    reader = reader_for(RULES)

    wrong = [
        (entry.id, name, reading.entry)
        for entry in rulebook.titles.entries
        for name in entry.names
        if (reading := reader.titles.read(name)).entry != entry.id
    ]

    assert wrong == []


def test_every_phrase_in_the_shipped_goals_states_its_own_goal() -> None:
    rulebook = loaded(RULES)
    reader = reader_for(RULES)

    dead = [
        (goal.id, phrase)
        for goal in rulebook.goals
        for phrase in goal.phrases
        if goal.id not in reader.read(Profile("x", ambition=phrase.replace("...", " x "))).goals
    ]

    assert dead == []


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Projectsecretaris", "Projectsecretaresse"),
        ("PMO-medewerker", "PMO-medewerkster"),
        ("projectleider", "projectleidster"),
        ("coördinator PMO", "coördinatrice PMO"),
        ("projectassistent", "projectassistente"),
        ("PMO-adviseur", "PMO-adviseuse"),
        ("PMO director", "PMO-directrice"),
    ],
)
def test_gender_never_changes_a_reading(shipped: Reader, title: str, other: str) -> None:
    one, two = shipped.titles.read(title), shipped.titles.read(other)

    assert one.recognised
    assert (one.entry, one.levels, one.usual_level) == (two.entry, two.levels, two.usual_level)


@pytest.mark.parametrize("title", ["PMO nurse", "PMO-verpleegkundige", "PMO department head"])
def test_a_pmo_word_in_another_profession_makes_no_pmo_title(shipped: Reader, title: str) -> None:
    assert not shipped.titles.read(title).recognised
