"""`vakpad serve`: the real server, in processes of its own."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest
from api.asking import PATH, PROBLEM, ask, client_of
from cli.running import SHIPPED, SMALL, VAKPAD, environment, vakpad_apart
from cli.serving import Server, read, serving
from gunicorn.arbiter import Arbiter

from service.server import ENDING, CannotListen, Overseer, listen

WISH = {"title": "PMO'er", "experience": {"years_in_role": 4}, "ambition": "Geheime wens."}


def _head(length: str) -> bytes:
    """The head of a request for advice, with this line about its length."""
    lines = [f"POST {PATH} HTTP/1.1", "Host: x", "Content-Type: application/json", length, "", ""]
    return "\r\n".join(lines).encode()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(SMALL, "--workers", "1") as running:
        yield running


def test_it_answers_as_the_application_does_and_ends_cleanly_when_it_is_told_to() -> None:
    with serving(SHIPPED, "--workers", "2") as server:
        client = client_of(SHIPPED)
        status, headers, advice = server.ask(json.dumps(WISH).encode())
        expected = ask(client, WISH)
        assert (status, advice) == (200, expected.get_json())
        assert headers["Vakpad-Rulebook"] == expected.headers["Vakpad-Rulebook"]
        assert headers["Cache-Control"] == "no-store"

        status, headers, problem = server.ask(b'{"title": "Geheim')
        assert (status, headers["Content-Type"]) == (400, PROBLEM)
        assert problem == json.loads(ask(client, b'{"title": "Geheim').text)

        code, logged = server.stop()
    assert code == 0
    assert [line.count("event=request") for line in logged.splitlines()] == [1, 1]
    assert "gehei" not in logged.lower()


def test_a_process_that_is_being_started_hears_later_that_it_is_told_to_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: list[set[int]] = []

    def spawn(_: Arbiter) -> int:
        held.append(set(signal.pthread_sigmask(signal.SIG_BLOCK, ())))
        return 1

    monkeypatch.setattr(Arbiter, "spawn_worker", spawn)
    assert object.__new__(Overseer).spawn_worker() == 1
    assert held[0] >= set(ENDING)
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()).isdisjoint(ENDING)


def test_ctrl_c_ends_it_cleanly_too() -> None:
    with serving(SMALL, "--workers", "1") as server:
        assert server.ask(json.dumps(WISH).encode())[0] == 200
        assert server.stop(signal.SIGINT)[0] == 0


def test_a_body_in_chunks_is_read(server: Server) -> None:
    body = json.dumps(WISH).encode()
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in (body[:9], body[9:]))
    assert server.send(_head("Transfer-Encoding: chunked") + chunks + b"0\r\n\r\n")[0] == 200


def test_a_body_that_breaks_off_is_told_so(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(_head("Content-Length: 1000") + b'{"title"')
        connection.shutdown(socket.SHUT_WR)
        response = HTTPResponse(connection)
        response.begin()
        status, _, problem = read(response)
    assert status == 400
    assert problem["detail"] == "The body broke off after 8 of 1,000 bytes."


def test_who_sends_too_much_gets_to_see_the_answer(server: Server) -> None:
    status, headers, problem = server.ask(b'{"title": "' + b"x" * 300_000 + b'"}')
    assert (status, headers["Content-Type"]) == (413, PROBLEM)
    assert problem["type"] == "/docs/problems/body-too-large"


@pytest.mark.parametrize(
    ("request_sent", "status"),
    [
        (b"Geheim\r\n\r\n", 400),
        (b'{"title": "Geheim"}\r\n\r\n', 400),
        (b"GET /Geheim HTTP/9.9\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nGe heim: x\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nContent-Length: Geheim\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: Geheim\r\n\r\n", 400),
        (b"GET /" + b"Geheim" * 2000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nX: " + b"Geheim" * 20000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + b"X: Geheim\r\n" * 200 + b"\r\n", 431),
        (b"POST / HTTP/1.1\r\nExpect: Geheim\r\nContent-Length: 1\r\n\r\n", 417),
    ],
    ids=lambda sent: str(sent)[:40],
)
def test_what_is_no_readable_request_is_a_problem_too(
    server: Server, request_sent: bytes, status: int
) -> None:
    found, headers, problem = server.send(request_sent)
    assert (found, headers["Content-Type"]) == (status, PROBLEM)
    assert problem["status"] == status
    assert problem["type"] == "/docs/problems/bad-request"
    assert "Geheim" not in str(problem)


def test_a_broken_chunk_is_a_problem(server: Server) -> None:
    status, _, problem = server.send(_head("Transfer-Encoding: chunked") + b"zz\r\n{}\r\n0\r\n\r\n")
    assert status == 400
    assert problem["type"] == "/docs/problems/bad-request"


def test_nothing_of_a_request_that_cannot_be_read_is_in_the_log() -> None:
    with serving(SMALL, "--workers", "1") as server:
        assert server.send(b'{"title": "Geheime Titel"}\r\n\r\n')[0] == 400
        code, logged = server.stop()
    assert code == 0
    assert "gehei" not in logged.lower()
    assert len(logged.splitlines()) == 1
    assert "level=warning" in logged


def test_for_machines_everything_it_says_is_a_line_of_json() -> None:
    command = [VAKPAD, "serve", "--port", "0", "--rules", str(SMALL), "--workers", "1"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(VAKPAD_LOG_FORMAT="json"),
    ) as process:
        assert process.stderr is not None
        announced = json.loads(process.stderr.readline())
        assert announced["event"] == "serving"
        port = int(announced["address"].rpartition(":")[2])
        assert Server(process, port).ask(json.dumps(WISH).encode())[0] == 200
        process.terminate()
        out, logged = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, "")
    assert [json.loads(line)["event"] for line in logged.splitlines()] == ["request"]


def test_a_port_in_use_is_told_with_another_to_take() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = vakpad_apart("serve", "--rules", SMALL, PORT=str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Port {port} on 127.0.0.1 is in use by another program. Stop that program, or take "
        f"another port: --port {port + 1 if port < 65535 else 8000}\n"
    )


@pytest.mark.parametrize(
    "host", ["203.0.113.7", "a..b", "x" * 70 + ".nl", "caf\u00e9..nl", "::ffff:203.0.113.7", ":"]
)
def test_an_address_that_cannot_be_listened_on_is_told(host: str) -> None:
    with pytest.raises(CannotListen) as told:
        listen(host, 0)
    assert str(told.value) == (
        f"{host} is not an address of this machine. Take one that is: --host 127.0.0.1"
    )


WATCHED = """
import os, sys
import durable_rules_engine as durable

def watched(*given, create=durable.create_ruleset):
    with open(os.environ["OPENED"], "a") as opened:
        opened.write(f"{os.getpid()}\\n")
    return create(*given)

durable.create_ruleset = watched
from service.cli import main
main()
"""
"""The command, writing down which process opens a durable session."""


def test_only_the_processes_that_serve_open_durable_sessions(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    command = [sys.executable, "-c", WATCHED, "serve", "--port", "0", "--rules", str(SMALL)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment(OPENED=str(opened))
    ) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+) ", process.stdout.readline())
        assert found
        assert Server(process, int(found.group(1))).ask(json.dumps(WISH).encode())[0] == 200
        process.terminate()
        process.communicate(timeout=30)
    processes = opened.read_text(encoding="utf-8").split()
    assert processes
    assert str(process.pid) not in processes
