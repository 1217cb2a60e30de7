"""The web application: settings and what is served go in, a Flask app comes out."""

from flask import Flask

from service.api import docs, health, problems, recommendations, request_log
from service.api.current import Context
from service.api.json_body import take_in_the_rest
from service.api.openapi import describe
from service.serving import Served
from service.settings import Settings


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
    for blueprint in (recommendations.blueprint, health.blueprint):
        api.register_blueprint(blueprint)
    app.register_blueprint(docs.blueprint)
    return app
