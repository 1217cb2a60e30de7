"""An action, a certificate, a goal or a signal that nothing uses.

An action that no rule and no tip names is advice that nobody gets. A certificate or a goal that no
condition and no role asks for changes nothing in any answer, though a person took the trouble to
tell it. A signal that no rule looks at is found in vain. Use it in a rule, take it out, or accept
the warning with a reason: to be recognised can be enough.
"""

from collections.abc import Iterator

from service.advice.outcome import LEANS
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow
from service.rulebook.vocabulary import REQUIRED_GOALS, Action, Certificate, Goal

CODE = "never-used"


def check_never_used(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Every action, certificate, goal and signal that nothing names."""
    asked, looked_at = _asked(rulebook), _looked_at(rulebook)
    named = _named_actions(rulebook)
    for action in rulebook.actions:
        if action.id not in named:
            yield from _told(action, "action", "names", "actions:")
    for certificate in rulebook.certificates:
        if ("certificates", certificate.id) not in asked:
            yield from _told(
                certificate, "certificate", "and no role asks for", "certificates include"
            )
    for goal in rulebook.goals:
        if ("goals", goal.id) not in asked and goal.id not in REQUIRED_GOALS and not goal.toward:
            yield from _told(goal, "goal", "and no role asks for", "goals include")
    for signal, rules in rulebook.signal_rules.items():
        if f"signal.{signal}" not in looked_at and signal != LEANS:
            yield Diagnostic(
                Severity.WARNING,
                rules[0].position,
                CODE,
                f"No rule looks at the signal `{signal}`.",
                f"Use it (`signal {signal}`), take it out, or accept this with a reason.",
            )


def _asked(rulebook: Rulebook) -> set[tuple[str, str]]:
    """The members of lists that conditions name, of rules and of roles."""
    conditions = [
        *(condition for rule in rulebook.rules for condition in rule.when.conditions()),
        *(condition for role in rulebook.roles for condition in role.asks),
    ]
    return {
        (condition.attribute.own_id, str(value))
        for condition in conditions
        for value in condition.values
    }


def _looked_at(rulebook: Rulebook) -> set[str]:
    """The attributes that rules look at."""
    return {
        condition.attribute.id for rule in rulebook.rules for condition in rule.when.conditions()
    }


def _named_actions(rulebook: Rulebook) -> set[str]:
    """The actions that rules name."""
    return {
        action
        for rule in rulebook.rules
        if isinstance(rule.effect, Grow)
        for action in rule.effect.actions
    }


def _told(
    unused: Action | Certificate | Goal, what: str, use: str, example: str
) -> Iterator[Diagnostic]:
    if unused.position is not None:
        yield Diagnostic(
            Severity.WARNING,
            unused.position,
            CODE,
            f"No rule {use} the {what} `{unused.id}`.",
            f"Use it (`{example} {unused.id}`), take it out, or accept this with a reason.",
        )
