"""Rules in English."""

from collections.abc import Callable, Mapping

from service.rulebook.rules import (
    Grow,
    LevelStep,
    MessageKind,
    Outcome,
    Pairing,
    PairingKind,
    Say,
    Settle,
    Weight,
)
from service.rulebook.vocabulary import Attribute, AttributeType, Side
from service.wording.language import Clause, in_a_row
from service.wording.names import NAMED_AFTER_A_PERSON, Names, listed, quoted, written
from service.wording.statements import (
    Amount,
    Claim,
    Span,
    Statement,
    amount_of,
    claim_of,
    numbers_of,
    span_of,
)

KNOWING = {
    "title.kind": "which profession your title belongs to",
    "title.form": "whether your title names a job or a department",
    "title.profession": "which related profession your title belongs to",
    "title.specialisations": "which specialisations your title can mean",
    "title.levels": "which levels your title allows",
    "title.ambiguous": "whether your title can mean more than one thing",
    "current.specialisation": "which specialisation was sent",
    "current.level": "which level was sent",
    "goals": "what you want",
    "work": "what work you do",
    "certificates": "which certificates you hold",
    "years.in_pmo": "how long you have worked in PMO",
    "years.in_role": "how long you have been in your role",
    "specialisation": "what your specialisation is now",
    "level": "what your level is now",
    "reading.contradictory": "whether your data contradict each other",
    "specialisation.source": "where your specialisation comes from",
    "level.source": "where your level comes from",
    "advice.specialisation": "in which specialisation the first recommendation is",
    "advice.level": "at which level the first recommendation is",
    "advice.move": "which step the first recommendation is",
}
"""What is known or not known, for each attribute that is no competence, measure or signal."""

PEOPLE = {Side.PMO: "the PMO colleague", Side.PROJECT_MANAGER: "the project manager"}
"""The two of a duo; where there is only one person, that is "you"."""

MEMBERS = {
    "goals": ("you state as a wish", "you do not state as a wish", "things"),
    "work": ("your work includes", "your work does not include", "things"),
    "certificates": ("you hold", "you do not hold", "certificates"),
    "title.specialisations": ("your title can mean", "your title cannot mean", "specialisations"),
    "title.levels": ("your title allows", "your title does not allow", "levels"),
    "signal": ("your profile shows", "your profile does not show", "things"),
}
for _side, _who in PEOPLE.items():
    MEMBERS |= {
        f"{_side.key}.goals": (
            f"{_who} states as a wish",
            f"{_who} does not state as a wish",
            "things",
        ),
        f"{_side.key}.work": (
            f"the work of {_who} includes",
            f"the work of {_who} does not include",
            "things",
        ),
        f"{_side.key}.certificates": (f"{_who} holds", f"{_who} does not hold", "certificates"),
    }
"""What is said of a list, its opposite, and what its members are together."""

SUBJECTS = {
    "title.kind": ("your title belongs", "your title does not belong"),
    "title.form": ("your title is", "your title is not"),
    "title.profession": ("your title belongs", "your title does not belong"),
    "current.specialisation": (
        "the specialisation that was sent is",
        "the specialisation that was sent is not",
    ),
    "current.level": ("the level that was sent is", "the level that was sent is not"),
    "specialisation": ("you now work", "you do not now work"),
    "level": ("your level is", "your level is not"),
    "specialisation.source": ("your specialisation is", "your specialisation is not"),
    "level.source": ("your level is", "your level is not"),
    "advice.specialisation": (
        "the specialisation of the first recommendation is",
        "the specialisation of the first recommendation is not",
    ),
    "advice.level": (
        "the level of the first recommendation is",
        "the level of the first recommendation is not",
    ),
    "advice.move": ("the first recommendation is", "the first recommendation is not"),
    "pmo.specialisation": (
        "the PMO colleague now works",
        "the PMO colleague does not now work",
    ),
    "pmo.level": (
        "the level of the PMO colleague is",
        "the level of the PMO colleague is not",
    ),
}
"""What is said of what has one value, and its opposite."""

