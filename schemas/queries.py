"""The shapes of queries: what can stand after the `?` of a path."""

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from schemas.faults import NAME_LONGEST, Fault, faulty, nearest, shown
from schemas.profile_fields import Name, RequiredName, SentSchema

STAGES = ("settling", "signals", "growth", "messages", "partnership")
PAGE_HIGHEST = 1_000_000
PAGE_SIZE_USUAL, PAGE_SIZE_HIGHEST = 50, 200
_WHOLE = re.compile(r"[1-9][0-9]{0,6}")


class QuerySchema(SentSchema):
    """A query. Parameters that it does not have are refused, each by its name."""

    def _unknown(self, name: str) -> Fault:
        known = tuple(self.fields)
        near = nearest(name, known)
        if near:
            advice = f"Did you mean `{near}`?"
        elif known:
            advice = f"Leave it out. The parameters are {', '.join(f'`{each}`' for each in known)}."
        else:
            advice = "Leave it out: this path takes no parameters."
        # A name that is too long would make a pointer that nobody can read.
        steps = (name,) if len(name) <= NAME_LONGEST else ()
        return Fault("unknown_parameter", f"There is no parameter {shown(name)}. {advice}", steps)


class StageField(fields.String):
    """One of the stages, by the name of its folder."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        if value in STAGES:
            return str(value)
        near = nearest(value, STAGES)
        advice = (
            f"Did you mean `{near}`?"
            if near
            else f"Send one of {', '.join(f'`{each}`' for each in STAGES)}."
        )
        raise faulty(Fault("unknown_stage", f"There is no stage {shown(value)}. {advice}"))


class Count(fields.Integer):
    """A whole number from 1, in digits."""

    def __init__(self, highest: int, *, load_default: int, description: str) -> None:
        super().__init__(
            load_default=load_default,
            metadata={"description": description, "minimum": 1, "maximum": highest},
        )
        self.highest = highest

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> int:
        if _WHOLE.fullmatch(value) and int(value) <= self.highest:
            return int(value)
        raise faulty(
            Fault(
                "not_a_count",
                f"`{attr}` must be a whole number from 1 to {self.highest:,}, in digits.",
            )
        )


class NoQuerySchema(QuerySchema):
    """A path that takes no parameters."""


class RulesQuerySchema(QuerySchema):
    """Which rules to list."""

    stage = StageField(
        metadata={
            "description": "Only the rules of this stage.",
            "enum": list(STAGES),
            "examples": ["growth"],
        }
    )
    specialisation = Name(
        allow_none=False,
        metadata={
            "description": "The id of a specialisation. Only the rules that settle it as the "
            "present one, that recommend it, advise against it or rule it out, and those with a "
            "condition that names it: on the present specialisation, on the one that was sent, on "
            "what the title may mean, on the first recommendation, or on the one of a duo in PMO.",
            "examples": ["governance"],
        },
    )
    attribute = Name(
        allow_none=False,
        metadata={
            "description": "The id of an attribute in the vocabulary. Only the rules with a "
            "condition on it.",
            "examples": ["competence.analytical"],
        },
    )
    page = Count(PAGE_HIGHEST, load_default=1, description="Which page; the first is 1.")
    page_size = Count(
        PAGE_SIZE_HIGHEST, load_default=PAGE_SIZE_USUAL, description="How many rules on a page."
    )


class TitleQuerySchema(QuerySchema):
    """Which title to read."""

    q = RequiredName(
        missing="Send the title in `q`, such as `?q=PMO%20officer`.",
        metadata={
            "description": "A job title, in Dutch or English, as someone would write it.",
            "examples": ["Senior PMO'er"],
        },
    )
