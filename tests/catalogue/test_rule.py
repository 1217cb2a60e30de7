"""One rule as data."""

import pytest

from service.catalogue.rule import nearest_rule, rule_payload
from service.rulebook import Rulebook
from service.rulebook.vocabulary import LANGUAGES


def test_a_growth_rule_is_shown_whole(small: Rulebook) -> None:
    rule = small.rules_by_id["office-to-governance"]
    assert rule_payload(rule, small, "nl") == {
        "id": "office-to-governance",
        "stage": "growth",
        "about": "Uitleg.",
        "sentence": "Als je nu in office werkt en je minstens medior bent; en óf je werk "
        "‘portfoliorapportage’ omvat, óf uit je profiel ‘Uitleg’ blijkt; en je als wens "
        "‘verdiepen’ niet noemt, dan past een rol in governance op hetzelfde niveau, als sterke "
        "reden (30 punten).",
        "when": {
            "quantifier": "all of",
            "conditions": [
                {
                    "condition": "specialisation is office",
                    "sentence": "Je werkt nu in office.",
                    "attribute": "specialisation",
                    "operator": "is",
                    "values": ["office"],
                },
                {
                    "condition": "level is at least medior",
                    "sentence": "Je bent minstens medior.",
                    "attribute": "level",
                    "operator": "is at least",
                    "values": ["medior"],
                },
            ],
            "groups": [
                {
                    "quantifier": "at least one of",
                    "conditions": [
                        {
                            "condition": "work includes portfolio-report",
                            "sentence": "Je werk omvat ‘portfoliorapportage’.",
                            "attribute": "work",
                            "operator": "include one of",
                            "values": ["portfolio-report"],
                        },
                        {
                            "condition": "signal sharp",
                            "sentence": "Uit je profiel blijkt ‘Uitleg’.",
                            "attribute": "signal.sharp",
                            "operator": "is",
                            "values": [True],
                        },
                    ],
                    "groups": [],
                },
                {
                    "quantifier": "none of",
                    "conditions": [
                        {
                            "condition": "goals include deepen",
                            "sentence": "Je noemt als wens ‘verdiepen’.",
                            "attribute": "goals",
                            "operator": "include one of",
                            "values": ["deepen"],
                        }
                    ],
                    "groups": [],
                },
            ],
        },
        "effect": {
            "kind": "recommend",
            "specialisation": "governance",
            "level": "same as now",
            "points": 30,
            "because": "Daarom.",
            "actions": [
                {"id": "rotation", "kind": "rotation", "text": "Loop mee in een ander team."}
            ],
            "signal": None,
            "say": None,
            "text": None,
            "outcome": None,
            "tip": None,
        },
        "looks_at": ["goals", "work", "specialisation", "level", "signal.sharp"],
        "file": "growth/all.yaml",
        "line": 27,
    }


@pytest.mark.parametrize(
    ("id", "effect"),
    [
        ("medior-by-years", {"kind": "settle", "level": "medior"}),
        ("sharp-by-ratings", {"kind": "signal", "signal": "sharp"}),
        (
            "title-may-mean-more",
            {"kind": "message", "say": "caution", "text": "Tell us what you do."},
        ),
        (
            "enter-office",
            {
                "kind": "recommend",
                "specialisation": "office",
                "level": "medior",
                "points": 20,
                "because": "That is why.",
            },
        ),
    ],
)
def test_every_kind_of_effect_has_its_own_parts(
    small: Rulebook, id: str, effect: dict[str, object]
) -> None:
    shown = rule_payload(small.rules_by_id[id], small, "en")["effect"]
    assert {name: value for name, value in shown.items() if value not in (None, [])} == effect


def test_numbers_are_shown_as_advisors_write_them(small: Rulebook) -> None:
    def values(id: str) -> list[list[object]]:
        conditions = rule_payload(small.rules_by_id[id], small, "en")["when"]["conditions"]
        return [each["values"] for each in conditions]

    assert values("medior-by-years") == [["pmo"], [3]]
    assert values("leans-by-profile") == [[5], [3]]
    assert values("sharp-by-ratings") == [[2]]


def test_every_shipped_rule_can_be_shown(shipped: Rulebook) -> None:
    for rule in shipped.rules:
        nl, en = (rule_payload(rule, shipped, language) for language in LANGUAGES)
        assert nl["when"].keys() == en["when"].keys()
        assert nl["effect"]["kind"] == en["effect"]["kind"]
        assert nl["sentence"] != en["sentence"]


def test_advice_against_counts_negative(shipped: Rulebook) -> None:
    weighed = [rule_payload(rule, shipped, "nl")["effect"] for rule in shipped.rules]
    against = [each["points"] for each in weighed if each["kind"] == "advise against"]
    assert against
    assert all(points < 0 for points in against)
    assert {each["points"] for each in weighed if each["kind"] == "rule out"} == {None}


def test_the_nearest_rule_is_the_one_that_was_most_likely_meant(small: Rulebook) -> None:
    assert nearest_rule("office-to-govrnance", small) == "office-to-governance"
    assert nearest_rule("x" * 5000, small) is None
