"""docs/rule-files.md describes everything that a rule file may say."""

import pytest
from documentation.examples import ROOT
from strategies.loaded import loaded

from schemas.rule_fields import QUANTIFIERS
from service.rulebook.cases import EXPECTATIONS, About
from service.rulebook.conditions import Operator
from service.rulebook.rules import LevelStep, MessageKind, Outcome, PairingKind, Weight
from service.rulebook.titles import TitleForm, TitleKind
from service.rulebook.vocabulary import Stage, Tip

PAGE = (ROOT / "docs" / "rule-files.md").read_text(encoding="utf-8")
SHIPPED = loaded(ROOT / "rules")
FAMILIES = {"competence": "competence X", "measure": "measure M", "signal": "signal S"}


@pytest.mark.parametrize(
    "word",
    [
        *Operator,
        *QUANTIFIERS,
        *LevelStep,
        *Weight,
        *MessageKind,
        *Outcome,
        *PairingKind,
        *Tip,
        *TitleKind,
        *TitleForm,
        *(f"{stage}/" for stage in Stage),
        *(f"  {about}:\n" for about in About),
        *(f"    {line}:" for lines in EXPECTATIONS.values() for line in lines),
    ],
)
def test_every_word_of_the_rule_language_is_on_the_page(word: str) -> None:
    assert word in PAGE


def test_every_attribute_is_on_the_page() -> None:
    words = {FAMILIES.get(name.split()[0], name) for name in SHIPPED.attributes}
    assert [name for name in words if f"`{name}`" not in PAGE] == []


def test_every_attribute_of_a_duo_is_on_the_page() -> None:
    words = set()
    for name, attribute in SHIPPED.duo_attributes.items():
        own = name.removeprefix(f"{attribute.side} ")
        words.add(f"{attribute.side} {FAMILIES.get(own.split()[0], own)}")
    assert [word for word in words if f"`{word}`" not in PAGE] == []


def test_every_kind_of_file_has_its_section() -> None:
    kinds = {path.name for path in (ROOT / "rules").glob("*.yaml")}
    assert [name for name in kinds if f"## {name}\n" not in PAGE] == []
