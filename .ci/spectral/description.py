"""Writes the description of the API, as it is served at /openapi.json."""

from service.app import create_app
from service.log import configure_logging
from service.serving import Served
from service.settings import read_settings

configure_logging("plain", "warning")
print(create_app(read_settings(), Served()).test_client().get("/openapi.json").text)
