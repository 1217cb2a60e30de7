"""A case sends something that a portal could not send.

A case that cannot be run tests nothing. What stands below `profile`, `duo` or `same answer for` is
read as if a portal had sent it: a competence that does not exist, a rating of 6 or a misspelt key
is refused. Four things are read and still told, because they are slips more often than meant: a
certificate that looks like a known one and is none, a misspelt competence with `null`, a key with
nothing behind it, and what stands twice in one list.

Write it as a portal would. When a slip is what the case is about, accept the warning.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from service.checks.cases import changed
from service.checks.profile_words import QUOTED, words_about
from service.reading.pointers import pointer_to
from service.reading.profile import Profile, ProfileError, ProfileRefused
from service.reading.sent import duo_from, profile_from
from service.reading.spelling import key_of
from service.reading.words import WordReader
from service.rulebook.cases import About, Case, as_written
from service.rulebook.diagnostics import Diagnostic, Severity, nearest
from service.rulebook.document import Mapping as FileMapping
from service.rulebook.document import Node, Scalar, Sequence
from service.rulebook.model import Rulebook
from service.rulebook.position import Position
from service.rulebook.vocabulary import Side

CODE = "case-profile"


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of one thing in a profile, and the steps that lead to it."""

    steps: tuple[str, ...]
    what: str
    hint: str
    at_key: bool = False


