"""A rulebook that is handed from the trial to the processes that serve it."""

import gc
import weakref

import pytest
from cli.running import SHIPPED, SMALL
from strategies.loaded import loaded, serving_from

from service.reading.profile import Profile
from service.reload.packed import pack, take_over, unpack
from service.serving import Served


@pytest.mark.parametrize("rules", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_what_comes_out_gives_the_same_advice(rules) -> None:  # type: ignore[no-untyped-def]
    served, before = unpack(pack(loaded(rules))), serving_from(rules)
    for title in ("PMO'er", "projectmanager", "PMO'er Rabobank", "vrachtwagenchauffeur"):
        profile = Profile(title=title, ambition="Ik wil projectmanager worden.")
        advice, wanted = (each.advisor.advise(profile) for each in (served, before))
        assert advice.reading == wanted.reading
        assert advice.fired == wanted.fired
        assert advice.outcome is wanted.outcome
        assert advice.messages == wanted.messages


def test_what_comes_out_is_the_same_rulebook_but_for_its_cases() -> None:
    before = loaded(SHIPPED)
    after = unpack(pack(before)).rulebook
    assert after.digest == before.digest
    assert [rule.id for rule in after.rules] == [rule.id for rule in before.rules]
    assert [rule.position for rule in after.rules] == [rule.position for rule in before.rules]
    assert before.cases != after.cases == ()


def test_nothing_that_was_remembered_goes_along() -> None:
    """What people sent stays in the process that they sent it to."""
    reader = serving_from(SMALL).advisor.titles
    reader.read("PMO'er bij de Zonnebloem")
    assert reader._remembered.cache_info().currsize > 0
    served = unpack(pack(loaded(SMALL)))
    assert served.advisor.titles._remembered.cache_info().currsize == 0


def test_what_was_served_before_is_gone_once_the_next_is_taken_over() -> None:
    packed, served = pack(loaded(SMALL)), Served()
    gc.disable()
    try:
        take_over(packed, served)
        before = weakref.ref(served.now.advisor.titles)
        take_over(packed, served)
        assert before() is None
    finally:
        gc.enable()
