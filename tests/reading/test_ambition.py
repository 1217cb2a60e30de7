import pytest

from service.reading.ambition import AmbitionReader
from service.reading.model import AmbitionReading
from service.reading.names import Names
from service.reading.profile import Profile
from service.reading.reader import Reader
from service.reading.spelling import SameWords
from service.rulebook.vocabulary import Goal, Mention, Text, Toward

PM = "become-project-manager"


def goals_in(reader: Reader, ambition: str) -> tuple[str, ...]:
    return reader.read(Profile("x", ambition=ambition)).goals


@pytest.mark.parametrize(
    "ambition",
    [
        "Ik wil projectmanager worden.",
        "IK WIL PROJECTMANAGER WORDEN!!!",
        "ik wil project manager worden",
        "ik wil project-manager worden",
        "Ik word ooit een heel goede projectmanager",
        "I want to become a project manager",
        "I want to become a projectmanager",
        "Ik wil projectleidster worden",
        "Dag. Later projectmanager worden; dat is het.",
        "Ik wil niet alleen projectmanager worden",
        "Niets liever dan projectmanager worden",
        "Ik wil geen coach maar projectmanager worden",
        "Ik wil niet leiden en ik wil projectmanager worden",
        "Is projectmanager niet de volgende stap?",
        "Is projectmanager worden niet wat iedereen doet?",
        "Waarom zou ik geen projectmanager worden?",
        "Isn't becoming a project manager what everyone does?",
        "Ik zou wel projectmanager willen worden",
        "Projectmanager wil ik ook wel worden",
        "projectmanager gewoon worden",
        "hogerop",
        "Become a project manager",
    ],
)
def test_a_stated_wish_is_heard(reader: Reader, ambition: str) -> None:
    assert goals_in(reader, ambition) == (PM,)


@pytest.mark.parametrize(
    "ambition",
    [
        "Ik wil geen projectmanager worden.",
        "Ik wil niet projectmanager worden.",
        "Projectmanager worden wil ik niet.",
        "Ik wil nooit projectmanager worden",
        "I do not want to become a project manager",
        "I don't want to become a project manager",
        "I dont want to become a project manager",
        "I will never become a project manager",
        "No, I won't become a project manager",
        "Zonder projectmanager te worden",
        "Liever iets anders dan projectmanager worden",
        "Is projectmanager nooit en niet de volgende stap?",
        "Ik word over een jaar of vijf misschien projectmanager",
        "Ooit projectmanager. Worden.",
        "projectmanagers wordend",
        "Projectmanager wil ik zelf ook nog wel worden",
        "Projectmanager moet iemand worden",
        "Is het erg dat ik geen projectmanager wil worden?",
        "Becoming a project manager isn't my goal",
        "Ik ga naar kantoor",
    ],
)
def test_a_wish_that_was_not_stated_is_not_heard(reader: Reader, ambition: str) -> None:
    reading = reader.read(Profile("x", ambition=ambition))

    assert reading.goals == ()
    assert reading.ambition is AmbitionReading.NOT_RECOGNISED


@pytest.mark.parametrize(
    ("ambition", "goals"),
    [
        ("Ik wil niet meer leidinggeven", ("step-back",)),
        ("I would not lead a team", ("step-back",)),
        ("Ik wil geen stap terug", ()),
        ("Doorgroeien zonder projectmanager te worden", ("deepen",)),
        ("Rather deepen than become a project manager", ("deepen",)),
        ("Deepen instead of becoming a project manager", ("deepen",)),
        ("Ik wil geen projectmanager worden want ik wil verdiepen", ("deepen",)),
        ("Ik blijf gewoon PMO-er", ("deepen",)),
        ("Ik blijf PMO’er, of projectmanager worden", (PM, "deepen")),  # noqa: RUF001
    ],
)
def test_what_is_denied_is_no_goal_and_the_rest_is(
    reader: Reader, ambition: str, goals: tuple[str, ...]
) -> None:
    assert goals_in(reader, ambition) == goals


@pytest.mark.parametrize("ambition", [None, "", "  \n "])
def test_without_an_ambition_there_is_none(reader: Reader, ambition: str | None) -> None:
    assert reader.read(Profile("x", ambition=ambition)).ambition is AmbitionReading.NONE


@pytest.mark.parametrize("ambition", ["🚀", "...", "iets heel anders"])
def test_an_ambition_without_a_known_goal_is_not_recognised(reader: Reader, ambition: str) -> None:
    reading = reader.read(Profile("x", ambition=ambition))

    assert reading.ambition is AmbitionReading.NOT_RECOGNISED


def test_the_text_of_an_ambition_is_nowhere_in_the_reading(reader: Reader) -> None:
    reading = reader.read(Profile("PMO'er", ambition="Mijn baas Ans: projectmanager worden"))

    assert reading.ambition is AmbitionReading.RECOGNISED
    assert "Ans" not in repr(reading)


SHARED_WORDS = {
    "be-partner": ("partner van ... projectmanager", "betere ... worden"),
    "be-manager": ("projectmanager worden", "word ... projectmanager", "wil ... meer ruimte"),
    "grow": ("wil ... groeien", "manager"),
}


@pytest.fixture
def ambitions() -> AmbitionReader:
    goals = [
        Goal(id, Text(id, id), None, (), phrases=phrases) for id, phrases in SHARED_WORDS.items()
    ]
    return AmbitionReader(goals, Names("goal", ()), SameWords(()))


