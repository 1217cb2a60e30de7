"""What a rulebook knows about one thing, as a page for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from service.rulebook.vocabulary import Language
from service.terminal.page import Page
from service.terminal.showing_words import CASES, KINDS, PARTICULARS, USES, VALUES, WORDS

WORDS_OF_FILES = frozenset({"stage", "competence kind"})
"""The particulars that stand as in the rule files, with what they mean."""
ONE_A_LINE = frozenset({"asks", "actions", "reached from"})
"""The particulars that are sentences."""


def write_portrait(page: Page, portrait: Mapping[str, Any], language: Language) -> None:
    """The entry with everything around it; particulars about nothing are left out."""
    place = f" ({portrait['file']}:{portrait['line']})" if portrait["file"] else ""
    page.line(f"{KINDS[language][portrait['kind']]} {portrait['id']}{place}", style="bold")
    for sentence in portrait["about"]:
        page.line(sentence)
    for name, value in portrait["particulars"].items():
        _write_particular(page, PARTICULARS[language][name], name, value, language)
    for relation, users in portrait["uses"].items():
        told = [f"{each['id']}: {each['about']}" for each in users]
        _write_list(page, USES[language][relation], told, language)
    for relation, cases in portrait["cases"].items():
        told = [f"{each['file']}:{each['line']}: {each['case']}" for each in cases]
        _write_list(page, CASES[language][relation], told, language)


def write_unknown(page: Page, asked: str, suggestions: Sequence[str], language: Language) -> None:
    """That there is no such thing, and what may be meant."""
    words = WORDS[language]
    hint = words["may mean" if suggestions else "nothing near"]
    page.line(f"{words['unknown'].format(asked)} {hint}")
    for each in suggestions:
        page.line(each, indent=2, bullet="- ")


def _write_particular(page: Page, label: str, name: str, value: Any, language: Language) -> None:
    values = VALUES[language].get(name, {})
    if isinstance(value, bool):
        value = WORDS[language]["yes" if value else "no"]
    if value and name in ONE_A_LINE:
        _write_list(page, label, value, language)
    elif isinstance(value, list) and value:
        page.line(f"{label}: {', '.join(values.get(each, each) for each in value)}", indent=2)
    elif value and name in WORDS_OF_FILES:
        page.line(f"{label}: {value} ({values[value]})", indent=2)
    elif value:
        page.line(f"{label}: {values.get(value, value)}", indent=2)


def _write_list(page: Page, label: str, told: Sequence[str], language: Language) -> None:
    if not told:
        page.line(f"{label}: {WORDS[language]['none']}", indent=2)
        return
    page.line(f"{label}:", indent=2)
    for each in told:
        page.line(each, indent=4, bullet="- ")
