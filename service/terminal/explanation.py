"""An explanation as a page for people."""

from collections.abc import Mapping
from typing import Any

from service.rulebook.vocabulary import Language
from service.terminal.page import Page

Payload = Mapping[str, Any]

OTHERS = ("specialisation", "level", "title.")
"""What makes a rule one for somebody else."""

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "how": "Hoe dit advies tot stand komt",
        "why": "Waarom dit advies",
        "ruled out": "Wat is uitgesloten",
        "about": "Over",
        "change": "Wat er zou moeten veranderen",
        "rules": "De regels",
        "questions": "Wat je nog kunt vertellen, en wat dat verandert",
        "messages": "Goed om te weten",
        "advisor": "Loopbaanadviseur",
        "met": "ja",
        "not_met": "nee",
        "unknown": "nog niet bekend",
        "points": "punten",
        "others": "Regels voor wie ergens anders staat of een andere titel heeft: {count}.",
    },
    "en": {
        "how": "How this advice is made",
        "why": "Why this advice",
        "ruled out": "What is excluded",
        "about": "About",
        "change": "What would have to change",
        "rules": "The rules",
        "questions": "What you could still tell us, and what that changes",
        "messages": "Good to know",
        "advisor": "Career advisor",
        "met": "yes",
        "not_met": "no",
        "unknown": "not known yet",
        "points": "points",
        "others": "Rules for people at another place or with another title: {count}.",
    },
}


def write_explanation(page: Page, payload: Payload) -> None:
    """The answer of the service, in the language that it is in."""
    words = WORDS[payload["language"]]
    page.line(payload["purpose"])
    page.heading(words["how"])
    page.line(payload["procedure"], indent=2)
    for heading, verdicts in (
        ("why", payload["recommendations"]),
        ("ruled out", payload["ruled_out"]),
    ):
        if verdicts:
            page.heading(words[heading])
        for verdict in verdicts:
            _verdict(page, verdict)
    if payload["target"] is not None:
        _target(page, payload["target"], words)
    if payload["questions"]:
        page.heading(words["questions"])
    for question in payload["questions"]:
        page.line(question["text"], indent=2, bullet="- ")
        for answer in question["answers"]:
            page.line(answer["text"], indent=4, bullet="- ")
    if payload["messages"]:
        page.heading(words["messages"])
    for message in payload["messages"]:
        page.line(message["text"], indent=2, bullet="- ")
    if payload["advisor_contact"]:
        page.line(f"{words['advisor']}: {payload['advisor_contact']}")


def _verdict(page: Page, verdict: Payload) -> None:
    first, *others = verdict["text"]
    page.line(first, indent=2)
    for text in others:
        page.line(text, indent=4, bullet="- ")


def _target(page: Page, target: Payload, words: Mapping[str, str]) -> None:
    page.heading(f"{words['about']} {target['title']}")
    _verdict(page, target)
    page.heading(words["change"])
    change = target["smallest_change"]
    sets = [each["text"] for each in change["alternatives"]]
    for text in sets or [change["text"]]:
        page.line(text, indent=2, bullet="- ")
    near = [each for each in target["not_met"] if not _is_for_others(each)]
    rules = [*target["counted"], *target["open"], *near]
    if rules:
        page.heading(words["rules"])
    for rule in rules:
        page.line(
            f"{rule['text']} [{rule['rule']}] ({rule['points']:+} {words['points']}: "
            f"{words[rule['status']]})",
            indent=2,
            bullet="- ",
        )
        for need in rule["needs"]:
            _need(page, need, words, 4)
    others = len(target["not_met"]) - len(near)
    if others:
        page.line(words["others"].format(count=others), indent=2, bullet="- ")


def _is_for_others(rule: Payload) -> bool:
    """Whether a rule does not hold for want of another place or title."""
    return any(
        need["status"] != "met" and str(need["attribute"]).startswith(OTHERS)
        for need in rule["needs"]
    )


def _need(page: Page, need: Payload, words: Mapping[str, str], indent: int) -> None:
    if need["needs"]:
        opening = need["text"].split(":")[0]
        page.line(f"{opening}: {words[need['status']]}", indent=indent, bullet="- ")
        for each in need["needs"]:
            _need(page, each, words, indent + 2)
        return
    page.line(f"{need['text']} {words[need['status']]}", indent=indent, bullet="- ")
