import pytest

from service.reading.misspelt import LongWords

WORDS = LongWords(["projectmanager", "verdiepen", "groeien", "ondersteunen"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("projektmanager", "projectmanager"),
        ("projectmanger", "projectmanager"),
        ("projectmannager", "projectmanager"),
        ("porjectmanager", "projectmanager"),
        ("verdipeen", "verdiepen"),
        ("projectmanager", None),
        ("projectmanagers", None),
        ("projectmanagen", None),
        ("productmanager", None),
        ("rojectmanager", None),
        ("ondersteunden", None),
        ("groeeien", None),
        ("prejectmenager", None),
        ("", None),
    ],
)
def test_one_wrong_letter_inside_a_long_word_is_seen_through(
    written: str, meant: str | None
) -> None:
    assert WORDS.meant_by(written) == meant
