"""The files of a rule directory: which there are, and which belong there."""

import re
from dataclasses import dataclass
from pathlib import Path

from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Node
from service.rulebook.documents import Documents
from service.rulebook.listing import file_names, readable, small_enough
from service.rulebook.position import Position
from service.rulebook.tables.read import ENDINGS as TABLES
from service.rulebook.tables.read import read_table
from service.rulebook.vocabulary import Stage

SINGLE_FILES = (
    "vocabulary.yaml",
    "competences.yaml",
    "certificates.yaml",
    "work.yaml",
    "goals.yaml",
    "titles.yaml",
    "roles.yaml",
    "moves.yaml",
    "actions.yaml",
    "guardrail-texts.yaml",
    "tips.yaml",
)
CASES = "cases"
FOLDERS = (*Stage, CASES)
PLAIN_TEXT = ".txt"
LEFT_ALONE = (".md", PLAIN_TEXT)
LONGEST_START = 5_000
"""Characters of a text that are looked at for an entry of a rule file."""

_ENTRY = re.compile(r"-\s+(rule|case)\s*:")
MACROS = (".xlsm", ".xltm", ".xlam")
OTHER_TABLES = (".xls", ".xlsb", ".xltx", ".ods", ".fods", ".tsv", ".numbers")


@dataclass(frozen=True, slots=True)
class RuleDirectory:
    """The trees of all files: single files by name, rules with their stage, and cases.

    `unread` are the files with words for other files (word lists, signals) that are missing or
    could not be read. What names those words cannot be judged.
    """

    files: dict[str, Node | None]
    rules: tuple[tuple[Stage, Node | None], ...]
    cases: tuple[Node | None, ...]
    unread: tuple[str, ...] = ()


def read_directory(
    directory: Path, report: Report, documents: Documents | None = None
) -> RuleDirectory | None:
    """Reads every file of a rule directory; None when there is no such directory.

    `documents` are those of the reading before, where there was one.
    """
    documents = documents or Documents()
    if not directory.is_dir():
        report.error(
            Position(str(directory), 1, 1),
            "no-directory",
            "There is no directory with this name.",
            "Name the directory that holds `vocabulary.yaml`, for example `vakpad check rules`.",
        )
        return None
    names = sorted(file_names(directory))
    if not small_enough(directory, names, report):
        return None
    files: dict[str, Node | None] = {}
    rules: dict[str, tuple[Stage, Node | None]] = {}
    cases: list[Node | None] = []
    for name in readable(directory, names, report):
        folder = name.partition("/")[0]
        if not is_rule_file(name):
            _tell_unknown(name, report)
            _tell_disguised(directory / name, name, report)
        elif name in SINGLE_FILES:
            files[name] = documents.read(directory / name, name, report)
        elif folder == CASES:
            cases.append(documents.read(directory / name, name, report))
        elif name.endswith(TABLES):
            stage = Stage(folder)
            rules[name] = (stage, read_table(directory / name, name, stage, report))
        else:
            rules[name] = (Stage(folder), documents.read(directory / name, name, report))
    documents.keep(names)
    meant = {meant_name(name) for name in names}
    for name in SINGLE_FILES:
        if name not in names and name not in meant:
            report.error(
                Position(name, 1, 1),
                "missing-file",
                f"The file `{name}` is missing in the rule directory.",
                "Put it back, or copy it from the rulebook that comes with Vakpad.",
            )
    signals = {name: node for name, (stage, node) in rules.items() if stage is Stage.SIGNALS}
    unread = [name for name in SINGLE_FILES if name not in files] + [
        name
        for name, node in (files | signals).items()
        if node is None and report.has_errors_in(name)
    ]
    return RuleDirectory(files, tuple(rules.values()), tuple(cases), tuple(unread))


def is_rule_file(name: str) -> bool:
    """Whether a file with this name, as a path from the rule directory with `/`, is read."""
    folder, slash, _ = name.partition("/")
    if not slash:
        return name in SINGLE_FILES
    return name.endswith(".yaml" if folder == CASES else (".yaml", *TABLES)) and folder in FOLDERS