_SOURCES = {
    "given": "as it was sent",
    "title": "taken from your title",
    "rule": "settled by a rule",
    "assumed": "assumed",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "title.kind": {
        "pmo": "to PMO",
        "project-management": "to project management",
        "adjacent": "to a related profession",
        "outside": "to another profession",
    },
    "title.form": {"job": "the name of a job", "unit": "the name of a department"},
    "specialisation.source": _SOURCES,
    "level.source": _SOURCES,
    "advice.move": {
        "deepen": "deepening",
        "lateral": "a step sideways",
        "widen": "widening",
        "up": "one level up",
        "step-back": "a step back",
        "entry": "an entry into PMO",
    },
}
"""Values that are words of the service itself."""

FLAGS = {
    ("title.ambiguous", True): "your title can mean more than one thing",
    ("title.ambiguous", False): "your title can mean only one thing",
    ("reading.contradictory", True): "your data contradict each other",
    ("reading.contradictory", False): "your data do not contradict each other",
}
YEARS = {
    "years.in_pmo": "you have worked in PMO for",
    "years.in_role": "you have been in your role for",
}

_STEPS = {
    LevelStep.SAME: "at the same level",
    LevelStep.UP: "one level up",
    LevelStep.SAME_OR_UP: "at the same level or one level up",
    LevelStep.DOWN: "one level down",
}
_WEIGHTS = {"hint": "as a hint", "reason": "as a reason", "strong reason": "as a strong reason"}
_SAYS = {
    MessageKind.MISCONCEPTION: "we put a misunderstanding right",
    MessageKind.AMBITION: "we say about your wish",
    MessageKind.CAUTION: "we add as a caution",
    MessageKind.PARTNERSHIP: "we say about working together",
}
_PAIRS = {
    PairingKind.COMPLETES: "the two complete each other",
    PairingKind.TENSION: "tension between the two is likely",
}
OUTCOMES = {
    Outcome.RECOMMEND: "a recommendation",
    Outcome.RECOMMEND_WITH_CAUTION: "a recommendation with a caution",
    Outcome.NEEDS_MORE_DATA: "a request for more data",
    Outcome.REFER: "a talk with a career advisor",
}


