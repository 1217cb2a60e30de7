"""How a title is read, as a page for people."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.rulebook import Rulebook
from service.rulebook.vocabulary import Language
from service.terminal.page import Page
from service.terminal.words import WORDS

TITLE_WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "entry": "Herkend",
        "seniority": "niveau uit",
        "kind": "Vak",
        "form": "Noemt",
        "job": "een functie",
        "unit": "een afdeling",
        "profession": "Verwant vak",
        "specialisations": "Specialisaties",
        "levels": "Niveaus",
        "usually": "Gewoonlijk",
        "ambiguous": "Kan meer dan één rol zijn",
        "left_out": "Weggelaten",
        "around": "Eromheen",
        "suggestions": "Lijkt op",
        "or": " of ",
        "yes": "ja",
        "no": "nee",
    },
    "en": {
        "entry": "Recognised",
        "seniority": "level from",
        "kind": "Profession",
        "form": "Names",
        "job": "a job",
        "unit": "a department",
        "profession": "Related profession",
        "specialisations": "Specialisations",
        "levels": "Levels",
        "usually": "Usually",
        "ambiguous": "Can mean more than one role",
        "left_out": "Left out",
        "around": "Around it",
        "suggestions": "Looks like",
        "or": " or ",
        "yes": "yes",
        "no": "no",
    },
}


def write_title(
    page: Page, payload: Mapping[str, Any], rulebook: Rulebook, language: Language
) -> None:
    """The reasons, then what the title allows; lines about nothing are left out."""
    page.line(payload["given"], style="bold")
    for reason in payload["why"]:
        page.line(reason)
    words, kinds = TITLE_WORDS[language], WORDS[language]
    named = {each.id: each.name for each in rulebook.specialisations}
    named |= {each.id: each.name for each in rulebook.levels}
    named |= {each.id: each.name for each in rulebook.professions}
    places = {id: name.in_language(language) for id, name in named.items()}

    def line(key: str, values: Iterable[str | None]) -> None:
        said = ", ".join(value for value in values if value)
        if said:
            page.line(f"{words[key]}: {said}", indent=2)

    for name in payload["names"]:
        seniority = "; ".join(f"‘{each}’" for each in name["seniority"])
        level = f", {words['seniority']} {seniority}" if seniority else ""
        line("entry", [f"{name['id']} (‘{name['name']}’{level})"])
    found = [kinds[each] for each in payload["kinds"]] or [kinds["unknown"]]
    line("kind", [words["or"].join(found)])
    if payload["recognised"]:
        line("form", [words[payload["form"]]])
        line("profession", [places.get(payload["profession"] or "")])
        line("specialisations", [places[each] for each in payload["specialisations"]])
        line("levels", [places[each] for each in payload["levels"]])
        line("usually", [places.get(each or "") for each in payload["usually"].values()])
        line("ambiguous", [words["yes" if payload["ambiguous"] else "no"]])
    line("left_out", [f"‘{each}’" for each in payload["left_out"]])
    line("around", [f"‘{each}’" for each in payload["around"]])
    line("suggestions", [f"‘{each}’" for each in payload["suggestions"]])
