"""The words around what is shown of a rulebook, in both languages."""

from collections.abc import Mapping

from service.rulebook.vocabulary import Language

Words = Mapping[Language, Mapping[str, str]]

KINDS: Words = {
    "nl": {
        "rule": "Regel",
        "role": "Rol",
        "title": "Titel",
        "certificate": "Certificaat",
        "work": "Werk",
        "goal": "Wens",
        "action": "Actie",
        "competence": "Competentie",
        "measure": "Maat",
        "signal": "Signaal",
    },
    "en": {
        "rule": "Rule",
        "role": "Role",
        "title": "Title",
        "certificate": "Certificate",
        "work": "Work",
        "goal": "Goal",
        "action": "Action",
        "competence": "Competence",
        "measure": "Measure",
        "signal": "Signal",
    },
}

PARTICULARS: Words = {
    "nl": {
        "stage": "Fase",
        "explanation": "Uitleg",
        "because": "Reden",
        "text": "Tekst",
        "signal": "Signaal",
        "actions": "Acties",
        "asks": "Wat de rol vraagt",
        "reached from": "Bereikbaar vanuit",
        "other names": "Andere namen",
        "title kind": "Vak",
        "form": "Noemt",
        "profession": "Verwant vak",
        "specialisations": "Specialisaties",
        "levels": "Niveaus",
        "usually": "Gewoonlijk",
        "ambiguous": "Kan meer dan één rol zijn",
        "valid years": "Jaren geldig",
        "phrases": "Zinnen",
        "toward": "Wijst naar",
        "competence kind": "Soort",
        "action kind": "Soort",
        "question": "Vraag",
        "mean of": "Gemiddelde van",
        "number of": "Aantal van",
        "at least": "Telt vanaf",
    },
    "en": {
        "stage": "Stage",
        "explanation": "Explanation",
        "because": "Reason",
        "text": "Text",
        "signal": "Signal",
        "actions": "Actions",
        "asks": "What the role asks",
        "reached from": "Reached from",
        "other names": "Other names",
        "title kind": "Profession",
        "form": "Names",
        "profession": "Related profession",
        "specialisations": "Specialisations",
        "levels": "Levels",
        "usually": "Usually",
        "ambiguous": "Can mean more than one role",
        "valid years": "Years valid",
        "phrases": "Phrases",
        "toward": "Points to",
        "competence kind": "Kind",
        "action kind": "Kind",
        "question": "Question",
        "mean of": "Mean of",
        "number of": "Number of",
        "at least": "Counts from",
    },
}

USES: Words = {
    "nl": {
        "leads to": "Leidt naar",
        "weighs against": "Pleit tegen",
        "used by": "Gebruikt door",
        "also given by": "Hetzelfde signaal komt van",
        "given by": "Komt van",
        "asked by": "Gevraagd door",
        "counted in": "Telt mee in",
        "advised by": "Aangeraden door",
        "recommended by": "Regels die ernaartoe leiden",
        "weighed against by": "Regels die ertegen pleiten",
    },
    "en": {
        "leads to": "Leads to",
        "weighs against": "Speaks against",
        "used by": "Used by",
        "also given by": "The same signal comes from",
        "given by": "Comes from",
        "asked by": "Asked by",
        "counted in": "Counted in",
        "advised by": "Advised by",
        "recommended by": "Rules that lead to it",
        "weighed against by": "Rules that speak against it",
    },
}

CASES: Words = {
    "nl": {
        "fired": "Casussen waarin de regel geldt",
        "first": "Casussen waarin de rol als eerste wordt aanbevolen",
        "later": "Casussen waarin de rol daarna wordt aanbevolen",
        "titled": "Casussen met deze titel",
        "advised": "Casussen waarin de actie wordt aangeraden",
        "given": "Casussen waarin het signaal blijkt",
        "told": "Casussen waarin het verteld wordt",
    },
    "en": {
        "fired": "Cases in which the rule holds",
        "first": "Cases in which the role is recommended first",
        "later": "Cases in which the role is recommended after another",
        "titled": "Cases with this title",
        "advised": "Cases in which the action is advised",
        "given": "Cases in which the signal shows",
        "told": "Cases in which it is told",
    },
}

_STAGES = {
    "nl": {
        "settling": "waar iemand nu staat, als de titel dat openlaat",
        "signals": "signalen, die andere regels gebruiken",
        "growth": "wat voor of tegen een stap pleit",
        "messages": "wat erbij gezegd wordt",
        "partnership": "wat er tegen een duo gezegd wordt",
    },
    "en": {
        "settling": "where someone stands, if the title leaves it open",
        "signals": "signals, which other rules use",
        "growth": "what speaks for or against a step",
        "messages": "what is said with it",
        "partnership": "what is said to a duo",
    },
}
_PROFESSIONS = {
    "nl": {
        "pmo": "PMO",
        "project-management": "projectmanagement",
        "adjacent": "een verwant vak",
        "outside": "een ander vak",
    },
    "en": {
        "pmo": "PMO",
        "project-management": "project management",
        "adjacent": "a related profession",
        "outside": "another profession",
    },
}
VALUES: Mapping[Language, Mapping[str, Mapping[str, str]]] = {
    "nl": {
        "stage": _STAGES["nl"],
        "title kind": _PROFESSIONS["nl"],
        "toward": _PROFESSIONS["nl"],
        "form": {"job": "een functie", "unit": "een afdeling"},
        "competence kind": {
            "trait": "een eigenschap",
            "functional": "een vaardigheid van het vak",
        },
    },
    "en": {
        "stage": _STAGES["en"],
        "title kind": _PROFESSIONS["en"],
        "toward": _PROFESSIONS["en"],
        "form": {"job": "a job", "unit": "a department"},
        "competence kind": {"trait": "a personal trait", "functional": "a skill of the profession"},
    },
}
"""What words of the rule files mean; other values stand as they are."""

WORDS: Words = {
    "nl": {
        "none": "geen",
        "yes": "ja",
        "no": "nee",
        "unknown": "`{}` bestaat niet.",
        "may mean": "Misschien bedoel je:",
        "nothing near": "Typ een id zoals het in de regelbestanden staat, of een naam.",
    },
    "en": {
        "none": "none",
        "yes": "yes",
        "no": "no",
        "unknown": "There is no `{}`.",
        "may mean": "You may mean:",
        "nothing near": "Type an id as it stands in the rule files, or a name.",
    },
}
