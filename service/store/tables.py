"""The tables of the store. A change here needs a file in `migrations/versions` as well."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, ForeignKey, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

DIGEST_LENGTH = len("sha256:") + 64

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
}
"""So that a later migration can name what it changes, in every database."""


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept and given in UTC; some databases keep no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """What all tables have in common."""

    metadata = MetaData(naming_convention=NAMES)


class ReleaseRow(Table):
    """One release, without its files."""

    __tablename__ = "releases"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(String(DIGEST_LENGTH))
    made: Mapped[datetime] = mapped_column(UtcTime)
    note: Mapped[str | None] = mapped_column(Text)
    rules: Mapped[int]
    roles: Mapped[int]


class ReleaseFileRow(Table):
    """One file of a release, byte for byte."""

    __tablename__ = "release_files"

    release: Mapped[int] = mapped_column(ForeignKey("releases.number"), primary_key=True)
    name: Mapped[str] = mapped_column(Text, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