def check_case_profiles(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Tells of everything in the profiles of cases that keeps them from testing anything."""
    doubts_about = case_profile_check(rulebook)
    for case in rulebook.cases:
        yield from doubts_about(case)


def case_profile_check(rulebook: Rulebook) -> Callable[[Case], Iterator[Diagnostic]]:
    """What checks one case in the words of a rulebook; they are prepared once."""
    words = WordReader(rulebook)
    certificates = tuple(
        name for each in rulebook.certificates for name in (each.id, each.name, *each.aliases)
    )

    def doubts_about(case: Case) -> Iterator[Diagnostic]:
        told = tuple(_told(case.about, case.sent, words, certificates))
        yield from _diagnostics(case.entry[case.about], told)
        written = case.entry.get("same answer for", Sequence())
        assert isinstance(written, Sequence)
        for change, node in zip(case.same_answer_for, written, strict=True):
            of_both = _told(case.about, changed(case.sent, change), words, certificates)
            yield from _diagnostics(node, [each for each in of_both if each not in told])

    return doubts_about


def _told(
    about: About, sent: Mapping[str, Any], words: WordReader, certificates: tuple[str, ...]
) -> Iterator[_Told]:
    """Everything to tell of what is sent, each with the steps to where it stands."""
    people = {(): sent} if about is About.PERSON else {(s.key,): sent[s.key] for s in Side}
    for steps, profile in people.items():
        for error in _mistakes_in_unrated(profile, words):
            yield _refusal(replace(error, pointer=pointer_to(*steps) + error.pointer), sent)
        yield from _twice(steps, profile)
    try:
        if about is About.PERSON:
            words.ids_in(profile_from(sent, words.mistakes_in))
        else:
            duo_from(sent, words.mistakes_in)
    except ProfileRefused as refused:
        yield from _refusals(refused.errors, sent)
    else:
        for steps, profile in people.items():
            yield from _misspelt_certificates(steps, profile, words, certificates)


def _twice(steps: tuple[str, ...], profile: Mapping[str, Any]) -> Iterator[_Told]:
    """What stands twice in a list, in whatever spelling."""
    for field, members in profile.items():
        seen: set[str] = set()
        for place, member in enumerate(members if isinstance(members, list) else ()):
            key = key_of(member) if isinstance(member, str) else ""
            if key in seen:
                yield _Told(
                    (*steps, field, str(place)),
                    f"`{member}` stands twice under `{field}`, and counts once.",
                    "Delete one of the two, or write what was meant.",
                )
            if key:
                seen.add(key)


def _mistakes_in_unrated(profile: Mapping[str, Any], words: WordReader) -> Iterator[ProfileError]:
    """The misspelt among competences with `null`, which take nothing back and so mean nothing."""
    ratings = profile.get("competences")
    for name, rating in ratings.items() if isinstance(ratings, Mapping) else ():
        if rating is None:
            yield from words.mistakes_in(Profile(title="", competences={name: 1}))


def _refusals(errors: Iterable[ProfileError], sent: Mapping[str, Any]) -> Iterator[_Told]:
    told = [(error.code, _refusal(error, sent)) for error in errors]
    meant = {
        (*each.steps[:-1], *QUOTED.findall(each.hint)[:1])
        for code, each in told
        if code == "unknown_field"
    }
    for code, each in told:
        if not (code == "required" and each.steps in meant):  # else it is there, but misspelt
            yield replace(each, what=f"This case cannot be run: {each.what}")


def _refusal(error: ProfileError, sent: Mapping[str, Any]) -> _Told:
    steps = _steps_of(error.pointer)
    what, hint = words_about(error, steps, _value(sent, steps))
    in_ratings = len(steps) > 1 and steps[-2] == "competences"
    if in_ratings and steps[-1].isdecimal():  # {critical: 3,5}
        what = f"The comma before `{steps[-1]}` begins another competence."
        hint = "A rating is a whole number from 1 to 5, without decimals."
    return _Told(
        steps,
        what,
        hint,
        at_key=error.code == "unknown_field" or (in_ratings and error.code != "not_a_rating"),
    )


def _misspelt_certificates(
    steps: tuple[str, ...], profile: Mapping[str, Any], words: WordReader, known: tuple[str, ...]
) -> Iterator[_Told]:
    certificates = profile.get("certificates")
    if not certificates:
        return
    _, unrecognised = words.certificates(profile_from(profile).certificates)
    for place, name in enumerate(certificates):
        near = nearest(name, known) if name.strip() in unrecognised else None
        if near is not None:
            yield _Told(
                (*steps, "certificates", str(place)),
                f"`{name}` is not a certificate that Vakpad knows.",
                f"Did you mean `{near}`?",
            )


def _diagnostics(node: Node, told: Iterable[_Told]) -> Iterator[Diagnostic]:
    found = [(_position(node, each), each.what, each.hint) for each in told]
    places = {position for position, _, _ in found}
    found += [
        (
            value.position,
            f"Nothing stands behind `{key}`, which counts as unknown.",
            "Write a value, `[]` for none, or `null` for what is not known.",
        )
        for key, value in _empty(node)
        if places.isdisjoint((key.position, value.position))
    ]
    for position, what, hint in found:
        yield Diagnostic(Severity.WARNING, position, CODE, what, hint)


def _position(node: Node, told: _Told) -> Position:
    """Where it stands in the file; when it stands nowhere, what it is missing in."""
    key: Scalar | None = None
    for step in told.steps:
        if isinstance(node, FileMapping) and (step in node or as_written(step) in node):
            key = node.key(step if step in node else as_written(step))
            node = node[key]
        elif isinstance(node, Sequence) and step.isdigit() and int(step) < len(node):
            key, node = None, node[int(step)]
        else:
            break
    place = key if told.at_key and key is not None else node
    return place.at(0) if isinstance(place, Scalar) else place.position


def _empty(node: Node) -> Iterator[tuple[Scalar, Scalar]]:
    """Each key with nothing behind it, and that nothing."""
    if isinstance(node, Sequence):
        for each in node:
            yield from _empty(each)
    elif isinstance(node, FileMapping):
        for key, value in node.items():
            if isinstance(key, Scalar) and isinstance(value, Scalar) and value.plain and not value:
                yield key, value
            else:
                yield from _empty(value)


def _steps_of(pointer: str) -> tuple[str, ...]:
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def _value(sent: Any, steps: Iterable[str]) -> Any:
    for step in steps:
        sent = sent.get(step) if isinstance(sent, Mapping) else None
    return sent
