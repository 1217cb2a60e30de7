"""Rules in Dutch.

In Dutch the verb moves: "je werkt in office", "als je in office werkt". So a clause is put together
from its subject, its verb, and what stands between and after them.
"""

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


def _clause(subject: str, verb: str, middle: str, rest: str = "", tail: str = "") -> Clause:
    """`rest` is the second verb, `tail` what follows after all verbs, its sign included."""
    inside = " ".join(part for part in (subject, middle, verb, rest) if part)
    alone = " ".join(part for part in (subject, verb, middle, rest) if part)
    return Clause(inside + tail, alone + tail)


KNOWING = {
    "title.kind": "bij welk vak je titel hoort",
    "title.form": "of je titel een functie of een afdeling noemt",
    "title.profession": "bij welk verwant vak je titel hoort",
    "title.specialisations": "welke specialisaties je titel kan betekenen",
    "title.levels": "welke niveaus je titel kan betekenen",
    "title.ambiguous": "of je titel meer dan één ding kan betekenen",
    "current.specialisation": "welke specialisatie er is opgegeven",
    "current.level": "welk niveau er is opgegeven",
    "goals": "wat je wilt",
    "work": "welk werk je doet",
    "certificates": "welke certificaten je hebt",
    "years.in_pmo": "hoelang je in PMO werkt",
    "years.in_role": "hoelang je in je functie werkt",
    "specialisation": "wat nu je specialisatie is",
    "level": "wat nu je niveau is",
    "reading.contradictory": "of je gegevens tegenstrijdig zijn",
    "specialisation.source": "waar je specialisatie uit blijkt",
    "level.source": "waar je niveau uit blijkt",
    "advice.specialisation": "in welke specialisatie de eerste aanbeveling ligt",
    "advice.level": "op welk niveau de eerste aanbeveling ligt",
    "advice.move": "welke stap de eerste aanbeveling is",
}
"""What is known or not known, for each attribute that is no competence, measure or signal."""

PEOPLE = {Side.PMO: "de PMO'er", Side.PROJECT_MANAGER: "de projectmanager"}
"""The two of a duo; where there is only one person, that is "je"."""

MEMBERS = {
    "goals": ("je", "noemt", "als wens", "", "dingen"),
    "work": ("je werk", "omvat", "", "", "dingen"),
    "certificates": ("je", "hebt", "", "", "certificaten"),
    "title.specialisations": ("je titel", "kan", "", "betekenen", "specialisaties"),
    "title.levels": ("je titel", "kan", "", "betekenen", "niveaus"),
    "signal": ("uit je profiel", "blijkt", "", "", "dingen"),
}
for _side, _who in PEOPLE.items():
    MEMBERS |= {
        f"{_side.key}.goals": (_who, "noemt", "als wens", "", "dingen"),
        f"{_side.key}.work": (f"het werk van {_who}", "omvat", "", "", "dingen"),
        f"{_side.key}.certificates": (_who, "heeft", "", "", "certificaten"),
    }
"""Subject, verb, what comes before the names, second verb, and what they are together."""

SUBJECTS = {
    "title.kind": ("je titel", "hoort"),
    "title.form": ("je titel", "is"),
    "title.profession": ("je titel", "hoort"),
    "current.specialisation": ("de opgegeven specialisatie", "is"),
    "current.level": ("het opgegeven niveau", "is"),
    "specialisation": ("je", "werkt nu"),
    "level": ("je", "bent"),
    "specialisation.source": ("je specialisatie", "is"),
    "level.source": ("je niveau", "is"),
    "advice.specialisation": ("de specialisatie van de eerste aanbeveling", "is"),
    "advice.level": ("het niveau van de eerste aanbeveling", "is"),
    "advice.move": ("de eerste aanbeveling", "is"),
    "pmo.specialisation": ("de PMO'er", "werkt nu"),
    "pmo.level": ("de PMO'er", "is"),
}
"""Subject and verb of what has one value."""

