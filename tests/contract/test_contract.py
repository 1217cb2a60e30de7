"""Schemathesis asks the whole application: briefly here, at length in `make contract`."""

from pathlib import Path

import schemathesis
from api.asking import SMALL, client_of
from contract import exceptions
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

assert exceptions.filter_failure, "Its import makes schemathesis ask it about each failure."

api = schemathesis.openapi.from_wsgi(
    "/openapi.json",
    client_of(SMALL).application,
    config=SchemathesisConfig.from_path(Path(__file__).with_name("schemathesis.toml")),
)


@api.parametrize()
@settings(
    max_examples=5,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_the_contract_says(case: schemathesis.Case) -> None:
    case.call_and_validate()
