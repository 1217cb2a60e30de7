"""The schema of every kind of rule file, and which files it is for."""

import json
from collections.abc import Mapping
from pathlib import Path

from marshmallow import Schema

from schemas.rule_files import (
    ActionSchema,
    CertificateSchema,
    CompetenceSchema,
    GoalSchema,
    GuardrailTextsSchema,
    MoveSchema,
    RoleSchema,
    TipSchema,
    TitlesSchema,
    VocabularySchema,
    WorkSchema,
)
from service.editors.cases import file_of_cases
from service.editors.conditions import any_of, pattern_of_asks, snippets_of, whole
from service.editors.ids import REFERENCES, Described, Key, ids_of
from service.editors.rules import file_of_rules
from service.editors.shapes import Shape, Shapes, list_of, matching, one_of
from service.editors.together import TOGETHER
from service.rulebook import Rulebook
from service.rulebook.folder import CASES, FOLDERS, SINGLE_FILES
from service.rulebook.vocabulary import AttributeType, Stage

FOLDER = ".schemas"
"""Where the schemas stand in a rule directory. What starts with a dot is no rule file."""

ENTRIES: Mapping[str, type[Schema]] = {
    "competences": CompetenceSchema,
    "certificates": CertificateSchema,
    "work": WorkSchema,
    "goals": GoalSchema,
    "roles": RoleSchema,
    "moves": MoveSchema,
    "actions": ActionSchema,
    "tips": TipSchema,
}
"""Files that are lists, with the schema of an entry."""

WHOLE: Mapping[str, type[Schema]] = {
    "vocabulary": VocabularySchema,
    "titles": TitlesSchema,
    "guardrail-texts": GuardrailTextsSchema,
}
"""Files that are one entry."""

FILES: Mapping[str, str] = {
    **{name.removesuffix(".yaml"): name for name in SINGLE_FILES},
    **{str(folder): f"{folder}/**/*.yaml" for folder in FOLDERS},
}
"""The name of each schema, with the files that it is for."""


def schemas_of(rulebook: Rulebook) -> dict[str, Shape]:
    """The schemas by name, with the ids of this rulebook."""
    ids = ids_of(rulebook)
    words = {key: one_of(ids[family]) for key, family in REFERENCES.items()}
    shapes = Shapes(words, _instead(rulebook, ids), TOGETHER)
    found: dict[str, Shape] = {name: list_of(shapes.entry(each)) for name, each in ENTRIES.items()}
    found |= {name: shapes.entry(each) for name, each in WHOLE.items()}
    found |= {str(stage): file_of_rules(stage, rulebook, shapes, ids) for stage in Stage}
    found[CASES] = file_of_cases(rulebook, ids)
    return {
        name: {"$schema": "http://json-schema.org/draft-07/schema#", **found[name]}
        for name in FILES
    }


def written(schema: Shape) -> str:
    """The content of the file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(rulebook: Rulebook, directory: Path) -> list[Path]:
    """Writes all schemas into a rule directory; which of them are new or have changed."""
    folder = directory / FOLDER
    folder.mkdir(exist_ok=True)
    changed: list[Path] = []
    for name, schema in schemas_of(rulebook).items():
        path, text = folder / f"{name}.json", written(schema)
        if not path.exists() or path.read_bytes() != text.encode():
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def _instead(rulebook: Rulebook, ids: Mapping[str, Described]) -> dict[Key, Shape]:
    """The keys that take short sentences rather than ids."""
    competences = list_of(
        matching(
            whole([rf"(?:competence )?{any_of(ids['competence'])}"]),
            "There is no such competence. Write for example `competence analytical`.",
            [
                {"label": f"competence {id}", "description": about, "body": f"competence {id}"}
                for id, about in ids["competence"].items()
            ],
        ),
        empty=False,
    )
    functional = ids["functional competence"]
    rated = [
        attribute
        for attribute in rulebook.attributes.values()
        if attribute.type is AttributeType.RATING
        and attribute.words.removeprefix("competence ") in functional
    ]
    members = [rulebook.attributes[words] for words in ("certificates", "work")]
    proposed = snippets_of([*rated, *members], ids, rulebook.measures_by_id)
    asks = matching(
        pattern_of_asks(functional, members),
        "A role asks `competence X is at least N` (a functional competence), "
        "`certificates include C` or `work includes W`.",
        [each for each in proposed if "at most" not in each["label"] and "[" not in each["label"]],
    )
    return {
        ("MeasureSchema", "mean of"): competences,
        ("MeasureSchema", "number of"): competences,
        ("RoleSchema", "asks"): list_of(asks),
    }
