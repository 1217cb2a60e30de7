"""Lengths: a text that is much longer in one language than in the other.

Both languages say the same with the same care. When one is much longer, something was added to it
or left out of the other. It is a warning: sometimes one language just needs more words.
"""

from collections.abc import Iterator

from service.checks.texts import texts_in
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import LANGUAGES

CODE = "unequal-length"

SHORT = 60
"""Characters. Names and single remarks differ by a word or two, and that says nothing."""

MOST = 1.5
"""Times as long as the other; the shipped texts that are not short stay within 1.4 times."""

NAMES = {"nl": "Dutch", "en": "English"}


def check_lengths(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Every text of which the two languages differ much in length, at the longer one."""
    for found in texts_in(rulebook):
        nl, en = len(found.text.nl), len(found.text.en)
        if max(nl, en) >= SHORT and max(nl, en) > MOST * min(nl, en):
            longer, shorter = LANGUAGES if nl > en else LANGUAGES[::-1]
            yield Diagnostic(
                Severity.WARNING,
                found.position(longer),
                CODE,
                f"In {found.name} the {NAMES[longer]} text has {max(nl, en)} characters and the "
                f"{NAMES[shorter]} one {min(nl, en)}.",
                f"Say the same in both: add to `{shorter}` what is missing there, or leave it out "
                f"of `{longer}`.",
            )
