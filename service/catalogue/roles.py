"""The roles: what each place is for and what it asks."""

from typing import Any

from service.rulebook.career import Place, Role, SeeAlso
from service.rulebook.conditions import Condition
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import AttributeType, Language


def roles_payload(rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {"items": [_role(role, rulebook, language) for role in roles_in_order(rulebook)]}


def roles_in_order(rulebook: Rulebook) -> list[Role]:
    """By specialisation and level, as they stand in the vocabulary."""
    return [
        rulebook.roles_by_place[Place(specialisation, level)]
        for specialisation in rulebook.specialisation_ids
        for level in rulebook.level_ids
    ]


def _role(role: Role, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {
        "id": role.id,
        "specialisation": role.place.specialisation,
        "level": role.place.level,
        "title": role.title.in_language(language),
        "description": role.description.in_language(language),
        "asks": [_ask(each, rulebook, language) for each in role.asks],
        "see_also": [_see_also(each) for each in role.see_also],
    }


def _ask(condition: Condition, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    attribute, need = condition.attribute, condition.values[0]
    if attribute.type is AttributeType.RATING:
        competence = rulebook.competences_by_id[attribute.id.partition(".")[2]]
        name = competence.name.in_language(language)
        return {"kind": "competence", "id": competence.id, "name": name, "need": need}
    id = str(need)
    if attribute.id == "certificates":
        name = rulebook.certificates_by_id[id].name
        return {"kind": "certificate", "id": id, "name": name, "need": id}
    name = rulebook.work_by_id[id].name.in_language(language)
    return {"kind": "work", "id": id, "name": name, "need": id}


def _see_also(entry: SeeAlso) -> dict[str, Any]:
    return {"name": entry.name, "link": entry.link, "licence": entry.licence}
