"""The partnership of a PMO'er and a project manager: what is said to the two of them.

Two profiles become one set of facts, in which each fact says whom it is about. Nothing is counted
and nobody is compared: there is no score of a duo, and no order in which one comes first.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from service.advice.evidence import Evidence, evidence_for
from service.advice.messages import duo_messages
from service.advice.model import Message, PresentPlace
from service.advice.present import place_facts, present_place
from service.engine.protocol import Engine, Step
from service.reading.facts import facts_of, unknown_attributes
from service.reading.model import Reading
from service.rulebook.facts import Facts, FactValue
from service.rulebook.rules import Pairing, PairingKind, Rule
from service.rulebook.vocabulary import Attribute, Side, Text, TipText


@dataclass(frozen=True, slots=True)
class Partner:
    """One of the two: how the profile was understood, and what rules about a duo could still use.

    `known` is what those rules can see, by the id of the attribute.
    """

    reading: Reading
    present: PresentPlace
    unknown: tuple[Attribute, ...]
    known: Facts


@dataclass(frozen=True, slots=True)
class PairingReason:
    """A rule that holds for the duo, with what it saw."""

    rule: Rule
    text: Text
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FittedTip:
    """One of the five tips, and why it fits these two; every duo gets the tip itself."""

    text: TipText
    because: tuple[PairingReason, ...]


@dataclass(frozen=True, slots=True)
class Partnership:
    pmo: Partner
    project_manager: Partner
    completes: tuple[PairingReason, ...]
    tensions: tuple[PairingReason, ...]
    tips: tuple[FittedTip, ...]
    messages: tuple[Message, ...]


def partnership_of(pmo: Reading, project_manager: Reading, engine: Engine) -> Partnership:
    """Reads both sides, and runs the partnership rules over what is known of the two."""
    rulebook = engine.rulebook
    sides = {
        Side.PMO: _partner(Side.PMO, pmo, engine),
        Side.PROJECT_MANAGER: _partner(Side.PROJECT_MANAGER, project_manager, engine),
    }
    facts = {id: value for side in sides.values() for id, value in side.known.items()}
    findings = engine.evaluate(Step.PARTNERSHIP, facts)
    said = [
        (rule.effect, PairingReason(rule, rule.effect.text, evidence_for(rule, facts)))
        for rule in findings.true
        if isinstance(rule.effect, Pairing)
    ]
    return Partnership(
        pmo=sides[Side.PMO],
        project_manager=sides[Side.PROJECT_MANAGER],
        completes=_of_kind(PairingKind.COMPLETES, said),
        tensions=_of_kind(PairingKind.TENSION, said),
        tips=tuple(
            FittedTip(tip, tuple(reason for effect, reason in said if effect.tip is tip.tip))
            for tip in rulebook.tips
        ),
        messages=tuple(duo_messages(sides[Side.PMO].present.specialisation, rulebook)),
    )


def _partner(side: Side, reading: Reading, engine: Engine) -> Partner:
    rulebook = engine.rulebook
    base = facts_of(reading, rulebook)
    present, _ = present_place(reading, base, engine.rulebook, engine.judging())
    facts: dict[str, FactValue] = {**base, **place_facts(present)}
    visible = {
        attribute.own_id: attribute.id
        for attribute in rulebook.duo_attributes.values()
        if attribute.side is side
    }
    return Partner(
        reading=reading,
        present=present,
        unknown=tuple(each for each in unknown_attributes(base, rulebook) if each.id in visible),
        known={visible[id]: value for id, value in facts.items() if id in visible},
    )


def _of_kind(
    kind: PairingKind, said: Iterable[tuple[Pairing, PairingReason]]
) -> tuple[PairingReason, ...]:
    return tuple(reason for effect, reason in said if effect.kind is kind)
