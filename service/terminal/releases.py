"""Releases, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from service.store.faults import NO_RELEASES
from service.terminal.diagnostics import several
from service.terminal.page import Page

if TYPE_CHECKING:
    from service.store.releases import Release

SHOWN_OF_DIGEST = len("sha256:") + 12
"""Characters; enough to tell releases apart."""


def write_made(page: Page, release: Release, new: bool, cases: int) -> None:
    """What became of making a release of a rulebook with so many cases."""
    number = release.number
    if not new:
        page.line(
            f"Nothing was released: the rules are those of release {number}. (Cases, comments and "
            "layout make no difference.)"
        )
        return
    counted = f"{_counted(release)}; {several(cases, 'case')}, all as expected."
    page.line(f"Release {number} is made: {counted}", style="bold")
    page.line(f"Rulebook {release.digest}")
    if number > 1:
        page.line(f"`vakpad diff release:{number - 1} release:{number}` tells what changed.")


def write_releases(page: Page, releases: Sequence[Release]) -> None:
    """Each by the name that other commands know it by."""
    if not releases:
        page.line(NO_RELEASES)
    for release in releases:
        page.line(
            f"release:{release.number}  {release.made:%Y-%m-%d %H:%M} UTC  "
            f"{release.digest[:SHOWN_OF_DIGEST]}  {_counted(release)}",
            style="bold",
        )
        if release.note:
            page.line(release.note, indent=2)


def release_payload(release: Release) -> dict[str, Any]:
    """The same for programs."""
    return {
        "number": release.number,
        "digest": release.digest,
        "made": f"{release.made:%Y-%m-%dT%H:%M:%SZ}",
        "note": release.note,
        "rules": release.rules,
        "roles": release.roles,
    }


def _counted(release: Release) -> str:
    return f"{several(release.rules, 'rule')}, {several(release.roles, 'role')}"
