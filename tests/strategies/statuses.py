"""What findings say of every rule."""

from service.engine.findings import Findings, Status


def statuses_of(findings: Findings) -> dict[str, Status]:
    """By the id of a rule, in no order."""
    found: dict[str, Status] = {}
    for rule in findings.asked:
        status = findings.status_of(rule)
        assert status is not None
        found[rule.id] = status
    return found
