import pytest

from service.reading.model import TitleReading
from service.reading.reader import Reader
from service.reading.spelling import SameWords
from service.reading.title_names import TitleNames
from service.rulebook.titles import TitleEntry, TitleForm, TitleKind, TitleList

LEVELS = ("junior", "medior", "senior", "lead", "principal")


def _entry(id: str, name: str, kind: TitleKind) -> TitleEntry:
    return TitleEntry(id, (name,), (kind,), TitleForm.JOB, (), LEVELS, None, None, False)


def entry_of(reader: Reader, title: str) -> str | None:
    return reader.titles.read(title).entry


def levels_of(reader: Reader, title: str) -> tuple[str, ...]:
    return reader.titles.read(title).levels


def test_a_recognised_title_is_read_with_all_that_it_allows(reader: Reader) -> None:
    assert reader.titles.read(" PMO'er ") == TitleReading(
        given="PMO'er",
        entry="pmo-er",
        kind=TitleKind.PMO,
        kinds=(TitleKind.PMO,),
        form=TitleForm.JOB,
        specialisations=("office", "governance"),
        levels=("junior", "medior", "senior"),
        usual_specialisation="office",
        usual_level="medior",
        ambiguous=True,
    )


def test_an_unrecognised_title_says_nothing_but_what_was_given(reader: Reader) -> None:
    assert reader.titles.read("Kapitein") == TitleReading(
        "Kapitein", None, None, (), None, (), (), None, None, ambiguous=False
    )


def test_a_title_of_two_kinds_has_no_kind_and_is_ambiguous(reader: Reader) -> None:
    reading = reader.titles.read("projectmedewerkster")

    assert reading.kind is None
    assert reading.kinds == (TitleKind.PMO, TitleKind.OUTSIDE)
    assert reading.recognised
    assert reading.ambiguous


def test_a_container_is_ambiguous_and_a_plain_title_is_not(reader: Reader) -> None:
    assert reader.titles.read("PMO").ambiguous
    assert reader.titles.read("PMO").form is TitleForm.UNIT
    assert not reader.titles.read("PMO officer").ambiguous


@pytest.mark.parametrize(
    "title",
    [
        "PMO’er",  # noqa: RUF001
        "PMO‘er",  # noqa: RUF001
        "PMO´er",
        "PMO`er",
        "PMO-er",
        "PMOer",
        "PMO er",
        "pmo'ER",
        "P.M.O.-er",
        "ＰＭＯ'er",  # noqa: RUF001
        "PMO'ers",
        "PMO-medewerker",
        "PMO medewerkster",
        "PMO_medewerkers",
        "💼 PMO'er 💼",
        "\u202ePMO'er",
    ],
)
def test_spelling_gender_and_number_do_not_change_a_reading(reader: Reader, title: str) -> None:
    plain = reader.titles.read("PMO'er")
    reading = reader.titles.read(title)

    assert reading.given == title
    assert (reading.entry, reading.levels, reading.usual_level) == (
        plain.entry,
        plain.levels,
        plain.usual_level,
    )


@pytest.mark.parametrize(
    ("title", "entry"),
    [
        ("projectsecretaresse", "project-secretary"),
        ("project secretaris", "project-secretary"),
        ("Project-Secretaresses", "project-secretary"),
        ("projectsecretarissen", "project-secretary"),
        ("projectsecretaris/secretaresse", "project-secretary"),
        ("projectsecretaris/-esse", "project-secretary"),
        ("projectassistente", "project-assistant"),
        ("project assistant", "project-assistant"),
        ("projectassistent(e)", "project-assistant"),
        ("project-ondersteuners", "project-supporter"),
        ("managers projectbeheersing", "controls"),
        ("Project manager", "project-manager"),
        ("Project managers", "project-manager"),
        ("program manager", "programme-manager"),
        ("programmemanager", "programme-manager"),
        ("projectleidster", "project-leader"),
    ],
)
def test_a_name_is_recognised_however_it_is_written(reader: Reader, title: str, entry: str) -> None:
    assert entry_of(reader, title) == entry


