"""What holds for every profile: whoever tells more adds facts and changes none."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.reading.facts import facts_of, unknown_attributes
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.rulebook.facts import FactValue
from service.rulebook.model import Rulebook

TITLES = ("PMO'er", "senior PMO officer", "PMO", "projectmedewerker", "projectmanager", "Kapitein")
COMPETENCES = ("analytical", "critical", "stress-resistant")
FIELDS = {
    "current_specialisation": st.sampled_from(["office", "governance"]),
    "current_level": st.sampled_from(["junior", "senior"]),
    "years_in_role": st.integers(0, 600),
    "years_in_pmo": st.integers(0, 600),
    "certificates": st.lists(st.sampled_from(["P3O-F", "prince2-practitioner", "EHBO"])),
    "work": st.lists(st.sampled_from(["raid-log", "reporting"])),
    "goals": st.lists(st.sampled_from(["deepen", "een stap terug"])),
    "ambition": st.sampled_from(["Ik wil projectmanager worden", "", "iets", "geen stap terug"]),
}
RATINGS = st.dictionaries(st.sampled_from(COMPETENCES), st.integers(1, 5))
PROFILES = st.fixed_dictionaries(
    {"title": st.sampled_from(TITLES), "competences": RATINGS},
    optional={
        field: values.map(lambda value: tuple(value) if isinstance(value, list) else value)
        for field, values in FIELDS.items()
    },
)


def facts_from(reader: Reader, rulebook: Rulebook, sent: dict[str, Any]) -> dict[str, FactValue]:
    return facts_of(reader.read(Profile(**sent)), rulebook)


@given(full=PROFILES, data=st.data())
def test_telling_more_only_adds_facts_and_narrows_measures(
    reader: Reader, rulebook: Rulebook, full: dict[str, Any], data: st.DataObject
) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(full))))
    rated = data.draw(st.sets(st.sampled_from(COMPETENCES)))
    less = {field: value for field, value in full.items() if field in kept | {"title"}}
    less["competences"] = {id: full["competences"][id] for id in rated & set(full["competences"])}

    before = facts_from(reader, rulebook, less)
    after = facts_from(reader, rulebook, full)

    # Years in PMO that were sent replace those that were taken from the role, by design.
    replaced = {"goals"} | ({"years.in_pmo"} if "years_in_pmo" not in less else set())
    for id, value in before.items():
        if id.startswith("measure."):
            (low, high), (new_low, new_high) = value, after[id]
            assert low <= new_low <= new_high <= high
        elif id not in replaced:
            assert after[id] == value
    assert before.keys() <= after.keys()
    told_before = set(unknown_attributes(before, rulebook))
    assert set(unknown_attributes(after, rulebook)) <= told_before


@given(full=PROFILES)
def test_facts_have_the_values_that_their_attributes_allow(
    reader: Reader, rulebook: Rulebook, full: dict[str, Any]
) -> None:
    for id, value in facts_from(reader, rulebook, full).items():
        attribute = rulebook.attributes_by_id[id]
        if attribute.values:
            members = value if isinstance(value, frozenset) else {value}
            assert members <= set(attribute.values)


@given(full=PROFILES)
def test_null_ratings_are_as_if_they_were_not_sent(
    reader: Reader, rulebook: Rulebook, full: dict[str, Any]
) -> None:
    nothing = dict.fromkeys(COMPETENCES)
    with_nulls = {**full, "competences": {**nothing, **full["competences"]}}

    assert facts_from(reader, rulebook, with_nulls) == facts_from(reader, rulebook, full)


@given(full=PROFILES)
def test_the_ambition_never_changes_anything_but_goals(
    reader: Reader, full: dict[str, Any]
) -> None:
    profile = Profile(**full)
    with_it = reader.read(profile)
    without = reader.read(replace(profile, ambition=None))

    assert replace(with_it, goals=without.goals, ambition=without.ambition) == without
    assert set(without.goals) <= set(with_it.goals)


@given(title=st.text(max_size=60), ambition=st.text(max_size=200))
def test_whatever_is_typed_is_read_and_always_in_the_same_way(
    reader: Reader, title: str, ambition: str
) -> None:
    profile = Profile(title, ambition=ambition, certificates=(title,))

    assert reader.read(profile) == reader.read(profile)


@pytest.mark.parametrize("gap", [" ", "-", " - ", ", ", " / ", "/", " bij ", " en ", " ("])
@given(words=st.lists(st.sampled_from(["PMO", "er", "senior", "nurse", "x"]), max_size=6))
def test_a_title_with_an_unknown_word_in_front_is_not_recognised(
    reader: Reader, gap: str, words: list[str]
) -> None:
    assert not reader.titles.read(f"kapitein {gap.join(words)}").recognised
