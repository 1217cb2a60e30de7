"""`/v1/rulebook`: the rulebook that is served, and its rules."""

from collections.abc import Iterator
from typing import Any

from schemas.faults import Fault, shown
from schemas.queries import RulesQuerySchema
from schemas.rulebook import (
    RULE_EXAMPLE,
    RULEBOOK_EXAMPLE,
    RULES_EXAMPLE,
    RulebookSchema,
    RuleSchema,
    RulesPageSchema,
)
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.api.problem_kinds import RULE_NOT_FOUND
from service.api.problems import Problem
from service.api.query import Query
from service.catalogue import paths
from service.catalogue.rule import nearest_rule, rule_payload
from service.catalogue.rulebook import rulebook_payload
from service.catalogue.rules import Asked, rules_payload
from service.rulebook.model import Rulebook

blueprint = Blueprint("rulebook", __name__, description="The rulebook that advice rests on.")

_RULE_ID = {
    "in": "path",
    "name": "id",
    "description": "The id of the rule.",
    "schema": {"type": "string", "minLength": 1, "examples": [RULE_EXAMPLE["id"]]},
}


def _unknown_ids(query: Query, rulebook: Rulebook) -> Iterator[Fault]:
    return Asked(**query).faults(rulebook)


@blueprint.route(paths.RULEBOOK)
@looks_up(blueprint, RulebookSchema, RULEBOOK_EXAMPLE, operationId="showRulebook")
def show_rulebook(asked: Lookup) -> dict[str, Any]:
    """Show which rulebook is served

    Its digest changes when its meaning changes, and only then; a portal that keeps what it looks up
    needs to watch nothing else.
    """
    return rulebook_payload(asked.rulebook, asked.language, release=asked.serving.release)


@blueprint.route(paths.RULES)
@looks_up(
    blueprint,
    RulesPageSchema,
    RULES_EXAMPLE,
    query=RulesQuerySchema,
    check=_unknown_ids,
    operationId="listRules",
)
def list_rules(asked: Lookup) -> dict[str, Any]:
    """List the rules

    By id, each as a sentence. Reasons and points are public on purpose: advice must be something
    that one can check.
    """
    return rules_payload(asked.rulebook, asked.language, Asked(**asked.query))


@blueprint.route(f"{paths.RULES}/<id>", parameters=[_RULE_ID])
@blueprint.refuses(RULE_NOT_FOUND)
@looks_up(blueprint, RuleSchema, RULE_EXAMPLE, operationId="showRule")
def show_rule(asked: Lookup, id: str) -> dict[str, Any]:
    """Show a rule

    As data, with a sentence for each condition and one for the whole.
    """
    rule = asked.rulebook.rules_by_id.get(id)
    if rule is None:
        near = nearest_rule(id, asked.rulebook)
        advice = f"Did you mean `{near}`?" if near else RULE_NOT_FOUND.mend
        raise Problem(RULE_NOT_FOUND, f"There is no rule {shown(id)}. {advice}")
    return rule_payload(rule, asked.rulebook, asked.language)
