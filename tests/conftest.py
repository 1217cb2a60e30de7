"""What holds for all tests."""

import gc

ALLOCATIONS_BETWEEN_SEARCHES = 50_000
"""The rulebooks that tests share are large and stay: searching them for garbage is in vain."""


def pytest_collection_finish() -> None:
    """What is there before the first test stays until the last, and is not searched any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_BETWEEN_SEARCHES, *gc.get_threshold()[1:])
