"""Clauses: what a person wrote, cut where a new thought starts, with what it denies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.reading.spelling import plain, words_of
from service.reading.wishers import Wisher, starts_of_others, wisher_of

NEGATIONS = frozenset(
    {"niet", "geen", "nooit", "noch", "niets", "niks", "geenszins"}
    | {"not", "no", "never", "neither", "nor", "nothing", "cannot"}
    | {"vreselijk", "verschrikkelijk", "afschuwelijk", "gruwel", "haat", "weiger"}
    | {"bedank", "kriebels", "hate", "dread", "refuse", "decline", "declined", "zero"}
)
"""Words that deny the whole clause in which they stand, or say that it is not wanted at all."""

DENIALS_OF_THE_REST = frozenset({"zonder", "without", "ipv"})
"""Words that deny only what comes after them in their clause."""

SMALL_WORDS = frozenset(
    {"wel", "graag", "ook", "nog", "eens", "weleens", "misschien", "wellicht", "ooit", "later"}
    | {"zelf", "echt", "gewoon", "eigenlijk", "heel", "toch", "liever", "liefst", "uiteindelijk"}
    | {"zeker", "straks", "willen", "wil", "zou", "mogen", "gaan", "ga", "ik", "me", "mij"}
    | {"really", "also", "just", "maybe", "perhaps", "someday", "eventually", "actually", "even"}
    | {"definitely", "probably", "still", "rather", "very", "much", "myself"}
)
"""Words that may stand between others without a change of what is wanted."""

_DENIALS_OF_THE_REST_IN_WORDS = (("in", "plaats", "van"), ("instead", "of"))
_PREFERENCES = frozenset({"liever", "eerder", "rather", "sooner"})
_THAN = frozenset({"dan", "than"})
_NO_NEGATIONS = frozenset(
    {("niet", "alleen"), ("niet", "slechts"), ("niet", "enkel"), ("not", "only"), ("not", "just")}
    | {("niets", "liever"), ("nothing", "more"), ("nothing", "better"), ("nothing", "rather")}
    | {("no", "doubt"), ("without", "doubt"), ("zonder", "twijfel"), ("zonder", "meer")}
    | {("why", "not")}
)
_CLAUSE_WORDS = frozenset(
    {"maar", "dus", "daarom", "omdat", "aangezien", "zodat", "terwijl", "hoewel", "echter"}
    | {"tenzij", "but", "so", "therefore", "because", "while", "whereas", "although", "though"}
    | {"however", "unless"}
)
# "want" is a new thought in Dutch and a wish in English; "en" and "and" start one only before
# words that start a sentence.
_CLAUSE_PAIRS = frozenset(
    {("want", word) for word in ("ik", "het", "dat", "dit", "daar", "dan", "mijn")}
    | {(word, after) for word in ("en", "of") for after in ("ik", "wil", "zou", "liever")}
    | {(word, after) for word in ("and", "or") for after in ("i", "want", "would", "rather")}
    | {("en", "niet"), ("en", "geen"), ("and", "not"), ("and", "no")}
)
# "Isn't that the logical next step?" asks for a yes; "is it bad that I don't want to?" does not.
# In English the negation comes at once ("can't" is read as "ca not"), in Dutch anywhere before a
# subordinate clause.
_DENIALS_THAT_ASK = frozenset({"niet", "geen", "not"})
_QUESTIONS_THAT_DENY = frozenset(
    {("is",), ("lijkt",), ("wordt",), ("moet",), ("zou",), ("kan",), ("mag",)}
    | {("waarom", word) for word in ("zou", "kan", "mag")}
)
_QUESTIONS_THAT_DENY_AT_ONCE = frozenset(
    {("is",), ("would",), ("could",), ("should",), ("ca",)}
    | {("why", word) for word in ("would", "could", "should", "ca", "can")}
)
_SUBORDINATES = frozenset({"dat", "als", "om", "of", "wie", "die", "wanneer", "if", "that", "when"})
_AFTER_IS_THAT = 2
_AT_ONCE = 3
_AND = frozenset({"en", "and"})
_AND_THAT = frozenset(
    {("dat", "blijven"), ("dat", "graag"), ("dat", "ook"), ("like", "it"), ("love", "it")}
    | {("enjoy", "it"), ("stay", "one"), ("remain", "one"), ("stay", "that")}
)
_SOON_AFTER = 4
_WHETHER = frozenset({"of", "whether", "if"})
_KNOWING = frozenset({"weet", "zeker", "duidelijk", "idee", "know", "sure", "certain", "idea"})
_CLAUSE_PAIR_STARTS = frozenset(first for first, _ in _CLAUSE_PAIRS)
_WATCHED = (
    NEGATIONS
    | DENIALS_OF_THE_REST
    | {words[0] for words in _DENIALS_OF_THE_REST_IN_WORDS}
    | _PREFERENCES
    | _THAN
)
# What may stand in a clause that only denies the one before: no word of it is a wish of its own.
_DENIALS_OF_BEFORE = frozenset(
    {"nee", "neen", "nope", "nah", "onzin", "onjuist", "nonsense", "untrue", "wrong", "false"}
)
_SAYS_NOTHING_NEW = (
    NEGATIONS
    | _DENIALS_OF_BEFORE
    | {"maar", "dus", "want", "en", "dat", "dit", "het", "is", "ik", "wil", "heb", "er", "daar"}
    | {"zin", "in", "voor", "mij", "me", "mijn", "van", "helemaal", "echt", "zeker", "absoluut"}
    | {"zo", "klopt", "waar", "dank", "je", "u", "jullie", "bedankt", "hoor", "toch", "juist"}
    | {"zelf", "moet", "hoef", "hoeft", "aan", "denken", "trekt", "lijkt", "past", "bij", "ding"}
    | {"ambitie", "interesse", "behoefte", "ligt", "voel", "zie", "zitten", "gewoon", "wens"}
    | {"liever", "graag", "eigenlijk", "wat", "word", "meer", "zou", "willen", "ook", "iets"}
    | {"spreekt", "aantrekkelijk", "leuk", "vind", "sta", "open", "wel"}
    | {"but", "so", "and", "that", "it", "which", "are", "i", "do", "does", "did", "want", "would"}
    | {"will", "to", "thanks", "thank", "you", "true", "the", "case", "for", "at", "all", "thing"}
    | {"really", "appeal", "appeals", "like", "rather", "mine", "this", "way", "wish", "plan"}
    | {"goal", "right", "suit", "interested", "please", "definitely", "absolutely", "desire", "be"}
    | {"what", "s", "d", "my", "just", "see", "myself", "thats", "id", "ambition", "have", "of"}
    | {"honestly", "actually"}
)
_WHAT_WAS_SAID = frozenset({"dat", "dit", "daar", "that", "this", "it"})
_CONTRASTS = frozenset(
    {"maar", "terwijl", "hoewel", "echter", "but", "while", "whereas", "although", "though"}
    | {"however", "yet"}
)
_NOT = re.compile(r"\b[a-z]{2,6}?n'?t\b")
_CONTRACTED = frozenset(
    {"don", "doesn", "didn", "can", "won", "wouldn", "shouldn", "couldn", "isn", "aren", "wasn"}
    | {"haven", "hasn", "needn"}
)
_ABBREVIATION = re.compile(r"\b(?:[^\W_]\.){2,}")
_ER = re.compile(r"(?<=[^\W_])[-'](?=(?:er|ers|s)\b)")
_STOP = re.compile(r"([.,;:!?\n\r]|\s[-–—]\s)")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one thought.

    The negation of a question that hopes for a yes is left out of the words. `negations` deny the
    whole clause; `denied_after` are the words that deny what comes after them, and `others_after`
    those that start to tell of others, each with its place among the words. `asks` tells whether
    it is a question.
    """

    words: tuple[str, ...]
    negations: frozenset[str]
    denied_after: tuple[tuple[int, str], ...]
    others_after: tuple[int, ...] = ()
    wisher: Wisher = Wisher.WRITER
    asks: bool = False

    @property
    def takes_back(self) -> bool:
        """Whether it only denies what was said before: "but that is not so", "nee, dank je"."""
        return (
            not self.asks
            and (bool(self.negations) or not _DENIALS_OF_BEFORE.isdisjoint(self.words))
            and _SAYS_NOTHING_NEW.issuperset(self.words)
        )

    @property
    def takes_up(self) -> bool:
        """Whether it goes on about what was said before: "projectmanager, dat is mijn doel"."""
        return not self.negations and not _WHAT_WAS_SAID.isdisjoint(self.words[:2])

    @property
    def contrasts(self) -> bool:
        """Whether it sets something against what was said before."""
        return self.words[0] in _CONTRASTS


