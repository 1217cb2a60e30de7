"""The board with the latest verdict."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli.running import SMALL
from strategies.loaded import loaded

from service.reload.packed import pack
from service.reload.verdict import Board, Verdict
from service.serving import Rejected

TRIED = pack(loaded(SMALL))
TAKEN_UP = Verdict((("moves.yaml", 1, 2, 3, 4),), TRIED, None)


@pytest.fixture
def board() -> Iterator[Board]:
    board = Board()
    yield board
    board.take_down()


def test_nothing_stands_on_a_new_board(board: Board) -> None:
    assert board.latest() is None
    assert board.asked() == 0


def test_a_verdict_is_read_whole_and_once(board: Board) -> None:
    board.pin(TAKEN_UP)
    assert board.latest() == TAKEN_UP
    assert board.latest() is None


def test_the_next_verdict_is_read_again(board: Board) -> None:
    board.pin(TAKEN_UP)
    board.latest()
    rejected = Verdict((), TRIED, Rejected(datetime.now(UTC), "Because."))
    board.pin(rejected)
    assert board.latest() == rejected


def test_what_stands_there_can_be_read_any_number_of_times(board: Board) -> None:
    assert board.standing() is None
    board.pin(TAKEN_UP)
    board.latest()
    assert board.standing() == board.standing() == TAKEN_UP


def test_asking_is_seen_each_time(board: Board) -> None:
    board.ask()
    first = board.asked()
    assert first > 0
    while board.asked() == first:
        board.ask()


def test_only_the_process_that_made_it_takes_it_down(board: Board) -> None:
    folder = board.lock.parent
    child = os.fork()
    if child == 0:
        board.take_down()
        os._exit(0)
    os.waitpid(child, 0)
    assert folder.is_dir()
    board.take_down()
    assert not folder.exists()


def test_no_other_user_can_reach_it(board: Board) -> None:
    assert board.lock.parent.stat().st_mode & 0o077 == 0


def test_a_process_that_ends_leaves_the_lock_to_the_next(board: Board, tmp_path: Path) -> None:
    program = """
import fcntl, sys
with open(sys.argv[1], "ab") as lock:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
"""
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program, str(board.lock)], check=True)
