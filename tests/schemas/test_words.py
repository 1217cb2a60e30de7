"""The fixed words in the shapes are those that the code uses, in the same order."""

from typing import get_args

import pytest

from schemas import advice, profile
from service.advice.model import AskKind, Confidence, Source
from service.reading.profile import RatingsBy
from service.rulebook.career import MoveKind
from service.rulebook.rules import MessageKind, Outcome
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import LANGUAGES


@pytest.mark.parametrize(
    ("documented", "used"),
    [
        (advice.OUTCOMES, Outcome),
        (advice.CONFIDENCES, Confidence),
        (advice.TITLE_KINDS, (*TitleKind, "unknown")),
        (advice.SOURCES, Source),
        (advice.MOVES, MoveKind),
        (advice.ASK_KINDS, AskKind),
        (advice.MESSAGE_KINDS, MessageKind),
        (profile.LANGUAGES, LANGUAGES),
        (profile.RATERS, get_args(RatingsBy)),
    ],
    ids=lambda words: " ".join(map(str, words)),
)
def test_a_fixed_word_is_documented_when_it_is_used(
    documented: tuple[str, ...], used: tuple[str, ...]
) -> None:
    assert sorted(documented) == sorted(map(str, used))
