"""A tree of rules written as a YAML file, such that reading it gives the same tree."""

from collections.abc import Iterator

from ruamel.yaml.cyaml import CParser
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import ScalarEvent

from schemas.rule_fields import LOOKS_LIKE_NUMBER_OR_DATE
from service.rulebook.document import Mapping, Node, Scalar, Sequence

STEP = "  "
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def yaml_of(rules: Sequence) -> str:
    """The text of a file with these entries: a block for each, a blank line between them."""
    return "\n".join("".join(f"{line}\n" for line in _item(rule, "")) for rule in rules)


def _item(node: Node, indent: str) -> Iterator[str]:
    first, *rest = _lines(node, indent + STEP)
    yield f"{indent}- {first.strip()}"
    yield from rest


def _lines(node: Node, indent: str) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield indent + _written(node, indent)
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from _pair(key, value, indent)
    else:
        for item in node:
            yield from _item(item, indent)


def _pair(key: str, value: Node, indent: str) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield f"{indent}{key}: {_written(value, indent)}"
    elif key == "actions":
        yield f"{indent}{key}: [{', '.join(str(each) for each in value)}]"
    else:
        yield f"{indent}{key}:"
        yield from _lines(value, indent + STEP)


def _written(text: Scalar, indent: str) -> str:
    """The text as it stands where that can be, else as a block of lines, else in quotes."""
    plain_number = not text.plain and LOOKS_LIKE_NUMBER_OR_DATE.fullmatch(text.strip())
    if not plain_number and _reads_back(str(text), text):
        return str(text)
    if "\n" in text:
        lines = [f"{indent}{STEP}{line}" if line else "" for line in text.split("\n")]
        block = "\n".join(["|-", *lines])
        if _reads_back(block, text):
            return block
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _reads_back(written: str, text: str) -> bool:
    parser = CParser(f"key: {written}\n")
    try:
        scalars = []
        while (event := parser.get_event()) is not None:
            if isinstance(event, ScalarEvent):
                scalars.append(event)
            if getattr(event, "anchor", None) or getattr(event, "tag", None):
                return False
    except YAMLError:
        return False
    return [event.value for event in scalars] == ["key", text]


def _escaped(character: str) -> str:
    if character in _ESCAPES or character.isprintable():
        return _ESCAPES.get(character, character)
    return f"\\U{ord(character):08x}"
