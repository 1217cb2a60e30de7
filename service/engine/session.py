"""One ruleset in durable_rules: its life, and the only calls into its C module.

A session keeps one state and one fact id for ever: asserted, matched, retracted. It belongs to the
process that made it. Callers see to it that only one thread at a time is in it.
"""

import weakref

import durable_rules_engine as durable

from service.engine.fragments import HEAD, TAIL

STATE = "s"
"""The state in `HEAD`. One fixed state keeps memory flat, and two cannot share a hash."""

FIRST = HEAD + ',"$t":1' + TAIL
"""The first fact, which only the catch-all matches. It also names the fact to retract."""

UNMATCHED = 1
"""What durable_rules says when no rule matches a fact: then it does not keep the fact either."""


class Session:
    """A compiled shard that can be asked which of its rules match a fact."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._handle: int | None = None
        self._open()

    def run(self, fact: str) -> list[str]:
        """The names of the rules that match; a name may come twice."""
        handle = self._handle
        if handle is None:
            handle = self._open()
        try:
            return _matches(handle, fact)
        except BaseException:
            # The state is busy with what was cut off, and would hand out no matches any more.
            self.close()
            raise

    def close(self) -> None:
        """Gives the memory back; running again opens a new ruleset."""
        self._handle = None
        self._finalizer()

    def _open(self) -> int:
        handle: int = durable.create_ruleset("shard", self._document)
        try:
            _matches(handle, FIRST)
        except BaseException:
            # No action may have run, and deleting such a state would end the process.
            durable.delete_ruleset(handle)
            raise
        self._finalizer = weakref.finalize(self, _close, handle)
        self._finalizer.atexit = False
        self._handle = handle
        return handle


def _matches(handle: int, fact: str) -> list[str]:
    result, state = durable.assert_fact(handle, fact)
    names: list[str] = []
    if result == UNMATCHED:
        return names
    # {"r7":{"m":{...}}}: the name is all that matters.
    match = durable.start_action_for_state(handle, state)[1]
    while match is not None:
        names.append(match[2 : match.index('"', 2)])
        match = durable.complete_and_start_action(handle, state)
    durable.retract_fact(handle, FIRST)
    return names


def _close(handle: int) -> None:
    """Deletes the state first: a ruleset that goes before its state keeps the memory."""
    durable.delete_state(handle, STATE)
    durable.delete_ruleset(handle)
