"""Opening the store: the database is made, brought up to date, or refused in plain words."""

import os
import pwd
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError

from service.rulebook import load_rulebook
from service.store import sqlite
from service.store.faults import StoreFailed, StoreUnusable
from service.store.opening import opened, usual_file
from service.store.releases import Releases
from service.store.tables import Table

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
NAME_ANOTHER = "Name another file in VAKPAD_DATABASE, such as `sqlite:////home/jo/vakpad.sqlite3`."


def url_of(file: Path) -> str:
    return f"sqlite:///{file}"


def made(file: Path, *statements: str) -> Path:
    """A database made without Vakpad."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return file


def why_unusable(file: Path) -> str:
    with pytest.raises(StoreUnusable) as raised, opened(url_of(file)):
        pass
    return str(raised.value)


def test_a_database_is_made_with_the_folders_above_it(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "vakpad.sqlite3"
    with opened(url_of(file)) as engine:
        assert Releases(engine).newest_first() == ()
    assert file.is_file()


def test_migrations_make_exactly_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    with opened(url_of(tmp_path / "new")) as engine, engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    file = tmp_path / "empty"
    file.touch()
    with opened(url_of(file)) as engine:
        assert Releases(engine).newest_first() == ()


def test_without_a_name_it_is_in_the_data_folder_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with opened(None):
        assert (tmp_path / "data" / "vakpad" / "vakpad.sqlite3").is_file()
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "jo"))
    assert usual_file() == tmp_path / "jo" / ".local" / "share" / "vakpad" / "vakpad.sqlite3"


def test_a_user_without_a_home_folder_is_told_to_name_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(_number: int) -> None:
        raise KeyError

    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    with pytest.raises(StoreUnusable) as raised, opened(None):
        pass
    assert str(raised.value) == (
        "There is no home folder to keep a database in. Name a file for it in VAKPAD_DATABASE, "
        "such as `sqlite:////home/jo/vakpad.sqlite3`."
    )


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Notes, and no database.", encoding="utf-8")
    assert why_unusable(file) == f"`{file}` is no SQLite database, or damaged. {NAME_ANOTHER}"
    assert file.read_text(encoding="utf-8") == "Notes, and no database."


def test_a_database_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "vakpad.sqlite3"
    with opened(url_of(file)):
        pass
    file.write_bytes(file.read_bytes()[:3000])
    assert why_unusable(file) == f"`{file}` is no SQLite database, or damaged. {NAME_ANOTHER}"


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert why_unusable(tmp_path) == (
        f"`{tmp_path}` is a folder, and a database is a file. {NAME_ANOTHER}"
    )


@pytest.mark.parametrize(
    ("place", "reason"),
    [("notes.txt/deeper/x", "Not a directory"), ("x" * 300, "File name too long")],
)
def test_a_file_that_cannot_be_made_is_told_with_the_reason(
    tmp_path: Path, place: str, reason: str
) -> None:
    (tmp_path / "notes.txt").touch()
    file = tmp_path / place
    assert why_unusable(file) == f"The database `{file}` cannot be made: {reason}. {NAME_ANOTHER}"


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    file = tmp_path / "vakpad.sqlite3"
    file.symlink_to(tmp_path / "gone" / "vakpad.sqlite3")
    assert why_unusable(file) == f"The database `{file}` cannot be opened. {NAME_ANOTHER}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_a_database_that_may_not_be_written_can_still_be_read(tmp_path: Path) -> None:
    file = tmp_path / "vakpad.sqlite3"
    with opened(url_of(file)):
        pass
    file.chmod(0o444)
    with opened(url_of(file)) as engine:
        assert Releases(engine).newest_first() == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    file = tmp_path / "vakpad.sqlite3"
    assert why_unusable(file) == f"The database `{file}` cannot be opened. {NAME_ANOTHER}"
    tmp_path.chmod(0o755)


def test_writing_where_only_reading_is_allowed_is_told(tmp_path: Path) -> None:
    """SQLite itself refuses here, so that it does so for root as well."""
    file = tmp_path / "vakpad.sqlite3"
    with opened(url_of(file)) as engine:
        url = engine.url
    reader = create_engine(url, creator=lambda: sqlite3.connect(f"file:{file}?mode=ro", uri=True))
    sqlite.prepare(reader)
    releases = Releases(reader)
    assert releases.newest_first() == ()
    with pytest.raises(DBAPIError) as raised:
        releases.make(load_rulebook(SMALL), {}, datetime.now(UTC))
    reader.dispose()
    fault = sqlite.fault_in(raised.value, url)
    assert isinstance(fault, StoreUnusable)
    assert str(fault) == f"The database `{file}` may not be written. {NAME_ANOTHER}"


def test_tables_of_a_newer_vakpad_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "vakpad.sqlite3"
    with opened(url_of(file)):
        pass
    made(file, "UPDATE alembic_version SET version_num = '4711'")
    before = file.read_bytes()
    assert why_unusable(file) == (
        f"`{file}` was made by a newer Vakpad: its tables are at version `4711`, and this Vakpad "
        "knows `1`. Use that one, or name another file in VAKPAD_DATABASE."
    )
    assert file.read_bytes() == before


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = made(tmp_path / "music.sqlite3", "CREATE TABLE songs (title TEXT)")
    before = file.read_bytes()
    assert why_unusable(file) == (
        f"`{file}` is the database of another program: it has a table `songs`. Name another file "
        "in VAKPAD_DATABASE."
    )
    assert file.read_bytes() == before


def test_a_database_that_lost_its_tables_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "vakpad.sqlite3"
    with opened(url_of(file)):
        pass
    made(file, "DROP TABLE release_files", "DROP TABLE releases")
    with pytest.raises(StoreFailed) as raised, opened(url_of(file)) as engine:
        Releases(engine).newest_first()
    assert str(raised.value) == (
        f"The database `{file}` does not do what is asked of it (no such table: releases). Put "
        "back a copy of it, or name another file in VAKPAD_DATABASE."
    )


def test_a_database_that_stays_locked_is_told(tmp_path: Path) -> None:
    file = tmp_path / "vakpad.sqlite3"
    with opened(url_of(file)):
        pass
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with (
            pytest.raises(StoreFailed) as raised,
            opened(f"{url_of(file)}?timeout=0.01"),
        ):
            pass
    assert str(raised.value) == (
        f"`{file}` is in use by another command. Type this one again in a moment."
    )
