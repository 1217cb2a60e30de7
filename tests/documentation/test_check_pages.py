"""docs/checks/ says of every code what the code itself says, and leads everywhere."""

import re

import pytest
from documentation.check_pages import FOLDER, pages

from service.checks.pages import PAGES

PAGES_NOW = pages()


def test_there_is_a_page_for_every_code_and_no_other() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        *(f"{code}.md" for code in PAGES),
        "README.md",
    }


@pytest.mark.parametrize("name", PAGES_NOW)
def test_the_page_is_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES_NOW[name], "Type: make checks"


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_says_what_it_is_about_and_more(page) -> None:  # type: ignore[no-untyped-def]
    assert 5 <= len(page.title) <= 100
    assert not page.title.endswith(".")
    sentences = re.split(r"[.?!] ", " ".join(" ".join(page.paragraphs).split()))
    assert 2 <= len(sentences) <= 6


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for text in PAGES_NOW.values():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert target in PAGES_NOW


def test_the_index_leads_to_every_page() -> None:
    linked = re.findall(r"\]\(([^)]+)\.md\): ", PAGES_NOW["README.md"])
    assert sorted(linked) == sorted(PAGES)
