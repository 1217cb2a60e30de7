"""A rulebook on its way from the trial to the processes that serve it: packed once, as bytes."""

import pickle
from dataclasses import dataclass, replace

from service.reading.reader import Reader
from service.rulebook import Rulebook
from service.rulebook.collecting import without_collecting
from service.serving import Serving, serving_of


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
