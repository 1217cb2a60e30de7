"""What a case expects of what is said to a duo."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.advice.partnership import PairingReason, Partnership
from service.checks.differences import (
    UNKNOWN,
    Check,
    Difference,
    all_of,
    enumerated,
    none_of,
    parts_of,
)
from service.checks.expected_reading import reading_in_words
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Side


def differences_in_partnership(
    expect: Mapping[str, Any], partnership: Partnership, rulebook: Rulebook
) -> Iterator[Difference]:
    for key, expected in expect.items():
        yield from CHECKS[key](key, expected, partnership, rulebook)


def partnership_in_words(partnership: Partnership) -> dict[str, str]:
    """What must stay the same when only the way of telling changes."""
    place = partnership.pmo.present
    return {
        "readings, pmo, specialisation": place.specialisation or UNKNOWN,
        "readings, pmo, level": place.level or UNKNOWN,
        "completes": enumerated(_completes(partnership)),
        "tension": enumerated(_tension(partnership)),
        "fits tip": enumerated(
            f"{tip.text.tip} (because of {enumerated(_ids(tip.because))})"
            for tip in partnership.tips
            if tip.because
        ),
    }


def _check_readings(
    key: str, expected: Any, partnership: Partnership, _: Rulebook
) -> Iterator[Difference]:
    partners = {Side.PMO: partnership.pmo, Side.PROJECT_MANAGER: partnership.project_manager}
    for side, parts in expected.items():
        partner = partners[Side(side)]
        found = reading_in_words(partner.reading, partner.present)
        yield from parts_of(f"{key}, {side}", parts, found)


def _completes(partnership: Partnership) -> list[str]:
    return _ids(partnership.completes)


def _tension(partnership: Partnership) -> list[str]:
    return _ids(partnership.tensions)


def _tips(partnership: Partnership) -> list[str]:
    """Those with a reason; every duo gets the tips themselves."""
    return [tip.text.tip.value for tip in partnership.tips if tip.because]


def _fired(partnership: Partnership) -> list[str]:
    fitting = [reason for tip in partnership.tips for reason in tip.because]
    return _ids((*partnership.completes, *partnership.tensions, *fitting))


def _ids(reasons: Iterable[PairingReason]) -> list[str]:
    return [reason.rule.id for reason in reasons]


CHECKS: Mapping[str, Check[Partnership]] = {
    "readings": _check_readings,
    "completes": all_of(_completes),
    "not completes": none_of(_completes),
    "tension": all_of(_tension),
    "not tension": none_of(_tension),
    "fits tip": all_of(_tips),
    "not fits tip": none_of(_tips),
    "fired": all_of(_fired),
    "not fired": none_of(_fired),
}
