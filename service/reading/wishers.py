"""Wishers: whether a thought is about what the writer wants now, or about others or the past."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

_FIRST_PERSON = frozenset({"ik", "i"})
_SOMEONE = frozenset({"hij", "zij", "ze", "iedereen", "he", "she", "they", "everyone", "everybody"})
_PERSON = frozenset(
    {"collega", "baas", "chef", "leidinggevende", "manager", "teamleider", "teamlead", "directeur"}
    | {"projectmanager", "projectleider", "werkgever", "bedrijf", "organisatie", "team", "afdeling"}
    | {"vriend", "vriendin", "partner", "man", "vrouw", "zus", "broer", "vader", "moeder", "zoon"}
    | {"dochter", "mentor", "coach", "teamgenoot", "buurman", "buurvrouw", "opdrachtgever"}
    | {"colleague", "boss", "supervisor", "employer", "company", "organisation", "organization"}
    | {"department", "friend", "husband", "wife", "sister", "brother", "father", "mother", "son"}
    | {"nicht", "nichtje", "neef", "neefje", "oom", "tante", "zwager", "schoonzus", "huisgenoot"}
    | {"studiegenoot", "kennis", "kind", "stagiair", "trainee", "junior", "cousin", "nephew"}
    | {"niece", "uncle", "aunt", "roommate", "girlfriend", "boyfriend", "spouse", "kid", "child"}
    | {"daughter", "teammate", "director", "leader", "client", "neighbour", "leads"}
)
_PEOPLE = frozenset(
    {"collegas", "mensen", "anderen", "vrienden", "managers", "ouders", "teamgenoten", "junioren"}
    | {"juniors", "starters", "colleagues", "people", "others", "friends", "bosses", "parents"}
    | {"teammates", "seniors"}
)
_POINTERS = frozenset(
    {"mijn", "onze", "ons", "een", "de", "het", "die", "deze", "veel", "sommige", "alle", "andere"}
    | {"my", "our", "a", "an", "the", "this", "these", "those", "many", "most", "some", "all"}
    | {"other"}
)
_BETWEEN_POINTER_AND_PERSON = 2
_BESIDES = frozenset(
    {"van", "mij", "om", "me", "heen", "naast", "op", "mijn", "werk", "in", "bij", "ons", "het"}
    | {"team", "allemaal", "altijd", "ook", "zelf", "graag", "of", "mine", "around", "at", "work"}
    | {"my", "the", "all", "always", "also", "here", "hier", "really", "echt"}
)
_ONE_DOES = frozenset(
    {"wil", "wilt", "wou", "wilde", "wordt", "werd", "zou", "gaat", "hoopt", "droomt", "vindt"}
    | {"zegt", "denkt", "ziet", "moet", "mag", "kan", "is", "was", "heeft", "blijft", "verwacht"}
    | {"adviseert", "vraagt", "stimuleert", "hoort", "raadt", "duwt", "pusht", "stuurt", "dringt"}
    | {"twijfelt", "overweegt", "aarzelt", "kiest", "komt", "werkt", "leert", "doet", "krijgt"}
    | {"geeft", "zoekt", "begint", "stopt", "vertrekt", "solliciteert", "stapt", "groeit", "vroeg"}
    | {"zei", "dacht", "vond", "ging", "kreeg", "had", "koos", "bood", "biedt", "hamert"}
    | {"asked", "said", "told", "thought", "wondered", "suggested", "got", "moved", "started"}
    | {"works", "does", "gets", "gives", "looks", "starts", "moves", "considers", "wonders"}
    | {"plans", "needs", "offered", "offers", "encouraged", "advised", "recommended", "insists"}
    | {"gelooft", "neemt", "assumes", "urges", "encourages", "advises", "recommends", "tips"}
    | {"wants", "wanted", "wishes", "hopes", "dreams", "thinks", "says", "tells", "expects", "sees"}
    | {"would", "should", "will", "can", "has", "becomes", "became", "likes", "asks", "keeps"}
    | {"stays", "pushes", "believes", "suggests"}
)
_SEVERAL_DO = frozenset(
    {"willen", "wilden", "worden", "zijn", "vinden", "zeggen", "denken", "waren", "verwachten"}
    | {"zien", "vragen", "nemen", "blijven", "raden", "adviseren", "hopen", "geloven", "duwen"}
    | {"keep", "assume", "ask", "tell", "suggest", "see", "believe", "urge", "encourage", "push"}
    | {"advise", "recommend"}
    | {"want", "wanted", "hope", "are", "were", "have", "think", "say", "would", "will", "expect"}
)
_OWN_WISH = frozenset(
    {"wil", "wilde", "willen", "hoop", "droom", "graag", "want", "like", "hope", "love", "dream"}
)
_DUTY = frozenset({"moet", "moeten", "should", "must"})
_INVERTED = frozenset({"zou", "wil", "wilde", "wou", "mag", "kan", "would", "will", "can"})
_WHO = frozenset({"die", "who"})
_BEFORE_WHO = 3

_WANTED = frozenset({"wilde", "wou", "wilden", "wanted"})
_ALL_ALONG = frozenset({"altijd", "steeds", "always"})
_POLITE = frozenset({"graag"})
_ONCE = frozenset({"vroeger", "ooit", "voorheen", "destijds", "eerst", "once", "previously"})
_ASKING = frozenset({"vragen", "weten", "horen", "bespreken", "ask", "know", "hear", "discuss"})
_BE = frozenset({"am", "m", "im", "be", "get", "got", "is", "are"})
_WISHES = frozenset(
    {"doel", "droom", "droombaan", "wens", "ambitie", "plan", "goal", "dream", "wish", "ambition"}
    | {"aim"}
)
_LOOKING_BACK = frozenset({"dacht", "hoopte", "droomde", "was", "wilde", "wou"})
_THEIRS = frozenset({"haar", "zijn", "hun", "his", "her", "their"})
_WISH_AFTER_THEIRS = 3
_TO_THE_WRITER = frozenset({"mij", "me", "mijzelf", "myself"})
_THIRD_PERSON = frozenset({"hij", "zij", "ze", "he", "she", "they"})
_OPENINGS = frozenset(
    {"ook", "zelfs", "en", "want", "maar", "omdat", "and", "but", "because", "even"}
)


class Wisher(StrEnum):
    """Of whom a thought is."""

    WRITER = "writer"
    TOLD = "told"
    """The writer, as others see it: "everyone thinks that I want to grow"."""
    URGED = "urged"
    """Others, who want it for the writer: "my boss says that I must grow"."""
    ELSE = "else"
    """Someone else for themselves, or the writer once."""


def wisher_of(words: Sequence[str]) -> Wisher:
    """Who wants what the words say, if anyone does."""
    if _was_wanted_once(words) or _is_wish_of_others(words):
        return Wisher.ELSE
    told = _told_by_others(words)
    if told is None:
        return Wisher.WRITER
    if _tells_own_wish(told):
        return Wisher.TOLD
    return Wisher.URGED if _is_about_the_writer(told) else Wisher.ELSE


def starts_of_others(words: Sequence[str]) -> Iterator[int]:
    """Where a thought goes on about others: at "who" in "colleagues who want to grow"."""
    return (
        place
        for place in range(1, len(words))
        if words[place] in _WHO
        and not (_PEOPLE | _PERSON).isdisjoint(words[max(0, place - _BEFORE_WHO) : place])
    )


def _told_by_others(words: Sequence[str]) -> Sequence[str] | None:
    """What others want, say or are, after the verb; None where nobody else does."""
    place, verbs = _subject(words)
    while place < len(words) and words[place] not in verbs:
        if words[place] not in _BESIDES:
            return None
        place += 1
    if place >= len(words):
        return None
    rest = words[place + 1 :]
    if words[place] in _INVERTED and not _FIRST_PERSON.isdisjoint(rest[:1]):
        return None
    return rest


def _is_wish_of_others(words: Sequence[str]) -> bool:
    """Whether it is their goal, dream or plan: "haar doel is"."""
    return words[0] in _THEIRS and not _WISHES.isdisjoint(words[1:_WISH_AFTER_THEIRS])


def _is_about_the_writer(words: Sequence[str]) -> bool:
    """Whether others speak of the writer, and of nobody after that."""
    for place, word in enumerate(words):
        if word in _FIRST_PERSON or word in _TO_THE_WRITER:
            return _THIRD_PERSON.isdisjoint(words[place + 1 :])
    return False


def _subject(words: Sequence[str]) -> tuple[int, frozenset[str]]:
    """Where the subject ends if that is someone else, and what they may do; else the very end."""
    start = 1 if words[0] in _OPENINGS else 0
    pointed = not _POINTERS.isdisjoint(words[start : start + 1])
    longest = 2 + _BETWEEN_POINTER_AND_PERSON if pointed else 1
    for place, word in enumerate(words[start : start + longest], start + 1):
        if word in _SOMEONE:
            return place, _ONE_DOES | _SEVERAL_DO
        if word in _PEOPLE:
            return place, _SEVERAL_DO
        if word in _PERSON and pointed:
            return place, _ONE_DOES
    return len(words), frozenset()


def _tells_own_wish(words: Sequence[str]) -> bool:
    """Whether others speak of what the writer wants: "my boss thinks that I want to grow"."""
    for place, word in enumerate(words):
        if word in _FIRST_PERSON:
            after = words[place + 1 :]
            return not _OWN_WISH.isdisjoint(after) and _DUTY.isdisjoint(after)
    return False


def _was_wanted_once(words: Sequence[str]) -> bool:
    """Whether a thought looks back: "I used to want", "wilde ik vroeger"."""
    if any(
        words[place : place + 2] == ("used", "to") and words[place - 1] not in _BE
        for place in range(1, len(words))
    ):
        return True
    if "was" in words and not _WISHES.isdisjoint(words):
        return True
    if "ago" in words or ("geleden" in words and not _LOOKING_BACK.isdisjoint(words)):
        return True
    if "had" in words and "willen" in words:
        return True
    once = not _ONCE.isdisjoint(words)
    if "heb" in words and "willen" in words:
        return once
    return (
        not _WANTED.isdisjoint(words)
        and _ALL_ALONG.isdisjoint(words)
        and _ASKING.isdisjoint(words)
        and (once or _POLITE.isdisjoint(words))
    )
