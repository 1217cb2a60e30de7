"""Releases: numbered, byte for byte as they were made, and never changed."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier

import pytest

from service.rulebook import Rulebook, load_rulebook
from service.rulebook.files import rule_files
from service.store.faults import NoSuchRelease
from service.store.opening import opened
from service.store.releases import Release, Releases

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
RULEBOOK = load_rulebook(SMALL)
FILES = rule_files(SMALL)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def other(number: int) -> Rulebook:
    """The small rulebook with a digest of its own."""
    return replace(RULEBOOK, digest=f"sha256:{number:064}")


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'vakpad.sqlite3'}"


@pytest.fixture
def releases(database: str) -> Iterator[Releases]:
    with opened(database) as engine:
        yield Releases(engine)


def test_a_release_knows_what_is_in_it(releases: Releases) -> None:
    made, new = releases.make(RULEBOOK, FILES, NOON, "De eerste")
    assert new
    assert made == Release(
        number=1,
        digest=RULEBOOK.digest,
        made=NOON,
        note="De eerste",
        rules=len(RULEBOOK.rules),
        roles=len(RULEBOOK.roles),
    )
    assert releases.get(1) == releases.latest() == made
    assert releases.files(made) == FILES


def test_releases_are_numbered_from_1_and_the_newest_stands_first(releases: Releases) -> None:
    made = [releases.make(other(each), {}, NOON)[0] for each in range(12)]
    assert [each.number for each in made] == list(range(1, 13))
    assert releases.newest_first() == tuple(reversed(made))
    assert releases.latest() == made[-1]


def test_the_same_rules_as_the_newest_are_not_released_again(releases: Releases) -> None:
    first, _ = releases.make(RULEBOOK, FILES, NOON, "The first")
    again, new = releases.make(RULEBOOK, {}, NOON + timedelta(1), "Again")
    assert (again, new) == (first, False)
    assert releases.newest_first() == (first,)
    assert releases.files(first) == FILES


def test_rules_can_be_released_again_after_others(releases: Releases) -> None:
    for rulebook in (RULEBOOK, other(1), RULEBOOK):
        assert releases.make(rulebook, FILES, NOON)[1]
    assert [each.digest for each in releases.newest_first()] == [
        RULEBOOK.digest,
        other(1).digest,
        RULEBOOK.digest,
    ]


def test_releases_are_still_there_when_the_database_is_opened_again(database: str) -> None:
    with opened(database) as engine:
        made, _ = Releases(engine).make(RULEBOOK, FILES, NOON)
    with opened(database) as engine:
        assert Releases(engine).newest_first() == (made,)
        assert Releases(engine).files(made) == FILES


def test_the_time_is_kept_in_utc(releases: Releases) -> None:
    amsterdam = timezone(timedelta(hours=2))
    made, _ = releases.make(RULEBOOK, {}, datetime(2026, 7, 1, 1, 30, tzinfo=amsterdam))
    assert made.made == releases.get(1).made == datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert made.made.utcoffset() == releases.get(1).made.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("many", "told"),
    [
        (0, "There are no releases yet. Make the first: `vakpad release make`."),
        (1, "There is no release 7. There is only release 1."),
        (3, "There is no release 7. There are releases 1 to 3."),
    ],
)
def test_a_release_that_does_not_exist_says_which_do(
    releases: Releases, many: int, told: str
) -> None:
    for each in range(many):
        releases.make(other(each), {}, NOON)
    with pytest.raises(NoSuchRelease) as raised:
        releases.get(7)
    assert str(raised.value) == told


def test_there_is_no_latest_before_the_first(releases: Releases) -> None:
    with pytest.raises(NoSuchRelease, match="^There are no releases yet"):
        releases.latest()


def test_a_release_that_fails_halfway_leaves_nothing(releases: Releases) -> None:
    with pytest.raises(TypeError, match="stopped"):
        releases.make(RULEBOOK, StopsHalfway(FILES), NOON)
    assert releases.newest_first() == ()
    assert releases.make(RULEBOOK, FILES, NOON)[0].number == 1


class StopsHalfway(dict[str, bytes]):
    """Files of which not all can be had."""

    def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]
        yield next(iter(super().items()))
        raise TypeError("stopped")


def test_those_who_make_one_at_the_same_moment_get_different_numbers(database: str) -> None:
    together = Barrier(4)

    def make(number: int) -> int:
        together.wait()
        return releases.make(other(number), FILES, NOON)[0].number

    with opened(database) as engine:
        releases = Releases(engine)
        with ThreadPoolExecutor(4) as pool:
            numbers = list(pool.map(make, range(4)))
        digests = {each.number: each.digest for each in releases.newest_first()}
    assert sorted(numbers) == [1, 2, 3, 4]
    assert digests == {numbers[each]: other(each).digest for each in range(4)}


def test_those_who_release_the_same_at_the_same_moment_make_one(database: str) -> None:
    together = Barrier(4)

    def make(_: int) -> tuple[int, bool]:
        together.wait()
        made, new = releases.make(RULEBOOK, FILES, NOON)
        return made.number, new

    with opened(database) as engine:
        releases = Releases(engine)
        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(make, range(4)))
    assert sorted(made) == [(1, False), (1, False), (1, False), (1, True)]


def test_a_database_can_be_made_by_several_at_the_same_moment(database: str) -> None:
    opening = (
        "import sys; from service.store.opening import opened\n"
        "sys.stdin.readline()\n"
        "with opened(sys.argv[1]): print('open')"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", opening, database],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for each in started:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    assert [each.communicate(timeout=60) for each in started] == [("open\n", "")] * 3
