"""The ids of a rulebook with what they stand for, and the keys of rule files that take them."""

from collections.abc import Iterable, Mapping

from service.editors.descriptions import VALUES, said
from service.rulebook import Rulebook
from service.rulebook.attributes import ASKABLE
from service.rulebook.rules import LevelStep, Rule

Described = Mapping[str, str]
"""Ids or other words with what each stands for."""

Key = tuple[str, str]
"""The name of a schema and a key as it stands in a file."""

REFERENCES: Mapping[Key, str] = {
    ("AttributeSchema", "attribute"): "askable",
    ("StepUpSchema", "level"): "level above the first",
    ("CertificateSchema", "includes"): "certificates",
    ("GoalSchema", "opposite"): "goals",
    ("WorkSchema", "belongs to"): "specialisation",
    ("SenioritySchema", "levels"): "level",
    ("TitleSchema", "profession"): "profession",
    ("TitleSchema", "specialisations"): "specialisation",
    ("TitleSchema", "levels"): "level",
    ("UsualSchema", "specialisation"): "specialisation",
    ("UsualSchema", "level"): "level",
    ("RoleSchema", "role"): "role",
    ("FromSchema", "specialisation"): "specialisation",
    ("FromSchema", "levels"): "level",
    ("ToSchema", "specialisation"): "specialisation",
    ("ToSchema", "levels"): "level of entry",
    ("SettleSchema", "specialisation"): "specialisation",
    ("SettleSchema", "level"): "level",
    ("RecommendSchema", "specialisation"): "specialisation",
    ("RecommendSchema", "level"): "level of a step",
    ("RecommendSchema", "actions"): "action",
    ("AdviseAgainstSchema", "specialisation"): "specialisation",
    ("AdviseAgainstSchema", "level"): "any level of a step",
    ("RuleOutSchema", "specialisation"): "specialisation",
    ("RuleOutSchema", "level"): "any level of a step",
}
"""The keys that take an id, with the family of the id."""


def ids_of(rulebook: Rulebook) -> dict[str, Described]:
    """The ids of every family, in the order of their files."""
    levels = {each.id: said(each.name) for each in rulebook.levels}
    below_the_top = dict(list(levels.items())[:-1])
    above_the_first = dict(list(levels.items())[1:])
    steps = {step.value: said(VALUES[step]) for step in LevelStep}
    return {
        "askable": {words: said(VALUES[words]) for words in ASKABLE},
        "specialisation": {each.id: said(each.name) for each in rulebook.specialisations},
        "level": levels,
        "level of entry": below_the_top,
        "level above the first": above_the_first,
        "level of a step": steps | below_the_top,
        "any level of a step": steps | levels,
        "profession": {each.id: said(each.name) for each in rulebook.professions},
        "competence": {each.id: said(each.name) for each in rulebook.competences},
        "functional competence": {
            each.id: said(each.name) for each in rulebook.competences if each.functional
        },
        "measure": {each.id: said(each.about) for each in rulebook.measures},
        "certificates": {each.id: each.name for each in rulebook.certificates},
        "work": {each.id: said(each.name) for each in rulebook.work},
        "goals": {each.id: said(each.name) for each in rulebook.goals},
        "action": {each.id: said(each.text) for each in rulebook.actions},
        "role": {each.id: said(each.title) for each in rulebook.roles},
        "signal": {
            signal: _about(rules) for signal, rules in sorted(rulebook.signal_rules.items())
        },
        "rule": {each.id: said(each.about) for each in rulebook.rules},
        "guardrail text": {id: said(text) for id, text in rulebook.guardrail_texts.items()},
    }


def _about(rules: Iterable[Rule]) -> str:
    return "\n\n".join(said(rule.about) for rule in rules)
