"""The judgement: every stage run once, before anything is put into words."""

from dataclasses import dataclass

from service.advice.model import PresentPlace
from service.advice.outcome import (
    LEANS,
    default_outcome,
    guarded_outcome,
    raised_outcome,
    shows_recommendations,
)
from service.advice.present import Settling, place_facts, present_place
from service.advice.ranking import Ranked, Weighing, Weighings, rank
from service.engine.findings import Findings
from service.engine.protocol import Engine, Step, signal_facts
from service.reading.model import Reading
from service.rulebook.career import Place
from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.reach import move_kind
from service.rulebook.rules import Outcome, Rule


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say about one reading.

    `facts` hold the place and the signals, `message_facts` also the advice so far. `ranked` is
    what is shown: best first, and empty for who is referred from another profession.
    """

    reading: Reading
    facts: Facts
    message_facts: Facts
    present: PresentPlace
    weights: Weighing
    settling: Settling
    signals: Findings
    growth: Findings
    messages: Findings
    ranked: tuple[Ranked, ...]
    leans: bool
    outcome: Outcome
    fired: tuple[Rule, ...]
    said: tuple[Rule, ...]

    @property
    def place(self) -> Place | None:
        return self.present.place

    @property
    def first(self) -> Place | None:
        return self.ranked[0].target if self.ranked else None


def judge(reading: Reading, base: Facts, engine: Engine, weighings: Weighings) -> Judgement:
    """Settles, looks for signals, weighs growth, ranks, and runs the message rules."""
    rulebook = engine.rulebook
    evaluate = engine.judging()
    present, settling = present_place(reading, base, rulebook, evaluate)
    facts: dict[str, FactValue] = {**base, **place_facts(present)}
    signals = evaluate(Step.SIGNALS, facts)
    facts |= signal_facts(rulebook, signals)
    growth = evaluate(Step.GROWTH, facts)
    weights = weighings.of(reading, present.place)
    ranked = rank(weights, growth.true)
    leans = facts.get(f"signal.{LEANS}") is True
    before = outcome_before_messages(
        reading, rulebook, present, has_recommendation=bool(ranked), leans=leans
    )
    if not shows_recommendations(reading, before):
        ranked = ()
    spoken = message_facts(facts, present, ranked[0].target if ranked else None, rulebook)
    messages = evaluate(Step.MESSAGES, spoken)
    said = messages.true
    outcome = raised_outcome(before, said)
    if not shows_recommendations(reading, outcome):
        ranked = ()
    return Judgement(
        reading=reading,
        facts=facts,
        message_facts=spoken,
        present=present,
        weights=weights,
        settling=settling,
        signals=signals,
        growth=growth,
        messages=messages,
        ranked=ranked,
        leans=leans,
        outcome=outcome,
        fired=(
            *settling.specialisation.true,
            *settling.level.true,
            *signals.true,
            *growth.true,
            *said,
        ),
        said=said,
    )


def outcome_before_messages(
    reading: Reading,
    rulebook: Rulebook,
    present: PresentPlace,
    *,
    has_recommendation: bool,
    leans: bool,
) -> Outcome:
    default = default_outcome(reading, rulebook, has_recommendation=has_recommendation)
    return guarded_outcome(reading, default, contradictory=present.contradictory, leans=leans)


def message_facts(
    facts: Facts, present: PresentPlace, first: Place | None, rulebook: Rulebook
) -> dict[str, FactValue]:
    """The facts for message rules: also the sources of the place, and the first recommendation."""
    found: dict[str, FactValue] = dict(facts)
    found["reading.contradictory"] = present.contradictory
    if present.specialisation_source is not None:
        found["specialisation.source"] = present.specialisation_source.value
    if present.level_source is not None:
        found["level.source"] = present.level_source.value
    if first is not None:
        found["advice.specialisation"] = first.specialisation
        found["advice.level"] = first.level
        found["advice.move"] = move_kind(first, present.place, rulebook).value
    return found
