"""Reads titles.yaml."""

from typing import Any

from schemas.rule_files import TitlesSchema
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Node, Scalar
from service.rulebook.shapes import one_entry
from service.rulebook.titles import SeniorityWord, TitleEntry, TitleForm, TitleKind, TitleList
from service.rulebook.word_lists import WordLists


def read_titles(node: Node | None, lists: WordLists, report: Report) -> TitleList:
    entry = one_entry(TitlesSchema, node, report) if node is not None else None
    if entry is None or not entry.complete:
        return TitleList((), (), (), ())
    data = entry.data
    seen: dict[str, Scalar] = {}
    for each in data["titles"]:
        first = seen.setdefault(str(each["title"]), each["title"])
        if first is not each["title"]:
            report.error(
                each["title"].position,
                "duplicate-id",
                f"The title `{first}` stands twice: {first.position} and {each['title'].position}.",
                "Give one of the two another id, or put the names together.",
            )
    _check_names(data["titles"], report)
    return TitleList(
        entries=tuple(_title(each, lists, report) for each in data["titles"]),
        same_word=tuple(tuple(str(word) for word in words) for words in data["same_word"]),
        noise=tuple(str(word) for word in data["noise"]),
        around=tuple(str(word) for word in data["around"]),
        seniority=tuple(
            SeniorityWord(
                tuple(str(word) for word in each["words"]),
                _known(each["levels"], "level", lists, report),
            )
            for each in data["seniority"]
        ),
    )


def _check_names(titles: list[dict[str, Any]], report: Report) -> None:
    """One name has one reading: a second one would silently take over, or never be reached."""
    seen: dict[str, tuple[Scalar, Scalar]] = {}
    for each in titles:
        for name in each["names"]:
            first, title = seen.setdefault(name.casefold(), (name, each["title"]))
            if title is not each["title"]:
                report.error(
                    name.position,
                    "duplicate-name",
                    f"`{name}` is already a name of the title `{title}`: {first.position}.",
                    "Take it out of one of the two.",
                )


def _title(data: dict[str, Any], lists: WordLists, report: Report) -> TitleEntry:
    kinds = tuple(TitleKind(kind) for kind in data["kind"])
    usually = data["usually"] or {}
    specialisations = _known(data["specialisations"], "specialisation", lists, report)
    levels = _known(data["levels"], "level", lists, report)
    _check_pmo(data, kinds, report)
    professions = _known(
        [data["profession"]] if data["profession"] else [], "profession", lists, report
    )
    _check_profession(data, kinds, report)
    _check_usual(usually.get("specialisation"), specialisations, report)
    _check_usual(usually.get("level"), levels, report)
    return TitleEntry(
        id=str(data["title"]),
        names=tuple(str(name) for name in data["names"]),
        kinds=kinds,
        form=TitleForm(data["form"]),
        specialisations=specialisations,
        levels=levels or lists.known["level"],
        usual_specialisation=_plain(usually.get("specialisation")),
        usual_level=_plain(usually.get("level")),
        container=data["container"] == "true",
        profession=next(iter(professions), None),
        positions=tuple(name.position for name in data["names"]),
    )


def _check_pmo(data: dict[str, Any], kinds: tuple[TitleKind, ...], report: Report) -> None:
    may_be_pmo = TitleKind.PMO in kinds
    if may_be_pmo and not (data["specialisations"] and data["levels"]):
        report.error(
            data["title"].position,
            "missing-key",
            f"`{data['title']}` may be a PMO title, so it needs `specialisations` and `levels`.",
            "Add both, for example `specialisations: [office]` and `levels: [junior, medior]`.",
        )
    if not may_be_pmo and data["specialisations"]:
        report.error(
            data["title"].position,
            "wrong-shape",
            f"`{data['title']}` is not a PMO title, so it has no specialisations.",
            "Delete the line `specialisations`, or write `kind: pmo`.",
        )


def _check_profession(data: dict[str, Any], kinds: tuple[TitleKind, ...], report: Report) -> None:
    if data["profession"] and kinds != (TitleKind.ADJACENT,):
        report.error(
            data["profession"].position,
            "wrong-shape",
            f"`{data['title']}` is not a title of an adjacent profession only.",
            "Delete the line `profession`, or write `kind: adjacent`.",
        )


def _check_usual(usual: Scalar | None, allowed: tuple[str, ...], report: Report) -> None:
    if usual is not None and usual not in allowed:
        report.error(
            usual.position,
            "unknown-id",
            f"`{usual}` is not among what this title allows.",
            did_you_mean(usual, allowed, f"It allows {listed(allowed)}."),
        )


def _known(ids: list[Scalar], family: str, lists: WordLists, report: Report) -> tuple[str, ...]:
    """The ids in the order of the vocabulary."""
    known = lists.known[family]
    for id in ids:
        if (known or family == "profession") and id not in known:
            report.error(
                id.position,
                "unknown-id",
                f"`{id}` is not a {family}.",
                did_you_mean(id, known, f"Known are {listed(known)}."),
            )
    return tuple(each for each in known if each in ids)


def _plain(scalar: Scalar | None) -> str | None:
    return None if scalar is None else str(scalar)
