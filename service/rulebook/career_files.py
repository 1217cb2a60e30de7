"""Reads roles.yaml and moves.yaml."""

from typing import Any

from schemas.rule_files import MoveSchema, RoleSchema
from service.rulebook.career import Move, Place, Role, SeeAlso
from service.rulebook.conditions import Condition, Operator
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Node, Scalar
from service.rulebook.position import Position
from service.rulebook.rules import LevelStep
from service.rulebook.sentences import SentenceReader
from service.rulebook.shapes import declared, entries, text_of, warn_when_cut
from service.rulebook.vocabulary import AttributeType
from service.rulebook.word_lists import WordLists

ASK_FORMS = (
    "A role asks `competence X is at least N` (a functional competence), "
    "`certificates include C` or `work includes W`."
)


def read_roles(
    node: Node | None, lists: WordLists, sentences: SentenceReader, report: Report
) -> tuple[Role, ...]:
    places = {
        place.role: place
        for specialisation in lists.known["specialisation"]
        for level in lists.known["level"]
        if (place := Place(specialisation, level))
    }
    roles = [
        _role(entry.data, places, lists, sentences, report)
        for entry in entries(RoleSchema, node, "role", report)
        if entry.complete
    ]
    seen = _once(node, "role", report)
    for missing in [role for role in places if role not in seen]:
        report.error(
            Position("roles.yaml", 1, 1),
            "missing-role",
            f"The role `{missing}` is missing: every specialisation has a role on every level.",
            f"Add an entry `- role: {missing}`.",
        )
    return tuple(role for role in roles if role is not None)


def _role(
    data: dict[str, Any],
    places: dict[str, Place],
    lists: WordLists,
    sentences: SentenceReader,
    report: Report,
) -> Role | None:
    id = data["role"]
    asks = tuple(
        condition
        for text in data["asks"]
        if (condition := sentences.condition(text)) is not None
        and _can_be_asked(condition, text, lists, report)
    )
    for each in data["see_also"]:
        warn_when_cut(each["name"], report)
    if id not in places:
        report.error(
            id.position,
            "unknown-role",
            f"`{id}` is not a role inside PMO: a role is a specialisation and a level.",
            did_you_mean(id, places, f"Write for example `{next(iter(places), '')}`."),
        )
        return None
    return Role(
        id=str(id),
        place=places[id],
        title=text_of(data["title"], report),
        description=text_of(data["description"], report),
        asks=asks,
        see_also=tuple(
            SeeAlso(str(each["name"]), _plain(each["link"]), _plain(each["licence"]))
            for each in data["see_also"]
        ),
        position=id.position,
    )


def _can_be_asked(condition: Condition, text: Scalar, lists: WordLists, report: Report) -> bool:
    attribute = condition.attribute
    functional = {each.id for each in lists.competences if each.functional}
    asks_competence = (
        attribute.type is AttributeType.RATING and condition.operator is Operator.IS_AT_LEAST
    )
    if asks_competence and attribute.words.removeprefix("competence ") not in functional:
        report.error(
            text.position,
            "trait-asked",
            f"`{attribute.words}` is a trait, and a role never asks traits.",
            "Ask a functional competence, or let a growth rule give points for the trait.",
        )
        return False
    asks_one = (
        attribute.id in {"certificates", "work"}
        and condition.operator is Operator.INCLUDES_ONE
        and len(condition.values) == 1
    )
    if not asks_competence and not asks_one:
        report.error(text.position, "cannot-be-asked", f"A role cannot ask `{text}`.", ASK_FORMS)
        return False
    return True


def read_moves(node: Node | None, lists: WordLists, report: Report) -> tuple[Move, ...]:
    _once(node, "move", report)
    moves = [
        _move(entry.data, lists, report)
        for entry in entries(MoveSchema, node, "move", report)
        if entry.complete
    ]
    return tuple(move for move in moves if move is not None)


def _move(data: dict[str, Any], lists: WordLists, report: Report) -> Move | None:
    origin, to = data["from_"], data["to"]
    outside = origin == "outside"
    ids = [
        ("specialisation", to["specialisation"]),
        *(("level", each) for each in to["levels"] or []),
    ]
    if not outside:
        ids += [("specialisation", origin["specialisation"])]
        ids += [("level", each) for each in origin["levels"]]
    if not all(_exists(family, id, lists, report) for family, id in ids):
        return None
    if outside is (to["levels"] is None) or outside is (to["level"] is not None):
        report.error(
            data["move"].position,
            "wrong-shape",
            "A move inside PMO has `level: ...` (a step); entry from outside has `levels: [...]`.",
            "Below `to:` write `levels: [junior, medior]`."
            if outside
            else "Below `to:` write `level: same or one up`.",
        )
        return None
    # There are none when the vocabulary could not be read.
    highest = lists.known["level"][-1:]
    for level in to["levels"] or []:
        if level in highest:
            report.error(
                level.position,
                "entry-at-the-top",
                f"Nobody enters PMO at `{level}` from outside.",
                "Leave this level out.",
            )
    return Move(
        id=str(data["move"]),
        about=text_of(data["about"], report),
        from_specialisation=None if outside else str(origin["specialisation"]),
        from_levels=() if outside else _in_order(origin["levels"], lists),
        to_specialisation=str(to["specialisation"]),
        step=None if outside else LevelStep(to["level"]),
        entry_levels=_in_order(to["levels"], lists) if outside else (),
    )


def _in_order(levels: list[Scalar], lists: WordLists) -> tuple[str, ...]:
    return tuple(level for level in lists.known["level"] if level in levels)


def _exists(family: str, id: Scalar, lists: WordLists, report: Report) -> bool:
    known = lists.known[family]
    if id in known or not known:  # a list without entries is told about elsewhere
        return True
    report.error(
        id.position,
        "unknown-id",
        f"`{id}` is not a {family}.",
        did_you_mean(id, known, f"Known are {listed(known)}."),
    )
    return False


def _once(node: Node | None, key: str, report: Report) -> set[str]:
    """The ids under `key`; one that stands there twice is told."""
    seen: dict[str, Scalar] = {}
    for id in declared(node, key):
        first = seen.setdefault(str(id), id)
        if first is not id:
            report.error(
                id.position,
                "duplicate-id",
                f"`{id}` exists already: {first.position}.",
                "Give this one another id, or delete one of the two.",
            )
    return set(seen)


def _plain(scalar: Scalar | None) -> str | None:
    return None if scalar is None else str(scalar)
