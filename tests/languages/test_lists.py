"""The lists of words are in order, have no word twice, and are large enough to mean something."""

from itertools import combinations

import pytest
from languages.words import BOTH, DUTCH, ENGLISH, HERE, listed, strangers

from service.rulebook.vocabulary import Language


def test_no_word_stands_in_two_lists() -> None:
    assert [one & other for one, other in combinations((DUTCH, ENGLISH, BOTH), 2)] == [set()] * 3


@pytest.mark.parametrize("name", ["dutch.txt", "english.txt"])
def test_the_words_of_a_list_stand_in_order_and_once(name: str) -> None:
    words = listed(name)
    assert words == sorted(set(words))
    assert len(words) >= 500


def test_every_word_of_both_languages_stands_below_a_reason() -> None:
    parts = (HERE / "both.txt").read_text(encoding="utf-8").strip().split("\n\n")
    assert all(part.startswith("# ") for part in parts)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Je groeit in governance.", "nl", []),
        ("Je growth in governance.", "nl", ["growth"]),
        ("You grow in governance.", "en", []),
        ("You grow in het vak.", "en", ["het", "vak"]),
        ("Collega’s en programma's", "en", ["collega", "en", "programma"]),
        ("Stuur `competences` mee: {years} jaar.", "nl", []),
        ("The project manager's right hand", "nl", ["right", "the"]),
    ],
)
def test_a_word_of_the_other_language_is_found(
    text: str, language: Language, found: list[str]
) -> None:
    assert strangers(text, language) == found
