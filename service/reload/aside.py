"""The process aside: it stands ready to try rules.

Starting Python, loading modules and parsing files that did not change is done ahead, and reading
rules holds up no answers.
"""

import pickle
import subprocess
import sys
from pathlib import Path

from service.engine.rehearsal import HOME
from service.reload.stamp import stamp_of
from service.reload.trial import PATIENCE, Trial, ended


class Aside:
    """Tries the rules of a directory in another process, which is started when it is not there.

    That process ends by itself when this one does.
    """

    def __init__(self, directory: Path, patience: float = PATIENCE) -> None:
        self._directory = directory
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts the process ahead of the first trial."""
        self._running()

    def trial(self) -> Trial:
        """What comes of trying the rules as they are now, whatever happens there."""
        stamp = stamp_of(self._directory)
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(b"\n")
            process.stdin.flush()
            trial: Trial = pickle.load(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            code = process.wait()
            self.end()
            return Trial(stamp, None, reason=ended(code, self._patience))
        return trial

    def end(self) -> None:
        """Ends the process; the next trial starts another."""
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()
            process.communicate()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.end()
        if self._process is None:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "service.reload"),
                    *(str(self._directory.absolute()), str(self._patience)),
                ],
                cwd=HOME,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # Signals from a terminal are for the service, and this ends with it.
                start_new_session=True,
            )
        return self._process