class English:
    """The English wording, with the names of one rulebook."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def clause(self, statement: Statement) -> Clause:
        """The statement as a clause about "you", or about one of a duo."""
        said = self._said(statement)
        return Clause(said, said)

    def all_of(self, parts: list[str]) -> str:
        return in_a_row(parts, "and")

    def any_of(self, parts: list[str]) -> str:
        return f"either {', or '.join(parts)}"

    def if_then(self, when: str, follows: str) -> str:
        return f"if {when}, then {follows}"

    def settles(self, effect: Settle) -> str:
        if effect.specialisation is not None:
            place = f"you now work {self._working(effect.specialisation)}"
        else:
            place = f"your level is now {self._names.place(str(effect.level))}"
        return f"it follows that {place}, if your title allows it"

    def signals(self, about: str) -> str:
        return f"your profile shows: {quoted(about)}"

    def grows(self, effect: Grow) -> str:
        role = f"a role {self._working(effect.specialisation)} {self._step(effect.level)}"
        entering = (
            "" if isinstance(effect.level, LevelStep) else "someone who comes from outside PMO"
        )
        for_whom = f" for {entering}" if entering else ""
        if effect.weight is Weight.RULE_OUT:
            return f"{role} is ruled out{for_whom}, however many points speak for it"
        points = abs(effect.points)
        key = self._names.points.get(points)
        weight = f", {_WEIGHTS[key]}" if key else ""
        counted = f"{points} {'point' if points == 1 else 'points'}"
        if effect.weight is Weight.ADVISE_AGAINST:
            return f"that speaks against {role}{for_whom}{weight} ({counted} less)"
        return f"{role} fits {entering}".rstrip() + f"{weight} ({counted})"

    def says(self, effect: Say) -> str:
        parts = []
        if effect.outcome is not None:
            stronger = (
                ", or something that weighs more" if effect.outcome is not Outcome.REFER else ""
            )
            parts.append(f"the outcome is {OUTCOMES[effect.outcome]}{stronger}")
        if effect.kind is not None and effect.text is not None:
            parts.append(f"{_SAYS[effect.kind]}: {quoted(effect.text.en)}")
        return ", and ".join(parts)

    def pairs(self, effect: Pairing) -> str:
        fits = f"tip {effect.tip.number} fits this duo" if effect.tip else _PAIRS[effect.kind]
        return f"{fits}: {quoted(effect.text.en)}"

    def _said(self, statement: Statement) -> str:
        if statement.is_about_knowing:
            known = "it is known" if statement.is_yes else "it is not known"
            return f"{known} {self.knowing(statement.attribute)}"
        said: Mapping[AttributeType, Callable[[Statement], str]] = {
            AttributeType.CHOICE: self._choice,
            AttributeType.SCALE: self._scale,
            AttributeType.RATING: self._rating,
            AttributeType.YEARS: self._years,
            AttributeType.MEASURE: self._measure,
            AttributeType.MEMBERS: self._members,
            AttributeType.FLAG: self._flag,
        }
        return said[statement.attribute.type](statement)

    def knowing(self, attribute: Attribute) -> str:
        """What one knows who knows it, after "we know"."""
        family, _, id = attribute.own_id.partition(".")
        if attribute.type is AttributeType.RATING:
            return f"what rating you have for {self._names.competence(id)}"
        if attribute.type is AttributeType.MEASURE:
            return f"what ratings you have{self._of_measure(id)}"
        if family == "signal":
            return f"whether your profile shows {listed(self._names.signal(id), 'or')}"
        return KNOWING.get(attribute.id) or f"what belongs to {quoted(attribute.words)}"

    def _choice(self, statement: Statement) -> str:
        values = [
            self._value(statement.attribute, str(each)) for each in statement.condition.values
        ]
        return f"{self._subject(statement.attribute, statement.is_yes)} {listed(values, 'or')}"

    def _scale(self, statement: Statement) -> str:
        span, values = span_of(statement)
        names = [self._names.place(str(value)) for value in values]
        subject = self._subject(statement.attribute, span is not Span.BUT)
        return f"{subject} {self._spanned(span, names)}"

    def _spanned(self, span: Span, names: list[str]) -> str:
        match span:
            case Span.NOTHING:
                return "one that does not exist"
            case Span.FROM:
                return f"at least {names[0]}"
            case Span.UP_TO:
                return f"at most {names[0]}"
            case Span.BETWEEN:
                return f"from {names[0]} to {names[1]}"
            case _:
                return listed(names, "or")

    def _rating(self, statement: Statement) -> str:
        competence = self._names.competence(statement.attribute.own_id.partition(".")[2])
        return f"{_having(statement.attribute)} {self._rated(statement)} for {competence}"

    def _rated(self, statement: Statement) -> str:
        span, values = span_of(statement)
        first = values[0] if values else None
        match span:
            case Span.NOTHING:
                return "a rating that does not exist"
            case Span.BUT:
                return f"a rating other than {first}"
            case Span.FROM:
                return f"a {first} or higher"
            case Span.UP_TO:
                return f"a {first} or lower"
            case Span.BETWEEN:
                return f"a {first} to {values[1]}"
            case _:
                return f"a {listed(map(str, values), 'or')}"

    def _years(self, statement: Statement) -> str:
        numbers = [written(each, ".") for each in numbers_of(statement.condition)]
        subject = YEARS.get(statement.attribute.id) or f"{quoted(statement.attribute.words)} is"
        unit = "year" if numbers[-1] == "1" else "years"
        return f"{subject} {self._amount(statement, numbers)} {unit}"

    def _measure(self, statement: Statement) -> str:
        id = statement.attribute.own_id.partition(".")[2]
        having = _having(statement.attribute)
        measure = self._names.measure(id)
        amount = self._amount(
            statement, [written(each, ".") for each in numbers_of(statement.condition, measure)]
        )
        if measure is None:
            return f"{quoted(id)} is {amount}"
        if measure.is_mean:
            return f"{having} an average of {amount}{self._of_measure(id)}"
        counted = f"{having} a {measure.at_least} or higher for {amount} of these competences"
        return counted + self._of_measure(id)

    def _of_measure(self, id: str) -> str:
        measure = self._names.measure(id)
        if measure is None:
            return f" for {quoted(id)}"
        competences = listed(map(self._names.competence, measure.competences), "and")
        return f" for {competences}" if measure.is_mean else f": {competences}"

    def _amount(self, statement: Statement, numbers: list[str]) -> str:
        words = {
            Amount.EXACTLY: "exactly {0}",
            Amount.NOT_EXACTLY: "other than {0}",
            Amount.AT_LEAST: "at least {0}",
            Amount.BELOW: "less than {0}",
            Amount.AT_MOST: "at most {0}",
            Amount.ABOVE: "more than {0}",
            Amount.BETWEEN: "{0} to {1}",
            Amount.OUTSIDE: "less than {0} or more than {1}",
        }
        return words[amount_of(statement)].format(*numbers)

    def _members(self, statement: Statement) -> str:
        names = [self._value(statement.attribute, str(each)) for each in statement.condition.values]
        return self._listed(statement.attribute.id, claim_of(statement), names)

    def _listed(self, key: str, claim: Claim, names: list[str]) -> str:
        other = (f"{quoted(key)} includes", f"{quoted(key)} does not include", "things")
        included, left_out, things = MEMBERS.get(key, other)
        subject = included if claim in {Claim.SOME, Claim.ALL} else left_out
        some, every, two = listed(names, "or"), listed(names, "and"), 2
        if claim in {Claim.SOME, Claim.NONE}:
            said = "at least one of" if claim is Claim.SOME else "any of"
            return (
                f"{subject} {some}"
                if len(names) <= two
                else (f"{subject} {said} these {things}: {some}")
            )
        if len(names) == two:
            return f"{subject} both {every}"
        return f"{subject} all of these {things}: {every}"

    def _flag(self, statement: Statement) -> str:
        family, _, id = statement.attribute.id.partition(".")
        if family == "signal":
            claim = Claim.SOME if statement.is_yes else Claim.NONE
            return self._listed(family, claim, list(self._names.signal(id)))
        flag = FLAGS.get((statement.attribute.id, statement.is_yes))
        denied = "" if statement.is_yes else "not "
        return flag or f"{quoted(statement.attribute.words)} is {denied}so"

    def _subject(self, attribute: Attribute, holds: bool) -> str:
        words = quoted(attribute.words)
        said, denied = SUBJECTS.get(attribute.id, (f"{words} is", f"{words} is not"))
        return said if holds else denied

    def _value(self, attribute: Attribute, id: str) -> str:
        """The name of a value, as it stands in a clause about its attribute."""
        words: Mapping[str, Callable[[str], str]] = {
            "specialisation": self._working,
            "title.profession": lambda id: f"to the profession {self._names.profession(id)}",
            "work": self._names.work,
            "certificates": self._names.certificate,
            "goals": self._names.goal,
        }
        fixed = VALUES.get(attribute.id, {})
        return fixed.get(id) or words.get(attribute.own_id, self._names.place)(id)

    def _working(self, specialisation: str) -> str:
        word = "as a" if specialisation in NAMED_AFTER_A_PERSON else "in"
        return f"{word} {self._names.place(specialisation)}"

    def _step(self, level: LevelStep | str) -> str:
        if isinstance(level, LevelStep):
            return _STEPS[level]
        return f"at {self._names.place(level)}"


def _having(attribute: Attribute) -> str:
    return f"{PEOPLE[attribute.side]} has" if attribute.side else "you have"
