"""Reads `step times` in vocabulary.yaml: how long steps usually take, to be shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from service.rulebook.career import Span, StepTimes
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Scalar
from service.rulebook.shapes import text_of


def read_step_times(data: Mapping[str, Any], levels: Sequence[str], report: Report) -> StepTimes:
    """The times in data that `StepTimesSchema` loaded; `levels` are those of the vocabulary."""
    up: dict[str, Span] = {}
    above = levels[1:]
    otherwise = f"Steps up lead to {listed(above)}."
    for each in data["up"]:
        level: Scalar = each["level"]
        if level not in above:
            report.error(
                level.position,
                "unknown-id",
                f"No step up leads to `{level}`.",
                did_you_mean(level, above, otherwise)
                if level not in levels
                else f"Leave it out. {otherwise}",
            )
        elif level in up:
            report.error(
                level.position,
                "duplicate-id",
                f"The time of a step up to `{level}` stands here twice.",
                "Delete one of the two.",
            )
        else:
            up[str(level)] = Span(*each["years"])
    return StepTimes(
        source=text_of(data["source"], report),
        up=tuple((level, up[level]) for level in levels if level in up),
        lateral=_span(data["lateral"]),
        entry=_span(data["entry"]),
        step_back=_span(data["step_back"]),
    )


def _span(years: tuple[int, int] | None) -> Span | None:
    return None if years is None else Span(*years)
