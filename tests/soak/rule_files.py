"""Rule files: rules and profiles written as advisors and portals write them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from strategies.sentences import is_sentence, spelled

from service.reading.profile import Profile
from service.rulebook.conditions import Condition, Group
from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.rules import Effect, GiveSignal, Grow, Pairing, Rule, Say, Settle
from service.rulebook.vocabulary import TENTHS, Measure, Stage, Text

INDENT = "  "


def rule_files(rulebook: Rulebook, name: str) -> dict[str, str]:
    """The rules of a rulebook: one file called `name` for each stage that has any."""
    return {
        f"{stage}/{name}.yaml": "\n".join(
            "".join(f"{line}\n" for line in _rule(rule, rulebook.measures_by_id)) for rule in rules
        )
        for stage in Stage
        if (rules := rulebook.rules_by_stage[stage])
    }


def _rule(rule: Rule, measures: Mapping[str, Measure]) -> Iterator[str]:
    yield f"- rule: {rule.id}"
    body = [
        *_text("about", rule.about, rule),
        f"when {rule.when.quantifier}:",
        *_indented(_members(rule.when, measures)),
        *_effect(rule.effect, rule),
    ]
    yield from _indented(body)


def _indented(lines: Iterable[str], times: int = 1) -> Iterator[str]:
    return (INDENT * times + line for line in lines)


def _text(key: str, text: Text, rule: Rule) -> Iterator[str]:
    """A text in quotes, because it may hold anything; generated rules may have none."""
    yield f"{key}:"
    yield f"{INDENT}nl: {_quoted(text.nl or rule.id)}"
    yield f"{INDENT}en: {_quoted(text.en or rule.id)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _members(group: Group, measures: Mapping[str, Measure]) -> Iterator[str]:
    for member in group.members:
        if isinstance(member, Group):
            yield f"- {member.quantifier}:"
            yield from _indented(_members(member, measures), 2)
        else:
            yield from _condition(member, measures)


def _condition(condition: Condition, measures: Mapping[str, Measure]) -> Iterator[str]:
    if is_sentence(condition):
        yield f"- {spelled(condition, measures).sentence}"
    else:
        yield "- none of:"
        yield f"{INDENT * 2}- {condition.attribute.words}"


def _effect(effect: Effect, rule: Rule) -> Iterator[str]:
    match effect:
        case Settle(specialisation, level):
            yield "settle:"
            yield (
                f"{INDENT}specialisation: {specialisation}"
                if specialisation
                else (f"{INDENT}level: {level}")
            )
        case GiveSignal(signal):
            yield f"signal: {signal}"
        case Grow():
            yield f"{effect.weight}:"
            yield from _indented(_grow(effect, rule))
        case Say(kind, text, outcome):
            if kind is not None:
                yield f"say: {kind}"
            if text is not None:
                yield from _text("text", text, rule)
            if outcome is not None:
                yield f"outcome: {outcome}"
        case Pairing(kind, tip, text) if tip is not None:
            yield f"{kind}:"
            yield f"{INDENT}tip: {tip}"
            yield from _indented(_text("because", text, rule))
        case Pairing(kind, _, text):
            yield from _text(kind, text, rule)


def _grow(effect: Grow, rule: Rule) -> Iterator[str]:
    yield f"specialisation: {effect.specialisation}"
    yield f"level: {effect.level}"
    if effect.points:
        yield f"points: {abs(effect.points)}"
    yield from _text("because", effect.because, rule)
    if effect.actions:
        yield f"actions: [{', '.join(effect.actions)}]"


def profile_file(profile: Profile) -> str:
    """A profile as a portal sends it: only what was told."""
    sent = {
        "title": profile.title,
        "current": _told(
            specialisation=profile.current_specialisation, level=profile.current_level
        ),
        "experience": _told(
            years_in_role=_years(profile.years_in_role), years_in_pmo=_years(profile.years_in_pmo)
        ),
        "competences": dict(profile.competences) or None,
        "certificates": profile.certificates,
        "work": profile.work,
        "ambition": profile.ambition,
        "goals": profile.goals,
    }
    return _json(_told(**sent) or {})


def facts_file(facts: Facts) -> str:
    """Facts by attribute. Years are in tenths, and a measure is its lowest and highest value."""
    return _json({id: _fact(value) for id, value in sorted(facts.items())})


def _fact(value: FactValue) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _told(**parts: Any) -> dict[str, Any] | None:
    return {name: value for name, value in parts.items() if value is not None} or None


def _years(tenths: int | None) -> float | None:
    if tenths is None:
        return None
    return tenths // TENTHS if tenths % TENTHS == 0 else tenths / TENTHS


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
