"""What keeps a text from being a condition, said as close to the culprit as can be told."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from schemas.dutch import in_english
from service.rulebook.diagnostics import nearest


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence; `offset` counts its first character from 0."""

    text: str
    offset: int


class SentenceError(Exception):
    """A condition that is no sentence: where, what is wrong, what to write.

    `english` is the whole condition in English when it was written in Dutch.
    """

    def __init__(self, offset: int, message: str, hint: str, english: str | None = None) -> None:
        super().__init__(message)
        self.offset, self.message, self.hint, self.english = offset, message, hint, english


LONGEST = 5_000
"""Characters of a condition; one with a list of all certificates has a third of that."""

_GROUP = re.compile(r"(?P<name>all of|at least one of|none of)( - |$)")

VERBS = ("is", "include", "includes")
NO_VERBS = ("in", "pmo", "role")
"""Words of attributes that come near to a verb."""

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
    "isn't": "is not",
    "isnt": "is not",
    "minimum": "at least",
    "maximum": "at most",
    "any": "one of",
    "en": "and",
}
_RATED = re.compile(r"\s*(?:pmo |project manager )?competen(?:ce|tie) ")
EXAMPLE = "A condition reads like `level is at least medior` or `work includes raid-log`."


def refuse_at_once(text: str) -> None:
    """Raises for what is better not read: a group without its colon, and what is far too long."""
    group = _GROUP.match(text)
    if group:
        raise SentenceError(
            group.end("name"),
            f"A colon is missing after `{group['name']}`.",
            f"Write `{group['name']}:`, with its conditions indented below it.",
        )
    if len(text) > LONGEST:
        raise SentenceError(
            0, f"This condition has {len(text):,} characters.", f"{EXAMPLE} Check the quotes."
        )


def explain(text: str) -> SentenceError:
    """What keeps a text from being a sentence, as close to the culprit as can be told."""
    comma = re.search(r"\d+,\d+", text)
    if comma and "[" not in text:
        if _RATED.match(text):
            return SentenceError(
                comma.start(),
                f"`{comma.group()}` is no rating: ratings are whole numbers from 1 to 5.",
                "Write 1, 2, 3, 4 or 5.",
            )
        return SentenceError(
            comma.start(),
            f"`{comma.group()}` has a comma where a point belongs.",
            f"Write `{comma.group().replace(',', '.')}`.",
        )
    words = [Word(found.group(), found.start()) for found in re.finditer(r"[^\s\[\],]+", text)]
    if not words:
        return SentenceError(0, "Here is no condition.", EXAMPLE)
    space = re.search(r"[^\S \t\r\n\f]", text)
    if space:
        return SentenceError(
            space.start(),
            "Here stands a special space, such as one that a web page makes.",
            "Delete it and type an ordinary space.",
        )
    english = in_english(text)
    if english:
        return SentenceError(
            english.offset,
            f"`{english.dutch}` is Dutch, and conditions are written in English.",
            f"Write `{english.condition}`.",
            english.condition,
        )
    for opening, closing in ("[]", "][", "()", "{}"):
        if text.count(opening) != text.count(closing):
            where = max(text.rfind(opening), text.rfind(closing))
            return SentenceError(
                max(where, 0),
                f"A `{opening if opening in text else closing}` has no partner.",
                "Write a list as `[one, two]`.",
            )
    if words[0].text == "signal":
        return _explain_signal(text, words)
    if len(words) == NAMED and nearest(words[0].text, ["signal"]):
        return SentenceError(
            words[0].offset, f"`{words[0].text}` is no word here.", "Did you mean `signal`?"
        )
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


NAMED = 2
"""Words in `signal S`."""


def _explain_signal(text: str, words: list[Word]) -> SentenceError:
    if len(words) == 1:
        return SentenceError(words[0].offset, "The name of the signal is missing.", EXAMPLE)
    if len(words) == NAMED:
        sign = re.search(r"[\[\],]", text)
        return SentenceError(
            sign.start() if sign else 0,
            "A signal is named without brackets and commas.",
            f"Write `signal {words[1].text}`.",
        )
    return SentenceError(
        words[NAMED].offset,
        f"After `signal {words[1].text}` nothing more may stand.",
        f"Write `signal {words[1].text}`, or put it under `none of:` for the opposite.",
    )


def _explain_verb(words: list[Word]) -> SentenceError:
    for word in words[1:]:
        if word.text.lower() in INSTEAD:
            return _instead(word)
        if word.text in {"<", ">"}:
            return _strictly(word)
    for word in words[1:-1]:
        if word.text not in NO_VERBS and OSA.distance(word.text.lower(), "is") <= 1:
            return SentenceError(
                word.offset, f"`{word.text}` is no verb here.", "Did you mean `is`?"
            )
    for word in words[1:]:
        near = nearest(word.text, VERBS)
        if near and word.text not in NO_VERBS:
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


def _misspelt(verb: Word, rest: list[Word]) -> SentenceError | None:
    """`a least`, `betwen A and B`: the word after the verb is nearly right."""
    if [word.text for word in rest[:1]] == ["between"] and len(rest) == len(
        ["between", "A", "and", "B"]
    ):
        joint = rest[2]
        return (
            None
            if joint.text in ("and", "en")
            else SentenceError(
                joint.offset, f"`{joint.text}` does not fit after `between`.", "Did you mean `and`?"
            )
        )
    if len(rest) == 1 or verb.text != "is" or rest[0].text in {"at", "between", "one", "not"}:
        return None
    if rest[1].text in {"least", "most"}:
        meant = "at"
    elif "and" in [word.text for word in rest] and nearest(rest[0].text, ["between"]):
        meant = "between"
    else:
        return None
    return SentenceError(
        rest[0].offset, f"`{rest[0].text}` does not fit after `is`.", f"Did you mean `{meant}`?"
    )


def _joins(word: Word, rest: list[Word]) -> bool:
    """Whether `and`, `or` or the Dutch `of` stands between what should be two conditions."""
    before = [each.text for each in rest[: rest.index(word)]]
    if word.text == "and":
        return before[:1] != ["between"] or len(before) != len(["between", "A"])
    return bool(before) and before[-1] not in {"one", "all", "none"}


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
    misspelt = _misspelt(verb, rest)
    if misspelt is not None:
        return misspelt
    joined = next((word for word in rest if word.text in {"and", "or", "of"}), None)
    if joined is not None and "[" not in text and _joins(joined, rest):
        return SentenceError(
            joined.offset,
            f"`{joined.text}` does not join conditions or values.",
            "Write values as a list, `all of [one, two]`; give each condition a line of its own "
            "with `- ` before it, below `all of:` unless that stands above them already."
            if joined.text == "and"
            else "Write values as a list, `one of [one, two]`; put conditions on lines of their "
            "own, below `at least one of:`.",
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
    return _explain_values(text, verb, rest)


def _explain_values(text: str, verb: Word, rest: list[Word]) -> SentenceError:
    """What follows the verb starts well, and its values do not fit."""
    first = rest[0]
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
