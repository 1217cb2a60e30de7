"""Texts that no person sends: they are read in a time that grows with their length only."""

from itertools import count
from time import thread_time

import pytest

from service.reading.model import AmbitionReading
from service.reading.profile import Profile, ProfileRefused
from service.reading.reader import Reader

PIECES = [
    "a",
    "a ",
    "🚀",
    "\u0301",
    "e\u0301\u0323",
    "\u202e",
    "ﷺ",
    "١٢ ",
    "/",
    "-",
    " - ",
    "(",
    "(a,",
    ", ",
    "1-",
    "#1",
    "32 uur ",
    "m/v/",
    "req ",
    "x- en ",
    "senior ",
    "senior junior ",
    "secretaresse",
    "PMO'er, ",
    "projectsecretaris en ",
    "word ",
    "word projectmanager ",
    "projectmanager",
    "niet ",
    "liever dan projectmanager worden ",
    "don't ",
    "p.m.",
    "...",
    "voor project ",
    "afdeling ",
    "Philips ",
    "Bank of the ",
    "PMO officer Philips ",
    "een ",
]


NUMBERS = count()


def quickest(reader: Reader, text: str) -> float:
    """The shortest of a few times, in seconds of this thread's own work.

    Each time with another number in front: a title that was read before is remembered.
    """
    times = []
    for _ in range(5):
        sent = f"{next(NUMBERS)} {text}"
        start = thread_time()
        reader.read(Profile(sent, ambition=sent))
        times.append(thread_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_eight_times_as_long_does_not_take_much_more_than_eight_times_as_long(
    reader: Reader, piece: str
) -> None:
    short, long = (piece * 1_000)[:1_000], (piece * 8_000)[:8_000]
    before, after = quickest(reader, short), quickest(reader, long)

    # Quadratic time would be 64 times as long.
    assert after < 24 * before + 0.002


@pytest.mark.parametrize("piece", ["🚀", "a", "\u0301", "\u202e", "/", ", ", "senior "])
def test_nothing_is_recognised_in_noise(reader: Reader, piece: str) -> None:
    reading = reader.read(Profile(piece * 200, ambition=f"{piece * 200}!"))

    assert not reading.title.recognised
    assert reading.ambition is AmbitionReading.NOT_RECOGNISED


def test_marks_on_every_letter_do_not_hide_a_title(reader: Reader) -> None:
    marked = "".join(letter + "\u0301" * 50 for letter in "PMO'er")

    assert reader.titles.read(marked).entry == "pmo-er"


def test_text_from_right_to_left_is_read_like_any_other(reader: Reader) -> None:
    reading = reader.read(Profile("\u202bمدير المشروع\u202c", certificates=("شهادة",)))

    assert not reading.title.recognised
    assert reading.unrecognised_certificates == ("شهادة",)


def test_hostile_names_are_refused_like_any_other(reader: Reader) -> None:
    names = ["🚀", "\u0301" * 200, "a" * 200, "/~/", ""]

    with pytest.raises(ProfileRefused) as refused:
        reader.read(Profile("x", competences=dict.fromkeys(names, 3), work=tuple(names)))

    assert len(refused.value.errors) == 2 * len(names)
