"""A rulebook on its way from the trial to the processes that serve it: packed once, as bytes."""

import gc
import pickle
from dataclasses import dataclass, replace

from service.reading.reader import Reader
from service.rulebook import Rulebook
from service.rulebook.collecting import without_collecting
from service.serving import Served, Serving, serving_of


@dataclass(frozen=True, slots=True)
class Packed:
    """A tried rulebook with its reader, which takes longer to make than to hand over."""

    digest: str
    content: bytes


def pack(rulebook: Rulebook) -> Packed:
    """Leaves out the cases, which are most of a rulebook and are run before it is served."""
    bare = replace(rulebook, cases=())
    content = pickle.dumps((bare, Reader(bare)), pickle.HIGHEST_PROTOCOL)
    return Packed(rulebook.digest, content)


@without_collecting()
def unpack(packed: Packed) -> Serving:
    """What to serve, made ready in this process."""
    rulebook, reader = pickle.loads(packed.content)
    return serving_of(rulebook, reader)


def take_over(packed: Packed, served: Served) -> None:
    """Serves it from now on, and lets what was served before go."""
    served.serve(unpack(packed))
    # It is full of circles, so without a search it and some before it would stay for long.
    gc.collect()
