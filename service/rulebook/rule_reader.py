"""Reads the rules of the five stages."""

from collections.abc import Iterable
from typing import Any

from schemas.rule_fields import WHENS
from schemas.rule_files import RuleSchema
from service.rulebook.conditions import (
    Condition,
    Group,
    Operator,
    Quantifier,
    attributes_of,
    mentions_years,
)
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Mapping, Node, Scalar, Sequence, Told
from service.rulebook.position import Position
from service.rulebook.rules import (
    Effect,
    GiveSignal,
    Grow,
    LevelStep,
    MessageKind,
    Outcome,
    Pairing,
    PairingKind,
    Rule,
    Say,
    Settle,
    Weight,
)
from service.rulebook.sentences import SentenceReader
from service.rulebook.shapes import Entry, declared, entries, text_of
from service.rulebook.vocabulary import Attribute, Moment, Side, Stage, Tip
from service.rulebook.word_lists import WordLists

EFFECTS: dict[Stage, tuple[str, ...]] = {
    Stage.SETTLING: ("settle",),
    Stage.SIGNALS: ("signal",),
    Stage.GROWTH: ("recommend", "advise against", "rule out"),
    Stage.MESSAGES: ("say", "text", "outcome"),
    Stage.PARTNERSHIP: ("completes", "tension", "fits tip"),
}
LOOKS_AT: dict[Stage, str] = {
    Stage.SETTLING: "the title, work, certificates, years and current place",
    Stage.SIGNALS: "everything but the advice",
    Stage.GROWTH: "everything but the advice",
    Stage.MESSAGES: "everything",
    Stage.PARTNERSHIP: "competences, measures, work, certificates and goals of both, and the place",
}
HIGHEST_BY_YEARS = "senior"

MAXIMUM_RULES = 10_000

RuleFile = tuple[Stage, Node | None]


def declared_signals(files: Iterable[RuleFile]) -> tuple[str, ...]:
    """Every signal that a rule in `signals/` gives, also rules with other mistakes."""
    return tuple(
        dict.fromkeys(
            str(signal)
            for stage, node in files
            if stage is Stage.SIGNALS
            for signal in declared(node, "signal")
        )
    )


def read_rules(
    files: Iterable[RuleFile], lists: WordLists, sentences: SentenceReader, report: Report
) -> tuple[Rule, ...]:
    """The rules of all stages by id; none when there are too many."""
    files = list(files)
    count = sum(len(node) for _, node in files if isinstance(node, Sequence))
    if count > MAXIMUM_RULES:
        report.error(
            Position("vocabulary.yaml", 1, 1),
            "rulebook-too-large",
            f"There are {count:,} rules; a rulebook has at most {MAXIMUM_RULES:,}.",
            "Nobody can oversee so many: leave out what hardly differs.",
        )
        return ()
    reader = _RuleReader(lists, sentences, report)
    rules = [
        rule
        for stage, node in files
        for entry in entries(RuleSchema, node, "rule", report)
        if (rule := reader.rule(stage, entry)) is not None
    ]
    return tuple(sorted(rules, key=lambda rule: rule.id))


