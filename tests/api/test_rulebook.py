"""`/v1/rulebook` and the rules in it."""

import pytest
from api.asking import problem_in
from api.looking_up import both, look_up
from flask.testing import FlaskClient

RULES = "/v1/rulebook/rules"


def test_the_rulebook_says_what_it_is_and_where_its_parts_are(small: FlaskClient) -> None:
    found = look_up(small, "/v1/rulebook")
    assert found.pop("digest") == small.get("/v1/rulebook").headers["Vakpad-Rulebook"]
    assert found == {
        "release": None,
        "counts": {
            "specialisations": 2,
            "levels": 3,
            "competences": 7,
            "certificates": 2,
            "work": 3,
            "goals": 5,
            "titles": 7,
            "roles": 6,
            "moves": 5,
            "actions": 1,
            "rules": 8,
        },
        "specialisations": [
            {"id": "office", "name": "Office"},
            {"id": "governance", "name": "Governance"},
        ],
        "levels": [
            {"id": "junior", "name": "Junior"},
            {"id": "medior", "name": "Medior"},
            {"id": "senior", "name": "Senior"},
        ],
        "links": {
            "rules": "/v1/rulebook/rules",
            "vocabulary": "/v1/vocabulary",
            "roles": "/v1/roles",
            "goals": "/v1/goals",
            "certificates": "/v1/certificates",
            "work": "/v1/work",
            "career_map": "/v1/career-map",
        },
    }


def test_every_part_that_it_links_to_is_there(client: FlaskClient) -> None:
    for link in look_up(client, "/v1/rulebook")["links"].values():
        look_up(client, link)


def test_rules_are_listed_with_a_sentence_each(small: FlaskClient) -> None:
    nl, en = both(small, f"{RULES}?stage=settling")
    assert en == {
        "items": [
            {
                "id": "medior-by-years",
                "stage": "settling",
                "about": "Explanation.",
                "sentence": "If your title belongs to PMO and you have worked in PMO for at least "
                "3 years, then it follows that your level is now medior, if your title allows it.",
                "file": "settling/level.yaml",
                "line": 1,
                "link": "/v1/rulebook/rules/medior-by-years",
            }
        ],
        "page": 1,
        "page_size": 50,
        "total": 1,
        "next": None,
    }
    assert nl["items"][0]["sentence"] == (
        "Als je titel bij PMO hoort en je minstens 3 jaar in PMO werkt, dan volgt daaruit dat je "
        "niveau nu medior is, als je titel dat toelaat."
    )


def test_pages_follow_each_other_until_the_last(client: FlaskClient) -> None:
    found, path = [], f"{RULES}?specialisation=governance&page_size=20"
    while path:
        page = look_up(client, path)
        found += [item["id"] for item in page["items"]]
        assert len(page["items"]) == 20 or page["next"] is None
        path = page["next"]
    assert len(found) == len(set(found)) == page["total"]
    assert found == sorted(found)


def test_every_rule_in_the_list_leads_to_itself(small: FlaskClient) -> None:
    for item in look_up(small, RULES)["items"]:
        found = look_up(small, item.pop("link"))
        assert {name: found[name] for name in item} == item


@pytest.mark.parametrize(
    ("query", "pointer", "code", "message"),
    [
        (
            "stage=grwth",
            "/stage",
            "unknown_stage",
            "There is no stage `grwth`. Did you mean `growth`?",
        ),
        (
            "stage=",
            "/stage",
            "unknown_stage",
            "There is no stage ``. Send one of `settling`, `signals`, `growth`, `messages`, "
            "`partnership`.",
        ),
        (
            "specialisation=Office",
            "/specialisation",
            "unknown_specialisation",
            "There is no specialisation `Office`. Did you mean `office`?",
        ),
        (
            "specialisation=project-manager",
            "/specialisation",
            "unknown_specialisation",
            "There is no specialisation `project-manager`. /v1/rulebook lists them all.",
        ),
        ("specialisation=%20", "/specialisation", "blank", None),
        (
            "attribute=competence+analytical",
            "/attribute",
            "unknown_attribute",
            "There is no attribute `competence analytical`. Did you mean `competence.analytical`?",
        ),
        *(
            (
                f"page={page}",
                "/page",
                "not_a_count",
                "`page` must be a whole number from 1 to 1,000,000, in digits.",
            )
            for page in ("0", "-1", "1.0", "two", "", "%2B1", "01", "1000001", "%201", "1e3")
        ),
        (
            "page_size=201",
            "/page_size",
            "not_a_count",
            "`page_size` must be a whole number from 1 to 200, in digits.",
        ),
        (
            "pagesize=5",
            "/pagesize",
            "unknown_parameter",
            "There is no parameter `pagesize`. Did you mean `page_size`?",
        ),
        (
            "stage=growth&stage=growth",
            "/stage",
            "repeated_parameter",
            "The parameter `stage` stands here more than once. Send it once.",
        ),
    ],
)
def test_a_query_that_cannot_be_used_says_what_to_send_instead(
    small: FlaskClient, query: str, pointer: str, code: str, message: str | None
) -> None:
    answer = small.get(f"{RULES}?{query}")
    assert answer.status_code == 422
    problem = problem_in(answer)
    assert problem["type"] == "/docs/problems/query-refused"
    (error,) = problem["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert message is None or error["message"] == message
    assert problem["detail"] == error["message"]


def test_everything_wrong_with_a_query_is_told_at_once_and_in_its_order(
    small: FlaskClient,
) -> None:
    query = "attribute=wrk&colour=red&page=0&stage=growth&specialisation=ofice"
    problem = problem_in(small.get(f"{RULES}?{query}"))
    assert [(error["pointer"], error["code"]) for error in problem["errors"]] == [
        ("/attribute", "unknown_attribute"),
        ("/colour", "unknown_parameter"),
        ("/page", "not_a_count"),
        ("/specialisation", "unknown_specialisation"),
    ]
    assert problem["detail"] == "4 things in the query must be mended; all are listed in errors."


def test_a_rule_is_shown_with_its_sentence_in_both_languages(small: FlaskClient) -> None:
    nl, en = both(small, f"{RULES}/stay-in-office")
    assert nl["sentence"] == (
        "Als je nu in office werkt, dan past een rol in office op hetzelfde niveau, als lichte "
        "aanwijzing (10 punten)."
    )
    assert en["sentence"] == (
        "If you now work in office, then a role in office at the same level fits, as a hint "
        "(10 points)."
    )
    assert (nl["file"], nl["line"]) == ("growth/all.yaml", 1)


@pytest.mark.parametrize(
    ("id", "advice"),
    [
        ("office-to-govrnance", "Did you mean `office-to-governance`?"),
        ("zzz", "Compare the id with /v1/rulebook/rules; the detail names the nearest, if one is"),
        ("%00", "Compare the id with"),
        ("x" * 5000, "Compare the id with"),
        ("%F0%9F%9A%80", "Compare the id with"),
        ("stay-in-office ", "Did you mean `stay-in-office`?"),
    ],
)
def test_a_rule_that_does_not_exist_is_told_with_the_one_that_was_meant(
    small: FlaskClient, id: str, advice: str
) -> None:
    answer = small.get(f"{RULES}/{id}", headers={"If-None-Match": "*"})
    assert answer.status_code == 404
    problem = problem_in(answer)
    assert problem["type"] == "/docs/problems/rule-not-found"
    assert advice in problem["detail"]
    assert len(problem["detail"]) < 400
    assert problem["errors"] == []
