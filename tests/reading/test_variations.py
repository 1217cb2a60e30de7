"""A change is put into a profile as RFC 7396 says, whatever name a competence is sent under."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded

from service.reading.profile import Profile
from service.reading.reader import Reader
from service.reading.sent import profile_from
from service.reading.variations import varied_from

READER = Reader(loaded(Path(__file__).parents[1] / "rulebooks" / "small"))
NAMES = {"ambitious": "ambitieus", "critical": "kritisch", "reporting": "rapportage"}

RATINGS = st.integers(1, 5)
LISTS = st.lists(st.sampled_from(["raid-log", "portfolio-report"]), max_size=2, unique=True)
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["PMO'er", "projectmanager"]),
    "current": st.fixed_dictionaries(
        {},
        optional={
            "specialisation": st.none() | st.sampled_from(["office", "governance"]),
            "level": st.none() | st.sampled_from(["junior", "senior"]),
        },
    ),
    "experience": st.fixed_dictionaries(
        {}, optional={name: st.none() | RATINGS for name in ("years_in_role", "years_in_pmo")}
    ),
    "competences": st.dictionaries(st.sampled_from([*NAMES]), st.none() | RATINGS),
    "certificates": st.lists(st.just("P3O Foundation"), max_size=1),
    "work": LISTS,
    "ambition": st.sampled_from(["Ik wil me verdiepen.", ""]),
    "goals": st.lists(st.sampled_from(["deepen", "step-back"]), max_size=1),
    "ratings_by": st.sampled_from(["self", "manager"]),
}
PROFILES = st.fixed_dictionaries(
    {"title": PARTS["title"]},
    optional={name: st.none() | part for name, part in PARTS.items() if name != "title"},
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={name: part if name == "title" else st.none() | part for name, part in PARTS.items()},
)


def patched(sent: Any, change: Any) -> Any:
    """JSON merge patch, word for word as in RFC 7396."""
    if not isinstance(change, dict):
        return change
    target = dict(sent) if isinstance(sent, dict) else {}
    for name, value in change.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = patched(target.get(name), value)
    return target


def with_change(profile: Any, change: Any) -> Profile:
    body = {"profile": profile, "variations": [{"name": "if", "change": change}]}
    [variation] = varied_from(body, READER.mistakes_in, READER.competence).variations
    return variation.profile


@settings(max_examples=300, deadline=None)
@given(PROFILES, CHANGES)
def test_a_change_has_the_meaning_of_a_merge_patch(profile: Any, change: Any) -> None:
    told = READER.read(with_change(profile, change))
    assert told == READER.read(profile_from(patched(profile, change)))


@settings(max_examples=100, deadline=None)
@given(PROFILES, CHANGES)
def test_a_competence_is_found_under_any_of_its_names(profile: Any, change: Any) -> None:
    renamed = dict(change)
    if change.get("competences"):
        renamed["competences"] = {NAMES[id]: each for id, each in change["competences"].items()}
    told = READER.read(with_change(profile, renamed))
    assert told == READER.read(with_change(profile, change))


@pytest.mark.parametrize("change", [{"subject": "p-2"}, {"language": "en"}])
def test_whose_profile_it_is_and_its_language_change_nothing(change: Any) -> None:
    profile = {"title": "PMO'er", "language": "nl"}
    body = {"profile": profile, "variations": [{"name": "if", "change": change}]}
    varied = varied_from(body, READER.mistakes_in, READER.competence)
    assert varied.language == "nl"
    assert READER.read(varied.variations[0].profile) == READER.read(varied.profile)
