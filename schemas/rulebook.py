"""The shapes of a rulebook as a whole and of its rules."""

from marshmallow import fields

from schemas.advice import ActionSchema
from schemas.answer_fields import (
    AnswerSchema,
    a_choice,
    a_number,
    a_part,
    a_text,
    parts_of,
    texts_of,
)
from schemas.queries import STAGES
from schemas.rule_files import TIPS

QUANTIFIERS = ("all of", "at least one of", "none of")
OPERATORS = (
    *("is", "is not", "is one of", "is at least", "is at most", "is between"),
    *("include one of", "include all of", "include none of", "is known", "is unknown"),
)
EFFECTS = (
    *("settle", "signal", "recommend", "advise against", "rule out", "message"),
    *("completes", "tension", "fits tip"),
)
MESSAGE_KINDS = ("misconception", "ambition", "caution", "partnership")
OUTCOMES = ("recommend", "recommend_with_caution", "needs_more_data", "refer")


class NamedSchema(AnswerSchema):
    """Something with an id and a name."""

    id = a_text("Its id.")
    name = a_text("Its name.")


class CountsSchema(AnswerSchema):
    """How much of each there is."""

    specialisations = a_number("Specialisations.")
    levels = a_number("Levels.")
    competences = a_number("Competences.")
    certificates = a_number("Certificates.")
    work = a_number("Kinds of work.")
    goals = a_number("Goals.")
    titles = a_number("Titles, each with all its names.")
    roles = a_number("Roles.")
    moves = a_number("Moves.")
    actions = a_number("Actions.")
    rules = a_number("Rules.")


class LinksSchema(AnswerSchema):
    """Where the parts are."""

    rules = a_text("The rules.", format="uri-reference")
    vocabulary = a_text("The vocabulary.", format="uri-reference")
    roles = a_text("The roles.", format="uri-reference")
    goals = a_text("The goals.", format="uri-reference")
    certificates = a_text("The certificates.", format="uri-reference")
    work = a_text("The kinds of work.", format="uri-reference")
    career_map = a_text("The career map.", format="uri-reference")


class RulebookSchema(AnswerSchema):
    """The rulebook that is served."""

    digest = a_text(
        "SHA-256 of the meaning of all rule files, whatever their layout.",
        pattern="^sha256:[0-9a-f]{64}$",
    )
    release = a_text("The release that it was approved as; null without releases.", null=True)
    counts = a_part(CountsSchema, "How much of each there is.")
    specialisations = parts_of(NamedSchema, "The specialisations, in their order.")
    levels = parts_of(NamedSchema, "The levels, from low to high.")
    links = a_part(LinksSchema, "Where the parts are.")


class RuleSummarySchema(AnswerSchema):
    """A rule in a list."""

    id = a_text("The id of the rule.")
    stage = a_choice("The stage that it belongs to.", STAGES)
    about = a_text("What the rule is about, as its authors put it.")
    sentence = a_text("The whole rule as one sentence.")
    file = a_text("The file that it stands in.")
    line = a_number("The line that it starts on.", minimum=1)
    link = a_text("The rule itself.", format="uri-reference")


class RulesPageSchema(AnswerSchema):
    """A page of rules, by id."""

    items = parts_of(RuleSummarySchema, "The rules on this page.")
    page = a_number("The page.", minimum=1)
    page_size = a_number("How many rules go on a page.", minimum=1)
    total = a_number("How many rules there are on all pages.", minimum=0)
    next = a_text("The next page; null after the last.", null=True, format="uri-reference")


class ConditionSchema(AnswerSchema):
    """One condition."""

    condition = a_text("The condition as it stands in the rule.")
    sentence = a_text("The same as a sentence to the person.")
    attribute = a_text("The id of the attribute that it looks at.")
    operator = a_choice("What must hold.", OPERATORS)
    values = fields.List(
        fields.Raw(metadata={"description": "An id, a number or true."}),
        required=True,
        metadata={"description": "What it is compared with; years in years."},
    )


class ConditionGroupSchema(AnswerSchema):
    """Conditions that are taken together. Their order means nothing."""

    quantifier = a_choice("How many of them must hold.", QUANTIFIERS)
    conditions = parts_of(ConditionSchema, "The conditions in it.")
    groups = fields.List(
        fields.Nested("ConditionGroupSchema"),
        required=True,
        metadata={"description": "The groups in it; each counts as one condition."},
    )


