"""Wishers: whether a thought is about what the writer wants now, or about others or the past."""

from collections.abc import Iterator, Sequence

_FIRST_PERSON = frozenset({"ik", "i"})
_SOMEONE = frozenset({"hij", "zij", "ze", "iedereen", "he", "she", "they", "everyone", "everybody"})
_PERSON = frozenset(
    {"collega", "baas", "chef", "leidinggevende", "manager", "teamleider", "teamlead", "directeur"}
    | {"projectmanager", "projectleider", "werkgever", "bedrijf", "organisatie", "team", "afdeling"}
    | {"vriend", "vriendin", "partner", "man", "vrouw", "zus", "broer", "vader", "moeder", "zoon"}
    | {"dochter", "mentor", "coach", "teamgenoot", "buurman", "buurvrouw", "opdrachtgever"}
    | {"colleague", "boss", "supervisor", "employer", "company", "organisation", "organization"}
    | {"department", "friend", "husband", "wife", "sister", "brother", "father", "mother", "son"}
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
    | {"adviseert", "vraagt", "stimuleert", "hoort", "raadt", "duwt"}
    | {"wants", "wanted", "wishes", "hopes", "dreams", "thinks", "says", "tells", "expects", "sees"}
    | {"would", "should", "will", "can", "has", "becomes", "became", "likes", "asks", "keeps"}
    | {"stays", "pushes", "believes", "suggests"}
)
_SEVERAL_DO = frozenset(
    {"willen", "wilden", "worden", "zijn", "vinden", "zeggen", "denken", "waren"}
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
_OPENINGS = frozenset(
    {"ook", "zelfs", "en", "want", "maar", "omdat", "and", "but", "because", "even"}
)


def is_own_wish(words: Sequence[str]) -> bool:
    """Whether the writer may want now what the words say: nobody else does, nor did they once."""
    return not _someone_else_wants(words) and not _was_wanted_once(words)


def starts_of_others(words: Sequence[str]) -> Iterator[int]:
    """Where a thought goes on about others: at "who" in "colleagues who want to grow"."""
    return (
        place
        for place in range(1, len(words))
        if words[place] in _WHO
        and not (_PEOPLE | _PERSON).isdisjoint(words[max(0, place - _BEFORE_WHO) : place])
    )


def _someone_else_wants(words: Sequence[str]) -> bool:
    place, verbs = _subject(words)
    while place < len(words) and words[place] not in verbs:
        if words[place] not in _BESIDES:
            return False
        place += 1
    if place >= len(words):
        return False
    rest = words[place + 1 :]
    if words[place] in _INVERTED and not _FIRST_PERSON.isdisjoint(rest[:1]):
        return False
    return not _tells_own_wish(rest)


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
    if "used" in words and "want" in words[words.index("used") :]:
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
