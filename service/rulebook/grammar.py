"""The grammar of conditions: a short sentence becomes words with their places.

What the words mean, and whether they exist, is settled in `sentences`.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput

from service.rulebook.conditions import Operator
from service.rulebook.diagnostics import nearest

GRAMMAR = r"""
    ?start: signal | comparison | inclusion

    signal: "signal" WORD
    comparison: attribute "is" predicate
    inclusion: attribute ("include" | "includes") members

    attribute: WORD+

    ?predicate: literal                          -> is_
              | "not" literal                    -> is_not
              | "one" "of" literals                 -> is_one_of
              | "at" "least" literal             -> is_at_least
              | "at" "most" literal              -> is_at_most
              | "between" literal "and" literal  -> is_between
              | "known"                          -> is_known
              | "unknown"                        -> is_unknown

    ?members: literal                            -> includes
            | "one" "of" literals                   -> includes_one
            | "all" "of" literals                   -> includes_all
            | "none" "of" literals                  -> includes_none

    literals: "[" WORD ("," WORD)* "]"
    literal: WORD

    WORD: /[^\s\[\],]+/
    %import common.WS
    %ignore WS
"""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence; `offset` counts its first character from 0."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`attribute` holds the words before the verb; for a signal it is the word `signal`."""

    attribute: tuple[Word, ...]
    operator: Operator
    literals: tuple[Word, ...]