_SOURCES = {
    "given": "opgegeven",
    "title": "uit je titel gehaald",
    "rule": "door een regel bepaald",
    "assumed": "aangenomen",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "title.kind": {
        "pmo": "bij PMO",
        "project-management": "bij projectmanagement",
        "adjacent": "bij een verwant vak",
        "outside": "bij een ander vak",
    },
    "title.form": {"job": "de naam van een functie", "unit": "de naam van een afdeling"},
    "specialisation.source": _SOURCES,
    "level.source": _SOURCES,
    "advice.move": {
        "deepen": "verdieping",
        "lateral": "een stap opzij",
        "widen": "verbreding",
        "up": "een niveau hoger",
        "step-back": "een stap terug",
        "entry": "een instap in PMO",
    },
}
"""Values that are words of the service itself."""

FLAGS = {
    ("title.ambiguous", True): _clause("je titel", "kan", "meer dan één ding", "betekenen"),
    ("title.ambiguous", False): _clause("je titel", "kan", "maar één ding", "betekenen"),
    ("reading.contradictory", True): _clause("je gegevens", "zijn", "tegenstrijdig"),
    ("reading.contradictory", False): _clause("je gegevens", "zijn", "niet tegenstrijdig"),
}
YEARS = {"years.in_pmo": "in PMO", "years.in_role": "in je functie"}

_STEPS = {
    LevelStep.SAME: "op hetzelfde niveau",
    LevelStep.UP: "één niveau hoger",
    LevelStep.SAME_OR_UP: "op hetzelfde niveau of één niveau hoger",
    LevelStep.DOWN: "één niveau lager",
}
_WEIGHTS = {
    "hint": "als lichte aanwijzing",
    "reason": "als reden",
    "strong reason": "als sterke reden",
}
_SAYS = {
    MessageKind.MISCONCEPTION: "zetten we een misverstand recht",
    MessageKind.AMBITION: "zeggen we over je wens",
    MessageKind.CAUTION: "geven we als kanttekening mee",
    MessageKind.PARTNERSHIP: "zeggen we over samenwerken",
}
_PAIRS = {
    PairingKind.COMPLETES: "vullen de twee elkaar aan",
    PairingKind.TENSION: "ligt spanning tussen de twee voor de hand",
}
OUTCOMES = {
    Outcome.RECOMMEND: "een aanbeveling",
    Outcome.RECOMMEND_WITH_CAUTION: "een aanbeveling met een kanttekening",
    Outcome.NEEDS_MORE_DATA: "een vraag om meer gegevens",
    Outcome.REFER: "een gesprek met een loopbaanadviseur",
}


