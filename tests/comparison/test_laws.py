"""Laws of a comparison: it says nothing of the same, and names exactly what was edited."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded
from strategies.rule_sets import rule_sets
from strategies.rulebooks import rulebooks

from service.comparison import Kind, Sort, compare
from service.comparison.portraits import portraits_of
from service.comparison.wording import Teller
from service.comparison.words import DETAILS, FIELDS, KINDS, OTHERS
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.conditions import Group, Quantifier
from service.rulebook.digest import digest_of
from service.rulebook.rules import Grow, Rule
from service.rulebook.vocabulary import LANGUAGES, Text

RULES = Path(__file__).parents[2] / "rules"
SHIPPED = loaded(RULES)
SMALL = loaded(Path(__file__).parents[1] / "rulebooks" / "small")


def _new_about(rule: Rule) -> Rule:
    return replace(rule, about=Text(nl=rule.about.nl + " Echt.", en=rule.about.en))


def _turned_around(rule: Rule) -> Rule:
    return replace(rule, when=Group(Quantifier.NONE, rule.when.members))


def _one_condition_more(rule: Rule) -> Rule:
    every = next(iter(SHIPPED.rules)).when.members[0]
    return replace(rule, when=Group(rule.when.quantifier, (*rule.when.members, every)))


def _one_condition_less(rule: Rule) -> Rule:
    if len(rule.when.members) == 1:
        return _new_about(rule)
    return replace(rule, when=Group(rule.when.quantifier, rule.when.members[1:]))


def _more_points(rule: Rule) -> Rule:
    if not isinstance(rule.effect, Grow):
        return _new_about(rule)
    return replace(rule, effect=replace(rule.effect, points=rule.effect.points + 1))


EDITS: tuple[Callable[[Rule], Rule], ...] = (
    _new_about,
    _turned_around,
    _one_condition_more,
    _one_condition_less,
    _more_points,
)


@pytest.mark.parametrize("rules", [RULES, RULES.parent / "tests" / "rulebooks" / "small"])
def test_a_rulebook_does_not_differ_from_itself_read_again(rules: Path) -> None:
    assert compare(load_rulebook(rules), load_rulebook(rules)) == ()


@settings(max_examples=30, deadline=None)
@given(rulebooks(least_rules=1))
def test_no_rulebook_differs_from_itself(rulebook: Rulebook) -> None:
    assert compare(rulebook, rulebook) == ()


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_exactly_the_rules_that_were_edited_are_named(data: st.DataObject) -> None:
    edits = data.draw(
        st.dictionaries(st.sampled_from([each.id for each in SHIPPED.rules]),
                        st.sampled_from(EDITS), max_size=6)
    )  # fmt: skip
    rules = [edits[each.id](each) if each.id in edits else each for each in SHIPPED.rules]
    new = replace(SHIPPED, rules=tuple(data.draw(st.permutations(rules))))
    changes = compare(SHIPPED, new)
    assert [(each.kind, each.id, each.sort) for each in changes] == [
        (Kind.RULE, id, Sort.CHANGED) for id in sorted(edits)
    ]
    assert all(each.details for each in changes)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from([each.id for each in SMALL.rules])))
def test_exactly_the_rules_that_are_left_out_are_gone(left_out: set[str]) -> None:
    kept = tuple(each for each in SMALL.rules if each.id not in left_out)
    new = replace(SMALL, rules=kept)
    gone = [(each.id, each.sort) for each in compare(SMALL, new)]
    assert gone == [(id, Sort.REMOVED) for id in sorted(left_out)]
    came = [(each.id, each.sort) for each in compare(new, SMALL)]
    assert came == [(id, Sort.ADDED) for id in sorted(left_out)]


@settings(max_examples=15, deadline=None)
@given(rule_sets(SHIPPED), rule_sets(SHIPPED))
def test_what_differs_between_any_two_rulebooks_can_be_told(old: Rulebook, new: Rulebook) -> None:
    changes = compare(old, new)
    assert bool(changes) is (digest_of(old) != digest_of(new))
    for language in LANGUAGES:
        teller = Teller(old, new, language)
        for change in changes:
            assert f"`{change.id}`" in teller.headline(change)
            for detail in change.details:
                assert teller.detail(detail).endswith((".", ".’", "!’", "?’"))


LISTS = [field.name for field in fields(SHIPPED) if isinstance(getattr(SHIPPED, field.name), tuple)]


@pytest.mark.parametrize("name", sorted({*LISTS} - {"cases", "tips"}))
def test_whatever_changes_the_digest_is_told(name: str) -> None:
    """By taking one entry out of each list, and by turning the list around.

    Not of the tips, which stand in their own order whatever the order in the file.
    """
    entries: tuple[Any, ...] = getattr(SHIPPED, name)
    for changed in (entries[1:], entries[::-1]):
        new = replace(SHIPPED, **{name: changed})  # type: ignore[arg-type]
        assert bool(compare(SHIPPED, new)) is (digest_of(SHIPPED) != digest_of(new))


ENTRIES = {
    **{name: getattr(SHIPPED, name) for name in LISTS if name not in {"cases", "rules", "tips"}},
    "titles": SHIPPED.titles.entries,
}


OF_THE_ID = {"id", "value", "place"}
"""Fields that say which entry it is."""


def _otherwise(value: Any) -> Any:
    """Another value of the same sort; None when there is none to be had."""
    match value:
        case bool():
            return not value
        case Text():
            return Text(value.nl + "!", value.en)
        case Enum():
            return next((other for other in type(value) if other is not value), None)
        case int():
            return value + 1
        case str():
            return value + "!"
        case tuple():
            return value[1:] if value else None
        case _ if is_dataclass(value):
            name = next(field.name for field in fields(value))
            return replace(value, **{name: _otherwise(getattr(value, name))})  # type: ignore[type-var]
        case _:
            return None


def _changes() -> Iterator[tuple[str, str]]:
    """Every field of an entry in a list that somewhere has a value."""
    for name, entries in ENTRIES.items():
        for field in fields(entries[0]):
            if field.compare and field.name not in OF_THE_ID:
                yield name, field.name


@pytest.mark.parametrize(("name", "field"), list(_changes()))
def test_whatever_changes_in_an_entry_is_told(name: str, field: str) -> None:
    entries = ENTRIES[name]
    number, entry = next(
        (number, entry)
        for number, entry in enumerate(entries)
        if _otherwise(getattr(entry, field)) is not None
    )
    other = replace(entry, **{field: _otherwise(getattr(entry, field))})
    changed = (*entries[:number], other, *entries[number + 1 :])
    new = (
        replace(SHIPPED, titles=replace(SHIPPED.titles, entries=changed))
        if name == "titles"
        else replace(SHIPPED, **{name: changed})
    )
    assert compare(SHIPPED, new)


def test_every_field_and_every_kind_has_a_word_in_both_languages() -> None:
    used = {
        field
        for parts in portraits_of(SHIPPED).values()
        for portrait in parts.values()
        for field in portrait
    }
    of_answers = {"fired", "first", "recommended", "refused", "together"}
    for language in LANGUAGES:
        assert set(FIELDS[language]) == used | of_answers
        assert set(KINDS[language]) == set(Kind)
        assert set(DETAILS[language]) == set(Sort)
    assert set(OTHERS["nl"]) == set(OTHERS["en"])
