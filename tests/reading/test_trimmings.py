import pytest

from service.reading.spelling import plain, words_of
from service.reading.trimmings import without_trimmings


@pytest.mark.parametrize(
    "trimmed",
    [
        "PMO officer (m/v/x)",
        "PMO officer (M/V)",
        "PMO officer m/v/x",
        "PMO officer v|m",
        "PMO officer (x)",
        "PMO officer (m,v,x)",
        "PMO officer (a.i.)",
        "PMO officer 32 uur",
        "PMO officer, 32-36 uur",
        "PMO officer (32 – 40 uur per week)",  # noqa: RUF001
        "PMO officer 24/32 uur p/w",
        "PMO officer 40 hours p/w",
        "PMO officer min. 32 uur",
        "PMO officer 36-urige werkweek",
        "PMO officer 36 u/week",
        "PMO officer 0,8 fte",
        "PMO officer 0.8-1.0 FTE",
        "PMO officer fte: 1",
        "PMO officer 80%",
        "PMO officer 4 dagen",
        "PMO officer 3-4 dagen per week",
        "PMO officer 12 month",
        "PMO officer (6 maanden)",
        "PMO officer £500 per day",
        "PMO officer €4.000 - €5.500 per maand",
        "PMO officer II",
        "PMO officer 2, ",
        "PMO officer schaal 9",
        "PMO officer (schaal 9/10)",
        "PMO officer salarisschaal 10a",
        "PMO officer scale 9-10",
        "PMO officer #1234",
        "PMO officer #R-1234",
        "PMO officer req. 2024-113",
        "PMO officer vacaturenummer: 2024.113",
        "PMO officer ref JR12345",
        "2024-113 PMO officer",
    ],
)
def test_what_a_vacancy_adds_is_no_part_of_the_title(trimmed: str) -> None:
    assert words_of(without_trimmings(plain(trimmed))) == ["pmo", "officer"]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("projectmedewerk(st)er", "projectmedewerker"),
        ("assistent(e)", "assistent"),
        ("projectsecretaris/-esse", "projectsecretaris"),
        ("medewerker/ster", "medewerker"),
        ("projectleider / -leidster", "projectleider"),
    ],
)
def test_a_feminine_ending_beside_a_word_is_left_out(written: str, left: str) -> None:
    assert words_of(without_trimmings(plain(written))) == [left]


@pytest.mark.parametrize(
    "title", ["p3o officer", "itil 4 expert", "pmo (senior)", "pm2 specialist", "level 3 support"]
)
def test_numbers_and_brackets_that_belong_to_a_title_stay(title: str) -> None:
    assert words_of(without_trimmings(title)) == words_of(title)
