"""An entry or a signal that nothing uses.

An action that no rule names is advice that nobody gets. A competence, a certificate, a goal or a
kind of work that no condition and no role asks for changes nothing in any answer, though a person
took the trouble to tell it. A measure, a profession or a signal that no rule looks at is found in
vain. Perhaps its name is misspelt, here or where it should be used. Use it in a rule, take it out,
or accept the warning with a reason: to be recognised can be enough.
"""

from collections.abc import Iterator

from service.advice.outcome import LEANS
from service.rulebook.conditions import Condition
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow
from service.rulebook.vocabulary import (
    REQUIRED_GOALS,
    Action,
    Certificate,
    Competence,
    Goal,
    Measure,
    Profession,
    Work,
)

CODE = "never-used"
NOBODY_ASKS = "No rule and no role asks for"

Entry = Action | Certificate | Competence | Goal | Measure | Profession | Work


def check_never_used(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Every entry of a word list and every signal that nothing names."""
    asked, looked_at = _asked(rulebook), _looked_at(rulebook)
    named = _named_actions(rulebook)
    goals = (each for each in rulebook.goals if not each.toward)
    for action in rulebook.actions:
        if action.id not in named:
            yield from _told(action, "No rule names the action", f"actions: {action.id}")
    for what, entries, attribute, use in (
        ("certificate", rulebook.certificates, "certificates", "certificates include"),
        ("goal", goals, "goals", "goals include"),
        ("kind of work", rulebook.work, "work", "work includes"),
        ("profession", rulebook.professions, "title.profession", "title profession is"),
    ):
        for each in entries:
            if (attribute, each.id) not in asked and each.id not in REQUIRED_GOALS:
                yield from _told(each, f"{NOBODY_ASKS} the {what}", f"{use} {each.id}")
    measured = {each for measure in rulebook.measures for each in measure.competences}
    for competence in rulebook.competences:
        if f"competence.{competence.id}" not in looked_at and competence.id not in measured:
            use = f"competence {competence.id} is at least 4"
            yield from _told(competence, f"{NOBODY_ASKS} the competence", use)
    for measure in rulebook.measures:
        if f"measure.{measure.id}" not in looked_at:
            use = f"measure {measure.id} is at least 4"
            yield from _told(measure, "No rule looks at the measure", use)
    for signal, rules in rulebook.signal_rules.items():
        if f"signal.{signal}" not in looked_at and signal != LEANS:
            yield Diagnostic(
                Severity.WARNING,
                rules[0].position,
                CODE,
                f"No rule looks at the signal `{signal}`.",
                f"Use it (`signal {signal}`), take it out, or accept this with a reason.",
            )


def _conditions(rulebook: Rulebook) -> Iterator[Condition]:
    """Those of rules and of roles."""
    for rule in rulebook.rules:
        yield from rule.when.conditions()
    for role in rulebook.roles:
        yield from role.asks


def _asked(rulebook: Rulebook) -> set[tuple[str, str]]:
    """The values that conditions name, with their attributes."""
    return {
        (condition.attribute.own_id, str(value))
        for condition in _conditions(rulebook)
        for value in condition.values
    }


def _looked_at(rulebook: Rulebook) -> set[str]:
    """The attributes that conditions look at."""
    return {condition.attribute.own_id for condition in _conditions(rulebook)}


def _named_actions(rulebook: Rulebook) -> set[str]:
    """The actions that rules name."""
    return {
        action
        for rule in rulebook.rules
        if isinstance(rule.effect, Grow)
        for action in rule.effect.actions
    }


def _told(unused: Entry, message: str, use: str) -> Iterator[Diagnostic]:
    if unused.position is not None:
        yield Diagnostic(
            Severity.WARNING,
            unused.position,
            CODE,
            f"{message} `{unused.id}`.",
            f"Use it (`{use}`), take it out, or accept this with a reason.",
        )
