"""The vocabulary: the words in which rules and profiles are written."""

from typing import Any

from service.catalogue.rulebook import named
from service.rulebook.career import StepTimes
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Attribute, Competence, Language, Measure


def vocabulary_payload(rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {
        "specialisations": [named(each, language) for each in rulebook.specialisations],
        "levels": [named(each, language) for each in rulebook.levels],
        "professions": [named(each, language) for each in rulebook.professions],
        "points": [{"name": name, "points": number} for name, number in rulebook.points.items()],
        "costs": [{"change": kind.id, "cost": cost} for kind, cost in rulebook.costs.items()],
        "ratings": [
            {"value": each.value, "meaning": each.meaning.in_language(language)}
            for each in rulebook.ratings
        ],
        "competences": [_competence(each, language) for each in rulebook.competences],
        "measures": [_measure(each, language) for each in rulebook.measures],
        "attributes": [_attribute(each, language) for each in rulebook.attributes_by_id.values()],
        "step_times": rulebook.step_times and _step_times(rulebook.step_times, language),
    }


def _step_times(times: StepTimes, language: Language) -> dict[str, Any]:
    return {
        "source": times.source.in_language(language),
        "up": [{"level": level, "years": span.years} for level, span in times.up],
        "lateral": times.lateral and times.lateral.years,
        "entry": times.entry and times.entry.years,
        "step_back": times.step_back and times.step_back.years,
    }


def _competence(competence: Competence, language: Language) -> dict[str, Any]:
    return {
        "id": competence.id,
        "kind": "functional" if competence.functional else "trait",
        "name": competence.name.in_language(language),
        "aliases": list(competence.aliases),
        "question": competence.ask.in_language(language),
    }


def _measure(measure: Measure, language: Language) -> dict[str, Any]:
    return {
        "id": measure.id,
        "kind": "mean" if measure.is_mean else "number",
        "about": measure.about.in_language(language),
        "competences": list(measure.competences),
        "at_least": measure.at_least,
    }


def _attribute(attribute: Attribute, language: Language) -> dict[str, Any]:
    return {
        "id": attribute.id,
        "words": attribute.words,
        "type": attribute.type.value,
        "values": list(attribute.values),
        "question": attribute.asked and attribute.asked.in_language(language),
    }