@pytest.mark.parametrize(
    "added",
    [
        " (m/v/x)",
        " 32-36 uur",
        " (m/v/x) 32-36 uur",
        ", 0,8 fte",
        " schaal 9",
        " #1234",
        " req. 2024-113",
        " bij Gemeente Utrecht",
        ", IT department",
        ", department Finance",
        " department of Finance",
        " - Utrecht",
        " – Utrecht",  # noqa: RUF001
        " @ Philips",
        " | afdeling Inkoop",
        " afdeling Inkoop",
        " regio Zuid",
        " te Utrecht",
        " (Utrecht)",
        ", Utrecht / Rotterdam",
        " | afdeling Inkoop | Gemeente Utrecht",
        " - PMO",
        " (zzp)",
        " a.i.",
    ],
)
@pytest.mark.parametrize("name", ["PMO officer", "projectsecretaresse", "Projectmanager"])
def test_what_stands_around_a_name_does_not_change_a_reading(
    reader: Reader, name: str, added: str
) -> None:
    alone = reader.titles.read(name)
    reading = reader.titles.read(name + added)

    assert reading.entry == alone.entry
    assert reading.levels == alone.levels
    assert reading.kind is alone.kind


@pytest.mark.parametrize(
    "title",
    [
        "PMO nurse",
        "nurse PMO",
        "PMO-nurse",
        "PMO'er van de verpleging",
        "chief PMO'er",
        "PMO department head",
        "assistent-PMO'er",
        "Utrecht - PMO'er",
        "PMO'er / kapitein",
        "PMO'er en kapitein",
        "kapitein/PMO officer",
        "projectmanagerr",
        "senior",
        "junior lead",
        "interim",
        "bij",
        "-",
        "",
    ],
)
def test_what_is_not_a_known_name_as_a_whole_is_not_recognised(reader: Reader, title: str) -> None:
    assert entry_of(reader, title) is None


@pytest.mark.parametrize(
    ("title", "levels"),
    [
        ("senior PMO officer", ("senior",)),
        ("PMO officer senior", ("senior",)),
        ("Sr. PMO officer", ("senior",)),
        ("senior-PMO-officer", ("senior",)),
        ("PMO officer (junior)", ("junior",)),
        ("PMO officer, Utrecht (senior)", ("senior",)),
        ("interim senior PMO officer", ("senior",)),
        ("senior interim PMO officer", ("senior",)),
        ("mid-level PMO officer", ("medior",)),
        ("ervaren PMO officer", ("medior", "senior")),
        ("ervaren senior PMO officer", ("senior",)),
        ("medior/senior PMO officer", ("medior", "senior")),
        ("PMO officer medior - senior", ("medior", "senior")),
        ("senior projectassistent", ("senior",)),
        ("ervaren projectsecretaresse", ("medior",)),
        ("lead PMO officer", ("lead",)),
        ("PMO lead", ("lead",)),
        ("projectmanager", LEVELS),
        ("senior projectmanager", ("senior",)),
        ("junior project manager bij Philips", ("junior",)),
    ],
)
def test_a_seniority_word_says_which_levels_are_left(
    reader: Reader, title: str, levels: tuple[str, ...]
) -> None:
    assert levels_of(reader, title) == levels


def test_a_name_that_holds_a_seniority_word_is_looked_up_as_a_whole_first(
    reader: Reader,
) -> None:
    assert entry_of(reader, "PMO-lead") == "pmo-lead"
    assert entry_of(reader, "senior PMO lead") == "pmo-lead"


def test_the_usual_level_stays_only_where_it_is_still_allowed(reader: Reader) -> None:
    assert reader.titles.read("ervaren PMO'er").usual_level == "medior"
    assert reader.titles.read("senior PMO'er").usual_level is None
    assert reader.titles.read("senior PMO'er").usual_specialisation == "office"


@pytest.mark.parametrize(
    "title",
    [
        "PMO'er / PMO analyst",
        "PMO'er en PMO analyst",
        "PMO'er, PMO analyst",
        "PMO analyst + PMO'er bij Philips",
        "PMO'er (PMO analyst)",
        "PMO'er/analyst",
    ],
)
def test_two_titles_are_taken_together(reader: Reader, title: str) -> None:
    reading = reader.titles.read(title)

    assert reading.kinds == (TitleKind.PMO,)
    assert reading.specialisations == ("office", "governance")
    assert reading.levels == ("junior", "medior", "senior")
    assert reading.ambiguous


def test_two_titles_have_a_usual_specialisation_only_when_they_agree(reader: Reader) -> None:
    assert reader.titles.read("PMO'er / projectsecretaris").usual_specialisation == "office"
    assert reader.titles.read("PMO'er / PMO analyst").usual_specialisation is None


def test_two_titles_keep_their_own_seniority(reader: Reader) -> None:
    assert levels_of(reader, "junior PMO officer / lead PMO analyst") == ("junior", "lead")


def test_two_titles_of_different_kinds_have_no_kind(reader: Reader) -> None:
    reading = reader.titles.read("PMO'er / projectmanager")

    assert reading.kind is None
    assert reading.kinds == (TitleKind.PMO, TitleKind.PROJECT_MANAGEMENT)
    assert reading.ambiguous


