"""The web application: settings and what is served go in, a Flask app comes out."""

from flask import Flask

from service.api import (
    career_map,
    certificates,
    conversation_sheets,
    docs,
    explanations,
    goals,
    health,
    partnerships,
    problems,
    recommendations,
    request_log,
    roadmaps,
    roles,
    rulebook,
    titles,
    vocabulary,
    what_if,
    work,
)
from service.api.current import Context
from service.api.json_body import take_in_the_rest
from service.api.openapi import describe
from service.serving import Served
from service.settings import Settings

RESOURCES = (
    recommendations,
    conversation_sheets,
    partnerships,
    explanations,
    roadmaps,
    what_if,
    rulebook,
    vocabulary,
    roles,
    goals,
    certificates,
    work,
    titles,
    career_map,
    health,
)
"""In the order in which they are described."""


def create_app(settings: Settings, served: Served) -> Flask:
    """The application. Nothing in it is global: two of them can stand side by side."""
    app = Flask("service", static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    Context(settings, served).put_into(app)
    request_log.register(app)
    problems.register(app)
    app.after_request(take_in_the_rest)
    api = describe(app)
    for resource in RESOURCES:
        api.register_blueprint(resource.blueprint)
    app.register_blueprint(docs.blueprint)
    return app
