"""An aim: a profile, and the role that a question about the person is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import Schema, ValidationError

from service.reading.names import Names
from service.reading.pointers import pointer_to
from service.reading.profile import Profile, ProfileError, ProfileRefused
from service.reading.sent import profile_of, refusal_of
from service.reading.titles import TitleReader
from service.reading.words import quoted
from service.rulebook.career import Place, Role
from service.rulebook.model import Rulebook
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Target:
    """What somebody asked about; `role` is None when it is a job in project management."""

    given: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class Aim:
    """`target` is None when none was sent, `language` when neither body nor profile has one."""

    profile: Profile
    target: Target | None
    language: Language | None


class AimReader:
    """Reads aims in the words of one rulebook."""

    def __init__(
        self,
        rulebook: Rulebook,
        titles: TitleReader,
        mistakes_in: Callable[[Profile], tuple[ProfileError, ...]],
    ) -> None:
        self._rulebook = rulebook
        self._titles = titles
        self._mistakes_in = mistakes_in
        self._names = Names(
            "role", ((each.id, (each.title.nl, each.title.en)) for each in rulebook.roles)
        )
        self._roles = {each.id: each for each in rulebook.roles}

    def read(self, sent: Mapping[str, Any], schema: Schema) -> Aim:
        """The aim in JSON data by an `AimSchema`; `ProfileRefused` with every mistake in it.

        The pointers of mistakes in the profile start with `/profile`.
        """
        shape: tuple[ProfileError, ...] = ()
        try:
            checked = schema.load(sent)
        except ValidationError as error:
            shape = refusal_of(error, sent).errors
            checked = error.valid_data if isinstance(error.valid_data, dict) else {}
        profile = profile_of({"title": "", **(checked.get("profile") or {})})
        words = [
            replace(error, pointer=pointer_to("profile") + error.pointer)
            for error in self._mistakes_in(profile)
        ]
        target: Target | None = None
        try:
            target = self.target(checked["target"]) if checked.get("target") else None
        except ProfileRefused as refused:
            words += refused.errors
        if shape or words:
            raise ProfileRefused((*shape, *words))
        return Aim(profile, target, checked.get("language") or profile.language)

    def target(self, given: str) -> Target:
        """The role that is called so; `ProfileRefused`, at `/target`, when there is none.

        A job in project management is no mistake: it is another profession, and told so kindly.
        """
        id = self._names.find(given)
        if id is not None:
            return Target(given, self._roles[id])
        reading = self._titles.read(given)
        if reading.kind is TitleKind.PROJECT_MANAGEMENT:
            return Target(given, None)
        near = self._names.suggest(given)
        if near is None and len(reading.specialisations) == len(reading.levels) == 1:
            near = Place(reading.specialisations[0], reading.levels[0]).role
        instead = f"Did you mean `{near}`?" if near else "The roles are listed at /v1/roles."
        message = f"`{quoted(given)}` is not a role that Vakpad knows. {instead}"
        raise ProfileRefused((ProfileError(pointer_to("target"), "unknown_role", message),))
