"""Vocabularies: attributes of every type, at every moment, in small numbers."""

from hypothesis import strategies as st

from service.rulebook.vocabulary import Attribute, AttributeType, Moment

SPECIALISATIONS = ("office", "governance", "assurance", "consultant")
LEVELS = ("junior", "medior", "senior", "lead", "principal")
KINDS = ("pmo", "project-management", "adjacent", "outside")
WORK = ("raid-log", "portfolio-report", "gate-review", "maturity-assessment", "leading-a-team")
CERTIFICATES = ("p3o-foundation", "prince2-practitioner", "ipma-pmo")
GOALS = ("become-project-manager", "step-back", "deepen")
SOURCES = ("given", "title", "rule", "assumed")


def attribute(
    id: str,
    type: AttributeType,
    values: tuple[str, ...] = (),
    moment: Moment = Moment.READING,
    settles: bool = False,
) -> Attribute:
    """An attribute whose words in rules are its id with spaces."""
    return Attribute(id, id.replace(".", " "), type, moment, values, settles)


def competence(name: str) -> Attribute:
    return attribute(f"competence.{name}", AttributeType.RATING)


def measure(name: str) -> Attribute:
    return attribute(f"measure.{name}", AttributeType.MEASURE)


def signal(name: str) -> Attribute:
    return attribute(f"signal.{name}", AttributeType.FLAG, moment=Moment.SIGNALS)


SPECIALISATION = attribute(
    "specialisation", AttributeType.CHOICE, SPECIALISATIONS, Moment.SPECIALISATION
)
LEVEL = attribute("level", AttributeType.SCALE, LEVELS, Moment.PLACE)
TITLE_KIND = attribute("title.kind", AttributeType.CHOICE, KINDS, settles=True)
TITLE_AMBIGUOUS = attribute("title.ambiguous", AttributeType.FLAG, settles=True)
TITLE_LEVELS = attribute("title.levels", AttributeType.MEMBERS, LEVELS, settles=True)
YEARS_IN_PMO = attribute("years.in-pmo", AttributeType.YEARS, settles=True)
WORK_DONE = attribute("work", AttributeType.MEMBERS, WORK, settles=True)
CERTIFICATES_HELD = attribute("certificates", AttributeType.MEMBERS, CERTIFICATES, settles=True)
GOALS_STATED = attribute("goals", AttributeType.MEMBERS, GOALS)
CONTRADICTORY = attribute("reading.contradictory", AttributeType.FLAG, moment=Moment.ADVICE)
LEVEL_SOURCE = attribute("level.source", AttributeType.CHOICE, SOURCES, Moment.ADVICE)
ADVICE_LEVEL = attribute("advice.level", AttributeType.SCALE, LEVELS, Moment.ADVICE)

ALWAYS_THERE = (
    SPECIALISATION,
    LEVEL,
    TITLE_KIND,
    TITLE_AMBIGUOUS,
    TITLE_LEVELS,
    YEARS_IN_PMO,
    WORK_DONE,
    CERTIFICATES_HELD,
    GOALS_STATED,
    CONTRADICTORY,
    LEVEL_SOURCE,
    ADVICE_LEVEL,
)


@st.composite
def vocabularies(draw: st.DrawFn) -> tuple[Attribute, ...]:
    """The attributes of a rulebook, without its signals."""
    competences = draw(st.integers(1, 4))
    measures = draw(st.integers(1, 2))
    return (
        *ALWAYS_THERE,
        *(competence(f"trait-{number}") for number in range(competences)),
        *(measure(f"strengths-{number}") for number in range(measures)),
    )
