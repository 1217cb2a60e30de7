"""The files of the container image agree with the project and with each other.

Whether the image builds and runs is for "make image-check" to tell; it needs root.
"""

import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from image.dockerfile import Context, Instruction, NotUnderstood, fill_in, read_dockerfile
from ruamel.yaml import YAML

from service.settings import PORT_USUAL, SETTINGS

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))

BUILD, FINAL = STAGES = read_dockerfile((CHECKOUT / "Dockerfile").read_text(encoding="utf-8"))
CONTEXT = Context(CHECKOUT)

COPIED = [
    source
    for stage in STAGES
    for copy in stage.all("COPY")
    if "from" not in copy.flags()
    for source in copy.words()[:-1]
]


def environment() -> dict[str, str]:
    (env,) = FINAL.all("ENV")
    return env.pairs({"PATH": "/usr/bin"})


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    return YAML(typ="safe").load((CHECKOUT / "compose.yaml").read_text(encoding="utf-8"))


# The Dockerfile.


def test_the_stages_have_one_base_because_they_share_an_environment() -> None:
    assert BUILD.name == "build"
    assert BUILD.base == FINAL.base == "debian:trixie-slim"


def test_the_last_stage_takes_from_the_first_only_the_environment() -> None:
    (copy,) = FINAL.all("COPY")
    assert copy.flags() == {"from": "build"}
    assert copy.words() == ["/opt/vakpad", "/opt/vakpad"]
    assert "gcc" not in "".join(run.rest for run in FINAL.all("RUN"))


def test_the_service_runs_as_a_user_with_a_fixed_number() -> None:
    user, group = FINAL.last("USER").rest.split(":")
    assert int(user) == int(group) >= 10_000
    made = " ".join(run.rest for run in FINAL.all("RUN"))
    assert f"--uid {user} --gid {group}" in made


def test_the_label_has_the_version_of_the_project() -> None:
    (label,) = FINAL.all("LABEL")
    labels = label.pairs({})
    assert labels["org.opencontainers.image.version"] == PROJECT["project"]["version"]
    assert labels["org.opencontainers.image.description"] == PROJECT["project"]["description"]
    assert labels["org.opencontainers.image.licenses"] == PROJECT["project"]["license"]


def test_the_environment_uses_settings_that_exist() -> None:
    ours = {name for name in environment() if name.startswith("VAKPAD_")}
    assert ours <= {setting.name for setting in SETTINGS}
    assert environment()["PORT"] == FINAL.last("EXPOSE").rest == str(PORT_USUAL)


def test_the_command_is_one_that_the_project_installs() -> None:
    command, *_ = FINAL.last("ENTRYPOINT").command()
    assert command in PROJECT["project"]["scripts"]
    assert FINAL.last("CMD").command() == ["serve"]
    assert FINAL.last("STOPSIGNAL").rest == "SIGTERM"


def test_whatever_pip_fetches_is_locked_with_hashes() -> None:
    commands = [command for run in BUILD.all("RUN") for command in run.rest.split("&&")]
    of_pip = [command for command in commands if re.search(r"bin/pip .*(install|wheel) ", command)]
    fetching = [command for command in of_pip if "--no-index" not in command]
    locks = [re.search(r"--requirement requirements/(\S+)", command) for command in fetching]

    assert all("--require-hashes" in command for command in fetching)
    assert [lock and lock[1] for lock in locks] == ["build.txt", "durable.txt", "service.txt"]
    assert len(of_pip) - len(fetching) == 2  # the wheels that were built


# What it is built from.


@pytest.mark.parametrize("source", COPIED)
def test_everything_copied_exists_and_is_not_ignored(source: str) -> None:
    assert CONTEXT.files(source) != []


def test_every_file_of_the_wheel_is_copied() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert {*wheel["packages"], *wheel["force-include"]} <= set(COPIED)
    assert {PROJECT["project"]["readme"], *PROJECT["project"]["license-files"]} <= set(COPIED)


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        ".venv/bin/python",
        "tests/image/check.py",
        "service/__pycache__/app.cpython-311.pyc",
    ],
)
def test_what_is_not_needed_stays_out(path: str) -> None:
    assert not CONTEXT.sees(Path(path))


# HEALTHCHECK.


@contextmanager
def answering(status: int) -> Iterator[int]:
    """The port of a server that answers /healthz with a status."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Not in the output of the tests."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def healthcheck(port: int) -> int:
    python, *rest = FINAL.last("HEALTHCHECK").command()
    assert python == "python"
    # A proxy must make no difference: what is asked is in the container itself.
    settings = {"PORT": str(port), "HTTP_PROXY": "http://192.0.2.1:1", "http_proxy": "x"}
    done = subprocess.run(
        [sys.executable, *rest], env=os.environ | settings, stderr=subprocess.DEVNULL, check=False
    )
    return done.returncode


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1)])
def test_the_healthcheck_asks_the_service_on_its_port(status: int, code: int) -> None:
    with answering(status) as port:
        assert healthcheck(port) == code


def test_the_healthcheck_fails_where_nothing_answers() -> None:
    with answering(200) as port:
        pass
    assert healthcheck(port) == 1


# compose.yaml.


def test_compose_builds_this_image_and_publishes_it_on_loopback(composed: dict[str, Any]) -> None:
    (service,) = composed["services"].values()
    assert service["build"] == "."
    assert [fill_in(port, {}) for port in service["ports"]] == [
        f"127.0.0.1:{PORT_USUAL}:{PORT_USUAL}"
    ]


def test_compose_gives_the_service_no_rights_it_does_not_need(composed: dict[str, Any]) -> None:
    (service,) = composed["services"].values()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "user", "network_mode", "healthcheck"} & set(service)


def test_compose_serves_the_rules_in_the_checkout(composed: dict[str, Any]) -> None:
    (service,) = composed["services"].values()
    (rules,) = service["volumes"]
    assert (CHECKOUT / fill_in(rules["source"], {}) / "vocabulary.yaml").is_file()
    assert rules["read_only"] is True
    assert service["environment"]["VAKPAD_RULES"] == rules["target"]
    assert set(service["environment"]) <= {setting.name for setting in SETTINGS}


# The reader itself.


def test_lines_that_go_on_are_joined() -> None:
    text = 'FROM a AS b\nRUN one \\\n# why\n    && two\n\nCMD ["x", "y; \\\n z"]\n'
    (stage,) = read_dockerfile(text)
    assert stage.instructions == (
        Instruction(2, "RUN", "one     && two"),
        Instruction(6, "CMD", '["x", "y;  z"]'),
    )
    assert stage.last("CMD").command() == ["x", "y;  z"]
    assert stage.last("RUN").command() == ["/bin/sh", "-c", "one     && two"]


@pytest.mark.parametrize("line", ["VOLUME /data", "RUN <<EOF", "run true", "ONBUILD RUN true"])
def test_what_the_reader_does_not_know_it_refuses(line: str) -> None:
    with pytest.raises(NotUnderstood, match="line 2"):
        read_dockerfile(f"FROM a\n{line}\n")


def test_the_last_pattern_of_a_dockerignore_decides(tmp_path: Path) -> None:
    (tmp_path / ".dockerignore").write_text("# why\n*\n!kept\n**/*.pyc\nkept/not\n")
    seen = {
        path: Context(tmp_path).sees(Path(path))
        for path in ("other", "kept/a", "kept/b/c", "kept/b/c.pyc", "kept/not/d", "keptnot")
    }
    assert [path for path, sees in seen.items() if sees] == ["kept/a", "kept/b/c"]
