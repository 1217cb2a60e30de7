"""Portraits: every part of a rulebook as named fields, so that two can be laid side by side.

A field is a text in two languages, conditions, the members of a list, or one value.
"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from service.comparison.model import Kind
from service.rulebook.career import Move, Role, Span, StepTimes
from service.rulebook.cases import Case, as_written
from service.rulebook.conditions import Group, Quantifier
from service.rulebook.model import Rulebook
from service.rulebook.rules import GiveSignal, Grow, Pairing, Rule, Say, Settle
from service.rulebook.titles import TitleEntry, TitleList
from service.rulebook.vocabulary import TENTHS, Goal, Text

Field = Text | Group | tuple[str, ...] | str | int | bool | None
Portrait = Mapping[str, Field]


def portraits_of(rulebook: Rulebook) -> dict[Kind, dict[str, Portrait]]:
    """Every part by its kind and its id."""
    return {
        Kind.RULE: {each.id: _rule(each) for each in rulebook.rules},
        Kind.ROLE: {each.id: _role(each) for each in rulebook.roles},
        Kind.MOVE: {each.id: _move(each) for each in rulebook.moves},
        Kind.TITLE: {each.id: _title(each) for each in rulebook.titles.entries},
        Kind.TITLE_WORDS: _title_words(rulebook.titles),
        Kind.CERTIFICATE: {
            each.id: {
                "name": each.name,
                "aliases": each.aliases,
                "valid years": each.valid_years,
                "includes": each.includes,
            }
            for each in rulebook.certificates
        },
        Kind.WORK: {
            each.id: {
                "name": each.name,
                "belongs to": each.specialisations,
                "aliases": each.aliases,
            }
            for each in rulebook.work
        },
        Kind.GOAL: {each.id: _goal(each) for each in rulebook.goals},
        Kind.ACTION: {each.id: {"text": each.text, "kind": each.kind} for each in rulebook.actions},
        Kind.COMPETENCE: {
            each.id: {
                "name": each.name,
                "kind": "functional" if each.functional else "trait",
                "aliases": each.aliases,
                "ask": each.ask,
            }
            for each in rulebook.competences
        },
        Kind.MEASURE: {
            each.id: {
                "about": each.about,
                "competences": each.competences,
                "at least": each.at_least,
            }
            for each in rulebook.measures
        },
        Kind.SPECIALISATION: {each.id: {"name": each.name} for each in rulebook.specialisations},
        Kind.LEVEL: {each.id: {"name": each.name} for each in rulebook.levels},
        Kind.PROFESSION: {each.id: {"name": each.name} for each in rulebook.professions},
        Kind.POINTS: {name: {"points": number} for name, number in rulebook.points.items()},
        Kind.COST: {kind.value: {"cost": cost} for kind, cost in rulebook.costs.items()},
        Kind.RATING: {str(each.value): {"meaning": each.meaning} for each in rulebook.ratings},
        Kind.STEP_TIME: _step_times(rulebook.step_times),
        Kind.QUESTION: _questions(rulebook),
        Kind.TIP: {
            each.tip.value: {
                "for pmo": each.for_pmo,
                "for project manager": each.for_project_manager,
            }
            for each in rulebook.tips
        },
        Kind.TEXT: {key: {"text": text} for key, text in rulebook.guardrail_texts.items()},
        Kind.ORDER: _orders(rulebook),
        Kind.CASE: {each.name: _case(each) for each in rulebook.cases},
    }


def _goal(goal: Goal) -> Portrait:
    mention = goal.mention
    return {
        "name": goal.name,
        "toward": goal.toward and goal.toward.value,
        "opposite": goal.opposite,
        "when urged": goal.when_urged,
        "aliases": goal.aliases,
        "phrases": goal.phrases,
        "mention of": mention.of if mention else (),
        "mention beside": mention.beside if mention else (),
        "mention unless": mention.unless if mention else (),
        "mention in questions": bool(mention and mention.in_questions),
    }


def _rule(rule: Rule) -> Portrait:
    return {
        "about": rule.about,
        "stage": rule.stage.value,
        "conditions": rule.when,
        **_effect(rule),
    }


def _effect(rule: Rule) -> Portrait:
    match rule.effect:
        case Settle(specialisation, level):
            return {"effect": "settle", "specialisation": specialisation, "level": level}
        case GiveSignal(signal):
            return {"effect": "signal", "signal": signal}
        case Say(kind, text, outcome):
            return {
                "effect": "say",
                "say": kind and kind.value,
                "text": text,
                "outcome": outcome and outcome.value,
            }
        case Pairing(kind, tip, text):
            return {"effect": kind.value, "tip": tip and tip.value, "text": text}
        case Grow() as grows:
            return {
                "effect": grows.weight.value,
                "specialisation": grows.specialisation,
                "level": str(grows.level),
                "points": abs(grows.points) or None,
                "because": grows.because,
                "actions": grows.actions,
            }


def _role(role: Role) -> Portrait:
    return {
        "title": role.title,
        "description": role.description,
        "asks": Group(Quantifier.ALL, role.asks),
        "see also": tuple(
            ", ".join(part for part in (each.name, each.link, each.licence) if part)
            for each in role.see_also
        ),
    }


def _move(move: Move) -> Portrait:
    return {
        "about": move.about,
        "from specialisation": move.from_specialisation,
        "from levels": move.from_levels,
        "to specialisation": move.to_specialisation,
        "step": move.step and move.step.value,
        "entry levels": move.entry_levels,
    }


def _title(title: TitleEntry) -> Portrait:
    return {
        "names": title.names,
        "kinds": tuple(kind.value for kind in title.kinds),
        "form": title.form.value,
        "profession": title.profession,
        "specialisations": title.specialisations,
        "levels": title.levels,
        "usual specialisation": title.usual_specialisation,
        "usual level": title.usual_level,
        "container": title.container,
    }


def _title_words(titles: TitleList) -> dict[str, Portrait]:
    return {
        "noise": {"words": titles.noise},
        "around": {"words": titles.around},
        "same word": {"words": tuple(" = ".join(each) for each in titles.same_word)},
        "seniority": {
            "words": tuple(
                f"{', '.join(each.words)}: {', '.join(each.levels)}" for each in titles.seniority
            )
        },
    }


def _step_times(times: StepTimes | None) -> dict[str, Portrait]:
    if times is None:
        return {}
    spans = {f"up {level}": span for level, span in times.up} | {
        "lateral": times.lateral,
        "entry": times.entry,
        "step back": times.step_back,
    }
    told = {id: {"years": _years(span)} for id, span in spans.items() if span is not None}
    return {"source": {"text": times.source}, **told}


def _years(span: Span) -> str:
    """As a rule file has it."""
    low, high = (f"{Decimal(bound) / TENTHS:g}" for bound in (span.low, span.high))
    return f"{low} to {high}"


def _questions(rulebook: Rulebook) -> dict[str, Portrait]:
    """Those in the vocabulary; the question of a competence stands with the competence."""
    return {
        words: {"ask": attribute.asked}
        for words, attribute in rulebook.attributes.items()
        if attribute.asked is not None and not words.startswith("competence ")
    }


def _orders(rulebook: Rulebook) -> dict[str, Portrait]:
    """The lists whose order means something, such as levels from low to high."""
    lists: dict[str, Iterable[Any]] = {
        "specialisations": rulebook.specialisations,
        "levels": rulebook.levels,
        "professions": rulebook.professions,
        "competences": rulebook.competences,
        "measures": rulebook.measures,
        "certificates": rulebook.certificates,
        "work": rulebook.work,
        "goals": rulebook.goals,
    }
    orders: dict[str, Portrait] = {
        name: {"order": tuple(each.id for each in entries)} for name, entries in lists.items()
    }
    return orders | {"ratings": {"order": tuple(str(each.value) for each in rulebook.ratings)}}


def _case(case: Case) -> Portrait:
    return {
        "profile": _lines(case.sent),
        "expect": _lines(case.expect),
        "same answer for": tuple("; ".join(_lines(each)) for each in case.same_answer_for),
        "sent as": case.about.value,
    }


def _lines(value: Mapping[str, Any], above: str = "") -> tuple[str, ...]:
    """`experience, years_in_role: 4`: each line with the keys above it."""
    found: list[str] = []
    for key, each in value.items():
        name = f"{above}{as_written(key)}"
        if isinstance(each, Mapping):
            found += _lines(each, f"{name}, ")
        else:
            found.append(f"{name}: {_written(each)}")
    return tuple(found)


def _written(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(_written, value))
    return json.dumps(value, ensure_ascii=False, default=str)
