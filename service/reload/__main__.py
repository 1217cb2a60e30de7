"""The trial as a program: `python -m service.reload DIR` writes what came of it, pickled."""

import pickle
import sys
from pathlib import Path

from service.reload.trial import try_here

sys.stdout.buffer.write(pickle.dumps(try_here(Path(sys.argv[1]))))
