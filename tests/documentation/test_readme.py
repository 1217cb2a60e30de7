"""The README tells what is so."""

import re

from documentation.examples import README, ROOT, written


def test_every_example_is_what_the_project_does() -> None:
    text = README.read_text(encoding="utf-8")
    assert written(text) == text, "Run `make examples` and look at what changed."


def test_every_link_into_the_project_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
