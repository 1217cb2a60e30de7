"""The conversation sheet: what stands on it, and above all what does not."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from api.asking import SHIPPED, advice_for, client_of, problem_in
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.loaded import loaded
from strategies.profiles import profiles
from werkzeug.test import TestResponse

from schemas.json_resume import EXAMPLE, MEDIA_TYPE
from service.reading.profile import Profile
from service.rulebook import Rulebook
from service.rulebook.protected import PROTECTED_WORDS
from service.rulebook.vocabulary import LANGUAGES, TENTHS, Language
from service.sheet.words import WORDS

PATH = "/v1/conversation-sheets"
RICH = {
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "medior"},
    "experience": {"years_in_role": 4, "years_in_pmo": 6.5},
    "competences": {"analytical": 4, "portfolio-analysis": 2, "reporting": 4},
    "certificates": ["P3O Foundation", "Zwemdiploma A"],
    "work": ["portfolio-report", "raid-log"],
    "ambition": "Ik wil projectmanager worden, net als mijn geheime tante.",
}
REFER = {"title": "Projectmanager", "ambition": "Ik wil projectmanager blijven."}
CONTACT = "loopbaan@voorbeeld.nl"


class Page(HTMLParser):
    """What a page says: its lines of text, and the attributes and names of its elements."""

    VOID = ("meta", "br", "hr", "img", "link", "input")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.headings: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and "style" not in self._open:
            self.lines.append(text)
            if self._open[-1] == "h2":
                self.headings.append(text)

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def ask_sheet(client: FlaskClient, profile: Any, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(PATH, json=profile, headers=named)


def sheet(client: FlaskClient, profile: Any, **headers: str) -> Page:
    answer = ask_sheet(client, profile, **headers)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return loaded(SHIPPED)


def test_it_is_a_page_that_nobody_keeps_and_that_loads_and_runs_nothing(
    client: FlaskClient,
) -> None:
    answer = ask_sheet(client, RICH)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert re.fullmatch("sha256:[0-9a-f]{64}", answer.headers["Vakpad-Rulebook"])
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    (style,) = re.findall("<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert answer.headers["Content-Security-Policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    page = Page(answer.text)
    names = {name for name, _ in page.attributes}
    assert not names & {"style", "src", "href"}
    assert not [name for name in names if name.startswith("on")]
    assert not {"script", "img", "link", "form", "iframe"} & set(page.tags)
    assert "@page { size: A4" in style
    assert "url(" not in style


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            "nl",
            [
                "Wat we hebben begrepen",
                "Wat we niet weten",
                "Mogelijkheden",
                "Goed om te weten",
                "Vragen aan jou",
                "Vragen voor jullie allebei",
                "Wat jullie afspreken",
            ],
        ),
        (
            "en",
            [
                "What we understood",
                "What we do not know",
                "Options",
                "Good to know",
                "Questions for you",
                "Questions for both of you",
                "What you agree",
            ],
        ),
    ],
)
def test_it_has_its_parts_in_both_languages(
    client: FlaskClient, language: str, headings: list[str]
) -> None:
    page = sheet(client, RICH | {"language": language})
    assert ("lang", language) in page.attributes
    assert page.headings == headings
    assert ask_sheet(client, RICH, Accept_Language=language).headers["Content-Language"] == language


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("profile", [RICH, REFER, {"title": "PMO'er"}, {"title": "Blorp"}])
def test_it_says_what_the_advice_says(
    client: FlaskClient, profile: dict[str, Any], language: str
) -> None:
    profile = profile | {"language": language}
    advice, text = advice_for(client, profile), sheet(client, profile).text
    said = [advice["purpose"]]
    said += [each["text"] for each in (*advice["messages"], *advice["questions"])]
    for step in advice["recommendations"]:
        said += [step["title"], step["description"]]
        said += [each["text"] for each in (*step["because"], *step["actions"])]
    assert [each for each in said if each not in text] == []


def test_it_says_what_was_understood_and_from_what(client: FlaskClient) -> None:
    lines = sheet(client, RICH | {"language": "en"}).lines
    known = lines[lines.index("What we understood") + 1 : lines.index("What we do not know")]
    assert known == [
        *("Job title", "PMO'er"),
        "(a job inside PMO; this title can mean more than one role)",
        *("Specialisation", "Office", "(as given)", "Level", "Mid-level", "(as given)"),
        *("Experience", "4 years in your job; 6.5 years in PMO"),
        *("Competences", "3 ratings received"),
        *("Certificates", "P3O Foundation; not recognised: Zwemdiploma A"),
        *("Work", "keeping the log of risks, actions, issues and decisions; portfolio reporting"),
        *("What you want", "become a project manager"),
    ]


def test_it_says_what_is_not_known(client: FlaskClient) -> None:
    lines = sheet(client, {"title": "PMO'er"}).lines
    assert lines[lines.index("Wat we niet weten") + 1 : lines.index("Mogelijkheden")] == [
        "Wat je zelf graag wilt",
        "Welk werk je doet",
        "Welke certificaten je hebt",
        "Hoelang je al in PMO werkt",
        "Hoe sterk je bent in de competenties van het vak",
        "Wat we niet weten, telt nergens als laag.",
    ]


def test_what_a_role_asks_stands_there_in_words(client: FlaskClient) -> None:
    text = sheet(client, RICH).text
    assert "Ontbreekt nog: portfolioanalyse (‘Dit doe ik zelfstandig in gewone situaties.’)" in text
    assert "of hoger" not in text


def test_the_ambition_is_never_repeated(client: FlaskClient) -> None:
    for ambition in (RICH["ambition"], "Iets met geheime bloemen."):
        assert "geheime" not in ask_sheet(client, RICH | {"ambition": ambition}).text


def test_an_ambition_that_was_not_recognised_is_asked_for(client: FlaskClient) -> None:
    text = sheet(client, {"title": "PMO'er", "ambition": "Iets met bloemen."}).text
    assert "In je eigen woorden herkenden we geen wens die we kennen." in text


def test_who_is_referred_sees_the_advisor_and_no_options() -> None:
    client = client_of(SHIPPED, CONTACT)
    page = sheet(client, REFER)
    assert "Het advies" in page.headings
    assert "Mogelijkheden" not in page.headings
    assert "article" not in page.tags
    assert f"Contact: {CONTACT}" in page.text
    assert CONTACT not in sheet(client, {"title": "PMO'er"}).text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "<!-- x",
        "\"><img src=x onerror='alert(1)'>",
        "{{ 7 * 7 }}{% for %}",
        "👩‍💼 \u202ePMO & co",
        "&lt;b&gt;",
    ],
)
def test_whatever_is_sent_is_only_text(client: FlaskClient, hostile: str) -> None:
    page = sheet(client, {"title": hostile, "certificates": [f"c {hostile}"]})
    assert " ".join(hostile.split()) in page.text
    assert f"niet herkend: c {hostile}" in page.text
    assert not {"script", "img"} & set(page.tags)


def test_a_long_list_is_cut(client: FlaskClient) -> None:
    names = [f"diploma {number}" for number in range(30)]
    text = sheet(client, {"title": "PMO'er", "certificates": names}).text
    assert "diploma 7; en nog 22" in text


def test_a_resume_is_taken_too(client: FlaskClient) -> None:
    resume = EXAMPLE | {"basics": {"name": "Geheim", "summary": "Geheim"}}
    answer = client.post(PATH, data=json.dumps(resume), content_type=MEDIA_TYPE)
    page = Page(answer.text)
    assert "(een functie binnen PMO; uit een cv gelezen)" in page.text
    assert "Geheim" not in answer.text


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"{}", "application/json", 422),
        (b"{}", MEDIA_TYPE, 422),
        (b"{}", "text/html", 415),
        (b'{"title": "x", "work": ["bloemschikken"]}', "application/json", 422),
    ],
)
def test_what_cannot_be_used_is_a_problem_as_everywhere(
    client: FlaskClient, body: bytes, media_type: str, status: int
) -> None:
    answer = client.post(PATH, data=body, content_type=media_type)
    assert answer.status_code == status
    problem_in(answer)


def sent(profile: Profile, language: str) -> dict[str, Any]:
    """A profile as a portal would send it."""
    years = {
        name: value / TENTHS
        for name in ("years_in_role", "years_in_pmo")
        if (value := getattr(profile, name)) is not None
    }
    return {
        "language": language,
        "title": profile.title,
        "current": {
            "specialisation": profile.current_specialisation,
            "level": profile.current_level,
        },
        "experience": years,
        "competences": dict(profile.competences),
        "certificates": profile.certificates,
        "work": profile.work,
        "goals": profile.goals,
    }


@settings(max_examples=40, deadline=None)
@given(data=st.data(), language=st.sampled_from(["nl", "en"]))
def test_no_score_no_points_and_no_rule_is_shown(
    client: FlaskClient, rulebook: Rulebook, data: st.DataObject, language: str
) -> None:
    profile = sent(data.draw(profiles(rulebook)), language)
    advice, page = advice_for(client, profile), sheet(client, profile)

    options = page.lines[page.lines.index(page.headings[2]) :]
    options = options[
        : options.index(
            "Vragen voor jullie allebei" if language == "nl" else "Questions for both of you"
        )
    ]
    asked = {each["text"] for each in advice["questions"]}
    # What rules say may hold figures; what the service adds to it holds none.
    said = asked | {each["text"] for each in advice["messages"]}
    for step in advice["recommendations"]:
        said |= {
            step["description"],
            *(each["text"] for each in (*step["because"], *step["actions"])),
        }
    figures = [line for line in options if re.search(r"\b\d+\b", line) and line not in said]
    assert figures == []

    ids = {rule.id for rule in rulebook.rules} | {f"guardrail-{number}" for number in range(1, 11)}
    words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", page.text))
    assert not words & {id for id in ids if "-" in id}
    assert not re.search(r"\b(score|punten|points|rank|rang)\b", page.text, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_own_words_ask_nothing_about_protected_attributes(language: Language) -> None:
    words = {word for text in WORDS[language].values() for word in re.findall(r"\w+", text.lower())}
    assert words & PROTECTED_WORDS == set()
