"""Doubts: what can make a rule false without any single known value that the encoder sees fail."""

from collections import Counter

from service.engine.recall import Recall, recall_of
from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import AttributeType

KNOWLEDGE = frozenset({Operator.IS_KNOWN, Operator.IS_UNKNOWN})


def doubt_of(rule: Rule) -> Recall | None:
    """The part of a rule that has to be looked at to tell false from open; None for none.

    A rule that did not fire, and that no known value refutes, is open unless this is false.
    """
    if rule.when.quantifier is not Quantifier.ALL:
        return recall_of(rule.when)
    mentions = Counter(condition.attribute.id for condition in rule.when.conditions())
    doubtful = tuple(each for each in rule.when.members if not _is_refuted(each, mentions))
    return recall_of(Group(Quantifier.ALL, doubtful)) if doubtful else None


def _is_refuted(member: Condition | Group, mentions: Counter[str]) -> bool:
    """Whether the encoder tells of a rule when this member of it is false (see `writers`)."""
    if isinstance(member, Group) or member.operator in KNOWLEDGE:
        return False
    match member.attribute.type:
        case AttributeType.MEASURE:
            return False
        case AttributeType.MEMBERS if member.operator is Operator.INCLUDES_ONE:
            # When a list has one of two things that it must include, the encoder misses the other.
            return mentions[member.attribute.id] == 1
        case AttributeType.MEMBERS:
            return member.operator is Operator.INCLUDES_NONE
    return True
