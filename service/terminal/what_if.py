"""What if, as a page for people: the advice as it is, then what each variation changes."""

from collections.abc import Mapping
from typing import Any

from service.rulebook.vocabulary import Language
from service.terminal.page import Page
from service.terminal.words import WORDS

Payload = Mapping[str, Any]

NOT_LISTED = "-"
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {"as it is": "Zoals het is", "if": "Wat als: {}", "side by side": "Naast elkaar"},
    "en": {"as it is": "As it is", "if": "What if: {}", "side by side": "Side by side"},
}


def write_what_if(page: Page, payload: Payload) -> None:
    """The answer of the service, in the language that it is in."""
    language: Language = payload["language"]
    words, own = WORDS[language], _WORDS[language]
    page.line(payload["purpose"])
    page.heading(own["as it is"])
    _advice(page, payload["base"], words)
    for variation in payload["variations"]:
        page.heading(own["if"].format(variation["name"]))
        for text in variation["text"]:
            page.line(text, indent=2, bullet="- ")
    page.heading(own["side by side"])
    _side_by_side(page, payload, own["as it is"])
    page.heading(words["messages"])
    for message in payload["base"]["messages"]:
        page.line(message["text"], indent=2, bullet="- ")
    if payload["advisor_contact"]:
        page.line(f"{words['advisor']}: {payload['advisor_contact']}", indent=2)


def _advice(page: Page, advice: Payload, words: Mapping[str, str]) -> None:
    page.line(words[advice["outcome"]], indent=2)
    page.line(words[advice["confidence"]], indent=2)
    for step in advice["recommendations"]:
        said = f"{step['title']} ({words[step['move']]})"
        page.line(said, indent=2, bullet=f"{step['rank']}. ")


def _side_by_side(page: Page, payload: Payload, as_it_is: str) -> None:
    """Each step with its place as it is, and in each variation."""
    advices = [(as_it_is, payload["base"])]
    advices += [(variation["name"], variation) for variation in payload["variations"]]
    titles: dict[str, str] = {}
    for _, advice in advices:
        titles |= {step["role"]: step["title"] for step in advice["recommendations"]}
    for role, title in titles.items():
        page.line(f"{title}:", indent=2)
        for name, advice in advices:
            page.line(f"{name}: {_rank(role, advice)}", indent=4, bullet="- ")


def _rank(role: str, advice: Payload) -> str:
    ranks = {step["role"]: step["rank"] for step in advice["recommendations"]}
    return str(ranks.get(role, NOT_LISTED))
