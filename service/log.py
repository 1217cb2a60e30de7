"""The log: one line for each thing that happened, for people or for machines.

No line ever holds anything out of a profile, and neither does the report of an error: it names
the kind of error and the places in the code, never the error's own text.
"""

import logging
import sys
import traceback
from typing import Any

import structlog

from service.settings import LogFormat

log = structlog.stdlib.get_logger("vakpad")


def configure_logging(form: LogFormat, level: str) -> None:
    """Sends everything that is logged, by us and by the server, to standard error in one form."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_error_text,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _renderer(form),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())


def _renderer(form: LogFormat) -> Any:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.processors.LogfmtRenderer(
        key_order=["timestamp", "level", "event"], drop_missing=True
    )


def _without_error_text(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Replaces an exception by its kind and the places it went through."""
    info = event.pop("exc_info", None)
    record = event.get("_record")
    if record is not None and record.exc_info:
        info, record.exc_info, record.exc_text = record.exc_info, None, None
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["places"] = [
            f"{place.filename}:{place.lineno} {place.name}"
            for place in traceback.extract_tb(error.__traceback__)
        ]
    return event
