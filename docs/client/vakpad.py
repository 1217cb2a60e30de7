"""A client of Vakpad in one file, for Python 3.11 and newer, without dependencies. Copy it.

    vakpad = Vakpad("http://127.0.0.1:8000")
    advice = vakpad.recommend({"title": "PMO'er"})

The types are those of the contract, which the service has at /openapi.json. More fields may be
added to answers in v1; none leaves them.
"""

import json
from collections.abc import Mapping
from http.client import HTTPResponse
from typing import Any, Literal, Required, TypedDict
from urllib.error import HTTPError
from urllib.request import Request, urlopen

Language = Literal["nl", "en"]


class CurrentPlace(TypedDict, total=False):
    specialisation: str | None
    level: str | None


class Experience(TypedDict, total=False):
    years_in_role: float | None
    years_in_pmo: float | None


class Profile(TypedDict, total=False):
    """What is known about a person. What is left out or None is unknown, never low."""

    subject: str | None
    language: Language | None
    title: Required[str]
    current: CurrentPlace | None
    experience: Experience | None
    competences: Mapping[str, int | None] | None
    ratings_by: Literal["self", "manager", "assessment"] | None
    certificates: list[str] | None
    work: list[str] | None
    ambition: str | None
    goals: list[str] | None


class ServedRulebook(TypedDict):
    release: str | None
    digest: str


class TitleReading(TypedDict):
    given: str
    kind: Literal["pmo", "project-management", "adjacent", "outside", "unknown"]
    specialisation: str | None
    specialisations: list[str]
    levels: list[str]
    ambiguous: bool


Source = Literal["given", "title", "rule", "assumed"]


class Sources(TypedDict):
    specialisation: Source | None
    level: Source | None


class Reading(TypedDict):
    title: TitleReading
    specialisation: str | None
    level: str | None
    sources: Sources
    contradictory: bool
    certificates: list[str]
    unrecognised_certificates: list[str]
    work: list[str]
    goals: list[str]
    ambition: Literal["recognised", "not_recognised", "none"]
    unknown: list[str]


class Evidence(TypedDict):
    condition: str
    value: Any


class Reason(TypedDict):
    rule: str
    points: int
    text: str
    evidence: list[Evidence]


AskKind = Literal["competence", "certificate", "work"]


class Ask(TypedDict):
    kind: AskKind
    id: str
    text: str
    known: bool


class Gap(TypedDict):
    kind: AskKind
    id: str
    text: str
    have: Any
    need: Any


class Action(TypedDict):
    id: str
    kind: str
    text: str


Move = Literal["deepen", "lateral", "widen", "up", "step-back", "entry"]


class Recommendation(TypedDict):
    """A growth step. `score` orders one answer and is no mark of a person: do not show it."""

    rank: int
    specialisation: str
    level: str
    role: str
    title: str
    description: str
    move: Move
    score: int
    because: list[Reason]
    asks: list[Ask]
    gaps: list[Gap]
    actions: list[Action]


class Message(TypedDict):
    kind: Literal["misconception", "ambition", "caution", "partnership"]
    rule: str
    text: str


class Question(TypedDict):
    attribute: str
    text: str


class Used(TypedDict):
    pointer: str
    field: str
    value: Any


class Ignored(TypedDict):
    pointer: str
    why: str


class Import(TypedDict):
    format: Literal["jsonresume"]
    used: list[Used]
    ignored: list[Ignored]
    unknown: list[str]


Outcome = Literal["recommend", "recommend_with_caution", "needs_more_data", "refer"]
Confidence = Literal["high", "medium", "low"]


# In a class, `import` would be a keyword.
_Imported = TypedDict("_Imported", {"import": Import}, total=False)


class Advice(_Imported):
    """Advice to the person, not a decision about them. Show its `purpose` with it."""

    decision_id: str | None
    rulebook: ServedRulebook
    language: Language
    purpose: str
    outcome: Outcome
    confidence: Confidence
    reading: Reading
    recommendations: list[Recommendation]
    messages: list[Message]
    questions: list[Question]
    advisor_contact: str | None


