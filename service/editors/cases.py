"""The schema of the files with cases: people and duos with the answer expected for them."""

from collections.abc import Mapping

from schemas.rule_files import CaseDuoChangeSchema, CaseDuoSchema, CaseSchema, ExpectSchema
from service.editors.descriptions import VALUES, said
from service.editors.ids import Described, Key
from service.editors.sent import profile_of
from service.editors.shapes import Shape, Shapes, list_of, one_of
from service.editors.together import needs, without
from service.rulebook import Rulebook
from service.rulebook.case_names import NOT, names_to_expect
from service.rulebook.cases import EXPECTATIONS, About
from service.rulebook.vocabulary import LANGUAGES, Side

PROFILE: Shape = {"$ref": "#/definitions/profile"}
WHOLE_PROFILE: Shape = {"allOf": [PROFILE], "required": ["title"]}
SCHEMAS = {
    "": "ExpectSchema",
    "first": "ExpectPlaceSchema",
    "reading": "ExpectReadingSchema",
    **{f"readings, {side}": "ExpectReadingSchema" for side in Side},
}
"""The schema of the lines below `expect`, and below its lines."""


def file_of_cases(rulebook: Rulebook, ids: Mapping[str, Described]) -> Shape:
    lists: dict[str, Shape] = {}
    expected = {about: _expected(about, rulebook, ids, lists) for about in About}
    duo = _duo(CaseDuoSchema, WHOLE_PROFILE)
    shapes = Shapes(
        {},
        {
            ("CaseSchema", "profile"): WHOLE_PROFILE,
            ("CaseSchema", "duo"): duo,
            ("CaseSchema", "expect"): {"type": "object"},
            ("CaseSchema", "same answer for"): {"type": "array"},
        },
        {},
    )
    change = {About.PERSON: PROFILE, About.DUO: _duo(CaseDuoChangeSchema, PROFILE)}
    of_each = {
        about: {
            "properties": {
                "expect": {"$ref": f"#/definitions/{about}-expects"},
                "same answer for": list_of(change[about]),
            }
        }
        for about in About
    }
    case = shapes.entry(CaseSchema) | {
        "if": needs(About.DUO),
        "then": {"allOf": [of_each[About.DUO], without(About.PERSON)]},
        "else": of_each[About.PERSON] | needs(About.PERSON),
    }
    profile = profile_of(rulebook, ids) | {"minProperties": 1}
    definitions = {"profile": profile, **{f"{about}-expects": expected[about] for about in About}}
    definitions |= lists
    return list_of(case) | {"defaultSnippets": [_new_case()], "definitions": definitions}


def _duo(schema: type[CaseDuoChangeSchema], profile: Shape) -> Shape:
    name = schema.__name__
    sides: dict[Key, Shape] = {(name, side): profile for side in Side}
    language: dict[Key, Shape] = {(name, "language"): {"type": "string", "enum": list(LANGUAGES)}}
    return Shapes({}, sides | language, {}).entry(schema)


def _expected(
    about: About, rulebook: Rulebook, ids: Mapping[str, Described], lists: dict[str, Shape]
) -> Shape:
    """The lines that may stand below `expect`, each with what can come true there.

    That goes into `lists`, once for all lines with the same.
    """
    known = _words(rulebook, ids)
    words: dict[Key, Shape] = {}
    for key, names in names_to_expect(rulebook)[about].items():
        above, _, line = key.rpartition(", ")
        shape = one_of({name: known.get(name, "") for name in dict.fromkeys(names)})
        name = next(
            (name for name in lists if lists[name] == shape), f"{about}-{line}".replace(" ", "-")
        )
        lists[name] = shape
        for each in (line, f"{NOT}{line}"):
            words[SCHEMAS[above], each] = {"$ref": f"#/definitions/{name}"}
    return Shapes(words, {}, {}).entry(ExpectSchema, EXPECTATIONS[about])


def _words(rulebook: Rulebook, ids: Mapping[str, Described]) -> Described:
    """What the words stand for that a case may expect."""
    asked = {
        name: said(attribute.asked)
        for attribute in rulebook.attributes_by_id.values()
        if attribute.asked is not None
        for name in (attribute.words, attribute.id)
    }
    families = ("specialisation", "level", "role", "guardrail text", "rule")
    words = {word: said(text) for word, text in VALUES.items()}
    return {**asked, **words, **{id: text for each in families for id, text in ids[each].items()}}


def _new_case() -> Shape:
    return {
        "label": "a new case",
        "description": "A person with the advice that you expect",
        "body": {
            "case": "$1",
            "profile": {"title": "$2"},
            "expect": {"outcome": "${3:recommend}"},
        },
    }
