"""How rule files can be named, and what is said of a name by which there are none."""

import re

RELEASE = "release:"
"""What the name of a release begins with; its number follows, or `LATEST`."""
LATEST = "latest"

WHAT_CAN_BE_NAMED = (
    "Name a folder with rule files, a release such as `release:latest`, or a revision such as "
    "`HEAD`, a tag or a branch."
)

_NUMBER = re.compile(r"(?:releases?|rel|r|v)?[\s:#.-]*(?P<number>[1-9][0-9]{0,8})", re.IGNORECASE)
_WORD = re.compile(r"(?:releases?|latest|newest|last)[\s:]*", re.IGNORECASE)


class NoSuchRules(Exception):
    """A name by which there are no rule files; the message says what can be named."""


def meant_release(name: str) -> str:
    """A hint with a space before it, for a name that was likely meant as a release."""
    if number := _NUMBER.fullmatch(name.strip()):
        return f" Did you mean `release:{number['number']}`?"
    if _WORD.fullmatch(name.strip()):
        return " A release is named as one word: `release:1`, or `release:latest`."
    return ""
