"""Conditions as a regular expression, as far as one can say what a condition may be, and as
sentences to choose from.

The expressions keep to what Python and JavaScript share. They take every condition that
`service/rulebook/sentences.py` takes, with numbers written plainly: 4, not 4.0 or +4. What they
cannot see stands in the tests.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.editors.ids import Described
from service.rulebook.vocabulary import RATINGS, YEARS_MAXIMUM, Attribute, AttributeType, Measure

SPACE = r"\s+"
NOTHING = "(?!)"
YEARS = rf"(?:[1-{YEARS_MAXIMUM // 10 - 1}]?\d(?:\.\d)?|{YEARS_MAXIMUM}(?:\.0)?)"
MEAN = r"(?:[1-4](?:\.\d{1,6})?|5(?:\.0{1,6})?)"
IS_THE_CASE = " is "
"""In the words of a flag that is no signal: `title is ambiguous`."""

Measures = Mapping[str, Measure]


def pattern_of(attributes: Iterable[Attribute], measures: Measures, *, known: bool = False) -> str:
    """What a condition about these attributes looks like; `known`: `is known` may stand too."""
    subjects: dict[str, list[str]] = {}
    for attribute in attributes:
        subject, _, _ = attribute.words.partition(IS_THE_CASE)
        subjects.setdefault(_predicate(attribute, measures, known), []).append(subject)
    return whole(_named(names) + predicate for predicate, names in subjects.items())


def pattern_of_asks(competences: Iterable[str], members: Iterable[Attribute]) -> str:
    """What a role may ask: functional competences, certificates and work."""
    asked = [
        f"{attribute.words}{SPACE}includes?{SPACE}"
        rf"(?:one{SPACE}of\s*\[\s*{any_of(attribute.values)}\s*\]|{any_of(attribute.values)})"
        for attribute in members
    ]
    ratings = any_of(map(str, RATINGS))
    return whole(
        [
            f"competence{SPACE}{any_of(competences)}{SPACE}is{SPACE}at{SPACE}least{SPACE}{ratings}",
            *asked,
        ]
    )


def whole(alternatives: Iterable[str]) -> str:
    """One of these, and nothing before or behind it."""
    return rf"^\s*(?:{'|'.join(alternatives)})\s*$"


def any_of(words: Iterable[str]) -> str:
    """One of these words; nothing at all when there are none."""
    return f"(?:{'|'.join(words) or NOTHING})"


def _named(subjects: list[str]) -> str:
    """The words before the verb: those that share all but the last word are put together."""
    families: dict[str, list[str]] = {}
    for subject in subjects:
        family, _, last = subject.rpartition(" ")
        families.setdefault(family, []).append(last)
    names = [
        "".join(f"{word}{SPACE}" for word in family.split()) + any_of(last)
        for family, last in families.items()
    ]
    return names[0] if len(names) == 1 else f"(?:{'|'.join(names)})"


def _predicate(attribute: Attribute, measures: Measures, known: bool) -> str:
    """What follows the words of the attribute."""
    if attribute.type is AttributeType.FLAG:
        _, is_no_signal, value = attribute.words.partition(IS_THE_CASE)
        return f"{SPACE}is{SPACE}(?:not{SPACE})?{value}" if is_no_signal else ""
    if attribute.type is AttributeType.MEMBERS:
        return _inclusion(attribute, known)
    value, span = _value(attribute, measures)
    said = [f"(?:not{SPACE})?{value}"]
    if attribute.type in {AttributeType.CHOICE, AttributeType.SCALE, AttributeType.RATING}:
        said.append(rf"one{SPACE}of\s*{_list(value)}")
    if attribute.type is not AttributeType.CHOICE:
        said += [f"at{SPACE}(?:least|most){SPACE}{value}", f"between{SPACE}{span}"]
    if known:
        said += ["known", "unknown"]
    return f"{SPACE}is{SPACE}(?:{'|'.join(said)})"


def _inclusion(attribute: Attribute, known: bool) -> str:
    value = any_of(attribute.values)
    included = rf"{SPACE}includes?{SPACE}(?:(?:one|all|none){SPACE}of\s*{_list(value)}|{value})"
    return f"(?:{included}|{SPACE}is{SPACE}(?:known|unknown))" if known else included


def _list(value: str) -> str:
    r"""`[one, two]`: each value is followed by a comma and another one, or by the end."""
    return rf"\[(?:\s*{value}\s*(?:,(?!\s*\])|(?=\])))+\]"


def _value(attribute: Attribute, measures: Measures) -> tuple[str, str]:
    """One value, and what may follow `between`."""
    match attribute.type:
        case AttributeType.YEARS:
            return YEARS, f"{YEARS}{SPACE}and{SPACE}{YEARS}"
        case AttributeType.MEASURE:
            measure = measures[attribute.own_words.removeprefix("measure ")]
            if measure.is_mean:
                return MEAN, f"{MEAN}{SPACE}and{SPACE}{MEAN}"
            return _in_order([str(count) for count in range(len(measure.competences) + 1)])
        case AttributeType.RATING:
            return _in_order([str(rating) for rating in RATINGS])
        case _:
            return _in_order(attribute.values)


def _in_order(values: Iterable[str]) -> tuple[str, str]:
    """Values in their order, and the pairs of which the second is not the lower one."""
    every = tuple(values)
    pairs = [
        f"{any_of([low])}{SPACE}and{SPACE}{any_of(every[index:])}"
        for index, low in enumerate(every)
    ]
    return any_of(every), f"(?:{'|'.join(pairs)})"


def snippets_of(
    attributes: Iterable[Attribute], ids: Mapping[str, Described], measures: Measures
) -> list[dict[str, Any]]:
    """Conditions to choose from, with what their ids stand for."""
    found: list[dict[str, Any]] = []
    for attribute in attributes:
        for sentence, about in _sentences(attribute, ids, measures):
            found.append({"label": sentence, "description": about, "body": sentence})
        if attribute.type is AttributeType.MEMBERS and len(attribute.values) > 1:
            found += [_of_several(attribute, which) for which in ("one", "all", "none")]
    return found


def _sentences(
    attribute: Attribute, ids: Mapping[str, Described], measures: Measures
) -> Iterator[tuple[str, str]]:
    words = attribute.words
    family, _, last = attribute.own_words.rpartition(" ")
    match attribute.type:
        case AttributeType.FLAG:
            yield words, ids["signal"].get(last, "")
        case AttributeType.RATING:
            yield f"{words} is at least 4", ids["competence"].get(last, "")
            yield f"{words} is at most 2", ids["competence"].get(last, "")
        case AttributeType.YEARS:
            yield f"{words} is at least 2", ""
        case AttributeType.MEASURE:
            few = "4" if measures[last].is_mean else "1"
            yield f"{words} is at least {few}", ids["measure"].get(last, "")
        case _:
            verb = "is"
            if attribute.type is AttributeType.MEMBERS:
                verb = "include" if words.endswith("s") else "includes"
            known = {**ids.get(last, {}), **ids.get(last.removesuffix("s"), {})}
            for value in attribute.values:
                yield f"{words} {verb} {value}", known.get(value, "")
                if attribute.type is AttributeType.SCALE:
                    yield f"{words} is at least {value}", known.get(value, "")
                    yield f"{words} is at most {value}", known.get(value, "")


def _of_several(attribute: Attribute, which: str) -> dict[str, Any]:
    verb = "include" if attribute.words.endswith("s") else "includes"
    start = f"{attribute.words} {verb} {which} of"
    choice = ",".join(attribute.values)
    return {
        "label": f"{start} [..]",
        "description": f"{start} [...]",
        "body": f"{start} [${{1|{choice}|}}, ${{2|{choice}|}}]",
    }
