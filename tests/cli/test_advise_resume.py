"""`vakpad advise --from jsonresume`: a résumé, with an account of what was used."""

import json
from pathlib import Path
from typing import Any

import pytest
from api.asking import PATH, client_of
from cli.running import SHIPPED, vakpad

from schemas.json_resume import EXAMPLE, MEDIA_TYPE

ENDED = {
    "basics": {"label": "PMO'er", "name": "Geheim"},
    "work": [{"position": "Projectassistent", "startDate": "2019", "endDate": "2022"}],
}


def advise(resume: Any, *options: str) -> Any:
    sent = resume if isinstance(resume, bytes) else json.dumps(resume).encode()
    return vakpad("advise", "--from", "jsonresume", "-", "--rules", SHIPPED, *options, sent=sent)


def test_json_is_what_the_service_answers() -> None:
    done = advise(EXAMPLE, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = client_of(SHIPPED).post(PATH, data=json.dumps(EXAMPLE), content_type=MEDIA_TYPE)
    assert json.loads(done.stdout) == answer.get_json()


@pytest.mark.parametrize(
    ("language", "account"),
    [
        (
            "nl",
            "Uit het cv gebruikt\n"
            "  - title: PMO'er (/basics/label)\n"
            "  Niet gebruikt:\n"
            "  - /basics/name: Niet nodig voor dit advies.\n"
            "  - /work/0: Een eerdere baan: alleen de huidige telt.\n"
            "  Staat niet in het cv: current, experience.years_in_role, experience.years_in_pmo, "
            "competences, certificates, work, ambition, goals\n",
        ),
        (
            "en",
            "Used from the résumé\n"
            "  - title: PMO'er (/basics/label)\n"
            "  Not used:\n"
            "  - /basics/name: Not needed for this advice.\n"
            "  - /work/0: An earlier position: only the present one counts.\n"
            "  Not in the résumé: current, experience.years_in_role, experience.years_in_pmo, "
            "competences, certificates, work, ambition, goals\n",
        ),
    ],
)
def test_the_page_for_people_says_what_was_used(language: str, account: str) -> None:
    done = advise(ENDED, "--language", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert account in done.stdout
    assert "Geheim" not in done.stdout


def test_an_empty_list_of_certificates_is_shown_as_none() -> None:
    done = advise({"basics": {"label": "PMO'er"}, "certificates": []}, "--language", "en")
    assert "  - certificates: none (/certificates)\n" in done.stdout


def test_a_resume_without_a_title_is_refused_with_what_is_missing() -> None:
    done = advise({"work": [{"position": "PMO'er", "endDate": "Present"}]})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "The résumé cannot be used:\n"
        "  - /work/0/endDate: `endDate` must be a date such as 2022, 2022-03 or 2022-03-15. Leave "
        "it out for a job that still runs.\n"
    )


def test_what_is_not_json_is_said_of_the_resume() -> None:
    done = advise(b"{")
    assert done.returncode == 1
    assert done.stderr.startswith("The résumé is not JSON. At line 1, column 2")


def test_a_resume_sent_as_a_profile_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(EXAMPLE), encoding="utf-8")
    done = vakpad("advise", file, "--rules", SHIPPED)
    assert done.returncode == 1
    assert "/basics: There is no field `basics` here." in done.stderr
