"""The files of a rule directory: which there are, and which belong there."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Node, read_document
from service.rulebook.position import Position
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
LEFT_ALONE = (".md", ".txt")


@dataclass(frozen=True, slots=True)
class RuleDirectory:
    """The trees of all files: single files by name, rules with their stage, and cases."""

    files: dict[str, Node | None]
    rules: tuple[tuple[Stage, Node | None], ...]
    cases: tuple[Node | None, ...]


def read_directory(directory: Path, report: Report) -> RuleDirectory | None:
    """Reads every file of a rule directory; None when there is no such directory."""
    if not directory.is_dir():
        report.error(
            Position(str(directory), 1, 1),
            "no-directory",
            "There is no directory with this name.",
            "Name the directory that holds `vocabulary.yaml`, for example `vakpad check rules`.",
        )
        return None
    files: dict[str, Node | None] = {}
    rules: list[tuple[Stage, Node | None]] = []
    cases: list[Node | None] = []
    for name in sorted(file_names(directory)):
        folder = name.partition("/")[0]
        if name in SINGLE_FILES:
            files[name] = read_document(directory / name, name, report)
        elif name.endswith(".yaml") and folder in list(Stage) and "/" in name:
            rules.append((Stage(folder), read_document(directory / name, name, report)))
        elif name.endswith(".yaml") and folder == CASES and "/" in name:
            cases.append(read_document(directory / name, name, report))
        else:
            _tell_unknown(name, report)
    for name in SINGLE_FILES:
        if name not in files:
            report.error(
                Position(name, 1, 1),
                "missing-file",
                f"The file `{name}` is missing in the rule directory.",
                "Put it back, or copy it from the rulebook that comes with Vakpad.",
            )
    return RuleDirectory(files, tuple(rules), tuple(cases))


def file_names(directory: Path) -> Iterator[str]:
    """Every visible file as a path with `/`, links to directories not followed."""
    for folder, subfolders, names in os.walk(directory):
        subfolders[:] = [each for each in subfolders if not each.startswith((".", "__"))]
        for name in names:
            if not name.startswith((".", "~", "#")) and not name.endswith("~"):
                yield (Path(folder) / name).relative_to(directory).as_posix()


def _tell_unknown(name: str, report: Report) -> None:
    folder, slash, rest = name.partition("/")
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
        report.error(
            Position(name, 1, 1),
            "unknown-file",
            "This file does not end in `.yaml`, so it would not be read.",
            f"Call it `{Path(rest).stem}.yaml`, or move it out of the rule directory.",
        )
    else:
        report.error(
            Position(name, 1, 1),
            "unknown-file",
            f"`{name}` is not a file of a rulebook, so it would not be read.",
            did_you_mean(name, SINGLE_FILES, f"Rules stand in {listed(FOLDERS)}."),
        )
