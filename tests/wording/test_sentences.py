"""Each file in `sentences/` is a rule with its sentence in Dutch and in English.

A file has three parts, separated by a line `----`: the file that is put into the rulebook of
`tests/rulebooks/small`, its content, and the sentences of the last rule in it. A new case needs no
programming.
"""

import shutil
from pathlib import Path

import pytest

from service.rulebook import load_rulebook
from service.rulebook.vocabulary import LANGUAGES
from service.wording import sentence_of

HERE = Path(__file__).parent
SMALL = HERE.parent / "rulebooks" / "small"
SENTENCES = sorted((HERE / "sentences").glob("*.txt"))
SEPARATOR = "----\n"


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_a_rule_reads_as_one_plain_sentence(path: Path, tmp_path: Path) -> None:
    file, content, expected = path.read_text(encoding="utf-8").split(SEPARATOR, 2)
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    (rules / file.strip()).parent.mkdir(exist_ok=True)
    (rules / file.strip()).write_text(content, encoding="utf-8")
    last = content.rpartition("- rule: ")[2].partition("\n")[0]

    rulebook = load_rulebook(rules)
    rule = rulebook.rules_by_id[last]

    said = [sentence_of(rule, rulebook, language) for language in LANGUAGES]
    assert said == expected.splitlines()


def test_there_are_enough_of_them_to_mean_something() -> None:
    assert len(SENTENCES) >= 15
