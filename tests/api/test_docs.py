"""`/docs`: pages for people, made from the same description."""

import re

from flask.testing import FlaskClient

from service.api.docs import METHODS
from service.api.problem_kinds import PROBLEM_KINDS


def test_the_first_page_names_every_operation_and_every_problem(small: FlaskClient) -> None:
    page = small.get("/docs")
    assert page.status_code == 200
    assert page.mimetype == "text/html"
    for path, methods in small.get("/openapi.json").get_json()["paths"].items():
        for method in methods.keys() & set(METHODS):
            assert f"<code>{method.upper()} {path}</code>" in page.text
    linked = re.findall(r'href="(/docs/problems/[^"]+)"', page.text)
    assert linked == [kind.page for kind in PROBLEM_KINDS]


def test_every_link_on_the_pages_leads_somewhere(small: FlaskClient) -> None:
    pages = ["/docs"]
    for path in pages:
        answer = small.get(path)
        assert answer.status_code == 200, path
        if answer.mimetype == "text/html":
            links = re.findall(r'href="([^"#]+)"', answer.text)
            pages += [link for link in links if link not in pages]
    assert set(pages) == {"/docs", "/openapi.json", *(kind.page for kind in PROBLEM_KINDS)}


def test_the_pages_take_nothing_from_elsewhere(small: FlaskClient) -> None:
    assert not re.search(r"https?://", small.get("/docs").text)
