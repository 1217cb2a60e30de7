"""Case answers: the answer that each case gets, whatever its writer expects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service.advice import Advice, Advisor
from service.advice.partnership import Partnership
from service.reading.model import Reading
from service.reading.profile import ProfileRefused
from service.reading.sent import duo_from, profile_from
from service.rulebook.cases import About, Case


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """The answer to what a case sends: advice to a person, or a partnership to a duo.

    Neither when it was refused; `refused` then says why.
    """

    case: Case
    advice: Advice | None = None
    partnership: Partnership | None = None
    refused: str | None = None

    @property
    def fired(self) -> tuple[str, ...]:
        """The ids of the rules that fired; for a duo those about the two."""
        if self.advice is not None:
            return self.advice.fired
        if self.partnership is None:
            return ()
        said = (*self.partnership.completes, *self.partnership.tensions)
        fitted = (reason for tip in self.partnership.tips for reason in tip.because)
        return tuple(sorted(reason.rule.id for reason in (*said, *fitted)))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How the person was understood, or each of the two."""
        if self.advice is not None:
            return (self.advice.reading,)
        if self.partnership is None:
            return ()
        return (self.partnership.pmo.reading, self.partnership.project_manager.reading)


def case_answers(cases: Iterable[Case], advisor: Advisor) -> tuple[CaseAnswer, ...]:
    """The answer to each case, changes under `same answer for` left aside."""
    return tuple(_answer(case, advisor) for case in cases)


def answer_to(about: About, sent: Mapping[str, Any], advisor: Advisor) -> Advice | Partnership:
    """The answer to what a case sends; raises `ProfileRefused` when it cannot be read."""
    if about is About.PERSON:
        return advisor.advise(profile_from(sent))
    duo = duo_from(sent, advisor.mistakes_in)
    return advisor.partnership(duo.pmo, duo.project_manager)


def mistakes_of(refused: ProfileRefused) -> str:
    return "; ".join(f"{error.pointer}: {error.message}" for error in refused.errors)


def _answer(case: Case, advisor: Advisor) -> CaseAnswer:
    try:
        answer = answer_to(case.about, case.sent, advisor)
    except ProfileRefused as refused:
        return CaseAnswer(case, refused=mistakes_of(refused))
    if isinstance(answer, Advice):
        return CaseAnswer(case, advice=answer)
    return CaseAnswer(case, partnership=answer)
