"""Changes as sentences, in Dutch or in English."""

from collections.abc import Mapping

from service.comparison.model import Change, Detail, Kind, Sort, Told
from service.comparison.portraits import Field, Portrait, portraits_of
from service.comparison.words import DETAILS, FIELDS, KINDS, OTHERS, SORTS
from service.rulebook.conditions import Condition, Group
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow
from service.rulebook.vocabulary import Language, Text
from service.wording import condition_sentence, sentence_of

QUOTED_FIELDS = frozenset({"names", "aliases", "phrases", "name", "words", "see also", "refused"})
"""Values that people wrote for people; others are words of the rule files."""


class Teller:
    """Tells changes between two rulebooks in one language."""

    def __init__(self, old: Rulebook, new: Rulebook, language: Language) -> None:
        self._rulebooks = {Sort.REMOVED: old, Sort.ADDED: new}
        self._portraits: Mapping[Sort, Mapping[Kind, Mapping[str, Portrait]]] = {
            Sort.REMOVED: portraits_of(old),
            Sort.ADDED: portraits_of(new),
        }
        self._language = language
        self.words = OTHERS[language]

    def headline(self, change: Change) -> str:
        """What happened to a part; of what came or went also what it is, or was."""
        name = f"{KINDS[self._language][change.kind]} `{change.id}`"
        if change.kind is Kind.ORDER:
            return _ended(self.words["order changed"].format(name))
        said = SORTS[self._language][change.sort].format(name)
        where = f" ({change.position})" if change.position else ""
        if change.sort is Sort.CHANGED:
            return f"{said}{where}:"
        about = self._about(change)
        return _ended(f"{said}{where}: {about}" if about else f"{said}{where}")

    def detail(self, detail: Detail) -> str:
        label = FIELDS[self._language][detail.field]
        if detail.language is not None:
            label = f"{label} ({detail.language})"
        if detail.within is not None:
            label = f"{label} {self.words['within'].format(detail.within.value)}"
        return _ended(
            DETAILS[self._language][detail.sort].format(
                field=label,
                old=self._value(detail, detail.old, Sort.REMOVED),
                new=self._value(detail, detail.new, Sort.ADDED),
            )
        )

    def refusal(self, why: str) -> str:
        """Why a case could not be run."""
        return _ended(f"{FIELDS[self._language]['refused']}: ‘{why}’")

    def counted(self, number: int, one: str, several: str) -> str:
        return self.words[one] if number == 1 else self.words[several].format(number)

    def _about(self, change: Change) -> str:
        """What a part is that came or went."""
        rulebook = self._rulebooks[change.sort]
        if change.kind is Kind.RULE:
            rule = rulebook.rules_by_id[change.id]
            sentence = sentence_of(rule, rulebook, self._language)
            if isinstance(rule.effect, Grow):
                because = f"‘{rule.effect.because.in_language(self._language)}’"
                return f"{sentence} {self.words['reason'].format(because)}"
            return sentence
        return self._first_field(self._portraits[change.sort][change.kind][change.id])

    def _first_field(self, portrait: Portrait) -> str:
        """The field that stands first is the one by which people know a part."""
        field: Field = next(iter(portrait.values()))
        if isinstance(field, Text):
            return f"‘{field.in_language(self._language)}’"
        if isinstance(field, tuple):
            return ", ".join(f"‘{each}’" for each in field)
        return str(field)

    def _value(self, detail: Detail, value: Told, side: Sort) -> str:
        if value is None:
            return self.words["nothing"]
        if isinstance(value, bool):
            return self.words["yes" if value else "no"]
        if isinstance(value, Condition):
            return self._condition(value, side)
        if isinstance(value, Group):
            members = "; ".join(self._value(detail, each, side) for each in value.members)
            return f"`{value.quantifier.value}` {members}"
        if detail.language is not None or detail.field in QUOTED_FIELDS:
            return f"‘{value}’"
        return f"`{value}`" if isinstance(value, str) else str(value)

    def _condition(self, condition: Condition, side: Sort) -> str:
        """As a sentence, and as it stands in the file."""
        sentence = condition_sentence(condition, self._rulebooks[side], self._language)
        return f"“{sentence.rstrip('.')}” (`{condition.sentence}`)"


def _ended(text: str) -> str:
    """With a full stop, unless a quoted text brings its own ending."""
    return text if text.endswith((".", ".’", "!’", "?’")) else f"{text}."
