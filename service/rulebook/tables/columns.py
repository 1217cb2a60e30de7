"""The columns of a table: which there are in each folder, and what stands above them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from service.rulebook.attributes import attributes_from
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.protected import protected_word
from service.rulebook.rules import Weight
from service.rulebook.sentences import FAMILIES, OF_FAMILY
from service.rulebook.tables.cells import NOTE, Cell, Kind, Row
from service.rulebook.vocabulary import LANGUAGES, AttributeType, Side, Stage

BEGIN = ("rule", "about nl", "about en")
"""What every row has, in every folder."""

TARGET = ("to specialisation", "to level")
BECAUSE = ("because nl", "because en")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a row can do: the columns that it fills in, and those that it may leave blank."""

    must: tuple[str, ...]
    may: tuple[str, ...] = ()


EFFECT = "effect"
"""The column that names the effect, in the one folder where effects share their columns."""

EFFECTS: Mapping[Stage, Mapping[str, Effect]] = {
    Stage.SETTLING: {
        "settle specialisation": Effect(("settle specialisation",)),
        "settle level": Effect(("settle level",)),
    },
    Stage.SIGNALS: {"signal": Effect(("signal",))},
    Stage.GROWTH: {
        Weight.RECOMMEND: Effect((*TARGET, "points", *BECAUSE), ("actions",)),
        Weight.ADVISE_AGAINST: Effect((*TARGET, "points", *BECAUSE)),
        Weight.RULE_OUT: Effect((*TARGET, *BECAUSE)),
    },
    Stage.MESSAGES: {
        "say": Effect(("say", "text nl", "text en")),
        "outcome": Effect(("outcome",)),
    },
    Stage.PARTNERSHIP: {
        "completes": Effect(("completes nl", "completes en")),
        "tension": Effect(("tension nl", "tension en")),
        "fits tip": Effect(("fits tip", *BECAUSE)),
    },
}


def columns_of(stage: Stage) -> tuple[str, ...]:
    """The columns of a table in a folder, apart from those with conditions."""
    own = (EFFECT,) if stage is Stage.GROWTH else ()
    effects = EFFECTS[stage].values()
    return tuple(
        dict.fromkeys(
            (*BEGIN, *own, *(name for each in effects for name in (*each.must, *each.may)))
        )
    )


def required_columns(stage: Stage) -> tuple[str, ...]:
    """Those that no table in the folder can do without."""
    own = (EFFECT,) if stage is Stage.GROWTH else ()
    shared = [set(each.must) for each in EFFECTS[stage].values()]
    always = set.intersection(*shared)
    return (*BEGIN, *own, *(name for name in columns_of(stage) if name in always))


