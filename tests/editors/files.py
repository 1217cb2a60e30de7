"""Rule files as an editor reads them, and what the schemas say about them."""

from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from strategies.loaded import loaded

from service.editors.files import FILES, schemas_of
from service.rulebook import Rulebook

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "rules"
SMALL = ROOT / "tests" / "rulebooks" / "small"


class _NoDates(SafeConstructor):
    """YAML 1.2 knows numbers, true, false and null, and no dates."""


_NoDates.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def read(text: str) -> Any:
    """The content of a file; raises `YAMLError` where an editor would mark the text itself."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _NoDates
    return yaml.load(text)


def rulebook_in(directory: Path) -> Rulebook:
    return loaded(directory)


@cache
def validators(directory: Path) -> dict[str, Draft7Validator]:
    """By the name of the schema, with the ids of the rules in a directory."""
    schemas = schemas_of(rulebook_in(directory))
    return {name: Draft7Validator(schema) for name, schema in schemas.items()}


def schema_for(file: str) -> str | None:
    """The name of the schema of a file, by its path inside the rule directory."""
    first = file.partition("/")[0]
    return next(
        (name for name, files in FILES.items() if files in {file, f"{first}/**/*.yaml"}), None
    )


def refused(directory: Path, file: str, text: str) -> list[str]:
    """Where and why the schema of a file refuses this content."""
    name = schema_for(file)
    assert name is not None, file
    return [
        f"{error.json_path}: {error.message}"
        for error in validators(directory)[name].iter_errors(read(text))
    ]
