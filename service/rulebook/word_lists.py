"""The word lists of a rulebook: vocabulary, competences, certificates, work, goals, actions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from marshmallow import Schema

from schemas.rule_files import (
    ActionSchema,
    CertificateSchema,
    CompetenceSchema,
    GoalSchema,
    GuardrailTextsSchema,
    TipSchema,
    VocabularySchema,
    WorkSchema,
)
from service.rulebook.attributes import ASKABLE
from service.rulebook.career import StepTimes
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Node, Scalar
from service.rulebook.position import Position
from service.rulebook.protected import protected_word
from service.rulebook.shapes import Entry, declared, entries, one_entry, text_of, warn_when_cut
from service.rulebook.shared_names import check_names
from service.rulebook.step_time_reader import read_step_times
from service.rulebook.vocabulary import (
    REQUIRED_GOALS,
    Action,
    Certificate,
    ChangeKind,
    Competence,
    Goal,
    Level,
    Measure,
    Mention,
    Profession,
    Rating,
    Specialisation,
    Text,
    Tip,
    TipText,
    Toward,
    Work,
)

T = TypeVar("T")

PROTECTED_FAMILIES = ("competence", "measure", "work", "goals", "profession")
"""The families of ids that rules can look at; certificates are proper names."""


@dataclass
class WordLists:
    """What the word-list files hold.

    `known` has for each family ("work" ...) every id that a file declares, also where its entry
    has mistakes, so that one mistake is not told again wherever the id is used.
    """

    specialisations: tuple[Specialisation, ...] = ()
    levels: tuple[Level, ...] = ()
    professions: tuple[Profession, ...] = ()
    points: dict[str, int] = field(default_factory=dict)
    costs: dict[ChangeKind, int] = field(default_factory=dict)
    ratings: tuple[Rating, ...] = ()
    questions: dict[str, Text] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    competences: tuple[Competence, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    work: tuple[Work, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    guardrail_texts: dict[str, Text] = field(default_factory=dict)
    tips: tuple[TipText, ...] = ()
    step_times: StepTimes | None = None
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    positions: dict[tuple[str, str], Position] = field(default_factory=dict)


def read_word_lists(files: Mapping[str, Node | None], report: Report) -> WordLists:
    """Reads the trees of the word-list files, keyed by file name."""
    return _Reader(files, report).read()


class _Reader:
    def __init__(self, files: Mapping[str, Node | None], report: Report) -> None:
        self._files = files
        self._report = report
        self._lists = WordLists()

    def read(self) -> WordLists:
        lists = self._lists
        self._vocabulary()
        lists.competences = self._list(
            "competence", "competences.yaml", CompetenceSchema, _competence
        )
        lists.certificates = self._list(
            "certificates", "certificates.yaml", CertificateSchema, self._certificate
        )
        lists.work = self._list("work", "work.yaml", WorkSchema, self._work)
        lists.goals = self._list("goals", "goals.yaml", GoalSchema, _goal)
        lists.actions = self._list("actions", "actions.yaml", ActionSchema, _action)
        self._guardrail_texts()
        self._tips()
        self._check_measures()
        self._check_goals()
        return lists

    def _list(
        self,
        family: str,
        file: str,
        schema: type[Schema],
        build: Callable[[dict[str, Any], Report], T],
    ) -> tuple[T, ...]:
        """The complete entries of one file, each id once."""
        node = self._files.get(file)
        key = next(iter(schema().fields))
        self._know(family, list(declared(node, key)))
        complete = [
            entry.data for entry in entries(schema, node, key, self._report) if entry.complete
        ]
        if family != "actions":
            check_names(key, complete, self._report)
        return tuple(build(data, self._report) for data in complete)

    def _know(self, family: str, ids: list[Scalar]) -> None:
        """Remembers the ids of a family, and tells which stand there twice."""
        for id in ids:
            first = self._lists.positions.setdefault((family, str(id)), id.position)
            if first is not id.position:
                self._report.error(
                    id.position,
                    "duplicate-id",
                    f"`{id}` stands twice: {first} and {id.position}.",
                    "Give one of the two another id, or delete it.",
                )
            if family in PROTECTED_FAMILIES and protected_word(id):
                self._report.error(
                    id.position,
                    "protected-attribute",
                    f"`{id}` is protected, or stands in for something that is.",
                    "Delete it, or name what the person does or can do instead.",
                )
        self._lists.known[family] = tuple(dict.fromkeys(str(id) for id in ids))

    def _vocabulary(self) -> None:
        node = self._files.get("vocabulary.yaml")
        entry = one_entry(VocabularySchema, node, self._report) if node is not None else None
        data = entry.data if entry else {}
        lists = self._lists
        specialisations, levels = data.get("specialisations", []), data.get("levels", [])
        self._know("specialisation", [each["specialisation"] for each in specialisations])
        self._know("level", [each["level"] for each in levels])
        self._know("profession", [each["profession"] for each in data.get("professions", [])])
        self._know("measure", [each["measure"] for each in data.get("measures", [])])
        if entry is None or not entry.complete:
            return
        report = self._report
        lists.specialisations = tuple(
            Specialisation(str(each["specialisation"]), text_of(each["name"], report))
            for each in specialisations
        )
        lists.levels = tuple(
            Level(str(each["level"]), text_of(each["name"], report)) for each in levels
        )
        lists.professions = tuple(
            Profession(
                str(each["profession"]), text_of(each["name"], report), each["profession"].position
            )
            for each in data["professions"]
        )
        points = data["points"]
        lists.points = {
            "hint": points["hint"],
            "reason": points["reason"],
            "strong reason": points["strong_reason"],
        }
        lists.costs = {kind: data["costs"][kind.value.replace(" ", "_")] for kind in ChangeKind}
        lists.ratings = tuple(
            Rating(each["rating"], text_of(each["meaning"], report)) for each in data["ratings"]
        )
        for each in data["attributes"]:
            self._question(each["attribute"], text_of(each["ask"], report))
        lists.measures = tuple(
            measure for each in data["measures"] if (measure := self._measure(each)) is not None
        )
        if data["step_times"] is not None:
            lists.step_times = read_step_times(data["step_times"], lists.known["level"], report)

    def _question(self, words: Scalar, ask: Text) -> None:
        if protected_word(words):
            self._report.error(
                words.position,
                "protected-attribute",
                f"`{words}` is protected, or stands in for something that is.",
                "Delete this entry: Vakpad neither asks for it nor looks at it.",
            )
        elif words not in ASKABLE:
            self._report.error(
                words.position,
                "unknown-attribute",
                f"`{words}` is not an attribute that has its question here.",
                did_you_mean(words, ASKABLE, f"Those are {listed(ASKABLE)}."),
            )
        elif words in self._lists.questions:
            self._report.error(
                words.position,
                "duplicate-id",
                f"The question for `{words}` stands here twice.",
                "Delete one of the two.",
            )
        else:
            self._lists.questions[str(words)] = ask

    def _measure(self, data: dict[str, Any]) -> Measure | None:
        mean, number, at_least = data.get("mean_of"), data.get("number_of"), data.get("at_least")
        about = text_of(data["about"], self._report)
        id, position = str(data["measure"]), data["measure"].position
        if mean is not None and number is None and at_least is None:
            return Measure(id, about, tuple(map(_competence_id, mean)), None, position)
        if number is not None and mean is None and at_least is not None:
            return Measure(id, about, tuple(map(_competence_id, number)), at_least, position)
        self._report.error(
            position,
            "wrong-shape",
            f"`{id}` is not a complete measure.",
            "A measure has either `mean of: [...]`, or `number of: [...]` with `at least: N`.",
        )
        return None

    def _check_measures(self) -> None:
        known = self._lists.known.get("competence", ())
        node = self._files.get("vocabulary.yaml")
        for measure in self._lists.measures:
            for competence in measure.competences:
                if competence not in known or measure.competences.count(competence) > 1:
                    self._report.error(
                        _find(node, f"competence {competence}")
                        or _find(node, competence)
                        or self._lists.positions["measure", measure.id],
                        "unknown-id",
                        f"`{competence}` is no competence, or stands in `{measure.id}` twice.",
                        did_you_mean(competence, known, f"Known are {listed(known)}."),
                    )

    def _check_goals(self) -> None:
        for goal in REQUIRED_GOALS:
            if goal not in self._lists.known["goals"]:
                self._report.error(
                    Position("goals.yaml", 1, 1),
                    "missing-goal",
                    f"The goal `{goal}` is missing: the guardrails need it.",
                    f"Add an entry `- goal: {goal}`.",
                )
        known = self._lists.known["goals"]
        for each in self._lists.goals:
            if each.opposite is not None and each.opposite not in known:
                self._report.error(
                    self._lists.positions["goals", each.id],
                    "unknown-id",
                    f"`{each.opposite}`, the opposite of `{each.id}`, is not a goal.",
                    did_you_mean(each.opposite, known, f"Known are {listed(known)}."),
                )

    def _certificate(self, data: dict[str, Any], report: Report) -> Certificate:
        warn_when_cut(data["name"], report)
        known = self._lists.known["certificates"]
        for each in data["includes"]:
            if each not in known:
                report.error(
                    each.position,
                    "unknown-id",
                    f"`{each}` is not a certificate.",
                    did_you_mean(each, known, f"Known are {listed(known)}."),
                )
        return Certificate(
            str(data["certificate"]),
            str(data["name"]),
            _texts(data["aliases"]),
            data["valid_years"],
            _texts(data["includes"]),
            data["certificate"].position,
        )

    def _work(self, data: dict[str, Any], report: Report) -> Work:
        known = self._lists.known["specialisation"]
        for each in data["belongs_to"]:
            if known and each not in known:
                report.error(
                    each.position,
                    "unknown-id",
                    f"`{each}` is not a specialisation.",
                    did_you_mean(each, known, f"Known are {listed(known)}."),
                )
        return Work(
            str(data["work"]),
            text_of(data["name"], report),
            _texts(data["belongs_to"]),
            _texts(data["aliases"]),
            data["work"].position,
        )

    def _guardrail_texts(self) -> None:
        node = self._files.get("guardrail-texts.yaml")
        entry: Entry | None = None
        if node is not None:
            entry = one_entry(GuardrailTextsSchema, node, self._report)
        if entry is not None and entry.complete:
            self._lists.guardrail_texts = {
                key: text_of(value, self._report) for key, value in sorted(entry.data.items())
            }

    def _tips(self) -> None:
        """All five, in their own order whatever the order in the file."""
        node = self._files.get("tips.yaml")
        self._know("tip", list(declared(node, "tip")))
        for tip in Tip:
            if node is not None and tip not in self._lists.known["tip"]:
                self._report.error(
                    node.position,
                    "missing-tip",
                    f"The tip `{tip}` is missing: a duo always gets all five.",
                    f"Add an entry `- tip: {tip}`.",
                )
        found = [
            text
            for entry in entries(TipSchema, node, "tip", self._report)
            if entry.complete and (text := self._tip(entry)) is not None
        ]
        self._lists.tips = tuple(sorted(found, key=lambda each: each.tip.number))

    def _tip(self, entry: Entry) -> TipText | None:
        data, tip = entry.data, Tip(entry.data["tip"])
        report = self._report
        present = {key for key in ("text", "for_pmo", "for_project_manager") if key in data}
        if present == {"text"}:
            text = text_of(data["text"], report)
            return TipText(tip, text, text)
        if present == {"for_pmo", "for_project_manager"} and not tip.same_for_both:
            return TipText(
                tip,
                text_of(data["for_pmo"], report),
                text_of(data["for_project_manager"], report),
            )
        both = "" if tip.same_for_both else ", or both `for pmo:` and `for project manager:`"
        report.error(
            entry.position,
            "wrong-shape",
            f"The tip `{tip}` does not have the texts that it should have.",
            f"Write `text:` for the two together{both}.",
        )
        return None


def _find(node: Node | None, text: str) -> Position | None:
    """Where a text stands in a tree."""
    if isinstance(node, Scalar):
        return node.position if node == text else None
    children = list(node.values()) if isinstance(node, dict) else (node or [])
    return next((found for child in children if (found := _find(child, text))), None)


def _texts(scalars: list[Scalar]) -> tuple[str, ...]:
    return tuple(str(each) for each in scalars)


def _competence_id(words: Scalar) -> str:
    return str(words.removeprefix("competence "))


def _competence(data: dict[str, Any], report: Report) -> Competence:
    return Competence(
        str(data["competence"]),
        data["kind"] == "functional",
        text_of(data["name"], report),
        _texts(data["aliases"]),
        text_of(data["ask"], report),
        data["competence"].position,
    )


def _goal(data: dict[str, Any], report: Report) -> Goal:
    toward = data["toward"]
    return Goal(
        str(data["goal"]),
        text_of(data["name"], report),
        None if toward is None else Toward(toward),
        _texts(data["aliases"]),
        _texts([*data["phrases"]["nl"], *data["phrases"]["en"]]),
        None if data["mention"] is None else _mention(data["mention"]),
        None if data["opposite"] is None else str(data["opposite"]),
        data["when_urged"] == "true",
        data["goal"].position,
    )


def _mention(data: dict[str, Any]) -> Mention:
    return Mention(
        _texts(data["of"]),
        _texts(data["beside"]),
        _texts(data["unless"]),
        data["in_questions"] == "true",
    )


def _action(data: dict[str, Any], report: Report) -> Action:
    action = data["action"]
    text = text_of(data["text"], report)
    return Action(str(action), str(data["kind"]), text, action.position)