def clauses_of(text: str) -> Iterator[Clause]:
    """The clauses of what a person wrote, those without words left out."""
    parts = [*_STOP.split(_ABBREVIATION.sub(_without_dots, plain(text))), ""]
    for sentence, asks in zip(parts[::2], _asking(parts[1::2]), strict=True):
        words = spoken_words(sentence)
        start = 0
        for place in range(1, len(words) + 1):
            if place == len(words) or _starts_clause(words, place):
                clause = words[start:place]
                yield _clause(clause, asks=asks)
                start = place


def _asking(stops: list[str]) -> list[bool]:
    """For each stop whether it ends a question, or part of one: "isn't it, this next step?"."""
    asking = [stop == "?" for stop in stops]
    for place in range(len(stops) - 2, -1, -1):
        asking[place] = asking[place + 1] if stops[place] == "," else asking[place]
    return asking


def spoken_words(text: str) -> tuple[str, ...]:
    """The words of a plain text, where "don't" is two and "PMO-er" and "PMO'er" are one."""
    return tuple(words_of(_NOT.sub(_with_not, _ER.sub("", text))))


def _without_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "


def _with_not(found: re.Match[str]) -> str:
    verb = found[0].replace("'", "").removesuffix("t")
    return f"{verb.removesuffix('n')} not" if verb in _CONTRACTED else found[0]