class Duo(TypedDict, total=False):
    """A PMO'er and a project manager who work together."""

    language: Language | None
    pmo: Required[Profile]
    project_manager: Required[Profile]


class PairingReason(TypedDict):
    """What holds for a duo. Show a value in `evidence` to nobody but the person it is about."""

    rule: str
    text: str
    evidence: list[Evidence]


class FittedTip(TypedDict):
    tip: int
    id: Literal["trust", "equality", "mirror", "golden-match", "sparring"]
    text_for_pmo: str
    text_for_project_manager: str
    because: list[PairingReason]


class DuoReadings(TypedDict):
    pmo: Reading
    project_manager: Reading


class Partnership(TypedDict):
    """Advice to two people as equals. Show its `purpose` and `messages` with it."""

    rulebook: ServedRulebook
    language: Language
    purpose: str
    completes: list[PairingReason]
    tensions: list[PairingReason]
    tips: list[FittedTip]
    messages: list[Message]
    readings: DuoReadings


class Aim(TypedDict, total=False):
    """A person, and maybe a role to ask about: its id, or its title in Dutch or English."""

    language: Language | None
    profile: Required[Profile]
    target: str | None


Status = Literal["met", "not_met", "unknown"]


class Need(TypedDict):
    """A condition, or with `together` several; `given_by` are the rules behind a signal."""

    together: Literal["any", "all"] | None
    status: Status
    text: str
    condition: str | None
    attribute: str | None
    value: Any
    needs: list["Need"]
    given_by: list["WeighedRule"]


class WeighedRule(TypedDict):
    rule: str
    status: Status
    text: str
    needs: list[Need]


class Bearing(WeighedRule):
    points: int


class Rival(TypedDict):
    role: str
    specialisation: str
    level: str
    title: str
    score: int


class Verdict(TypedDict):
    """How a role came out. The points of what counted add up to `score`: never show it."""

    role: str
    specialisation: str
    level: str
    title: str
    position: Literal[
        "first",
        "recommended",
        "behind",
        "without_points",
        "ruled_out",
        "not_shown",
        "out_of_reach",
    ]
    obstacle: (
        Literal["place_unknown", "entry_refused", "no_entry", "too_high", "lower", "no_move"] | None
    )
    rank: int | None
    score: int
    text: list[str]
    counted: list[Bearing]
    open: list[Bearing]
    ruled_out_by: list[WeighedRule]
    ahead: list[Rival]


class ChangeToMake(TypedDict):
    """With `told` false the person may have it already, and only has to tell."""

    kind: Literal["goal", "competence", "work", "certificate"]
    id: str
    name: str
    text: str
    told: bool
    have: int | None
    to: int | None
    cost: int


class ChangeSet(TypedDict):
    cost: int
    text: str
    changes: list[ChangeToMake]


class SmallestChange(TypedDict):
    reach: Literal["first", "recommended", "possible"] | None
    proven: bool
    text: str
    alternatives: list[ChangeSet]


class Asked(TypedDict):
    given: str
    role: str | None


class Target(Verdict):
    not_met: list[Bearing]
    excluding: list[WeighedRule]
    smallest_change: SmallestChange


class PossibleAnswers(TypedDict):
    values: list[Any]
    text: str
    first: str | None
    outcome: Outcome
    confidence: Confidence | None
    changes: bool


class AnsweredQuestion(TypedDict):
    attribute: str
    text: str
    note: str | None
    answers: list[PossibleAnswers]


class Explanation(TypedDict):
    """Why the advice is what it is. Show `purpose` and `messages` with it."""

    rulebook: ServedRulebook
    language: Language
    purpose: str
    procedure: str
    outcome: Outcome
    confidence: Confidence
    reading: Reading
    ratings_by: Literal["self", "manager", "assessment"] | None
    ratings: str | None
    recommendations: list[Verdict]
    ruled_out: list[Verdict]
    asked: Asked | None
    target: Target | None
    questions: list[AnsweredQuestion]
    messages: list[Message]
    text: list[str]
    advisor_contact: str | None


