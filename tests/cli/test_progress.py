"""What a terminal shows of work that takes longer than a moment."""

import sys
from io import StringIO
from time import monotonic

import pytest

from service.terminal import progress

LONGEST = 20.0
"""Seconds to wait for something to be shown, on the busiest machine."""


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_says_what_is_under_way_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    end = monotonic() + LONGEST
    with progress.under_way("Reading the rule files"):
        while "Reading the rule files" not in terminal.getvalue() and monotonic() < end:
            pass
    assert "Reading the rule files" in terminal.getvalue()


def test_nothing_is_said_of_what_is_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    with progress.under_way("Reading the rule files"):
        pass
    assert "Reading" not in terminal.getvalue()


def test_nothing_is_said_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", written := StringIO())
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress.under_way("Reading the rule files"):
        pass
    assert written.getvalue() == ""
