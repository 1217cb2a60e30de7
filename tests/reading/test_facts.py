import pytest

from service.reading.facts import facts_of, unknown_attributes
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.rulebook.facts import FactValue
from service.rulebook.model import Rulebook

UNKNOWN_MEASURES = {"measure.mean": (2, 10), "measure.strong": (0, 3)}


@pytest.fixture
def facts(reader: Reader, rulebook: Rulebook, profile: Profile) -> dict[str, FactValue]:
    return facts_of(reader.read(profile), rulebook)


@pytest.mark.parametrize("profile", [Profile("Kapitein")])
def test_of_an_unrecognised_title_only_goals_and_measures_are_known(
    facts: dict[str, FactValue],
) -> None:
    assert facts == {"goals": frozenset(), **UNKNOWN_MEASURES}


@pytest.mark.parametrize("profile", [Profile("PMO'er")])
def test_a_recognised_title_is_known_in_full(facts: dict[str, FactValue]) -> None:
    assert facts == {
        "title.kind": "pmo",
        "title.form": "job",
        "title.specialisations": frozenset({"office", "governance"}),
        "title.levels": frozenset({"junior", "medior", "senior"}),
        "title.ambiguous": True,
        "goals": frozenset(),
        **UNKNOWN_MEASURES,
    }


@pytest.mark.parametrize("profile", [Profile("projectmedewerker")])
def test_a_title_of_two_kinds_is_known_but_for_its_kind(facts: dict[str, FactValue]) -> None:
    assert "title.kind" not in facts
    assert facts["title.form"] == "job"
    assert facts["title.specialisations"] == frozenset({"office"})
    assert facts["title.levels"] == frozenset({"junior", "medior"})
    assert facts["title.ambiguous"] is True


@pytest.mark.parametrize("profile", [Profile("PMO")])
def test_the_name_of_a_unit_is_a_unit(facts: dict[str, FactValue]) -> None:
    assert facts["title.form"] == "unit"


@pytest.mark.parametrize(
    "profile",
    [
        Profile(
            "Kapitein",
            current_specialisation="office",
            current_level="medior",
            years_in_role=40,
            years_in_pmo=35,
            competences={"analytisch": 4, "critical": 5},
            certificates=(),
            work=("raid-log",),
            goals=("deepen",),
        )
    ],
)
def test_everything_that_was_sent_is_a_fact(facts: dict[str, FactValue]) -> None:
    assert facts == {
        "current.specialisation": "office",
        "current.level": "medior",
        "years.in_role": 40,
        "years.in_pmo": 35,
        "competence.analytical": 4,
        "competence.critical": 5,
        "certificates": frozenset(),
        "work": frozenset({"raid-log"}),
        "goals": frozenset({"deepen"}),
        "measure.mean": (9, 9),
        "measure.strong": (2, 3),
    }


@pytest.mark.parametrize(
    ("ratings", "mean", "strong"),
    [
        ({}, (2, 10), (0, 3)),
        ({"analytical": 3}, (4, 8), (0, 2)),
        ({"analytical": 4}, (5, 9), (1, 3)),
        ({"analytical": 4, "critical": 1}, (5, 5), (1, 2)),
        ({"analytical": 5, "critical": 5, "stress-resistant": 5}, (10, 10), (3, 3)),
    ],
)
def test_a_measure_is_a_range_in_which_unknown_counts_as_one_and_as_five(
    reader: Reader,
    rulebook: Rulebook,
    ratings: dict[str, int | None],
    mean: tuple[int, int],
    strong: tuple[int, int],
) -> None:
    facts = facts_of(reader.read(Profile("x", competences=ratings)), rulebook)

    assert (facts["measure.mean"], facts["measure.strong"]) == (mean, strong)


@pytest.mark.parametrize(
    ("profile", "in_pmo"),
    [
        (Profile("PMO'er", years_in_role=40), 40),
        (Profile("PMO'er", years_in_role=40, years_in_pmo=10), 10),
        (Profile("PMO'er"), None),
        (Profile("nurse", years_in_role=40), None),
        (Profile("nurse", years_in_role=40, years_in_pmo=10), 10),
        (Profile("nurse", years_in_role=40, current_level="senior"), 40),
        (Profile("projectmedewerker", years_in_role=40), None),
        (Profile("Kapitein", years_in_role=40), None),
    ],
)
def test_years_in_a_role_are_years_in_pmo_only_inside_pmo(
    reader: Reader, rulebook: Rulebook, profile: Profile, in_pmo: int | None
) -> None:
    facts = facts_of(reader.read(profile), rulebook)

    assert facts.get("years.in_pmo") == in_pmo
    assert facts.get("years.in_role") == profile.years_in_role


def test_what_can_still_be_told_is_named_in_the_order_of_the_vocabulary(
    rulebook: Rulebook,
) -> None:
    assert [attribute.id for attribute in unknown_attributes({}, rulebook)] == [
        "work",
        "certificates",
        "years.in_pmo",
        "years.in_role",
        "competence.analytical",
        "competence.critical",
        "competence.stress-resistant",
    ]


def test_what_was_told_is_no_longer_unknown(reader: Reader, rulebook: Rulebook) -> None:
    profile = Profile(
        "PMO'er", years_in_role=40, competences={"kritisch": 3, "analytical": None}, work=()
    )
    facts = facts_of(reader.read(profile), rulebook)

    assert [attribute.id for attribute in unknown_attributes(facts, rulebook)] == [
        "certificates",
        "competence.analytical",
        "competence.stress-resistant",
    ]


@pytest.mark.parametrize("profile", [Profile("Auditor"), Profile("auditor (m/v/x)")])
def test_the_profession_of_an_adjacent_title_is_known(facts: dict[str, FactValue]) -> None:
    assert facts["title.kind"] == "adjacent"
    assert facts["title.profession"] == "auditing"


@pytest.mark.parametrize(
    "profile", [Profile("Business analyst"), Profile("PMO'er"), Profile("auditor / controller")]
)
def test_a_title_of_no_or_several_professions_says_nothing_of_one(
    facts: dict[str, FactValue],
) -> None:
    assert "title.profession" not in facts
