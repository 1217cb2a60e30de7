import pytest

from service.reading.parts import Separator, parts_of
from service.reading.spelling import plain

NEXT, PLACE, JOIN, DEPARTMENT = (
    Separator.NEXT,
    Separator.PLACE,
    Separator.JOIN,
    Separator.DEPARTMENT,
)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("PMO officer", []),
        ("PMO-officer", []),
        ("PMO officer, Utrecht", [(NEXT, "utrecht")]),
        ("PMO officer - Utrecht", [(NEXT, "utrecht")]),
        ("PMO officer – Utrecht", [(NEXT, "utrecht")]),  # noqa: RUF001
        ("PMO officer | afdeling Inkoop", [(PLACE, "inkoop")]),
        ("PMO officer (Utrecht)", [(NEXT, "utrecht")]),
        ("PMO officer bij Gemeente Utrecht", [(PLACE, "utrecht")]),
        ("PMO officer @Philips", [(PLACE, "philips")]),
        ("PMO officer te Utrecht", [(PLACE, "utrecht")]),
        ("PMO officer department Finance", [(DEPARTMENT, "finance")]),
        ("PMO officer, department Finance", [(PLACE, "finance")]),
        ("PMO officer / secretaris", [(JOIN, "secretaris")]),
        ("PMO officer en secretaris", [(JOIN, "secretaris")]),
        ("PMO officer & secretaris", [(JOIN, "secretaris")]),
        (", - PMO officer , ,", []),
    ],
)
def test_a_title_falls_apart_where_a_new_part_starts(
    title: str, parts: list[tuple[Separator, str]]
) -> None:
    first, *rest = parts_of(plain(title))

    assert first.separator is Separator.START
    assert first.words == ("pmo", "officer")
    assert [(part.separator, " ".join(part.words)) for part in rest] == parts


def test_a_title_without_words_has_no_parts() -> None:
    assert parts_of(" , 🚀 - ") == []
