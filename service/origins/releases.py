"""Releases by name: `release:2`, or `release:latest`."""

import re
from pathlib import Path

from service.origins.names import LATEST, RELEASE, NoSuchRules
from service.rulebook.files import NoRuleFile, write_rule_files
from service.store.faults import NoSuchRelease
from service.store.opening import opened
from service.store.releases import Release, Releases

_NUMBER = re.compile("[0-9]{1,9}")


def release_called(name: str, releases: Releases) -> Release:
    """The release with this number, or the latest; `release:` may stand before it.

    Raises `NoSuchRelease`.
    """
    wanted = name.removeprefix(RELEASE)
    if wanted == LATEST:
        return releases.latest()
    if _NUMBER.fullmatch(wanted):
        return releases.get(int(wanted))
    raise NoSuchRelease(
        f"`{name}` is no release. Write `{RELEASE}` and its number, or `{RELEASE}{LATEST}`. "
        f"{releases.which()}"
    )


def write_release(name: str, place: Path, database: str | None) -> None:
    """Writes the rule files of a release below `place`.

    Raises `NoSuchRules`, and what opening the database raises.
    """
    try:
        with opened(database) as engine:
            releases = Releases(engine)
            files = releases.files(release_called(name, releases))
        write_rule_files(files, place)
    except (NoSuchRelease, NoRuleFile) as error:
        raise NoSuchRules(str(error)) from None
