"""`vakpad advise --from duo`: what the service says to a duo, as a page or as JSON."""

import json
from subprocess import CompletedProcess
from typing import Any

import pytest
from api.asking import client_of
from cli.running import SHIPPED, vakpad

from schemas.partnership import DUO_EXAMPLE


def advised(duo: Any, *options: str) -> CompletedProcess[str]:
    sent = json.dumps(duo).encode()
    return vakpad("advise", "--from", "duo", "-", "--rules", SHIPPED, *options, sent=sent)


@pytest.mark.parametrize(
    "duo", [DUO_EXAMPLE, {"pmo": {"title": 5}}, []], ids=["right", "wrong", "no object"]
)
def test_json_is_what_the_service_answers(duo: Any) -> None:
    done = advised(duo, "--json")
    answer = client_of(SHIPPED).post("/v1/partnerships", json=duo)
    assert (done.returncode, done.stderr) == (0 if answer.status_code == 200 else 1, "")
    assert json.loads(done.stdout) == json.loads(answer.text)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_for_people_says_all_that_is_in_the_json(language: str) -> None:
    payload = json.loads(advised(DUO_EXAMPLE, "--json", "--language", language).stdout)
    page = advised(DUO_EXAMPLE, "--language", language).stdout
    for reason in (*payload["completes"], *payload["tensions"]):
        assert f"  - {reason['text']} [{reason['rule']}]\n" in page
    for tip in payload["tips"]:
        assert tip["text_for_pmo"] in page
        assert tip["text_for_project_manager"] in page
        assert all(f"     - {reason['text']}" in page for reason in tip["because"])
    assert all(f"  - {message['text']}\n" in page for message in payload["messages"])
    assert page.startswith(payload["purpose"])


def test_a_tip_that_differs_says_to_whom_it_is() -> None:
    page = advised(DUO_EXAMPLE, "--language", "en").stdout
    assert "\n  3. For the PMO'er: " in page
    assert "\n     For the project manager: " in page
    assert "\nHow the project manager was read\n  Job title: Project manager" in page


def test_a_mistake_is_told_with_whose_profile_it_is_in() -> None:
    done = advised({"pmo": {"title": "PMO'er"}, "project_manager": {"titel": "projectmanager"}})
    assert (done.returncode, done.stdout) == (1, "")
    told = done.stderr.splitlines()
    assert told[0] == "The duo cannot be used:"
    assert [line.split(": ")[0] for line in told[1:]] == [
        "  - /project_manager/title",
        "  - /project_manager/titel",
    ]


def test_a_file_of_the_other_sort_is_told_how_it_can_be_read() -> None:
    done = advised({"title": "PMO'er"})
    assert done.stderr.endswith("This looks like one profile. Leave out `--from duo`.\n")
    sent = json.dumps(DUO_EXAMPLE).encode()
    done = vakpad("advise", "-", "--rules", SHIPPED, sent=sent)
    assert done.stderr.endswith("This looks like a duo. Type `--from duo`.\n")
