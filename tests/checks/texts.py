"""The small rulebook with one text in another wording."""

from dataclasses import replace
from pathlib import Path

from strategies.loaded import loaded

from service.rulebook import Rulebook
from service.rulebook.position import Position
from service.rulebook.rules import Say
from service.rulebook.vocabulary import Stage, Text

SMALL = loaded(Path(__file__).parents[1] / "rulebooks" / "small")
SHIPPED = loaded(Path(__file__).parents[2] / "rules")
MESSAGE = SMALL.rules_by_stage[Stage.MESSAGES][0]
DUTCH, ENGLISH = Position("messages/all.yaml", 10, 9), Position("messages/all.yaml", 11, 9)
"""Where the text of the message stands, in each language."""


def saying(nl: str, en: str) -> Rulebook:
    """A rulebook with one rule, which says this."""
    effect = MESSAGE.effect
    assert isinstance(effect, Say)
    text = Text(nl, en, (DUTCH, ENGLISH))
    return replace(SMALL, rules=(replace(MESSAGE, effect=replace(effect, text=text)),))
