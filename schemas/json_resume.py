"""The shape of a résumé in JSON Resume 1.0: only the parts that are looked at.

Whatever else a résumé holds may have any shape, because nothing is done with it.
"""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import EXCLUDE, ValidationError, fields

from schemas.faults import SPACES, Fault, described, faults_of, faulty
from schemas.profile_fields import LIST_LONGEST, SPACES_PATTERN, Part, SentSchema

MEDIA_TYPE = "application/vnd.jsonresume+json"

EXAMPLE = {
    "basics": {"label": "PMO'er"},
    "work": [
        {
            "position": "PMO officer",
            "startDate": "2022-03",
            "highlights": ["Status reports for the steering group"],
        },
        {"position": "Project assistant", "startDate": "2019", "endDate": "2022-02"},
    ],
    "certificates": [{"name": "P3O Foundation", "date": "2023-05-12"}],
    "skills": [{"name": "Reporting", "level": "Advanced", "keywords": ["Power BI"]}],
}

Days = tuple[date, date]
"""The first and the last day that a date may be: a month or a year is no single day."""


class Words(fields.String):
    """A text of any length. An empty one counts as not filled in."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"allow_none": True} | kwargs))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str):
            raise faulty(Fault("wrong_type", f"`{attr}` is {described(value)}. Send a text."))
        return value.strip(SPACES) or None


class Day(Words):
    """A date as JSON Resume writes it; loads to `Days`."""

    WRITTEN = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

    def __init__(self, *, metadata: dict[str, Any]) -> None:
        written = r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
        pattern = f"^{SPACES_PATTERN}({written})?{SPACES_PATTERN}$"
        super().__init__(metadata={"pattern": pattern} | metadata)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        if text is None:
            return None
        found = self.WRITTEN.fullmatch(text)
        days = _days(*(int(part) if part else None for part in found.groups())) if found else None
        if days is None:
            advice = " Leave it out for a job that still runs." if attr == "endDate" else ""
            raise faulty(
                Fault(
                    "not_a_date",
                    f"`{attr}` must be a date such as 2022, 2022-03 or 2022-03-15.{advice}",
                )
            )
        return days


def _days(year: int | None, month: int | None, day: int | None) -> Days | None:
    """None for a date that does not exist."""
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])


class Entries(fields.List[Any]):
    """A list of objects."""

    def __init__(self, schema: type[SentSchema], **kwargs: Any) -> None:
        self.entry = schema()
        metadata = {"maxItems": LIST_LONGEST} | kwargs.pop("metadata", {})
        super().__init__(fields.Nested(schema), allow_none=True, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        _refuse_no_list(value, attr, "objects")
        faults: list[Fault] = []
        loaded: list[Any] = []
        for place, each in enumerate(value):
            if not isinstance(each, Mapping):
                message = f"Here an object is expected: `{{...}}`, not {described(each)}."
                faults.append(Fault("not_an_object", message, (place,)))
                continue
            try:
                loaded.append(self.entry.load(each))
            except ValidationError as error:
                faults += faults_of(error, place)
        if faults:
            raise faulty(*faults)
        return loaded


class Lines(fields.List[Any]):
    """A list of texts."""

    def __init__(self, **kwargs: Any) -> None:
        metadata = {"maxItems": LIST_LONGEST} | kwargs.pop("metadata", {})
        super().__init__(fields.String(), allow_none=True, metadata=metadata, **kwargs)

    def _deserialize(  # type: ignore[override]
        self, value: Any, attr: str | None, data: Any, **kwargs: Any
    ) -> list[str]:
        _refuse_no_list(value, attr, "texts")
        faults = [
            Fault("wrong_type", f"Here a text is expected, not {described(each)}.", (place,))
            for place, each in enumerate(value)
            if not isinstance(each, str)
        ]
        if faults:
            raise faulty(*faults)
        return list(value)


def _refuse_no_list(value: Any, attr: str | None, of: str) -> None:
    if not isinstance(value, list):
        raise faulty(Fault("wrong_type", f"`{attr}` is {described(value)}. Send a list of {of}."))
    if len(value) > LIST_LONGEST:
        message = f"`{attr}` has {len(value):,} entries. Send at most {LIST_LONGEST}."
        raise faulty(Fault("too_many", message))


class ResumePartSchema(SentSchema):
    """A part of a résumé. What it holds besides these fields is left aside and reported."""

    class Meta:
        unknown = EXCLUDE


class ResumeBasicsSchema(ResumePartSchema):
    """Of the basics only the label is used; everything personal is left aside."""

    label = Words(
        metadata={"description": "The title, when no position says it.", "examples": ["PMO'er"]}
    )


class ResumePositionSchema(ResumePartSchema):
    """A job. The present one gives the title and the years in the role."""

    position = Words(metadata={"description": "The title.", "examples": ["PMO officer"]})
    startDate = Day(  # noqa: N815
        metadata={
            "description": "When it began: YYYY, YYYY-MM or YYYY-MM-DD.",
            "examples": ["2022-03"],
        }
    )
    endDate = Day(  # noqa: N815
        metadata={"description": "When it ended; left out for a job that still runs."}
    )
    highlights = Lines(
        metadata={
            "description": "Kinds of work that are recognised here are reported, and not used as "
            "`work`: a list that is not complete would count the rest as not done."
        }
    )


class ResumeCertificateSchema(ResumePartSchema):
    """A certificate."""

    name = Words(metadata={"description": "Its name.", "examples": ["P3O Foundation"]})


class ResumeSkillSchema(ResumePartSchema):
    """A skill. Its level in words is no rating, and is left aside."""

    name = Words(metadata={"description": "Its name."})
    keywords = Lines(metadata={"description": "As with `highlights`, reported and not used."})


class ResumeSchema(ResumePartSchema):
    """A résumé as JSON Resume 1.0 has it, read as a profile.

    Needs a present position in `work` (no `endDate`) or a `label` in `basics`. Everything that is
    not used is reported in `import`, with the reason; nothing personal is looked at.
    """

    basics = Part(ResumeBasicsSchema, metadata={"description": "About the person."})
    work = Entries(ResumePositionSchema, metadata={"description": "Jobs."})
    certificates = Entries(
        ResumeCertificateSchema,
        metadata={"description": "When it is there, it counts as the complete list."},
    )
    skills = Entries(ResumeSkillSchema, metadata={"description": "Skills."})
