"""The schemas: current, complete, and saying yes to every file that Vakpad reads."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editors.files import ROOT, SHIPPED, SMALL, refused, rulebook_in, schema_for, validators
from jsonschema import Draft7Validator
from marshmallow import Schema, fields

from schemas import rule_files
from schemas.profile import ProfileSchema
from schemas.rule_fields import Choice, Items, TextSchema
from service.editors.descriptions import KEYS, VALUES
from service.editors.files import FILES, FOLDER, schemas_of, written
from service.editors.ids import REFERENCES
from service.editors.settings import editor_files
from service.editors.settings import written as written_settings
from service.rulebook.folder import file_names
from service.rulebook.rules import LevelStep

EVERY = [
    pytest.param(directory, name, id=f"{directory.name}/{name}")
    for directory in (SHIPPED, SMALL)
    for name in sorted(file_names(directory))
    if name.endswith(".yaml")
]
SCHEMAS = {
    name: schema
    for name, schema in vars(rule_files).items()
    if isinstance(schema, type)
    and issubclass(schema, rule_files.FileSchema)
    and schema is not rule_files.FileSchema
} | {"TextSchema": TextSchema}


def keys(schema: type[Schema]) -> dict[str, fields.Field[Any]]:
    return {field.data_key or name: field for name, field in schema().fields.items()}


def test_those_of_the_shipped_rules_are_current() -> None:
    folder = SHIPPED / FOLDER
    made = {
        f"{name}.json": written(each) for name, each in schemas_of(rulebook_in(SHIPPED)).items()
    }
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert kept == made, "Type: make schemas"


def test_the_settings_for_this_project_are_current() -> None:
    for name, content in editor_files("rules/").items():
        assert (ROOT / name).read_text(encoding="utf-8") == written_settings(content), (
            f"Delete {name} and type: make schemas"
        )


@pytest.mark.parametrize("directory", [SHIPPED, SMALL], ids=lambda path: path.name)
def test_each_is_a_schema(directory: Path) -> None:
    for validator in validators(directory).values():
        Draft7Validator.check_schema(validator.schema)


@pytest.mark.parametrize(("directory", "name"), EVERY)
def test_a_file_that_vakpad_reads_is_taken(directory: Path, name: str) -> None:
    text = (directory / name).read_text(encoding="utf-8")
    assert refused(directory, name, text) == []


def test_every_kind_of_file_has_one() -> None:
    kinds = {schema_for(name) for name in file_names(SHIPPED) if name.endswith(".yaml")}
    assert kinds == set(FILES)


def test_every_key_says_what_it_is_for() -> None:
    assert {name: sorted(about) for name, about in KEYS.items()} == {
        name: sorted(keys(schema)) for name, schema in SCHEMAS.items()
    }


def test_every_fixed_word_says_what_it_means() -> None:
    def choices(field: Any) -> Iterator[str]:
        if isinstance(field, Choice):
            yield from field.choices
        elif isinstance(field, Items):
            yield from choices(field.part)

    used = {
        choice for schema in SCHEMAS.values() for each in keys(schema).values()
        for choice in choices(each)
    }  # fmt: skip
    assert used | set(LevelStep) <= set(VALUES)


def test_only_keys_that_exist_are_said_to_take_an_id() -> None:
    assert [(schema, key) for schema, key in REFERENCES if key not in keys(SCHEMAS[schema])] == []


@pytest.mark.parametrize("name", FILES)
def test_everything_that_can_be_typed_is_explained(name: str) -> None:
    def silent(schema: Any, path: str) -> Iterator[str]:
        if isinstance(schema, list):
            for index, each in enumerate(schema):
                yield from silent(each, f"{path}/{index}")
        if not isinstance(schema, dict):
            return
        closed = schema.get("additionalProperties") is False
        for key, each in schema.get("properties", {}).items():
            if closed and not each.get("description"):
                yield f"{path}/{key}"
        for key, each in schema.items():
            if key != "defaultSnippets":
                yield from silent(each, f"{path}/{key}")

    assert list(silent(validators(SHIPPED)[name].schema, "")) == []


def test_a_profile_in_a_case_has_the_fields_of_a_profile() -> None:
    profile = validators(SHIPPED)["cases"].schema["definitions"]["profile"]
    assert set(profile["properties"]) == set(ProfileSchema().fields)


def test_words_with_a_meaning_carry_it() -> None:
    growth = validators(SHIPPED)["growth"].schema
    level = growth["items"]["properties"]["recommend"]["properties"]["level"]
    about = dict(zip(level["enum"], level["enumDescriptions"], strict=True))
    assert about["medior"] == "Mid-level\n\nMedior"
    assert about["one up"] == "one level higher\n\neen niveau hoger"
    assert "principal" not in about


def test_patterns_are_for_python_and_javascript_alike() -> None:
    """What both read in the same way; Python alone has named groups, \\A, \\Z and flags inside."""
    for validator in validators(SHIPPED).values():
        text = json.dumps(validator.schema)
        assert not re.search(r"\(\?[PiLmsux#]|\(\?<|\\\\[AZ]", text)
