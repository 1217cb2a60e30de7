"""One rule: its conditions as a tree, its effect, and the whole as a sentence."""

from fractions import Fraction
from typing import Any

from schemas.faults import nearest
from service.rulebook.conditions import Condition, Group, attributes_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import GiveSignal, Grow, LevelStep, Pairing, Rule, Say, Settle
from service.rulebook.vocabulary import TENTHS, AttributeType, Language
from service.wording import condition_sentence, sentence_of


def rule_payload(rule: Rule, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    looked_at = attributes_of(rule.when)
    return {
        "id": rule.id,
        "stage": rule.stage.value,
        "about": rule.about.in_language(language),
        "sentence": sentence_of(rule, rulebook, language),
        "when": _group(rule.when, rulebook, language),
        "effect": _effect(rule, rulebook, language),
        "looks_at": [id for id, each in rulebook.attributes_by_id.items() if each in looked_at],
        "file": rule.position.file,
        "line": rule.position.line,
    }


def nearest_rule(id: str, rulebook: Rulebook) -> str | None:
    """The id that was most likely meant, or None when none is near."""
    return nearest(id, tuple(rulebook.rules_by_id))


def _group(group: Group, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {
        "quantifier": group.quantifier.value,
        "conditions": [
            _condition(member, rulebook, language)
            for member in group.members
            if isinstance(member, Condition)
        ],
        "groups": [
            _group(member, rulebook, language)
            for member in group.members
            if isinstance(member, Group)
        ],
    }


def _condition(condition: Condition, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {
        "condition": condition.sentence,
        "sentence": condition_sentence(condition, rulebook, language),
        "attribute": condition.attribute.id,
        "operator": condition.operator.value,
        "values": _values(condition, rulebook),
    }


def _values(condition: Condition, rulebook: Rulebook) -> list[Any]:
    """The values as advisors wrote them: years in years, of a mean the mean."""
    parts = 1
    if condition.attribute.type is AttributeType.YEARS:
        parts = TENTHS
    elif condition.attribute.type is AttributeType.MEASURE:
        measure = rulebook.measures_by_id[condition.attribute.own_id.partition(".")[2]]
        parts = len(measure.competences) if measure.is_mean else 1
    return [_number(value, parts) for value in condition.values]


def _number(value: Any, parts: int) -> Any:
    if isinstance(value, str | bool):
        return value
    number = Fraction(value) / parts
    return number.numerator if number.denominator == 1 else float(number)


def _effect(rule: Rule, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """Every part of every kind of effect; what this one does not have is null or empty."""
    effect: dict[str, Any] = {
        "kind": None,
        "specialisation": None,
        "level": None,
        "points": None,
        "because": None,
        "actions": [],
        "signal": None,
        "say": None,
        "text": None,
        "outcome": None,
        "tip": None,
    }
    match rule.effect:
        case Settle(specialisation, level):
            return effect | {"kind": "settle", "specialisation": specialisation, "level": level}
        case GiveSignal(signal):
            return effect | {"kind": "signal", "signal": signal}
        case Say() as said:
            return effect | {"kind": "message"} | _message(said, language)
        case Pairing(kind, tip, text):
            tip_id = tip and tip.value
            said_to_both = {"text": text.in_language(language), "tip": tip_id}
            return effect | {"kind": kind.value} | said_to_both
        case Grow() as grows:
            return effect | _weight(grows, rulebook, language)


def _message(said: Say, language: Language) -> dict[str, Any]:
    return {
        "say": said.kind and said.kind.value,
        "text": said.text and said.text.in_language(language),
        "outcome": said.outcome and said.outcome.value,
    }


def _weight(grows: Grow, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    actions = [rulebook.actions_by_id[id] for id in grows.actions]
    return {
        "kind": grows.weight.value,
        "specialisation": grows.specialisation,
        "level": grows.level.value if isinstance(grows.level, LevelStep) else grows.level,
        "points": grows.points or None,
        "because": grows.because.in_language(language),
        "actions": [
            {"id": each.id, "kind": each.kind, "text": each.text.in_language(language)}
            for each in actions
        ],
    }
