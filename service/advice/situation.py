"""A situation: what is known at one moment of a judgement, and what may still become of rules."""

from collections.abc import Collection, Iterable, Iterator

from service.advice.completions import Completion
from service.advice.outlook import Outlook
from service.advice.prospects import DECIDED, FALSE, NONE, OPEN, TRUE, Look, Rest
from service.engine.findings import Findings
from service.rulebook.facts import Facts, FactValue
from service.rulebook.rules import Rule


class Situation:
    """`found` is what an engine said about rules here; of others it is worked out when asked.

    `free` are the attributes that could still turn out. In `known` they stay unknown, and in
    `widest` they are all free. `signalled` is the situation in which rules of signals were asked.
    """

    def __init__(
        self,
        facts: Facts,
        found: Findings,
        free: frozenset[str],
        outlook: Outlook,
        signalled: "Situation | None" = None,
    ) -> None:
        self.facts = facts
        self.known = Completion(facts, NONE, {})
        self.widest = Completion(facts, free, {})
        self._found = found
        self._true = frozenset(found.true)
        self._open = frozenset(found.open)
        self._outlook = outlook
        self._signalled = signalled
        self._grows = outlook.grows
        self._looks: dict[Rule, Look] = {}

    def within(self, free: frozenset[str]) -> Completion:
        """With only these free."""
        return self.widest if free is self.widest.free else Completion(self.facts, free, {})

    def knowing(self, id: str, value: FactValue) -> Completion:
        """With one more attribute known, and nothing free."""
        return Completion({**self.facts, id: value}, NONE, {})

    def settled(self, rule: Rule) -> int | None:
        """`TRUE` or `FALSE` when it stays so for good, whatever becomes known."""
        if rule not in self._grows:
            return None
        if rule in self._found.asked:
            if rule in self._open:
                return None
            return TRUE if rule in self._true else FALSE
        truth = self._outlook.of(rule).range(self.known)[0]
        return None if truth == OPEN else truth

    def sorted(self, rules: Collection[Rule]) -> tuple[list[Rule], list[Rule]]:
        """Those of the rules that are true for good, and those that are not settled.

        An engine was asked about all of them, or about none.
        """
        found = self._found
        if not found.asked:
            truths = {rule: self.settled(rule) for rule in rules}
            return (
                [rule for rule, truth in truths.items() if truth == TRUE],
                [rule for rule, truth in truths.items() if truth is None],
            )
        fickle = [rule for rule in self._outlook.fickle if rule in rules]
        return (
            [rule for rule in found.true if rule in rules and rule not in fickle],
            [rule for rule in found.open if rule in rules and rule not in fickle] + fickle,
        )

    def unsettled(self, rules: Iterable[Rule]) -> list[Rule]:
        """Those of the rules that are not settled."""
        return self.sorted(dict.fromkeys(rules))[1]

    def look(self, rule: Rule) -> Look:
        """What a rule may still come to; only for one that is not settled."""
        found = self._looks.get(rule)
        if found is None:
            found = self._looks[rule] = self._plain_look(rule) or self._full_look(rule)
        return found

    def _plain_look(self, rule: Rule) -> Look | None:
        """That of a plain rule which an engine found to be open: it waits for what is unknown."""
        needed = self._outlook.plain.get(rule)
        if needed is None or rule not in self._open:
            return None
        lacking = needed.difference(self.facts)
        waiting = lacking & self.widest.free
        if waiting == lacking:
            return Look(FALSE, TRUE, waiting, waiting if len(waiting) == 1 else NONE)
        return Look(FALSE, OPEN, waiting, NONE) if waiting else DECIDED[OPEN]

    def _full_look(self, rule: Rule) -> Look:
        if self._signalled is not None:
            for signal, rules in self._outlook.signals[rule]:
                signal.looks(self.widest, map(self._signalled._look_at, rules))
        prospect = self._outlook.of(rule)
        look = prospect.look(self.widest)
        if rule in self._grows:
            return look
        # What is true may become false as well.
        return look._replace(alone=prospect.attributes & self.widest.free)

    def _look_at(self, rule: Rule) -> Look:
        """The same for any rule."""
        settled = self.settled(rule)
        return self.look(rule) if settled is None else DECIDED[settled]

    def touches(self, free: frozenset[str], rule: Rule) -> bool:
        """Whether what is `free` could change whether an unsettled rule fires."""
        alone = len(free) == 1
        named = self.look(rule).alone if alone else self._outlook.of(rule).attributes
        return not free.isdisjoint(named)

    def rest(self, rule: Rule, completion: Completion, free: frozenset[str]) -> Rest:
        """What is left of a rule in a completion of what is `free`, partly chosen or not at all.

        `FALSE` also when it can no longer be more than open.
        """
        settled = self.settled(rule)
        if settled is not None:
            return settled
        if rule in self._grows and not self.touches(free, rule):
            return FALSE
        rest = self._outlook.of(rule).rest(completion)
        if isinstance(rest, int):
            return TRUE if rest == TRUE else FALSE
        return rest if rest.range(completion)[1] == TRUE else FALSE

    def open(self, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Look]]:
        """Those that may still fire and may still not, with what they may come to."""
        for rule in rules:
            if self.settled(rule) is None:
                look = self.look(rule)
                if look.high == TRUE and look.low != TRUE:
                    yield rule, look

    def prospect(self, rule: Rule) -> Rest:
        """The prospect of an unsettled rule that is open, or what it comes to."""
        look = self.look(rule)
        if look.high != TRUE or look.low == TRUE:
            return TRUE if look.low == TRUE else FALSE
        return self._outlook.of(rule)
