"""The real service, in processes of its own."""

import json
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from api.asking import PATH
from cli.running import VAKPAD, environment

JSON = {"Content-Type": "application/json"}


@dataclass
class Server:
    process: subprocess.Popen[str]
    port: int
    log: IO[str] | None = None

    def ask(self, body: bytes, headers: dict[str, str] | None = None) -> tuple[int, Any, Any]:
        """Status, headers and JSON of an answer."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("POST", PATH, body, headers or JSON)
            return read(connection.getresponse())

    def get(self, path: str) -> Any:
        """The JSON of an answer that must be right."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", path)
            status, _, found = read(connection.getresponse())
        assert status == 200
        return found

    def send(self, request: bytes) -> tuple[int, Any, Any]:
        """The answer to bytes that need not be HTTP at all."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            connection.sendall(request)
            response = HTTPResponse(connection)
            response.begin()
            return read(response)

    def logged(self) -> str:
        """Everything that was logged so far."""
        assert self.log is not None
        self.log.seek(0)
        return self.log.read()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """The exit code and everything that was logged."""
        self.process.send_signal(how)
        self.process.communicate(timeout=30)
        return self.process.returncode, self.logged()


def read(response: HTTPResponse) -> tuple[int, Any, Any]:
    return response.status, response.headers, json.loads(response.read())


@contextmanager
def serving(rules: Path, *options: str, **settings: str) -> Iterator[Server]:
    """The service on a free port; the port is read from what it announces."""
    command = [VAKPAD, "serve", "--port", "0", "--rules", str(rules), *options]
    with (
        TemporaryFile("w+", encoding="utf-8") as log,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment(**settings)
        ) as process,
    ):
        try:
            assert process.stdout is not None
            announced = re.fullmatch(
                r"Vakpad serves on http://127\.0\.0\.1:(\d+) "
                r"\(documentation: http://127\.0\.0\.1:\1/docs\)\n",
                process.stdout.readline(),
            )
            assert announced
            yield Server(process, int(announced.group(1)), log)
        finally:
            if process.poll() is None:
                process.kill()
