"""What a role asks, and the gaps: asks that are known not to be met."""

from collections.abc import Mapping

from service.advice.model import Ask, AskKind, Gap
from service.rulebook.career import Place
from service.rulebook.conditions import Condition
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import AttributeType, Text


class Asks:
    """What the roles of one rulebook ask, put into words once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._asks: Mapping[Place, tuple[tuple[Ask, Ask], ...]] = {
            place: tuple(_unknown_and_known(condition, rulebook) for condition in role.asks)
            for place, role in rulebook.roles_by_place.items()
        }

    def of(self, place: Place, facts: Facts) -> tuple[Ask, ...]:
        """What the role at a place asks of someone."""
        return tuple(
            known if known.condition.attribute.id in facts else unknown
            for unknown, known in self._asks[place]
        )


def _unknown_and_known(condition: Condition, rulebook: Rulebook) -> tuple[Ask, Ask]:
    kind, id, text, need = _asked(condition, rulebook)
    return (
        Ask(kind, id, text, need, False, condition),
        Ask(kind, id, text, need, True, condition),
    )


def _asked(condition: Condition, rulebook: Rulebook) -> tuple[AskKind, str, Text, int | str]:
    attribute, need = condition.attribute, condition.values[0]
    if attribute.type is AttributeType.RATING:
        competence = rulebook.competences_by_id[attribute.id.partition(".")[2]]
        assert isinstance(need, int)
        text = Text(
            nl=f"{competence.name.nl}: {need} of hoger", en=f"{competence.name.en}: {need} or more"
        )
        return AskKind.COMPETENCE, competence.id, text, need
    id = str(need)
    if attribute.id == "certificates":
        name = rulebook.certificates_by_id[id].name
        return AskKind.CERTIFICATE, id, Text(nl=name, en=name), id
    return AskKind.WORK, id, rulebook.work_by_id[id].name, id


def gaps_in(asks: tuple[Ask, ...], facts: Facts) -> tuple[Gap, ...]:
    """Only from what is known: an unknown rating or list is never a gap."""
    return tuple(gap for ask in asks if ask.known and (gap := _gap(ask, facts)) is not None)


def _gap(ask: Ask, facts: Facts) -> Gap | None:
    value = facts.get(ask.condition.attribute.id)
    if isinstance(value, frozenset):
        return None if ask.need in value else Gap(ask, None)
    if isinstance(value, int) and isinstance(ask.need, int) and value < ask.need:
        return Gap(ask, value)
    return None
