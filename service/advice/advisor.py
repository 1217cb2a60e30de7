"""The advisor: from a profile to the whole answer."""

from service.advice.asks import Asks, gaps_in
from service.advice.confidence import confidence_in
from service.advice.evidence import evidence_for
from service.advice.judgement import Judgement, judge
from service.advice.messages import guardrail_messages, in_order, rule_messages
from service.advice.model import Advice, Reason, Recommendation
from service.advice.outlook import Outlook
from service.advice.partnership import Partnership, partnership_of
from service.advice.questions import questions_for
from service.advice.ranking import Ranked, Weighings
from service.advice.standing import Standing
from service.engine.protocol import Engine
from service.reading.facts import facts_of, unknown_attributes
from service.reading.model import Reading
from service.reading.profile import Profile, ProfileError
from service.reading.reader import Reader
from service.reading.titles import TitleReader
from service.rulebook.model import Rulebook
from service.rulebook.reach import move_kind
from service.rulebook.rules import Grow, Outcome


class Advisor:
    """Gives advice by one rulebook. The same profile always gets the same advice.

    `reader` saves making one, where there is one of a rulebook with the same words already.
    """

    def __init__(self, rulebook: Rulebook, engine: Engine, reader: Reader | None = None) -> None:
        self.rulebook = rulebook
        self._engine = engine
        self._reader = reader or Reader(rulebook)
        self._outlook = Outlook(rulebook)
        self._weighings = Weighings(rulebook)
        self._asks = Asks(rulebook)

    @property
    def titles(self) -> TitleReader:
        """How titles are read by this rulebook."""
        return self._reader.titles

    def advise(self, profile: Profile) -> Advice:
        """The advice for a profile; raises `ProfileRefused` when the profile has mistakes."""
        return self.advice_on(self.standing(profile))

    def advice_on(self, standing: Standing) -> Advice:
        """The advice that goes with a standing."""
        judgement, rulebook = standing.judgement, self.rulebook
        reading = judgement.reading
        recommendations = tuple(
            self._recommendation(ranked, judgement) for ranked in judgement.ranked
        )
        reached = {each.target.specialisation for each in recommendations}
        guardrails = guardrail_messages(reading, reached, rulebook, leans=judgement.leans)
        return Advice(
            reading=reading,
            present=judgement.present,
            outcome=judgement.outcome,
            confidence=confidence_in(standing),
            recommendations=recommendations,
            messages=in_order((*guardrails, *rule_messages(judgement.said))),
            questions=questions_for(standing),
            unknown=standing.unknown,
            fired=tuple(rule.id for rule in judgement.fired),
            refers_to_advisor=judgement.outcome is Outcome.REFER or judgement.leans,
        )

    def standing(self, profile: Profile) -> Standing:
        """What the rules say of a profile, and what could still turn out, before any words.

        Raises `ProfileRefused` when the profile has mistakes.
        """
        return self.standing_of(self._reader.read(profile))

    def standing_of(self, reading: Reading) -> Standing:
        """The same of a profile that was read already."""
        base = facts_of(reading, self.rulebook)
        unknown = unknown_attributes(base, self.rulebook)
        judgement = judge(reading, base, self._engine, self._weighings)
        return Standing(judgement, base, unknown, self._weighings, self._outlook)

    def partnership(self, pmo: Profile, project_manager: Profile) -> Partnership:
        """What can be said to a duo; raises `ProfileRefused` when a profile has mistakes."""
        return partnership_of(
            self._reader.read(pmo), self._reader.read(project_manager), self._engine
        )

    def mistakes_in(self, profile: Profile) -> tuple[ProfileError, ...]:
        """The words in a profile that the rulebook does not have."""
        return self._reader.mistakes_in(profile)

    def competence(self, name: str) -> str | None:
        """The id of the competence with this id or name; None when there is none."""
        return self._reader.competence(name)

    def _recommendation(self, ranked: Ranked, judgement: Judgement) -> Recommendation:
        rulebook = self.rulebook
        role = rulebook.roles_by_place[ranked.target]
        asks = self._asks.of(ranked.target, judgement.facts)
        because = []
        actions: dict[str, None] = {}
        for rule, points in sorted(ranked.counted, key=lambda each: (-each[1], each[0].id)):
            assert isinstance(rule.effect, Grow)
            evidence = evidence_for(rule, judgement.facts)
            because.append(Reason(rule, points, rule.effect.because, evidence))
            actions.update(dict.fromkeys(rule.effect.actions))
        return Recommendation(
            target=ranked.target,
            role=role,
            move=move_kind(ranked.target, judgement.place, rulebook),
            score=ranked.score,
            because=tuple(because),
            asks=asks,
            gaps=gaps_in(asks, judgement.facts),
            actions=tuple(rulebook.actions_by_id[action] for action in actions),
        )
