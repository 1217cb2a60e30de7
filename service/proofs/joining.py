"""Formulas put together as z3.And and its like do, without looking at what each part is.

That would take longer than what the solver is asked then. All parts are of one context.
"""

import ctypes
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import z3


def all_of(parts: Iterable[z3.BoolRef], context: z3.Context) -> z3.BoolRef:
    """That every part holds."""
    return _joined(z3.Z3_mk_and, list(parts), context)


def any_of(parts: Iterable[z3.BoolRef], context: z3.Context) -> z3.BoolRef:
    """That at least one part holds."""
    return _joined(z3.Z3_mk_or, list(parts), context)


def opposite(part: z3.BoolRef) -> z3.BoolRef:
    """That a part does not hold."""
    return z3.BoolRef(z3.Z3_mk_not(part.ctx_ref(), part.as_ast()), part.ctx)


def at_least(
    bound: int, terms: Sequence[tuple[z3.BoolRef, int]], context: z3.Context
) -> z3.BoolRef:
    """That the weights of the parts that hold come to the bound."""
    weights = (ctypes.c_int * len(terms))(*(weight for _, weight in terms))
    array = _asts([part for part, _ in terms])
    made = z3.Z3_mk_pbge(context.ref(), len(terms), array, weights, bound)
    return z3.BoolRef(made, context)


def add(solver: z3.Solver, formulas: Iterable[z3.BoolRef]) -> None:
    """Makes formulas hold in whatever the solver finds from now on."""
    for formula in formulas:
        z3.Z3_solver_assert(formula.ctx_ref(), solver.solver, formula.as_ast())


def _joined(
    make: Callable[..., Any], parts: Sequence[z3.BoolRef], context: z3.Context
) -> z3.BoolRef:
    if len(parts) == 1:
        return parts[0]
    return z3.BoolRef(make(context.ref(), len(parts), _asts(parts)), context)


def _asts(parts: Sequence[z3.BoolRef]) -> Any:
    return (z3.Ast * len(parts))(*(part.as_ast() for part in parts))
