"""From advice to what stands on the sheet."""

from collections.abc import Iterable, Iterator

from service.advice.model import Advice, Ask, AskKind, Recommendation, Source
from service.reading.model import AmbitionReading
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import TENTHS, Language
from service.sheet.model import Asks, Option, Sheet, Understood
from service.sheet.words import WORDS

ADVICE_NOT_DECISION = "advice-not-decision"
MOST_NAMES = 8
"""Of one list; a sheet is no archive."""

DIGEST_SHOWN = len("sha256:") + 12


def sheet_of(
    advice: Advice,
    rulebook: Rulebook,
    language: Language,
    *,
    from_resume: bool = False,
    advisor_contact: str | None = None,
) -> Sheet:
    """The sheet of one advice; the contact is only shown to who is pointed to an advisor."""
    writer = _Writer(advice, rulebook, language)
    return Sheet(
        language=language,
        purpose=rulebook.guardrail_texts["purpose"].in_language(language),
        advice_not_decision=rulebook.guardrail_texts[ADVICE_NOT_DECISION].in_language(language),
        understood=tuple(writer.understood(from_resume)),
        remarks=tuple(writer.remarks()),
        unknown=tuple(writer.unknown()),
        outcome=tuple(writer.outcome(advisor_contact)),
        options=tuple(writer.option(each) for each in advice.recommendations),
        messages=tuple(
            message.text.in_language(language)
            for message in advice.messages
            if message.id != ADVICE_NOT_DECISION
        ),
        questions=tuple(question.text.in_language(language) for question in advice.questions),
        scale=tuple(writer.scale()),
        questions_for_both=tuple(writer.questions_for_both()),
        rulebook=rulebook.digest[:DIGEST_SHOWN],
    )


