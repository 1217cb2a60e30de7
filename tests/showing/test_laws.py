"""Laws of what is shown, over every entry of the shipped rulebook."""

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from strategies.loaded import loaded

from service.advice import Advisor
from service.checks.case_answers import case_answers
from service.rulebook.rules import Grow, Weight
from service.rulebook.vocabulary import LANGUAGES, Language
from service.serving import serving_of
from service.showing import Entry, EntryKind, Shower
from service.showing.entries import entries_of
from service.terminal.page import Page
from service.terminal.showing import write_portrait

RULEBOOK = loaded(Path(__file__).parents[2] / "rules")
ENTRIES = tuple(entries_of(RULEBOOK))


@cache
def advisor() -> Advisor:
    return serving_of(RULEBOOK).advisor


@cache
def shower(language: Language) -> Shower:
    return Shower(advisor(), language)


@cache
def portrait_of(entry: Entry) -> dict[str, Any]:
    return shower("en").portrait(entry)


def uses(kind: EntryKind, id: str, relation: str) -> set[str]:
    portrait = portrait_of(Entry(kind, id))
    return {each["id"] for each in portrait["uses"].get(relation, ())}


def cases(kind: EntryKind, id: str, relation: str) -> set[str]:
    return {each["case"] for each in portrait_of(Entry(kind, id))["cases"][relation]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_shown(language: Language) -> None:
    for entry in ENTRIES:
        portrait = shower(language).portrait(entry)
        assert portrait["about"], entry
        assert all(portrait["about"]), entry
        assert json.loads(json.dumps(portrait)) == portrait
        written = io.StringIO()
        write_portrait(Page(written), portrait, language)
        assert entry.id in written.getvalue().splitlines()[0]


def test_a_rule_leads_to_the_roles_that_name_it() -> None:
    for role in RULEBOOK.roles:
        for there, back in (
            ("recommended by", "leads to"),
            ("weighed against by", "weighs against"),
        ):
            rules = uses(EntryKind.ROLE, role.id, there)
            assert rules == {
                rule.id
                for rule in RULEBOOK.rules
                if isinstance(rule.effect, Grow) and role.id in uses(EntryKind.RULE, rule.id, back)
            }


def test_every_reason_in_the_advice_to_a_case_leads_to_the_role_that_it_is_given_for() -> None:
    seen = 0
    for answer in case_answers(RULEBOOK.cases, advisor()):
        for recommendation in answer.advice.recommendations if answer.advice else ():
            leading = uses(EntryKind.ROLE, recommendation.role.id, "recommended by")
            against = uses(EntryKind.ROLE, recommendation.role.id, "weighed against by")
            for reason in recommendation.because:
                assert isinstance(reason.rule.effect, Grow)
                for_it = reason.rule.effect.weight is Weight.RECOMMEND
                assert reason.rule.id in (leading if for_it else against)
                seen += 1
    assert seen > 100


def test_a_case_is_shown_with_exactly_the_rules_that_fire_in_it() -> None:
    fired = {each.case.name: set(each.fired) for each in case_answers(RULEBOOK.cases, advisor())}
    for rule in RULEBOOK.rules:
        shown = cases(EntryKind.RULE, rule.id, "fired")
        assert shown == {name for name, rules in fired.items() if rule.id in rules}


def test_every_case_with_a_recommendation_has_one_role_first() -> None:
    first = [case for role in RULEBOOK.roles for case in cases(EntryKind.ROLE, role.id, "first")]
    assert sorted(first) == sorted(
        each.case.name
        for each in case_answers(RULEBOOK.cases, advisor())
        if each.advice and each.advice.recommendations
    )
