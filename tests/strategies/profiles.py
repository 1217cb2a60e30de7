"""Profiles: as portals would send them, from a bare title to a complete one."""

from dataclasses import replace

from hypothesis import strategies as st

from service.reading.profile import Profile
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import RATINGS, TENTHS, YEARS_MAXIMUM

UNRECOGNISED = "Bijzonder Functiewoord"


def titles(rulebook: Rulebook) -> st.SearchStrategy[str]:
    names = [name for entry in rulebook.titles.entries for name in entry.names]
    seniority = st.sampled_from(["", "", "", "junior ", "senior "])
    return st.one_of(
        st.builds(str.__add__, seniority, st.sampled_from(names)), st.just(UNRECOGNISED)
    )


def pmo_titles(rulebook: Rulebook) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            entry.names[0]
            for entry in rulebook.titles.entries
            if [kind.value for kind in entry.kinds] == ["pmo"]
        ]
    )


def some(ids: tuple[str, ...], most: int = 5) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), max_size=most, unique=True).map(tuple)


def years() -> st.SearchStrategy[int]:
    return st.integers(0, 20 * TENTHS) | st.integers(0, YEARS_MAXIMUM * TENTHS)


@st.composite
def profiles(draw: st.DrawFn, rulebook: Rulebook) -> Profile:
    """Any profile without mistakes; every part but the title may be missing."""
    competences = [each.id for each in rulebook.competences]
    rated = draw(st.lists(st.sampled_from(competences), max_size=len(competences), unique=True))
    return Profile(
        title=draw(titles(rulebook)),
        current_specialisation=draw(st.none() | st.sampled_from(rulebook.specialisation_ids)),
        current_level=draw(st.none() | st.sampled_from(rulebook.level_ids)),
        years_in_role=draw(st.none() | years()),
        years_in_pmo=draw(st.none() | years()),
        competences={id: draw(st.sampled_from(RATINGS)) for id in rated},
        certificates=draw(st.none() | some(tuple(each.id for each in rulebook.certificates))),
        work=draw(st.none() | some(tuple(each.id for each in rulebook.work))),
        goals=draw(st.none() | some(tuple(each.id for each in rulebook.goals), most=3)),
    )


@st.composite
def complete_profiles_in_pmo(draw: st.DrawFn, rulebook: Rulebook) -> Profile:
    """Someone inside PMO of whom everything is known."""
    return Profile(
        title=draw(pmo_titles(rulebook)),
        current_specialisation=draw(st.sampled_from(rulebook.specialisation_ids)),
        current_level=draw(st.sampled_from(rulebook.level_ids)),
        years_in_role=draw(years()),
        years_in_pmo=draw(years()),
        competences={each.id: draw(st.sampled_from(RATINGS)) for each in rulebook.competences},
        certificates=draw(some(tuple(each.id for each in rulebook.certificates))),
        work=draw(some(tuple(each.id for each in rulebook.work))),
        goals=draw(some(tuple(each.id for each in rulebook.goals), most=3)),
    )


@st.composite
def nearly_complete_profiles_in_pmo(draw: st.DrawFn, rulebook: Rulebook) -> Profile:
    """Someone with a goal of whom up to six competences, and perhaps a list, are not known."""
    profile = draw(complete_profiles_in_pmo(rulebook))
    left_out = draw(st.lists(st.sampled_from(sorted(profile.competences)), max_size=6))
    rated = {id: rating for id, rating in profile.competences.items() if id not in left_out}
    return replace(
        profile,
        goals=profile.goals or ("deepen",),
        competences=rated,
        certificates=draw(st.sampled_from([profile.certificates, None])),
        years_in_pmo=draw(st.sampled_from([profile.years_in_pmo, None])),
        years_in_role=draw(st.sampled_from([profile.years_in_role, None])),
    )


@st.composite
def completions(draw: st.DrawFn, profile: Profile, rulebook: Rulebook) -> Profile:
    """The same person, with some or all of what was unknown told as well."""
    competences = dict(profile.competences)
    for each in rulebook.competences:
        if each.id not in competences and draw(st.booleans()):
            competences[each.id] = draw(st.sampled_from(RATINGS))
    changes: dict[str, object] = {"competences": competences}
    if profile.certificates is None and draw(st.booleans()):
        changes["certificates"] = draw(some(tuple(each.id for each in rulebook.certificates)))
    if profile.work is None and draw(st.booleans()):
        changes["work"] = draw(some(tuple(each.id for each in rulebook.work)))
    if profile.years_in_pmo is None and profile.years_in_role is None and draw(st.booleans()):
        changes["years_in_pmo"] = draw(years())
    if profile.years_in_role is None and draw(st.booleans()):
        changes["years_in_role"] = draw(years())
    return replace(profile, **changes)  # type: ignore[arg-type]
