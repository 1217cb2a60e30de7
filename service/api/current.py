"""What the views of one application work with; it hangs on the application, nothing is global."""

from dataclasses import dataclass

from flask import Flask, current_app

from service.serving import Served
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
