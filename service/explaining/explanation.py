"""The explanation of an advice: why, why not, and what it would take."""

from dataclasses import dataclass

from service.advice import Advice, Advisor
from service.advice.standing import Standing
from service.explaining.answers import Answered, answers_to
from service.explaining.changes import Limits, SmallestChange
from service.explaining.verdict import Verdict, Verdicts
from service.reading.aim import Target
from service.reading.profile import Profile, RatingsBy
from service.rulebook.career import Place


@dataclass(frozen=True, slots=True)
class TargetExplained:
    """Why a role came out as it did, and the smallest change that brings it further.

    `change` is None where no change of the person's own does: `limits` says what is in the way,
    and is None too where the role is not within one step.
    """

    verdict: Verdict
    change: SmallestChange | None
    limits: Limits | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """`recommended` are the verdicts on what is recommended, `ruled_out` those on what is not
    because a rule excludes it, though it has points. `asked` is what was asked about; `target` is
    None too where that is a job in another profession. `answered` are the questions of the advice
    with what each answer would change."""

    advice: Advice
    place: Place | None
    ratings_by: RatingsBy | None
    recommended: tuple[Verdict, ...]
    ruled_out: tuple[Verdict, ...]
    asked: Target | None
    target: TargetExplained | None
    answered: tuple[Answered, ...]


def explain(advisor: Advisor, profile: Profile, asked: Target | None = None) -> Explanation:
    """Explains the advice, and how one role came out; `ProfileRefused` as for advice."""
    standing = advisor.standing(profile)
    judgement = standing.judgement
    verdicts = Verdicts(standing)
    role = None if asked is None else asked.role
    advice = advisor.advice_on(standing)
    return Explanation(
        advice=advice,
        place=judgement.place,
        ratings_by=profile.ratings_by,
        recommended=tuple(verdicts.of(each.target) for each in judgement.ranked),
        ruled_out=verdicts.ruled_out(),
        asked=asked,
        target=None if role is None else _target(role.place, standing, verdicts),
        answered=tuple(
            answers_to(question, profile, advisor, standing) for question in advice.questions
        ),
    )


def _target(target: Place, standing: Standing, verdicts: Verdicts) -> TargetExplained:
    # The solver takes a while to load, and only this asks it anything.
    from service.explaining.smallest import ChangeSearch  # noqa: PLC0415

    search = ChangeSearch(standing, target)
    change = search.best()
    return TargetExplained(verdicts.of(target), change, None if change else search.limits())
