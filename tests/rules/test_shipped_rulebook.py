"""The rulebook that is shipped: what it holds, and what it says."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from service.advice import Advice, Advisor
from service.reading.profile import Profile
from service.rulebook import Rulebook, load_rulebook, read_rulebook
from service.rulebook.rules import Outcome
from service.rulebook.vocabulary import Stage, Text

RULES = Path(__file__).parents[2] / "rules"

NAMES_IN_BOTH_LANGUAGES = {
    "Assurance",
    "Consultant",
    "Governance",
    "Junior",
    "Lead",
    "Lead project assurance",
    "Office",
    "Principal",
    "Project assurance officer",
    "Senior",
}


def texts_in(value: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    """The texts in a value, each with the way to it."""
    if isinstance(value, Text):
        yield path, value
    elif is_dataclass(value):
        name = getattr(value, "id", None) or ""
        for field in fields(value):
            yield from texts_in(getattr(value, field.name), f"{path}/{name or field.name}")
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from texts_in(each, f"{path}/{key}")
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each, path)


def test_it_has_no_errors_and_no_warnings() -> None:
    rulebook, diagnostics = read_rulebook(RULES)

    assert rulebook is not None
    assert [str(each) for each in diagnostics] == []


def test_it_has_the_breadth_that_was_agreed(rulebook: Rulebook) -> None:
    assert len(rulebook.rules) >= 60
    assert len(rulebook.titles.entries) >= 120
    assert len(rulebook.certificates) >= 30
    assert len(rulebook.work) >= 40
    assert len(rulebook.cases) >= 40
    assert all(rulebook.rules_by_stage[stage] for stage in Stage)


def test_it_has_one_role_for_each_place(rulebook: Rulebook) -> None:
    assert [role.id for role in rulebook.roles] == [
        f"{specialisation}-{level}"
        for specialisation in ("office", "governance", "assurance", "consultant")
        for level in ("junior", "medior", "senior", "lead", "principal")
    ]


def test_every_id_is_there_once(rulebook: Rulebook) -> None:
    for entries in (
        rulebook.rules,
        rulebook.roles,
        rulebook.moves,
        rulebook.actions,
        rulebook.work,
        rulebook.certificates,
        rulebook.competences,
        rulebook.goals,
        rulebook.titles.entries,
    ):
        twice = [id for id, times in Counter(each.id for each in entries).items() if times > 1]
        assert twice == []


def test_every_text_is_translated(rulebook: Rulebook) -> None:
    same = {text.nl for _, text in texts_in(rulebook) if text.nl == text.en}

    assert same == NAMES_IN_BOTH_LANGUAGES


UNWANTED = {
    "step up": r"\b(step(s|ping)? up|stap hogerop|opstap|springplank)\b",
    "age": r"\b(leeftijd|jonge?|oude?|ouder|age|young|old|older)\b",
    "tenure": r"\b(dienstjaren|dienstverband|tenure|seniority)\b",
    "gender": r"\b(man|vrouw|hij|zij|hem|haar|he|she|him|his|her)\b|\b(op|onder|in) zijn\b",
    "formality": r"\bu(w)?\b",
}


@pytest.mark.parametrize("what", UNWANTED)
def test_no_text_speaks_of_what_the_house_does_not_say(rulebook: Rulebook, what: str) -> None:
    found = {
        (path, text)
        for path, text in texts_in(rulebook)
        if re.search(UNWANTED[what], f"{text.nl}\n{text.en}", re.IGNORECASE)
    }

    assert found == set()


# ---- The digest ------------------------------------------------------------


def change_layout(file: Path) -> None:
    """Comments, empty lines, spaces at the end of lines and, in lists of rules, another order."""
    entries = re.split(r"^(?=- rule: |- case: )", file.read_text(encoding="utf-8"), flags=re.M)
    head, rest = entries[0], [each.rstrip() + "\n" for each in entries[1:]]
    text = head + "\n# Another comment.\n\n".join(reversed(rest))
    lines = [line + "  " if line.endswith(":") else line for line in text.splitlines()]
    file.write_text("# A comment.\n\n" + "\n".join(lines) + "\n\n\n", encoding="utf-8")


def move_elsewhere(file: Path) -> None:
    folder = file.parent / "elsewhere"
    folder.mkdir(exist_ok=True)
    file.rename(folder / f"{len(file.stem):02}-{file.stem[::-1]}.yaml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


@pytest.mark.parametrize("change", [change_layout, move_elsewhere])
def test_the_digest_does_not_depend_on_layout(
    rulebook: Rulebook, copy: Path, change: Callable[[Path], None]
) -> None:
    files = copy.glob("*/*.yaml") if change is move_elsewhere else copy.rglob("*.yaml")
    for file in sorted(files):
        change(file)

    assert load_rulebook(copy).digest == rulebook.digest


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("guardrail-texts.yaml", "geen besluit over jou", "geen oordeel over jou"),
        ("growth/to-governance.yaml", "    points: 30\n", "    points: 20\n"),
        ("roles.yaml", "is at least 2", "is at least 3"),
        ("titles.yaml", "  - interim\n", ""),
        ("goals.yaml", "      - projectmanager worden\n", ""),
        ("vocabulary.yaml", "Wat wil je graag in je werk?", "Wat zou je in je werk willen?"),
    ],
)
def test_the_digest_changes_with_what_it_says(
    rulebook: Rulebook, copy: Path, file: str, before: str, after: str
) -> None:
    text = (copy / file).read_text(encoding="utf-8")
    (copy / file).write_text(text.replace(before, after, 1), encoding="utf-8")

    assert before in text
    assert load_rulebook(copy).digest != rulebook.digest


# ---- What it says ------------------------------------------------------------

SEED = {
    "Project Management Office": ("office", None, "needs_more_data"),
    "Programma Management Office": ("office", None, "needs_more_data"),
    "Portfolio Management Office": ("governance", None, "needs_more_data"),
    "Project Support Office": ("office", "junior", "recommend"),
    "Programma Governance Office": ("governance", "medior", "recommend"),
    "Project bureaumedewerker": ("office", "junior", "recommend"),
    "Project Assurance Office": ("assurance", "medior", "recommend"),
    "Manager Projectbeheersing": ("governance", "senior", "recommend"),
    "Projectsecretaris": ("office", "junior", "recommend"),
    "PMO-teamlead": ("office", "lead", "recommend"),
    "PMO-consultant": (None, None, "needs_more_data"),
}


@pytest.mark.parametrize("title", SEED)
def test_a_title_of_the_seed_alone_gets_growth_inside_pmo_or_the_right_question(
    advisor: Advisor, title: str
) -> None:
    specialisation, level, outcome = SEED[title]

    advice = advisor.advise(Profile(title))

    assert (advice.present.specialisation, advice.present.level) == (specialisation, level)
    assert advice.outcome == outcome
    assert [each.target for each in advice.recommendations] == (
        [advice.present.place] if level else []
    )
    assert "work" in {question.attribute.id for question in advice.questions}


def said_by(advice: Advice) -> list[str]:
    return [message.id for message in advice.messages]


def test_the_sample_of_the_issue_is_heard_and_grows_inside_pmo(advisor: Advisor) -> None:
    advice = advisor.advise(
        Profile("PMO'er", years_in_role=40, ambition="Ik wil projectmanager worden")
    )

    assert advice.outcome is Outcome.RECOMMEND
    assert [each.role.id for each in advice.recommendations] == [
        "office-senior",
        "governance-medior",
        "office-medior",
    ]
    assert said_by(advice)[:3] == ["wish-is-heard", "not-a-stepping-stone", "growth-inside-pmo"]
    stepping_stone = advice.messages[1].text
    assert "ander vak" in stepping_stone.nl
    assert "gelijkwaardige partner" in stepping_stone.nl
    assert "another profession" in stepping_stone.en
    assert "equal partner" in stepping_stone.en


def test_the_sample_of_the_contract_is_recommended_a_step_sideways(advisor: Advisor) -> None:
    advice = advisor.advise(
        Profile(
            "PMO'er",
            current_specialisation="office",
            current_level="medior",
            years_in_role=40,
            years_in_pmo=35,
            competences={"analytisch": 4, "stress-resistant": 5},
            certificates=("PRINCE2 Practitioner", "P3O Foundation"),
            work=("portfolio-report",),
            ambition="Ik wil projectmanager worden.",
        )
    )

    first = advice.recommendations[0]
    assert advice.outcome is Outcome.RECOMMEND
    assert (first.role.id, first.move) == ("governance-medior", "lateral")
    looks_across = next(
        each for each in first.because if each.rule.id == "office-looks-across-projects"
    )
    assert [each.condition for each in looks_across.evidence] == [
        "specialisation is office",
        "level is at least medior",
        "competence analytical is at least 4",
        "work includes portfolio-report",
        "certificates include one of [p3o-foundation, mop-foundation]",
        "none of: goals include one of [deepen, keep-up-to-date, step-back, "
        "organise-and-support, check-independently, advise-organisations]",
    ]


@pytest.mark.parametrize(
    "title",
    ["PMO'er in opleiding", "PMO-medewerker i.o.", "Trainee PMO'er", "PMO officer in training"],
)
def test_who_is_in_training_is_at_junior(advisor: Advisor, title: str) -> None:
    assert advisor.advise(Profile(title)).present.level == "junior"
