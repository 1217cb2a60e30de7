"""Everything that is doubtful in a rulebook that loads: all checks, one after the other."""

from collections.abc import Iterator

from service.checks.case_profiles import check_case_profiles
from service.checks.lengths import check_lengths
from service.checks.placeholders import check_placeholders
from service.checks.tone import check_tone
from service.rulebook.diagnostics import Diagnostic
from service.rulebook.model import Rulebook

CHECKS = (check_case_profiles, check_tone, check_lengths, check_placeholders)


def doubts_about(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """What every check has to say."""
    for check in CHECKS:
        yield from check(rulebook)
