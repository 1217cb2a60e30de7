"""What a case expects of how a profile was understood."""

from service.advice.model import PresentPlace
from service.checks.differences import UNKNOWN
from service.reading.model import Reading


def reading_in_words(reading: Reading, present: PresentPlace) -> dict[str, str | None]:
    """By the names that stand below `reading`; None for a place that is not settled."""
    kind = reading.title.kind
    return {
        "kind": kind.value if kind else UNKNOWN,
        "specialisation": present.specialisation,
        "level": present.level,
    }
