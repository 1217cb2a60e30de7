"""Cases: runs the tests that advisors write, and tells what is expected and what came instead."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.advice import Advice, Advisor
from service.reading.profile import ProfileRefused
from service.reading.sent import profile_from
from service.rulebook.career import Case
from service.rulebook.model import Rulebook

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came out otherwise than expected.

    `key` is the line under `expect`; `change` what was changed in the profile, for a line under
    `same answer for`.
    """

    key: str
    expected: str
    found: str
    change: Mapping[str, Any] | None = None

    def __str__(self) -> str:
        where = "" if self.change is None else f"With {_written(self.change)}: "
        return f"{where}{self.key}: expected {self.expected}, and it is {self.found}."


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How a case came out; without differences it came out as expected."""

    case: Case
    differences: tuple[Difference, ...]

    @property
    def as_expected(self) -> bool:
        return not self.differences

    def __str__(self) -> str:
        if self.as_expected:
            return f"{self.case.name}: as expected."
        told = "".join(f"\n  - {difference}" for difference in self.differences)
        return f"{self.case.position}: {self.case.name}{told}"


def run_cases(advisor: Advisor) -> Iterator[CaseResult]:
    """Runs every case of the rulebook of an advisor."""
    return (run_case(case, advisor) for case in advisor.rulebook.cases)


def run_case(case: Case, advisor: Advisor) -> CaseResult:
    """Runs a case, then its profile with each change under `same answer for`."""
    advice = _advise(case.profile, advisor)
    if isinstance(advice, Difference):
        return CaseResult(case, (advice,))
    differences = [*_differences(case.expect, advice, advisor.rulebook)]
    for change in case.same_answer_for:
        other = _advise(changed(case.profile, change), advisor)
        if isinstance(other, Difference):
            found = [other]
        else:
            found = [*_changes(_answer(advice), _answer(other))]
        differences += [Difference(each.key, each.expected, each.found, change) for each in found]
    return CaseResult(case, tuple(differences))


def changed(profile: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """The profile with a change; what stands inside another key changes only that."""
    result = dict(profile)
    for key, value in change.items():
        before = result.get(key)
        both = isinstance(value, Mapping) and isinstance(before, Mapping)
        result[key] = changed(before or {}, value) if both else value
    return result


def _advise(profile: Mapping[str, Any], advisor: Advisor) -> Advice | Difference:
    try:
        return advisor.advise(profile_from(profile))
    except ProfileRefused as refused:
        mistakes = "; ".join(f"{error.pointer}: {error.message}" for error in refused.errors)
        return Difference("profile", "one that can be read", f"refused ({mistakes})")


def _differences(
    expect: Mapping[str, Any], advice: Advice, rulebook: Rulebook
) -> Iterator[Difference]:
    for key, expected in expect.items():
        yield from _CHECKS[key](key, expected, advice, rulebook)


Check = Callable[[str, Any, Advice, Rulebook], Iterator[Difference]]


def _check_outcome(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    yield from _one_of(key, expected, advice.outcome.value)


def _check_confidence(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    yield from _one_of(key, expected, advice.confidence.value)


def _check_reading(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    kind = advice.reading.title.kind
    found = {
        "kind": kind.value if kind else "unknown",
        "specialisation": advice.present.specialisation,
        "level": advice.present.level,
    }
    for part, allowed in expected.items():
        yield from _one_of(f"{key}, {part}", allowed, found[part])


def _check_first(key: str, expected: Any, advice: Advice, _: Rulebook) -> Iterator[Difference]:
    if not advice.recommendations:
        wanted = ", ".join(_either(allowed) for allowed in expected.values())
        yield Difference(key, wanted, NOTHING)
        return
    first = advice.recommendations[0]
    found = {
        "specialisation": first.target.specialisation,
        "level": first.target.level,
        "move": first.move.value,
    }
    for part, allowed in expected.items():
        yield from _one_of(f"{key}, {part}", allowed, found[part])


def _check_asked(
    key: str, expected: Any, advice: Advice, rulebook: Rulebook
) -> Iterator[Difference]:
    """Attributes as rules write them ("competence critical"), or by id ("competence.critical")."""
    ids = [
        rulebook.attributes[each].id if each in rulebook.attributes else each for each in expected
    ]
    yield from _all_in(key, ids, [question.attribute.id for question in advice.questions])


def _all_of(found_in: Callable[[Advice, Rulebook], Iterable[str]]) -> Check:
    return lambda key, expected, advice, rulebook: _all_in(
        key, expected, found_in(advice, rulebook)
    )


def _none_of(found_in: Callable[[Advice, Rulebook], Iterable[str]]) -> Check:
    return lambda key, expected, advice, rulebook: _none_in(
        key, expected, found_in(advice, rulebook)
    )


def _roles(advice: Advice, _: Rulebook) -> list[str]:
    return [each.role.id for each in advice.recommendations]


def _messages(advice: Advice, _: Rulebook) -> list[str]:
    return [each.id for each in advice.messages]


def _fired(advice: Advice, _: Rulebook) -> tuple[str, ...]:
    return advice.fired


_CHECKS: Mapping[str, Check] = {
    "outcome": _check_outcome,
    "confidence": _check_confidence,
    "reading": _check_reading,
    "first": _check_first,
    "recommended": _all_of(_roles),
    "not recommended": _none_of(_roles),
    "fired": _all_of(_fired),
    "not fired": _none_of(_fired),
    "said": _all_of(_messages),
    "not said": _none_of(_messages),
    "asked": _check_asked,
}


def _one_of(key: str, allowed: Sequence[str], found: str | None) -> Iterator[Difference]:
    found = found or "unknown"
    if found not in allowed:
        yield Difference(key, _either(allowed), found)


def _all_in(key: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[Difference]:
    found = list(found)
    missing = [each for each in expected if each not in found]
    if missing:
        yield Difference(key, _and(missing), _and(found))


def _none_in(key: str, unwanted: Iterable[str], found: Iterable[str]) -> Iterator[Difference]:
    found = list(found)
    present = [each for each in unwanted if each in found]
    if present:
        yield Difference(key, f"none of {_and(present)}", _and(found))


def _answer(advice: Advice) -> dict[str, str]:
    """What must stay the same when only the way of telling changes."""
    return {
        "outcome": advice.outcome.value,
        "confidence": advice.confidence.value,
        "reading, specialisation": advice.present.specialisation or "unknown",
        "reading, level": advice.present.level or "unknown",
        "recommendations": _and(
            f"{each.role.id} ({each.move.value}, {each.score} points, "
            f"because of {_and(reason.rule.id for reason in each.because)})"
            for each in advice.recommendations
        ),
        "said": _and(message.id for message in advice.messages),
        "asked": _and(question.attribute.id for question in advice.questions),
    }


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for key, expected in before.items():
        if after[key] != expected:
            yield Difference(key, expected, after[key])


def _either(allowed: Iterable[str]) -> str:
    return " or ".join(allowed)


def _and(names: Iterable[str]) -> str:
    return ", ".join(names) or NOTHING


def _written(change: Mapping[str, Any]) -> str:
    """A change as it stands in a rule file."""
    parts = (
        f"{key}: {_written(value) if isinstance(value, Mapping) else value}"
        for key, value in change.items()
    )
    return f"{{{', '.join(parts)}}}"
