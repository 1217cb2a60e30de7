"""Whether what cases expect exists, and is such that it can come true."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.rulebook.career import MoveKind
from service.rulebook.cases import About, Case
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Scalar
from service.rulebook.model import Rulebook
from service.rulebook.rules import Outcome, Pairing, PairingKind, Rule
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import Side, Stage, Tip

CONFIDENCES = ("high", "medium", "low")
UNKNOWN = "unknown"
NOT = "not "
NO_RULES = "There are no such rules in `partnership/` yet: write one, or leave this line out."

Names = Mapping[str, tuple[str, ...]]


def check_case_names(cases: Iterable[Case], rulebook: Rulebook, report: Report) -> None:
    """Tells what cases expect that does not exist, so that it can never come true."""
    known = names_to_expect(rulebook)
    for case in cases:
        for key, expected in _expected(case.expect):
            names = known[case.about][key.removeprefix(NOT)]
            for name in expected:
                if name not in names:
                    _tell(name, key, case, names, rulebook, report)
            _check_once(key, expected, report)
        _check_opposites(case.expect, report)


def names_to_expect(rulebook: Rulebook) -> Mapping[About, Names]:
    """What may stand on each line of a case; a line inside another as `first, level`."""
    return {About.PERSON: _of_one_person(rulebook), About.DUO: _of_a_duo(rulebook)}


def _expected(expect: dict[str, Any], above: str = "") -> Iterator[tuple[str, Iterable[Scalar]]]:
    """The lines below `expect`; what stands inside one is named with it: `first, level`."""
    for key, value in expect.items():
        if isinstance(value, dict):
            yield from _expected(value, f"{above}{key}, ")
        else:
            yield f"{above}{key}", value


def _check_once(key: str, expected: Iterable[Scalar], report: Report) -> None:
    seen: set[str] = set()
    for name in expected:
        if name in seen:
            report.error(
                name.position,
                "same-value-twice",
                f"`{name}` stands twice under `{key}`.",
                "Delete one of the two, or write the one that was meant.",
            )
        seen.add(name)


def _check_opposites(expect: Mapping[str, Any], report: Report) -> None:
    """Tells what is expected and not expected, so that the case can never come out right."""
    for key, unwanted in expect.items():
        line = key.removeprefix(NOT)
        for name in unwanted if line != key else ():
            if name in expect.get(line, ()):
                report.error(
                    name.position,
                    "wrong-expectation",
                    f"`{name}` is expected and not expected: it stands under `{line}` too.",
                    "Take it out of one of the two.",
                )


def _of_one_person(rulebook: Rulebook) -> Names:
    rules = tuple(rule.id for rule in rulebook.rules if rule.stage is not Stage.PARTNERSHIP)
    return {
        "outcome": tuple(Outcome),
        "confidence": CONFIDENCES,
        **_of_a_reading("reading", rulebook),
        "first, specialisation": rulebook.specialisation_ids,
        "first, level": rulebook.level_ids,
        "first, move": tuple(MoveKind),
        "fired": rules,
        "recommended": tuple(role.id for role in rulebook.roles),
        "said": (*rules, *rulebook.guardrail_texts),
        "asked": (*rulebook.attributes, *rulebook.attributes_by_id),
    }


def _of_a_duo(rulebook: Rulebook) -> Names:
    kinds = {
        rule.id: rule.effect.kind for rule in rulebook.rules if isinstance(rule.effect, Pairing)
    }
    return {
        **_of_a_reading(f"readings, {Side.PMO}", rulebook),
        **_of_a_reading(f"readings, {Side.PROJECT_MANAGER}", rulebook),
        "completes": tuple(id for id, kind in kinds.items() if kind is PairingKind.COMPLETES),
        "tension": tuple(id for id, kind in kinds.items() if kind is PairingKind.TENSION),
        "fits tip": tuple(Tip),
        "fired": tuple(kinds),
    }


def _of_a_reading(key: str, rulebook: Rulebook) -> Names:
    return {
        f"{key}, kind": (*TitleKind, UNKNOWN),
        f"{key}, specialisation": (*rulebook.specialisation_ids, UNKNOWN),
        f"{key}, level": (*rulebook.level_ids, UNKNOWN),
    }


def _tell(
    name: Scalar, key: str, case: Case, names: tuple[str, ...], rulebook: Rulebook, report: Report
) -> None:
    rule = rulebook.rules_by_id.get(name)
    if rule is not None:
        code, (why, hint) = "wrong-expectation", _misplaced(rule, key, case)
    else:
        code, why = "unknown-id", "does not exist"
        hint = did_you_mean(name, names, f"Known are {listed(names)}." if names else NO_RULES)
    line = key.removeprefix(NOT)
    report.error(name.position, code, f"`{name}` {why}, so it can never be `{line}`.", hint)


def _misplaced(rule: Rule, key: str, case: Case) -> tuple[str, str]:
    """Why a rule cannot stand on this line, and where it can."""
    pairing = rule.effect if isinstance(rule.effect, Pairing) else None
    about = About.PERSON if pairing is None else About.DUO
    if about is not case.about:
        return f"is a rule about {about.whom}", f"Name it in a case with a `{about}`."
    line, negated = key.removeprefix(NOT), NOT if key.startswith(NOT) else ""
    if pairing is None or line == PairingKind.FITS_TIP:
        return "is the name of a rule", f"Write it after `{negated}fired`."
    home = "fired" if pairing.kind is PairingKind.FITS_TIP else pairing.kind
    return f"is a rule with `{pairing.kind}`", f"Write it after `{negated}{home}`."
