"""The soak runs, says what it did, and fails when it should."""

import os
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
LITTLE = (
    f"--rules={TESTS / 'rulebooks' / 'small'}",
    "--checks=2000",
    "--seed=3",
    "--evaluations=20",
    "--advices=20",
    "--rebuilds=2",
    "--rereads=1",
)


def _soak(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "soak", *arguments],
        cwd=TESTS.parent,
        env=os.environ | {"PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_short_soak_says_what_it_compared_and_how_memory_grew() -> None:
    done = _soak("agreement", "memory", "--growth=1000", *LITTLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("Agreement: 2,000 checks from seed 3 on")
    assert "differences: 0" in done.stdout
    for work in ("20 evaluations", "20 advices", "2 rebuilds", "1 rereads"):
        assert f"Memory over {work}" in done.stdout
    assert len(re.findall(r"grew by \d+\.\d MB", done.stdout)) == 4
    assert done.stdout.splitlines()[-3:-1] == ["agreement: all went well", "memory: all went well"]


def test_memory_that_grows_too_much_fails() -> None:
    done = _soak("memory", "--growth=0", *LITTLE)
    assert done.returncode == 1
    assert "memory: FAILED" in done.stdout


def test_a_part_that_there_is_not_is_refused() -> None:
    done = _soak("memories")
    assert done.returncode == 2
    assert "there is no part memories; there are agreement, memory, reloads" in done.stderr
