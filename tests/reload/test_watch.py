"""Watches on one board: one checks, all follow."""

import copy
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.running import SMALL
from strategies.loaded import loaded

from service.reload.aside import Aside
from service.reload.stamp import stamp_of
from service.reload.trial import Trial
from service.reload.verdict import Board
from service.reload.watch import Watch
from service.rulebook import load_rulebook
from service.serving import Served, serving_of


@dataclass
class House:
    """A rule directory with a service of two processes, which look when they are told to."""

    rules: Path
    served: list[Served]
    watches: list[Watch]
    trials: list[Trial]

    def look(self, times: int = 3) -> None:
        for _ in range(times):
            for watch in self.watches:
                watch.look()

    def write(self, text: str) -> None:
        (self.rules / "growth" / "all.yaml").write_text(text, encoding="utf-8")

    @property
    def digests(self) -> set[str]:
        return {served.now.rulebook.digest for served in self.served}


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    rules = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    board = Board()
    first = serving_of(load_rulebook(rules))
    served = [Served(first), Served(first)]
    watches = [Watch(rules, stamp_of(rules), each, _another(board)) for each in served]
    trials: list[Trial] = []

    tried = Aside.trial

    def counted(aside: Aside) -> Trial:
        trials.append(tried(aside))
        return trials[-1]

    monkeypatch.setattr(Aside, "trial", counted)
    yield House(rules, served, watches, trials)
    for watch in watches:
        watch._aside.end()
    board.take_down()


def _another(board: Board) -> Board:
    """The same board as another process has it."""
    return copy.copy(board)


GROWTH = (SMALL / "growth" / "all.yaml").read_text(encoding="utf-8")
BEFORE = loaded(SMALL).digest


def test_as_long_as_nothing_is_written_nothing_is_tried(house: House) -> None:
    house.look()
    assert house.trials == []
    assert house.digests == {BEFORE}


def test_a_change_is_tried_once_and_served_by_all(house: House) -> None:
    house.write(GROWTH.replace("points: 30", "points: 20"))
    house.look(5)
    assert len(house.trials) == 1
    assert house.digests == {load_rulebook(house.rules).digest} != {BEFORE}


def test_files_that_are_still_being_written_wait(house: House) -> None:
    for number in range(3):
        house.write(GROWTH + f"# {number}\n" * number)
        house.watches[0].look()
    assert house.trials == []
    house.look()
    assert len(house.trials) == 1


def test_a_broken_change_is_tried_once_and_all_say_why(house: House) -> None:
    house.write(GROWTH.replace("points: 30", "points: many"))
    house.look(5)
    assert len(house.trials) == 1
    assert house.digests == {BEFORE}
    for served in house.served:
        assert served.rejected is not None
        (error,) = served.rejected.errors
        assert (error.file, error.line) == ("growth/all.yaml", 42)
        assert served.rejected.reason == (
            "The rule files have a mistake; the rules from before are served."
        )
    house.write(GROWTH)
    house.look()
    assert [served.rejected for served in house.served] == [None, None]


def test_who_starts_after_a_broken_change_serves_what_was_taken_up_before_it(house: House) -> None:
    house.write(GROWTH.replace("points: 30", "points: 20"))
    house.look(5)
    changed = load_rulebook(house.rules).digest
    house.write(GROWTH.replace("points: 30", "points: many"))
    house.look(5)
    assert house.digests == {changed} != {BEFORE}
    later = Served(serving_of(loaded(SMALL)))
    board = _another(house.watches[0]._board)
    board._read = None
    Watch(house.rules, stamp_of(house.rules), later, board)._follow()
    assert later.now.rulebook.digest == changed
    assert later.rejected is not None


def test_a_broken_change_makes_nothing_anew(house: House) -> None:
    """What is served is the same object as before, with all that it remembers."""
    before = [served.now for served in house.served]
    house.write(GROWTH.replace("points: 30", "points: many"))
    house.look(5)
    assert all(served.rejected is not None for served in house.served)
    assert all(each is served.now for each, served in zip(before, house.served, strict=True))


def test_a_change_without_another_meaning_is_taken_up_too(house: House) -> None:
    """Positions are then right again in what is told about a rule."""
    house.write("# A comment.\n" + GROWTH)
    house.look()
    assert house.digests == {BEFORE}
    lines = {each.now.rulebook.rules_by_id["stay-in-office"].position.line for each in house.served}
    assert lines == {2}


def test_who_asks_gets_a_check_without_any_change(house: House) -> None:
    house.watches[1].ask()
    house.look(5)
    assert len(house.trials) == 1
    house.watches[0].ask()
    house.look(5)
    assert len(house.trials) == 2


def test_a_failure_while_looking_is_logged_and_the_next_look_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread would otherwise end, and no change would ever be taken up again."""

    class Enough(BaseException):
        pass

    looks = []

    def failing() -> None:
        looks.append(None)
        if len(looks) == 2:
            raise Enough
        raise OSError("no more files")

    monkeypatch.setattr(house.watches[0], "look", failing)
    with pytest.raises(Enough):
        house.watches[0]._watch()
    assert len(looks) == 2
