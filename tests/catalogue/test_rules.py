"""Rules as a list: which of them, and how they are split into pages."""

from urllib.parse import parse_qsl, urlsplit

from service.catalogue.rules import Asked, rules_payload
from service.rulebook import Rulebook


def ids(rulebook: Rulebook, asked: Asked) -> list[str]:
    return [item["id"] for item in rules_payload(rulebook, "en", asked)["items"]]


def test_without_a_choice_all_rules_are_listed_by_id(small: Rulebook) -> None:
    assert ids(small, Asked()) == [
        "enter-office",
        "leans-by-profile",
        "medior-by-years",
        "office-to-governance",
        "sharp-by-ratings",
        "stay-in-governance",
        "stay-in-office",
        "title-may-mean-more",
    ]


def test_a_stage_lists_its_rules(small: Rulebook) -> None:
    assert ids(small, Asked(stage="signals")) == ["leans-by-profile", "sharp-by-ratings"]
    assert ids(small, Asked(stage="settling")) == ["medior-by-years"]


def test_a_specialisation_lists_what_weighs_it_and_what_looks_at_it(small: Rulebook) -> None:
    assert ids(small, Asked(specialisation="governance")) == [
        "office-to-governance",
        "stay-in-governance",
    ]
    assert ids(small, Asked(specialisation="office")) == [
        "enter-office",
        "office-to-governance",
        "stay-in-office",
    ]


def test_an_attribute_lists_the_rules_that_look_at_it(small: Rulebook) -> None:
    assert ids(small, Asked(attribute="work")) == ["office-to-governance", "title-may-mean-more"]
    assert ids(small, Asked(attribute="competence.flexible")) == []


def test_choices_narrow_each_other(small: Rulebook) -> None:
    asked = Asked(stage="growth", specialisation="governance", attribute="level")
    assert ids(small, asked) == ["office-to-governance"]


def test_following_the_pages_gives_every_rule_once(shipped: Rulebook) -> None:
    asked, found = Asked(stage="growth", page_size=17), []
    while True:
        payload = rules_payload(shipped, "nl", asked)
        found += [item["id"] for item in payload["items"]]
        assert payload["total"] == sum(rule.stage == "growth" for rule in shipped.rules)
        if payload["next"] is None:
            break
        following = dict(parse_qsl(urlsplit(payload["next"]).query))
        asked = Asked(
            following["stage"],
            page=int(following["page"]),
            page_size=int(following["page_size"]),
        )
    assert found == [rule.id for rule in shipped.rules if rule.stage == "growth"]


def test_a_page_after_the_last_is_empty(small: Rulebook) -> None:
    payload = rules_payload(small, "nl", Asked(page=9, page_size=5))
    assert (payload["items"], payload["total"], payload["next"]) == ([], 8, None)


def test_a_page_that_is_just_full_is_the_last(small: Rulebook) -> None:
    assert rules_payload(small, "nl", Asked(page=2, page_size=4))["next"] is None
    assert rules_payload(small, "nl", Asked(page=1, page_size=4))["next"] == (
        "/v1/rulebook/rules?page=2&page_size=4"
    )


def test_ids_that_the_rulebook_does_not_have_are_faults_with_what_was_meant(
    small: Rulebook,
) -> None:
    faults = list(Asked(specialisation="ofice", attribute="zzz").faults(small))
    assert [(each.code, each.message, each.below) for each in faults] == [
        (
            "unknown_specialisation",
            "There is no specialisation `ofice`. Did you mean `office`?",
            ("specialisation",),
        ),
        (
            "unknown_attribute",
            "There is no attribute `zzz`. /v1/vocabulary lists them all.",
            ("attribute",),
        ),
    ]
