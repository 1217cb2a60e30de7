"""Formulas of a solver that stay plain truth values as long as they are known."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import z3

from service.proofs import joining

Formula: TypeAlias = bool | z3.BoolRef
Term: TypeAlias = tuple[Formula, int]
"""What counts so much when it holds."""


class Formulas:
    """Makes formulas for one solver, which shares nothing with any other."""

    def __init__(self) -> None:
        self.context = z3.Context()

    def flag(self, name: str) -> z3.BoolRef:
        return z3.Bool(name, self.context)

    def no(self, part: Formula) -> Formula:
        if isinstance(part, bool):
            return not part
        return joining.opposite(part)

    def all_of(self, parts: Iterable[Formula]) -> Formula:
        """Stops at a part that fails, and does not look at those behind it."""
        left = []
        for part in parts:
            if part is False:
                return False
            if part is not True:
                left.append(part)
        return True if not left else joining.all_of(left, self.context)

    def any_of(self, parts: Iterable[Formula]) -> Formula:
        """Stops at a part that holds, and does not look at those behind it."""
        left = []
        for part in parts:
            if part is True:
                return True
            if part is not False:
                left.append(part)
        return False if not left else joining.any_of(left, self.context)

    def holds(self, model: z3.ModelRef, flag: z3.FuncDeclRef) -> bool:
        """Whether a flag is true in a model."""
        context = self.context.ref()
        found = z3.Z3_model_get_const_interp(context, model.model, flag.ast)
        return bool(found) and z3.Z3_get_bool_value(context, found) == z3.Z3_L_TRUE

    def at_least(self, bound: int, terms: Sequence[Term]) -> Formula:
        """That the terms which hold come to the bound."""
        left: list[tuple[z3.BoolRef, int]] = []
        for part, weight in terms:
            if isinstance(part, bool):
                bound -= weight if part else 0
            elif weight > 0:
                left.append((part, weight))
            elif weight < 0:
                # What takes away when it holds adds as much when it does not.
                left.append((joining.opposite(part), -weight))
                bound -= weight
        if bound <= 0:
            return True
        if sum(weight for _, weight in left) < bound:
            return False
        return joining.at_least(bound, left, self.context)

    def at_most(self, bound: int, terms: Sequence[Term]) -> Formula:
        return self.no(self.at_least(bound + 1, terms))
