"""The durable engine: durable_rules finds the rules that are true, in whole numbers and shards.

A rule that did not fire is false, unless it mentions something unknown and no single known value
makes it false: then it is open, unless the reference says that a group or a measure in it is false.
"""

import os
import threading
from collections.abc import Iterable

from service.engine.fragments import Fragments
from service.engine.program import Plan, Program, Signal, programs_of
from service.engine.protocol import TOLD, Evaluate, Findings, Status, Step, signal_fact
from service.engine.session import Session
from service.engine.shards import Shard
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook

TRUE, FALSE, OPEN = Status.TRUE, Status.FALSE, Status.OPEN
"""By themselves: looking up a member of an enumeration takes a while."""


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
    """One program over facts that grow: step by step, and in each stratum by stratum."""

    __slots__ = ("_encoded", "_facts", "_findings", "_program", "_sessions", "_told")

    def __init__(self, program: Program, sessions: _Sessions) -> None:
        self._program = program
        self._sessions = sessions
        self._encoded = program.encoder.nothing()
        self._told = 0
        self._facts: Facts = {}
        self._findings: dict[str, Status] = {}

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        """See `Evaluate`."""
        moments = TOLD[step]
        if self._told < len(moments):
            self._program.encoder.tell(self._encoded, moments[self._told :], facts)
            self._told = len(moments)
        self._facts = facts
        plan = self._program.plans[step]
        self._findings = plan.nothing.copy()
        with self._sessions.lock:
            self._run(plan)
        if step is Step.SIGNALS:
            self._told += 1
        return self._findings

    def _run(self, plan: Plan) -> None:
        encoded, matches = self._encoded, self._sessions.matches
        for stratum in plan.strata:
            possible = encoded.possible
            for shard in stratum.shards:
                asked = shard.serves & possible
                if asked:
                    self._take(shard, matches(shard, encoded.fragments, asked))
            self._settle(encoded.mentioning & stratum.settles)
            if stratum.signals:
                self._conclude(stratum.signals)

    def _take(self, shard: Shard, names: Iterable[str]) -> None:
        for name in names:
            rule = shard.fires.get(name)
            if rule is not None:
                self._findings[rule] = TRUE
            elif name in shard.fills:
                number, text = shard.fills[name]
                self._encoded.fragments[number] = text

    def _conclude(self, signals: Iterable[Signal]) -> None:
        """Makes signals facts, once all their rules have a status."""
        add, encoded = self._program.encoder.add, self._encoded
        facts = dict(self._facts)
        for signal in signals:
            value = signal_fact(map(self._findings.__getitem__, signal.rules))
            if value is None:
                # What was given about a signal counts only if the rules leave it open.
                add(encoded, signal.attribute, facts.get(signal.attribute))
            else:
                facts[signal.attribute] = value
                add(encoded, signal.attribute, value)
        self._facts = facts

    def _settle(self, mentioning: int) -> None:
        """Tells what is open from what is false, among rules that mention something unknown."""
        remaining = mentioning & ~self._encoded.refuted
        if not remaining:
            return
        findings, facts = self._findings, self._facts
        rules, doubts = self._program.rules, self._program.doubts
        bits = bin(remaining)[:1:-1]
        place = bits.find("1")
        while place >= 0:
            rule, doubt = rules[place], doubts[place]
            if findings[rule] is FALSE and (doubt is None or doubt(facts) is not False):
                findings[rule] = OPEN
            place = bits.find("1", place + 1)
