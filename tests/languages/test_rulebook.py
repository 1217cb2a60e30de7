"""The shipped rulebook: no English in the Dutch texts and no Dutch in the English ones."""

from pathlib import Path

import pytest
from languages.words import BOTH, strangers, words_of
from strategies.loaded import loaded

from service.checks.texts import texts_in
from service.rulebook.vocabulary import LANGUAGES, Language

SHIPPED = tuple(texts_in(loaded(Path(__file__).parents[2] / "rules")))
OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}
FEW = 4
"""Words. A shorter text can be a title in the terms of the field."""


def vocabulary(language: Language) -> frozenset[str]:
    """All words of the shipped texts in one language."""
    return frozenset().union(*(words_of(each.text.in_language(language)) for each in SHIPPED))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_a_word_of_the_other_language(language: Language) -> None:
    found = {
        f"{each.position(language)} {each.name}": strange
        for each in SHIPPED
        if (strange := strangers(each.text.in_language(language), language))
    }
    assert found == {}


def test_a_word_in_the_texts_of_both_languages_is_one_that_both_have() -> None:
    """A word that is new here is a mistake, or belongs in `both.txt` below its reason."""
    assert vocabulary("nl") & vocabulary("en") - BOTH == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_would_be_noticed_in_the_place_of_the_other(language: Language) -> None:
    """The lists are long enough: any sentence in the wrong language has a word of them."""
    texts = [each.text.in_language(OTHER[language]) for each in SHIPPED]
    longer = [text for text in texts if len(words_of(text)) >= FEW]
    assert len(longer) > 750
    assert [text for text in longer if not strangers(text, language)] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Your stakeholders appreciate clear reporting."),
        ("nl", "Je bent goed in reporting en planning."),
        ("nl", "Denk na over je next step."),
        ("en", "Je stakeholders waarderen heldere rapportages."),
        ("en", "You are good at rapporteren and planning."),
        ("en", "Think about your volgende stap."),
    ],
)
def test_a_sentence_or_a_part_in_the_other_language_is_noticed(
    language: Language, sentence: str
) -> None:
    assert strangers(sentence, language)
