"""Exact answers about what could be: can some facts make these conditions true, and which?

The solver looks at every combination of values at once, and never at real people. It takes more to
be possible than is: any title may go with any work. What it calls impossible is so; see `witness`.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

import z3

from service.proofs import joining
from service.proofs.variables import Extent, Formula, Members, Single, extent, members, single
from service.rulebook.career import Place
from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import FactValue
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Attribute, AttributeType

SIGNAL = "signal."
GOALS = "goals"
SAME_AS = {"current.specialisation": "specialisation", "current.level": "level"}
"""What is sent about the present place binds: then that is the place."""

EDGED = (AttributeType.RATING, AttributeType.YEARS, AttributeType.SCALE)
EDGES = {
    Operator.IS_AT_LEAST: (-1,),
    Operator.IS_AT_MOST: (1,),
    Operator.IS_BETWEEN: (-1, 1),
}
"""Where each bound of a condition stops to hold, seen from the bound."""


class World:
    """Everything that facts of one rulebook could be. Made once, and asked many things."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._singles: dict[str, Single] = {}
        self._members: dict[str, Members] = {}
        self._extents: dict[str, Extent] = {}
        self._true: dict[Condition | Group, Formula] = {}
        self._false: dict[Condition | Group, Formula] = {}
        self._not_true: dict[Condition | Group, Formula] = {}
        self._signals: dict[tuple[str, bool], Formula] = {}
        self._places: dict[Place | None, Formula] = {}
        self._solver = z3.SolverFor("QF_LIA")
        self._context = z3.main_ctx()

    def is_true(self, member: Condition | Group) -> Formula:
        """That a condition or a group holds, and is not unknown."""
        return self._holds(member, True)

    def is_false(self, member: Condition | Group) -> Formula:
        """That it fails, and is not unknown."""
        return self._holds(member, False)

    def is_not_true(self, member: Condition | Group) -> Formula:
        """That it fails or is unknown."""
        made = self._not_true.get(member)
        if made is None:
            made = self._not_true[member] = joining.opposite(self.is_true(member))
        return made

    def any_of(self, formulas: Iterable[Formula]) -> Formula:
        """That at least one of them holds."""
        return joining.any_of(formulas, self._context)

    def _all_of(self, *formulas: Formula) -> Formula:
        return joining.all_of(formulas, self._context)

    def has(self, attribute: Attribute, value: FactValue | None) -> Formula:
        """That an attribute has this value; None for unknown. Not of measures and signals."""
        if attribute.type is AttributeType.MEMBERS:
            found = self._list(attribute)
            if not isinstance(value, frozenset):
                return z3.Not(found.known)
            members = [holds == (member in value) for member, holds in found.holds.items()]
            return z3.And(found.known, *members)
        one = self._single(attribute)
        if value is None:
            return z3.Not(one.known)
        return z3.And(one.known, one.value == one.number_of(value))

    def at_the_edge(self, condition: Condition, holds: bool) -> Formula | None:
        """That a condition only just holds, or only just fails; None when it has no edge."""
        if condition.attribute.type not in EDGED or condition.operator not in EDGES:
            return None
        one = self._single(condition.attribute)
        numbers = [one.number_of(value) for value in condition.values]
        steps = EDGES[condition.operator]
        edges = [
            number if holds else number + step for number, step in zip(numbers, steps, strict=True)
        ]
        return z3.Or([one.value == edge for edge in edges])

    def stands_at(self, place: Place | None) -> Formula:
        """That this is the present place; None for no place at all, as from outside PMO."""
        if place not in self._places:
            self._places[place] = self._stands_at(place)
        return self._places[place]

    def _stands_at(self, place: Place | None) -> Formula:
        attributes = self._rulebook.attributes
        return z3.And(
            self.has(attributes["specialisation"], place.specialisation if place else None),
            self.has(attributes["level"], place.level if place else None),
        )

    def witness(self, *formulas: Formula) -> dict[str, FactValue] | None:
        """Facts for which all formulas hold, of what any rule was asked about; None when none do.

        Attributes that need not be known are left out.
        """
        if self._solver.check(*formulas) != z3.sat:
            return None
        model = self._solver.model()
        found: tuple[Single | Members, ...] = (*self._singles.values(), *self._members.values())
        return {
            each.attribute.id: each.read(model)
            for each in found
            if z3.is_true(model.eval(each.known))
        }

    def possible(self, *formulas: Formula) -> bool:
        """Whether there are facts for which all formulas hold."""
        # Quicker than to check them as assumptions, of which the solver keeps something each time.
        self._solver.push()
        joining.add(self._solver, formulas)
        answer = self._solver.check()
        self._solver.pop()
        return bool(answer == z3.sat)

    def conflict(self, formulas: Mapping[str, Formula]) -> tuple[str, ...]:
        """The names of formulas that exclude each other, none of which can be left out.

        Empty when all of them can hold together.
        """
        if self.possible(*formulas.values()):
            return ()
        needed, clash = list(formulas), frozenset(formulas)
        for name in formulas:
            rest = [other for other in needed if other != name]
            if name in clash:
                smaller = self._clash({other: formulas[other] for other in rest})
                if smaller is None:
                    continue
                clash = smaller
            needed = rest
        return tuple(needed)

    def _clash(self, formulas: Mapping[str, Formula]) -> frozenset[str] | None:
        """The names of formulas that the solver could not make hold; None when there are none.

        They exclude each other, and more of them may do so than need be.
        """
        if self._solver.check(*formulas.values()) == z3.sat:
            return None
        clash = {formula.get_id() for formula in self._solver.unsat_core()}
        return frozenset(name for name, formula in formulas.items() if formula.get_id() in clash)

    def _holds(self, member: Condition | Group, wanted: bool) -> Formula:
        # Making a formula takes longer than asking about it, and conditions are repeated.
        known = self._true if wanted else self._false
        made = known.get(member)
        if made is None:
            made = known[member] = self._formula(member, wanted)
        return made

    def _formula(self, member: Condition | Group, wanted: bool) -> Formula:
        if isinstance(member, Group):
            return self._group(member, wanted)
        attribute = member.attribute
        if attribute.id.startswith(SIGNAL):
            return self._signal_condition(member, wanted)
        if attribute.type is AttributeType.MEASURE:
            return self._measure_condition(member, wanted)
        known, holds = self._condition(member)
        if member.operator is Operator.IS_KNOWN:
            return known if wanted else z3.Not(known)
        if member.operator is Operator.IS_UNKNOWN:
            return z3.Not(known) if wanted else known
        return self._all_of(known, holds if wanted else joining.opposite(holds))

    def _group(self, group: Group, wanted: bool) -> Formula:
        inner = wanted is not (group.quantifier is Quantifier.NONE)
        parts = [self._holds(member, inner) for member in group.members]
        every = inner if group.quantifier is Quantifier.ALL else not inner
        join = joining.all_of if every else joining.any_of
        return join(parts, self._context)

    def _signal_condition(self, condition: Condition, wanted: bool) -> Formula:
        name = condition.attribute.id
        given, denied = self._signal(name, True), self._signal(name, False)
        match condition.operator:
            case Operator.IS_KNOWN:
                known = z3.Or(given, denied)
                return known if wanted else z3.Not(known)
            case Operator.IS_UNKNOWN:
                unknown = z3.Not(z3.Or(given, denied))
                return unknown if wanted else z3.Not(unknown)
            case _:
                affirms = (condition.operator is Operator.IS) is condition.values[0]
                return given if affirms is wanted else denied

    def _signal(self, name: str, wanted: bool) -> Formula:
        """That a signal is given by one of its rules, or by none for sure."""
        if (name, wanted) not in self._signals:
            rules = self._rulebook.signal_rules.get(name.removeprefix(SIGNAL), ())
            parts = [self._holds(rule.when, wanted) for rule in rules]
            join = joining.any_of if wanted else joining.all_of
            self._signals[name, wanted] = join(parts, self._context)
        return self._signals[name, wanted]

    def _condition(self, condition: Condition) -> tuple[Formula, Formula]:
        """That its attribute is known, and what must hold of the value then."""
        attribute = condition.attribute
        if attribute.type is AttributeType.MEMBERS:
            return self._list_condition(condition)
        one = self._single(attribute)
        if condition.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
            return one.known, z3.BoolVal(True)
        numbers = [one.number_of(value) for value in condition.values]
        return one.known, _compared(one.value, one.value, condition.operator, numbers)[0]

    def _list_condition(self, condition: Condition) -> tuple[Formula, Formula]:
        found = self._list(condition.attribute)
        wanted = [found.holds[str(value)] for value in condition.values]
        match condition.operator:
            case Operator.INCLUDES_ONE:
                return found.known, self.any_of(wanted)
            case Operator.INCLUDES_ALL:
                return found.known, self._all_of(*wanted)
            case Operator.INCLUDES_NONE:
                return found.known, joining.opposite(self.any_of(wanted))
            case _:
                return found.known, z3.BoolVal(True)

    def _measure_condition(self, condition: Condition, wanted: bool) -> Formula:
        extent_of = self._extent(condition.attribute)
        if condition.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
            return z3.BoolVal((condition.operator is Operator.IS_KNOWN) is wanted)
        bounds = [Fraction(value) for value in condition.values if not isinstance(value, str)]
        holds, fails = _compared(extent_of.low, extent_of.high, condition.operator, bounds)
        return holds if wanted else fails

    def _single(self, attribute: Attribute) -> Single:
        if attribute.id not in self._singles:
            made, bounds = single(attribute)
            self._singles[attribute.id] = made
            self._solver.add(bounds)
            if attribute.id in SAME_AS:
                place = self._single(self._rulebook.attributes_by_id[SAME_AS[attribute.id]])
                same = z3.And(place.known, place.value == made.value)
                self._solver.add(z3.Implies(made.known, same))
        return self._singles[attribute.id]

    def _list(self, attribute: Attribute) -> Members:
        if attribute.id not in self._members:
            self._members[attribute.id] = made = members(attribute)
            if attribute.own_id == GOALS:
                self._solver.add(made.known)
        return self._members[attribute.id]

    def _extent(self, attribute: Attribute) -> Extent:
        if attribute.id not in self._extents:
            side = attribute.id.removesuffix(attribute.own_id)
            measure = self._rulebook.measures_by_id[attribute.own_id.removeprefix("measure.")]
            attributes = self._rulebook.attributes_by_id
            ratings = [
                self._single(attributes[f"{side}competence.{id}"]) for id in measure.competences
            ]
            self._extents[attribute.id] = extent(measure, ratings)
        return self._extents[attribute.id]


def _compared(
    low: z3.ArithRef, high: z3.ArithRef, operator: Operator, bounds: Sequence[Fraction | int]
) -> tuple[Formula, Formula]:
    """That everything from `low` to `high` compares so with the bounds, and that nothing does."""
    up, down = [ceil(bound) for bound in bounds], [floor(bound) for bound in bounds]
    match operator:
        case Operator.IS_AT_LEAST:
            return low >= up[0], high < up[0]
        case Operator.IS_AT_MOST:
            return high <= down[0], low > down[0]
        case Operator.IS_BETWEEN:
            holds = z3.And(low >= up[0], high <= down[1])
            return holds, z3.Or(high < up[0], low > down[1])
        case Operator.IS | Operator.IS_ONE_OF:
            # Between two whole numbers there is nothing to be equal to.
            whole = [least for least, most in zip(up, down, strict=True) if least == most]
            holds = z3.Or([z3.And(low == each, high == each) for each in whole])
            return holds, z3.And([z3.Or(low > each, high < each) for each in whole])
        case Operator.IS_NOT:
            holds, fails = _compared(low, high, Operator.IS, bounds)
            return fails, holds
        case _:
            raise AssertionError(f"nothing is compared by {operator}")
