"""Names that two entries of one list share: only one of the two would ever be found by it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.rulebook.diagnostics import Report
from service.rulebook.document import Scalar

Data = Mapping[str, Any]
"""A complete entry of competences, certificates, work or goals."""


def check_names(key: str, entries: Iterable[Data], report: Report) -> None:
    """Tells each name or phrase that stands in two entries; `key` holds the id of an entry."""
    listed = list(entries)
    ids = {str(each[key]): each[key] for each in listed}
    _check("name", key, ((each, _names(each)) for each in listed), ids, report)
    _check("phrase", key, ((each, _phrases(each)) for each in listed), {}, report)


def _check(
    what: str,
    key: str,
    named: Iterable[tuple[Data, Iterable[Scalar]]],
    ids: Mapping[str, Scalar],
    report: Report,
) -> None:
    seen = {_plain(id): (id, str(id)) for id in ids.values()}
    for entry, names in named:
        own = str(entry[key])
        for name in names:
            first, owner = seen.setdefault(_plain(name), (name, own))
            if owner != own:
                report.error(
                    name.position,
                    "duplicate-name",
                    f"`{name}` is already a {what} of `{owner}`: {first.position}.",
                    "Take it out of one of the two.",
                )


def _names(entry: Data) -> Iterator[Scalar]:
    name = entry["name"]
    yield from name.values() if isinstance(name, Mapping) else [name]
    yield from entry["aliases"]


def _phrases(entry: Data) -> Iterator[Scalar]:
    for phrases in entry.get("phrases", {}).values():
        yield from phrases


def _plain(name: str) -> str:
    """A name as it is looked up: capitals, hyphens and spaces make no difference."""
    return re.sub(r"[\s-]+", " ", name).strip().casefold()
