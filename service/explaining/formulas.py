"""Formulas of a solver that stay plain truth values as long as they are known.

They are made as z3.And and its like do, but without looking at what each part is: that would take
longer than all else together.
"""

import ctypes
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import z3

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
        return self._not(part)

    def all_of(self, parts: Iterable[Formula]) -> Formula:
        """Stops at a part that fails, and does not look at those behind it."""
        left = []
        for part in parts:
            if part is False:
                return False
            if part is not True:
                left.append(part)
        return True if not left else self._joined(z3.Z3_mk_and, left)

    def any_of(self, parts: Iterable[Formula]) -> Formula:
        """Stops at a part that holds, and does not look at those behind it."""
        left = []
        for part in parts:
            if part is True:
                return True
            if part is not False:
                left.append(part)
        return False if not left else self._joined(z3.Z3_mk_or, left)

    def holds(self, model: z3.ModelRef, flag: z3.FuncDeclRef) -> bool:
        """Whether a flag is true in a model."""
        context = self.context.ref()
        found = z3.Z3_model_get_const_interp(context, model.model, flag.ast)
        return bool(found) and z3.Z3_get_bool_value(context, found) == z3.Z3_L_TRUE

    def _joined(self, make: Callable[..., Any], parts: Sequence[z3.BoolRef]) -> z3.BoolRef:
        if len(parts) == 1:
            return parts[0]
        return self._made(make(self.context.ref(), len(parts), _asts(parts)))

    def _not(self, part: z3.BoolRef) -> z3.BoolRef:
        return self._made(z3.Z3_mk_not(self.context.ref(), part.as_ast()))

    def _made(self, ast: Any) -> z3.BoolRef:
        return z3.BoolRef(ast, self.context)

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
                left.append((self._not(part), -weight))
                bound -= weight
        if bound <= 0:
            return True
        if sum(weight for _, weight in left) < bound:
            return False
        weights = (ctypes.c_int * len(left))(*(weight for _, weight in left))
        array = _asts([part for part, _ in left])
        made = z3.Z3_mk_pbge(self.context.ref(), len(left), array, weights, bound)
        return self._made(made)

    def at_most(self, bound: int, terms: Sequence[Term]) -> Formula:
        return self.no(self.at_least(bound + 1, terms))


def _asts(parts: Sequence[z3.BoolRef]) -> Any:
    return (z3.Ast * len(parts))(*(part.as_ast() for part in parts))
