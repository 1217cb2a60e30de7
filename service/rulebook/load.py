"""From a rule directory to a rulebook, with everything that is wrong told together."""

from dataclasses import replace
from pathlib import Path

from service.rulebook.attributes import attributes_from, attributes_of_a_duo
from service.rulebook.career_files import read_moves, read_roles
from service.rulebook.case_names import check_case_names
from service.rulebook.case_reader import read_cases
from service.rulebook.collecting import without_collecting
from service.rulebook.diagnostics import Diagnostic, Report, RulebookErrors
from service.rulebook.digest import digest_of
from service.rulebook.documents import Documents
from service.rulebook.folder import RuleDirectory, read_directory
from service.rulebook.guardrails import check_circles, check_years_alone
from service.rulebook.model import Rulebook
from service.rulebook.rule_reader import declared_signals, read_rules
from service.rulebook.sentences import SentenceReader
from service.rulebook.title_file import read_titles
from service.rulebook.vocabulary import Attribute
from service.rulebook.word_lists import WordLists, read_word_lists


def load_rulebook(directory: Path) -> Rulebook:
    """The rulebook in `directory`; raises `RulebookErrors` with every mistake when it has any."""
    rulebook, diagnostics = read_rulebook(directory)
    if rulebook is None:
        raise RulebookErrors(diagnostics)
    return rulebook


@without_collecting()
def read_rulebook(
    directory: Path, documents: Documents | None = None
) -> tuple[Rulebook | None, tuple[Diagnostic, ...]]:
    """The rulebook, or None when there are errors; and everything that is wrong or doubtful.

    Who reads again and again passes the same `documents`: then only what changed is parsed.
    """
    report = Report()
    tree = read_directory(directory, report, documents)
    rulebook = None if tree is None else rulebook_of(tree, report)
    return (None if report.has_errors else rulebook), report.diagnostics


def rulebook_of(tree: RuleDirectory, report: Report) -> Rulebook | None:
    """What the files make together; None when something is wrong, which is in the report.

    When a file with words for other files could not be read, nothing but that is told: every use
    of those words would look like a mistake.
    """
    if tree.unread:
        return None
    lists = read_word_lists(tree.files, report)
    attributes = attributes_of(lists, declared_signals(tree.rules))
    sentences = sentences_about(attributes, lists, report)
    titles = read_titles(tree.files.get("titles.yaml"), lists, report)
    roles = read_roles(tree.files.get("roles.yaml"), lists, sentences, report)
    moves = read_moves(tree.files.get("moves.yaml"), lists, report)
    rules = read_rules(tree.rules, lists, sentences, report)
    cases = read_cases(tree.cases, report)
    if not check_circles(rules, report):
        return None
    rulebook = Rulebook(
        specialisations=lists.specialisations,
        levels=lists.levels,
        points=lists.points,
        costs=lists.costs,
        ratings=lists.ratings,
        measures=lists.measures,
        competences=lists.competences,
        certificates=lists.certificates,
        work=lists.work,
        goals=lists.goals,
        titles=titles,
        roles=roles,
        moves=moves,
        actions=lists.actions,
        tips=lists.tips,
        guardrail_texts=lists.guardrail_texts,
        attributes=attributes,
        rules=rules,
        cases=cases,
        digest="",
        professions=lists.professions,
        step_times=lists.step_times,
    )
    if report.has_errors:
        return None
    check_years_alone(rulebook, report)
    check_case_names(cases, rulebook, report)
    return replace(rulebook, digest=digest_of(rulebook))


def sentences_about(
    attributes: dict[str, Attribute], lists: WordLists, report: Report
) -> SentenceReader:
    measures = {measure.id: measure for measure in lists.measures}
    duo = attributes_of_a_duo(attributes)
    return SentenceReader(attributes, duo, measures, _aliases(lists), report)


def attributes_of(lists: WordLists, signals: tuple[str, ...]) -> dict[str, Attribute]:
    """Everything that rules can look at, with these signals."""
    asks = {competence.id: competence.ask for competence in lists.competences}
    return attributes_from(
        specialisations=lists.known["specialisation"],
        levels=lists.known["level"],
        professions=lists.known["profession"],
        work=lists.known["work"],
        certificates=lists.known["certificates"],
        goals=lists.known["goals"],
        competences={id: asks.get(id) for id in lists.known["competence"]},
        measures=lists.known["measure"],
        signals=signals,
        questions=lists.questions,
    )


def _aliases(lists: WordLists) -> dict[str, dict[str, str]]:
    """Other names by family and in lower case, for hints."""
    named = {
        "competence": [(each.id, each.name, each.aliases) for each in lists.competences],
        "work": [(each.id, each.name, each.aliases) for each in lists.work],
        "goals": [(each.id, each.name, each.aliases) for each in lists.goals],
    }
    found = {
        family: {
            name.lower(): id
            for id, text, aliases in each
            for name in (text.nl, text.en, *aliases)
            if name.lower() != id
        }
        for family, each in named.items()
    }
    found["certificates"] = {
        name.lower(): each.id for each in lists.certificates for name in (each.name, *each.aliases)
    }
    return found
