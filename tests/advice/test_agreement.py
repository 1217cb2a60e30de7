"""Both engines lead to the same advice: the same ranking, outcome, confidence and questions."""

from pathlib import Path

from soak.agreement import Tally, compared
from strategies.loaded import loaded

from service.advice.model import Confidence
from service.engine.findings import Status
from service.engine.protocol import Step
from service.rulebook.rules import Outcome

TESTS = Path(__file__).parents[1]
SHIPPED = loaded(TESTS.parent / "rules")
SMALL = loaded(TESTS / "rulebooks" / "small")


def test_the_engines_lead_to_the_same_advice_whatever_the_rules() -> None:
    tally = Tally()
    for frame, seeds, size in ((SMALL, 24, 12), (SMALL, 6, 40), (SHIPPED, 4, 30)):
        for seed in range(seeds):
            tally.add(compared(frame, seed, size, profiles=25, facts=0))
    assert not tally.differences, tally.differences[0]
    assert tally.checks >= 40_000
    for kind, least in (
        *((f"outcome {outcome}", 50) for outcome in Outcome),
        *((f"confidence {confidence}", 10) for confidence in Confidence),
        *((f"{number} recommendations", 20) for number in range(4)),
        ("with questions", 200),
        ("without questions", 200),
    ):
        assert tally.answers[kind] >= least, (kind, tally.answers)
    # Advice is about one person; `test_partnership` compares the engines on two.
    steps = set(Step) - {Step.PARTNERSHIP}
    assert all(tally.seen[step, status] >= 50 for step in steps for status in Status), tally.seen
