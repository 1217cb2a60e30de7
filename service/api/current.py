"""What the views of one application work with; it hangs on the application, nothing is global."""

from dataclasses import dataclass

from flask import Flask, current_app, g

from service.serving import Served, Serving
from service.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    settings: Settings
    served: Served

    def put_into(self, app: Flask) -> None:
        app.extensions["vakpad"] = self


def context() -> Context:
    """That of the application which handles the present request."""
    found: Context = current_app.extensions["vakpad"]
    return found


def served_now() -> Serving:
    """What the present request is answered by, from its first look to its last.

    Raises `NothingServed`.
    """
    if "serving" not in g:
        g.serving = context().served.now
    found: Serving = g.serving
    return found
