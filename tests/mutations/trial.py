"""Puts one typo into a rule file, reads again what depends on it, and says what came of it.

Reading a whole rulebook for each typo would take days. The same readers read only the file with
the typo, against the word lists of the others; a file that is a list is cut to the entry with the
typo, its lines in their places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from mutations.tokens import Token, tokens_in

from schemas import rule_fields, rule_files
from service.checks.case_profiles import case_profile_check
from service.reading.spelling import key_of
from service.rulebook.career_files import read_moves, read_roles
from service.rulebook.case_names import check_case_names
from service.rulebook.case_reader import read_cases
from service.rulebook.diagnostics import Diagnostic, Report
from service.rulebook.document import Mapping, Node, Sequence, read_document
from service.rulebook.folder import CASES, SINGLE_FILES, RuleDirectory, read_directory
from service.rulebook.keys import KEYS
from service.rulebook.load import attributes_of, rulebook_of, sentences_about
from service.rulebook.rule_reader import declared_signals, read_rules
from service.rulebook.rules import LevelStep
from service.rulebook.sentence_mistakes import AFTER_INCLUDE, AFTER_IS, VERBS
from service.rulebook.title_file import read_titles
from service.rulebook.vocabulary import Stage
from service.rulebook.word_lists import read_word_lists

NUMBER = re.compile(r"\d{1,4}(\.\d)?")


class Outcome(Enum):
    FOUND = "found at its place"
    ANOTHER = "another valid word"
    USED = "a new name, found where the old one is used"
    NEW = "a new name that nothing else uses"
    ELSEWHERE = "told at another place"
    MISSED = "not found"


@dataclass(frozen=True)
class Result:
    token: Token
    typo: str
    outcome: Outcome
    told: tuple[str, ...]

    def __str__(self) -> str:
        place = f"{self.token.file}:{self.token.line}:{self.token.column}"
        return f"{place}: `{self.token.text}` -> `{self.typo}`: {self.outcome.value}. {self.told}"


class Trial:
    """A rulebook without mistakes, into which typos are put one by one."""

    def __init__(self, rules: Path, scratch: Path) -> None:
        report = Report()
        tree = read_directory(rules, report)
        assert tree is not None
        self._scratch = scratch / "mutated.yaml"
        self._tree = tree
        names = [path.relative_to(rules).as_posix() for path in sorted(rules.rglob("*.yaml"))]
        self._texts = {name: (rules / name).read_text(encoding="utf-8") for name in names}
        self._nodes = {name: self._read(name, self._texts[name], report) for name in names}
        self._lists = read_word_lists(tree.files, report)
        self._attributes = attributes_of(self._lists, declared_signals(tree.rules))
        rulebook = rulebook_of(tree, report)
        assert rulebook is not None
        assert report.diagnostics == ()
        self._rulebook = rulebook
        self._usual: dict[tuple[str, int], tuple[Diagnostic, ...]] = {}
        self._words = set(self._valid_words())
        self._names = {key_of(word) for word in (*self._words, *self._names_of_things())}
        self._doubts_about_profiles = case_profile_check(rulebook)

    def tokens(self) -> Iterator[Token]:
        for name, node in self._nodes.items():
            yield from tokens_in(name, node)

    def put(self, token: Token, typo: str) -> Result:
        report = Report()
        lines = self._texts[token.file].split("\n")
        line, at = lines[token.line - 1], token.column - 1
        assert line[at:].startswith(token.text)
        lines[token.line - 1] = line[:at] + typo + line[at + len(token.text) :]
        if token.declares:
            self._read_all(token.file, self._read(token.file, "\n".join(lines), report), report)
            told = report.diagnostics
        else:
            usual = self._told_usually(token)
            told = tuple(each for each in self._told(token, lines) if each not in usual)
        return Result(token, typo, self._outcome(token, typo, told), tuple(map(str, told)))

    def _told(self, token: Token, lines: list[str]) -> tuple[Diagnostic, ...]:
        report = Report()
        cut = "\n".join(self._cut(token, lines))
        self._read_one(token.file, self._read(token.file, cut, report), report)
        return report.diagnostics

    def _told_usually(self, token: Token) -> tuple[Diagnostic, ...]:
        """What is missed because so much is left out, typo or not."""
        place = (token.file, self._entry_of(token)[0])
        if place not in self._usual:
            self._usual[place] = self._told(token, self._texts[token.file].split("\n"))
        return self._usual[place]

    def _outcome(self, token: Token, typo: str, told: tuple[Diagnostic, ...]) -> Outcome:
        here = [each.column for each in told if each.line == token.line]
        end = token.column + max(len(token.text), len(typo))
        if any(token.column <= column <= end for column in here) or (here and not typo):
            return Outcome.FOUND
        if token.declares:
            used = any(f"`{token.text}`" in str(each) for each in told)
            return Outcome.USED if used else Outcome.NEW
        if token.sent and key_of(typo) in self._names:
            return Outcome.ANOTHER  # what a change further down makes of it is told there
        if told and token.line not in {each.line for each in told}:
            return Outcome.ELSEWHERE
        valid = typo in self._words or NUMBER.fullmatch(typo)
        return Outcome.ANOTHER if valid and not told else Outcome.MISSED

    def _read(self, name: str, text: str, report: Report) -> Node | None:
        self._scratch.write_text(text, encoding="utf-8")
        return read_document(self._scratch, name, report)

    def _cut(self, token: Token, lines: list[str]) -> list[str]:
        """The lines of the entry with the token; others are left empty."""
        first, last = self._entry_of(token)
        node = self._nodes[token.file]
        keep = node.key("titles").position.line if isinstance(node, Mapping) and first else 0
        return [
            text if first <= number < last or number == keep else ""
            for number, text in enumerate(lines, start=1)
        ]

    def _entry_of(self, token: Token) -> tuple[int, int]:
        """The first line of the entry that a token stands in, and that of the next one."""
        node = self._nodes[token.file]
        listed = node.get("titles") if isinstance(node, Mapping) else node
        starts = [each.position.line for each in listed] if isinstance(listed, Sequence) else []
        first = max((start for start in starts if start <= token.line), default=0)
        end = self._texts[token.file].count("\n") + 2
        return first, min(
            (start for start in starts if start > first), default=end
        ) if first else end

    def _read_one(self, name: str, node: Node | None, report: Report) -> None:
        sentences = sentences_about(self._attributes, self._lists, report)
        folder = name.partition("/")[0]
        if folder in list(Stage):
            read_rules(((Stage(folder), node),), self._lists, sentences, report)
        elif folder == CASES:
            cases = read_cases([node], report)
            check_case_names(cases, self._rulebook, report)
            for doubt in (doubt for each in cases for doubt in self._doubts_about_profiles(each)):
                report.warning(doubt.position, doubt.code, doubt.message, doubt.hint)
        elif name == "titles.yaml":
            read_titles(node, self._lists, report)
        elif name == "roles.yaml":
            read_roles(node, self._lists, sentences, report)
        elif name == "moves.yaml":
            read_moves(node, self._lists, report)
        else:
            vocabulary = {"vocabulary.yaml": self._nodes["vocabulary.yaml"]}
            competences = {"competences.yaml": self._nodes["competences.yaml"]}
            read_word_lists({**vocabulary, **competences, name: node}, report)

    def _read_all(self, name: str, node: Node | None, report: Report) -> None:
        changed = {**self._nodes, name: node}
        rulebook_of(
            RuleDirectory(
                {each: changed[each] for each in SINGLE_FILES},
                tuple(
                    (Stage(each.partition("/")[0]), found)
                    for each, found in changed.items()
                    if each.partition("/")[0] in list(Stage)
                ),
                tuple(found for each, found in changed.items() if each.startswith(f"{CASES}/")),
            ),
            report,
        )

    def _names_of_things(self) -> Iterator[str]:
        """What a portal may call things by."""
        book = self._rulebook
        for certificate in book.certificates:
            yield from (certificate.name, *certificate.aliases)
        for each in (*book.competences, *book.work, *book.goals):
            yield from (each.name.nl, each.name.en, *each.aliases)
        for place in (*book.specialisations, *book.levels):
            yield from (place.name.nl, place.name.en)

    def _valid_words(self) -> Iterator[str]:
        for ids in self._lists.known.values():
            yield from ids
        for words in (*self._attributes, *AFTER_IS, *AFTER_INCLUDE, *LevelStep, *VERBS):
            yield from words.split()
        yield from KEYS
        yield from self._rulebook.rules_by_id
        yield from (role.id for role in self._rulebook.roles)
        for choices in (rule_files.KINDS, rule_files.MESSAGE_KINDS, rule_files.OUTCOMES):
            yield from choices
        yield from rule_fields.QUANTIFIERS
