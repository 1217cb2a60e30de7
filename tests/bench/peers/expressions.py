"""What several peers take in the same way: expressions as text, and profiles with plain lists."""

import json
from typing import Any

from bench.work import Atom, Flat, Tree


def expression(member: Atom | Tree) -> str:
    """A rule in the language that zen-engine and rule-engine have in common."""
    if isinstance(member, Tree):
        joined = (" and " if member.every else " or ").join(map(expression, member.members))
        return f"({joined})"
    known = f"{member.name} != null"
    if isinstance(member.value, tuple):
        any_of = " or ".join(f"{json.dumps(value)} in {member.name}" for value in member.value)
        holds = f"({any_of})" if member.relation == "has-one" else f"not ({any_of})"
        return f"({known} and {holds})"
    return f"({known} and {member.name} {member.relation} {json.dumps(member.value)})"


def with_lists(flat: Flat) -> dict[str, Any]:
    """A profile for engines that know no frozen sets."""
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in flat.items()
    }
