"""Every code that a diagnostic can have, with its documentation."""

import inspect
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

from service.rulebook import mistakes
from service.rulebook.tables import mistakes as table_mistakes

NAMES = (
    "acceptance",
    "case_profiles",
    "contradictions",
    "lengths",
    "never_counts",
    "never_true",
    "never_used",
    "placeholders",
    "pointless_rules",
    "repeated_conditions",
    "title_names",
    "tone",
    "unreachable_roles",
)
MODULES: tuple[ModuleType, ...] = tuple(import_module(f"service.checks.{name}") for name in NAMES)
"""The checks; each has a CODE, and its docstring is the documentation."""

MISTAKES: Mapping[str, str] = {**mistakes.MISTAKES, **table_mistakes.MISTAKES}
"""What is told while files are read."""

DOUBTS = mistakes.DOUBTS | table_mistakes.DOUBTS
"""Those of them that are warnings."""

CODES: Mapping[str, str] = {
    **MISTAKES,
    **{module.CODE: inspect.cleandoc(module.__doc__ or "") for module in MODULES},
}
"""Code -> its documentation."""

ACCEPTABLE: Mapping[str, bool] = {code: code not in MISTAKES or code in DOUBTS for code in CODES}
"""Whether what a code stands for is a warning, which can be accepted with a reason."""
