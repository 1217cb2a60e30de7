import pytest

from service.reading.clauses import Clause, clauses_of
from service.reading.wishers import Wisher

OF_THE_WRITER = (Wisher.WRITER, Wisher.TOLD)


def words_in(text: str) -> list[str]:
    return [" ".join(clause.words) for clause in clauses_of(text) if clause.wisher in OF_THE_WRITER]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Ik wil groeien. Graag!", ["ik wil groeien", "graag"]),
        (
            "groeien, verdiepen; leren: nu\nstraks",
            ["groeien", "verdiepen", "leren", "nu", "straks"],
        ),
        ("groeien - niet leiden", ["groeien", "niet leiden"]),
        ("ik groei maar ik leid niet", ["ik groei", "maar ik leid niet"]),
        ("ik groei want ik wil leren", ["ik groei", "want ik wil leren"]),
        ("I want to grow so I learn", ["i want to grow", "so i learn"]),
        ("ik leid niet en ik wil leren", ["ik leid niet", "en ik wil leren"]),
        ("groeien en leren", ["groeien en leren"]),
        ("PMO'er of PMO-er", ["pmoer of pmoer"]),
        ("I don't, I DON’T, I dont", ["i do not", "i do not", "i do not"]),  # noqa: RUF001
        ("i.p.v. P.M.O. werk", ["ipv pmo werk"]),
        (" ... 🚀 ?!", []),
    ],
)
def test_a_new_thought_starts_a_new_clause(text: str, clauses: list[str]) -> None:
    assert words_in(text) == clauses


def only_clause(text: str) -> Clause:
    (clause,) = clauses_of(text)
    return clause


@pytest.mark.parametrize(
    ("text", "negations"),
    [
        ("ik wil niet leiden", {"niet"}),
        ("geen team en nooit budget", {"geen", "nooit"}),
        ("I won't lead", {"not"}),
        ("I want to lead", set()),
        ("niet alleen leiden", set()),
        ("not only lead", set()),
        ("niets liever dan leiden", set()),
        ("without doubt lead", set()),
        ("niet alleen leiden of niet leiden", {"niet"}),
        ("Is leiden niet de volgende stap?", set()),
        ("Is leiden niet de volgende stap", {"niet"}),
        ("Is leiden nooit de volgende stap?", {"nooit"}),
        ("Waarom zou ik geen team leiden?", set()),
        ("Waarom wil ik geen team leiden?", {"geen"}),
        ("Is het erg dat ik niet wil leiden?", {"niet"}),
        ("Isn't leading the next step?", set()),
        ("Why shouldn't I lead?", set()),
        ("Is it bad that I don't want to lead?", {"not"}),
        ("Is it fine not to lead?", {"not"}),
        ("How do I grow if I do not want to lead?", {"not"}),
    ],
)
def test_a_negation_denies_its_whole_clause(text: str, negations: set[str]) -> None:
    assert only_clause(text).negations == negations


@pytest.mark.parametrize(
    ("text", "denied_after"),
    [
        ("groeien zonder te leiden", ((1, "zonder"),)),
        ("leren in plaats van leiden", ((1, "in"),)),
        ("learn instead of lead", ((1, "instead"),)),
        ("liever leren dan leiden", ((2, "dan"),)),
        ("rather learn than lead", ((2, "than"),)),
        ("meer leren dan leiden", ()),
        ("niets liever dan leiden", ()),
    ],
)
def test_some_words_deny_only_what_comes_after_them(
    text: str, denied_after: tuple[tuple[int, str], ...]
) -> None:
    assert only_clause(text).denied_after == denied_after


@pytest.mark.parametrize(
    "text",
    [
        "Mijn collega wil leiden",
        "Een vriend van mij wil leiden",
        "Mijn baas vindt dat ik moet leiden",
        "Iedereen wil leiden",
        "Mensen willen leiden",
        "My manager wants me to lead",
        "My boss thinks I should lead",
        "Vroeger wilde ik leiden",
        "Ik heb ooit willen leiden",
        "Ik had willen leiden",
        "I used to want to lead",
        "I once wanted to lead",
    ],
)
def test_what_others_want_and_what_was_wanted_once_is_left_out(text: str) -> None:
    assert words_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ik wilde altijd al leiden",
        "ik wilde graag leiden",
        "ik heb altijd willen leiden",
        "i have always wanted to lead",
        "i wanted to ask if i could lead",
        "mijn team zou ik willen leiden",
        "een team leiden",
        "mijn collegas begeleiden",
        "een goede coach zijn",
        "mijn baas denkt dat ik wil leiden",
    ],
)
def test_what_the_writer_wants_is_kept_with_others_in_it(text: str) -> None:
    assert words_in(text) == [text]


def test_what_is_told_of_others_denies_what_comes_after() -> None:
    clause = only_clause("Ik help collega's die willen leiden")

    assert clause.others_after == (3,)
    assert clause.denied_after == ()


def test_a_question_keeps_its_hope_when_it_ends_with_another_thought() -> None:
    assert words_in("Is dat niet de volgende stap, leiden?") == [
        "is dat de volgende stap",
        "leiden",
    ]


@pytest.mark.parametrize(
    ("text", "wisher"),
    [
        ("ik wil leiden", Wisher.WRITER),
        ("op mijn werk wil ik leiden", Wisher.WRITER),
        ("mijn baas denkt dat ik wil leiden", Wisher.TOLD),
        ("mijn baas vindt dat ik moet leiden", Wisher.URGED),
        ("my manager wants me to lead", Wisher.URGED),
        ("people keep asking when i will lead", Wisher.URGED),
        ("mijn collega wil leiden", Wisher.ELSE),
        ("mijn collega zegt tegen mij dat hij wil leiden", Wisher.ELSE),
        ("haar doel is leiden", Wisher.ELSE),
        ("het was mijn droom om te leiden", Wisher.ELSE),
        ("i used to lead", Wisher.ELSE),
        ("i am used to leading", Wisher.WRITER),
        ("years ago i thought about leading", Wisher.ELSE),
        ("jaren geleden dacht ik aan leiden", Wisher.ELSE),
    ],
)
def test_a_clause_tells_whose_wish_it_is(text: str, wisher: Wisher) -> None:
    assert only_clause(text).wisher is wisher


@pytest.mark.parametrize(
    ("text", "takes_back"),
    [
        ("Maar dat is niet zo", True),
        ("Nee, dank je", True),
        ("but I don't", True),
        ("That's nonsense", True),
        ("Dat is mooi", False),
        ("Ik wil niet leiden", False),
        ("Waarom niet?", False),
    ],
)
def test_a_clause_may_only_deny_what_was_said_before(text: str, takes_back: bool) -> None:
    assert next(clauses_of(text)).takes_back is takes_back


@pytest.mark.parametrize(
    ("text", "negations"),
    [
        ("Ik weet niet of dat iets voor mij is", set()),
        ("I do not know whether it suits me", set()),
        ("Ik wil niet leiden of sturen", {"niet"}),
        ("I hate leading", {"hate"}),
    ],
)
def test_who_does_not_know_denies_nothing(text: str, negations: set[str]) -> None:
    assert next(clauses_of(text)).negations == negations


def test_a_thought_about_what_was_just_said_goes_on() -> None:
    assert words_in("Ik ben leider en wil dat blijven") == ["ik ben leider en wil dat blijven"]