class SentenceError(Exception):
    """A condition that is no sentence: where, what is wrong, what to write."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.offset, self.message, self.hint = offset, message, hint


class _ToSentence(Transformer[Token, Any]):
    """Turns the parse tree into a `Sentence`."""

    def WORD(self, token: Token) -> Word:  # noqa: N802 - the name of the terminal
        return Word(str(token), token.start_pos or 0)

    def attribute(self, words: list[Word]) -> tuple[Word, ...]:
        return tuple(words)

    def literal(self, words: list[Word]) -> Word:
        return words[0]

    def literals(self, words: list[Word]) -> tuple[Word, ...]:
        return tuple(words)

    def signal(self, words: list[Word]) -> Sentence:
        return Sentence((Word("signal", 0),), Operator.IS, (words[0],))

    def comparison(self, parts: list[Any]) -> Sentence:
        attribute, (operator, literals) = parts
        return Sentence(attribute, operator, literals)

    inclusion = comparison

    def is_(self, words: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS, tuple(words)

    def is_not(self, words: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS_NOT, tuple(words)

    def is_one_of(self, parts: list[tuple[Word, ...]]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS_ONE_OF, parts[0]

    def is_at_least(self, words: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS_AT_LEAST, tuple(words)

    def is_at_most(self, words: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS_AT_MOST, tuple(words)

    def is_between(self, words: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS_BETWEEN, tuple(words)

    def is_known(self, _: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS_KNOWN, ()

    def is_unknown(self, _: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.IS_UNKNOWN, ()

    def includes(self, words: list[Word]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.INCLUDES_ONE, tuple(words)

    def includes_one(self, parts: list[tuple[Word, ...]]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.INCLUDES_ONE, parts[0]

    def includes_all(self, parts: list[tuple[Word, ...]]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.INCLUDES_ALL, parts[0]

    def includes_none(self, parts: list[tuple[Word, ...]]) -> tuple[Operator, tuple[Word, ...]]:
        return Operator.INCLUDES_NONE, parts[0]


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, parser="lalr", maybe_placeholders=False)


def parse_sentence(text: str) -> Sentence:
    """Reads one condition, or raises `SentenceError`."""
    try:
        tree = _parser().parse(text)
    except UnexpectedInput:
        raise _explain(text) from None
    sentence: Sentence = _ToSentence(visit_tokens=True).transform(tree)
    return sentence


VERBS = ("is", "include", "includes")
AFTER_IS = ("not", "one of", "at least", "at most", "between", "known", "unknown")
AFTER_INCLUDE = ("one of", "all of", "none of")

INSTEAD = {
    ">=": "is at least",
    "=>": "is at least",
    "<=": "is at most",
    "=<": "is at most",
    "=": "is",
    "==": "is",
    "!=": "is not",
    "<>": "is not",
    "are": "is",
    "has": "includes",
    "have": "include",
    "contains": "includes",
    "contain": "include",
    "bevat": "includes",
    "bevatten": "include",
    "heeft": "includes",
    "zijn": "is",
    "minstens": "at least",
    "minimaal": "at least",
    "tenminste": "at least",
    "hoogstens": "at most",
    "maximaal": "at most",
    "niet": "not",
    "geen": "not",
    "tussen": "between",
    "isn't": "is not",
    "isnt": "is not",
    "minimum": "at least",
    "maximum": "at most",
    "any": "one of",
    "or": "one of [..]",
    "en": "and",
    "bekend": "known",
    "onbekend": "unknown",
}
EXAMPLE = "A condition reads like `level is at least medior` or `work includes raid-log`."


def _explain(text: str) -> SentenceError:
    """What keeps a text from being a sentence, as close to the culprit as can be told."""
    comma = re.search(r"\d+,\d+", text)
    if comma and "[" not in text:
        return SentenceError(
            comma.start(),
            f"`{comma.group()}` has a comma where a point belongs.",
            f"Write `{comma.group().replace(',', '.')}`.",
        )
    words = [Word(found.group(), found.start()) for found in re.finditer(r"[^\s\[\],]+", text)]
    if not words:
        return SentenceError(0, "Here is no condition.", EXAMPLE)
    for opening, closing in ("[]", "][", "()", "{}"):
        if text.count(opening) != text.count(closing):
            where = max(text.rfind(opening), text.rfind(closing))
            return SentenceError(
                max(where, 0),
                f"A `{opening if opening in text else closing}` has no partner.",
                "Write a list as `[one, two]`.",
            )
    if words[0].text == "signal":
        return _explain_signal(words)
    verb = next((index for index, word in enumerate(words) if word.text in VERBS), None)
    if verb is None:
        return _explain_verb(words)
    if verb == 0:
        return SentenceError(words[0].offset, f"Nothing stands before `{words[0].text}`.", EXAMPLE)
    if verb == len(words) - 1:
        return SentenceError(
            words[verb].offset,
            f"Nothing stands after `{words[verb].text}`.",
            "Write what it is compared with.",
        )
    return _explain_rest(text, words[verb], words[verb + 1 :])


def _explain_signal(words: list[Word]) -> SentenceError:
    if len(words) == 1:
        return SentenceError(words[0].offset, "The name of the signal is missing.", EXAMPLE)
    return SentenceError(
        words[2].offset,
        f"After `signal {words[1].text}` nothing more may stand.",
        f"Write `signal {words[1].text}`, or put it under `none of:` for the opposite.",
    )


def _explain_verb(words: list[Word]) -> SentenceError:
    for word in words[1:]:
        if word.text.lower() in INSTEAD:
            return _instead(word)
        if word.text in {"<", ">"}:
            return _strictly(word)
    for word in words[1:]:
        near = nearest(word.text, VERBS)
        if near and word.text not in {"in", "pmo", "role"}:
            return SentenceError(
                word.offset, f"`{word.text}` is no verb here.", f"Did you mean `{near}`?"
            )
    return SentenceError(
        words[-1].offset,
        "This condition has no `is` or `includes`.",
        EXAMPLE,
    )


def _instead(word: Word) -> SentenceError:
    return SentenceError(
        word.offset,
        f"`{word.text}` is not a word of the rule language.",
        f"Write `{INSTEAD[word.text.lower()]}`.",
    )


def _strictly(word: Word) -> SentenceError:
    return SentenceError(
        word.offset,
        f"`{word.text}` is not a word of the rule language.",
        "Write `is at least` or `is at most`; the value itself counts too.",
    )


def _explain_rest(text: str, verb: Word, rest: list[Word]) -> SentenceError:
    """The sentence has a verb, and what follows it does not fit."""
    phrases = AFTER_IS if verb.text == "is" else AFTER_INCLUDE
    said = " ".join(word.text for word in rest)
    if said in phrases:
        return SentenceError(
            rest[-1].offset,
            f"Nothing stands after `{said}`.",
            "Write what it is compared with.",
        )
    for word in rest:
        if word.text in {"<", ">"}:
            return _strictly(word)
        if word.text.lower() in INSTEAD:
            return _instead(word)
    first = rest[0]
    known = {word for phrase in phrases for word in phrase.split()}
    for index, word in enumerate(rest[:2]):
        if index == 1 and first.text not in {"one", "all", "none", "at"}:
            break
        if word.text not in known:
            expected = (
                [phrase.split()[1] for phrase in phrases if phrase.split()[0] == first.text]
                if index == 1
                else [phrase.split()[0] for phrase in phrases]
            )
            near = nearest(word.text, expected) or (expected[0] if index == 1 else None)
            if near and len(rest) > 1:
                return SentenceError(
                    word.offset,
                    f"`{word.text}` does not fit after `{(verb if index == 0 else first).text}`.",
                    f"Did you mean `{near}`?",
                )
    if "[" in text and not (len(rest) > 1 and rest[1].text == "of"):
        which = "is one of" if verb.text == "is" else "include one of"
        return SentenceError(
            text.index("["), "A list does not fit here.", f"Write `{which} [...]`."
        )
    if len(rest) > 1 and rest[1].text == "of" and "[" not in text:
        which = ", ".join(word.text for word in rest[2:]) or "one, two"
        return SentenceError(
            rest[1].offset,
            f"After `{first.text} of` comes a list in square brackets.",
            f"Write `[{which}]`.",
        )
    if first.text == "between":
        return SentenceError(
            first.offset, "`between` takes two values.", "Write `is between A and B`."
        )
    if "[" in text:
        return SentenceError(
            text.index("["),
            "This list is not complete.",
            "Write `[one, two]`, with commas between.",
        )
    extra = rest[-1]
    return SentenceError(
        extra.offset,
        f"`{extra.text}` does not fit here.",
        f"{EXAMPLE} Ids of several words are joined by hyphens.",
    )
