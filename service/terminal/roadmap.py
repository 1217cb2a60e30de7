"""A roadmap as a page for people."""

from collections.abc import Mapping
from typing import Any

from service.rulebook.vocabulary import Language
from service.terminal.page import Page

Payload = Mapping[str, Any]

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "roadmap": "De route",
        "alternatives": "Andere routes",
        "actions": "Wat je kunt doen",
        "times": "Over de tijd",
        "messages": "Goed om te weten",
        "questions": "Wat nog helpt om te weten",
        "advisor": "Loopbaanadviseur",
    },
    "en": {
        "roadmap": "The route",
        "alternatives": "Other routes",
        "actions": "What you can do",
        "times": "About the time",
        "messages": "Good to know",
        "questions": "What would help to know",
        "advisor": "Career advisor",
    },
}


def write_roadmap(page: Page, payload: Payload) -> None:
    """The answer of the service, in the language that it is in."""
    words = WORDS[payload["language"]]
    page.line(payload["purpose"])
    page.line()
    page.line(payload["text"])
    if payload["advisor_contact"]:
        page.line(f"{words['advisor']}: {payload['advisor_contact']}")
    way = payload["roadmap"]
    if way is not None:
        page.heading(words["roadmap"])
        _way(page, way, words)
    if payload["alternatives"]:
        page.heading(words["alternatives"])
    for other in payload["alternatives"]:
        _other(page, other)
    for source in _sources(way):
        page.heading(words["times"])
        page.line(source, indent=2)
    for heading in ("messages", "questions"):
        if payload[heading]:
            page.heading(words[heading])
        for entry in payload[heading]:
            page.line(entry["text"], indent=2, bullet="- ")


def _way(page: Page, way: Payload, words: Mapping[str, str]) -> None:
    for step in way["steps"]:
        page.line()
        page.line(step["text"], indent=2)
        if step["actions"]:
            page.line(f"{words['actions']}:", indent=4)
        for action in step["actions"]:
            page.line(action["text"], indent=4, bullet="- ")
        if step["time"]:
            page.line(step["time"]["text"], indent=4)
    if way["time"] and len(way["steps"]) > 1:
        page.line()
        page.line(way["time"]["text"], indent=2)


def _other(page: Page, way: Payload) -> None:
    """What it adds, and where it leads: its steps have the same parts as those of the roadmap."""
    page.line(way["text"], indent=2)
    page.line(" → ".join(step["title"] for step in way["steps"]), indent=4)
    if way["time"]:
        page.line(way["time"]["text"], indent=4)


def _sources(way: Payload | None) -> list[str]:
    """Who says how long steps take: once, because it is the same for all."""
    steps = way["steps"] if way else ()
    return list(dict.fromkeys(step["time"]["source"] for step in steps if step["time"]))
