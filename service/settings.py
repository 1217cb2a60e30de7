"""Settings: what can be set in the environment, what each means and what it is without."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from environs import Env, EnvError, validate
from marshmallow import fields

LogFormat = Literal["plain", "json"]

PORT_LOWEST, PORT_USUAL, PORT_HIGHEST = 0, 8000, 65535
WORKERS_LOWEST, WORKERS_HIGHEST = 1, 256

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable.

    `read` is the method of environs that reads it, `must` says for people what it must be, and
    `without` what it is when it is not set. Spaces around a value are dropped.
    """

    name: str
    about: str
    default: Any
    without: str
    must: str
    read: str = "trimmed"
    check: validate.Validator | None = None


class Trimmed(fields.String):
    """A text without the spaces around it."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return super()._deserialize(value, attr, data, **kwargs).strip()


def _usual_workers() -> int:
    """As many as there are processors to use, from 2 to 4: more is a choice to make knowingly."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(4, max(2, usable or 2))


SETTINGS = (
    Setting(
        "VAKPAD_RULES",
        "The folder with the rule files.",
        None,
        "the shipped rules",
        must="a folder",
    ),
    Setting(
        "VAKPAD_DATABASE",
        "The database in which releases are kept.",
        None,
        "a file in your own data folder, `~/.local/share/vakpad/vakpad.sqlite3`",
        must="`sqlite:///` and the path of a file, such as `sqlite:////home/jo/vakpad.sqlite3`",
        check=validate.Regexp(r"sqlite:///(?!:memory:)[^?]+\Z"),
    ),
    Setting(
        "VAKPAD_HOST",
        "The address to listen on.",
        "127.0.0.1",
        "127.0.0.1",
        must="an address of this machine",
    ),
    Setting(
        "PORT",
        "The port to listen on; 0 takes a free one.",
        PORT_USUAL,
        str(PORT_USUAL),
        read="int",
        must=f"a whole number from {PORT_LOWEST} to {PORT_HIGHEST}",
        check=validate.Range(PORT_LOWEST, PORT_HIGHEST),
    ),
    Setting(
        "VAKPAD_WORKERS",
        "How many processes serve.",
        _usual_workers(),
        "one for each processor, from 2 to 4",
        read="int",
        must=f"a whole number from {WORKERS_LOWEST} to {WORKERS_HIGHEST}",
        check=validate.Range(WORKERS_LOWEST, WORKERS_HIGHEST),
    ),
    Setting(
        "VAKPAD_ADVISOR_CONTACT",
        "How to reach a career advisor; shown to people who are referred to one.",
        None,
        "nothing is shown",
        must="a text",
    ),
    Setting(
        "VAKPAD_LOG_FORMAT",
        "How the log is written: plain for people, json for machines.",
        "plain",
        "plain",
        must="plain or json",
        check=validate.OneOf(("plain", "json")),
    ),
    Setting(
        "VAKPAD_LOG_LEVEL",
        "What is logged: info has a line for each request, warning only what went wrong.",
        "info",
        "info",
        must="debug, info, warning or error",
        check=validate.OneOf(("debug", "info", "warning", "error")),
    ),
)


class WrongSetting(Exception):
    """An environment variable with a value that is of no use; the message says what it must be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run."""

    rules: Path
    host: str
    port: int
    workers: int
    advisor_contact: str | None
    log_format: LogFormat
    log_level: str
    database: str | None = None


def read_settings(
    *,
    rules: Path | None = None,
    host: str | None = None,
    port: int | None = None,
    workers: int | None = None,
) -> Settings:
    """The settings in the environment; what is given here goes before them.

    Raises `WrongSetting`. A variable that is set to nothing counts as not set.
    """
    found = {setting.name: _read(setting) for setting in SETTINGS}
    written = found["VAKPAD_RULES"]
    return Settings(
        rules=rules or (Path(written) if written else default_rules()),
        host=host or found["VAKPAD_HOST"],
        port=found["PORT"] if port is None else port,
        workers=workers or found["VAKPAD_WORKERS"],
        advisor_contact=found["VAKPAD_ADVISOR_CONTACT"],
        log_format=found["VAKPAD_LOG_FORMAT"],
        log_level=found["VAKPAD_LOG_LEVEL"],
        database=found["VAKPAD_DATABASE"],
    )


def default_rules() -> Path:
    """The rules that came with the package; in a checkout those beside `service/`."""
    shipped = HERE / "shipped_rules"
    return shipped if shipped.is_dir() else HERE.parent / "rules"


def _read(setting: Setting) -> Any:
    env = Env()
    env.add_parser_from_field("trimmed", Trimmed)
    written = env.trimmed(setting.name, "")
    if not written:
        return setting.default
    try:
        return getattr(env, setting.read)(setting.name, validate=setting.check)
    except EnvError:
        raise WrongSetting(
            f"The setting {setting.name} is `{_shown(written)}`. It must be {setting.must}."
        ) from None


def _shown(written: str) -> str:
    """Without the name and password that the address of a database may have."""
    return re.sub("//.*@", "//...@", written)
