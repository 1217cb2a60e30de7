"""Python's search for garbage, left out while something large is made that all stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nothing is searched for garbage meanwhile: over and over it would go through all there is.

    A rulebook is hundreds of thousands of objects, none of them garbage; searching them is a
    quarter of the time that it takes to read one. What nobody refers to any more is freed anyway.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
