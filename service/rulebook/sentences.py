"""Conditions with a meaning: words of a sentence become an attribute, an operator and values."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from schemas.dutch import in_english
from service.rulebook.conditions import Condition, Operator, Value
from service.rulebook.diagnostics import Report, did_you_mean, listed, nearest
from service.rulebook.document import Scalar
from service.rulebook.grammar import Sentence, parse_sentence
from service.rulebook.protected import protected_word
from service.rulebook.sentence_mistakes import SentenceError, Word
from service.rulebook.vocabulary import (
    RATINGS,
    TENTHS,
    YEARS_MAXIMUM,
    Attribute,
    AttributeType,
    Measure,
    Side,
)

COMPARISONS = (Operator.IS_AT_LEAST, Operator.IS_AT_MOST, Operator.IS_BETWEEN)
EQUALITIES = (Operator.IS, Operator.IS_NOT)
KNOWNNESS = (Operator.IS_KNOWN, Operator.IS_UNKNOWN)
INCLUSIONS = (Operator.INCLUDES_ONE, Operator.INCLUDES_ALL, Operator.INCLUDES_NONE)

OPERATORS: Mapping[AttributeType, tuple[Operator, ...]] = {
    AttributeType.CHOICE: (*EQUALITIES, Operator.IS_ONE_OF),
    AttributeType.SCALE: (*EQUALITIES, Operator.IS_ONE_OF, *COMPARISONS),
    AttributeType.RATING: (*EQUALITIES, Operator.IS_ONE_OF, *COMPARISONS),
    AttributeType.YEARS: (*EQUALITIES, *COMPARISONS),
    AttributeType.MEASURE: (*EQUALITIES, *COMPARISONS),
    AttributeType.MEMBERS: INCLUSIONS,
    AttributeType.FLAG: EQUALITIES,
}
"""What can be said about each type; `is known` and `is unknown` go with all of them."""

INSTEAD: Mapping[AttributeType, str] = {
    AttributeType.CHOICE: "is V` or `{0} is one of [V, W]",
    AttributeType.SCALE: "is V`, `{0} is at least V` or `{0} is at most V",
    AttributeType.RATING: "is at least N` or `{0} is at most N",
    AttributeType.YEARS: "is at least N` or `{0} is between A and B",
    AttributeType.MEASURE: "is at least N` or `{0} is at most N",
    AttributeType.MEMBERS: "include one of [V, W]",
    AttributeType.FLAG: "",
}

Aliases = Mapping[str, Mapping[str, str]]
"""For each family of ids ("competence", "work" ...) other names, in lower case, with their id."""

FAMILIES = ("competence", "measure", "signal")
OF_FAMILY = 2
"""Words in the name of an attribute of a family: the family and one id."""

LONGEST_NUMBER = 8
"""Characters."""


class _Mistake(Exception):
    """A sentence without a meaning; `meant` is the id to write where it goes wrong, if one is near.

    It takes the place of the word there. `in_dutch`: what is looked at has a Dutch name.
    """

    def __init__(
        self,
        offset: int,
        code: str,
        message: str,
        hint: str,
        meant: str | None = None,
        *,
        in_dutch: bool = False,
    ) -> None:
        super().__init__(message)
        self.offset, self.code, self.message, self.hint = offset, code, message, hint
        self.meant, self.in_dutch = meant, in_dutch


class SentenceReader:
    """Reads conditions against the attributes of one rulebook."""

    def __init__(
        self,
        attributes: Mapping[str, Attribute],
        of_a_duo: Mapping[str, Attribute],
        measures: Mapping[str, Measure],
        aliases: Aliases,
        report: Report,
    ) -> None:
        self._attributes = attributes
        self._of_a_duo = of_a_duo
        self._measures = measures
        self._aliases = aliases
        self._report = report

    def condition(self, text: Scalar) -> Condition | None:
        """The condition, or None when it has a mistake, which is then in the report."""
        return self._read(text, self._condition)

    def condition_of_a_duo(self, text: Scalar) -> Condition | None:
        """The same for a condition about one of two people, such as `pmo level is senior`."""
        return self._read(text, self._about_one_of_two)

    def _read(self, text: Scalar, meaning: Callable[[Sentence], Condition]) -> Condition | None:
        try:
            return replace(meaning(parse_sentence(text)), position=text.position)
        except SentenceError as error:
            hint = self._in_english(error.english, meaning) if error.english else error.hint
            self._report.error(text.at(error.offset), "not-a-condition", error.message, hint)
        except _Mistake as error:
            hint, english = error.hint, in_english(text) if error.in_dutch else None
            if english:
                hint = f"Rules are in English. {self._in_english(english.condition, meaning)}"
            self._report.error(text.at(error.offset), error.code, error.message, hint)
        return None

    def _in_english(self, condition: str, meaning: Callable[[Sentence], Condition]) -> str:
        """What to write for a Dutch condition: in English, and with ids that exist."""
        for _ in condition.split():
            try:
                meaning(parse_sentence(condition))
            except SentenceError:
                break
            except _Mistake as mistake:
                if mistake.meant is None:
                    return f"Write `{condition}`. {mistake.message} {mistake.hint}"
                before, after = condition[: mistake.offset], condition[mistake.offset :]
                condition = before + re.sub(r"^[^\s\[\],]+", mistake.meant, after)
            else:
                break
        return f"Write `{condition}`."

    def _condition(self, sentence: Sentence) -> Condition:
        flag = self._flag(sentence)
        if flag is not None:
            return flag
        attribute = self._attribute(sentence.attribute)
        operator = sentence.operator
        if operator not in (*OPERATORS[attribute.type], *KNOWNNESS):
            raise self._wrong_operator(attribute, sentence)
        if attribute.type is AttributeType.FLAG and operator not in KNOWNNESS:
            raise self._wrong_operator(attribute, sentence)
        values = tuple(self._value(attribute, word) for word in sentence.literals)
        self._check_values(attribute, operator, values, sentence)
        return Condition(attribute, operator, values, _spelled(attribute, operator, sentence))

    def _about_one_of_two(self, sentence: Sentence) -> Condition:
        side = _side_of(sentence.attribute)
        words = [word.text for word in sentence.attribute]
        if side is None:
            name = " ".join(words)
            for side in Side:
                start = words[: len(side.split())]
                if nearest(" ".join(start), [side]):
                    raise _Mistake(
                        _offset_of_difference(sentence.attribute, side),
                        "no-side",
                        f"`{' '.join(start)}` is nobody here.",
                        f"Did you mean `{side}`?",
                    )
            raise _Mistake(
                sentence.attribute[0].offset,
                "no-side",
                f"`{name}` does not say of whom: there are two people here.",
                f"Write {listed(f'{side} {name}' for side in Side)}."
                if any(name in each for each in self._of_a_duo)
                else f"Start with {listed(Side)}.",
            )
        rest = sentence.attribute[len(side.split()) :]
        condition = self._condition(replace(sentence, attribute=rest))
        attribute = self._of_a_duo.get(f"{side} {condition.attribute.words}")
        if attribute is None:
            raise _Mistake(
                rest[0].offset,
                "wrong-stage",
                f"A rule in `partnership/` cannot look at `{condition.attribute.words}` of the "
                f"{'PMO colleague' if side is Side.PMO else 'project manager'}.",
                "It may look at competences, measures, work, certificates and goals of both, and "
                "at `pmo specialisation` and `pmo level`.",
            )
        return replace(condition, attribute=attribute, sentence=f"{side} {condition.sentence}")

    def _flag(self, sentence: Sentence) -> Condition | None:
        """`signal S`, `title is ambiguous` and the like; None for any other sentence."""
        first = sentence.attribute[0]
        if len(sentence.attribute) == 1 and first.text == "signal" and sentence.literals:
            attribute = self._member_of_family("signal", sentence.literals[0])
            return Condition(attribute, Operator.IS, (True,), attribute.words)
        if sentence.operator in EQUALITIES:
            subject = " ".join(word.text for word in sentence.attribute)
            flagged = self._attributes.get(f"{subject} is {sentence.literals[0].text}")
            if flagged is not None:
                spelled = f"{subject} {sentence.operator} {sentence.literals[0].text}"
                return Condition(flagged, sentence.operator, (True,), spelled)
            self._check_flag_spelling(subject, sentence.literals[0])
        return None

    def _check_flag_spelling(self, subject: str, word: Word) -> None:
        flags = [
            words.removeprefix(f"{subject} is ")
            for words in self._attributes
            if words.startswith(f"{subject} is ")
        ]
        if flags and subject not in self._attributes:
            raise _Mistake(
                word.offset,
                "unknown-id",
                f"`{subject} is {word.text}` has no meaning.",
                f"Write {listed(f'{subject} is {flag}' for flag in flags)}"
                + (
                    ", or say what of it: "
                    + listed(name for name in self._attributes if name.startswith(f"{subject} "))
                    + "."
                ),
            )

    def _attribute(self, words: tuple[Word, ...]) -> Attribute:
        name = " ".join(word.text for word in words)
        if name in self._attributes:
            return self._attributes[name]
        if name in self._of_a_duo:
            raise _Mistake(
                words[0].offset,
                "wrong-stage",
                f"`{name}` is about one of two people, and this rule is about one person.",
                f"Write `{self._of_a_duo[name].own_words}`, or move the rule to `partnership/`.",
            )
        protected = next((word for word in words if protected_word(word.text)), None)
        if protected is not None:
            raise _Mistake(
                protected.offset,
                "protected-attribute",
                f"`{protected.text}` is protected, or stands in for something that is.",
                "Leave it out: no rule looks at it. Use work, competences, certificates or goals.",
            )
        of_family = len(words) == OF_FAMILY
        if of_family and words[0].text in FAMILIES:
            return self._member_of_family(words[0].text, words[1])
        plain = [words for words in self._attributes if words.partition(" ")[0] not in FAMILIES]
        plain = [words for words in plain if " is " not in words]
        near = nearest(name, [*self._attributes])
        family = nearest(words[0].text, FAMILIES)
        english = in_english(name)
        in_dutch = bool(english and english.condition in (*self._attributes, *self._of_a_duo))
        if english and in_dutch:
            near, hint = english.condition, f"Rules are in English: `{english.condition}`."
        elif words[0].text in FAMILIES:
            hint = (
                f"Write `{words[0].text}` and one id, joined by hyphens where it has several words."
            )
        elif near:
            hint = f"Did you mean `{near}`?"
        elif of_family and family:
            hint = f"Did you mean `{family} {words[1].text}`?"
        elif f"competence {name}" in self._attributes:
            hint = f"Write `competence {name}`."
        else:
            hint = (
                f"You can look at {listed(plain, 20)}, and `competence X`, `measure X`, `signal X`."
            )
        raise _Mistake(
            _offset_of_difference(words, near),
            "unknown-attribute",
            f"`{name}` is nothing that a rule can look at.",
            hint,
            in_dutch=in_dutch,
        )

    def _member_of_family(self, family: str, word: Word) -> Attribute:
        found = self._attributes.get(f"{family} {word.text}")
        if found is not None:
            return found
        known = [
            words.removeprefix(f"{family} ")
            for words in self._attributes
            if words.startswith(f"{family} ")
        ]
        raise _Mistake(
            word.offset,
            "unknown-id",
            f"There is no {family} `{word.text}`.",
            self._suggestion(family, word.text, known),
            self._alias(family, word.text) or nearest(word.text, known),
        )

    def _alias(self, family: str, word: str) -> str | None:
        """The id of what is also called so."""
        return self._aliases.get(family, {}).get(word.lower())

    def _suggestion(self, family: str, word: str, known: Iterable[str]) -> str:
        known = list(known)
        alias = self._alias(family, word)
        if alias is not None:
            return f"In rules write its id: `{alias}`."
        otherwise = f"Known are {listed(known)}." if known else f"No {family} exists yet."
        return did_you_mean(word, known, otherwise)

    def _wrong_operator(self, attribute: Attribute, sentence: Sentence) -> _Mistake:
        names = {
            AttributeType.CHOICE: "a choice without an order",
            AttributeType.SCALE: "a level",
            AttributeType.RATING: "a rating",
            AttributeType.YEARS: "a number of years",
            AttributeType.MEASURE: "a measure",
            AttributeType.MEMBERS: "a list",
            AttributeType.FLAG: "a signal",
        }
        first = next(iter(sentence.literals), None)
        knownness = nearest(first.text, ("known", "unknown")) if first else None
        if first and knownness and sentence.operator is Operator.IS:
            return _Mistake(
                first.offset,
                "wrong-operator",
                f"`{attribute.words}` is {names[attribute.type]}, and never `{first.text}`.",
                f"Did you mean `{knownness}`?",
            )
        if attribute.type is AttributeType.FLAG:
            hint = f"Write just `{attribute.words}`, or put it under `none of:` for the opposite."
        elif attribute.type is AttributeType.MEMBERS and len(sentence.literals) == 1:
            hint = f"Write `{attribute.words} includes {sentence.literals[0].text}`."
        else:
            hint = f"Write `{attribute.words} {INSTEAD[attribute.type]}`.".format(attribute.words)
        verb = "includes" if sentence.operator in INCLUSIONS else sentence.operator.value
        return _Mistake(
            sentence.attribute[-1].offset + len(sentence.attribute[-1].text) + 1,
            "wrong-operator",
            f"`{attribute.words}` is {names[attribute.type]}; `{verb}` does not go with it.",
            hint,
        )

    def _value(self, attribute: Attribute, word: Word) -> Value:
        match attribute.type:
            case AttributeType.RATING:
                return _rating(attribute, word)
            case AttributeType.YEARS:
                return _years(attribute, word)
            case AttributeType.MEASURE:
                return self._bound(attribute, word)
            case _:
                return self._known_value(attribute, word)

    def _known_value(self, attribute: Attribute, word: Word) -> str:
        if word.text in attribute.values:
            return word.text
        family = attribute.words.rpartition(" ")[2]
        raise _Mistake(
            word.offset,
            "unknown-id",
            f"`{word.text}` is not a value of `{attribute.words}`.",
            self._suggestion(family, word.text, attribute.values),
            self._alias(family, word.text) or nearest(word.text, attribute.values),
        )

    def _bound(self, attribute: Attribute, word: Word) -> Fraction:
        measure = self._measures.get(attribute.words.removeprefix("measure "))
        number = _number(attribute, word)
        if measure is None:  # it is declared with a mistake, which is in the report already
            return Fraction(number)
        count = len(measure.competences)
        lowest, highest = (1, 5) if measure.is_mean else (0, count)
        whole = number == int(number)
        if not lowest <= number <= highest or not (measure.is_mean or whole):
            kind = "a mean of ratings" if measure.is_mean else f"a number of {count} ratings"
            raise _Mistake(
                word.offset,
                "out-of-range",
                f"`{word.text}` does not fit: `{attribute.words}` is {kind}.",
                f"Write a {'' if measure.is_mean else 'whole '}number from {lowest} to {highest}.",
            )
        return Fraction(number) * (count if measure.is_mean else 1)

    def _check_values(
        self,
        attribute: Attribute,
        operator: Operator,
        values: tuple[Value, ...],
        sentence: Sentence,
    ) -> None:
        for index, value in enumerate(values):
            if value in values[:index] and operator is not Operator.IS_BETWEEN:
                raise _Mistake(
                    sentence.literals[index].offset,
                    "same-value-twice",
                    f"`{sentence.literals[index].text}` stands in this list twice.",
                    "Delete one of the two.",
                )
        if operator is Operator.IS_BETWEEN and _rank(attribute, values[0]) > _rank(
            attribute, values[1]
        ):
            low, high = sentence.literals
            raise _Mistake(
                low.offset,
                "empty-range",
                f"Nothing is between `{low.text}` and `{high.text}`: the first is the higher one.",
                f"Write `is between {high.text} and {low.text}`.",
            )


def _side_of(words: tuple[Word, ...]) -> Side | None:
    """Whom a condition of a duo is about; None when it does not say, or says nothing else."""
    name = " ".join(word.text for word in words)
    return next((side for side in Side if name.startswith(f"{side} ")), None)


def _offset_of_difference(words: tuple[Word, ...], near: str | None) -> int:
    """The first word that differs from the nearest attribute."""
    expected = near.split() if near else []
    for index, word in enumerate(words):
        if index >= len(expected) or expected[index] != word.text:
            return word.offset
    return words[0].offset


def _rank(attribute: Attribute, value: Value) -> Fraction | int:
    if isinstance(value, str):
        return attribute.values.index(value)
    return value


def _number(attribute: Attribute, word: Word) -> Decimal:
    try:
        number = Decimal(word.text)
    except InvalidOperation:
        number = Decimal("nan")
    if number.is_finite() and len(word.text) <= LONGEST_NUMBER:
        return number
    comma = word.text.replace(",", ".")
    raise _Mistake(
        word.offset,
        "wrong-type",
        f"`{attribute.words}` is compared with a number, and `{word.text}` is none.",
        f"Write `{comma}`." if comma != word.text else "Write a number such as 3.",
    )


def _rating(attribute: Attribute, word: Word) -> int:
    number = _number(attribute, word)
    if number in RATINGS:
        return int(number)
    raise _Mistake(
        word.offset,
        "out-of-range",
        f"`{word.text}` is no rating: ratings are whole numbers from 1 to 5.",
        "Write 1, 2, 3, 4 or 5.",
    )


def _years(attribute: Attribute, word: Word) -> int:
    tenths = _number(attribute, word) * TENTHS
    if 0 <= tenths <= YEARS_MAXIMUM * TENTHS and tenths == int(tenths):
        return int(tenths)
    raise _Mistake(
        word.offset,
        "out-of-range",
        f"`{word.text}` is no number of years: years go from 0 to {YEARS_MAXIMUM} in steps of 0.1.",
        "Write a number such as 3 or 2.5.",
    )


def _spelled(attribute: Attribute, operator: Operator, sentence: Sentence) -> str:
    """The sentence in standard spelling."""
    literals = [word.text for word in sentence.literals]
    verb = operator.value
    if operator in INCLUSIONS and not attribute.words.endswith("s"):
        verb = verb.replace("include", "includes")
    if operator is Operator.INCLUDES_ONE and len(literals) == 1:
        return f"{attribute.words} {verb.removesuffix(' one of')} {literals[0]}"
    if operator is Operator.IS_BETWEEN:
        tail = " and ".join(literals)
    elif operator is Operator.IS_ONE_OF or operator in INCLUSIONS:
        tail = f"[{', '.join(literals)}]"
    else:
        tail = " ".join(literals)
    return f"{attribute.words} {verb} {tail}".rstrip()
