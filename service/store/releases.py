"""Releases: rulebooks that were approved, kept byte for byte.

None is ever changed or taken away, so a number is never used again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine, Select, select
from sqlalchemy.orm import Session

from service.rulebook import Rulebook
from service.store.faults import NO_RELEASES, NoSuchRelease
from service.store.tables import ReleaseFileRow, ReleaseRow


@dataclass(frozen=True, slots=True)
class Release:
    """What is known of a release: `number` from 1, `made` in UTC, and how much is in it."""

    number: int
    digest: str
    made: datetime
    note: str | None
    rules: int
    roles: int


class Releases:
    """The releases in a database that is open."""

    def __init__(self, engine: Engine) -> None:
        self._reading = engine
        self._writing = engine.execution_options(writes=True)

    def make(
        self,
        rulebook: Rulebook,
        files: Mapping[str, bytes],
        made: datetime,
        note: str | None = None,
    ) -> tuple[Release, bool]:
        """The release of a rulebook with its files, and whether it is new.

        It is not when the newest release has the same digest: that one is given then.
        """
        with Session(self._writing) as session, session.begin():
            newest = session.scalar(_newest_first().limit(1))
            if newest is not None and newest.digest == rulebook.digest:
                return _release(newest), False
            row = ReleaseRow(
                number=newest.number + 1 if newest is not None else 1,
                digest=rulebook.digest,
                made=made.astimezone(UTC),
                note=note,
                rules=len(rulebook.rules),
                roles=len(rulebook.roles),
            )
            session.add(row)
            session.flush()
            session.add_all(
                ReleaseFileRow(release=row.number, name=name, content=content)
                for name, content in files.items()
            )
            return _release(row), True

    def newest_first(self) -> tuple[Release, ...]:
        """Every release."""
        with Session(self._reading) as session:
            return tuple(_release(row) for row in session.scalars(_newest_first()))

    def latest(self) -> Release:
        """The newest one; raises `NoSuchRelease` when there is none."""
        with Session(self._reading) as session:
            row = session.scalar(_newest_first().limit(1))
        if row is None:
            raise NoSuchRelease(NO_RELEASES)
        return _release(row)

    def get(self, number: int) -> Release:
        """The one with this number; raises `NoSuchRelease`."""
        with Session(self._reading) as session:
            row = session.get(ReleaseRow, number)
        if row is None:
            raise NoSuchRelease(f"There is no release {number}. {self.which()}")
        return _release(row)

    def files(self, release: Release) -> dict[str, bytes]:
        """The files of a release, by name."""
        asked = (
            select(ReleaseFileRow)
            .where(ReleaseFileRow.release == release.number)
            .order_by(ReleaseFileRow.name)
        )
        with Session(self._reading) as session:
            return {row.name: row.content for row in session.scalars(asked)}

    def which(self) -> str:
        """The releases that there are, in a sentence; raises `NoSuchRelease` for none."""
        newest = self.latest().number
        return f"There are releases 1 to {newest}." if newest > 1 else "There is only release 1."


def _newest_first() -> Select[ReleaseRow]:
    return select(ReleaseRow).order_by(ReleaseRow.number.desc())


def _release(row: ReleaseRow) -> Release:
    return Release(row.number, row.digest, row.made, row.note, row.rules, row.roles)
