"""Cases: runs the tests that advisors write, and tells what is expected and what came instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from service.advice import Advice, Advisor
from service.advice.partnership import Partnership
from service.checks.case_answers import answer_to, mistakes_of
from service.checks.differences import Difference, changes
from service.checks.expected_advice import advice_in_words, differences_in_advice
from service.checks.expected_partnership import differences_in_partnership, partnership_in_words
from service.reading.profile import ProfileRefused
from service.rulebook.cases import About, Case
from service.rulebook.model import Rulebook


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
    """Runs a case, then what is sent in it with each change under `same answer for`."""
    answer = _answer(case.about, case.sent, advisor)
    if isinstance(answer, Difference):
        return CaseResult(case, (answer,))
    differences = [*_differences(case.expect, answer, advisor.rulebook)]
    for change in case.same_answer_for:
        other = _answer(case.about, changed(case.sent, change), advisor)
        found = (
            [other]
            if isinstance(other, Difference)
            else changes(_in_words(answer), _in_words(other))
        )
        differences += [replace(each, change=change) for each in found]
    return CaseResult(case, tuple(differences))


def changed(sent: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """What is sent, with a change; what stands inside another key changes only that."""
    result = dict(sent)
    for key, value in change.items():
        before = result.get(key)
        both = isinstance(value, Mapping) and isinstance(before, Mapping)
        result[key] = changed(before or {}, value) if both else value
    return result


def _answer(
    about: About, sent: Mapping[str, Any], advisor: Advisor
) -> Advice | Partnership | Difference:
    try:
        return answer_to(about, sent, advisor)
    except ProfileRefused as refused:
        return Difference(about, "one that can be read", f"refused ({mistakes_of(refused)})")


def _differences(
    expect: Mapping[str, Any], answer: Advice | Partnership, rulebook: Rulebook
) -> Iterator[Difference]:
    if isinstance(answer, Advice):
        return differences_in_advice(expect, answer, rulebook)
    return differences_in_partnership(expect, answer, rulebook)


def _in_words(answer: Advice | Partnership) -> dict[str, str]:
    if isinstance(answer, Advice):
        return advice_in_words(answer)
    return partnership_in_words(answer)
