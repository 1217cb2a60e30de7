"""Rule files become a checked, typed, immutable rulebook."""

from service.rulebook.diagnostics import Diagnostic, RulebookErrors, Severity
from service.rulebook.load import load_rulebook, read_rulebook
from service.rulebook.model import Rulebook

__all__ = [
    "Diagnostic",
    "Rulebook",
    "RulebookErrors",
    "Severity",
    "load_rulebook",
    "read_rulebook",
]
