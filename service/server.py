"""The server: gunicorn inside this process, several processes that share one rulebook."""

import errno
import logging
import socket
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from service.settings import PORT_HIGHEST, PORT_USUAL, Settings

THREADS = 4
"""In each process. They only let a slow sender wait apart: matching itself is one at a time."""


class CannotListen(Exception):
    """The address or the port cannot be used; the message says why and what to type instead."""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, so that a port in use is known before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise CannotListen(_why(error, host, port)) from None


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is in use by another program. Stop that program, or take "
            f"another port: --port {port + 1 if port < PORT_HIGHEST else PORT_USUAL}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is not allowed to you. Take one above 1023: --port {PORT_USUAL}"
    return f"{host} is not an address of this machine. Take one that is: --host 127.0.0.1"


def address_of(listener: socket.socket) -> str:
    """The URL that the listener answers on."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(app: Flask, settings: Settings, listener: socket.socket) -> None:
    """Serves until it is stopped (SIGINT or SIGTERM)."""
    Server(app, settings, listener).run()


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, set up from our settings alone: no configuration files, no command line."""

    def __init__(self, app: Flask, settings: Settings, listener: socket.socket) -> None:
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
            "worker_class": "gthread",
            "threads": THREADS,
            "loglevel": "warning",
            "logger_class": ServerLog,
            "control_socket_disable": True,
            "proc_name": "vakpad",
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._app


class ServerLog(Logger):  # type: ignore[misc]
    """Lets what gunicorn has to say into our own log."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers = []
        self.error_log.propagate = True
        self.error_log.setLevel(logging.WARNING)
