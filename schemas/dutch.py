"""Dutch words that advisors may write where rule files have English ones, and what those are.

Texts for people stand in both languages; the language of the rules themselves is English.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

KEYS: Mapping[str, str] = {
    "regel": "rule",
    "over": "about",
    "uitleg": "about",
    "toelichting": "about",
    "als alle": "when all of",
    "als alle van": "when all of",
    "als alles": "when all of",
    "als al": "when all of",
    "wanneer alle": "when all of",
    "wanneer alle van": "when all of",
    "als": "when all of",
    "wanneer": "when all of",
    "als een van": "when at least one of",
    "als één van": "when at least one of",
    "als minstens een van": "when at least one of",
    "als minstens één van": "when at least one of",
    "als ten minste een van": "when at least one of",
    "als geen van": "when none of",
    "wanneer geen van": "when none of",
    "alle": "all of",
    "alle van": "all of",
    "een van": "at least one of",
    "één van": "at least one of",
    "minstens een van": "at least one of",
    "minstens één van": "at least one of",
    "ten minste een van": "at least one of",
    "ten minste één van": "at least one of",
    "geen van": "none of",
    "beveel aan": "recommend",
    "aanbevelen": "recommend",
    "adviseer": "recommend",
    "raad af": "advise against",
    "raad aan": "recommend",
    "afraden": "advise against",
    "sluit uit": "rule out",
    "uitsluiten": "rule out",
    "specialisatie": "specialisation",
    "specialisaties": "specialisations",
    "niveau": "level",
    "niveaus": "levels",
    "punten": "points",
    "omdat": "because",
    "want": "because",
    "daarom": "because",
    "reden": "because",
    "acties": "actions",
    "actie": "action",
    "zeg": "say",
    "tekst": "text",
    "uitkomst": "outcome",
    "leg vast": "settle",
    "bepaal": "settle",
    "signaal": "signal",
    "vult aan": "completes",
    "spanning": "tension",
    "past bij tip": "fits tip",
    "titel": "title",
    "titels": "titles",
    "namen": "names",
    "naam": "name",
    "soort": "kind",
    "vorm": "form",
    "beroep": "profession",
    "beroepen": "professions",
    "meestal": "usually",
    "gewoonlijk": "usually",
    "aliassen": "aliases",
    "andere namen": "aliases",
    "vraag": "ask",
    "vraagt": "asks",
    "competentie": "competence",
    "competenties": "competences",
    "certificaat": "certificate",
    "werk": "work",
    "hoort bij": "belongs to",
    "doel": "goal",
    "richting": "toward",
    "zinnen": "phrases",
    "rol": "role",
    "omschrijving": "description",
    "beschrijving": "description",
    "zie ook": "see also",
    "licentie": "licence",
    "stap": "move",
    "van": "from",
    "naar": "to",
    "betekenis": "meaning",
    "beoordeling": "rating",
    "bron": "source",
    "jaren": "years",
    "omhoog": "up",
    "tijd van stappen": "step times",
    "meting": "measure",
    "maat": "measure",
    "gemiddelde van": "mean of",
    "aantal van": "number of",
    "minstens": "at least",
    "voor pmo": "for pmo",
    "voor projectmanager": "for project manager",
    "geval": "case",
    "casus": "case",
    "profiel": "profile",
    "verwacht": "expect",
    "verwachting": "expect",
    "betrouwbaarheid": "confidence",
    "lezing": "reading",
    "eerste": "first",
    "aanbevolen": "recommended",
    "niet aanbevolen": "not recommended",
    "gezegd": "said",
    "niet gezegd": "not said",
    "gevraagd": "asked",
    "zelfde antwoord voor": "same answer for",
    "taal": "language",
    "ervaring": "experience",
    "wens": "ambition",
    "ambitie": "ambition",
    "certificaten": "certificates",
    "doelen": "goals",
    "huidig": "current",
}
"""Keys, and the words with which groups of conditions start."""

CONDITIONS: Mapping[str, str] = {
    "minstens": "at least",
    "minimaal": "at least",
    "tenminste": "at least",
    "ten minste": "at least",
    "op zijn minst": "at least",
    "hoogstens": "at most",
    "maximaal": "at most",
    "ten hoogste": "at most",
    "op zijn hoogst": "at most",
    "tussen": "between",
    "een van": "one of",
    "één van": "one of",
    "alle": "all of",
    "alle van": "all of",
    "geen van": "none of",
    "niet": "not",
    "geen": "not",
    "bekend": "known",
    "onbekend": "unknown",
    "bevat": "includes",
    "bevatten": "include",
    "heeft": "includes",
    "hebben": "include",
    "zijn": "is",
    "specialisatie": "specialisation",
    "specialisaties": "specialisations",
    "niveau": "level",
    "niveaus": "levels",
    "werk": "work",
    "werkzaamheden": "work",
    "certificaat": "certificates",
    "certificaten": "certificates",
    "doel": "goals",
    "doelen": "goals",
    "competentie": "competence",
    "meting": "measure",
    "maat": "measure",
    "signaal": "signal",
    "jaren in": "years in",
    "jaar in": "years in",
    "jaren ervaring": "years in pmo",
    "in functie": "in role",
    "in rol": "in role",
    "titel": "title",
    "soort": "kind",
    "vorm": "form",
    "beroep": "profession",
    "huidig": "current",
    "huidige": "current",
    "dubbelzinnig": "ambiguous",
    "advies": "advice",
    "projectmanager": "project manager",
}
"""The words of conditions, apart from ids."""

_LONGEST = max(len(words.split()) for words in CONDITIONS)
_WORD = re.compile(r"[^\s\[\],]+")
_WITHOUT_VERB = re.compile(r"(?<!\bis )\b(at least|at most|between)\b")


@dataclass(frozen=True, slots=True)
class InEnglish:
    """A condition in English. `dutch` is its first Dutch phrase, which starts at `offset`."""

    condition: str
    dutch: str
    offset: int


def in_english(condition: str) -> InEnglish | None:
    """A condition with its Dutch words in English; None when it has none."""
    words = list(_WORD.finditer(condition))
    first: re.Match[str] | None = None
    dutch = ""
    parts: list[str] = []
    end = index = 0
    while index < len(words):
        count, english = _phrase_at(words, index)
        start, last = words[index], words[index + count - 1]
        parts += [condition[end : start.start()], english or start.group()]
        if english and first is None:
            first, dutch = start, condition[start.start() : last.end()]
        end, index = last.end(), index + count
    if first is None:
        return None
    whole = "".join([*parts, condition[end:]])
    if " between " in f" {whole} ":
        whole = whole.replace(" en ", " and ")
    return InEnglish(_WITHOUT_VERB.sub(r"is \1", whole), dutch, first.start())


def _phrase_at(words: list[re.Match[str]], index: int) -> tuple[int, str | None]:
    """How many words the longest Dutch phrase here has, and what it is in English."""
    for count in range(min(_LONGEST, len(words) - index), 0, -1):
        said = " ".join(word.group().lower() for word in words[index : index + count])
        if said in CONDITIONS:
            return count, CONDITIONS[said]
    return 1, None
