"""`docs/rulebook.md`: every role, move and rule of the shipped rulebook as sentences, to be read.

`make rulebook` writes it; `test_rulebook_page.py` fails when it is not what the files say.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from service.catalogue.career_map import career_map_payload
from service.catalogue.roles import roles_in_order
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.career import Role
from service.rulebook.rules import Grow, Rule, Say
from service.rulebook.vocabulary import LANGUAGES, Language, Stage, Text
from service.wording import condition_sentence, sentence_of

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rulebook.md"

STAGES = {
    Stage.SETTLING: Text(
        "Waar iemand nu staat, als de titel dat openlaat",
        "Where someone stands, if the title leaves it open",
    ),
    Stage.SIGNALS: Text("Signalen, die andere regels gebruiken", "Signals, which other rules use"),
    Stage.GROWTH: Text("Wat voor of tegen een stap pleit", "What speaks for or against a step"),
    Stage.MESSAGES: Text("Wat erbij gezegd wordt", "What is said with it"),
    Stage.PARTNERSHIP: Text(
        "Wat er tegen een PMO'er en een projectmanager samen gezegd wordt",
        "What is said to a PMO colleague and a project manager together",
    ),
}


def page(rulebook: Rulebook) -> str:
    lines = [
        "# The shipped rulebook, to be read",
        "",
        "Made from the files in `rules/` by `make rulebook`; a test keeps it current.",
        "Every role, move and rule stands here in Dutch and in English, so that an advisor or",
        "a works council can read what advice rests on. To change a rule, change its file.",
        "",
        *_roles(rulebook),
        *_moves(rulebook),
    ]
    for stage, title in STAGES.items():
        lines += [f"## {title.en} / {title.nl}", ""]
        for rule in rulebook.rules_by_stage[stage]:
            lines += _rule(rule, rulebook)
    lines += _tips(rulebook)
    return "\n".join(lines).rstrip() + "\n"


def _roles(rulebook: Rulebook) -> Iterator[str]:
    yield "## Roles / Rollen"
    yield ""
    for role in roles_in_order(rulebook):
        yield f"### {role.id}"
        yield ""
        for language in LANGUAGES:
            yield f"- {language}: **{role.title.in_language(language)}.** " + _described(
                role, rulebook, language
            )
        yield ""


def _described(role: Role, rulebook: Rulebook, language: Language) -> str:
    asks = " ".join(condition_sentence(each, rulebook, language) for each in role.asks)
    word = "Wat het vraagt" if language == "nl" else "What it asks"
    return f"{role.description.in_language(language)} *{word}:* {asks}"


def _moves(rulebook: Rulebook) -> Iterator[str]:
    yield "## Moves / Stappen"
    yield ""
    reached: dict[str, list[str]] = {}
    for step in career_map_payload(rulebook, "en")["moves"]:
        steps = reached.setdefault(step["move"], [])
        steps.append(f"{step['origin'] or '(outside PMO)'} → {step['target']}")
    for move in rulebook.moves:
        yield f"### {move.id}"
        yield ""
        yield from _both(move.about)
        yield f"- {', '.join(reached.get(move.id, []))}"
        yield ""


def _tips(rulebook: Rulebook) -> Iterator[str]:
    yield "## The five tips for a duo / De vijf tips voor een duo"
    yield ""
    for tip in rulebook.tips:
        yield f"### {tip.tip.number}. {tip.tip}"
        yield ""
        if tip.for_pmo == tip.for_project_manager:
            yield from _both(tip.for_pmo)
        else:
            for side, text in (("PMO", tip.for_pmo), ("PM", tip.for_project_manager)):
                yield from (f"{line[:4]} ({side}){line[4:]}" for line in _both(text))
        yield ""


def _rule(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    yield f"### {rule.id}"
    yield ""
    for language in LANGUAGES:
        said = _said(rule)
        quoted = f" *{said.in_language(language).strip()}*" if said else ""
        yield f"- {language}: {sentence_of(rule, rulebook, language)}{quoted}"
    yield f"- [{rule.position.file}](../rules/{rule.position.file})"
    yield ""


def _said(rule: Rule) -> Text | None:
    """What a person gets to read when the rule fires."""
    match rule.effect:
        case Grow() as grows:
            return grows.because
        case Say() as said:
            return said.text
    return None


def _both(text: Text) -> Iterable[str]:
    return (f"- {language}: {text.in_language(language)}" for language in LANGUAGES)


if __name__ == "__main__":
    PAGE.write_text(page(load_rulebook(ROOT / "rules")), encoding="utf-8")