def _starts_clause(words: tuple[str, ...], place: int) -> bool:
    word = words[place]
    if words[place] in _AND and any(
        words[start : start + 2] in _AND_THAT for start in range(place + 1, place + _SOON_AFTER)
    ):
        return False
    return word in _CLAUSE_WORDS or (
        word in _CLAUSE_PAIR_STARTS and words[place : place + 2] in _CLAUSE_PAIRS
    )


def _as_hoped(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a question, without the negations that hope to hear "yes, it is"."""
    return tuple(
        word
        for place, word in enumerate(words)
        if word not in _DENIALS_THAT_ASK
        or words[place : place + 2] in _NO_NEGATIONS
        or not _asks_for_a_yes(words, place)
    )


def _clause(said: tuple[str, ...], *, asks: bool) -> Clause:
    words = (_as_hoped(said) if asks else said) or said
    negations: set[str] = set()
    denied_after: list[tuple[int, str]] = []
    prefers = False
    for place, word in enumerate(words):
        if word not in _WATCHED or words[place : place + 2] in _NO_NEGATIONS:
            continue
        if word in NEGATIONS:
            if not _denies_only_knowing(words, place):
                negations.add(word)
        elif _denies_the_rest(words, place) or (prefers and word in _THAN):
            denied_after.append((place, word))
        elif word in _PREFERENCES and words[place - 1 : place + 1] not in _NO_NEGATIONS:
            prefers = True
    return Clause(
        words,
        frozenset(negations),
        tuple(denied_after),
        tuple(starts_of_others(words)),
        wisher_of(said),
        asks,
    )


def _denies_only_knowing(words: tuple[str, ...], place: int) -> bool:
    """Whether it is open what comes after it: "ik weet niet of", "I do not know whether"."""
    return not (
        _KNOWING.isdisjoint(words) or _WHETHER.isdisjoint(words[place + 1 : place + _SOON_AFTER])
    )


def _asks_for_a_yes(words: tuple[str, ...], place: int) -> bool:
    """Whether the negation at this place makes a question that hopes to hear "yes, it is"."""
    if words[place] not in _DENIALS_THAT_ASK or words[place + 1 : place + 2] == ("to",):
        return False
    if not _SUBORDINATES.isdisjoint(words[_AFTER_IS_THAT:place]):
        return False
    openings = {words[:1], words[:2]}
    if words[place] == "not":
        return place <= _AT_ONCE and not openings.isdisjoint(_QUESTIONS_THAT_DENY_AT_ONCE)
    return not openings.isdisjoint(_QUESTIONS_THAT_DENY)


def _denies_the_rest(words: tuple[str, ...], place: int) -> bool:
    return words[place] in DENIALS_OF_THE_REST or any(
        words[place : place + len(each)] == each for each in _DENIALS_OF_THE_REST_IN_WORDS
    )
