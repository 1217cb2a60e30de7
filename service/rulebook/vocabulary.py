"""The words of a rulebook: attributes with their types, and the entries that they take as values.

Only values live here; how files become these values is the business of the readers beside it.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from service.rulebook.position import Position

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, Language] = ("nl", "en")

RATINGS = (1, 2, 3, 4, 5)
YEARS_MAXIMUM = 60
TENTHS = 10
"""Years are kept as whole tenths, so that 3.5 years is 35 and nothing is ever rounded."""


@dataclass(frozen=True, slots=True)
class Text:
    """One human text in both languages.

    `positions` says where the Dutch and the English stand, when they came out of a file; texts
    that say the same are equal wherever they stand.
    """

    nl: str
    en: str
    positions: tuple[Position, Position] | None = field(default=None, compare=False, repr=False)

    def in_language(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en


class Stage(StrEnum):
    """The folder that a rule stands in; it decides what the rule may look at and do."""

    SETTLING = "settling"
    SIGNALS = "signals"
    GROWTH = "growth"
    MESSAGES = "messages"
    PARTNERSHIP = "partnership"


class Side(StrEnum):
    """One of the two people of a duo, as rules call them."""

    PMO = "pmo"
    PROJECT_MANAGER = "project manager"

    @property
    def key(self) -> str:
        """Its name in JSON."""
        return self.value.replace(" ", "_")


class AttributeType(StrEnum):
    """What values an attribute takes among the facts.

    CHOICE: one id of `values`. SCALE: a choice whose values are ordered from low to high.
    RATING: a whole number 1-5. YEARS: whole tenths of years, 0-600. MEMBERS: a frozenset of ids of
    `values`. FLAG: True or False. MEASURE: a pair (low, high) of whole numbers, see `Measure`.
    """

    CHOICE = "choice"
    SCALE = "scale"
    RATING = "rating"
    YEARS = "years"
    MEMBERS = "members"
    FLAG = "flag"
    MEASURE = "measure"


class Moment(StrEnum):
    """When an attribute becomes part of the facts; a stage sees what came before it."""

    READING = "reading"
    SPECIALISATION = "specialisation"
    PLACE = "place"
    SIGNALS = "signals"
    ADVICE = "advice"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something a rule can look at.

    `id` is its name in JSON ("competence.analytical"), `words` in rules ("competence analytical").
    `settles` says that settling rules may look at it; `asked` is its question, None when it is
    never asked; `order` is its place in the vocabulary. `side` says whom of a duo it is
    about, and is None where there is only one person.
    """

    id: str
    words: str
    type: AttributeType
    moment: Moment
    values: tuple[str, ...] = ()
    settles: bool = False
    asked: Text | None = None
    order: int = 0
    side: Side | None = None

    @property
    def own_id(self) -> str:
        """The id of the same attribute where there is only one person."""
        return self.id.removeprefix(f"{self.side.key}.") if self.side else self.id

    @property
    def own_words(self) -> str:
        return self.words.removeprefix(f"{self.side} ") if self.side else self.words

    @property
    def can_turn_out(self) -> bool:
        """Whether the attribute, when unknown, is something that a person could still tell."""
        return self.type in {AttributeType.RATING, AttributeType.YEARS} or self.id in {
            "certificates",
            "work",
        }


@dataclass(frozen=True, slots=True)
class Measure:
    """A count over ratings: their mean, or how many are at least `at_least`.

    The value is a range of whole numbers (low, high): for a mean the sum of the ratings, with
    unknown ones counted as 1 and as 5; for a number the count, with unknown ones as 0 and as 1.
    """

    id: str
    about: Text
    competences: tuple[str, ...]
    at_least: int | None
    position: Position | None = field(default=None, compare=False, repr=False)

    @property
    def is_mean(self) -> bool:
        return self.at_least is None


@dataclass(frozen=True, slots=True)
class Specialisation:
    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Level:
    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Profession:
    """A profession next to PMO, which titles of kind `adjacent` may name."""

    id: str
    name: Text
    position: Position | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rating:
    """What a rating means in words."""

    value: int
    meaning: Text


@dataclass(frozen=True, slots=True)
class Competence:
    """A trait gives points and questions; only functional competences are asked by a role."""

    id: str
    functional: bool
    name: Text
    aliases: tuple[str, ...]
    ask: Text
    position: Position | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who holds it, holds what it `includes` as well: a practitioner needs no foundation."""

    id: str
    name: str
    aliases: tuple[str, ...]
    valid_years: int | None
    includes: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Work:
    id: str
    name: Text
    specialisations: tuple[str, ...]
    aliases: tuple[str, ...]
    position: Position | None = field(default=None, compare=False, repr=False)


class Toward(StrEnum):
    """The profession that a goal points to, where it points to one."""

    PMO = "pmo"
    PROJECT_MANAGEMENT = "project-management"


class ChangeKind(StrEnum):
    """What a person can change, in the words of `costs:` in vocabulary.yaml."""

    GOAL = "state a goal"
    COMPETENCE = "raise a competence"
    WORK = "take up work"
    CERTIFICATE = "earn a certificate"

    @property
    def id(self) -> str:
        """What it is called in answers."""
        return self.name.lower()


BECOME_PROJECT_MANAGER = "become-project-manager"
STAY_PROJECT_MANAGER = "stay-project-manager"
COME_TO_PMO = "come-to-pmo"
STEP_BACK = "step-back"
REQUIRED_GOALS = (BECOME_PROJECT_MANAGER, STAY_PROJECT_MANAGER, COME_TO_PMO, STEP_BACK)


@dataclass(frozen=True, slots=True)
class Mention:
    """What a goal is about: one of these stands beside another in a clause, in any order.

    It does not count as part of one of `unless`. `in_questions` tells whether it also counts with
    nothing beside it, in a question that writers ask about themselves.
    """

    of: tuple[str, ...]
    beside: tuple[str, ...]
    unless: tuple[str, ...] = ()
    in_questions: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that people say they want; `phrases` are searched in what they wrote.

    `opposite` is the goal of who denies it. `when_urged` tells whether it is heard too when others
    want it for the writer.
    """

    id: str
    name: Text
    toward: Toward | None
    aliases: tuple[str, ...]
    phrases: tuple[str, ...]
    mention: Mention | None = None
    opposite: str | None = None
    when_urged: bool = False
    position: Position | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Action:
    id: str
    kind: str
    text: Text
    position: Position | None = field(default=None, compare=False, repr=False)


class Tip(StrEnum):
    """The five tips for a PMO'er and a project manager, in their order."""

    TRUST = "trust"
    EQUALITY = "equality"
    MIRROR = "mirror"
    GOLDEN_MATCH = "golden-match"
    SPARRING = "sparring"

    @property
    def number(self) -> int:
        return list(Tip).index(self) + 1

    @property
    def same_for_both(self) -> bool:
        """Whether the tip reads the same from both sides."""
        return self not in {Tip.MIRROR, Tip.GOLDEN_MATCH}


@dataclass(frozen=True, slots=True)
class TipText:
    """What a tip says to each of the two."""

    tip: Tip
    for_pmo: Text
    for_project_manager: Text
