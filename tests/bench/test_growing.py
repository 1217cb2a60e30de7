"""Rule files that are grown to measure checks are right, and no rule in them is another's copy."""

from pathlib import Path

from bench.growing import grow
from strategies.loaded import loaded

from service.checks.repeated_conditions import check_repeated_conditions
from service.rulebook import load_rulebook
from service.rulebook.vocabulary import Stage

SHIPPED = Path(__file__).parents[2] / "rules"


def test_there_are_as_many_rules_as_asked_in_all_stages_and_no_copies(tmp_path: Path) -> None:
    grow(SHIPPED, tmp_path / "rules", 900)
    shipped, grown = loaded(SHIPPED), load_rulebook(tmp_path / "rules")
    assert len(grown.rules) == 900
    for stage in Stage:
        more, few = (len(each.rules_by_stage[stage]) for each in (grown, shipped))
        assert 2 * few <= more <= 3 * few
    copies = [found for found in check_repeated_conditions(grown) if "same aim" in found.message]
    assert len(copies) <= 5


def test_the_same_rules_are_made_every_time(tmp_path: Path) -> None:
    digests = []
    for name in ("first", "second"):
        grow(SHIPPED, tmp_path / name, 450)
        digests.append(load_rulebook(tmp_path / name).digest)
    assert digests[0] == digests[1]
