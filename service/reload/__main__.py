"""The process aside as a program: `python -m service.reload DIR SECONDS`.

For every line that it gets it tries the rules, and writes what came of it, pickled. It ends when
no more can come.
"""

import gc
import os
import signal
import sys
from pathlib import Path

from service.reload.trial import try_in_a_fork, warm_up


def main(directory: Path, patience: float) -> None:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Nobody waits for an answer any more.
    # Whatever else may be printed goes to the log, not between the answers.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        warm_up(directory)
        gc.collect()
        gc.freeze()  # A fork that goes through it all for garbage would get a copy of its own.
        for _ in sys.stdin.buffer:
            answers.write(try_in_a_fork(directory.resolve(), patience))
            answers.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
