"""The process aside as a program: `python -m service.reload DIR SECONDS`.

For every line that it gets it tries the rules, and writes what came of it, pickled. It ends when
no more can come.
"""

import gc
import os
import pickle
import signal
import sys
from pathlib import Path

from service.reload.trial import try_rules
from service.rulebook import read_rulebook
from service.rulebook.documents import Documents


def main(directory: Path, patience: float) -> None:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Ends when nobody waits for an answer.
    # Whatever else may be printed goes to the log, not between the answers.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        gc.disable()  # Between two trials there is time for it.
        documents = Documents()
        read_rulebook(directory.resolve(), documents)
        gc.freeze()  # What stays need not be searched each time.
        for _ in sys.stdin.buffer:
            answers.write(pickle.dumps(try_rules(directory.resolve(), documents, patience)))
            answers.flush()
            gc.collect()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
