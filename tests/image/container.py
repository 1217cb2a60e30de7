"""Containers without a container engine: Linux namespaces, by `unshare` and `nsenter`."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

CONTAIN = Path(__file__).with_name("contain.py")
USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True, slots=True)
class Container:
    """How commands run: where, as whom and with which environment.

    `etc` are files laid over those in /etc. `machine` are files that show up in /dev/machine.
    """

    root: Path
    etc: Path
    machine: Path | None = None
    user: str = "0:0"
    workdir: str = "/"
    environment: Mapping[str, str] = field(default_factory=dict)
    mounts: tuple[tuple[Path, str], ...] = ()
    served: bool = False
    """As a service runs: read-only, with a network of its own that has nothing but loopback."""

    def start(self, command: Sequence[str], output: IO[bytes]) -> subprocess.Popen[bytes]:
        """Starts the command as process 1 of its own."""
        mine = ["--mount", "--pid", "--ipc", "--uts", *(["--net"] if self.served else [])]
        options: list[str | Path] = ["--root", self.root, "--etc", self.etc]
        options += ["--user", self.user, "--workdir", self.workdir]
        if self.machine:
            options += ["--machine", self.machine]
        for source, target in self.mounts:
            options += ["--mount", source, target]
        if self.served:
            options += ["--read-only", "--loopback"]
        become = ["unshare", *mine, "--fork", "--kill-child", sys.executable, "-S", str(CONTAIN)]
        return subprocess.Popen(
            [*become, *map(str, options), "--", *command],
            env=self._whole_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    def execute(
        self, first: int, command: Sequence[str], stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Runs another command beside process 1, as `docker exec` does."""
        return subprocess.run(
            self._beside(first, command),
            env=self._whole_environment(),
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )

    def hold(self, first: int, command: Sequence[str]) -> subprocess.Popen[str]:
        """The same, for a command that goes on; returns once it has written a line."""
        held = subprocess.Popen(
            self._beside(first, command),
            env=self._whole_environment(),
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert held.stdout is not None
        held.stdout.readline()
        return held

    def _beside(self, first: int, command: Sequence[str]) -> list[str]:
        user, _, group = self.user.partition(":")
        namespaces = ["--mount", "--pid", "--ipc", "--uts", "--net", "--root", "--wd"]
        enter = ["nsenter", "--target", str(first), *namespaces]
        return [*enter, "--setuid", user, "--setgid", group, "--", *command]

    def _whole_environment(self) -> dict[str, str]:
        home = "/root" if self.user == "0:0" else "/nonexistent"
        return {"PATH": USUAL_PATH, "HOME": home, **self.environment}


def first_process(started: subprocess.Popen[bytes]) -> int:
    """Process 1 of what was started, by its number outside; 0 if it has ended."""
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    while started.poll() is None:
        if numbers := children.read_text(encoding="ascii").split():
            return int(numbers[0])
        time.sleep(0.01)  # `unshare` is about to fork
    return 0
