"""A small rulebook, built from values, in which every outcome can be worked out by hand."""

import pytest

from service.reading.reader import Reader
from service.rulebook.attributes import attributes_from
from service.rulebook.model import Rulebook
from service.rulebook.titles import SeniorityWord, TitleEntry, TitleForm, TitleKind, TitleList
from service.rulebook.vocabulary import (
    Certificate,
    Competence,
    Goal,
    Level,
    Measure,
    Specialisation,
    Text,
    Toward,
    Work,
)

LEVELS = ("junior", "medior", "senior", "lead", "principal")
SPECIALISATIONS = ("office", "governance", "assurance", "consultant")

PMO = (TitleKind.PMO,)
PROJECT_MANAGEMENT = (TitleKind.PROJECT_MANAGEMENT,)
ADJACENT = (TitleKind.ADJACENT,)
OUTSIDE = (TitleKind.OUTSIDE,)
EITHER = (TitleKind.PMO, TitleKind.OUTSIDE)


def text(nl: str, en: str = "") -> Text:
    return Text(nl, en or nl)


def title(
    id: str,
    names: tuple[str, ...],
    kinds: tuple[TitleKind, ...] = PMO,
    specialisations: tuple[str, ...] = (),
    levels: tuple[str, ...] = LEVELS,
    usual: tuple[str | None, str | None] = (None, None),
    *,
    unit: bool = False,
    container: bool = False,
    profession: str | None = None,
) -> TitleEntry:
    form = TitleForm.UNIT if unit else TitleForm.JOB
    return TitleEntry(
        id, names, kinds, form, specialisations, levels, *usual, container, profession
    )


TITLES = TitleList(
    entries=(
        title("pmo", ("PMO",), PMO, ("office", "governance"), LEVELS, unit=True, container=True),
        title(
            "pmo-er",
            ("PMO'er", "PMO-medewerker"),
            PMO,
            ("office", "governance"),
            LEVELS[:3],
            ("office", "medior"),
        ),
        title("pmo-officer", ("PMO officer",), PMO, ("office",), LEVELS[:3], (None, "medior")),
        title("pmo-analyst", ("PMO analyst",), PMO, ("governance",), LEVELS[:3]),
        title("pmo-lead", ("PMO lead",), PMO, ("office",), ("lead",)),
        title("project-secretary", ("Projectsecretaris",), PMO, ("office",), LEVELS[:2]),
        title("project-assistant", ("projectassistent",), PMO, ("office",), LEVELS[:1]),
        title("project-supporter", ("projectondersteuner",), PMO, ("office",), LEVELS[:3]),
        title("project-worker", ("projectmedewerker",), EITHER, ("office",), LEVELS[:2]),
        title("controls", ("Manager Projectbeheersing",), PMO, ("governance",), LEVELS[2:4]),
        title("project-manager", ("projectmanager",), PROJECT_MANAGEMENT),
        title("programme-manager", ("programmamanager",), PROJECT_MANAGEMENT),
        title("project-leader", ("projectleider",), PROJECT_MANAGEMENT),
        title("auditor", ("auditor",), ADJACENT, profession="auditing"),
        title("controller", ("controller",), ADJACENT, profession="finance"),
        title("business-analyst", ("business analyst",), ADJACENT),
        title("nurse", ("verpleegkundige", "nurse"), OUTSIDE),
    ),
    same_word=(
        ("secretaris", "secretaresse"),
        ("medewerker", "medewerkster"),
        ("assistent", "assistente", "assistant"),
        ("leider", "leidster"),
        ("coordinator", "coördinatrice"),
        ("programma", "programme", "program"),
    ),
    noise=("interim", "a.i.", "zzp"),
    seniority=(
        SeniorityWord(("junior", "jr", "aankomend"), ("junior",)),
        SeniorityWord(("medior", "mid level"), ("medior",)),
        SeniorityWord(("ervaren",), ("medior", "senior")),
        SeniorityWord(("senior", "sr"), ("senior",)),
        SeniorityWord(("lead",), ("lead",)),
    ),
)


def competence(id: str, nl: str, *aliases: str) -> Competence:
    return Competence(id, False, text(nl, id), aliases, text("?"))


COMPETENCES = (
    competence("analytical", "analytisch", "analytische blik"),
    competence("critical", "kritisch"),
    competence("stress-resistant", "stressbestendig"),
)
MEASURES = (
    Measure("mean", text("?"), ("analytical", "critical"), None),
    Measure("strong", text("?"), ("analytical", "critical", "stress-resistant"), 4),
)
CERTIFICATES = (
    Certificate("p3o-foundation", "P3O® Foundation", ("P3O-F",), 3),
    Certificate("prince2-practitioner", "PRINCE2 Practitioner", (), 3),
)
WORK = (
    Work("raid-log", text("RAID-log bijhouden", "keeping the RAID log"), ("office",), ()),
    Work("portfolio-report", text("portfoliorapportage", "reporting"), ("governance",), ()),
)
GOALS = (
    Goal(
        "become-project-manager",
        text("projectmanager worden", "become a project manager"),
        Toward.PROJECT_MANAGEMENT,
        ("hogerop",),
        (
            "word ... projectmanager",
            "projectmanager worden",
            "projectleider worden",
            "become ... project manager",
            "projectmanager ... volgende stap",
            "projectmanager te worden",
            "becoming a project manager",
        ),
    ),
    Goal(
        "step-back",
        text("een stap terug", "a step back"),
        None,
        (),
        ("stap terug", "step back", "niet meer leidinggeven", "not lead a team"),
    ),
    Goal(
        "deepen",
        text("verdiepen", "deepen"),
        None,
        (),
        ("verdiepen", "deepen", "blijf ... PMO'er", "groeien in PMO", "doorgroeien"),
    ),
)


def a_rulebook() -> Rulebook:
    return Rulebook(
        specialisations=tuple(Specialisation(id, text(id.capitalize())) for id in SPECIALISATIONS),
        levels=tuple(
            Level(id, text(id.capitalize(), "Mid-level" if id == "medior" else id)) for id in LEVELS
        ),
        points={},
        ratings=(),
        measures=MEASURES,
        competences=COMPETENCES,
        certificates=CERTIFICATES,
        work=WORK,
        goals=GOALS,
        titles=TITLES,
        roles=(),
        moves=(),
        actions=(),
        tips=(),
        guardrail_texts={},
        attributes=attributes_from(
            specialisations=SPECIALISATIONS,
            levels=LEVELS,
            work=tuple(each.id for each in WORK),
            certificates=tuple(each.id for each in CERTIFICATES),
            goals=tuple(each.id for each in GOALS),
            competences={each.id: each.ask for each in COMPETENCES},
            measures=[each.id for each in MEASURES],
            signals=[],
            questions={
                words: text("?")
                for words in ("goals", "work", "certificates", "years in pmo", "years in role")
            },
        ),
        rules=(),
        cases=(),
        digest="sha256:0",
    )


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return a_rulebook()


@pytest.fixture(scope="session")
def reader(rulebook: Rulebook) -> Reader:
    return Reader(rulebook)
