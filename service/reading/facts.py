"""Facts: a reading as flat, typed attributes. What is unknown is absent."""

from collections.abc import Mapping

from service.reading.model import Reading
from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import RATINGS, Attribute, Measure


def facts_of(reading: Reading, rulebook: Rulebook) -> dict[str, FactValue]:
    """Everything that rules can see before the place is settled; goals are always known."""
    facts: dict[str, FactValue] = _title_facts(reading)
    single: dict[str, FactValue | None] = {
        "current.specialisation": reading.current_specialisation,
        "current.level": reading.current_level,
        "work": None if reading.work is None else frozenset(reading.work),
        "certificates": (
            None if reading.certificates is None else rulebook.held_with(reading.certificates)
        ),
        "goals": frozenset(reading.goals),
        "years.in_pmo": reading.years_in_pmo,
        "years.in_role": reading.years_in_role,
    }
    facts.update((id, value) for id, value in single.items() if value is not None)
    facts.update((f"competence.{id}", rating) for id, rating in reading.ratings.items())
    for measure in rulebook.measures:
        facts[f"measure.{measure.id}"] = range_of(measure, reading.ratings)
    return facts


def _title_facts(reading: Reading) -> dict[str, FactValue]:
    title = reading.title
    if not title.recognised:
        return {}
    facts: dict[str, FactValue] = {
        "title.specialisations": frozenset(title.specialisations),
        "title.levels": frozenset(title.levels),
        "title.ambiguous": title.ambiguous,
    }
    if title.kind is not None:
        facts["title.kind"] = title.kind.value
    if title.form is not None:
        facts["title.form"] = title.form.value
    if title.profession is not None:
        facts["title.profession"] = title.profession
    return facts


def range_of(measure: Measure, ratings: Mapping[str, int]) -> tuple[int, int]:
    """The lowest and highest value of a measure, unknown ratings counted as 1 and as 5."""
    known = [ratings[id] for id in measure.competences if id in ratings]
    unknown = len(measure.competences) - len(known)
    lowest, highest, least = RATINGS[0], RATINGS[-1], measure.at_least
    if least is None:
        total = sum(known)
        return total + unknown * lowest, total + unknown * highest
    count = sum([rating >= least for rating in known])
    return count + unknown * (lowest >= least), count + unknown * (highest >= least)


def unknown_attributes(facts: Facts, rulebook: Rulebook) -> tuple[Attribute, ...]:
    """What a person could still tell and did not, in the order of the vocabulary."""
    return tuple(each for each in rulebook.tellable_attributes if each.id not in facts)
