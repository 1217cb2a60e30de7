"""What the answer says: by the guardrails, and by the message rules that fired."""

from collections.abc import Collection, Iterable, Iterator

from service.advice.model import Message
from service.reading.model import Reading
from service.rulebook.model import Rulebook
from service.rulebook.rules import MessageKind, Rule, Say
from service.rulebook.vocabulary import BECOME_PROJECT_MANAGER

ASSURANCE = "assurance"
NOT_DECISION = "advice-not-decision"

ORDER = {
    MessageKind.AMBITION: 0,
    MessageKind.MISCONCEPTION: 0,
    MessageKind.PARTNERSHIP: 1,
    MessageKind.CAUTION: 2,
}
"""A misconception is part of what is said about a wish."""


def guardrail_messages(
    reading: Reading,
    specialisations: Collection[str],
    rulebook: Rulebook,
    *,
    leans: bool,
    asks_for_project_management: bool = False,
) -> Iterator[Message]:
    """The messages that no rule can leave out (guardrails 6, 7, 8 and 10).

    `specialisations` are those that steps in the answer lead to. Who asks for the way to project
    management states that wish as much as who sends it as a goal.
    """
    if asks_for_project_management or BECOME_PROJECT_MANAGER in reading.goals:
        yield _guardrail(rulebook, "wish-is-heard", MessageKind.AMBITION, 7)
        yield _guardrail(rulebook, "not-a-stepping-stone", MessageKind.MISCONCEPTION, 7)
        yield _guardrail(rulebook, "growth-inside-pmo", MessageKind.AMBITION, 7)
    if leans:
        yield _guardrail(rulebook, "leans-to-project-management", MessageKind.AMBITION, 8)
    if ASSURANCE in specialisations:
        yield _assurance_independence(rulebook)
    yield _advice_not_decision(rulebook)


def duo_messages(specialisation: str | None, rulebook: Rulebook) -> Iterator[Message]:
    """To a duo (guardrails 6 and 10), by the specialisation of the PMO'er."""
    if specialisation == ASSURANCE:
        yield _assurance_independence(rulebook)
    yield _advice_not_decision(rulebook)


def _assurance_independence(rulebook: Rulebook) -> Message:
    """Guardrail 6: never assure what you support or designed."""
    return _guardrail(rulebook, "assurance-independence", MessageKind.CAUTION, 6)


def _advice_not_decision(rulebook: Rulebook) -> Message:
    """Guardrail 10: it is advice to a person, or to two, and no decision about anybody."""
    return _guardrail(rulebook, NOT_DECISION, MessageKind.PARTNERSHIP, 10)


def in_order(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Recognition before advice: what a person wants is heard first, and cautions come after.

    That it is advice and no decision comes last.
    """
    return tuple(sorted(messages, key=lambda each: (each.id == NOT_DECISION, ORDER[each.kind])))


def _guardrail(rulebook: Rulebook, key: str, kind: MessageKind, number: int) -> Message:
    return Message(key, kind, f"guardrail-{number}", rulebook.guardrail_texts[key])


def rule_messages(fired: Iterable[Rule]) -> Iterator[Message]:
    for rule in fired:
        if isinstance(rule.effect, Say) and rule.effect.kind and rule.effect.text:
            yield Message(rule.id, rule.effect.kind, rule.id, rule.effect.text)
