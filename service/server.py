"""The server: gunicorn inside this process, several processes that share one rulebook.

SIGHUP asks for a check of the rules; no process is replaced for that.
"""

import errno
import logging
import signal
import socket
from typing import Any, Protocol

from flask import Flask, Response
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.http.errors import (
    ConfigurationProblem,
    ExpectationFailed,
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
)
from gunicorn.workers.gthread import ThreadWorker
from werkzeug.http import HTTP_STATUS_CODES

from service.api.problem_kinds import BAD_REQUEST, INTERNAL_ERROR
from service.api.problems import Problem, problem_answer
from service.log import log
from service.settings import PORT_HIGHEST, PORT_USUAL, Settings

THREADS = 4
"""In each process. They only let a slow sender wait apart: matching itself is one at a time."""

REQUEST_LINE_LONGEST = 8190
"""In bytes, the most of gunicorn. Every query that the contract allows then fits, in any script."""


ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
"""The signals that end a process."""


class CannotListen(Exception):
    """The address or the port cannot be used; the message says why and what to type instead."""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, so that a port in use is known before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        host.encode("idna")  # The socket would do the same, and fail with a TypeError.
        return socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, UnicodeError) as error:
        raise CannotListen(_why(error, host, port)) from None


def _why(error: OSError | UnicodeError, host: str, port: int) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is in use by another program. Stop that program, or take "
            f"another port: --port {port + 1 if port < PORT_HIGHEST else PORT_USUAL}"
        )
    if number == errno.EACCES:
        return f"Port {port} is not allowed to you. Take one above 1023: --port {PORT_USUAL}"
    return f"{host} is not an address of this machine. Take one that is: --host 127.0.0.1"


def address_of(listener: socket.socket) -> str:
    """The URL that the listener answers on."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Rules(Protocol):
    """What keeps the rules of a running service up to date."""

    def start(self) -> None:
        """In each process that serves, before its first request."""

    def ask(self) -> None:
        """In the process above them: they are to be checked now."""


def serve(app: Flask, settings: Settings, listener: socket.socket, rules: Rules) -> None:
    """Serves until it is stopped (SIGINT or SIGTERM)."""
    Server(app, settings, listener, rules).run()


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, set up from our settings alone: no configuration files, no command line."""

    def __init__(
        self, app: Flask, settings: Settings, listener: socket.socket, rules: Rules
    ) -> None:
        self.rules = rules
        self._app = app
        self._settings = settings
        # gunicorn takes the socket over, and asks for its address again at every reload.
        self._bind = f"fd://{listener.detach()}"
        super().__init__()

    def load_config(self) -> None:
        # Each value once; what is not named here is as gunicorn has it.
        options = {
            "bind": self._bind,
            "workers": self._settings.workers,
            "worker_class": Worker,
            "threads": THREADS,
            "limit_request_line": REQUEST_LINE_LONGEST,
            "loglevel": "warning",
            "logger_class": ServerLog,
            "control_socket_disable": True,
            "proc_name": "vakpad",
            "post_worker_init": lambda _: self.rules.start(),
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._app

    def run(self) -> None:
        Overseer(self).run()


class Overseer(Arbiter):  # type: ignore[misc]
    """Keeps the processes alive."""

    def spawn_worker(self) -> int:
        """Holds signals back until the new process listens to them: it would never hear of one
        that came before, and would be waited for in vain."""
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            process: int = super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        return process

    def handle_hup(self) -> None:
        """gunicorn's own would replace every process."""
        self.app.rules.ask()


class Worker(ThreadWorker):  # type: ignore[misc]
    """Answers what never gets as far as the application, and logs nothing of what was sent."""

    def init_signals(self) -> None:
        """SIGHUP is for the process above; one that is sent to all must not end these."""
        super().init_signals()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)

    def handle_quit(self, sig: int, frame: Any) -> None:
        """Stops at once.

        gunicorn's own would also shut the pool of threads down, and wait for ever on the lock of
        that pool when the signal came while a request was being handed to it.
        """
        super(ThreadWorker, self).handle_quit(sig, frame)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        answer = _answer_to(exc)
        log.warning("unreadable request", status=answer.status_code, error=type(exc).__name__)
        try:
            client.sendall(_as_http(answer))
        except OSError as gone:
            log.debug("answer not sent", error=type(gone).__name__)


STATUSES = {LimitRequestLine: 414, ExpectationFailed: 417, LimitRequestHeaders: 431}
"""What stands in a request that cannot be read, where HTTP has a status of its own for it."""

OURS = (ConfigurationProblem, InvalidResponseHeader, InvalidResponseHeaderName)


def _answer_to(error: Exception) -> Response:
    theirs = isinstance(error, ParseException) and not isinstance(error, OURS)
    kind = BAD_REQUEST if theirs else INTERNAL_ERROR
    return problem_answer(Problem(kind, status=STATUSES.get(type(error))))


def _as_http(answer: Response) -> bytes:
    body = answer.get_data()
    answer.headers["Content-Length"] = str(len(body))
    answer.headers["Connection"] = "close"
    status = f"HTTP/1.1 {answer.status_code} {HTTP_STATUS_CODES[answer.status_code]}"
    lines = [status, *(f"{name}: {value}" for name, value in answer.headers), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


class ServerLog(Logger):  # type: ignore[misc]
    """Lets what gunicorn has to say into our own log."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers = []
        self.error_log.propagate = True
        self.error_log.setLevel(logging.WARNING)
