"""Every code that a diagnostic can have, with its documentation."""

import inspect
from collections.abc import Mapping
from types import ModuleType

from service.checks import (
    acceptance,
    case_profiles,
    contradictions,
    lengths,
    never_counts,
    never_true,
    never_used,
    placeholders,
    pointless_rules,
    repeated_conditions,
    tone,
    unreachable_roles,
)
from service.rulebook.mistakes import DOUBTS, MISTAKES

MODULES: tuple[ModuleType, ...] = (
    acceptance,
    case_profiles,
    contradictions,
    lengths,
    never_counts,
    never_true,
    never_used,
    placeholders,
    pointless_rules,
    repeated_conditions,
    tone,
    unreachable_roles,
)
"""The checks; each has a CODE, and its docstring is the documentation."""

CODES: Mapping[str, str] = {
    **MISTAKES,
    **{module.CODE: inspect.cleandoc(module.__doc__ or "") for module in MODULES},
}
"""Code -> its documentation."""

ACCEPTABLE: Mapping[str, bool] = {code: code not in MISTAKES or code in DOUBTS for code in CODES}
"""Whether what a code stands for is a warning, which can be accepted with a reason."""