@pytest.mark.parametrize(
    "title",
    [
        "Project-/programmamanager",
        "project- en programmamanager",
        "Project and Programme Manager",
        "programmamanager/projectmanager",
    ],
)
def test_two_titles_may_share_a_word(reader: Reader, title: str) -> None:
    assert reader.titles.read(title).kind is TitleKind.PROJECT_MANAGEMENT


def test_a_job_in_a_unit_is_the_job(reader: Reader) -> None:
    assert reader.titles.read("PMO - projectsecretaris").form is TitleForm.JOB
    assert entry_of(reader, "PMO - projectsecretaris") == "project-secretary"
    assert entry_of(reader, "PMO - nurse") == "nurse"


@pytest.mark.parametrize(
    "employer",
    ["Philips", "ABN AMRO", "Bank of England", "Hogeschool van Amsterdam", "Philips Healthcare"],
)
@pytest.mark.parametrize("name", ["PMO officer", "projectsecretaresse", "Projectmanager"])
def test_an_employer_with_a_capital_needs_no_sign(reader: Reader, name: str, employer: str) -> None:
    alone = reader.titles.read(name)
    for title in (
        f"{name} {employer}",
        f"{name} {employer} (m/v), Utrecht",
        f"Sr. {name} {employer}",
    ):
        reading = reader.titles.read(title)
        assert (reading.entry, reading.kind) == (alone.entry, alone.kind)


@pytest.mark.parametrize(
    "title",
    [
        "PMO officer philips",
        "PMO OFFICER PHILIPS",
        "PMO Philips",
        "PMO officer Nurse",
        "PMO officer Nurse Philips",
        "PMO officer Philips Nurse",
        "PMO officer Imker",
        "PMO officer Beekeeper",
        "PMO officer Verloskundige",
        "PMO officer Philips verpleging",
        "projectmedewerker Philips",
        "Philips PMO officer",
    ],
)
def test_what_may_not_be_an_employer_is_not_left_out(reader: Reader, title: str) -> None:
    assert entry_of(reader, title) is None


def test_an_abbreviation_that_is_written_out_as_something_else_is_something_else(
    reader: Reader,
) -> None:
    assert entry_of(reader, "PMO (Private Medical Officer)") is None
    assert entry_of(reader, "PMO - Patient Monitoring Office") is None
    assert entry_of(reader, "PMO (Utrecht)") == "pmo"
    assert entry_of(reader, "PMO officer (Private Medical Office)") is None


def test_a_job_that_may_be_pmo_is_it_in_a_pmo(reader: Reader) -> None:
    assert reader.titles.read("projectmedewerker, PMO").kind is TitleKind.PMO
    assert reader.titles.read("projectmedewerker, afdeling PMO").kind is TitleKind.PMO
    assert reader.titles.read("projectmedewerker & PMO").kind is None
    assert reader.titles.read("Projectmanager, PMO").kind is TitleKind.PROJECT_MANAGEMENT


def test_a_pmo_may_stand_before_a_name_or_behind_it(reader: Reader) -> None:
    assert entry_of(reader, "officer PMO") == "pmo-officer"
    assert entry_of(reader, "senior officer PMO Utrecht") == "pmo-officer"


def test_a_level_far_below_the_name_contradicts_it(reader: Reader) -> None:
    far, near = reader.titles.read("junior PMO lead"), reader.titles.read("senior PMO lead")

    assert far.contradictory
    assert far.levels == ("junior", "lead")
    assert far.usual_level is None
    assert not near.contradictory
    assert not reader.titles.read("lead projectassistent").contradictory


def test_a_title_can_be_explained(reader: Reader) -> None:
    explanation = reader.titles.explain("Interim senior PMO officer bij Gemeente Utrecht")

    assert explanation is not None
    assert [(name.entry.id, name.seniority) for name in explanation.names] == [
        ("pmo-officer", (("senior",),))
    ]
    assert explanation.dropped == (("utrecht",),)


def test_likeness_gives_a_suggestion_and_never_a_reading(reader: Reader) -> None:
    assert entry_of(reader, "projectsecretarus") is None
    assert reader.suggest_title("projectsecretarus (m/v)") == "Projectsecretaris"
    assert reader.suggest_title("kapitein") is None


def test_a_unit_that_is_joined_to_a_job_of_another_kind_is_a_second_job(reader: Reader) -> None:
    assert reader.titles.read("PMO & projectmanager").kinds == (
        TitleKind.PMO,
        TitleKind.PROJECT_MANAGEMENT,
    )
    assert entry_of(reader, "PMO / PMO officer") == "pmo-officer"