@pytest.mark.parametrize(
    ("ambition", "goals"),
    [
        ("Ik wil partner van de projectmanager worden", {"be-partner"}),
        ("Ik word partner van de projectmanager", {"be-partner"}),
        (
            "Projectmanager worden is mooier dan partner van de projectmanager",
            {"be-partner", "be-manager"},
        ),
        ("Ik wil projectmanager worden en daarna groeien", {"be-manager", "grow"}),
        ("Ik wil meer ruimte en groeien", {"be-manager", "grow"}),
        ("Een betere projectmanager worden", {"be-partner", "be-manager"}),
        ("Ik wil graag manager zijn en groeien", {"grow"}),
    ],
)
def test_words_that_two_goals_share_belong_to_the_longer_phrase(
    ambitions: AmbitionReader, ambition: str, goals: set[str]
) -> None:
    found, _ = ambitions.read(ambition)

    assert found == goals


MENTIONED = (
    Goal(
        "lead",
        Text("lead", "lead"),
        Toward.PROJECT_MANAGEMENT,
        (),
        phrases=("word leider",),
        mention=Mention(
            of=("leider", "leiderschap"),
            beside=("stap", "richting", "zou", "dan leider", "zonder leider"),
            unless=("de leider", "ben leider"),
            in_questions=True,
        ),
        opposite="not-lead",
        when_urged=True,
    ),
    Goal("not-lead", Text("not", "not"), None, (), phrases=("allesbehalve leider",)),
    Goal(
        "come",
        Text("come", "come"),
        Toward.PMO,
        (),
        phrases=("naar PMO",),
        mention=Mention(of=("PMO",), beside=("stap", "worden")),
        opposite="stay-out",
    ),
    Goal("stay-out", Text("out", "out"), None, (), phrases=("blijf hier",)),
    Goal("grow", Text("grow", "grow"), None, (), phrases=("hoofd worden", "wil doorgroeien")),
)


def mentioned(ambition: str, at: Toward | None = None) -> frozenset[str]:
    reader = AmbitionReader(MENTIONED, Names("goal", ()), SameWords(()))
    return reader.read(ambition, at)[0]


@pytest.mark.parametrize(
    ("ambition", "goals"),
    [
        ("Een stap: leider", set()),
        ("De volgende stap is leider", {"lead"}),
        ("Leider of leiderschap als stap", {"lead"}),
        ("Leider wordt de volgende stap", {"lead"}),
        ("De stap naar de leider", set()),
        ("Ik ben leider en zoek een stap", set()),
        ("Leider is leuk", set()),
        ("Is leider iets voor mij?", {"lead"}),
        ("Is leider leuk?", set()),
        ("Leider, dat is mijn volgende stap", {"lead"}),
        ("Ik ben leider, dat was een stap", set()),
        ("Richting leider wil ik niet", {"not-lead"}),
        ("Leider? Nee, dank je.", {"not-lead"}),
        ("Richting leider. Echt niet.", {"not-lead"}),
        ("Geen stap richting leider. Nee.", {"not-lead"}),
        ("Ik weet niet of leider een stap is", {"lead"}),
        ("Liever stilzitten dan leider", {"not-lead"}),
        ("Ik kom verder zonder leider", {"not-lead"}),
        ("Ik kom niet verder zonder leider", {"lead"}),
        ("Ik ken mensen die een stap richting leider doen", set()),
        ("Mijn zus zet een stap richting leider", {"lead"}),
        ("Mijn zus wil een stap richting leider", set()),
        ("Mijn zus wil een stap richting leider, ik niet", {"not-lead"}),
        ("Mijn baas wil voor mij een stap richting leider", {"lead"}),
        ("Mijn baas wil dat ik doorgroei en wil doorgroeien", {"grow"}),
        ("Mijn baas wil voor mij geen stap richting leider", set()),
        ("Mijn baas wil dat ik leider word, richting leider", {"lead"}),
        ("Mijn baas ziet mij richting leider gaan, maar ik wil doorgroeien", {"grow", "not-lead"}),
        ("Mijn baas ziet mij richting leider gaan en ik wil doorgroeien", {"grow", "lead"}),
    ],
)
def test_a_mention_is_a_wish_beside_the_right_words(ambition: str, goals: set[str]) -> None:
    assert mentioned(ambition) == goals


@pytest.mark.parametrize(
    ("ambition", "at", "goals"),
    [
        ("PMO hoofd worden", None, {"grow", "come"}),
        ("PMO hoofd worden", Toward.PMO, {"grow"}),
        ("Ik wil niet naar PMO", None, {"stay-out"}),
        ("Ik wil niet naar PMO", Toward.PMO, set()),
        ("Een stap van PMO richting leider", None, {"lead", "come"}),
        ("Een stap van PMO richting leider", Toward.PMO, {"lead"}),
        ("Een stap van leider richting PMO", Toward.PROJECT_MANAGEMENT, {"come"}),
        ("Ik word leider, een stap uit PMO", None, {"lead", "come"}),
        ("Ik word leider met een stap uit PMO", None, {"lead"}),
    ],
)
def test_where_someone_works_tells_what_a_mention_means(
    ambition: str, at: Toward | None, goals: set[str]
) -> None:
    assert mentioned(ambition, at) == goals


def test_a_long_word_with_one_wrong_letter_is_the_word_that_was_meant() -> None:
    assert mentioned("Ik wil doorgroein") == {"grow"}
    assert mentioned("Ik wil doorgeoein") == set()
