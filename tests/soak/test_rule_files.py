"""What is written as rule files and profiles is read again as the same."""

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from soak.rule_files import facts_file, profile_file, rule_files
from strategies.loaded import loaded
from strategies.seeded_rule_sets import seeded_profile, seeded_rule_set

from service.reading.sent import profile_from
from service.rulebook import Rulebook
from service.rulebook.diagnostics import Report
from service.rulebook.facts import Facts
from service.rulebook.folder import read_directory
from service.rulebook.rule_reader import read_rules
from service.rulebook.rules import Rule
from service.rulebook.sentences import SentenceReader
from service.rulebook.word_lists import read_word_lists

TESTS = Path(__file__).parents[1]
SHIPPED = loaded(TESTS.parent / "rules")
SMALL = loaded(TESTS / "rulebooks" / "small")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _read(folder: Path, rulebook: Rulebook) -> Mapping[str, Rule]:
    """The rules in a folder, read with the word lists of the frame and nothing held against them.

    Guardrails that all rules together keep are left out: generated rules do not keep them.
    """
    report = Report()
    frame = read_directory(TESTS.parent / "rules", report)
    written = read_directory(folder, Report())
    assert frame is not None
    assert written is not None
    lists = read_word_lists(frame.files, report)
    reader = SentenceReader(
        rulebook.attributes, rulebook.duo_attributes, rulebook.measures_by_id, {}, report
    )
    rules = read_rules(written.rules, lists, reader, report)
    assert report.diagnostics == ()
    return {rule.id: rule for rule in rules}


@pytest.mark.parametrize("seed", range(3))
def test_generated_rules_are_read_again_as_they_are(seed: int, tmp_path: Path) -> None:
    rulebook = seeded_rule_set(SHIPPED, seed, size=25)
    _write(tmp_path, rule_files(rulebook, "generated"))
    read = _read(tmp_path, rulebook)
    assert list(read) == [rule.id for rule in rulebook.rules]
    for rule in rulebook.rules:
        assert read[rule.id].when == rule.when
        assert read[rule.id].effect == rule.effect
        assert read[rule.id].about == rule.about
        assert read[rule.id].stage is rule.stage


def test_the_shipped_rules_are_read_again_as_they_are(tmp_path: Path) -> None:
    _write(tmp_path, rule_files(SHIPPED, "shipped"))
    read = _read(tmp_path, SHIPPED)
    assert len(read) == len(SHIPPED.rules)
    for rule in SHIPPED.rules:
        assert (read[rule.id].when, read[rule.id].effect) == (rule.when, rule.effect)


def test_profiles_are_read_again_as_they_are() -> None:
    chance = Random(1)
    for _ in range(200):
        profile = seeded_profile(SMALL, chance)
        assert profile_from(json.loads(profile_file(profile))) == profile


def test_facts_are_written_by_attribute() -> None:
    facts: Facts = {
        "work": frozenset({"raid-log", "gate-review"}),
        "measure.calm": (2, 10),
        "level": "lead",
    }
    assert json.loads(facts_file(facts)) == {
        "level": "lead",
        "measure.calm": [2, 10],
        "work": ["gate-review", "raid-log"],
    }
