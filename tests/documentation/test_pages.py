"""The pages beside the README name only what is there."""

import re
from pathlib import Path

import pytest
from documentation.examples import ROOT

PAGES = sorted([*ROOT.glob("docs/**/*.md"), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"])
CODE = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|yaml|md))`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_into_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


# The pages about codes show files of an example.
@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.parent.name != "checks"],
    ids=lambda page: str(page.relative_to(ROOT)),
)
def test_every_file_that_is_named_exists(page: Path) -> None:
    roots = (ROOT, ROOT / "service", ROOT / "rules", ROOT / "tests")
    named = CODE.findall(page.read_text(encoding="utf-8"))
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []
