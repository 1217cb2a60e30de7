"""The scene: what rules come to, as formulas over everything that a person could change."""

from collections.abc import Iterable, Sequence
from math import ceil, floor

from service.advice.leaves import KNOWLEDGE, List, OneValue, OverMeasure, WhetherSignal
from service.advice.prospects import Every, Neither, Prospect, Some
from service.explaining.changes import Lever
from service.explaining.formulas import Formula, Formulas, Term
from service.rulebook.conditions import Condition, Operator
from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import RATINGS, ChangeKind, Moment

LISTS = {
    ChangeKind.GOAL: "goals",
    ChangeKind.WORK: "work",
    ChangeKind.CERTIFICATE: "certificates",
}


class Scene:
    """Formulas for one person: `facts` are as they are, and the levers are what may change.

    A condition comes to two formulas: that it is true, and that it is false. Where neither holds
    it is unknown.
    """

    def __init__(self, facts: Facts, levers: Sequence[Lever], rulebook: Rulebook) -> None:
        self.formulas = Formulas()
        self.levers = {lever: self.formulas.flag(_name(lever)) for lever in levers}
        self._facts = facts
        self._rulebook = rulebook
        self._varying = frozenset(
            id
            for id, each in rulebook.attributes_by_id.items()
            if each.moment is not Moment.READING
        )
        self._made: dict[object, Formula] = {}
        self._rungs: dict[str, list[Lever]] = {}
        self._adding: dict[str, dict[str, list[Formula]]] = {}
        for lever, flag in self.levers.items():
            if lever.kind is ChangeKind.COMPETENCE:
                self._rungs.setdefault(f"competence.{lever.id}", []).append(lever)
                continue
            members = self._adding.setdefault(LISTS[lever.kind], {})
            certificate = lever.kind is ChangeKind.CERTIFICATE
            for member in sorted(rulebook.held_with([lever.id])) if certificate else (lever.id,):
                members.setdefault(member, []).append(flag)

        self._told = {
            id: self.formulas.any_of(
                dict.fromkeys(flag for flags in adding.values() for flag in flags)
            )
            for id, adding in self._adding.items()
        }
        """That a list is known because something was added to it."""

    def ladders(self) -> Iterable[Formula]:
        """No rung of a competence without the one below it."""
        for rungs in self._rungs.values():
            for lower, higher in zip(rungs, rungs[1:], strict=False):
                yield self.formulas.any_of(
                    [self.levers[lower], self.formulas.no(self.levers[higher])]
                )

    def lever(self, kind: ChangeKind, id: str) -> Formula:
        """That a lever which is no rung is used; False where there is none."""
        return self.formulas.any_of(self._adding.get(LISTS[kind], {}).get(id, ()))

    def is_true(self, prospect: Prospect, placed: Facts) -> Formula:
        """That this holds; `placed` are the facts with what follows from the present place."""
        return self._comes_to(prospect, placed, True)

    def _comes_to(self, prospect: Prospect, placed: Facts, wanted: bool) -> Formula:
        """Made once for everything that the place and the advice so far make no difference to."""
        varying = prospect.attributes & self._varying
        key = prospect, wanted, *(placed.get(id) for id in sorted(varying))
        if key not in self._made:
            self._made[key] = self._formula(prospect, placed, wanted)
        return self._made[key]

    def _formula(self, prospect: Prospect, placed: Facts, wanted: bool) -> Formula:
        if isinstance(prospect, Every | Some | Neither):
            inner = wanted is not isinstance(prospect, Neither)
            every = inner if isinstance(prospect, Every) else not inner
            parts = (self._comes_to(each, placed, inner) for each in prospect.members)
            return self.formulas.all_of(parts) if every else self.formulas.any_of(parts)
        if isinstance(prospect, WhetherSignal):
            return self._known_signal(prospect, placed, wanted)
        assert isinstance(prospect, OneValue | List | OverMeasure)
        condition = prospect.condition
        id = condition.attribute.id
        if isinstance(prospect, OverMeasure) and not prospect.attributes.isdisjoint(self._rungs):
            return self._measure(condition, wanted)
        if isinstance(prospect, List) and id in self._adding:
            return self._list(condition, wanted)
        if isinstance(prospect, OneValue) and id in self._rungs:
            return self._rating(prospect, wanted)
        return prospect.truth(placed) is wanted

    def _known_signal(self, prospect: WhetherSignal, placed: Facts, wanted: bool) -> Formula:
        known = self.formulas.any_of(
            self._comes_to(prospect.signal, placed, truth) for truth in (True, False)
        )
        asks_known = prospect.condition.operator is Operator.IS_KNOWN
        return known if asks_known is wanted else self.formulas.no(known)

    def _rating(self, prospect: OneValue, wanted: bool) -> Formula:
        """Over every rating that the person may come to, each the height of the ladder."""
        id = prospect.condition.attribute.id
        rungs = self._rungs[id]
        steps: list[Formula] = [True, *(self.levers[rung] for rung in rungs), False]
        values: list[FactValue | None] = [self._facts.get(id), *(rung.to for rung in rungs)]
        return self.formulas.any_of(
            self.formulas.all_of([reached, self.formulas.no(further)])
            for value, reached, further in zip(values, steps[:-1], steps[1:], strict=True)
            if prospect.truth({} if value is None else {id: value}) is wanted
        )

    def _list(self, condition: Condition, wanted: bool) -> Formula:
        id = condition.attribute.id
        present = self._facts.get(id)
        adding = self._adding[id]
        assert present is None or isinstance(present, frozenset)
        known = present is not None or self._told[id]
        if condition.operator in KNOWLEDGE:
            asks_known = condition.operator is Operator.IS_KNOWN
            return known if asks_known is wanted else self.formulas.no(known)
        named: list[Formula] = [
            str(value) in (present or ()) or self.formulas.any_of(adding.get(str(value), ()))
            for value in condition.values
        ]
        if condition.operator is Operator.INCLUDES_ALL:
            holds = self.formulas.all_of(named)
        else:
            holds = self.formulas.any_of(named)
        if (condition.operator is Operator.INCLUDES_NONE) is wanted:
            holds = self.formulas.no(holds)
        return self.formulas.all_of([known, holds])

    def _measure(self, condition: Condition, wanted: bool) -> Formula:
        low, high = self._extent(condition)
        bounds = [value for value in condition.values if not isinstance(value, str)]
        up, down = [ceil(bound) for bound in bounds], [floor(bound) for bound in bounds]
        at_least, at_most = self.formulas.at_least, self.formulas.at_most
        all_of, any_of = self.formulas.all_of, self.formulas.any_of
        match condition.operator:
            case Operator.IS_KNOWN | Operator.IS_UNKNOWN:
                return (condition.operator is Operator.IS_KNOWN) is wanted
            case Operator.IS_AT_LEAST:
                return at_least(up[0], low) if wanted else at_most(up[0] - 1, high)
            case Operator.IS_AT_MOST:
                return at_most(down[0], high) if wanted else at_least(down[0] + 1, low)
            case Operator.IS_BETWEEN:
                if wanted:
                    return all_of([at_least(up[0], low), at_most(down[1], high)])
                return any_of([at_most(up[0] - 1, high), at_least(down[1] + 1, low)])
        equal = wanted is not (condition.operator is Operator.IS_NOT)
        # Between two whole numbers there is nothing to be equal to.
        whole = [least for least, most in zip(up, down, strict=True) if least == most]
        if equal:
            return any_of(all_of([at_least(each, low), at_most(each, high)]) for each in whole)
        return all_of(any_of([at_most(each - 1, high), at_least(each + 1, low)]) for each in whole)

    def _extent(self, condition: Condition) -> tuple[list[Term], list[Term]]:
        """The least and the most that a measure can be, each as a sum of terms."""
        measure = self._rulebook.measures_by_id[condition.attribute.own_id.partition(".")[2]]
        least = measure.at_least
        low: list[Term] = []
        high: list[Term] = []
        for competence in measure.competences:
            id = f"competence.{competence}"
            have = self._facts.get(id)
            ends = (have, have) if isinstance(have, int) else (RATINGS[0], RATINGS[-1])
            for terms, end in zip((low, high), ends, strict=True):
                before = _counted(end, least)
                terms.append((True, before))
                for rung in self._rungs.get(id, ()):
                    assert rung.to is not None
                    counts = _counted(rung.to, least)
                    terms.append((self.levers[rung], counts - before))
                    before = counts
        return low, high


def _counted(rating: int, at_least: int | None) -> int:
    return rating if at_least is None else int(rating >= at_least)


def _name(lever: Lever) -> str:
    return f"{lever.kind.id} {lever.id}" + (f" {lever.to}" if lever.to else "")
