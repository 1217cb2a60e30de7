"""A text in which something looks as if it will be filled in is told."""

import pytest
from checks.texts import DUTCH, ENGLISH, MESSAGE, SHIPPED, SMALL, saying

from service.checks.placeholders import check_placeholders
from service.rulebook import Rulebook
from service.rulebook.diagnostics import Diagnostic, Severity


@pytest.mark.parametrize("rulebook", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_the_texts_that_come_with_a_rulebook_have_none(rulebook: Rulebook) -> None:
    assert list(check_placeholders(rulebook)) == []


@pytest.mark.parametrize(
    "placeholder",
    ["{naam}", "{{ naam }}", "{}", "[naam]", "<naam>", "%s", "%(naam)s", "$naam", "____"],
)
def test_it_is_told_with_what_to_write(placeholder: str) -> None:
    assert list(check_placeholders(saying(f"Dag {placeholder}, je groeit.", "You grow."))) == [
        Diagnostic(
            Severity.WARNING,
            DUTCH,
            "placeholder",
            f"In `{MESSAGE.id}`, `text`, nl: nothing is filled in for `{placeholder}`, people "
            "read it as it stands.",
            "Write a sentence that holds for everyone who gets it.",
        )
    ]


def test_every_one_is_told_where_it_stands() -> None:
    told = check_placeholders(saying("Dag {naam}.", "Hello {name}, {title}."))
    assert [each.position for each in told] == [DUTCH, ENGLISH, ENGLISH]


@pytest.mark.parametrize("text", ["Dat scheelt 5 % (of meer).", "5 < 6 en 7 > 6", "voor $5"])
def test_other_signs_are_left_alone(text: str) -> None:
    assert list(check_placeholders(saying(text, text))) == []
