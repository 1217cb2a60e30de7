"""The page of each code: what a diagnostic means, for whoever wants to know more than its line."""

from dataclasses import dataclass

from service.checks import acceptance
from service.checks.codes import ACCEPTABLE, CODES
from service.rulebook.diagnostics import Severity

WHERE = "/docs/checks"


@dataclass(frozen=True, slots=True)
class CheckPage:
    """`title` is one line without a full stop; `paragraphs` may hold indented examples."""

    code: str
    title: str
    paragraphs: tuple[str, ...]
    severity: Severity

    @property
    def acceptable(self) -> bool:
        """Whether it can be accepted in a rule file, with a reason."""
        return self.severity is Severity.WARNING and self.code != acceptance.CODE


def address_of(code: str) -> str:
    """Where the service shows the page of a code."""
    return f"{WHERE}/{code}"


def _page(code: str) -> CheckPage:
    title, *paragraphs = CODES[code].split("\n\n")
    return CheckPage(
        code,
        " ".join(title.split()).removesuffix("."),
        tuple(paragraphs),
        Severity.WARNING if ACCEPTABLE[code] else Severity.ERROR,
    )


PAGES = {code: _page(code) for code in sorted(CODES)}
"""Every code with its page."""