class AimAtRole(TypedDict, total=False):
    """A person, and the role to go to: its id, or its title in Dutch or English."""

    language: Language | None
    profile: Required[Profile]
    target: Required[str]


class RolePlace(TypedDict):
    role: str
    specialisation: str
    level: str
    title: str


class AimedAt(TypedDict):
    given: str
    role: RolePlace | None


class StepTime(TypedDict):
    """Indicative: nothing is decided by it. Show it with its `source`."""

    years: list[float]
    text: str
    source: str


class AllowedBy(TypedDict):
    move: str
    about: str


class RulingOut(TypedDict):
    rule: str
    text: str


class Today(TypedDict):
    verdict: Literal["advised", "not_advised", "ruled_out"]
    text: str
    ruled_out_by: list[RulingOut]


class RoadmapStep(TypedDict):
    """A step of one level at most. `today` is None for every step but the first."""

    number: int
    origin: str | None
    role: str
    specialisation: str
    level: str
    title: str
    description: str
    move: Literal["deepen", "lateral", "widen", "up", "step-back", "entry"]
    allowed_by: AllowedBy
    today: Today | None
    text: str
    asks: list[Ask]
    gaps: list[Gap]
    actions: list[Action]
    time: StepTime | None


class Way(TypedDict):
    text: str | None
    through: list[str]
    time: StepTime | None
    steps: list[RoadmapStep]


class Roadmap(TypedDict):
    """The way to a role, or in `text` why there is none. Show `purpose` and `messages` with it."""

    rulebook: ServedRulebook
    language: Language
    purpose: str
    outcome: Literal[
        "roadmap",
        "already_there",
        "place_unknown",
        "entry_unknown",
        "entry_not_wanted",
        "wish_not_stated",
        "talk_first",
        "other_profession",
        "step_back_not_asked",
        "no_way",
        "stopped",
    ]
    text: str
    start: RolePlace | None
    target: AimedAt
    roadmap: Way | None
    alternatives: list[Way]
    complete: bool
    messages: list[Message]
    questions: list[Question]
    reading: Reading
    advisor_contact: str | None


class Change(TypedDict, total=False):
    """Only what differs from a profile: None is not sent, and what is left out stays."""

    subject: str | None
    language: Language | None
    title: str
    current: CurrentPlace | None
    experience: Experience | None
    competences: Mapping[str, int | None] | None
    ratings_by: Literal["self", "manager", "assessment"] | None
    certificates: list[str] | None
    work: list[str] | None
    ambition: str | None
    goals: list[str] | None


class Variation(TypedDict):
    name: str
    change: Change


class WhatIf(TypedDict, total=False):
    """A profile with up to 20 variations on it, each with a name of its own."""

    language: Language | None
    profile: Required[Profile]
    variations: Required[list[Variation]]


class StepInBrief(TypedDict):
    rank: int
    specialisation: str
    level: str
    role: str
    title: str
    move: Move
    score: int


class AdviceInBrief(TypedDict):
    outcome: Outcome
    confidence: Confidence
    reading: Reading
    recommendations: list[StepInBrief]
    messages: list[Message]


class OutcomeChange(TypedDict):
    before: Outcome
    after: Outcome


class ConfidenceChange(TypedDict):
    before: Confidence
    after: Confidence


class PresentPlace(TypedDict):
    specialisation: str | None
    level: str | None


class PlaceChange(TypedDict):
    before: PresentPlace
    after: PresentPlace


class GoalsChange(TypedDict):
    new: list[str]
    gone: list[str]


class MessagesChange(TypedDict):
    new: list[Message]
    gone: list[Message]


class TargetStand(TypedDict):
    state: Literal[
        "recommended", "outranked", "without_points", "ruled_out", "out_of_reach", "withheld"
    ]
    rank: int | None
    score: int | None


