"""The one place where the contract allows what the service rightly refuses.

A schema says what a request looks like. It cannot say which words a rulebook has, that a date is in
the calendar, or that a résumé needs a title in one of two places. Schemathesis loads this file and
sends whatever the schemas allow; a refusal for one of these reasons alone is right.
"""

import json
import re
from typing import Any

import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData

BEYOND_SCHEMAS = {
    "unknown_competence",
    "unknown_work",
    "unknown_goal",
    "unknown_role",
    "unknown_specialisation",
    "unknown_level",
    "unknown_attribute",
    # Two names of one competence.
    "sent_twice",
    # Two variations of one name.
    "same_name",
    # 3.0, which counts as whole in JSON Schema, and is no rating.
    "not_a_rating",
    # 30 February.
    "not_a_date",
    # 0.25: multipleOf 0.1 would refuse 0.3 in programs that calculate in binary.
    "not_years",
}
# In a résumé any text may be long or hold any character; only what is used of it must be a name.
USED_OF_A_RESUME = {
    "required": r"/work|/basics/label",
    "control_character": r"/basics/label|/work/\d+/position|/certificates/\d+/name",
    "too_long": r"/basics/label|/work/\d+/position|/certificates/\d+/name",
}


@schemathesis.hook
def filter_failure(_: Any, failure: Exception, __: Any, response: Any) -> bool:
    """Whether this is a failure; schemathesis asks it about each."""
    return not (isinstance(failure, RejectedPositiveData) and is_beyond_schemas(response))


def is_beyond_schemas(response: Any) -> bool:
    errors = json.loads(response.text)["errors"]
    return bool(errors) and all(
        error["code"] in BEYOND_SCHEMAS
        or re.fullmatch(USED_OF_A_RESUME.get(error["code"], "(?!)"), error["pointer"])
        for error in errors
    )
