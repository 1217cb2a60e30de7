"""clipspy: CLIPS with one template, one fact for each profile, and the agenda read off.

The network is built once; no right-hand side ever runs. When an environment goes, CLIPS says that
memory was not given back: clipspy keeps a little for every fact.
"""

from collections.abc import Mapping
from typing import Any

import clips
from bench.work import Atom, Flat, Tree, atoms

NAME = "clipspy"


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self._environment = clips.Environment()
        found = [atom for tree in trees.values() for atom in atoms(tree)]
        lists = {atom.name for atom in found if isinstance(atom.value, tuple)}
        names = {atom.name for atom in found} - lists
        slots = [f"(slot {name} (default nil))" for name in sorted(names)]
        slots += [f"(multislot {name}) (slot {name}_known (default no))" for name in sorted(lists)]
        self._environment.build(f"(deftemplate profile {' '.join(slots)})")
        self._template = self._environment.find_template("profile")
        self._slots = names | lists
        for id, tree in trees.items():
            self._environment.build(_rule(id, tree))

    def prepare(self, flat: Flat) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        for name, value in flat.items():
            if value is None or name not in self._slots:
                continue
            if isinstance(value, frozenset):
                facts[name] = [clips.Symbol(member) for member in value]
                facts[f"{name}_known"] = clips.Symbol("yes")
            else:
                facts[name] = clips.Symbol(value) if isinstance(value, str) else value
        return facts

    def fired(self, facts: dict[str, Any]) -> list[str]:
        fact = self._template.assert_fact(**facts)
        found = [activation.name for activation in self._environment.activations()]
        fact.retract()
        return found


def _rule(id: str, tree: Tree) -> str:
    """What must hold by itself constrains its slot in the pattern; the rest is one test."""
    assert tree.every
    slots: dict[str, list[str]] = {}
    tests = []
    for member in tree.members:
        if isinstance(member, Atom) and not isinstance(member.value, tuple):
            slots.setdefault(member.name, []).append(_constraint(member))
        else:
            tests.append(_test(member))
    for atom in atoms(tree):
        slots.setdefault(atom.name, [])
    pattern = []
    for name, constraints in slots.items():
        many = any(atom.name == name and isinstance(atom.value, tuple) for atom in atoms(tree))
        if many:
            pattern.append(f"({name} $?{name}) ({name}_known ?{name}_known)")
        else:
            pattern.append(f"({name} {'&'.join([f'?{name}', *constraints])})")
    tests_text = f" (test (and {' '.join(tests)} TRUE))" if tests else ""
    return f"(defrule {id} (profile {' '.join(pattern)}){tests_text} =>)"


def _constraint(atom: Atom) -> str:
    match atom.relation:
        case "==":
            return str(atom.value)
        case "!=":
            return f"~{atom.value}&~nil"
    return f":(numberp ?{atom.name})&:({atom.relation} ?{atom.name} {atom.value})"


def _test(member: Atom | Tree) -> str:
    if isinstance(member, Tree):
        word = "and" if member.every else "or"
        return (
            f"({word} {' '.join(map(_test, member.members))} {'TRUE' if member.every else 'FALSE'})"
        )
    name = member.name
    if isinstance(member.value, tuple):
        any_of = " ".join(f"(member$ {value} ?{name})" for value in member.value)
        has = f"(or {any_of} FALSE)"
        holds = has if member.relation == "has-one" else f"(not {has})"
        return f"(and (eq ?{name}_known yes) {holds})"
    match member.relation:
        case "==":
            return f"(eq ?{name} {member.value})"
        case "!=":
            return f"(and (neq ?{name} {member.value}) (neq ?{name} nil))"
    return f"(and (numberp ?{name}) ({member.relation} ?{name} {member.value}))"
