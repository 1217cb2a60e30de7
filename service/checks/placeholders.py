"""Placeholders: a text with something in it that looks as if it will be filled in.

Nothing is ever filled in, in neither language: a text says the same to everyone for whom its rule
holds. `{name}`, `<naam>`, `%s` or `[...]` would be read as it stands.
"""

import re
from collections.abc import Iterator

from service.checks.texts import texts_in
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import LANGUAGES

CODE = "placeholder"

PLACEHOLDER = re.compile(
    r"\{+[^{}]*\}+|\[[^\[\]]*\]|<[a-zA-Z][^<>]*>|%\(\w+\)s|%[sd]\b|\$[a-zA-Z]\w*|__+"
)


def check_placeholders(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Every placeholder in a text, at the text that has it."""
    for found in texts_in(rulebook):
        for language in LANGUAGES:
            for placeholder in PLACEHOLDER.findall(found.text.in_language(language)):
                yield Diagnostic(
                    Severity.WARNING,
                    found.position(language),
                    CODE,
                    f"In {found.name}, {language}: nothing is filled in for `{placeholder}`, "
                    "people read it as it stands.",
                    "Write a sentence that holds for everyone who gets it.",
                )
