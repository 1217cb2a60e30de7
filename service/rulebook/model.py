"""The rulebook: one immutable, checked set of rule files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from service.rulebook.attributes import attributes_of_a_duo
from service.rulebook.career import Move, Place, Role, StepTimes
from service.rulebook.cases import Case
from service.rulebook.rules import GiveSignal, Rule, Settle
from service.rulebook.titles import TitleList
from service.rulebook.vocabulary import (
    Action,
    Attribute,
    Certificate,
    ChangeKind,
    Competence,
    Goal,
    Level,
    Measure,
    Moment,
    Profession,
    Rating,
    Specialisation,
    Stage,
    Text,
    TipText,
    Work,
)


@dataclass(frozen=True)
class Rulebook:
    """Everything the advice rests on. Lists stand in the order of their file, rules by id.

    `attributes` is keyed by the words of the attribute in rules, `guardrail_texts` by key.
    `costs` says how much each kind of change takes beside the others, of a competence each step.
    `digest` is "sha256:" and 64 hexadecimal digits over all of it but cases and positions.
    """

    specialisations: tuple[Specialisation, ...]
    levels: tuple[Level, ...]
    points: Mapping[str, int]
    ratings: tuple[Rating, ...]
    measures: tuple[Measure, ...]
    competences: tuple[Competence, ...]
    certificates: tuple[Certificate, ...]
    work: tuple[Work, ...]
    goals: tuple[Goal, ...]
    titles: TitleList
    roles: tuple[Role, ...]
    moves: tuple[Move, ...]
    actions: tuple[Action, ...]
    tips: tuple[TipText, ...]
    guardrail_texts: Mapping[str, Text]
    attributes: Mapping[str, Attribute]
    rules: tuple[Rule, ...]
    cases: tuple[Case, ...]
    digest: str
    professions: tuple[Profession, ...] = ()
    costs: Mapping[ChangeKind, int] = field(default_factory=dict)
    step_times: StepTimes | None = None

    @cached_property
    def specialisation_ids(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self.specialisations)

    @cached_property
    def level_ids(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self.levels)

    @cached_property
    def professions_by_id(self) -> Mapping[str, Profession]:
        return {profession.id: profession for profession in self.professions}

    @cached_property
    def attributes_by_id(self) -> Mapping[str, Attribute]:
        """Those of one person, and those of a duo."""
        every = (*self.attributes.values(), *self.duo_attributes.values())
        return {attribute.id: attribute for attribute in every}

    @cached_property
    def duo_attributes(self) -> Mapping[str, Attribute]:
        """What partnership rules can look at, by its words."""
        return attributes_of_a_duo(self.attributes)

    @cached_property
    def tellable_attributes(self) -> tuple[Attribute, ...]:
        """What a person could tell, in the order of the vocabulary."""
        tellable = (
            attribute
            for attribute in self.attributes.values()
            if attribute.moment is Moment.READING and attribute.can_turn_out
        )
        return tuple(sorted(tellable, key=lambda attribute: attribute.order))

    @cached_property
    def rules_by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def rules_by_stage(self) -> Mapping[Stage, tuple[Rule, ...]]:
        return {stage: tuple(rule for rule in self.rules if rule.stage is stage) for stage in Stage}

    @cached_property
    def settling_specialisation(self) -> tuple[Rule, ...]:
        """The settling rules that choose a specialisation; they run before those for the level."""
        return tuple(rule for rule in self.rules if _settles(rule, "specialisation"))

    @cached_property
    def settling_level(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if _settles(rule, "level"))

    @cached_property
    def signal_rules(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules that give each signal, signals in an order in which none uses a later one."""
        by_signal: dict[str, list[Rule]] = {}
        for rule in self.rules_by_stage[Stage.SIGNALS]:
            if isinstance(rule.effect, GiveSignal):
                by_signal.setdefault(rule.effect.signal, []).append(rule)
        ordered: dict[str, tuple[Rule, ...]] = {}

        def place(signal: str) -> None:
            if signal in ordered:
                return
            for rule in by_signal[signal]:
                for condition in rule.when.conditions():
                    kind, _, name = condition.attribute.id.partition(".")
                    if kind == "signal":
                        place(name)
            ordered[signal] = tuple(by_signal[signal])

        for signal in sorted(by_signal):
            place(signal)
        return ordered

    @cached_property
    def signal_given(self) -> Mapping[Rule, str]:
        """The attribute of the signal that a rule gives."""
        return {
            rule: f"signal.{signal}"
            for signal, rules in self.signal_rules.items()
            for rule in rules
        }

    @cached_property
    def roles_by_place(self) -> Mapping[Place, Role]:
        return {role.place: role for role in self.roles}

    @cached_property
    def actions_by_id(self) -> Mapping[str, Action]:
        return {action.id: action for action in self.actions}

    @cached_property
    def competences_by_id(self) -> Mapping[str, Competence]:
        return {competence.id: competence for competence in self.competences}

    @cached_property
    def measures_by_id(self) -> Mapping[str, Measure]:
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def measured(self) -> frozenset[str]:
        """The ids of the ratings that some measure counts."""
        return frozenset(
            f"competence.{competence}"
            for measure in self.measures
            for competence in measure.competences
        )

    @cached_property
    def certificates_by_id(self) -> Mapping[str, Certificate]:
        return {certificate.id: certificate for certificate in self.certificates}

    def held_with(self, certificates: Iterable[str]) -> frozenset[str]:
        """The certificates, and all that they include."""
        held: set[str] = set()
        found = list(certificates)
        while found:
            id = found.pop()
            if id not in held:
                held.add(id)
                found += self.certificates_by_id[id].includes
        return frozenset(held)

    @cached_property
    def work_by_id(self) -> Mapping[str, Work]:
        return {work.id: work for work in self.work}

    @cached_property
    def goals_by_id(self) -> Mapping[str, Goal]:
        return {goal.id: goal for goal in self.goals}


def _settles(rule: Rule, what: str) -> bool:
    return isinstance(rule.effect, Settle) and getattr(rule.effect, what) is not None
