"""Facts: every attribute known, unknown, or known as a range."""

from random import Random

from hypothesis import strategies as st

from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import TENTHS, YEARS_MAXIMUM, Attribute, AttributeType, Moment
from strategies.rules import MEASURE_MOST, literals


def values(attribute: Attribute) -> st.SearchStrategy[FactValue]:
    """The values that an attribute may have among the facts."""
    match attribute.type:
        case AttributeType.MEMBERS:
            return st.frozensets(st.sampled_from(attribute.values))
        case AttributeType.MEASURE:
            ends = st.tuples(st.integers(0, MEASURE_MOST), st.integers(0, MEASURE_MOST))
            exact = st.integers(0, MEASURE_MOST).map(lambda value: (value, value))
            return st.one_of(exact, ends.map(lambda pair: (min(pair), max(pair))))
        case AttributeType.FLAG:
            return st.booleans()
        case AttributeType.YEARS:
            return st.one_of(st.integers(0, YEARS_MAXIMUM * TENTHS), literals(attribute))
        case _:
            return literals(attribute)


def facts(rulebook: Rulebook, signals: bool = True) -> st.SearchStrategy[Facts]:
    """Facts for a rulebook; `signals` says whether signals may be among them."""
    return st.fixed_dictionaries(
        {},
        optional={
            attribute.id: values(attribute)
            for attribute in rulebook.attributes.values()
            if signals or attribute.moment is not Moment.SIGNALS
        },
    )


@st.composite
def many_facts(draw: st.DrawFn, rulebook: Rulebook, count: int) -> list[Facts]:
    """Many facts at once, for little: each takes for every attribute one of a few drawn values."""
    few = {
        attribute.id: draw(st.lists(st.none() | values(attribute), min_size=2, max_size=5))
        for attribute in rulebook.attributes.values()
    }
    chance = Random(draw(st.integers(min_value=0)))
    chosen = [{id: chance.choice(some) for id, some in few.items()} for _ in range(count)]
    return [{id: value for id, value in each.items() if value is not None} for each in chosen]


@st.composite
def more_known(draw: st.DrawFn, rulebook: Rulebook, known: Facts) -> Facts:
    """Facts that agree with `known` and may know more: what was absent, or narrower ranges."""
    more = dict(draw(facts(rulebook))) | known
    for id, value in known.items():
        if isinstance(value, tuple):
            low, high = value
            low = draw(st.integers(low, high))
            more[id] = (low, draw(st.integers(low, high)))
    return more