class _RuleReader:
    def __init__(self, lists: WordLists, sentences: SentenceReader, report: Report) -> None:
        self._lists = lists
        self._sentences = sentences
        self._report = report
        self._seen: dict[str, Scalar] = {}

    def rule(self, stage: Stage, entry: Entry) -> Rule | None:
        id = entry.data.get("rule")
        if id is not None:
            self._check_once(id)
        right_effect = self._check_effect(stage, entry)
        when = self._when(stage, entry)
        if not entry.complete or when is None or not right_effect:
            return None
        effect = self._effect(stage, entry)
        if effect is None:
            return None
        if isinstance(effect, Settle):
            self._check_years(effect, when, entry.data["settle"])
        if isinstance(effect, Pairing):
            self._check_both_sides(effect, when, entry)
        about = text_of(entry.data["about"], self._report)
        return Rule(str(id), about, stage, when, effect, entry.data["rule"].position)

    def _check_once(self, id: Scalar) -> None:
        first = self._seen.setdefault(str(id), id)
        if first is not id:
            self._report.error(
                id.position,
                "duplicate-id",
                f"The rule `{id}` stands twice: {first.position} and {id.position}.",
                "Give one of the two another id, or delete it.",
            )

    def _check_effect(self, stage: Stage, entry: Entry) -> bool:
        """Whether the rule has exactly one kind of effect, and one that its folder allows."""
        present = [
            key for stage_keys in EFFECTS.values() for key in stage_keys if key in entry.node
        ]
        foreign = [key for key in present if key not in EFFECTS[stage]]
        for key in foreign:
            home = next(each for each in Stage if key in EFFECTS[each])
            self._report.error(
                entry.node.key(key).position,
                "wrong-stage",
                f"A rule in `{stage}/` cannot `{key}`.",
                f"Move the rule to `{home}/`, or use {listed(EFFECTS[stage])}.",
            )
        if foreign:
            return False
        if not present and not entry.complete:
            return False  # perhaps a misspelt key, which is told about already
        if not present:
            self._report.error(
                entry.position,
                "no-effect",
                "This rule does nothing: it has conditions and no effect.",
                f"In `{stage}/` a rule has {listed(EFFECTS[stage])}.",
            )
            return False
        if len(present) > 1 and stage is not Stage.MESSAGES:
            self._report.error(
                entry.node.key(present[1]).position,
                "two-effects",
                f"This rule has two kinds of effect: {listed(present)}.",
                "Make two rules of it, with the same conditions.",
            )
            return False
        if stage is Stage.MESSAGES and ("say" in present) is not ("text" in present):
            there, missing = ("say", "text") if "say" in present else ("text", "say")
            self._report.error(
                entry.node.key(there).position,
                "missing-key",
                f"`{there}` goes together with `{missing}`, which is missing here.",
                f"Add a line `{missing}: ...`.",
            )
            return False
        return True

    def _when(self, stage: Stage, entry: Entry) -> Group | None:
        present = [key for key in WHENS if key in entry.node]
        if not present and (entry.has_unknown_keys or isinstance(entry.node, Told)):
            return None  # what is wrong is told about already
        if not present:
            self._report.error(
                entry.position,
                "missing-key",
                "This rule has no conditions.",
                "Add `when all of:` with a list of conditions below it.",
            )
            return None
        if len(present) > 1:
            self._report.error(
                entry.node.key(present[1]).position,
                "two-effects",
                f"This rule has {listed(present)}; one is enough.",
                "Keep `when all of:` and put the other as a group inside it.",
            )
            return None
        key = present[0]
        members = entry.data.get(key.replace(" ", "_"))
        if members is None:
            return None
        levels_too = "level" in (entry.data.get("settle") or {})
        return self._group(
            Quantifier(key.removeprefix("when ")), members, stage, levels_too=levels_too
        )

    def _group(
        self, quantifier: Quantifier, members: list[Any], stage: Stage, *, levels_too: bool
    ) -> Group | None:
        read: list[Condition | Group | None] = []
        for member in members:
            if isinstance(member, tuple):
                inner, texts = member
                read.append(self._group(Quantifier(inner), texts, stage, levels_too=levels_too))
            else:
                read.append(self._condition(member, stage, levels_too=levels_too))
        found = tuple(each for each in read if each is not None)
        return Group(quantifier, found) if len(found) == len(read) and found else None

    def _condition(self, text: Scalar, stage: Stage, *, levels_too: bool) -> Condition | None:
        if text.comment_follows and text.count("[") != text.count("]"):
            self._report.error(
                text.position,
                "text-cut-by-hash",
                "A ` #` cuts this condition off in the middle.",
                "Move the comment to a line of its own.",
            )
            return None
        about_two = stage is Stage.PARTNERSHIP
        condition = (
            self._sentences.condition_of_a_duo(text)
            if about_two
            else self._sentences.condition(text)
        )
        if condition is None:
            return None
        if not about_two and not may_look_at(stage, condition.attribute, levels_too=levels_too):
            self._report.error(
                text.position,
                "wrong-stage",
                f"A rule in `{stage}/` cannot look at `{condition.attribute.words}`.",
                f"It may look at {LOOKS_AT[stage]}."
                + (" Move the rule to `messages/`." if stage is not Stage.SETTLING else ""),
            )
            return None
        if stage is not Stage.MESSAGES and condition.operator in {
            Operator.IS_KNOWN,
            Operator.IS_UNKNOWN,
        }:
            self._report.error(
                text.position,
                "known-outside-messages",
                f"`{condition.operator}` can only stand in `messages/`.",
                "Leave it out: a condition about something unknown is never true by itself.",
            )
            return None
        return condition

    def _effect(self, stage: Stage, entry: Entry) -> Effect | None:
        data = entry.data
        match stage:
            case Stage.SETTLING:
                return self._settle(data)
            case Stage.SIGNALS:
                return GiveSignal(str(data["signal"]))
            case Stage.GROWTH:
                return self._grow(entry)
            case Stage.MESSAGES:
                return Say(
                    kind=MessageKind(data["say"]) if "say" in data else None,
                    text=text_of(data["text"], self._report) if "text" in data else None,
                    outcome=Outcome(data["outcome"]) if "outcome" in data else None,
                )
            case Stage.PARTNERSHIP:
                return self._pairing(data)

    def _pairing(self, data: dict[str, Any]) -> Pairing:
        kind = next(each for each in PairingKind if each.replace(" ", "_") in data)
        if kind is PairingKind.FITS_TIP:
            fits = data["fits_tip"]
            return Pairing(kind, Tip(fits["tip"]), text_of(fits["because"], self._report))
        return Pairing(kind, None, text_of(data[kind.value], self._report))

    def _check_both_sides(self, effect: Pairing, when: Group, entry: Entry) -> None:
        """How two people go together cannot be said of one; only a tip may fit one of them."""
        sides = {attribute.side for attribute in attributes_of(when)}
        missing = [side for side in Side if side not in sides]
        if effect.kind is not PairingKind.FITS_TIP and missing:
            self._report.error(
                entry.data["rule"].position,
                "one-sided",
                f"`{entry.data['rule']}` looks at one of the two only, and speaks about both.",
                f"Add a condition that starts with `{missing[0]}`.",
            )

    def _settle(self, data: dict[str, Any]) -> Settle | None:
        settle = data["settle"]
        if len(settle) != 1:
            self._report.error(
                data["rule"].position,
                "wrong-shape",
                "A settling rule settles either the specialisation or the level.",
                "Write one line below `settle:`; make two rules when you want both.",
            )
            return None
        (family, id), *_ = settle.items()
        if not self._exists(family, id):
            return None
        return Settle(
            specialisation=str(id) if family == "specialisation" else None,
            level=str(id) if family == "level" else None,
        )

    def _check_years(self, effect: Settle, when: Group, settle: dict[str, Scalar]) -> None:
        levels = self._lists.known["level"]
        if effect.level is None or HIGHEST_BY_YEARS not in levels or not mentions_years(when):
            return
        if levels.index(effect.level) > levels.index(HIGHEST_BY_YEARS):
            self._report.error(
                settle["level"].position,
                "years-too-high",
                f"A level that is settled with the help of years is at most `{HIGHEST_BY_YEARS}`.",
                "Leave the years out and look at work, or settle a lower level.",
            )

    def _grow(self, entry: Entry) -> Grow | None:
        data = entry.data
        weight = next(each for each in Weight if each.replace(" ", "_") in data)
        grow = data[weight.replace(" ", "_")]
        level = self._target_level(grow["level"], weight)
        actions = grow.get("actions", [])
        known = [self._exists("actions", action) for action in actions]
        if not self._exists("specialisation", grow["specialisation"]) or level is None:
            return None
        if not all(known):
            return None
        points = grow.get("points", 0)
        usual = self._lists.points
        if points and usual and points not in usual.values():
            self._report.warning(
                _position_of(entry.node, weight, "points"),
                "unusual-points",
                f"`{data['rule']}` gives {points} points, which has no name in the vocabulary.",
                "Use " + ", ".join(f"{number} ({name})" for name, number in usual.items()) + ".",
            )
        return Grow(
            weight=weight,
            specialisation=str(grow["specialisation"]),
            level=level,
            points=-points if weight is Weight.ADVISE_AGAINST else points,
            because=text_of(grow["because"], self._report),
            actions=tuple(str(action) for action in actions),
        )

    def _target_level(self, level: Scalar, weight: Weight) -> LevelStep | str | None:
        levels = self._lists.known["level"]
        if str(level) in [step.value for step in LevelStep]:
            return LevelStep(level)
        if level not in levels:
            self._report.error(
                level.position,
                "unknown-id",
                f"`{level}` is not a level here.",
                did_you_mean(
                    level,
                    [*LevelStep, *levels],
                    f"Write {listed(LevelStep)}, or a level for people from outside.",
                ),
            )
            return None
        if weight is Weight.RECOMMEND and level == levels[-1]:
            self._report.error(
                level.position,
                "entry-at-the-top",
                f"Nobody enters PMO at `{level}` from outside.",
                "Write a lower level, or `one up` for people inside PMO.",
            )
            return None
        return str(level)

    def _exists(self, family: str, id: Scalar) -> bool:
        known = self._lists.known[family]
        if id in known or not known:  # a list without entries is told about elsewhere
            return True
        name = "action" if family == "actions" else family
        hint = did_you_mean(id, known, f"Known are {listed(known)}.")
        if id.startswith("project-m"):
            hint = f"Project management is another profession, not a next step. {hint}"
        self._report.error(id.position, "unknown-id", f"There is no {name} `{id}`.", hint)
        return False


def _position_of(node: Mapping, *keys: str) -> Position:
    """Where the value below these keys stands; of a number only the file knows."""
    below: Node = node
    for key in keys:
        assert isinstance(below, Mapping)
        below = below[key]
    return below.position


def may_look_at(stage: Stage, attribute: Attribute, *, levels_too: bool) -> bool:
    """Whether a rule about one person may; `levels_too` for one that settles the level."""
    match stage:
        case Stage.SETTLING:
            return attribute.settles or (levels_too and attribute.id == "specialisation")
        case Stage.MESSAGES:
            return True
        case _:
            return attribute.moment is not Moment.ADVICE
