"""The sentences themselves: a rule, or one condition, in one language."""

from collections.abc import Mapping

from service.rulebook.conditions import Condition
from service.rulebook.model import Rulebook
from service.rulebook.rules import Effect, GiveSignal, Grow, Outcome, Pairing, Rule, Say
from service.rulebook.vocabulary import Attribute, Language
from service.wording import dutch, english
from service.wording.dutch import Dutch
from service.wording.english import English
from service.wording.language import Wording, is_plain
from service.wording.names import Names
from service.wording.statements import Joined, Statement, Together, stated

_WORDINGS: Mapping[Language, type[Wording]] = {"nl": Dutch, "en": English}
_OUTCOMES: Mapping[Language, Mapping[Outcome, str]] = {"nl": dutch.OUTCOMES, "en": english.OUTCOMES}


def sentence_of(rule: Rule, rulebook: Rulebook, language: Language) -> str:
    """The rule as one sentence: when it holds, and what then follows.

    Reasons and actions are texts of their own and not in it; what is said to a person or a duo is.
    """
    wording = _WORDINGS[language](Names(rulebook, language))
    when = _inside(stated(rule.when), wording)
    follows = _effect(rule.effect, rule.about.in_language(language), wording)
    return _sentence(wording.if_then(when, follows))


def condition_sentence(condition: Condition, rulebook: Rulebook, language: Language) -> str:
    """One condition as a sentence about the person whom it is read to, or about one of two."""
    return statement_sentence(Statement(condition, holds=True), rulebook, language)


def statement_sentence(statement: Statement, rulebook: Rulebook, language: Language) -> str:
    """What a condition comes to where it holds, or where it does not, as `condition_sentence`."""
    return _sentence(statement_words(statement, rulebook, language))


def statement_words(statement: Statement, rulebook: Rulebook, language: Language) -> str:
    """The same without capital and full stop."""
    wording = _WORDINGS[language](Names(rulebook, language))
    return wording.clause(statement).alone


def knowing_words(attribute: Attribute, rulebook: Rulebook, language: Language) -> str:
    """What one knows who knows an attribute: "which certificates you hold"."""
    return _WORDINGS[language](Names(rulebook, language)).knowing(attribute)


def outcome_words(outcome: Outcome, language: Language) -> str:
    """An outcome as it stands in a sentence: "a recommendation"."""
    return _OUTCOMES[language][outcome]


def _inside(said: Statement | Joined, wording: Wording, depth: int = 0) -> str:
    if isinstance(said, Statement):
        return wording.clause(said).inside
    parts = [_inside(member, wording, depth + 1) for member in said.members]
    join = wording.any_of if said.together is Together.ANY else wording.all_of
    joined = join(parts)
    within_a_choice = depth == 1 and said.together is Together.ALL and not is_plain(joined)
    return f"({joined})" if within_a_choice or depth > 1 else joined


def _effect(effect: Effect, about: str, wording: Wording) -> str:
    if isinstance(effect, Grow):
        return wording.grows(effect)
    if isinstance(effect, Say):
        return wording.says(effect)
    if isinstance(effect, Pairing):
        return wording.pairs(effect)
    if isinstance(effect, GiveSignal):
        return wording.signals(about.rstrip(". ") or effect.signal)
    return wording.settles(effect)


def _sentence(text: str) -> str:
    return ended(text[:1].upper() + text[1:])


def ended(text: str) -> str:
    """With a full stop, unless a quoted text brings its own ending."""
    return text if text.endswith((".’", "!’", "?’")) else f"{text}."
