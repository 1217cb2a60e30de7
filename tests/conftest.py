"""What holds for all tests."""

import gc
from collections.abc import Iterator

import pytest

ALLOCATIONS_BETWEEN_SEARCHES = 50_000
"""The rulebooks that tests share are large and stay: searching them for garbage is in vain."""


def pytest_collection_finish() -> None:
    """What is there before the first test stays until the last, and is not searched any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_BETWEEN_SEARCHES, *gc.get_threshold()[1:])


@pytest.fixture(scope="session", autouse=True)
def _nobodys_own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what whoever runs the tests keeps: releases, or a cache."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        patch.delenv("VAKPAD_DATABASE", raising=False)
        yield
