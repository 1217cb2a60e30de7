"""The schemas of the files with rules: one for each stage."""

from schemas.rule_fields import WHENS
from schemas.rule_files import RuleSchema
from service.editors.conditions import pattern_of, snippets_of
from service.editors.ids import Described
from service.editors.shapes import GROUP, Shape, Shapes, groups_of, list_of
from service.editors.together import at_least_one, exactly_one, needs, says
from service.rulebook import Rulebook
from service.rulebook.rule_reader import EFFECTS, LOOKS_AT, may_look_at
from service.rulebook.vocabulary import Attribute, Stage

FIRST: dict[Stage, str] = {
    Stage.SETTLING: "title kind is pmo",
    Stage.SIGNALS: "competence ",
    Stage.GROWTH: "level is at least ",
    Stage.MESSAGES: "title is ambiguous",
    Stage.PARTNERSHIP: "pmo competence ",
}
BEGUN: dict[Stage, Shape] = {
    Stage.SETTLING: {"settle": {"level": "$6"}},
    Stage.SIGNALS: {"signal": "$6"},
    Stage.GROWTH: {
        "recommend": {
            "specialisation": "$6",
            "level": "${7:same as now}",
            "points": "${8:20}",
            "because": {"nl": "$9", "en": "$10"},
        }
    },
    Stage.MESSAGES: {"say": "$6", "text": {"nl": "$7", "en": "$8"}},
    Stage.PARTNERSHIP: {"completes": {"nl": "$6", "en": "$7"}},
}
"""The effect that a new rule begins with."""

OF_LEVEL = "-of-level"
"""Ends the names of what only rules that settle the level may say."""


def file_of_rules(
    stage: Stage, rulebook: Rulebook, shapes: Shapes, ids: dict[str, Described]
) -> Shape:
    """The schema of a file in the folder of a stage."""
    keys = ("rule", "about", *WHENS, *EFFECTS[stage])
    rule = shapes.entry(RuleSchema, keys)
    rule["allOf"] = [*exactly_one(*WHENS), *_effects(stage)]
    definitions = _definitions(stage, rulebook, ids, "")
    if stage is Stage.SETTLING:
        # A rule that settles the level may look at the specialisation too.
        definitions |= _definitions(stage, rulebook, ids, OF_LEVEL)
        for key in WHENS:
            del rule["properties"][key]["allOf"]
        rule["allOf"].append(
            {
                "if": says("settle", needs("specialisation")),
                "then": {"properties": {key: {"$ref": GROUP} for key in WHENS}},
                "else": {"properties": {key: {"$ref": GROUP + OF_LEVEL} for key in WHENS}},
            }
        )
    return list_of(rule) | {"defaultSnippets": [_new_rule(stage)], "definitions": definitions}


def _effects(stage: Stage) -> list[Shape]:
    """One effect; a message has a text with its kind, an outcome, or both."""
    if stage is Stage.MESSAGES:
        return [
            at_least_one("say", "outcome"),
            {"dependencies": {"say": ["text"], "text": ["say"]}},
        ]
    return exactly_one(*EFFECTS[stage])


def _definitions(stage: Stage, rulebook: Rulebook, ids: dict[str, Described], suffix: str) -> Shape:
    attributes = visible(stage, rulebook, levels_too=suffix == OF_LEVEL)
    known = stage is Stage.MESSAGES
    pattern = pattern_of(attributes, rulebook.measures_by_id, known=known)
    snippets = snippets_of(attributes, ids, rulebook.measures_by_id)
    about = (
        f"This is no condition for {stage}/, which may look at {LOOKS_AT[stage]}. "
        f"Write for example `{snippets[0]['body']}`; `vakpad check` tells which word is wrong."
    )
    return groups_of(pattern, about, snippets, suffix)


def visible(stage: Stage, rulebook: Rulebook, *, levels_too: bool = False) -> list[Attribute]:
    """What rules of a stage may look at."""
    if stage is Stage.PARTNERSHIP:
        return list(rulebook.duo_attributes.values())
    return [
        attribute
        for attribute in rulebook.attributes.values()
        if may_look_at(stage, attribute, levels_too=levels_too)
    ]


def _new_rule(stage: Stage) -> Shape:
    return {
        "label": "a new rule",
        "description": "A rule with everything that it needs",
        "body": {
            "rule": "$1",
            "about": {"nl": "$2", "en": "$3"},
            "when all of": [f"{FIRST[stage]}$4"],
            **BEGUN[stage],
        },
    }