class EffectSchema(AnswerSchema):
    """What a rule does. What does not go with its kind is null or empty."""

    kind = a_choice("What kind of effect it is.", EFFECTS)
    specialisation = a_text("The specialisation that is settled or weighed.", null=True)
    level = a_text(
        "The level: an id, or seen from the present one (`same as now`, `one up`, "
        "`same or one up`, `one down`).",
        null=True,
    )
    points = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The points for that place; negative when it advises against."},
    )
    because = a_text("The reason, for the person.", null=True)
    actions = parts_of(ActionSchema, "What a person can do next.")
    signal = a_text("The id of the signal that is given.", null=True)
    say = a_choice("What kind of message is said.", MESSAGE_KINDS, null=True)
    text = a_text("The message, or what is said to a duo.", null=True)
    outcome = a_choice("The outcome; the strongest of all wins.", OUTCOMES, null=True)
    tip = a_choice("The tip that fits a duo.", TIPS, null=True)


class RuleSchema(AnswerSchema):
    """A rule as data and as a sentence."""

    id = a_text("The id of the rule.")
    stage = a_choice("The stage that it belongs to.", STAGES)
    about = a_text("What the rule is about, as its authors put it.")
    sentence = a_text("The whole rule as one sentence.")
    when = a_part(ConditionGroupSchema, "When it holds.")
    effect = a_part(EffectSchema, "What it then does.")
    looks_at = texts_of("The id of an attribute.", "What its conditions look at.")
    file = a_text("The file that it stands in, seen from the folder with rule files.")
    line = a_number("The line that it starts on.", minimum=1)


_DIGEST = "sha256:" + "4f" * 32

RULEBOOK_EXAMPLE = {
    "digest": _DIGEST,
    "release": None,
    "counts": {
        "specialisations": 4,
        "levels": 5,
        "competences": 42,
        "certificates": 75,
        "work": 50,
        "goals": 15,
        "titles": 150,
        "roles": 20,
        "moves": 40,
        "actions": 18,
        "rules": 285,
    },
    "specialisations": [{"id": "office", "name": "Office"}],
    "levels": [{"id": "junior", "name": "Junior"}],
    "links": {
        "rules": "/v1/rulebook/rules",
        "vocabulary": "/v1/vocabulary",
        "roles": "/v1/roles",
        "goals": "/v1/goals",
        "certificates": "/v1/certificates",
        "work": "/v1/work",
        "career_map": "/v1/career-map",
    },
}

_RULE = {
    "id": "office-looks-across-projects",
    "stage": "growth",
    "about": "Someone in office who already looks across projects fits governance.",
    "sentence": "If you now work in office and your work includes ‘portfolio reporting’, then a "
    "role in governance at the same level fits, as a strong reason (30 points).",
}
_PLACE = {"file": "growth/office.yaml", "line": 2}

RULES_EXAMPLE = {
    "items": [
        _RULE | _PLACE | {"link": "/v1/rulebook/rules/office-looks-across-projects"},
    ],
    "page": 1,
    "page_size": 1,
    "total": 32,
    "next": "/v1/rulebook/rules?specialisation=governance&page=2&page_size=1",
}

RULE_EXAMPLE = (
    _RULE
    | {
        "when": {
            "quantifier": "all of",
            "conditions": [
                {
                    "condition": "specialisation is office",
                    "sentence": "You now work in office.",
                    "attribute": "specialisation",
                    "operator": "is",
                    "values": ["office"],
                },
                {
                    "condition": "work includes portfolio-report",
                    "sentence": "Your work includes ‘portfolio reporting’.",
                    "attribute": "work",
                    "operator": "include one of",
                    "values": ["portfolio-report"],
                },
            ],
            "groups": [],
        },
        "effect": {
            "kind": "recommend",
            "specialisation": "governance",
            "level": "same as now",
            "points": 30,
            "because": "You already look across projects, which is what governance asks for.",
            "actions": [
                {
                    "id": "rotation-portfolio-office",
                    "kind": "rotation",
                    "text": "Work along in a portfolio office for a few months.",
                }
            ],
            "signal": None,
            "say": None,
            "text": None,
            "outcome": None,
            "tip": None,
        },
        "looks_at": ["specialisation", "work"],
    }
    | _PLACE
)
