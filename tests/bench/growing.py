"""The shipped rule files grown to any number of rules, none of which is a copy of another.

Each further rule is a shipped one with other ratings, years, work and certificates, and with one
more condition where there is room for it; what it says of whom else stays as it is. All folders
grow alike, so that signals, and rules with the same effect, become more as well.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

from strategies.sentences import spelled

from service.rulebook import Rulebook, load_rulebook
from service.rulebook.conditions import Condition, Group, Operator, Quantifier, Value
from service.rulebook.diagnostics import Report
from service.rulebook.document import Mapping, Node, Scalar, Sequence, read_document
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import TENTHS, Attribute, AttributeType, Stage
from service.rulebook.yaml_text import yaml_of

SEED = 13
IN_A_FILE = 100
CHANGED_LISTS = ("work", "certificates")
YEARS = tuple(number * TENTHS for number in (1, 2, 3, 4, 5, 6, 8, 10))
RATINGS = {Operator.IS_AT_LEAST: (2, 3, 4, 5), Operator.IS_AT_MOST: (1, 2, 3, 4)}
COMPETENCES = ("critical", "thorough", "flexible", "ambitious")


def grow(shipped: Path, folder: Path, size: int) -> None:
    """Copies the shipped rule files to `folder` and adds files until there are `size` rules."""
    shutil.copytree(shipped, folder)
    rulebook = load_rulebook(shipped)
    entries = _entries(shipped)
    chance = Random(SEED)
    more: dict[Stage, list[Mapping]] = {stage: [] for stage in Stage}
    for rule, number in _in_turns(rulebook, size):
        more[rule.stage].append(_variant(rule, entries[rule.id], number, rulebook, chance))
    for stage, rules in more.items():
        for start in range(0, len(rules), IN_A_FILE):
            file = folder / stage / f"more-{start // IN_A_FILE + 1}.yaml"
            file.write_text(yaml_of(Sequence(rules[start : start + IN_A_FILE])), encoding="utf-8")


def _entries(shipped: Path) -> dict[str, Mapping]:
    found: dict[str, Mapping] = {}
    for stage in Stage:
        for file in sorted((shipped / stage).glob("*.yaml")):
            entries = read_document(file, file.name, Report())
            assert isinstance(entries, Sequence)
            found |= {str(each["rule"]): each for each in entries if isinstance(each, Mapping)}
    return found


def _in_turns(rulebook: Rulebook, size: int) -> Iterator[tuple[Rule, int]]:
    """As many rules as are missing, spread over all of them, with the number of the turn."""
    missing = size - len(rulebook.rules)
    for number in count(1):
        turn = list(rulebook.rules)
        Random(number).shuffle(turn)
        yield from ((rule, number) for rule in turn[:missing])
        missing -= len(turn)
        if missing <= 0:
            return


def _variant(
    rule: Rule, entry: Mapping, number: int, rulebook: Rulebook, chance: Random
) -> Mapping:
    made = Mapping()
    for key, value in entry.items():
        if key == "rule":
            made[key] = _text(f"{rule.id}-{number}")
        elif key.startswith("when"):
            made[key] = _group(rule, rulebook, chance)
        elif key == "text":
            made[key] = _other_text(value, number)
        else:
            made[key] = value
    return made


def _group(rule: Rule, rulebook: Rulebook, chance: Random) -> Sequence:
    members = _members(rule.when, rulebook, chance)
    if rule.when.quantifier is Quantifier.ALL:
        members.append(_text(_one_more(rule, rulebook, chance)))
    return members


def _members(group: Group, rulebook: Rulebook, chance: Random) -> Sequence:
    members = Sequence()
    for member in group.members:
        if isinstance(member, Group):
            inner = Mapping()
            inner[member.quantifier] = _members(member, rulebook, chance)
            members.append(inner)
        else:
            members.append(_text(_changed(member, rulebook, chance)))
    return members


def _changed(condition: Condition, rulebook: Rulebook, chance: Random) -> str:
    values = _other_values(condition, chance)
    if values is None:
        return condition.sentence
    return spelled(replace(condition, values=values), rulebook.measures_by_id).sentence


def _other_values(condition: Condition, chance: Random) -> tuple[Value, ...] | None:
    """Values to put in the place of those that a condition has; None when it stays as it is."""
    attribute, operator = condition.attribute, condition.operator
    if attribute.type is AttributeType.RATING and operator in RATINGS:
        return (chance.choice(RATINGS[operator]),)
    if attribute.type is AttributeType.YEARS and len(condition.values) == 1:
        return (chance.choice(YEARS),)
    if attribute.own_id in CHANGED_LISTS and condition.values:
        return _some(attribute, len(condition.values), chance)
    return None


def _one_more(rule: Rule, rulebook: Rulebook, chance: Random) -> str:
    if rule.stage is Stage.PARTNERSHIP:
        who = chance.choice(("pmo", "project manager"))
        return f"{who} competence {chance.choice(COMPETENCES)} is at least {chance.randint(2, 4)}"
    work = rulebook.attributes["work"]
    more = Condition(work, Operator.INCLUDES_ONE, _some(work, 3, chance), "")
    return spelled(more, rulebook.measures_by_id).sentence


def _some(attribute: Attribute, number: int, chance: Random) -> tuple[str, ...]:
    return tuple(chance.sample(attribute.values, min(number, len(attribute.values))))


def _other_text(text: Node, number: int) -> Mapping:
    assert isinstance(text, Mapping)
    made = Mapping()
    for language, words in text.items():
        made[language] = _text(f"{words} ({number})")
    return made


def _text(words: str) -> Scalar:
    made = Scalar(words)
    made.plain = True
    return made
