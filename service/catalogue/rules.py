"""The rules as a list: which of them, and a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from schemas.faults import Fault, nearest, shown
from service.catalogue import paths
from service.rulebook.conditions import attributes_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow, Rule, Settle
from service.rulebook.vocabulary import Language, Stage
from service.wording import sentence_of

NAMES_SPECIALISATIONS = frozenset(
    {
        "specialisation",
        "current.specialisation",
        "title.specialisations",
        "advice.specialisation",
        "pmo.specialisation",
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rules to list; None leaves them all. `page` counts from 1."""

    stage: str | None = None
    specialisation: str | None = None
    attribute: str | None = None
    page: int = 1
    page_size: int = 50

    def faults(self, rulebook: Rulebook) -> Iterator[Fault]:
        """The ids that the rulebook does not have."""
        known = {
            "specialisation": rulebook.specialisation_ids,
            "attribute": tuple(rulebook.attributes_by_id),
        }
        for what, ids in known.items():
            id = getattr(self, what)
            if id is not None and id not in ids:
                yield Fault(f"unknown_{what}", _unknown(what, id, ids), (what,))


def rules_payload(rulebook: Rulebook, language: Language, asked: Asked) -> dict[str, Any]:
    chosen = [rule for rule in rulebook.rules if _is_asked(rule, asked)]
    start = (asked.page - 1) * asked.page_size
    end = start + asked.page_size
    return {
        "items": [_summary(rule, rulebook, language) for rule in chosen[start:end]],
        "page": asked.page,
        "page_size": asked.page_size,
        "total": len(chosen),
        "next": _next(asked) if end < len(chosen) else None,
    }


def _unknown(what: str, id: str, ids: tuple[str, ...]) -> str:
    near = nearest(id, ids)
    where = paths.RULEBOOK if what == "specialisation" else paths.VOCABULARY
    advice = f"Did you mean `{near}`?" if near else f"{where} lists them all."
    return f"There is no {what} {shown(id)}. {advice}"


def _is_asked(rule: Rule, asked: Asked) -> bool:
    if asked.stage is not None and rule.stage is not Stage(asked.stage):
        return False
    if asked.specialisation is not None and not _is_about(rule, asked.specialisation):
        return False
    looked_at = {attribute.id for attribute in attributes_of(rule.when)}
    return asked.attribute is None or asked.attribute in looked_at


def _is_about(rule: Rule, specialisation: str) -> bool:
    """Whether the rule settles or weighs a specialisation, or has a condition that names it."""
    settles = (
        isinstance(rule.effect, Settle | Grow) and rule.effect.specialisation == specialisation
    )
    return settles or any(
        condition.attribute.id in NAMES_SPECIALISATIONS and specialisation in condition.values
        for condition in rule.when.conditions()
    )


def _summary(rule: Rule, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {
        "id": rule.id,
        "stage": rule.stage.value,
        "about": rule.about.in_language(language),
        "sentence": sentence_of(rule, rulebook, language),
        "file": rule.position.file,
        "line": rule.position.line,
        "link": f"{paths.RULES}/{rule.id}",
    }


def _next(asked: Asked) -> str:
    chosen = {
        "stage": asked.stage,
        "specialisation": asked.specialisation,
        "attribute": asked.attribute,
        "page": asked.page + 1,
        "page_size": asked.page_size,
    }
    given = {name: value for name, value in chosen.items() if value is not None}
    return f"{paths.RULES}?{urlencode(given)}"
