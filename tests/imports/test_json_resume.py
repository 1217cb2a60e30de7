"""A résumé becomes a profile, and everything in it is accounted for."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded

from schemas.json_resume import EXAMPLE
from service.imports import reasons
from service.imports.json_resume import FIELDS, import_resume
from service.imports.model import Imported
from service.imports.positions import tenths_of_years
from service.reading.profile import Profile, ProfileRefused
from service.rulebook import Rulebook

TODAY = date(2026, 11, 24)
LABEL = {"label": "PMO'er"}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return loaded(Path(__file__).parents[2] / "rules")


@pytest.fixture(scope="module")
def read(rulebook: Rulebook) -> Any:
    return lambda **resume: import_resume(resume, rulebook, TODAY)


def outcome(resume: dict[str, Any], rulebook: Rulebook) -> Imported | ProfileRefused:
    try:
        return import_resume(resume, rulebook, TODAY)
    except ProfileRefused as refused:
        return refused


def used(imported: Imported) -> list[tuple[str, str, Any]]:
    return [(each.pointer, each.field, each.value) for each in imported.used]


def ignored(imported: Imported) -> dict[str, str]:
    return {each.pointer: each.why.en for each in imported.ignored}


def test_the_example_is_read_and_accounted_for(rulebook: Rulebook) -> None:
    imported = import_resume(EXAMPLE, rulebook, TODAY)

    assert imported.profile == Profile(
        title="PMO officer", years_in_role=46, certificates=("P3O Foundation",)
    )
    assert used(imported) == [
        ("/work/0/position", "title", "PMO officer"),
        ("/work/0/startDate", "experience.years_in_role", 4.6),
        ("/certificates/0/name", "certificates", "p3o-foundation"),
    ]
    assert [(each.pointer, each.why) for each in imported.ignored] == [
        ("/basics/label", reasons.LABEL_NOT_NEEDED),
        ("/work/0/highlights/0", reasons.recognised_work("progress-reporting")),
        ("/work/0/highlights", reasons.FREE_TEXT),
        ("/work/1", reasons.EARLIER_POSITION),
        ("/certificates", reasons.ONLY_THE_NAME),
        ("/skills/0/level", reasons.LEVEL_IN_WORDS),
        ("/skills", reasons.SKILL_WITHOUT_RATING),
    ]
    assert imported.unknown == (
        "current",
        "experience.years_in_pmo",
        "competences",
        "work",
        "ambition",
        "goals",
    )


def test_everything_personal_is_left_aside_and_not_repeated(read: Any) -> None:
    secrets = {
        "name": "Geheim",
        "email": "geheim@example.org",
        "image": "geheim.jpg",
        "birth": "1980-01-01",
        "gender": "x",
        "location": {"city": "Geheimstad"},
        "profiles": [{"username": "geheim"}],
    }
    imported = read(basics=LABEL | secrets, languages=[{"language": "nl"}])
    why = {f"/basics/{name}": "Not needed for this advice." for name in secrets}
    assert ignored(imported) == why | {"/languages": "Not needed for this advice."}
    assert "eheim" not in repr(imported)


def test_the_summary_is_not_read(read: Any) -> None:
    imported = read(basics=LABEL | {"summary": "Ik wil projectmanager worden."})
    assert ignored(imported) == {"/basics/summary": "Free text is not read."}
    assert imported.profile == Profile(title="PMO'er")


@pytest.mark.parametrize(
    ("work", "place"),
    [
        ([{"position": "a"}], 0),
        ([{"position": "a", "startDate": "2019"}, {"position": "b", "startDate": "2020-05"}], 1),
        ([{"position": "a"}, {"position": "b", "startDate": "1999"}], 1),
        ([{"position": "a", "startDate": "2020"}, {"position": "b", "startDate": "2020"}], 0),
        ([{"position": "a", "startDate": "2026-12"}, {"position": "b"}], 1),
        ([{"position": "a", "endDate": "2026-11-24"}, {"position": "b"}], 1),
        ([{"position": "a", "endDate": "2026"}, {"position": "b"}], 1),
        ([{"position": "a", "startDate": "2026", "endDate": "2026-11-25"}, {"position": "b"}], 0),
        ([{"startDate": "2026"}, {"position": "b", "startDate": "2001"}], 1),
        ([{"position": "a", "endDate": ""}], 0),
    ],
    ids=str,
)
def test_the_present_position_that_began_last_gives_the_title(
    read: Any, work: list[dict[str, str]], place: int
) -> None:
    imported = read(basics={"label": "label"}, work=work)
    assert imported.profile.title == work[place]["position"]
    assert used(imported)[0][0] == f"/work/{place}/position"


def test_without_a_present_position_the_label_gives_the_title_and_no_years(read: Any) -> None:
    imported = read(basics=LABEL, work=[{"position": "a", "startDate": "2010", "endDate": "2020"}])
    assert imported.profile == Profile(title="PMO'er")
    assert ignored(imported) == {"/work/0": "An earlier position: only the present one counts."}


@pytest.mark.parametrize(
    ("start", "tenths"),
    [
        ("2026-11-24", 0),
        ("2025-11-24", 10),
        ("2025-11-25", 9),
        ("2022-03-15", 46),
        ("2022-03", 46),
        ("2020", 58),
        ("2026", 0),
        ("2024-02-29", 27),
        ("1966-11-24", 600),
        ("1960", None),
    ],
)
def test_years_are_whole_tenths_that_have_certainly_passed(
    read: Any, start: str, tenths: int | None
) -> None:
    imported = read(work=[{"position": "PMO'er", "startDate": start}])
    assert imported.profile.years_in_role == tenths
    assert ("/work/0/startDate" in ignored(imported)) is (tenths is None)


@given(st.dates(date(1950, 1, 1), date(2026, 11, 24)), st.integers(0, 400))
def test_years_grow_with_the_day_and_are_whole_on_each_anniversary(start: date, days: int) -> None:
    until = date.fromordinal(start.toordinal() + days)
    assert tenths_of_years(start, start) == 0
    assert 0 <= tenths_of_years(start, until) <= 11
    assert tenths_of_years(start, until) <= tenths_of_years(start, TODAY.replace(year=2050))
    if (start.month, start.day) != (2, 29):
        assert tenths_of_years(start, start.replace(year=start.year + 3)) == 30


def test_certificates_that_are_there_are_the_complete_list(read: Any) -> None:
    certificates = [{"name": "P3O Foundation", "date": "2020"}, {"name": "Zwemdiploma A"}, {}]
    imported = read(basics=LABEL, certificates=certificates)
    assert imported.profile.certificates == ("P3O Foundation", "Zwemdiploma A")
    assert used(imported)[1:] == [("/certificates/0/name", "certificates", "p3o-foundation")]
    assert ignored(imported) == {
        "/certificates/1/name": "Vakpad does not know this certificate.",
        "/certificates/2": "This certificate has no name.",
        "/certificates": "Of a certificate only the name counts.",
    }
    assert "certificates" not in imported.unknown


def test_an_empty_list_of_certificates_is_known_to_be_empty(read: Any) -> None:
    imported = read(basics=LABEL, certificates=[])
    assert imported.profile.certificates == ()
    assert used(imported)[1:] == [("/certificates", "certificates", ())]


@pytest.mark.parametrize("resume", [{}, {"certificates": None}, {"certificates": [{}]}], ids=str)
def test_certificates_that_are_not_named_are_unknown(read: Any, resume: dict[str, Any]) -> None:
    imported = read(basics=LABEL, **resume)
    assert imported.profile.certificates is None
    assert "certificates" in imported.unknown


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("RAID register", ["raid-log"]),
        ("Maintaining the RAID log for twelve projects", ["raid-log"]),
        ("Portfoliorapportage voor de directie", ["portfolio-report"]),
        ("minutes", ["minutes-and-actions"]),
        ("Saved ten minutes a day", []),
        ("Anything else", []),
    ],
)
def test_work_that_is_recognised_is_named_and_not_used(
    read: Any, text: str, ids: list[str]
) -> None:
    for imported, pointer in (
        (read(work=[{"position": "PMO'er", "highlights": ["x", text]}]), "/work/0/highlights/1"),
        (read(basics=LABEL, skills=[{"name": text}]), "/skills/0/name"),
        (read(basics=LABEL, skills=[{"keywords": [text]}]), "/skills/0/keywords/0"),
    ):
        found = [each.why for each in imported.ignored if each.pointer == pointer]
        assert found == [reasons.recognised_work(id) for id in ids]
        assert imported.profile.work is None
        assert "work" in imported.unknown


def test_every_reason_says_something_else_in_each_language() -> None:
    texts = [reasons.recognised_work("raid-log")]
    texts += [text for name, text in vars(reasons).items() if name.isupper()]
    for text in texts:
        assert text.nl != text.en
        assert text.nl.endswith(".")
        assert text.en.endswith(".")


SECTIONS = (
    *("basics", "work", "certificates", "skills", "education", "meta", "$schema", "a/b~c"),
    *("languages", "volunteer"),
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["2020", "é"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)
WORDS = st.sampled_from(["PMO'er", "P3O Foundation", "RAID log", "x", ""]) | st.text(max_size=9)
DATES = st.sampled_from(["", "1950", "2019", "2020-02", "2026-11-24", "2026-12", "2030"])


def objects(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields | {"other": JSON})


POSITIONS = objects(
    position=WORDS,
    name=WORDS,
    startDate=DATES,
    endDate=DATES,
    summary=WORDS,
    highlights=st.lists(WORDS, max_size=3),
)
RESUMES = objects(
    basics=objects(label=WORDS, name=WORDS, summary=WORDS, location=JSON),
    work=st.lists(POSITIONS, max_size=4),
    certificates=st.lists(objects(name=WORDS, date=JSON), max_size=3),
    skills=st.lists(objects(name=WORDS, level=JSON, keywords=st.lists(WORDS)), max_size=3),
    education=JSON,
    meta=JSON,
)


def _leaves(value: Any, pointer: str = "") -> list[str]:
    """The pointer of everything in a document that says something."""
    if isinstance(value, dict):
        items = [(str(name), each) for name, each in value.items()]
    elif isinstance(value, list):
        items = [(str(place), each) for place, each in enumerate(value)]
    else:
        blank = value is None or (isinstance(value, str) and not value.strip())
        return [] if blank else [pointer]
    names = [(name.replace("~", "~0").replace("/", "~1"), each) for name, each in items]
    return [leaf for name, each in names for leaf in _leaves(each, f"{pointer}/{name}")]


@settings(max_examples=150, deadline=None)
@given(resume=RESUMES)
def test_nothing_is_dropped_in_silence(rulebook: Rulebook, resume: dict[str, Any]) -> None:
    imported = outcome(resume, rulebook)
    if isinstance(imported, ProfileRefused):
        return
    told = {each.pointer for each in (*imported.used, *imported.ignored)}
    for leaf in _leaves(resume):
        assert any(leaf == each or leaf.startswith(f"{each}/") for each in told), leaf
    assert {each.field for each in imported.used} - {"title"} == set(FIELDS) - {*imported.unknown}
    assert len(imported.used) == len({each.pointer for each in imported.used})


@settings(max_examples=150, deadline=None)
@given(resume=st.dictionaries(st.sampled_from(SECTIONS), JSON))
def test_whatever_it_is_it_is_read_or_refused_with_pointers(
    rulebook: Rulebook, resume: dict[str, Any]
) -> None:
    imported = outcome(resume, rulebook)
    if isinstance(imported, ProfileRefused):
        assert imported.errors
        assert all(error.pointer.startswith("/") for error in imported.errors)
    else:
        assert imported.profile.title