class Dutch:
    """The Dutch wording, with the names of one rulebook."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def clause(self, statement: Statement) -> Clause:
        """The statement as a clause about "je", or about one of a duo."""
        if statement.is_about_knowing:
            known = "bekend is" if statement.is_yes else "niet bekend is"
            alone = "bekend is" if statement.is_yes else "onbekend is"
            asked = self.knowing(statement.attribute)
            return Clause(f"{known} {asked}", f"{alone} {asked}")
        clauses: Mapping[AttributeType, Callable[[Statement], Clause]] = {
            AttributeType.CHOICE: self._choice,
            AttributeType.SCALE: self._scale,
            AttributeType.RATING: self._rating,
            AttributeType.YEARS: self._years,
            AttributeType.MEASURE: self._measure,
            AttributeType.MEMBERS: self._members,
            AttributeType.FLAG: self._flag,
        }
        return clauses[statement.attribute.type](statement)

    def all_of(self, parts: list[str]) -> str:
        return in_a_row(parts, "en")

    def any_of(self, parts: list[str]) -> str:
        return ", ".join(f"óf {part}" for part in parts)

    def if_then(self, when: str, follows: str) -> str:
        return f"als {when}, dan {follows}"

    def settles(self, effect: Settle) -> str:
        if effect.specialisation is not None:
            place = f"je nu {self._working(effect.specialisation)} werkt"
        else:
            place = f"je niveau nu {self._names.place(str(effect.level))} is"
        return f"volgt daaruit dat {place}, als je titel dat toelaat"

    def signals(self, about: str) -> str:
        return f"blijkt uit je profiel: {quoted(about)}"

    def grows(self, effect: Grow) -> str:
        target = f"een rol {self._working(effect.specialisation)} {self._step(effect.level)}"
        if effect.weight is Weight.RULE_OUT:
            return f"valt {target} af, hoeveel punten daar ook voor zijn"
        points = abs(effect.points)
        key = self._names.points.get(points)
        weight = f", {_WEIGHTS[key]}" if key else ""
        counted = f"{points} {'punt' if points == 1 else 'punten'}"
        if effect.weight is Weight.ADVISE_AGAINST:
            return f"pleit dat tegen {target}{weight} ({counted} minder)"
        return f"past {target}{weight} ({counted})"

    def says(self, effect: Say) -> str:
        parts = []
        if effect.outcome is not None:
            stronger = ", of iets wat zwaarder weegt" if effect.outcome is not Outcome.REFER else ""
            parts.append(f"is de uitkomst {OUTCOMES[effect.outcome]}{stronger}")
        if effect.kind is not None and effect.text is not None:
            parts.append(f"{_SAYS[effect.kind]}: {quoted(effect.text.nl)}")
        return ", en ".join(parts)

    def pairs(self, effect: Pairing) -> str:
        fits = f"past tip {effect.tip.number} bij dit duo" if effect.tip else _PAIRS[effect.kind]
        return f"{fits}: {quoted(effect.text.nl)}"

    def knowing(self, attribute: Attribute) -> str:
        """What one knows who knows it, after "we know"."""
        family, _, id = attribute.own_id.partition(".")
        if attribute.type is AttributeType.RATING:
            return f"welk cijfer je hebt voor {self._names.competence(id)}"
        if attribute.type is AttributeType.MEASURE:
            return f"welke cijfers je hebt{self._of_measure(id)}"
        if family == "signal":
            return f"of dit uit je profiel blijkt: {listed(self._names.signal(id), 'of')}"
        return KNOWING.get(attribute.id) or f"wat er bij {quoted(attribute.words)} hoort"

    def _choice(self, statement: Statement) -> Clause:
        subject, verb = self._subject(statement.attribute)
        verb, _, now = verb.partition(" ")
        values = [
            self._value(statement.attribute, str(each)) for each in statement.condition.values
        ]
        denied = "" if statement.is_yes else "niet "
        return _clause(subject, verb, f"{now} {denied}{listed(values, 'of')}".strip())

    def _scale(self, statement: Statement) -> Clause:
        subject, verb = self._subject(statement.attribute)
        span, values = span_of(statement)
        names = [self._names.place(str(value)) for value in values]
        return _clause(subject, verb, self._spanned(span, names))

    def _spanned(self, span: Span, names: list[str]) -> str:
        match span:
            case Span.NOTHING:
                return "een niveau dat niet bestaat"
            case Span.BUT:
                return f"niet {names[0]}"
            case Span.FROM:
                return f"minstens {names[0]}"
            case Span.UP_TO:
                return f"hoogstens {names[0]}"
            case Span.BETWEEN:
                return f"{names[0]} tot en met {names[1]}"
            case _:
                return listed(names, "of")

    def _rating(self, statement: Statement) -> Clause:
        competence = self._names.competence(statement.attribute.own_id.partition(".")[2])
        return _clause(*_having(statement.attribute), f"voor {competence} {self._rated(statement)}")

    def _rated(self, statement: Statement) -> str:
        span, values = span_of(statement)
        first = values[0] if values else None
        match span:
            case Span.NOTHING:
                return "een cijfer dat niet bestaat"
            case Span.BUT:
                return f"een ander cijfer dan {first}"
            case Span.FROM:
                return f"een {first} of hoger"
            case Span.UP_TO:
                return f"een {first} of lager"
            case Span.BETWEEN:
                return f"een {first} tot en met {values[1]}"
            case _:
                return f"een {listed(map(str, values), 'of')}"

    def _years(self, statement: Statement) -> Clause:
        where = YEARS.get(statement.attribute.id)
        amount = self._amount(
            statement, [written(each, ",") for each in numbers_of(statement.condition)]
        )
        if where is None:
            return _clause(quoted(statement.attribute.words), "is", f"{amount} jaar")
        return _clause("je", "werkt", f"{amount} jaar {where}")

    def _measure(self, statement: Statement) -> Clause:
        id = statement.attribute.own_id.partition(".")[2]
        having = _having(statement.attribute)
        measure = self._names.measure(id)
        numbers = [written(each, ",") for each in numbers_of(statement.condition, measure)]
        if measure is None:
            return _clause(quoted(id), "is", self._amount(statement, numbers))
        if measure.is_mean:
            amount = self._amount(statement, [f"een {number}" for number in numbers])
            return _clause(*having, f"gemiddeld {amount}", tail=self._of_measure(id))
        amount = self._amount(statement, numbers)
        counted = f"een {measure.at_least} of hoger voor {amount} van deze competenties"
        return _clause(*having, counted, tail=self._of_measure(id))

    def _of_measure(self, id: str) -> str:
        measure = self._names.measure(id)
        if measure is None:
            return f" voor {quoted(id)}"
        competences = listed(map(self._names.competence, measure.competences), "en")
        return f" voor {competences}" if measure.is_mean else f": {competences}"

    def _amount(self, statement: Statement, numbers: list[str]) -> str:
        words = {
            Amount.EXACTLY: "precies {0}",
            Amount.NOT_EXACTLY: "niet precies {0}",
            Amount.AT_LEAST: "minstens {0}",
            Amount.BELOW: "minder dan {0}",
            Amount.AT_MOST: "hoogstens {0}",
            Amount.ABOVE: "meer dan {0}",
            Amount.BETWEEN: "{0} tot en met {1}",
            Amount.OUTSIDE: "minder dan {0} of meer dan {1}",
        }
        return words[amount_of(statement)].format(*numbers)

    def _members(self, statement: Statement) -> Clause:
        names = [self._value(statement.attribute, str(each)) for each in statement.condition.values]
        return self._listed(statement.attribute.id, claim_of(statement), names)

    def _listed(self, key: str, claim: Claim, names: list[str]) -> Clause:
        other = (quoted(key), "omvat", "", "", "dingen")
        subject, verb, before, rest, things = MEMBERS.get(key, other)
        some, every, two = listed(names, "of"), listed(names, "en"), 2
        if claim is Claim.SOME and len(names) <= two:
            said, tail = some, ""
        elif claim is Claim.SOME:
            said, tail = f"minstens één van deze {things}", f": {some}"
        elif claim is Claim.NONE and len(names) == 1:
            said, tail = f"{some} niet", ""
        elif claim is Claim.NONE:
            said, tail = f"geen van deze {things}", f": {some}"
        else:
            denied = "niet " if claim is Claim.NOT_ALL else ""
            both = len(names) == two
            said = f"{denied}zowel {' als '.join(names)}" if both else f"{denied}al deze {things}"
            tail = "" if both else f": {every}"
        return _clause(subject, verb, f"{before} {said}".strip(), rest, tail)

    def _flag(self, statement: Statement) -> Clause:
        family, _, id = statement.attribute.id.partition(".")
        if family == "signal":
            claim = Claim.SOME if statement.is_yes else Claim.NONE
            return self._listed(family, claim, list(self._names.signal(id)))
        flag = FLAGS.get((statement.attribute.id, statement.is_yes))
        denied = "" if statement.is_yes else "niet "
        return flag or _clause(quoted(statement.attribute.words), "is", f"{denied}zo")

    def _subject(self, attribute: Attribute) -> tuple[str, str]:
        return SUBJECTS.get(attribute.id, (quoted(attribute.words), "is"))

    def _value(self, attribute: Attribute, id: str) -> str:
        """The name of a value, as it stands in a clause about its attribute."""
        words: Mapping[str, Callable[[str], str]] = {
            "specialisation": self._working,
            "title.profession": lambda id: f"bij het vak {self._names.profession(id)}",
            "title.levels": lambda level: f"niveau {self._names.place(level)}",
            "work": self._names.work,
            "certificates": self._names.certificate,
            "goals": self._names.goal,
        }
        fixed = VALUES.get(attribute.id, {})
        return fixed.get(id) or words.get(attribute.own_id, self._names.place)(id)

    def _working(self, specialisation: str) -> str:
        word = "als" if specialisation in NAMED_AFTER_A_PERSON else "in"
        return f"{word} {self._names.place(specialisation)}"

    def _step(self, level: LevelStep | str) -> str:
        if isinstance(level, LevelStep):
            return _STEPS[level]
        return f"op niveau {self._names.place(level)} voor wie van buiten PMO komt"


def _having(attribute: Attribute) -> tuple[str, str]:
    return (PEOPLE[attribute.side], "heeft") if attribute.side else ("je", "hebt")
