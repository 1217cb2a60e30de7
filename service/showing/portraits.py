"""Portraits: all that is worth knowing about one entry, in one language.

A portrait says what the entry is, its particulars, who uses it and which cases show it at work.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from service.advice import Advisor
from service.advice.outcome import LEANS
from service.catalogue.career_map import career_map_payload
from service.rulebook.career import Role
from service.rulebook.cases import Case
from service.rulebook.position import Position
from service.rulebook.rules import GiveSignal, Grow, Pairing, Rule, Say, Weight
from service.rulebook.vocabulary import Language, Measure, Text
from service.showing.cases import Cases
from service.showing.entries import Entry, EntryKind
from service.showing.uses import Uses
from service.wording import condition_sentence, sentence_of

Portrait = dict[str, Any]
OUTSIDE = Text(nl="buiten PMO", en="outside PMO")
GUARDRAIL = "guardrail-8"
"""The one that looks at the signal `leans-to-project-management`."""
AGAINST = (Weight.ADVISE_AGAINST, Weight.RULE_OUT)


class Shower:
    """Shows the entries of one rulebook; the cases are run to begin with."""

    def __init__(self, advisor: Advisor, language: Language) -> None:
        self._rulebook = advisor.rulebook
        self._language = language
        self._uses = Uses(advisor.rulebook)
        self._cases = Cases(advisor)

    def portrait(self, entry: Entry) -> Portrait:
        """The portrait, as values for JSON.

        `about` are sentences; `particulars` map a word to a text or a list of texts; `uses` and
        `cases` map a relation to those that have it.
        """
        shown: Mapping[EntryKind, Callable[[str], Portrait]] = {
            EntryKind.RULE: self._rule,
            EntryKind.ROLE: self._role,
            EntryKind.TITLE: self._title,
            EntryKind.CERTIFICATE: self._certificate,
            EntryKind.WORK: self._work,
            EntryKind.GOAL: self._goal,
            EntryKind.ACTION: self._action,
            EntryKind.COMPETENCE: self._competence,
            EntryKind.MEASURE: self._measure,
            EntryKind.SIGNAL: self._signal,
        }
        found: Portrait = {
            "kind": entry.kind.value,
            "id": entry.id,
            "file": None,
            "line": None,
            "about": [],
            "particulars": {},
            "uses": {},
            "cases": {},
        }
        return found | shown[entry.kind](entry.id)

    def _rule(self, id: str) -> Portrait:
        rule = self._rulebook.rules_by_id[id]
        effect = rule.effect
        particulars: dict[str, Any] = {"explanation": self._said(rule.about)}
        uses: dict[str, Any] = {}
        if isinstance(effect, Grow):
            particulars["because"] = self._said(effect.because)
            actions = (self._rulebook.actions_by_id[each] for each in effect.actions)
            particulars["actions"] = [f"{each.id}: {self._said(each.text)}" for each in actions]
            relation = "weighs against" if effect.weight in AGAINST else "leads to"
            uses[relation] = self._roles(self._uses.roles_weighed_by(rule))
        elif isinstance(effect, GiveSignal):
            particulars["signal"] = effect.signal
            given_by = self._rulebook.signal_rules[effect.signal]
            uses["used by"] = self._users_of_signal(effect.signal)
            uses["also given by"] = self._rules(each for each in given_by if each is not rule)
        elif isinstance(effect, Say | Pairing) and effect.text:
            particulars["text"] = self._said(effect.text)
        return {
            **_place(rule.position),
            "about": [sentence_of(rule, self._rulebook, self._language)],
            "particulars": {"stage": rule.stage.value} | particulars,
            "uses": uses,
            "cases": {"fired": _cases(self._cases.firing([id]))},
        }

    def _role(self, id: str) -> Portrait:
        (role,) = (each for each in self._rulebook.roles if each.id == id)
        return {
            **_place(role.position),
            "about": [self._said(role.title), self._said(role.description)],
            "particulars": {
                "asks": [
                    condition_sentence(each, self._rulebook, self._language) for each in role.asks
                ],
                "reached from": self._origins(role),
            },
            "uses": {
                "recommended by": self._rules(
                    self._uses.rules_weighing(role.place, (Weight.RECOMMEND,))
                ),
                "weighed against by": self._rules(self._uses.rules_weighing(role.place, AGAINST)),
            },
            "cases": {
                "first": _cases(self._cases.first(id)),
                "later": _cases(self._cases.later(id)),
            },
        }

    def _origins(self, role: Role) -> list[str]:
        """The places from which a move leads to the role, each with the move."""
        steps = career_map_payload(self._rulebook, self._language)["moves"]
        return [
            f"{step['origin'] or self._said(OUTSIDE)}: {step['about']} ({step['move']})"
            for step in steps
            if step["target"] == role.id
        ]

    def _title(self, id: str) -> Portrait:
        (title,) = (each for each in self._rulebook.titles.entries if each.id == id)
        return {
            "about": [f"‘{title.names[0]}’"],
            "particulars": {
                "other names": list(title.names[1:]),
                "title kind": [kind.value for kind in title.kinds],
                "form": title.form.value,
                "profession": title.profession,
                "specialisations": list(title.specialisations),
                "levels": list(title.levels),
                "usually": [
                    each for each in (title.usual_specialisation, title.usual_level) if each
                ],
                "ambiguous": title.ambiguous,
            },
            "cases": {"titled": _cases(self._cases.titled(id))},
        }

    def _certificate(self, id: str) -> Portrait:
        certificate = self._rulebook.certificates_by_id[id]
        return {
            **_place(certificate.position),
            "about": [certificate.name],
            "particulars": {
                "other names": list(certificate.aliases),
                "valid years": certificate.valid_years and str(certificate.valid_years),
            },
            **self._used(EntryKind.CERTIFICATE, id),
        }

    def _work(self, id: str) -> Portrait:
        work = self._rulebook.work_by_id[id]
        return {
            "about": [self._said(work.name)],
            "particulars": {
                "other names": list(work.aliases),
                "specialisations": list(work.specialisations),
            },
            **self._used(EntryKind.WORK, id),
        }

    def _goal(self, id: str) -> Portrait:
        goal = self._rulebook.goals_by_id[id]
        return {
            **_place(goal.position),
            "about": [self._said(goal.name)],
            "particulars": {
                "other names": list(goal.aliases),
                "phrases": list(goal.phrases),
                "toward": goal.toward and goal.toward.value,
            },
            **self._used(EntryKind.GOAL, id),
        }

    def _competence(self, id: str) -> Portrait:
        competence = self._rulebook.competences_by_id[id]
        used = self._used(EntryKind.COMPETENCE, id)
        used["uses"]["counted in"] = [
            self._measured(each) for each in self._uses.measures_counting(id)
        ]
        return {
            "about": [self._said(competence.name)],
            "particulars": {
                "competence kind": "functional" if competence.functional else "trait",
                "other names": list(competence.aliases),
                "question": self._said(competence.ask),
            },
            **used,
        }

    def _action(self, id: str) -> Portrait:
        action = self._rulebook.actions_by_id[id]
        return {
            **_place(action.position),
            "about": [self._said(action.text)],
            "particulars": {"action kind": action.kind},
            "uses": {"advised by": self._rules(self._uses.rules_advising(id))},
            "cases": {"advised": _cases(self._cases.advising(id))},
        }

    def _measure(self, id: str) -> Portrait:
        measure = self._rulebook.measures_by_id[id]
        found = "mean of" if measure.is_mean else "number of"
        return {
            "about": [self._said(measure.about)],
            "particulars": {
                found: list(measure.competences),
                "at least": measure.at_least and str(measure.at_least),
            },
            "uses": {"used by": self._rules(self._uses.rules_looking_at(EntryKind.MEASURE, id))},
        }

    def _signal(self, id: str) -> Portrait:
        given_by = self._rulebook.signal_rules[id]
        return {
            "about": [self._said(rule.about) for rule in given_by],
            "uses": {"given by": self._rules(given_by), "used by": self._users_of_signal(id)},
            "cases": {"given": _cases(self._cases.firing(rule.id for rule in given_by))},
        }

    def _users_of_signal(self, id: str) -> list[dict[str, str]]:
        """The rules that look at it; one signal is looked at by a guardrail."""
        users = self._rules(self._uses.rules_looking_at(EntryKind.SIGNAL, id))
        if id == LEANS:
            users.append(
                {"id": GUARDRAIL, "about": self._said(self._rulebook.guardrail_texts[LEANS])}
            )
        return users

    def _used(self, kind: EntryKind, id: str) -> Portrait:
        uses: Portrait = {"used by": self._rules(self._uses.rules_looking_at(kind, id))}
        if kind is not EntryKind.GOAL:
            uses["asked by"] = self._roles(self._uses.roles_asking(kind, id))
        return {"uses": uses, "cases": {"told": _cases(self._cases.telling(kind, id))}}

    def _rules(self, rules: Iterable[Rule]) -> list[dict[str, str]]:
        return [{"id": each.id, "about": self._said(each.about)} for each in rules]

    def _roles(self, roles: Iterable[Role]) -> list[dict[str, str]]:
        return [{"id": each.id, "about": self._said(each.title)} for each in roles]

    def _measured(self, measure: Measure) -> dict[str, str]:
        return {"id": measure.id, "about": self._said(measure.about)}

    def _said(self, text: Text) -> str:
        return text.in_language(self._language)


def _place(position: Position | None) -> Portrait:
    return {"file": position and position.file, "line": position and position.line}


def _cases(cases: Iterable[Case]) -> list[dict[str, Any]]:
    return [
        {"case": each.name, "file": each.position.file, "line": each.position.line}
        for each in cases
    ]
