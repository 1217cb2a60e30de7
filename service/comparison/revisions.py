"""Revisions: rule files as they are in a folder, or as they were in a revision of git.

Of a repository only files are read. Nothing in it is run, checked out or changed.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.rulebook.folder import SINGLE_FILES

PLAIN_FILES = ("100644", "100755")
"""The modes of files that are no link and no other repository."""
LONGEST_WAIT = 60
"""Seconds, for one answer of git."""


class NoSuchRules(Exception):
    """A name that is neither a folder nor a revision; the message says what can be named."""


@contextmanager
def rules_named(name: str, folder: Path) -> Iterator[Path]:
    """The folder called so, or else the rules in `folder` as they were in the revision called so.

    What comes out of a revision is gone afterwards. Raises `NoSuchRules`.
    """
    if _is_folder(name):
        yield _with_rules(Path(name), f"the folder `{name}`")
        return
    if _is_file(name):
        raise NoSuchRules(f"`{name}` is a file. Name the folder with all rule files.")
    with tempfile.TemporaryDirectory(prefix="vakpad-") as place:
        _Repository(folder).write(name, Path(place))
        yield _with_rules(Path(place), f"revision `{name}`")


def _with_rules(folder: Path, called: str) -> Path:
    """The folder, when there is anything of a rulebook in it."""
    if not any((folder / file).exists() for file in SINGLE_FILES):
        raise NoSuchRules(
            f"In {called} stand no rule files. Name the folder in which `{SINGLE_FILES[0]}` and "
            "the others stand, or a revision of it."
        )
    return folder


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _is_folder(name: str) -> bool:
    """Nothing is no name, though a path of nothing is the folder that one is in."""
    try:
        return bool(name) and Path(name).is_dir()
    except (OSError, ValueError):
        return False


class _Repository:
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
                "repository in which it could be a revision. Name a folder with rule files."
            ) from None
        try:
            commit = self._git(
                "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
            )
        except NoSuchRules:
            raise NoSuchRules(
                f"There is no folder `{revision}`, and no revision with that name in `{top}`. "
                "Name a folder with rule files, or a revision such as `HEAD`, a tag or a branch. "
                "Releases cannot be named yet."
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
