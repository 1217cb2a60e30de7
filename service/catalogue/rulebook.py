"""The rulebook as a whole: what it is, how much of everything, and where the parts are."""

from typing import Any

from service.catalogue import paths
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Language, Level, Profession, Specialisation

LINKS = {
    "rules": paths.RULES,
    "vocabulary": paths.VOCABULARY,
    "roles": paths.ROLES,
    "goals": paths.GOALS,
    "certificates": paths.CERTIFICATES,
    "work": paths.WORK,
    "career_map": paths.CAREER_MAP,
}


def rulebook_payload(
    rulebook: Rulebook, language: Language, *, release: str | None
) -> dict[str, Any]:
    return {
        "digest": rulebook.digest,
        "release": release,
        "counts": {
            "specialisations": len(rulebook.specialisations),
            "levels": len(rulebook.levels),
            "competences": len(rulebook.competences),
            "certificates": len(rulebook.certificates),
            "work": len(rulebook.work),
            "goals": len(rulebook.goals),
            "titles": len(rulebook.titles.entries),
            "roles": len(rulebook.roles),
            "moves": len(rulebook.moves),
            "actions": len(rulebook.actions),
            "rules": len(rulebook.rules),
        },
        "specialisations": [named(each, language) for each in rulebook.specialisations],
        "levels": [named(each, language) for each in rulebook.levels],
        "links": LINKS,
    }


def named(entry: Specialisation | Level | Profession, language: Language) -> dict[str, str]:
    return {"id": entry.id, "name": entry.name.in_language(language)}
