"""What a role asks, and the gaps: asks that are known not to be met."""

from service.advice.model import Ask, AskKind, Gap
from service.rulebook.career import Role
from service.rulebook.conditions import Condition
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import AttributeType, Text


def asks_of(role: Role, facts: Facts, rulebook: Rulebook) -> tuple[Ask, ...]:
    return tuple(_ask(condition, facts, rulebook) for condition in role.asks)


def _ask(condition: Condition, facts: Facts, rulebook: Rulebook) -> Ask:
    attribute, need = condition.attribute, condition.values[0]
    known = attribute.id in facts
    if attribute.type is AttributeType.RATING:
        competence = rulebook.competences_by_id[attribute.id.partition(".")[2]]
        assert isinstance(need, int)
        text = Text(
            nl=f"{competence.name.nl}: {need} of hoger", en=f"{competence.name.en}: {need} or more"
        )
        return Ask(AskKind.COMPETENCE, competence.id, text, need, known, condition)
    id = str(need)
    if attribute.id == "certificates":
        name = rulebook.certificates_by_id[id].name
        return Ask(AskKind.CERTIFICATE, id, Text(nl=name, en=name), id, known, condition)
    return Ask(AskKind.WORK, id, rulebook.work_by_id[id].name, id, known, condition)


def gaps_in(asks: tuple[Ask, ...], facts: Facts) -> tuple[Gap, ...]:
    """Only from what is known: an unknown rating or list is never a gap."""
    return tuple(gap for ask in asks if (gap := _gap(ask, facts)) is not None)


def _gap(ask: Ask, facts: Facts) -> Gap | None:
    value = facts.get(ask.condition.attribute.id)
    if isinstance(value, frozenset):
        return None if ask.need in value else Gap(ask, None)
    if isinstance(value, int) and isinstance(ask.need, int) and value < ask.need:
        return Gap(ask, value)
    return None