class _Writer:
    def __init__(self, advice: Advice, rulebook: Rulebook, language: Language) -> None:
        self._advice = advice
        self._reading = advice.reading
        self._rulebook = rulebook
        self._language = language
        self._words = WORDS[language]
        self._specialisations = {
            each.id: each.name.in_language(language) for each in rulebook.specialisations
        }
        self._levels = {each.id: each.name.in_language(language) for each in rulebook.levels}
        self._meanings = {
            each.value: each.meaning.in_language(language) for each in rulebook.ratings
        }

    # ---- What is known, and what is not ------------------------------------

    def understood(self, from_resume: bool) -> Iterator[Understood]:
        words, reading, present = self._words, self._reading, self._advice.present
        yield Understood(words["title"], reading.title.given, self._title_source(from_resume))
        if reading.in_pmo:
            yield self._place(
                "specialisation",
                self._specialisations.get(present.specialisation or ""),
                present.specialisation_source,
            )
            yield self._place("level", self._levels.get(present.level or ""), present.level_source)
        years = "; ".join(self._years())
        if years:
            yield Understood(words["years"], years)
        if reading.ratings:
            count = len(reading.ratings)
            rated = words["one rated" if count == 1 else "rated"].format(count=count)
            yield Understood(words["competences"], rated)
        if reading.certificates is not None:
            yield Understood(words["certificates"], self._certificates(reading.certificates))
        if reading.work is not None:
            names = [
                self._rulebook.work_by_id[id].name.in_language(self._language)
                for id in reading.work
            ]
            yield Understood(words["work"], self._listed(names) or words["none"])
        if reading.goals:
            names = [
                self._rulebook.goals_by_id[id].name.in_language(self._language)
                for id in reading.goals
            ]
            yield Understood(words["goals"], self._listed(names))

    def remarks(self) -> Iterator[str]:
        if self._advice.present.contradictory:
            yield self._words["contradictory"]
        if self._reading.ambition is AmbitionReading.NOT_RECOGNISED:
            yield self._words["wish not recognised"]

    def unknown(self) -> Iterator[str]:
        words, present = self._words, self._advice.present
        ids = [attribute.id for attribute in self._advice.unknown]
        if self._reading.in_pmo and present.specialisation is None:
            yield words["unknown specialisation"]
        if self._reading.in_pmo and present.level is None:
            yield words["unknown level"]
        if not self._reading.goals:
            yield words["unknown goals"]
        for id, name in (
            ("work", "work"),
            ("certificates", "certificates"),
            ("years.in_pmo", "years"),
        ):
            if id in ids:
                yield words[f"unknown {name}"]
        unrated = sum(id.startswith("competence.") for id in ids)
        if unrated and self._reading.ratings:
            yield words["unknown some competences"].format(count=unrated)
        elif unrated:
            yield words["unknown competences"]

    def _title_source(self, from_resume: bool) -> str:
        title = self._reading.title
        said = [self._words[title.kind.value if title.kind else "unrecognised"]]
        if title.ambiguous:
            said = [*(said if title.kind else ()), self._words["ambiguous"]]
        if from_resume:
            said.append(self._words["from a résumé"])
        return "; ".join(said)

    def _place(self, name: str, value: str | None, source: Source | None) -> Understood:
        words = self._words
        said = None
        if source is not None:
            said = words["by title" if source is Source.TITLE else source.value]
        return Understood(words[name], value or words["unclear"], said)

    def _years(self) -> Iterator[str]:
        for years, place in (
            (self._reading.years_in_role, "role"),
            (self._reading.years_in_pmo, "pmo"),
        ):
            if years is not None:
                one = "one year in" if years == TENTHS else "years in"
                yield self._words[f"{one} {place}"].format(years=self._number(years))

    def _number(self, tenths: int) -> str:
        whole, tenth = divmod(tenths, TENTHS)
        point = "," if self._language == "nl" else "."
        return f"{whole}{point}{tenth}" if tenth else str(whole)

    def _certificates(self, ids: tuple[str, ...]) -> str:
        names = [self._rulebook.certificates_by_id[id].name for id in ids]
        unrecognised = self._listed(self._reading.unrecognised_certificates)
        said = [self._listed(names)] if names else []
        if unrecognised:
            said.append(self._words["not recognised"].format(names=unrecognised))
        return "; ".join(said) or self._words["none"]

    def _listed(self, names: Iterable[str]) -> str:
        listed = list(names)
        shown, more = listed[:MOST_NAMES], len(listed) - MOST_NAMES
        if more > 0:
            shown.append(self._words["and more"].format(count=more))
        return "; ".join(shown)

    # ---- The advice --------------------------------------------------------

    def outcome(self, advisor_contact: str | None) -> Iterator[str]:
        advice = self._advice
        yield self._words[advice.outcome.value]
        if advice.recommendations:
            yield self._words[advice.confidence.value]
            yield self._words["choose"]
        if advisor_contact and advice.refers_to_advisor:
            yield self._words["advisor"].format(contact=advisor_contact)

    def option(self, step: Recommendation) -> Option:
        language = self._language
        missing = {(gap.ask.kind, gap.ask.id) for gap in step.gaps}
        lacked = [ask for ask in step.asks if (ask.kind, ask.id) in missing]
        met = [ask for ask in step.asks if ask.known and ask not in lacked]
        return Option(
            title=step.role.title.in_language(language),
            place=f"{self._specialisations[step.target.specialisation]}, "
            f"{self._levels[step.target.level].lower()}",
            move=self._words[step.move.value],
            description=step.role.description.in_language(language),
            because=tuple(
                each.text.in_language(language) for each in step.because if each.points > 0
            ),
            against=tuple(
                each.text.in_language(language) for each in step.because if each.points < 0
            ),
            met=tuple(self._asked(ask) for ask in met),
            missing=tuple(self._asks(lacked)),
            open=tuple(self._asks(ask for ask in step.asks if not ask.known)),
            steps=tuple(action.text.in_language(language) for action in step.actions),
        )

    def _asks(self, asks: Iterable[Ask]) -> Iterator[Asks]:
        """What is asked, competences together by how much of them is asked."""
        groups: dict[str | None, list[str]] = {}
        for ask in asks:
            meaning = self._meanings.get(ask.need) if isinstance(ask.need, int) else None
            groups.setdefault(meaning, []).append(self._asked(ask))
        for meaning, names in groups.items():
            yield Asks(tuple(names), meaning)

    def _asked(self, ask: Ask) -> str:
        """Its name alone: how much of a competence is asked, is no figure here."""
        if ask.kind is AskKind.COMPETENCE:
            return self._rulebook.competences_by_id[ask.id].name.in_language(self._language)
        return ask.text.in_language(self._language)

    def scale(self) -> Iterator[tuple[int, str]]:
        if any(each.attribute.id.startswith("competence.") for each in self._advice.questions):
            yield from self._meanings.items()

    def questions_for_both(self) -> Iterator[str]:
        about_options = "which option" if self._advice.recommendations else "in a year"
        for name in ("energy", about_options, "other sees"):
            yield self._words[name]
