"""What the YAML language server, which editors ask, makes of the schemas: `make editors`."""

import os
from collections.abc import Iterator

import pytest
from editors.files import ROOT, SHIPPED
from editors.language_server import LanguageServer, language_server, missing

from service.rulebook.folder import file_names

RULE = "- rule: a\n  about:\n    nl: x\n    en: y\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    why = missing()
    if why is not None and "VAKPAD_EDITORS" not in os.environ:
        pytest.skip(why)
    assert why is None, why
    with language_server(ROOT) as found:
        yield found


def labels(server: LanguageServer, file: str, text: str) -> list[str]:
    return [each["label"] for each in server.completions(file, text)]


def test_it_has_nothing_against_the_shipped_rules(server: LanguageServer) -> None:
    names = [name for name in sorted(file_names(SHIPPED)) if name.endswith(".yaml")]
    said = {
        name: server.diagnostics(f"rules/{name}", (SHIPPED / name).read_text(encoding="utf-8"))
        for name in names
    }
    assert {name: each for name, each in said.items() if each} == {}


def test_it_marks_every_mistake_at_its_place(server: LanguageServer) -> None:
    text = (
        f"{RULE}  when all of:\n    - level is at least mediorr\n    - at least one of:\n"
        "        - work includes raid-logg\n        - work includes raid-log\n"
        "  recommend:\n    specialisation: ofice\n    level: same as now\n    points: veel\n"
        "    because: tekst\n    actions: [rotatie]\n  signal: x\n"
    )
    said = server.diagnostics("rules/growth/new.yaml", text)
    assert sorted(said, key=lambda line: int(line.partition(":")[0])) == [
        "6:7 This is no condition for growth/, which may look at everything but the advice. "
        "Write for example `title kind is pmo`; `vakpad check` tells which word is wrong.",
        "8:11 This is no condition for growth/, which may look at everything but the advice. "
        "Write for example `title kind is pmo`; `vakpad check` tells which word is wrong.",
        '11:21 Value is not accepted. Valid values: "office", "governance", "assurance", '
        '"consultant".',
        "13:13 Write a number from 1 to 1000, without decimals.",
        "14:14 Write `nl: ...` and `en: ...` below, each on a line of its own, indented.",
        "15:15 This does not exist here. Choose from the list that Ctrl+Space shows; "
        "`vakpad check` tells which one is nearest.",
        "16:3 Property signal is not allowed.",
    ]


def test_it_says_what_is_missing(server: LanguageServer) -> None:
    text = f"{RULE}  when all of:\n    - level is junior\n"
    assert server.diagnostics("rules/growth/new.yaml", text) == [
        '1:3 Missing property "recommend".'
    ]


def test_it_proposes_the_keys_of_a_rule_of_that_folder(server: LanguageServer) -> None:
    found = labels(server, "rules/growth/new.yaml", f"{RULE}  ^")
    assert {"when all of", "recommend", "advise against", "rule out"} <= set(found)
    assert not {"settle", "signal", "say", "completes"} & set(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "  recommend:\n    specialisation: ^",
            ["office", "governance", "assurance", "consultant"],
        ),
        (
            "  recommend:\n    level: ^",
            [
                "same as now",
                "one up",
                "same or one up",
                "one down",
                "junior",
                "medior",
                "senior",
                "lead",
            ],
        ),
    ],
)
def test_it_proposes_the_ids_that_fit(
    server: LanguageServer, text: str, expected: list[str]
) -> None:
    assert labels(server, "rules/growth/new.yaml", RULE + text) == expected


def test_it_completes_a_condition_that_is_half_written(server: LanguageServer) -> None:
    text = f"{RULE}  when all of:\n    - at least one of:\n        - work includes r^"
    found = server.completions("rules/growth/new.yaml", text)
    (raid_log,) = [each for each in found if each["label"] == "work includes raid-log"]
    assert raid_log["textEdit"] == {
        "newText": "work includes raid-log",
        "range": {"start": {"line": 6, "character": 10}, "end": {"line": 6, "character": 25}},
    }
    assert "risico's, acties, issues en besluiten" in raid_log["documentation"]


def test_it_offers_a_whole_rule(server: LanguageServer) -> None:
    (found,) = [
        each
        for each in server.completions("rules/signals/new.yaml", "^")
        if each["label"] == "a new rule"
    ]
    assert found["insertText"] == (
        "- rule: $1\n  about:\n    nl: $2\n    en: $3\n  when all of:\n    - competence $4\n"
        "  signal: $6"
    )


def test_it_explains_a_key_in_both_languages(server: LanguageServer) -> None:
    text = f"{RULE}  ^rule out:\n    specialisation: office\n"
    assert server.hover("rules/growth/new.yaml", text).startswith(
        "Excludes a step, however many points it has.\n\n"
        "Sluit een stap uit, hoeveel punten die ook heeft.\n"
    )


def test_it_proposes_what_a_case_may_expect(server: LanguageServer) -> None:
    case = "- case: x\n  profile:\n    title: PMO'er\n  expect:\n    "
    assert "confidence" in labels(server, "rules/cases/new.yaml", f"{case}^")
    assert "wish-is-heard" in labels(server, "rules/cases/new.yaml", f"{case}said: [^]")
