"""The standing of a judgement: what could still turn out, and what it means for the rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from service.advice.field import Field, Score
from service.advice.judgement import Judgement
from service.advice.model import PresentPlace
from service.advice.outlook import Outlook
from service.advice.present import with_specialisation
from service.advice.ranking import Weighings
from service.advice.situation import Situation
from service.engine.findings import NOTHING_ASKED, Findings
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Attribute


@dataclass(frozen=True)
class Standing:
    """`base` are the facts of the reading, `unknown` the attributes that could still turn out."""

    judgement: Judgement
    base: Facts
    unknown: tuple[Attribute, ...]
    weighings: Weighings
    outlook: Outlook
    _fields: dict[PresentPlace, Field] = field(default_factory=dict, init=False, repr=False)

    @property
    def rulebook(self) -> Rulebook:
        return self.weighings.rulebook

    @cached_property
    def free(self) -> frozenset[str]:
        return frozenset([attribute.id for attribute in self.unknown])

    @cached_property
    def settling(self) -> tuple[Rule, ...]:
        """The rules that are asked for the specialisation."""
        asked = self.judgement.settling.specialisation.asked
        return self.rulebook.settling_specialisation if asked else ()

    @cached_property
    def settling_level(self) -> tuple[Rule, ...]:
        """The rules that are asked for the level."""
        return self.rulebook.settling_level if self.judgement.settling.level.asked else ()

    @cached_property
    def before(self) -> Situation:
        """Before the place is settled."""
        found, level = self.judgement.settling.specialisation, self.judgement.settling.level
        # A level rule that is false with the specialisation known cannot become true without.
        false = level.asked.difference(level.true, level.open)
        known = Findings(found.asked | false, found.true, found.open)
        return Situation(self.base, known, self.free, self.outlook)

    def settles(self) -> Iterator[tuple[Situation, tuple[Rule, ...]]]:
        """The rules that are asked for the place, and the situations in which they are."""
        if self.settling:
            yield self.before, self.settling
        if self.settling_level:
            yield self.levelling(self.judgement.present.specialisation), self.settling_level

    def levelling(self, specialisation: str | None) -> Situation:
        """When the specialisation is settled, and the level is not."""
        judgement = self.judgement
        judged = specialisation == judgement.present.specialisation
        return Situation(
            with_specialisation(self.base, specialisation),
            judgement.settling.level if judged else NOTHING_ASKED,
            self.free,
            self.outlook,
        )

    def field(self, present: PresentPlace) -> Field:
        """The field from one present place."""
        if present not in self._fields:
            self._fields[present] = Field(
                self.judgement, present, self.base, self.free, self.weighings, self.outlook
            )
        return self._fields[present]

    @cached_property
    def judged(self) -> Field:
        """The field from the place that was judged."""
        return self.field(self.judgement.present)

    @cached_property
    def scores(self) -> list[Score]:
        """Of the candidates in the field that was judged, with everything unknown free."""
        return self.judged.scores(self.free, self.judged.placed.prospect)
