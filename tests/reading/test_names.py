import pytest

from service.reading.names import Names

NAMES = Names(
    "competence",
    [
        ("analytical", ("analytisch", "analytische blik")),
        ("stress-resistant", ("stressbestendig", "analytical")),
    ],
)


@pytest.mark.parametrize(
    "name", ["analytical", "ANALYTISCH", " analytische-blik ", "Analytische_Blik"]
)
def test_an_entry_is_found_by_its_id_its_names_and_its_aliases(name: str) -> None:
    assert NAMES.find(name) == "analytical"


def test_an_id_means_itself_even_where_another_entry_uses_it_as_a_name() -> None:
    assert NAMES.find("analytical") == "analytical"
    assert NAMES.find("Analytical!") == "analytical"


@pytest.mark.parametrize("name", ["", "  ", "🚀", "analytisc", "analytischer"])
def test_what_is_only_alike_is_not_found(name: str) -> None:
    assert NAMES.find(name) is None


def test_the_nearest_name_is_suggested_as_it_stands_in_the_list() -> None:
    assert NAMES.suggest("analitische blick") == "analytische blik"
    assert NAMES.suggest("stresbestendig") == "stressbestendig"
    assert NAMES.suggest("xyz") is None


def test_ids_come_once_and_in_the_order_of_the_list() -> None:
    assert NAMES.in_order(["stress-resistant", "analytical", "stress-resistant"]) == (
        "analytical",
        "stress-resistant",
    )