class CountedReason(TypedDict):
    rule: str
    points: int
    text: str


class GapChange(TypedDict):
    change: Literal["closed", "new", "changed", "unknown"]
    kind: AskKind
    id: str
    text: str
    need: Any
    have_before: int | None
    have_after: int | None


class TargetDifference(TypedDict):
    specialisation: str
    level: str
    role: str
    title: str
    before: TargetStand
    after: TargetStand
    reasons_gained: list[CountedReason]
    reasons_lost: list[CountedReason]
    gaps: list[GapChange]


class Differences(TypedDict):
    outcome: OutcomeChange
    confidence: ConfidenceChange
    place: PlaceChange
    known: list[str]
    no_longer_known: list[str]
    goals: GoalsChange
    targets: list[TargetDifference]
    messages: MessagesChange


class VariedAdvice(AdviceInBrief):
    """The advice for one variation. `text` says in sentences what it changes."""

    name: str
    changed: bool
    text: list[str]
    differences: Differences


class WhatIfAnswer(TypedDict):
    """The advice for a profile beside that for its variations. Show its `purpose` with it."""

    rulebook: ServedRulebook
    language: Language
    purpose: str
    base: AdviceInBrief
    variations: list[VariedAdvice]
    advisor_contact: str | None


class Mistake(TypedDict):
    pointer: str
    code: str
    message: str


class Problem(TypedDict):
    type: str
    title: str
    status: int
    detail: str
    errors: list[Mistake]


class ProblemDetails(Exception):
    """The service did not answer the request; `problem` says why (RFC 9457)."""

    def __init__(self, problem: Problem) -> None:
        mistakes = (f"{each['pointer']}: {each['message']}" for each in problem["errors"])
        super().__init__("\n".join([f"{problem['status']} {problem['detail']}", *mistakes]))
        self.problem = problem


class Vakpad:
    """The service at `base_url`; `timeout` is in seconds."""

    def __init__(self, base_url: str, timeout: float = 10) -> None:
        if not base_url.startswith(("http://", "https://")):
            raise ValueError("`base_url` must begin with http:// or https://")
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout

    def recommend(self, profile: Profile) -> Advice:
        """Advice for a profile.

        Raises `ProblemDetails` for what the service refuses, and `OSError` when it cannot be
        reached or takes too long.
        """
        advice: Advice = self._posted("/v1/recommendations", profile)
        return advice

    def partnership(self, duo: Duo) -> Partnership:
        """What is said to a PMO'er and a project manager; raises the same as `recommend`."""
        partnership: Partnership = self._posted("/v1/partnerships", duo)
        return partnership

    def explain(self, aim: Aim) -> Explanation:
        """Why the advice is what it is, and one role; raises the same as `recommend`."""
        explanation: Explanation = self._posted("/v1/explanations", aim)
        return explanation

    def roadmap(self, aim: AimAtRole) -> Roadmap:
        """The way from here to a role inside PMO; raises the same as `recommend`."""
        roadmap: Roadmap = self._posted("/v1/roadmaps", aim)
        return roadmap

    def what_if(self, varied: WhatIf) -> WhatIfAnswer:
        """What variations on a profile would change; raises the same as `recommend`."""
        answer: WhatIfAnswer = self._posted("/v1/what-if", varied)
        return answer

    def _posted(self, path: str, body: Profile | Duo | Aim | AimAtRole | WhatIf) -> Any:
        request = Request(
            self._base_url + path,
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            response: HTTPResponse
            with urlopen(request, timeout=self._timeout) as response:
                return json.load(response)
        except HTTPError as error:
            with error:
                raise ProblemDetails(_problem(error)) from None


def _problem(error: HTTPError) -> Problem:
    """The problem in an answer; a proxy on the way may answer something else."""
    if error.headers.get_content_type() == "application/problem+json":
        problem: Problem = json.load(error)
        return problem
    reason = str(error.reason)
    return Problem(type="about:blank", title=reason, status=error.code, detail=reason, errors=[])
