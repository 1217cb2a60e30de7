"""Every rule of every rulebook has a sentence, in the words of its language."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies.loaded import loaded
from strategies.rule_sets import rule_sets
from strategies.rulebooks import rulebooks

from service.rulebook import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import LANGUAGES, Language
from service.wording import sentence_of
from service.wording.names import Names

SHIPPED = loaded(Path(__file__).parents[2] / "rules")
QUOTED = re.compile("‘.*?’(?![a-z])")

ONLY_ENGLISH = re.compile(
    r"\b(?:the|and|or|if|then|you|your|not|with|what|role|fits|higher|level|at least|wish)\b"
)
ONLY_DUTCH = re.compile(
    r"\b(?:het|een|en|als|dan|je|niet|met|wat|voor|deze|hoger|niveau|minstens|wens)\b"
)
FOREIGN: dict[Language, re.Pattern[str]] = {"nl": ONLY_ENGLISH, "en": ONLY_DUTCH}


@pytest.mark.parametrize("rule", SHIPPED.rules, ids=lambda rule: rule.id)
def test_every_shipped_rule_is_a_sentence_in_both_languages(rule: Rule) -> None:
    for language in LANGUAGES:
        said = sentence_of(rule, SHIPPED, language)
        assert said.startswith("Als " if language == "nl" else "If ")
        assert said.endswith((".", ".’", "!’", "?’")), said
        assert "  " not in said
        assert " ," not in said
        own = _without_names(said, language)
        assert not FOREIGN[language].search(own), said
        assert not re.search(r"[a-z]+(?:-[a-z]+){2,}", own), said


def test_no_id_is_left_where_there_is_a_name() -> None:
    named = {entry.id for entry in (*SHIPPED.work, *SHIPPED.goals, *SHIPPED.competences)}
    ids = {id for id in named if "-" in id} | set(SHIPPED.signal_rules)
    for rule in SHIPPED.rules:
        words = set(re.findall(r"[\w-]+", sentence_of(rule, SHIPPED, "nl")))
        assert not words & ids, rule.id


@settings(max_examples=15, deadline=None)
@given(rule_sets(SHIPPED))
def test_rules_over_the_shipped_words_are_sentences(rulebook: Rulebook) -> None:
    _are_sentences(rulebook)


@settings(max_examples=15, deadline=None)
@given(rulebooks(least_rules=1, depth=4))
def test_rules_over_words_that_nobody_named_are_sentences_too(rulebook: Rulebook) -> None:
    _are_sentences(rulebook)


def _are_sentences(rulebook: Rulebook) -> None:
    for rule in rulebook.rules:
        for language in LANGUAGES:
            said = sentence_of(rule, rulebook, language)
            assert said[0].isupper()
            assert said.endswith((".", ".’", "!’", "?’"))
            assert said.count("(") == said.count(")")


def _without_names(said: str, language: Language) -> str:
    """The sentence without what stands in quotes and the names of certificates."""
    own = QUOTED.sub("", said)
    names = Names(SHIPPED, language)
    for certificate in sorted(SHIPPED.certificates, key=lambda each: -len(each.name)):
        own = own.replace(names.certificate(certificate.id), "")
    return own
