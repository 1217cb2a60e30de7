"""The texts of a rulebook: all that stands in Dutch and English, with whose it is and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.rulebook.model import Rulebook
from service.rulebook.position import Position
from service.rulebook.rules import Grow, Pairing, Rule, Say
from service.rulebook.vocabulary import LANGUAGES, AttributeType, Language, Text


@dataclass(frozen=True, slots=True)
class Found:
    """A text in a rulebook.

    `whose` is the id of the entry that it belongs to, `key` what it stands under there (empty
    when the entry is the text itself). `entry` is where the entry stands.
    """

    whose: str
    key: str
    text: Text
    entry: Position

    @property
    def name(self) -> str:
        """What it is called in a message."""
        return f"`{self.whose}`, `{self.key}`" if self.key else f"`{self.whose}`"

    def position(self, language: Language) -> Position:
        """Where the text stands in one language."""
        if self.text.positions is None:
            return self.entry
        return self.text.positions[LANGUAGES.index(language)]


def texts_in(rulebook: Rulebook) -> Iterator[Found]:
    """Every text, the entries of each file in their order."""
    yield from _of_vocabulary(rulebook)
    for competence in rulebook.competences:
        yield _found("competences.yaml", competence.id, "name", competence.name)
        yield _found("competences.yaml", competence.id, "ask", competence.ask)
    for work in rulebook.work:
        yield _found("work.yaml", work.id, "name", work.name)
    for goal in rulebook.goals:
        yield _found("goals.yaml", goal.id, "name", goal.name)
    for role in rulebook.roles:
        yield _found("roles.yaml", role.id, "title", role.title)
        yield _found("roles.yaml", role.id, "description", role.description)
    for action in rulebook.actions:
        yield _found("actions.yaml", action.id, "text", action.text)
    for tip in rulebook.tips:
        if tip.for_pmo == tip.for_project_manager:
            yield _found("tips.yaml", tip.tip, "text", tip.for_pmo)
        else:
            yield _found("tips.yaml", tip.tip, "for pmo", tip.for_pmo)
            yield _found("tips.yaml", tip.tip, "for project manager", tip.for_project_manager)
    for id, text in rulebook.guardrail_texts.items():
        yield _found("guardrail-texts.yaml", id, "", text)
    for move in rulebook.moves:
        yield _found("moves.yaml", move.id, "about", move.about)
    for rule in rulebook.rules:
        yield Found(rule.id, "about", rule.about, rule.position)
        yield from _of_effect(rule)


def _found(file: str, whose: str, key: str, text: Text) -> Found:
    return Found(whose, key, text, Position(file, 1, 1))


def _of_vocabulary(rulebook: Rulebook) -> Iterator[Found]:
    file = "vocabulary.yaml"
    for families in (rulebook.specialisations, rulebook.levels, rulebook.professions):
        for named in families:
            yield _found(file, named.id, "name", named.name)
    for rating in rulebook.ratings:
        yield _found(file, str(rating.value), "meaning", rating.meaning)
    for attribute in rulebook.attributes.values():
        if attribute.asked is not None and attribute.type is not AttributeType.RATING:
            yield _found(file, attribute.words, "ask", attribute.asked)
    for measure in rulebook.measures:
        yield _found(file, measure.id, "about", measure.about)
    if rulebook.step_times is not None:
        yield _found(file, "step times", "source", rulebook.step_times.source)


def _of_effect(rule: Rule) -> Iterator[Found]:
    match rule.effect:
        case Grow() as grows:
            yield Found(rule.id, "because", grows.because, rule.position)
        case Say(text=text) if text is not None:
            yield Found(rule.id, "text", text, rule.position)
        case Pairing(kind=kind, text=text):
            yield Found(rule.id, kind.value, text, rule.position)
