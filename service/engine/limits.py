"""Where durable_rules can be trusted: its limits, measured, and the margins kept from them.

Everything here is about one ruleset, which this project calls a shard.
"""

MAXIMUM_WEIGHT = 60
"""One fact may have 64 matches pending beside the catch-all; error 303 beyond.

Rules with the same conditions count once for durable_rules, but each of them counts here.
"""

MAXIMUM_SLOTS = 200
"""A fact may have at most 250 properties (error 302 beyond)."""

MAXIMUM_BRANCHES = 4
"""The conditions of one native `$or`. Each that holds fires the rule once more."""

MAXIMUM_COMPARISONS = 100
"""The conditions of one `$and`. 250 are known to work."""

MAXIMUM_CHILDREN = 511
"""Distinct conditions after the same condition. With 512 durable_rules never returns."""

MAXIMUM_NUMBER = 2**53 - 1
"""Whole numbers are exact up to here, in durable_rules and in every JSON reader."""


class EngineLimit(Exception):
    """A rulebook, or a part of one, that durable_rules cannot evaluate safely and exactly."""
