"""`/v1/conversation-sheets`: a profile in, a page to print out."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from flask import Response, render_template
from markupsafe import Markup

from service.api.asked import HEADERS, Asked, asks_for_advice
from service.api.current import context
from service.api.openapi import Blueprint
from service.sheet.sheet import sheet_of
from service.sheet.words import WORDS

blueprint = Blueprint(
    "conversation sheets",
    __name__,
    description="A page on paper for a talk about growth.",
    template_folder="templates",
)

HTML = "text/html"
STYLE = (Path(__file__).parent / "templates" / "conversation_sheet.css").read_text("utf-8")
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
CONTENT_POLICY = (
    f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)

POLICY_HEADER = {
    "Content-Security-Policy": {
        "description": "The page runs no script and loads nothing.",
        "schema": {"type": "string"},
    }
}


@blueprint.route("/v1/conversation-sheets", methods=["POST"])
@asks_for_advice(blueprint, operationId="makeConversationSheet")
@blueprint.response(
    200,
    {"type": "string"},
    description="The sheet, as a page that prints on A4.",
    content_type=HTML,
    headers=HEADERS | POLICY_HEADER,
)
def make_conversation_sheet(asked: Asked) -> Response:
    """Make a page for a talk about growth

    For a person and their manager or career advisor: what was understood and what is not known,
    the options with their reasons and next steps, questions for both, and room to write. It shows
    no score, and nobody is judged by it.
    """
    sheet = sheet_of(
        asked.advice(),
        asked.serving.rulebook,
        asked.language,
        from_resume=asked.imported is not None,
        advisor_contact=context().settings.advisor_contact,
    )
    page = render_template(
        "conversation_sheet.html", sheet=sheet, words=WORDS[asked.language], style=Markup(STYLE)
    )
    answer = Response(page, content_type=f"{HTML}; charset=utf-8")
    answer.headers["Content-Security-Policy"] = CONTENT_POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return asked.answered(answer)
