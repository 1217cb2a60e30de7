"""The durable engine: durable_rules finds the rules that are true, in whole numbers and shards.

A rule that did not fire is false, unless it mentions something unknown and no single known value
makes it false: then it is open, unless the reference says that a group or a measure in it is false.
"""

import os
import threading
from collections.abc import Iterable

from service.engine.findings import Findings
from service.engine.fragments import Fragments
from service.engine.program import Plan, Program, Stratum, programs_of
from service.engine.protocol import TOLD, Evaluate, Step
from service.engine.session import Session
from service.engine.shards import Shard
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule

PLACES = tuple([place for place in range(8) if byte >> place & 1] for byte in range(256))
"""The places of the bits that are set, for every byte."""


class DurableEngine:
    """Evaluates a rulebook with durable_rules; agrees with the reference on everything.

    Making one compiles, and opens nothing: each process that evaluates opens its own sessions.
    Call `rehearse` first for a rulebook that was never served before. Threads may share one.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._judgement, self._partnership = programs_of(rulebook)
        self._sessions: dict[int, _Sessions] = {}

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        """The status of every rule of `step`; `WrongFact` when a fact is not of its type."""
        program = self._partnership if step is Step.PARTNERSHIP else self._judgement
        return _Evaluation(program, self._sessions_here()).evaluate(step, facts)

    def judging(self) -> Evaluate:
        return _Evaluation(self._judgement, self._sessions_here()).evaluate

    def _sessions_here(self) -> "_Sessions":
        """Those of this process: after a fork a child opens its own."""
        process = os.getpid()
        sessions = self._sessions.get(process)
        if sessions is None:
            sessions = self._sessions.setdefault(process, _Sessions())
        return sessions


class _Sessions:
    """The sessions of one process, opened as they are needed, and the lock to hold meanwhile."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._opened: dict[str, Session] = {}

    def matches(self, shard: Shard, fragments: Fragments, asked: int) -> list[str]:
        session = self._opened.get(shard.document)
        if session is None:
            session = self._opened[shard.document] = Session(shard.document)
        return session.run(shard.fact(fragments, asked))


class _Evaluation:
    """One program over facts that grow: step by step, and in each stratum by stratum.

    What is true and what is open in a step are bits of rules.
    """

    __slots__ = ("_encoded", "_facts", "_open", "_program", "_sessions", "_told", "_true")

    def __init__(self, program: Program, sessions: _Sessions) -> None:
        self._program = program
        self._sessions = sessions
        self._encoded = program.encoder.nothing()
        self._told = 0
        self._facts: Facts = {}
        self._true = 0
        self._open = 0

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        """See `Evaluate`."""
        moments = TOLD[step]
        if self._told < len(moments):
            encoder = self._program.encoder
            encoder.tell(self._encoded, encoder.batch_at(moments[self._told :]), facts)
            self._told = len(moments)
        self._facts = facts
        self._true = self._open = 0
        plan = self._program.plans[step]
        with self._sessions.lock:
            self._run(plan)
        if step is Step.SIGNALS:
            self._told += 1
        return Findings(
            plan.asked, self._rules(self._true, plan.first), self._rules(self._open, plan.first)
        )

    def _rules(self, bits: int, first: int) -> tuple[Rule, ...]:
        """In their order; none stands before the `first` place."""
        rules = self._program.rules
        found = []
        rest = bits >> first
        for byte in rest.to_bytes((rest.bit_length() + 7) // 8, "little"):
            for place in PLACES[byte]:
                found.append(rules[first + place])
            first += 8
        return tuple(found)

    def _run(self, plan: Plan) -> None:
        encoded, matches = self._encoded, self._sessions.matches
        for stratum in plan.strata:
            possible = encoded.possible
            for shard in stratum.shards:
                asked = shard.serves & possible
                if asked:
                    self._take(shard, matches(shard, encoded.fragments, asked))
            self._settle(encoded.mentioning & stratum.settles & ~self._true)
            if stratum.signals:
                self._conclude(stratum)

    def _take(self, shard: Shard, names: Iterable[str]) -> None:
        for name in names:
            rule = shard.fires.get(name)
            if rule is not None:
                self._true |= rule
            elif name in shard.fills:
                number, text = shard.fills[name]
                self._encoded.fragments[number] = text

    def _conclude(self, stratum: Stratum) -> None:
        """Makes signals facts, once all their rules have a status.

        What was given about a signal counts only if the rules leave it open.
        """
        facts = dict(self._facts)
        true, open = self._true, self._open
        for signal in stratum.signals:
            if true & signal.rules:
                facts[signal.attribute] = True
            elif not open & signal.rules:
                facts[signal.attribute] = False
        self._program.encoder.tell(self._encoded, stratum.told, facts)
        self._facts = facts

    def _settle(self, mentioning: int) -> None:
        """Tells what is open from what is false, among rules that mention something unknown."""
        found = mentioning & ~self._encoded.refuted
        doubts, facts = self._program.doubts, self._facts
        doubtful = found & self._program.doubtful
        while doubtful:
            lowest = doubtful & -doubtful
            if doubts[lowest](facts):
                found ^= lowest
            doubtful ^= lowest
        self._open |= found
