"""Revisions: rule files as they were in a revision of git.

Of a repository only files are read. Nothing in it is run, checked out or changed.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from service.origins.names import WHAT_CAN_BE_NAMED, NoSuchRules, meant_release

PLAIN_FILES = ("100644", "100755")
"""The modes of files that are no link and no other repository."""
LONGEST_WAIT = 60
"""Seconds, for one answer of git."""


class Repository:
    """The repository in which a folder with rules stands."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, revision: str, place: Path) -> None:
        """Writes the rule files of a revision below `place`."""
        tree = self._tree(revision)
        for mode, blob, path in self._files(tree):
            if mode in PLAIN_FILES:
                file = place / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(self._git("cat-file", "blob", blob))

    def _tree(self, revision: str) -> str:
        try:
            top = self._git("rev-parse", "--show-toplevel").decode().strip()
            inside = self._git("rev-parse", "--show-prefix").decode().strip()
        except NoSuchRules:
            raise NoSuchRules(
                f"There is no folder `{revision}`, and `{self._folder}` stands in no git "
                "repository in which it could be a revision. Name a folder with rule files, or a "
                f"release such as `release:latest`.{meant_release(revision)}"
            ) from None
        try:
            commit = self._git(
                "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
            )
        except NoSuchRules:
            raise NoSuchRules(
                f"There is no folder `{revision}`, and no revision with that name in `{top}`. "
                f"{WHAT_CAN_BE_NAMED}{meant_release(revision)}"
            ) from None
        try:
            tree = self._git("rev-parse", "--verify", f"{commit.decode().strip()}:{inside}")
        except NoSuchRules:
            raise NoSuchRules(
                f"In revision `{revision}` there is no folder `{inside.rstrip('/')}`. "
                "Name a revision in which the rules stood where they stand now, or a folder."
            ) from None
        return tree.decode().strip()

    def _files(self, tree: str) -> Iterator[tuple[str, str, str]]:
        """Mode, blob and path of every file in a tree."""
        for line in self._git("ls-tree", "-r", "-z", "--full-tree", tree).split(b"\0"):
            if line:
                about, _, path = line.partition(b"\t")
                mode, _, blob = about.decode().split(" ")
                yield mode, blob, path.decode("utf-8", "surrogateescape")

    def _git(self, *arguments: str) -> bytes:
        """What git answers; raises `NoSuchRules` when it does not."""
        try:
            done = subprocess.run(
                ["git", "-C", str(self._folder), *arguments],
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                timeout=LONGEST_WAIT,
            )
        except (OSError, ValueError, subprocess.TimeoutExpired):
            raise NoSuchRules(
                f"`{' '.join(arguments)}` could not be asked of git. Install git, or name a folder."
            ) from None
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip()
            raise NoSuchRules(f"git does not give these rules: {told}")
        return done.stdout