def test_a_job_has_the_level_that_its_unit_says(reader: Reader) -> None:
    assert levels_of(reader, "Senior PMO (PMO officer)") == ("senior",)
    assert levels_of(reader, "Senior PMO (junior PMO officer)") == ("junior",)


@pytest.mark.parametrize(
    ("title", "entry", "levels"),
    [
        ("Analyst, PMO", "pmo-analyst", LEVELS[:3]),
        ("Senior Analyst - PMO", "pmo-analyst", ("senior",)),
        ("Manager - PMO", None, ()),
        ("Nurse, PMO", "nurse", LEVELS),
    ],
)
def test_a_name_may_stand_the_other_way_round(
    reader: Reader, title: str, entry: str | None, levels: tuple[str, ...]
) -> None:
    assert entry_of(reader, title) == entry
    assert levels_of(reader, title) == levels


def test_a_seniority_word_may_stand_inside_a_name(reader: Reader) -> None:
    assert entry_of(reader, "PMO Senior Officer") == "pmo-officer"
    assert levels_of(reader, "PMO Senior Officer") == ("senior",)
    assert entry_of(reader, "PMO senior") == "pmo"
    assert entry_of(reader, "PMO senior nurse") is None


@pytest.mark.parametrize(
    "title",
    [
        "PMO officer voor Defensie",
        "PMO officer programma Wonen",
        "PMO officer binnen het programma Wonen",
        "PMO officer with a focus on projects",
        "Interim PMO officer in de zorg",
    ],
)
def test_what_a_pmo_title_is_for_does_not_matter(reader: Reader, title: str) -> None:
    assert entry_of(reader, title) == "pmo-officer"


@pytest.mark.parametrize(
    "title",
    ["PMO programme manager", "PMO project nurse", "PMO officer project manager", "PMO project x"],
)
def test_a_word_for_a_project_may_begin_another_name(reader: Reader, title: str) -> None:
    assert entry_of(reader, title) is None


def test_what_another_profession_is_for_may_make_it_a_different_one(reader: Reader) -> None:
    assert entry_of(reader, "nurse voor PMO") is None


@pytest.mark.parametrize("title", ["Zzp a.i. PMO officer interim", "interim zzp PMO officer"])
def test_more_than_one_word_of_noise_may_stand_around_a_name(reader: Reader, title: str) -> None:
    assert entry_of(reader, title) == "pmo-officer"


def test_no_more_noise_is_taken_away_than_a_name_needs() -> None:
    titles = TitleList(
        entries=(
            _entry("portfolio", "portfolio manager", TitleKind.OUTSIDE),
            _entry("it-portfolio", "IT portfolio manager", TitleKind.PMO),
        ),
        same_word=(),
        noise=("it", "zzp"),
        seniority=(),
    )
    names = TitleNames(titles, SameWords(()), LEVELS)

    found = names.one(("zzp", "it", "portfolio", "manager"))
    bare = names.one(("portfolio", "manager", "it", "zzp"))

    assert found is not None
    assert found.entry.id == "it-portfolio"
    assert bare is not None
    assert bare.entry.id == "portfolio"


def test_a_field_says_nothing_around_a_name_and_much_inside_it() -> None:
    titles = TitleList(
        entries=(_entry("assistant", "project assistant", TitleKind.PMO),),
        same_word=(),
        noise=("zzp",),
        seniority=(),
        around=("marketing", "utrecht"),
    )
    names = TitleNames(titles, SameWords(()), LEVELS)

    assert names.one(("marketing", "project", "assistant")) is not None
    assert names.one(("project", "assistant", "zzp", "marketing", "utrecht")) is not None
    assert names.one(("project", "zzp", "assistant")) is not None
    assert names.one(("project", "marketing", "assistant")) is None


def test_the_sign_for_and_is_the_word(reader: Reader) -> None:
    one, two = (
        reader.titles.read("PMO officer & nurse"),
        reader.titles.read("PMO officer and nurse"),
    )

    assert one.kinds == two.kinds == (TitleKind.PMO, TitleKind.OUTSIDE)


@pytest.mark.parametrize(
    "title",
    [
        "Gemeente Utrecht - PMO officer",
        "Ministerie van Justitie: PMO officer",
        "Afdeling Inkoop | PMO officer (m/v)",
    ],
)
def test_a_place_may_stand_in_front(reader: Reader, title: str) -> None:
    assert entry_of(reader, title) == "pmo-officer"


def test_a_department_behind_a_title_is_no_part_of_it(reader: Reader) -> None:
    assert entry_of(reader, "Projectmanager, afdeling PMO") == "project-manager"
