"""Every command is on the pages that career advisors and people who run the service read."""

import pytest
from documentation.examples import ROOT

from service.cli import COMMANDS

PAGES = "".join(
    (ROOT / page).read_text(encoding="utf-8")
    for page in ("README.md", "docs/advisors/nl.md", "docs/advisors/en.md")
)


@pytest.mark.parametrize("command", [*COMMANDS])
def test_every_command_is_documented(command: str) -> None:
    assert f"vakpad {command}" in PAGES or f"make {command}" in PAGES
