"""A text that is much longer in one language than in the other is told."""

import pytest
from checks.texts import DUTCH, ENGLISH, MESSAGE, SHIPPED, SMALL, saying

from service.checks.lengths import MOST, SHORT, check_lengths
from service.checks.texts import texts_in
from service.rulebook import Rulebook
from service.rulebook.diagnostics import Diagnostic, Severity


@pytest.mark.parametrize("rulebook", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_the_texts_that_come_with_a_rulebook_are_of_like_length(rulebook: Rulebook) -> None:
    assert list(check_lengths(rulebook)) == []


def test_the_longer_one_is_told_with_what_to_write() -> None:
    assert list(check_lengths(saying("x" * 91, "y" * 60))) == [
        Diagnostic(
            Severity.WARNING,
            DUTCH,
            "unequal-length",
            f"In `{MESSAGE.id}`, `text` the Dutch text has 91 characters and the English one 60.",
            "Say the same in both: add to `en` what is missing there, or leave it out of `nl`.",
        )
    ]


def test_it_is_told_where_the_longer_one_stands() -> None:
    (found,) = check_lengths(saying("Kort.", "y" * 60))
    assert found.position == ENGLISH
    assert "the English text has 60 characters and the Dutch one 5." in found.message


@pytest.mark.parametrize(("nl", "en"), [(90, 60), (60, 90), (59, 1), (10, 59)])
def test_what_is_short_or_only_somewhat_longer_is_left_alone(nl: int, en: int) -> None:
    assert list(check_lengths(saying("x" * nl, "y" * en))) == []


def test_the_bound_leaves_room_above_every_shipped_text_and_not_much() -> None:
    """What is no longer true of the texts is to be measured anew."""
    lengths = [(len(each.text.nl), len(each.text.en)) for each in texts_in(SHIPPED)]
    ratios = [max(pair) / min(pair) for pair in lengths if max(pair) >= SHORT]
    assert len(ratios) > 500
    assert MOST - 0.25 < max(ratios) < MOST
