"""Answers: the same person, with one thing that was unknown told as well."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from service.advice.values import values_around
from service.reading.profile import Profile
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import RATINGS, Attribute, AttributeType


def answers_about(attribute: Attribute, profile: Profile, rulebook: Rulebook) -> Iterator[Profile]:
    """Every rating, years on both sides of every bound, and lists of no, one or two members."""
    field = attribute.id.replace(".", "_")
    match attribute.type:
        case AttributeType.RATING:
            id = attribute.id.partition(".")[2]
            for rating in RATINGS:
                yield replace(profile, competences={**profile.competences, id: rating})
        case AttributeType.YEARS:
            # Years in the role may count as years in PMO, so each has the bounds of both.
            conditions = (
                condition
                for rule in rulebook.rules
                for condition in rule.when.conditions()
                if condition.attribute.type is AttributeType.YEARS
            )
            for tenths in values_around(conditions, attribute):
                yield replace(profile, **{field: tenths})  # type: ignore[arg-type]
        case _:
            for size in range(3):
                for members in combinations(attribute.values, size):
                    yield replace(profile, **{field: members})  # type: ignore[arg-type]
