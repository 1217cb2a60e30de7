"""What is said to a duo: from both sides, by what is known, without a score."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from strategies.loaded import loaded

from service.advice import Advisor
from service.advice.partnership import PairingReason, Partnership
from service.advice.partnership_payload import partnership_payload
from service.engine.durable import DurableEngine
from service.engine.reference import ReferenceEngine
from service.reading.profile import Profile
from service.rulebook import Rulebook
from service.rulebook.rules import Pairing
from service.rulebook.vocabulary import Stage, Tip

SHIPPED = loaded(Path(__file__).parents[2] / "rules")
ADVISOR = Advisor(SHIPPED, DurableEngine(SHIPPED))
REFERENCE = Advisor(SHIPPED, ReferenceEngine(SHIPPED))

PMO = Profile(title="PMO'er")
PROJECT_MANAGER = Profile(title="projectmanager")


def ids(reasons: tuple[PairingReason, ...]) -> list[str]:
    return [reason.rule.id for reason in reasons]


def said_by(found: Partnership) -> set[str]:
    tips = [reason for tip in found.tips for reason in tip.because]
    return {*ids(found.completes), *ids(found.tensions), *ids(tuple(tips))}


def rated(profile: Profile, **ratings: int) -> Profile:
    return replace(
        profile, competences={name.replace("_", "-"): each for name, each in ratings.items()}
    )


def test_a_duo_of_whom_nothing_is_known_gets_the_five_tips_and_nothing_else() -> None:
    found = ADVISOR.partnership(PMO, PROJECT_MANAGER)
    assert [tip.text.tip for tip in found.tips] == list(Tip)
    assert said_by(found) == set()
    assert [message.rule for message in found.messages] == ["guardrail-10"]


def test_what_one_brings_completes_what_the_other_brings() -> None:
    found = ADVISOR.partnership(
        rated(PMO, critical=4), rated(PROJECT_MANAGER, ambitious=4, critical=3)
    )
    assert ids(found.completes) == ["questions-beside-drive"]
    assert ids(found.tensions) == []
    [reason] = found.completes
    assert [(each.condition, each.attribute, each.value) for each in reason.evidence] == [
        ("pmo competence critical is at least 4", "pmo.competence.critical", 4),
        (
            "project manager competence ambitious is at least 4",
            "project_manager.competence.ambitious",
            4,
        ),
        (
            "project manager competence critical is at most 3",
            "project_manager.competence.critical",
            3,
        ),
    ]


def test_who_has_both_sides_is_completed_by_nobody() -> None:
    traits = {each.id.replace("-", "_"): 5 for each in SHIPPED.competences if not each.functional}
    found = ADVISOR.partnership(rated(PMO, **traits), rated(PROJECT_MANAGER, **traits))
    assert ids(found.completes) == []


def test_nothing_completes_as_long_as_no_difference_is_known() -> None:
    found = ADVISOR.partnership(rated(PMO, critical=5), rated(PROJECT_MANAGER, ambitious=5))
    assert ids(found.completes) == []


def test_who_works_in_assurance_hears_of_independence_in_a_duo_as_well() -> None:
    found = ADVISOR.partnership(replace(PMO, title="Project assurance officer"), PROJECT_MANAGER)
    assert [message.rule for message in found.messages] == ["guardrail-6", "guardrail-10"]


def test_the_two_are_not_mixed_up() -> None:
    turned = ADVISOR.partnership(rated(PMO, ambitious=4), rated(PROJECT_MANAGER, critical=4))
    assert ids(turned.completes) == []


def test_tension_is_named_when_both_hold_on() -> None:
    found = ADVISOR.partnership(rated(PMO, flexible=2), rated(PROJECT_MANAGER, flexible=1))
    assert ids(found.tensions) == ["both-hold-the-plan"]


def test_a_tip_says_why_it_fits_these_two() -> None:
    found = ADVISOR.partnership(rated(PMO, critical=5), PROJECT_MANAGER)
    fitted = {tip.text.tip: ids(tip.because) for tip in found.tips}
    assert fitted == dict.fromkeys(Tip, []) | {Tip.MIRROR: ["mirror-from-the-pmo"]}


def test_three_tips_read_the_same_from_both_sides_and_two_may_differ() -> None:
    differ = {tip.tip for tip in SHIPPED.tips if tip.for_pmo != tip.for_project_manager}
    assert differ == {Tip.MIRROR, Tip.GOLDEN_MATCH}


def test_the_place_of_the_pmo_counts_and_is_settled_as_in_any_advice() -> None:
    sent = replace(PMO, current_specialisation="assurance", current_level="senior")
    found = ADVISOR.partnership(sent, rated(PROJECT_MANAGER, ambitious=4))
    assert "distance-and-drive" in ids(found.tensions)
    titled = replace(PMO, title="Senior project assurance officer")
    assert said_by(ADVISOR.partnership(titled, rated(PROJECT_MANAGER, ambitious=4))) == said_by(
        found
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "programmamanager"},
        {"years_in_role": 200},
        {"years_in_pmo": 10},
        {"language": "en"},
        {"subject": "p-1"},
    ],
    ids=str,
)
def test_years_title_and_language_of_the_project_manager_change_nothing(
    changed: dict[str, object],
) -> None:
    pmo = rated(PMO, critical=5, realistic=4, thorough=4, flexible=2)
    other = rated(PROJECT_MANAGER, ambitious=5, flexible=2, broad_minded=4, critical=4)
    assert said_by(ADVISOR.partnership(pmo, replace(other, **changed))) == said_by(  # type: ignore[arg-type]
        ADVISOR.partnership(pmo, other)
    )


def test_what_is_unknown_only_adds_when_it_becomes_known() -> None:
    """True or false never changes: what was said of less stays said of more."""
    chance = Random(5)
    for _ in range(40):
        pmo, other = (_anyone(chance, title) for title in ("PMO'er", "projectmanager"))
        less = said_by(ADVISOR.partnership(_less(pmo, chance), _less(other, chance)))
        assert less <= said_by(ADVISOR.partnership(pmo, other))


def test_every_rule_speaks_to_some_duo_and_both_engines_say_the_same() -> None:
    chance = Random(11)
    said: set[str] = set()
    for _ in range(250):
        duo = _anyone(chance, "PMO'er"), _anyone(chance, "projectmanager")
        found = ADVISOR.partnership(*duo)
        assert found == REFERENCE.partnership(*duo)
        said |= said_by(found)
    assert said == {rule.id for rule in SHIPPED.rules_by_stage[Stage.PARTNERSHIP]}


def test_most_duos_of_whom_much_is_known_hear_something_of_each_kind() -> None:
    chance = Random(3)
    found = [
        ADVISOR.partnership(_anyone(chance, "PMO'er"), _anyone(chance, "projectmanager"))
        for _ in range(100)
    ]
    assert sum(bool(each.completes) for each in found) >= 70
    assert sum(all(tip.because for tip in each.tips) for each in found) >= 15
    assert all(len(each.completes) <= 9 and len(each.tensions) <= 5 for each in found)


def test_nothing_in_the_answer_is_a_score_or_an_order_of_people() -> None:
    found = ADVISOR.partnership(rated(PMO, critical=5), rated(PROJECT_MANAGER, ambitious=5))
    names = set(_names(partnership_payload(found, SHIPPED, "nl")))
    assert not names & {"score", "rank", "points", "match", "outcome", "confidence"}


def test_the_texts_are_equal_in_tone() -> None:
    """Neither is judged: no word that makes one the lesser."""
    unwanted = ("zwak", "tekort", "moet", "weak", "lack", "fail", "must", "never", "nooit")
    for rule in SHIPPED.rules_by_stage[Stage.PARTNERSHIP]:
        assert isinstance(rule.effect, Pairing)
        for text in (rule.effect.text.nl, rule.effect.text.en):
            words = text.lower().replace(",", " ").replace(".", " ").split()
            assert not set(words) & set(unwanted), rule.id
            assert not any(character.isdigit() for character in text), rule.id


def _anyone(chance: Random, title: str) -> Profile:
    rulebook: Rulebook = SHIPPED
    in_pmo = title == "PMO'er"
    return Profile(
        title=title,
        current_specialisation=chance.choice(rulebook.specialisation_ids) if in_pmo else None,
        current_level=chance.choice(rulebook.level_ids) if in_pmo else None,
        competences={each.id: chance.randint(1, 5) for each in rulebook.competences},
        certificates=tuple(chance.sample([each.id for each in rulebook.certificates], 12)),
        work=tuple(chance.sample([each.id for each in rulebook.work], 6)),
        goals=tuple(chance.sample([each.id for each in rulebook.goals], 4)),
    )


def _less(profile: Profile, chance: Random) -> Profile:
    return replace(
        profile,
        competences={
            name: rating for name, rating in profile.competences.items() if chance.random() < 1 / 2
        },
        certificates=chance.choice([None, profile.certificates]),
        work=chance.choice([None, profile.work]),
        current_level=chance.choice([None, profile.current_level]),
    )


def _names(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(name for each in value.values() for name in _names(each))]
    if isinstance(value, list):
        return [name for each in value for name in _names(each)]
    return []
