"""Steps of a rulebook, made ready for durable_rules: one encoder, and shards in strata for each.

A program is plain data. It opens nothing, so it may be made before a fork and shared by threads.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.engine.doubts import doubt_of
from service.engine.encoding import Batch, Encoder
from service.engine.fragments import SlotNumbers
from service.engine.normal_form import Aspect, Comparison, Every, Formula, formula_of
from service.engine.patterns import Aim, Lowering, Target, slots_of
from service.engine.protocol import JUDGEMENT, Step, rules_of
from service.engine.recall import Probe, Shared
from service.engine.shards import Shard, shards_of
from service.rulebook.conditions import Operator
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal that can be worked out: the attribute that it fills, and the bits of its rules."""

    attribute: str
    rules: int


@dataclass(frozen=True, slots=True)
class Stratum:
    """Shards that need only what earlier strata filled, and the signals known after them.

    `settles` are the bits of the rules that nothing later can make true, and `told` is how the
    signals are encoded.
    """

    shards: tuple[Shard, ...]
    settles: int
    signals: tuple[Signal, ...]
    told: Batch


@dataclass(frozen=True, slots=True)
class Plan:
    """How a step is run, and which rules it asks, from the `first` place on."""

    asked: frozenset[Rule]
    first: int
    strata: tuple[Stratum, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """`rules` are those of all steps; the place of a rule among them is its bit.

    `doubts` has by the bit of a rule what can make it false that no single known value refutes,
    where there is something, and `doubtful` are all these bits.
    """

    rules: tuple[Rule, ...]
    doubts: Mapping[int, Probe]
    doubtful: int
    encoder: Encoder
    plans: Mapping[Step, Plan]


def programs_of(rulebook: Rulebook) -> tuple[Program, Program]:
    """That of a judgement, and that of a duo; `EngineLimit` when that cannot be done safely."""
    return program_of(rulebook, JUDGEMENT), program_of(rulebook, (Step.PARTNERSHIP,))


def program_of(rulebook: Rulebook, steps: Iterable[Step]) -> Program:
    """Compiles the rules of some steps; `EngineLimit` when that cannot be done safely."""
    rules_by_step = {step: rules_of(rulebook, step) for step in steps}
    rules = [rule for rules in rules_by_step.values() for rule in rules]
    bits = {rule.id: 1 << place for place, rule in enumerate(rules)}
    formulas = {rule.id: formula_of(rule.when) for rule in rules}
    lowered = {
        step: _lowered(rulebook, step, [(rule.id, formulas[rule.id]) for rule in rules], bits)
        for step, rules in rules_by_step.items()
    }
    aims = [aim for lowering, _ in lowered.values() for aim in lowering.aims]
    numbers = SlotNumbers(slots_of(aim.pattern for aim in aims))
    looked_at = {
        condition.attribute.id: condition.attribute
        for rule in rules
        for condition in rule.when.conditions()
    }
    encoder = Encoder(
        attributes=looked_at.values(),
        comparisons=[each for aim in aims for each in aim.pattern.comparisons],
        needs=_needs(formulas, bits),
        mentions=_mentions(rules, bits),
        numbers=numbers,
    )
    shared: Shared = {}
    plans = {}
    first = 0
    for step, (lowering, signals) in lowered.items():
        own = rules_by_step[step]
        served = {rule.id: bits[rule.id] for rule in own}
        strata = _strata(lowering.aims, signals, served, numbers, encoder)
        plans[step] = Plan(frozenset(own), first, strata)
        first += len(own)
    doubts = {
        bits[rule.id]: doubt for rule in rules if (doubt := doubt_of(rule, shared)) is not None
    }
    return Program(
        rules=tuple(rules),
        doubts=doubts,
        doubtful=sum(doubts),
        encoder=encoder,
        plans=plans,
    )


def _lowered(
    rulebook: Rulebook,
    step: Step,
    formulas: Iterable[tuple[str, Formula]],
    bits: Mapping[str, int],
) -> tuple[Lowering, Mapping[int, list[Signal]]]:
    """The patterns of a step, and the signals that are known after each stratum."""
    lowering = Lowering(step)
    signals: dict[int, list[Signal]] = {}
    if step is not Step.SIGNALS:
        for id, formula in formulas:
            lowering.add(formula, id)
        return lowering, signals
    by_id = dict(formulas)
    for name, giving in rulebook.signal_rules.items():
        last = max(lowering.add(by_id[rule.id], rule.id) for rule in giving)
        signal = Signal(f"signal.{name}", sum(bits[rule.id] for rule in giving))
        lowering.fills(signal.attribute, last)
        signals.setdefault(last, []).append(signal)
    return lowering, signals


def _strata(
    aims: list[Aim],
    signals: Mapping[int, list[Signal]],
    bits: Mapping[str, int],
    numbers: SlotNumbers,
    encoder: Encoder,
) -> tuple[Stratum, ...]:
    serves = _served(aims, bits)
    last = max([aim.stratum for aim in aims] + list(signals), default=-1)
    strata = []
    unsettled = sum(bits.values())
    for stratum in range(last + 1):
        known = tuple(signals.get(stratum, ()))
        settled = sum(signal.rules for signal in known) if stratum < last else unsettled
        shards = shards_of((aim for aim in aims if aim.stratum == stratum), serves, numbers)
        told = encoder.batch_of(signal.attribute for signal in known)
        strata.append(Stratum(shards, settled, known, told))
        unsettled &= ~settled
    return tuple(strata)


def _served(aims: Iterable[Aim], bits: Mapping[str, int]) -> Mapping[Target, int]:
    """The bits of the rules that a target is for: the rule itself, or all that use the group."""
    served: defaultdict[Target, int] = defaultdict(int)
    for rule, bit in bits.items():
        served[rule] = bit
    for aim in sorted(aims, key=lambda each: -each.stratum):
        for comparison in aim.pattern.comparisons:
            if comparison.slot.aspect is Aspect.GROUP:
                served[comparison.slot] |= served[aim.target]
    return served


def _needs(formulas: Mapping[str, Formula], bits: Mapping[str, int]) -> dict[Comparison, int]:
    """Comparison -> the bits of the rules that are false when it is known to fail."""
    needs: dict[Comparison, int] = {}
    for id, formula in formulas.items():
        members = formula.members if isinstance(formula, Every) else (formula,)
        for member in members:
            if isinstance(member, Comparison):
                needs[member] = needs.get(member, 0) | bits[id]
    return needs


def _mentions(rules: Iterable[Rule], bits: Mapping[str, int]) -> dict[str, int]:
    """Attribute id -> the bits of the rules that it may leave open while it is unknown."""
    mentions: dict[str, int] = {}
    for rule in rules:
        for condition in rule.when.conditions():
            if condition.operator not in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
                id = condition.attribute.id
                mentions[id] = mentions.get(id, 0) | bits[rule.id]
    return mentions
