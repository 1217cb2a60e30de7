"""The grammar of conditions: a short sentence becomes words with their places.

What the words mean, and whether they exist, is settled in `sentences`.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput

from service.rulebook.conditions import Operator
from service.rulebook.sentence_mistakes import Word, explain, refuse_at_once

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
class Sentence:
    """`attribute` holds the words before the verb; for a signal it is the word `signal`."""

    attribute: tuple[Word, ...]
    operator: Operator
    literals: tuple[Word, ...]


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


@lru_cache(maxsize=10_000)
def parse_sentence(text: str) -> Sentence:
    """Reads one condition, or raises `SentenceError`. Many rules share a condition."""
    refuse_at_once(text)
    try:
        tree = _parser().parse(text)
    except UnexpectedInput:
        raise explain(text) from None
    sentence: Sentence = _ToSentence(visit_tokens=True).transform(tree)
    return sentence
