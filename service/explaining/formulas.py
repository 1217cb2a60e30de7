"""Formulas of a solver that stay plain truth values as long as they are known."""

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
        return not part if isinstance(part, bool) else z3.Not(part)

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

    def _joined(self, make: Callable[..., Any], parts: Sequence[z3.BoolRef]) -> z3.BoolRef:
        """As z3.And and z3.Or do, without looking at what each part is: half of all work."""
        if len(parts) == 1:
            return parts[0]
        array = (z3.Ast * len(parts))(*(part.as_ast() for part in parts))
        return z3.BoolRef(make(self.context.ref(), len(parts), array), self.context)

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
                left.append((z3.Not(part), -weight))
                bound -= weight
        if bound <= 0:
            return True
        if sum(weight for _, weight in left) < bound:
            return False
        return z3.PbGe(left, bound)

    def at_most(self, bound: int, terms: Sequence[Term]) -> Formula:
        return self.no(self.at_least(bound + 1, terms))
