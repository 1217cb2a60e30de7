"""A difference between the engines, shrunk and told in files that an advisor could read."""

from soak.pair import Pair, Serving, Told, verdict
from soak.rule_files import facts_file, profile_file, rule_files
from soak.shrinking import smallest

from service.engine.durable import DurableEngine
from service.reading.profile import Profile
from service.rulebook.model import Rulebook

NAME = "difference"


def files_of(rulebook: Rulebook, told: Told) -> dict[str, str]:
    """The rules, and what the engines were asked about, by the name of the file."""
    asked = (
        {"profile.json": profile_file(told)}
        if isinstance(told, Profile)
        else {"facts.json": facts_file(told)}
    )
    return rule_files(rulebook, NAME) | asked


def shrunk(
    rulebook: Rulebook, told: Told, serving: Serving = DurableEngine
) -> tuple[Rulebook, Told]:
    """The smallest rulebook and the least told that the engines differ on in the same way."""
    found = verdict(rulebook, told, serving)
    if not found:
        return rulebook, told
    return smallest(rulebook, told, lambda book, told: verdict(book, told, serving) == found)


def account_of(rulebook: Rulebook, told: Told, serving: Serving = DurableEngine) -> str:
    """All about a difference: the files, and who says what."""
    rulebook, told = shrunk(rulebook, told, serving)
    files = files_of(rulebook, told).items()
    told_of = "\n".join(f"--- {name}\n{text}" for name, text in files)
    return f"The engines differ here:\n\n{told_of}\n{_said(rulebook, told, serving)}\n"


def _said(rulebook: Rulebook, told: Told, serving: Serving) -> str:
    try:
        differences = Pair(rulebook, serving).differences(told)
    except Exception as error:
        return f"Evaluating ends in {error!r}."
    return "\n".join(differences) or (
        "Asked about this alone, they agree: it takes what they were asked before."
    )