def meant_name(name: str) -> str:
    """What a file should be called: some editors add `.txt`, and `.yml` is a rule file too."""
    lowered = name.lower()
    for ending in (".yaml.txt", ".yml.txt", ".yml", ".yaml"):
        if lowered.endswith(ending):
            return f"{name[: -len(ending)]}.yaml"
    return name


def _tell_disguised(path: Path, name: str, report: Report) -> None:
    """Tells of a plain text that holds rules or other entries: with that name it does nothing."""
    if not name.endswith(PLAIN_TEXT) or meant_name(name) != name or not path.is_file():
        return
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            start = file.read(LONGEST_START)
    except OSError:
        return
    first = next((line for line in start.splitlines() if line.strip()[:1] not in {"", "#"}), "")
    entry = _ENTRY.match(first)
    if entry is not None:
        folder = f"`{CASES}/`" if entry[1] == "case" else "the folder of its kind of rules"
        report.warning(
            Position(name, start[: start.index(first)].count("\n") + 1, 1),
            "unread-text",
            f"Here a {entry[1]} begins, in a file that ends in `{PLAIN_TEXT}` and so is not read.",
            f"Call it `{path.stem}.yaml`"
            + ("." if name.partition("/")[0] in FOLDERS else f", and put it in {folder}."),
        )


def _tell_unknown(name: str, report: Report) -> None:
    folder, slash, rest = name.partition("/")
    meant = meant_name(name)
    if meant != name and (meant in SINGLE_FILES or (slash and folder in FOLDERS)):
        report.error(
            Position(name, 1, 1),
            "unknown-file",
            f"The name of this file ends in `{name[len(meant) - len('.yaml') :]}`, so it would "
            "not be read.",
            f"Call it `{Path(meant).name}`"
            + (
                ": in Windows let the explorer show 'file name extensions' first."
                if name.lower().endswith(".txt")
                else "."
            ),
        )
        return
    if name.endswith(LEFT_ALONE):
        return
    if slash and folder not in FOLDERS:
        report.error(
            Position(name, 1, 1),
            "unknown-file",
            f"The folder `{folder}` is not part of a rulebook, so this file would not be read.",
            did_you_mean(folder, FOLDERS, f"Rules stand in {listed(FOLDERS)}."),
        )
    elif slash:
        message, hint = _about_ending(folder, Path(rest))
        report.error(Position(name, 1, 1), "unknown-file", message, hint)
    else:
        report.error(
            Position(name, 1, 1),
            "unknown-file",
            f"`{name}` is not a file of a rulebook, so it would not be read.",
            did_you_mean(name, SINGLE_FILES, f"Rules stand in {listed(FOLDERS)}."),
        )


def _about_ending(folder: str, file: Path) -> tuple[str, str]:
    """What is wrong with how a file is called, and what to do about it."""
    ending = file.suffix.lower()
    if folder == CASES and ending in TABLES:
        return (
            "Cases do not stand in tables, so this file would not be read.",
            f"Write them in a file that ends in `.yaml`. Tables stand in {listed(Stage)}.",
        )
    if ending in TABLES:
        return (
            f"This file does not end in `{ending}` in small letters, so it would not be read.",
            f"Call it `{file.stem}{ending}`.",
        )
    if ending in MACROS:
        return (
            "A workbook that may hold macros is not read.",
            "Save it as an Excel workbook without macros (`.xlsx`).",
        )
    if ending in OTHER_TABLES:
        return (
            f"A table that ends in `{ending}` is not read.",
            "Save it as an Excel workbook (`.xlsx`) or as `CSV UTF-8` (`.csv`).",
        )
    return (
        "This file does not end in `.yaml`, so it would not be read.",
        f"Call it `{file.stem}.yaml`, or move it out of the rule directory.",
    )
