"""A title: how it is read and why, or what is known that looks like it."""

from typing import Any

from service.catalogue.title_words import WORDS
from service.reading.model import TitleReading
from service.reading.spelling import plain
from service.reading.title_names import Recognised
from service.reading.titles import Explanation, TitleReader
from service.reading.trimmings import trimmings_of
from service.rulebook.titles import TitleForm
from service.rulebook.vocabulary import Language

UNKNOWN_KIND = "unknown"
MOST_SUGGESTIONS = 5


def title_payload(titles: TitleReader, given: str, language: Language) -> dict[str, Any]:
    reading, explanation = titles.read(given), titles.explain(given)
    suggestions = () if explanation else titles.suggestions(given, MOST_SUGGESTIONS)
    return {
        "given": reading.given,
        "recognised": reading.recognised,
        "kind": reading.kind.value if reading.kind else UNKNOWN_KIND,
        "kinds": [kind.value for kind in reading.kinds],
        "form": reading.form and reading.form.value,
        "profession": reading.profession,
        "specialisations": list(reading.specialisations),
        "levels": list(reading.levels),
        "usually": {
            "specialisation": reading.usual_specialisation,
            "level": reading.usual_level,
        },
        "ambiguous": reading.ambiguous,
        "names": [_name(each) for each in explanation.names] if explanation else [],
        "left_out": _left_out(explanation) if explanation else [],
        "around": _around(given, explanation),
        "why": _why(reading, explanation, language),
        "suggestions": list(suggestions),
    }


def _name(name: Recognised) -> dict[str, Any]:
    return {
        "id": name.entry.id,
        "name": name.entry.names[0],
        "seniority": [" ".join(words) for words in name.seniority],
    }


def _left_out(explanation: Explanation) -> list[str]:
    return [" ".join(words) for words in explanation.dropped]


def _around(given: str, explanation: Explanation | None) -> list[str]:
    """What vacancies write around a title, and the noise around its names."""
    names = explanation.names if explanation else ()
    noise = [" ".join(words) for name in names for words in name.noise]
    return [*trimmings_of(plain(given)), *noise]


def _why(reading: TitleReading, explanation: Explanation | None, language: Language) -> list[str]:
    """What was seen, in the order in which it was looked at."""
    words = WORDS[language]
    around = ", ".join(f"‘{each}’" for each in _around(reading.given, explanation))
    ignored = [words["around"].format(around)] if around else []
    if explanation is None:
        return [words["not recognised"], *ignored]
    names = [f"‘{name.entry.names[0]}’" for name in explanation.names]
    seniority = [" ".join(each) for name in explanation.names for each in name.seniority]
    said = [words["one name" if len(names) == 1 else "names"].format(words["and"].join(names))]
    if seniority:
        said.append(words["seniority"].format(", ".join(f"‘{each}’" for each in seniority)))
    if explanation.dropped:
        left_out = ", ".join(f"‘{each}’" for each in _left_out(explanation))
        said.append(words["left out"].format(left_out))
    said += ignored
    if reading.form is TitleForm.UNIT:
        said.append(words["unit"])
    if reading.kind is None:
        said.append(words["kinds"])
    elif reading.ambiguous:
        said.append(words["ambiguous"])
    return said
