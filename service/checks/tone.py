"""Tone: words in a text for people that deny, judge, or speak of what is nobody's business here.

Vakpad hears a person first and gives advice, no verdict. A text that says "you cannot" or "never",
that speaks of "real" people of the profession, of age, tenure, hours, health or gender, or that
calls project management the next step, is doubtful. It is a warning: sometimes a word is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.checks.texts import Found, texts_in
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import LANGUAGES, Language

CODE = "doubtful-tone"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is doubtful, as a pattern for each language, and what to write instead."""

    what: str
    nl: str
    en: str
    hint: str

    def found_in(self, text: str, language: Language) -> str | None:
        found = re.search(self.nl if language == "nl" else self.en, text, re.IGNORECASE)
        return found.group() if found else None


MANAGER = {"nl": r"project(?:manager|leider)s?", "en": r"project (?:manager|leader)s?"}
FAULTS = {
    "nl": r"(?:slordig|chaotisch|eigenwijs|eigenwijz|ongeduldig|oppervlakkig|arrogant|lui|dom)",
    "en": r"(?:sloppy|chaotic|stubborn|impatient|superficial|arrogant|lazy|stupid)",
}

DOUBTS = (
    Doubt(
        "denies someone something",
        nl=r"\bje (kunt|kan|mag) (het |dat |dit |hier |daar )?(niet|geen|nooit)\b|\bnooit\b",
        en=r"\byou (cannot|can't|can not|could never|may not|are not able)\b|\bnever\b",
        hint="Say what is possible, and what it would take.",
    ),
    Doubt(
        "sets people apart",
        nl=r"\b(echte|ware) (pmo|project)|\bander (soort|type|slag) mens|\bgewoon niet geschikt\b",
        en=r"\b(real|true) (pmo|project manager)"
        r"|\b(other|another|different) (type|kind|sort) of pe(rson|ople)",
        hint="Speak of the work and what it asks, not of kinds of people.",
    ),
    Doubt(
        "makes little of project managers",
        nl=rf"\b(slechts|alleen maar|nou eenmaal) (een )?{MANAGER['nl']}"
        rf"|\b{FAULTS['nl']}e? {MANAGER['nl']}|\b{MANAGER['nl']} (is|zijn) {FAULTS['nl']}\b"
        rf"|\b{MANAGER['nl']} (kan|kunnen|begrijpt|begrijpen|weet|weten) (het )?niet",
        en=rf"\b(just|only|merely|mere|but) an? {MANAGER['en']}|\bmere {MANAGER['en']}"
        rf"|\b{FAULTS['en']} {MANAGER['en']}|\b{MANAGER['en']} (is|are) {FAULTS['en']}\b"
        rf"|\b{MANAGER['en']} (cannot|can't|never|(do|does) not|don't|doesn't) (know|under)",
        hint="A project manager is an equal partner with other work; say what each brings.",
    ),
    Doubt(
        "makes project management the next step",
        nl=r"\b(logische|volgende|natuurlijke) stap\b[^.!?]*\bproject(manage|leid)"
        r"|\b(?<!geen )(opstap|springplank|doorgroeien|promotie) (naar|tot) project(manage|leid)",
        en=r"\b(logical|next|natural) step\b[^.!?]*\bproject manage"
        r"|\b(?<!not a )(stepping[ -]stone|springboard|step up|promotion)"
        r" (to|towards|into) project manage",
        hint="It is a profession of its own and an equal partner; growth is inside PMO.",
    ),
    Doubt(
        "speaks of age, tenure, hours, health or gender",
        nl=r"\b(leeftijd|jonge?|jonger|oude?|ouder|dienstjaren|dienstverband|parttime|deeltijd"
        r"|fulltime|ziek(te|teverzuim)?|verzuim|gezondheid|man|vrouw|hij|zij|hem|haar)\b",
        en=r"\b(age|young(er)?|old(er)?|tenure|seniority|part-time|full-time|sick(ness)?|health"
        r"|man|woman|he|she|him|his|her)\b(?! check)",
        hint="Leave it out: advice rests on what someone can, does and wants.",
    ),
    Doubt(
        "is formal",
        nl=r"\bu(w)?\b",
        en=r"(?!)",
        hint="Write `je` and `jouw`.",
    ),
)


def check_tone(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Every doubtful word in a text, at the text that has it."""
    for found in texts_in(rulebook):
        for language in LANGUAGES:
            yield from _doubts(found, language)


def _doubts(found: Found, language: Language) -> Iterator[Diagnostic]:
    for doubt in DOUBTS:
        word = doubt.found_in(found.text.in_language(language), language)
        if word is not None:
            yield Diagnostic(
                Severity.WARNING,
                found.position(language),
                CODE,
                f"In {found.name}, {language}: `{word}` {doubt.what}.",
                doubt.hint,
            )
