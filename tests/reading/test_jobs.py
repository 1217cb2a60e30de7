import pytest

from service.reading.jobs import JobNames
from service.reading.spelling import SameWords
from service.rulebook.titles import TitleEntry, TitleForm, TitleKind


def entry(
    *names: str,
    kind: TitleKind = TitleKind.PMO,
    form: TitleForm = TitleForm.JOB,
    specialisations: tuple[str, ...] = ("office",),
    levels: tuple[str, ...] = ("medior",),
) -> TitleEntry:
    return TitleEntry(
        names[0],
        names,
        (kind,),
        form,
        specialisations,
        levels,
        None,
        None,
        container=False,
    )


JOBS = JobNames(
    [
        entry("PMO", form=TitleForm.UNIT),
        entry("PMO'er", "PMO officer"),
        entry("PMO lead", "hoofd PMO", levels=("lead", "principal")),
        entry("PMO consultant", specialisations=("office", "consultant")),
        entry("assurance officer", specialisations=("assurance",)),
        entry("project manager", "bouwprojectleider", kind=TitleKind.PROJECT_MANAGEMENT),
        entry("auditor", kind=TitleKind.ADJACENT),
    ],
    SameWords(()),
)


@pytest.mark.parametrize(
    ("words", "in_place"),
    [
        ("naar pmo", "naar <pmo unit>"),
        ("pmoer worden", "<pmo> worden"),
        ("een pmo officer zijn", "een <pmo>  zijn"),
        ("hoofd pmo worden", "<pmo lead>  worden"),
        ("pmo consultant", "<pmo consultant> "),
        ("assurance officer", "<pmo assurance> "),
        ("projectmanager", "<project-management>"),
        ("project manager", "<project-management> "),
        ("projektmanager", "<project-management>"),
        ("projct manager", "<project-management> "),
        ("bouwprojectleider", "<project-management>"),
        ("projectmanagers", "projectmanagers"),
        ("auditor worden", "auditor worden"),
    ],
)
def test_jobs_that_are_alike_are_one_word_and_places_stay(words: str, in_place: str) -> None:
    assert " ".join(JOBS.in_place(words.split(" "))) == in_place
