"""`/docs`: pages for people, made from the same description."""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.api.docs import METHODS, PAGES
from service.api.problem_kinds import PROBLEM_KINDS
from service.api.scales import rating_for
from service.checks.pages import PAGES as CHECK_PAGES
from service.checks.pages import address_of


def test_the_first_page_names_every_operation_and_every_problem(small: FlaskClient) -> None:
    page = small.get("/docs")
    assert page.status_code == 200
    assert page.mimetype == "text/html"
    for path, methods in small.get("/openapi.json").get_json()["paths"].items():
        for method in methods.keys() & set(METHODS):
            assert f"<code>{method.upper()} {path}</code>" in page.text
    linked = re.findall(r'href="(/docs/problems/[^"]+)"', page.text)
    assert linked == [kind.page for kind in PROBLEM_KINDS]


def _crawled(client: FlaskClient) -> dict[str, TestResponse]:
    """Every page and file that the pages lead to."""
    found: dict[str, TestResponse] = {}
    waiting = ["/docs"]
    while waiting:
        path = waiting.pop()
        answer = found[path] = client.get(path, buffered=True)
        if answer.mimetype == "text/html":
            for link in re.findall(r'(?:href|src)="([^"#]+)"', answer.text):
                target = urljoin(path, link)
                if target not in found and target not in waiting:
                    waiting.append(target)
    return found


def test_every_link_on_the_pages_leads_somewhere(small: FlaskClient) -> None:
    found = _crawled(small)
    assert {path: answer.status_code for path, answer in found.items()} == dict.fromkeys(found, 200)
    assert found.keys() >= {*PAGES, "/openapi.json", *(kind.page for kind in PROBLEM_KINDS)}


def test_every_page_has_a_title_one_heading_and_its_language(small: FlaskClient) -> None:
    pages = [answer for answer in _crawled(small).values() if answer.mimetype == "text/html"]
    for page in pages:
        assert re.search(r"<title>\S.+ · Vakpad</title>", page.text)
        assert page.text.count("<h1>") == 1
        assert f'<html lang="{page.headers["Content-Language"]}"' in page.text


def test_the_pages_take_nothing_from_elsewhere(small: FlaskClient) -> None:
    for path, page in _crawled(small).items():
        if page.mimetype == "text/html":
            assert not re.search(r"https?://", page.text), path
            assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_the_reference_is_served_with_its_files(small: FlaskClient) -> None:
    page = small.get("/docs/api")
    assert "/docs/assets/swagger/swagger-ui-bundle.js" in page.text
    bundle = small.get("/docs/assets/swagger/swagger-ui-bundle.js", buffered=True)
    assert "SwaggerUIBundle" in bundle.text
    assert small.get("/docs/assets/swagger/../../../../pyproject.toml").status_code == 404


def test_every_check_has_a_page_that_says_what_it_means(small: FlaskClient) -> None:
    linked = re.findall(r'href="(/docs/checks/[^"]+)"', small.get("/docs/checks/").text)
    assert sorted(linked) == sorted(address_of(code) for code in CHECK_PAGES)
    page = small.get("/docs/checks/unknown-id")
    assert "<h1>An id does not exist</h1>" in page.text
    assert "Mostly a letter is wrong" in page.text
    assert "How to accept it" not in page.text
    assert "# accept never-used: " in small.get("/docs/checks/never-used").text


def test_a_check_that_does_not_exist_is_told_with_what_was_meant(small: FlaskClient) -> None:
    page = small.get("/docs/checks/unknwon-id<b>")
    assert page.status_code == 404
    assert '<a href="/docs/checks/unknown-id">' in page.text
    assert "<b>" not in page.text
    far = small.get("/docs/checks/" + "x" * 5000)
    assert far.status_code == 404
    assert "Did you mean" not in far.text
    assert "x" * 50 not in far.text


