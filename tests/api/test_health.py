"""`/healthz` and `/readyz`."""

import structlog
import structlog.testing
from api.asking import SHIPPED, SMALL, ask, problem_in, settings_for
from flask.testing import FlaskClient
from strategies.loaded import serving_from

from service.app import create_app
from service.serving import Served, Serving

first, second = serving_from(SMALL), serving_from(SHIPPED)


def test_a_process_that_answers_is_alive(small: FlaskClient) -> None:
    answer = small.get("/healthz")
    assert (answer.status_code, answer.get_json()) == (200, {"status": "alive"})


def test_a_service_with_a_rulebook_is_ready_and_names_it(small: FlaskClient) -> None:
    answer = small.get("/readyz")
    rulebook = {"release": None, "digest": first.rulebook.digest}
    assert (answer.status_code, answer.get_json()) == (
        200,
        {"status": "ready", "rulebook": rulebook, "rejected": None},
    )


def test_without_a_rulebook_it_lives_and_is_not_ready_until_one_is_served() -> None:
    served = Served()
    client = create_app(settings_for(SMALL), served).test_client()
    assert client.get("/healthz").status_code == 200
    for answer in (client.get("/readyz"), ask(client, {"title": "PMO'er"})):
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "5"
        assert problem_in(answer)["type"] == "/docs/problems/not-ready"

    served.serve(first)

    assert client.get("/readyz").status_code == 200
    assert ask(client, {"title": "PMO'er"}).status_code == 200


def test_another_rulebook_is_served_from_one_request_to_the_next() -> None:
    served = Served(first)
    client = create_app(settings_for(SMALL), served).test_client()
    digests = []
    for serving in (first, second, first):
        served.serve(serving)
        digests.append(ask(client, {"title": "PMO'er"}).headers["Vakpad-Rulebook"])
    assert digests == [each.rulebook.digest for each in (first, second, first)]


class Swapping(Served):
    """Serves another rulebook each time that somebody looks."""

    @property
    def now(self) -> Serving:
        self.serve(second if super().now is first else first)
        return super().now


def test_a_request_is_answered_by_the_rulebook_that_it_began_with() -> None:
    """Also when another one is taken up meanwhile; the line in the log says the same."""
    client = create_app(settings_for(SMALL), Swapping(first)).test_client()
    digests = []
    for _ in range(2):
        with structlog.testing.capture_logs() as logged:
            answer = ask(client, {"title": "PMO'er"})
        digests.append(answer.headers["Vakpad-Rulebook"])
        assert answer.get_json()["rulebook"]["digest"] == digests[-1]
        assert [line["rulebook"] for line in logged] == [digests[-1][:19]]
    assert digests == [second.rulebook.digest, first.rulebook.digest]
