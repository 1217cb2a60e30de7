"""JSON Resume 1.0 as a profile. Whatever a résumé holds is used, or ignored for a stated reason.

Nothing here knows what day it is: the caller says so.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from marshmallow import ValidationError

from schemas.faults import faults_of, name_of
from schemas.json_resume import ResumeSchema
from service.imports import reasons
from service.imports.model import Ignored, Imported, Used
from service.imports.positions import Standing, present_position, standing_of, tenths_of_years
from service.imports.work_in_text import WorkInText
from service.reading.certificates import CertificateNames
from service.reading.pointers import pointer_to
from service.reading.profile import Profile, ProfileError, ProfileRefused
from service.reading.sent import refusal_of
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import TENTHS, YEARS_MAXIMUM, Text

FORMAT = "jsonresume"

FIELDS = (
    "current",
    "experience.years_in_role",
    "experience.years_in_pmo",
    "competences",
    "certificates",
    "work",
    "ambition",
    "goals",
)
"""What a profile can say about a person besides the title, in the order of its documentation."""

NOT_NEEDED_SECTIONS = (
    "volunteer",
    "education",
    "awards",
    "publications",
    "languages",
    "interests",
    "references",
    "projects",
)
ABOUT_THE_DOCUMENT = ("$schema", "meta")
FREE_TEXTS = ("summary", "description", "highlights")

_SCHEMA = ResumeSchema()
_NOTHING: tuple[Any, ...] = (None, "", [], {})

Resume = Mapping[str, Any]


def import_resume(document: Mapping[str, Any], rulebook: Rulebook, today: date) -> Imported:
    """The profile in a résumé, with an account of everything that the résumé holds.

    Raises `ProfileRefused`, with pointers into the résumé, for parts of another shape than JSON
    Resume has, and for one that gives no title.
    """
    try:
        resume = _SCHEMA.load(document)
    except ValidationError as error:
        raise refusal_of(error, document) from None
    return _Import(document, resume, rulebook, today).outcome()


class _Import:
    """One résumé on its way: `document` is how it was sent, `resume` its checked parts."""

    def __init__(
        self, document: Mapping[str, Any], resume: Resume, rulebook: Rulebook, today: date
    ) -> None:
        self._document = document
        self._resume = resume
        self._rulebook = rulebook
        self._today = today
        self._positions: list[Resume] = resume.get("work") or []
        self._present = present_position(self._positions, today)
        self._used: list[Used] = []
        self._reported_work: set[str] = set()

    @cached_property
    def _known_certificates(self) -> CertificateNames:
        return CertificateNames(self._rulebook)

    @cached_property
    def _work_in_text(self) -> WorkInText:
        return WorkInText(self._rulebook)

    def outcome(self) -> Imported:
        title = self._title()
        years = self._years()
        certificates = self._certificates()
        used_fields = {used.field for used in self._used}
        return Imported(
            format=FORMAT,
            profile=Profile(title=title, years_in_role=years, certificates=certificates),
            used=tuple(self._used),
            ignored=tuple(self._ignored()),
            unknown=tuple(field for field in FIELDS if field not in used_fields),
        )

    # ---- What is used ------------------------------------------------------

    def _title(self) -> str:
        label = (self._resume.get("basics") or {}).get("label")
        if self._present is not None:
            steps: tuple[str | int, ...] = ("work", self._present, "position")
            title = self._positions[self._present]["position"]
        elif label is not None:
            steps, title = ("basics", "label"), label
        else:
            raise ProfileRefused(_NO_TITLE)
        title = _name(title, f"`{steps[-1]}`", *steps)
        self._used.append(Used(pointer_to(*steps), "title", title))
        return title

    def _years(self) -> int | None:
        """Tenths, from the last day on which the present position can have begun."""
        began = None if self._present is None else self._positions[self._present].get("startDate")
        if began is None:
            return None
        years = tenths_of_years(min(began[1], self._today), self._today)
        if years > YEARS_MAXIMUM * TENTHS:
            return None
        pointer = pointer_to("work", self._present or 0, "startDate")
        self._used.append(Used(pointer, "experience.years_in_role", years / TENTHS))
        return years

    def _certificates(self) -> tuple[str, ...] | None:
        entries: list[Resume] | None = self._resume.get("certificates")
        if entries is None:
            return None
        names: list[str] = []
        errors: list[ProfileError] = []
        used: list[Used] = []
        for place, entry in enumerate(entries):
            if entry.get("name") is None:
                continue
            steps = ("certificates", place, "name")
            try:
                names.append(_name(entry["name"], "The name of a certificate", *steps))
            except ProfileRefused as refused:
                errors += refused.errors
                continue
            used += [
                Used(pointer_to(*steps), "certificates", id)
                for id in self._known_certificates.find(names[-1])
            ]
        if errors:
            raise ProfileRefused(tuple(errors))
        if entries and not names:
            return None
        # Without one that is known, the list itself is what tells: it holds none that counts.
        self._used += used or [Used(pointer_to("certificates"), "certificates", ())]
        return tuple(names)

    # ---- What is not, in the order of the résumé ---------------------------

    def _ignored(self) -> Iterator[Ignored]:
        for name, section in self._document.items():
            if section in _NOTHING:
                continue
            match name:
                case "basics":
                    yield from self._ignored_basics(section)
                case "work":
                    yield from self._ignored_positions(section)
                case "certificates":
                    yield from self._ignored_certificates(section)
                case "skills":
                    yield from self._ignored_skills(section)
                case _:
                    yield Ignored(pointer_to(name), _why_section(name))

    def _ignored_basics(self, basics: Resume) -> Iterator[Ignored]:
        for name, value in basics.items():
            if value in _NOTHING:
                continue
            if name == "label" and self._present is None:
                continue
            why = reasons.LABEL_NOT_NEEDED if name == "label" else _why_field(name)
            yield Ignored(pointer_to("basics", name), why)

    def _ignored_positions(self, positions: list[Resume]) -> Iterator[Ignored]:
        for place, position in enumerate(positions):
            if place == self._present:
                yield from self._ignored_in_present(position, place)
            elif position:
                standing = standing_of(self._positions[place], self._today)
                yield Ignored(pointer_to("work", place), _WHY_POSITION[standing])

    def _ignored_in_present(self, position: Resume, place: int) -> Iterator[Ignored]:
        dated = any(used.field == "experience.years_in_role" for used in self._used)
        for name, value in position.items():
            if value in _NOTHING or name == "position" or (name == "startDate" and dated):
                continue
            steps = ("work", place, name)
            match name:
                case "startDate":
                    yield Ignored(pointer_to(*steps), reasons.TOO_MANY_YEARS)
                case "endDate":
                    yield Ignored(pointer_to(*steps), reasons.STILL_RUNS)
                case "highlights":
                    yield from self._named_work(value, *steps)
                    yield Ignored(pointer_to(*steps), _why_field(name))
                case _:
                    yield Ignored(pointer_to(*steps), _why_field(name))

    def _ignored_certificates(self, certificates: list[Resume]) -> Iterator[Ignored]:
        for place, checked in enumerate(self._resume["certificates"]):
            name = checked.get("name")
            if name is None:
                yield Ignored(pointer_to("certificates", place), reasons.CERTIFICATE_WITHOUT_NAME)
            elif not self._known_certificates.find(name):
                yield Ignored(
                    pointer_to("certificates", place, "name"), reasons.UNRECOGNISED_CERTIFICATE
                )
        if any(certificate.keys() - {"name"} for certificate in certificates):
            yield Ignored(pointer_to("certificates"), reasons.ONLY_THE_NAME)

    def _ignored_skills(self, skills: list[Resume]) -> Iterator[Ignored]:
        for place, skill in enumerate(skills):
            for name, value in skill.items():
                if name == "level" and value not in _NOTHING:
                    yield Ignored(pointer_to("skills", place, name), reasons.LEVEL_IN_WORDS)
                elif name == "name" and value:
                    yield from self._named_work([value], "skills", place, name, listed=False)
                elif name == "keywords" and value:
                    yield from self._named_work(value, "skills", place, name)
        yield Ignored(pointer_to("skills"), reasons.SKILL_WITHOUT_RATING)

    def _named_work(
        self, texts: list[str], *steps: str | int, listed: bool = True
    ) -> Iterator[Ignored]:
        """The kinds of work that these texts name, each reported where it is first found."""
        for place, text in enumerate(texts):
            for id in self._work_in_text.named_in(text):
                if id not in self._reported_work:
                    self._reported_work.add(id)
                    below = (place,) if listed else ()
                    yield Ignored(pointer_to(*steps, *below), reasons.recognised_work(id))


_NO_TITLE = (
    ProfileError(
        "/work",
        "required",
        "No position here runs today: there is none with a `position` and without an `endDate`. "
        "Send the present position, or `basics.label`.",
    ),
    ProfileError(
        "/basics/label",
        "required",
        "`label` is missing, and no present position gives the title. Send one of the two.",
    ),
)

_WHY_POSITION = {
    Standing.PRESENT: reasons.OTHER_POSITION,
    Standing.EARLIER: reasons.EARLIER_POSITION,
    Standing.LATER: reasons.LATER_POSITION,
    Standing.WITHOUT_TITLE: reasons.POSITION_WITHOUT_TITLE,
}


def _why_section(name: str) -> Text:
    if name in ABOUT_THE_DOCUMENT:
        return reasons.ABOUT_THE_DOCUMENT
    return reasons.NOT_NEEDED if name in NOT_NEEDED_SECTIONS else reasons.NOT_IN_THE_STANDARD


def _why_field(name: str) -> Text:
    return reasons.FREE_TEXT if name in FREE_TEXTS else reasons.NOT_NEEDED


def _name(text: str, what: str, *steps: str | int) -> str:
    """The text as a profile may hold it; `ProfileRefused` for one that is too long or broken."""
    try:
        return name_of(text, what)
    except ValidationError as error:
        raise ProfileRefused(
            tuple(
                ProfileError(pointer_to(*steps), fault.code, fault.message)
                for fault in faults_of(error)
            )
        ) from None
