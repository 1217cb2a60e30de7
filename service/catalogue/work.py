"""The kinds of work, with the specialisations that they belong to."""

from typing import Any

from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Language, Work


def work_payload(rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {"items": [_work(each, language) for each in rulebook.work]}


def _work(work: Work, language: Language) -> dict[str, Any]:
    return {
        "id": work.id,
        "name": work.name.in_language(language),
        "specialisations": list(work.specialisations),
        "aliases": list(work.aliases),
    }
