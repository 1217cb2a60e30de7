"""`vakpad advise`: the service's advice, as a page or as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from api.asking import ask, client_of
from cli.running import SHIPPED, SMALL, vakpad, vakpad_apart
from flask.testing import FlaskClient

from schemas.profile import EXAMPLE

LITTLE = {"title": "PMO'er", "experience": {"years_in_role": 4}}


@pytest.fixture(scope="module")
def shipped() -> FlaskClient:
    return client_of(SHIPPED)


def written(folder: Path, profile: Any) -> Path:
    file = folder / "profile.json"
    file.write_text(json.dumps(profile), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "profile", [EXAMPLE, EXAMPLE | {"language": "en"}, LITTLE], ids=["nl", "en", "little"]
)
def test_json_is_what_the_service_answers(
    tmp_path: Path, shipped: FlaskClient, profile: Any
) -> None:
    done = vakpad("advise", "--json", written(tmp_path, profile), "--rules", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    answer = ask(shipped, profile)
    assert json.loads(done.stdout) == answer.get_json()
    assert list(json.loads(done.stdout)) == list(answer.get_json())


def test_a_profile_may_come_from_standard_input(tmp_path: Path) -> None:
    from_file = vakpad("advise", written(tmp_path, LITTLE), "--rules", SMALL)
    piped = vakpad_apart("advise", "-", "--rules", SMALL, sent=json.dumps(LITTLE).encode())
    assert (piped.returncode, piped.stderr) == (0, "")
    assert piped.stdout == from_file.stdout


def test_the_page_for_people_says_it_all_in_plain_lines() -> None:
    done = vakpad("advise", "-", "--rules", SMALL, sent=json.dumps(LITTLE).encode())
    assert (
        done.stdout
        == (
            "Tekst purpose.\n"
            "\n"
            "Zo is het gelezen\n"
            "  Functietitel: PMO'er (PMO; kan meer dan een rol zijn)\n"
            "  Specialisatie: Office (aangenomen)\n"
            "  Niveau: Medior (volgens een regel)\n"
            "\n"
            "Het advies\n"
            "  Er is een passende groeistap.\n"
            "  Zekerheid: laag. Wat nog onbekend is, kan dit veranderen.\n"
        )
        + done.stdout.partition("kan dit veranderen.\n")[2]
    )
    assert "\n  1. Medior in office (verdiepen op dezelfde plek)\n" in done.stdout
    assert "[stay-in-office]\n" in done.stdout


def test_a_language_that_is_asked_for_goes_before_that_of_the_profile() -> None:
    sent = json.dumps(LITTLE | {"language": "nl"}).encode()
    done = vakpad("advise", "-", "--rules", SMALL, "--language", "en", sent=sent)
    assert "\nHow this was read\n" in done.stdout


def test_who_is_referred_is_told_whom_to_reach() -> None:
    done = vakpad(
        "advise",
        "-",
        "--rules",
        SMALL,
        sent=b'{"title": "projectmanager"}',
        VAKPAD_ADVISOR_CONTACT="loopbaan@example.org",
    )
    assert done.returncode == 0
    assert "  Loopbaanadviseur: loopbaan@example.org\n" in done.stdout


def test_output_is_neither_wrapped_nor_coloured_when_it_is_no_terminal() -> None:
    profile = LITTLE | {"title": "x" * 200}
    done = vakpad_apart(
        *("advise", "-", "--rules", SMALL),
        sent=json.dumps(profile).encode(),
        COLUMNS="40",
        FORCE_COLOR="1",
        TERM="xterm-256color",
    )
    assert "x" * 200 + " (" in done.stdout
    assert "\x1b" not in done.stdout


def test_what_is_wrong_in_a_profile_is_told_with_its_pointer() -> None:
    sent = b'{"competences": {"analitical": 4}, "age": 50, "work": 5}'
    done = vakpad("advise", "-", "--rules", SMALL, sent=sent)
    assert (done.returncode, done.stdout) == (1, "")
    told = done.stderr.splitlines()
    assert told[0] == "The profile cannot be used:"
    pointers = [line.removeprefix("  - ").split(": ")[0] for line in told[1:]]
    assert pointers == ["/title", "/age", "/work", "/competences/analitical"]


def test_a_word_that_the_rules_do_not_have_is_told_with_what_was_meant() -> None:
    sent = b'{"title": "PMO", "competences": {"analitical": 4}}'
    done = vakpad("advise", "-", "--rules", SMALL, sent=sent)
    assert done.returncode == 1
    assert done.stderr == (
        "The profile cannot be used:\n"
        "  - /competences/analitical: `analitical` is not a competence that Vakpad knows. "
        "Did you mean `analytical`?\n"
    )


def test_a_mistake_in_the_whole_has_words_for_its_place() -> None:
    done = vakpad("advise", "-", "--rules", SMALL, sent=b"[]")
    assert done.stderr == (
        "The profile cannot be used:\n  - (the whole): Send one object: `{...}`.\n"
    )


@pytest.mark.parametrize(
    "sent",
    [b'{"title": 5}', b'{"title": "x", "work": ["zwemmen"], "age": 1}', b"[]", b"{", b"", b"\xff"],
)
def test_json_is_what_the_service_answers_to_a_wrong_profile_too(sent: bytes) -> None:
    done = vakpad("advise", "-", "--json", "--rules", SMALL, sent=sent)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout) == json.loads(ask(client_of(SMALL), sent).text)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (b"", "The profile is not JSON. It is empty.\n"),
        (b"\xff", "The profile is not JSON. It is not UTF-8: byte 1 is broken.\n"),
        (
            b"{",
            "The profile is not JSON. At line 1, column 2: expecting property name enclosed in "
            "double quotes.\n",
        ),
        (
            b"[" * 100_000,
            "The profile is not JSON. Lists and objects stand more than 32 deep inside each "
            "other.\n",
        ),
    ],
    ids=["empty", "no UTF-8", "cut off", "deep"],
)
def test_a_file_that_is_no_json_is_told_so(sent: bytes, told: str) -> None:
    done = vakpad("advise", "-", "--rules", SMALL, sent=sent)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


def test_a_profile_cannot_command_the_terminal() -> None:
    sent = b'{"title": "x", "\\u001b[2J\\u202e": 1}'
    done = vakpad("advise", "-", "--rules", SMALL, sent=sent)
    assert done.returncode == 1
    assert "  - /\ufffd[2J\ufffd: There is no field" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_file_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    done = vakpad("advise", missing, "--rules", SMALL)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Error: `{missing}` cannot be read: No such file or directory.\n")


def test_a_folder_for_a_profile_is_misuse(tmp_path: Path) -> None:
    done = vakpad("advise", tmp_path, "--rules", SMALL)
    assert done.returncode == 2
    assert done.stderr.endswith(f"Error: `{tmp_path}` cannot be read: Is a directory.\n")