@pytest.mark.parametrize("page", ["/docs/ratings", "/docs/privacy"])
def test_pages_for_people_exist_in_both_languages(small: FlaskClient, page: str) -> None:
    dutch = small.get(page)
    english = small.get(f"{page}?language=en")
    assert dutch.headers["Content-Language"] == "nl"
    assert english.headers["Content-Language"] == "en"
    assert main_of(small.get(page, headers={"Accept-Language": "en"})) == main_of(english)
    assert main_of(small.get(f"{page}?language=fr")) == main_of(dutch)


def main_of(page: TestResponse) -> str:
    return page.text[page.text.index("<main") :]


def test_a_language_that_was_chosen_stays_chosen(small: FlaskClient) -> None:
    page = small.get("/docs/ratings?language=nl", headers={"Accept-Language": "en"})
    assert '<a href="/docs/privacy?language=nl">Privacy en doel</a>' in page.text


def test_every_page_is_well_formed(small: FlaskClient) -> None:
    for path, page in _crawled(small).items():
        if page.mimetype == "text/html":
            nesting = Nesting()
            nesting.feed(page.text)
            nesting.close()
            assert nesting.wrong == [], path
            assert nesting.open == [], path
            assert len(nesting.ids) == len(set(nesting.ids)), path


class Nesting(HTMLParser):
    """Which elements are open, which were closed out of turn, and every id."""

    VOID = {"br", "hr", "img", "input", "link", "meta"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_the_request_on_the_first_page_gets_advice(client: FlaskClient) -> None:
    [shown] = re.findall(r"<pre><code>(.+?)</code></pre>", client.get("/docs").text, re.DOTALL)
    head, body = unescape(shown).split("\n\n")
    line, *headers = head.split("\n")
    method, path = line.split()
    answer = client.open(
        path, method=method, headers=[each.split(": ") for each in headers], data=body
    )
    assert answer.get_json()["language"] == "en"
    assert answer.get_json()["outcome"] == "recommend"


def test_what_is_code_in_a_text_is_code_on_the_page(small: FlaskClient) -> None:
    page = small.get("/docs/problems/profile-refused").text
    assert "An object <code>{...}</code> was expected here." in page
    assert "`" not in small.get("/docs").text


def test_every_file_of_the_pages_can_be_asked_for_again_cheaply(small: FlaskClient) -> None:
    files = [(path, each) for path, each in _crawled(small).items() if "/assets/" in path]
    assert {"/docs/assets/docs.css", "/docs/assets/icon.svg"} <= {path for path, _ in files}
    for path, file in files:
        known = {"If-None-Match": file.headers["ETag"]}
        assert small.get(path, headers=known, buffered=True).status_code == 304


def test_no_page_runs_or_styles_anything_that_stands_in_it(small: FlaskClient) -> None:
    for page in _crawled(small).values():
        if page.mimetype == "text/html":
            assert "unsafe" not in page.headers["Content-Security-Policy"]
            assert not re.search(r"<style|<script(?![^>]* src=)|\son\w+=|\sstyle=", page.text)


def test_a_page_that_is_known_need_not_be_sent_again(small: FlaskClient) -> None:
    etag = small.get("/docs").headers["ETag"]
    assert small.get("/docs", headers={"If-None-Match": etag}).status_code == 304


def test_the_page_of_ratings_says_what_each_means_and_that_none_is_made_up(
    client: FlaskClient,
) -> None:
    page = client.get("/docs/ratings?language=en").text
    for rating in client.get("/v1/vocabulary", headers={"Accept-Language": "en"}).json["ratings"]:  # type: ignore[index]
        assert f'<th scope="row">{rating["value"]}</th><td>{rating["meaning"]}</td>' in page
    assert "Never a 1 and never the middle" in page


@pytest.mark.parametrize(
    ("value", "lowest", "highest", "expected"),
    [(1, 1, 3, 1), (2, 1, 3, 3), (3, 1, 3, 5), (4, 1, 7, 3), (6, 1, 10, 3), (7, 1, 10, 4)]
    + [(12, 0, 100, 1), (13, 0, 100, 2), (87, 0, 100, 4), (88, 0, 100, 5), (3, 1, 5, 3)],
)
def test_other_scales_are_read_in_proportion(
    value: int, lowest: int, highest: int, expected: int
) -> None:
    assert rating_for(value, lowest, highest) == expected
