"""The goals: what people can say they want."""

from typing import Any

from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Goal, Language


def goals_payload(rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {"items": [_goal(each, language) for each in rulebook.goals]}


def _goal(goal: Goal, language: Language) -> dict[str, Any]:
    return {
        "id": goal.id,
        "name": goal.name.in_language(language),
        "toward": goal.toward and goal.toward.value,
        "aliases": list(goal.aliases),
    }
