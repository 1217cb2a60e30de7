"""Facts: what rules can see, and nothing else."""

from collections.abc import Mapping

FactValue = str | int | bool | frozenset[str] | tuple[int, int]

Facts = Mapping[str, FactValue]
"""Attribute id -> value, typed as `AttributeType` says. An id that is absent is unknown."""
