import pytest

from service.reading.spelling import SameWords, key_of, masculines, plain, singulars


@pytest.mark.parametrize(
    "written",
    ["PMO'er", "PMO’er", "PMO‘er", "PMO´er", "PMO`er", "PMO-er", "pmoer", "PMO er", "ＰＭＯ＇er"],  # noqa: RUF001
)
def test_every_way_of_writing_a_name_has_the_same_key(written: str) -> None:
    assert key_of(written) == "pmoer"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("P3O® Foundation", "p3ofoundation"),
        ("P3O(R) Foundation", "p3ofoundation"),
        ("PRINCE2™_Practitioner", "prince2practitioner"),
        ("PM²", "pm2"),
        ("coördinator", "coordinator"),
        ("co-ordinator", "coordinator"),
        ("cöö\u0308rdinator", "coordinator"),
        ("pmo\u00ad\u200b\u202eer", "pmoer"),
        ("İstanbul Straße Ærø", "istanbulstrasseaero"),
        ("🚀 !!!", ""),
    ],
)
def test_signs_accents_and_invisible_characters_do_not_count(written: str, key: str) -> None:
    assert key_of(written) == key


def test_a_plain_text_keeps_its_separators() -> None:
    assert plain("PMO’er – Ütrecht") == "pmo'er – utrecht"  # noqa: RUF001


def test_the_first_of_the_same_words_stands_for_the_others_inside_a_word() -> None:
    same = SameWords([["secretaris", "secretaresse"], ["programma", "programme", "program"]])

    assert same.in_place("projectsecretaresse") == "projectsecretaris"
    assert same.in_place("programme program programma") == "programma programma programma"


def test_without_same_words_nothing_changes() -> None:
    assert SameWords([]).in_place("projectsecretaresse") == "projectsecretaresse"


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("officers", "officer"),
        ("assistenten", "assistent"),
        ("secretarissen", "secretaris"),
        ("secretaressen", "secretaresse"),
        ("secretaries", "secretary"),
    ],
)
def test_a_plural_may_come_from_its_singular(plural: str, singular: str) -> None:
    assert singular in singulars(plural)


@pytest.mark.parametrize(
    ("feminine", "masculine"),
    [
        ("analiste", "analist"),
        ("consulente", "consulent"),
        ("adviseuse", "adviseur"),
        ("directrice", "directeur"),
        ("coordinatrice", "coordinator"),
        ("medewerkster", "medewerker"),
        ("beheerster", "beheerder"),
    ],
)
def test_a_feminine_may_come_from_its_masculine(feminine: str, masculine: str) -> None:
    assert masculine in masculines(feminine)
