"""The kinds of problem that an answer can name, and the mistakes that it can point at.

Both are part of the contract: a kind or a code that was ever given keeps its meaning.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """`about` and `mend` make its documentation page: what it means and what to do."""

    id: str
    status: int
    title: str
    about: str
    mend: str

    @property
    def page(self) -> str:
        return f"/docs/problems/{self.id}"


MALFORMED_JSON = ProblemKind(
    "malformed-json",
    400,
    "The body is not JSON",
    "The body cannot be read as JSON in UTF-8, or its lists and objects stand too deep inside "
    "each other.",
    "Let a JSON library write the body. NaN and Infinity do not exist in JSON: send null.",
)
BAD_REQUEST = ProblemKind(
    "bad-request",
    400,
    "The request cannot be read",
    "The request broke off or breaks the rules of HTTP.",
    "Send it again; if it keeps failing, look at what stands between you and this service.",
)
NOT_FOUND = ProblemKind(
    "not-found",
    404,
    "There is nothing here",
    "No resource has this path.",
    "Compare the path with /openapi.json; a slash at the end counts.",
)
METHOD_NOT_ALLOWED = ProblemKind(
    "method-not-allowed",
    405,
    "This method is not for this path",
    "The path exists, and does not take this method.",
    "Use one of the methods in the header Allow.",
)
BODY_TOO_LARGE = ProblemKind(
    "body-too-large",
    413,
    "The body is too large",
    "The body has more than 256 KiB (262,144 bytes). A profile needs a few.",
    "Send one profile in a request, and only what the contract asks for.",
)
UNSUPPORTED_MEDIA_TYPE = ProblemKind(
    "unsupported-media-type",
    415,
    "The body is not sent as JSON",
    "The body is announced as something other than JSON in UTF-8, or it is compressed.",
    "Send it uncompressed with the header Content-Type: application/json.",
)
PROFILE_REFUSED = ProblemKind(
    "profile-refused",
    422,
    "The profile cannot be used",
    "The body is JSON, and something in it is not as the contract says. Nothing is guessed or "
    "dropped in silence: every mistake is listed, with a pointer to where it stands.",
    "Mend everything that errors lists and send the profile again.",
)
QUERY_REFUSED = ProblemKind(
    "query-refused",
    422,
    "The query cannot be used",
    "Something after the `?` of the path is not as the contract says. Every mistake is listed; the "
    "pointer is a slash and the name of the parameter.",
    "Mend everything that errors lists and ask again.",
)
RULE_NOT_FOUND = ProblemKind(
    "rule-not-found",
    404,
    "There is no such rule",
    "The rulebook that is served has no rule with this id.",
    "Compare the id with /v1/rulebook/rules; the detail names the nearest, if one is near.",
)
INTERNAL_ERROR = ProblemKind(
    "internal-error",
    500,
    "Something went wrong here",
    "The fault is ours. Nothing of the profile was kept or logged.",
    "Send it again later, and tell whoever runs this service if it stays.",
)
NOT_READY = ProblemKind(
    "not-ready",
    503,
    "No rulebook is served yet",
    "The service is starting and cannot give advice yet.",
    "Try again in a few seconds.",
)

PROBLEM_KINDS = (
    MALFORMED_JSON,
    BAD_REQUEST,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    BODY_TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    PROFILE_REFUSED,
    QUERY_REFUSED,
    RULE_NOT_FOUND,
    INTERNAL_ERROR,
    NOT_READY,
)

MISTAKES = {
    "required": "A field that must be there is not there, or is null.",
    "unknown_field": "A field that the contract does not have.",
    "repeated_key": "The same key twice in one object.",
    "not_an_object": "An object `{...}` was expected here.",
    "wrong_type": "A value of another type was expected here.",
    "blank": "A text with nothing in it, or only spaces.",
    "too_long": "A text with too many characters.",
    "too_many": "A list or object with too many entries.",
    "too_few": "A list with too few entries.",
    "same_name": "Two variations with the same name.",
    "control_character": "A text with a control character, such as NUL or a line break.",
    "half_character": "A text with half a character: a lone UTF-16 surrogate.",
    "number_too_large": "A number outside what computers calculate with.",
    "not_a_reference": "A subject with other characters than A-Z a-z 0-9 . _ : - or over 64.",
    "unknown_choice": "A word that is not one of the fixed ones.",
    "not_a_rating": "A rating that is not a whole number from 1 to 5.",
    "not_years": "Years that are not a number from 0 to 60 in steps of 0.1.",
    "not_a_date": "A date in a résumé that is not YYYY, YYYY-MM or YYYY-MM-DD, or does not exist.",
    "unknown_specialisation": "A specialisation that the rulebook does not have.",
    "unknown_level": "A level that the rulebook does not have.",
    "unknown_competence": "A competence that the rulebook does not have.",
    "unknown_work": "A kind of work that the rulebook does not have.",
    "unknown_goal": "A goal that the rulebook does not have.",
    "unknown_role": "A role that the rulebook does not have.",
    "sent_twice": "The same competence under two names.",
}
"""What each `code` in the errors of a profile stands for."""

QUERY_MISTAKES = {
    "unknown_parameter": "A parameter that the path does not have.",
    "repeated_parameter": "The same parameter more than once.",
    "required": "A parameter that must be there is not there.",
    "blank": "A text with nothing in it, or only spaces.",
    "too_long": "A text with too many characters.",
    "control_character": "A text with a control character, such as NUL or a line break.",
    "not_a_count": "A number that is not a whole one, in digits, within the limits.",
    "unknown_stage": "A stage that does not exist.",
    "unknown_specialisation": "A specialisation that the rulebook does not have.",
    "unknown_attribute": "An attribute that the rulebook does not have.",
}
"""What each `code` in the errors of a query stands for."""
