"""What is served: a rulebook with the advisor on it, behind one reference that can be swapped."""

from dataclasses import dataclass
from datetime import datetime

from service.advice import Advisor
from service.engine.durable import DurableEngine
from service.reading.reader import Reader
from service.rulebook import Diagnostic, Rulebook


@dataclass(frozen=True, slots=True)
class Serving:
    """A rulebook and the advisor on it; `release` is None for one that comes from a folder."""

    rulebook: Rulebook
    advisor: Advisor
    release: str | None = None


def serving_of(rulebook: Rulebook, reader: Reader | None = None) -> Serving:
    """Compiles a rulebook. Opens no durable sessions, so it may be done before a fork.

    `reader` saves making one, where there is one of it already.
    """
    return Serving(rulebook, Advisor(rulebook, DurableEngine(rulebook), reader))


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why changed rules are not served: `errors` in the files, or else a `reason`."""

    since: datetime
    reason: str
    errors: tuple[Diagnostic, ...] = ()


class NothingServed(Exception):
    """No rulebook is served yet."""


class Served:
    """The one reference to what is served. A request takes `now` once and stays with it."""

    def __init__(self, serving: Serving | None = None) -> None:
        self._serving = serving
        self.rejected: Rejected | None = None
        """Why the rules as they are now are not what is served; None when they are."""

    @property
    def now(self) -> Serving:
        if self._serving is None:
            raise NothingServed
        return self._serving

    def serve(self, serving: Serving) -> None:
        """From now on, for the requests that come after."""
        self._serving = serving
