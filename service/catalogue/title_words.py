"""The words around how a title is read, in both languages."""

from collections.abc import Mapping

from service.rulebook.vocabulary import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "and": " en ",
        "one name": "De titel is gelezen als {}.",
        "names": "Er staan meer titels in: {}. Wat ze samen toelaten, telt.",
        "seniority": "Het niveau volgt uit {}.",
        "left out": "Weggelaten is {}: een plaats of afdeling verandert niets aan de titel.",
        "around": "Eromheen staat {}; dat verandert niets aan de titel.",
        "unit": "Dit is de naam van een afdeling; wat iemand daar doet, zegt de titel niet.",
        "kinds": "De titel kan bij verschillende vakken horen, en dat zegt de titel zelf niet.",
        "ambiguous": "De titel kan meer dan één rol zijn; het werk dat iemand doet, beslist.",
        "not recognised": "Deze titel is niet bekend, en er wordt niet geraden.",
    },
    "en": {
        "and": " and ",
        "one name": "The title is read as {}.",
        "names": "There are several titles in it: {}. What they allow together counts.",
        "seniority": "The level follows from {}.",
        "left out": "Left out is {}: a place or department changes nothing about the title.",
        "around": "Around it stands {}; that changes nothing about the title.",
        "unit": "This is the name of a department; the title does not say what someone does there.",
        "kinds": "The title can belong to several professions, and does not say to which.",
        "ambiguous": "The title can be more than one role; the work that someone does decides.",
        "not recognised": "This title is not known, and no guess is made.",
    },
}