class Holds(Enum):
    """What the cells of a column with conditions say about what stands above them."""

    THE_REST = auto()
    """The rest of a sentence with `is`."""
    MEMBERS = auto()
    """The rest of a sentence with `include`."""
    YES_OR_NO = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `holds` is None where it is no condition."""

    words: str
    header: Cell
    holds: Holds | None

    @property
    def is_note(self) -> bool:
        return self.words.startswith(NOTE)

    @property
    def is_text(self) -> bool:
        """Whether it holds a text for people, which stands as it is."""
        return self.words.rpartition(" ")[2] in LANGUAGES


_TYPES = {
    words: attribute.type
    for words, attribute in attributes_from(
        specialisations=(),
        levels=(),
        professions=("any",),
        work=(),
        certificates=(),
        goals=(),
        competences={},
        measures=(),
        signals=(),
        questions={},
    ).items()
}
"""What every rulebook can look at. Ids of competences and the like are looked at later on."""

_NO_AGE_BUT_A_NAME = ("name", "names", "naam")

_OTHERWISE = {
    "id": "rule",
    "name": "rule",
    "naam": "rule",
    "regel": "rule",
    "about": "about nl` and `about en",
    "because": "because nl` and `because en",
    "text": "text nl` and `text en",
    "completes": "completes nl` and `completes en",
    "tension": "tension nl` and `tension en",
    **{str(weight): f"{EFFECT}` above, and `{weight}` in the cells" for weight in Weight},
    "target specialisation": "to specialisation",
    "target level": "to level",
    "action": "actions",
}
"""What people write above a column, with what is meant."""


def columns_in(header: Row, stage: Stage, report: Report) -> dict[int, Column] | None:
    """The columns by their number, counted from 0; None when something is wrong with them."""
    if all(name_of(cell) != "rule" for _, cell in header.filled()):
        _tell_no_header(header, stage, report)
        return None
    found: dict[int, Column] = {}
    right = True
    for index, cell in header.filled():
        column = _column(cell, stage, report)
        if column is None or _stands_twice(column, found, report):
            right = False
        else:
            found[index] = column
    if right:
        right = not list(_tell_missing(found, header, stage, report))
    return found if right else None


def _tell_no_header(header: Row, stage: Stage, report: Report) -> None:
    cells = [cell for _, cell in header.filled()]
    meant = next((cell for cell in cells if _OTHERWISE.get(name_of(cell)) == "rule"), None)
    note = f" A sheet with notes has a name that starts with `{NOTE}`." if cells[0].sheet else ""
    report.error(
        (meant or cells[0]).at(),
        "no-header",
        "The first row names the columns, and here none of them is called `rule`.",
        f"Write `rule` instead of `{meant.text}`."
        if meant
        else f"Write {listed(columns_of(stage), 20)} above the columns.{note}",
    )


def name_of(header: Cell) -> str:
    """What stands above a column; capitals and spaces do not matter."""
    return " ".join(header.text.lower().split())


def _column(cell: Cell, stage: Stage, report: Report) -> Column | None:
    words = name_of(cell)
    if words in columns_of(stage) or (words.startswith(NOTE) and cell.kind is Kind.TEXT):
        return Column(words, cell, None)
    holds = _holds(words)
    if holds is not None:
        return Column(words, cell, holds)
    home = next((each for each in Stage if words in columns_of(each)), None)
    protected = protected_word(words)
    if home is not None:
        report.error(
            cell.at(),
            "wrong-stage",
            f"A table in `{stage}/` has no column `{words}`.",
            f"Move the table to `{home}/`, or use {listed(columns_of(stage), 20)}.",
        )
    elif protected is not None and protected not in _NO_AGE_BUT_A_NAME:
        report.error(
            cell.at(max(cell.text.lower().find(protected), 0)),
            "protected-attribute",
            f"`{protected}` is protected, or stands in for something that is.",
            "Leave it out: no rule looks at it. Use work, competences, certificates or goals.",
        )
    else:
        report.error(
            cell.at(),
            "unknown-column",
            f"`{words}` is no column of a table in `{stage}/`, and nothing that a rule can look "
            "at.",
            _what_to_write(words, stage),
        )
    return None


def _what_to_write(words: str, stage: Stage) -> str:
    if words in _OTHERWISE:
        meant = _OTHERWISE[words]
        return f"Write `{meant}." if meant.endswith("cells") else f"Write `{meant}`."
    first, _, rest = words.partition(" ")
    if first in FAMILIES and rest:
        return f"Write `{first}` and one id, such as `{first} {'-'.join(rest.split())}`."
    return did_you_mean(
        words,
        [*columns_of(stage), *_TYPES],
        f"Columns are {listed(columns_of(stage), 20)}, and what a rule can look at, such as "
        "`level` or `competence X`. Start it with `#` when it holds notes.",
    )


def _holds(words: str) -> Holds | None:
    """What the cells below an attribute say; None when the words are no attribute."""
    side = next((each for each in Side if words.startswith(f"{each} ")), None)
    own = words.removeprefix(f"{side} ") if side else words
    parts = own.split(" ")
    if len(parts) == OF_FAMILY and parts[0] in FAMILIES:
        return Holds.YES_OR_NO if parts[0] == "signal" else Holds.THE_REST
    match _TYPES.get(own):
        case None:
            return None
        case AttributeType.FLAG:
            return Holds.YES_OR_NO
        case AttributeType.MEMBERS:
            return Holds.MEMBERS
        case _:
            return Holds.THE_REST


def _stands_twice(column: Column, found: Mapping[int, Column], report: Report) -> bool:
    """Conditions and notes may stand twice, and then both count; anything else may not."""
    first = next((each for each in found.values() if each.words == column.words), None)
    if first is None or column.holds is not None or column.is_note:
        return False
    report.error(
        column.header.at(),
        "repeated-key",
        f"The column `{column.words}` stands here a second time (the first: {first.header.at()}).",
        "Delete one of the two, or give it another name.",
    )
    return True


def _tell_missing(
    found: Mapping[int, Column], header: Row, stage: Stage, report: Report
) -> Iterator[str]:
    names = {column.words for column in found.values()}
    for name in required_columns(stage):
        if name not in names:
            report.error(
                header.cell(0).at(),
                "missing-column",
                f"The column `{name}` is missing in this table.",
                f"Add a column with `{name}` in its first row.",
            )
            yield name
