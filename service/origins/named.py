"""From a name to a folder with rule files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.origins.folders import is_file, is_folder, with_rules
from service.origins.names import RELEASE, NoSuchRules
from service.origins.revisions import Repository


@contextmanager
def rules_named(name: str, folder: Path, database: str | None = None) -> Iterator[Path]:
    """The folder called so, or the release, or the rules in `folder` as they were in a revision.

    What comes out of the database or out of a revision is gone afterwards. Raises `NoSuchRules`,
    and for a release what opening the database raises.
    """
    if is_folder(name):
        yield with_rules(Path(name), f"the folder `{name}`")
        return
    if is_file(name):
        raise NoSuchRules(f"`{name}` is a file. Name the folder with all rule files.")
    with tempfile.TemporaryDirectory(prefix="vakpad-") as place:
        if name.startswith(RELEASE):
            # Loading what databases need takes longer than the rest of a comparison of folders.
            from service.origins.releases import write_release  # noqa: PLC0415

            write_release(name, Path(place), database)
            yield Path(place)
        else:
            Repository(folder).write(name, Path(place))
            yield with_rules(Path(place), f"revision `{name}`")
