"""What a variation changes, as sentences to read aloud, in Dutch and in English."""

from collections.abc import Iterable, Iterator, Mapping

from service.advice.model import PresentPlace
from service.explaining.answers_sentences import CERTAINTY
from service.explaining.what_if import (
    Alternative,
    Counted,
    Differences,
    GapState,
    State,
    TargetDifference,
)
from service.explaining.words import RATINGS
from service.reading.model import AmbitionReading, Reading
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow
from service.rulebook.vocabulary import Attribute, Language
from service.wording.names import Names, listed, quoted
from service.wording.sentences import ended, knowing_words, outcome_words

FEW = 3
"""So many things that became known are named; more are counted."""

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "and": "en",
        "unchanged": "Het advies blijft hetzelfde.",
        "not a title": "De functietitel {} herkennen we niet.",
        "not a certificate": "Het certificaat {} herkennen we niet, dus het telt niet mee.",
        "not certificates": "De certificaten {} herkennen we niet, dus ze tellen niet mee.",
        "not a wish": "In wat je schreef, herkennen we nog geen wens.",
        "goals new": "Als wens telt nu mee: {}.",
        "goals gone": "Als wens telt niet meer mee: {}.",
        "known": "We weten nu {}.",
        "many known": "We weten nu {} dingen meer over je.",
        "no longer known": "We weten nu niet meer {}.",
        "many no longer known": "We weten nu {} dingen minder over je.",
        "place": "We lezen nu dat je plek {} is; eerst was dat {}.",
        "no place": "nog onbekend",
        "no specialisation": "een onbekende specialisatie",
        "no level": "niveau onbekend",
        "contradictory": "Je gegevens spreken elkaar nu tegen.",
        "not contradictory": "Je gegevens spreken elkaar niet meer tegen.",
        "outcome": "De uitkomst wordt {}; eerst was dat {}.",
        "certainty": "De zekerheid gaat van {} naar {}.",
        "stays": "De eerste stap blijft {}.",
        "becomes": "De eerste stap wordt {}; eerst was dat {}.",
        "appears": "Er is nu wel een eerste stap: {}.",
        "goes": "Er is nu geen eerste stap meer; eerst was dat {}.",
        "joins": "{} komt erbij, op plek {}.",
        "moves": "{} gaat van plek {} naar plek {}.",
        State.OUTRANKED: "{} valt af: drie andere stappen gaan nu voor.",
        State.WITHOUT_POINTS: "{} valt af: er pleit nu niet genoeg meer voor.",
        State.RULED_OUT: "{} valt af: een regel sluit die stap nu uit.",
        State.OUT_OF_REACH: "{} valt af: die stap is vanaf je plek nu niet te maken.",
        State.WITHHELD: "{} laten we nu niet zien: een gesprek met een loopbaanadviseur gaat voor.",
        "for": "Voor {} pleit nu: {}",
        "against": "Tegen {} pleit nu: {}",
        "not for": "Voor {} pleit niet meer: {}",
        "not against": "Tegen {} pleit niet meer: {}",
        GapState.CLOSED: "Bij {} ontbreekt niet meer: {}.",
        GapState.NEW: "Bij {} ontbreekt nog: {}.",
        GapState.CHANGED: "Bij {} is je cijfer anders, en nog te laag: {}.",
        GapState.UNKNOWN: "Bij {} weten we niet meer hoe je ervoor staat: {}.",
        "said": "Nieuw om te weten: {}",
        "not said": "Eén bericht bij het advies vervalt.",
        "many not said": "{} berichten bij het advies vervallen.",
    },
    "en": {
        "and": "and",
        "unchanged": "The advice stays the same.",
        "not a title": "We do not recognise the job title {}.",
        "not a certificate": "We do not recognise the certificate {}, so it does not count.",
        "not certificates": "We do not recognise the certificates {}, so they do not count.",
        "not a wish": "In what you wrote, we do not recognise a wish yet.",
        "goals new": "Now counted as a wish: {}.",
        "goals gone": "No longer counted as a wish: {}.",
        "known": "We now know {}.",
        "many known": "We now know {} more things about you.",
        "no longer known": "We no longer know {}.",
        "many no longer known": "We now know {} fewer things about you.",
        "place": "We now read that your place is {}; it was {}.",
        "no place": "still unknown",
        "no specialisation": "an unknown specialisation",
        "no level": "level unknown",
        "contradictory": "Your data now contradict each other.",
        "not contradictory": "Your data no longer contradict each other.",
        "outcome": "The outcome becomes {}; it was {}.",
        "certainty": "Certainty goes from {} to {}.",
        "stays": "The first step stays {}.",
        "becomes": "The first step becomes {}; it was {}.",
        "appears": "There is a first step now: {}.",
        "goes": "There is no first step any more; it was {}.",
        "joins": "{} joins the list, in place {}.",
        "moves": "{} goes from place {} to place {}.",
        State.OUTRANKED: "{} leaves the list: three other steps now come first.",
        State.WITHOUT_POINTS: "{} leaves the list: not enough speaks for it any more.",
        State.RULED_OUT: "{} leaves the list: a rule now rules that step out.",
        State.OUT_OF_REACH: "{} leaves the list: that step cannot be made from your place now.",
        State.WITHHELD: "{} is not shown now: a talk with a career advisor comes first.",
        "for": "What now speaks for {}: {}",
        "against": "What now speaks against {}: {}",
        "not for": "What no longer speaks for {}: {}",
        "not against": "What no longer speaks against {}: {}",
        GapState.CLOSED: "No longer missing for {}: {}.",
        GapState.NEW: "Still missing for {}: {}.",
        GapState.CHANGED: "For {} your rating is another one, and still too low: {}.",
        GapState.UNKNOWN: "For {} we no longer know how you stand on: {}.",
        "said": "New to know: {}",
        "not said": "One message with the advice no longer applies.",
        "many not said": "{} messages with the advice no longer apply.",
    },
}


class WhatIfTeller:
    """Tells in one language what variations change."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._rulebook = rulebook
        self._language = language
        self._names = Names(rulebook, language)
        self._words = _WORDS[language]

    def sentences(self, alternative: Alternative) -> list[str]:
        """What a variation changes: how it was read, then the advice, then each step."""
        differences = alternative.differences
        read = self._read(differences)
        if not differences.changed:
            return [*read, self._words["unchanged"]]
        return [
            *read,
            *self._advice(differences),
            *(text for target in differences.targets for text in self._step(target)),
            *self._raters(alternative),
            *self._messages(differences),
        ]

    def title(self, target: Place) -> str:
        """The title of the role at a place."""
        return self._rulebook.roles_by_place[target].title.in_language(self._language)

    def _read(self, differences: Differences) -> Iterator[str]:
        words = self._words
        before, after = differences.before.reading, differences.after.reading
        yield from self._not_recognised(before, after)
        for key, goals in (
            ("goals new", differences.goals_new),
            ("goals gone", differences.goals_gone),
        ):
            if goals:
                named = listed(map(self._names.goal, goals), words["and"])
                yield words[key].format(named)
        yield from self._knowing("known", differences.known)
        yield from self._knowing("no longer known", differences.no_longer_known)

    def _not_recognised(self, before: Reading, after: Reading) -> Iterator[str]:
        words = self._words
        if not after.title.recognised and after.title.given != before.title.given:
            yield words["not a title"].format(quoted(after.title.given))
        strange = [
            quoted(name)
            for name in after.unrecognised_certificates
            if name not in before.unrecognised_certificates
        ]
        if strange:
            key = "not a certificate" if len(strange) == 1 else "not certificates"
            yield words[key].format(listed(strange, words["and"]))
        unheard = AmbitionReading.NOT_RECOGNISED
        if after.ambition is unheard and before.ambition is not unheard:
            yield words["not a wish"]

    def _knowing(self, key: str, attributes: tuple[Attribute, ...]) -> Iterator[str]:
        if len(attributes) > FEW:
            yield self._words[f"many {key}"].format(len(attributes))
            return
        for attribute in attributes:
            knowing = knowing_words(attribute, self._rulebook, self._language)
            yield self._words[key].format(knowing)

    def _advice(self, differences: Differences) -> Iterator[str]:
        words = self._words
        here, there = differences.places
        if differences.moved:
            yield words["place"].format(self._place(there), self._place(here))
        if here.contradictory is not there.contradictory:
            yield words["contradictory" if there.contradictory else "not contradictory"]
        before, after = differences.outcomes
        if before is not after:
            said = (outcome_words(each, self._language) for each in (after, before))
            yield words["outcome"].format(*said)
        yield from self._first(differences)
        unsure, sure = (CERTAINTY[self._language][each] for each in differences.confidences)
        if unsure != sure:
            yield words["certainty"].format(unsure, sure)

    def _first(self, differences: Differences) -> Iterator[str]:
        words = self._words
        before, after = (
            quoted(self.title(advice.recommendations[0].target)) if advice.recommendations else None
            for advice in (differences.before, differences.after)
        )
        if after is None:
            if before is not None:
                yield words["goes"].format(before)
        elif before is None:
            yield words["appears"].format(after)
        elif before == after:
            yield words["stays"].format(after)
        else:
            yield words["becomes"].format(after, before)

    def _step(self, target: TargetDifference) -> Iterator[str]:
        words, title = self._words, quoted(self.title(target.target))
        before, after = target.before.rank, target.after.rank
        if after is None:
            yield words[target.after.state].format(title)
            return
        if after > 1 and before is None:
            yield words["joins"].format(title, after)
        elif after > 1 and before != after:
            yield words["moves"].format(title, before, after)
        for key, counted in (
            ("for", (each for each in target.gained if each[1] > 0)),
            ("against", (each for each in target.gained if each[1] < 0)),
            ("not for", (each for each in target.lost if each[1] > 0)),
            ("not against", (each for each in target.lost if each[1] < 0)),
        ):
            for text in self._reasons(counted):
                yield ended(words[key].format(title, text))
        for state in GapState:
            asks = [
                gap.ask.text.in_language(self._language)
                for gap in target.gaps
                if gap.state is state
            ]
            if asks:
                yield words[state].format(title, "; ".join(asks))

    def _raters(self, alternative: Alternative) -> Iterator[str]:
        """Who gave the ratings, where one has to do with what was told of a step."""
        if any(
            target.rests_on_ratings and target.after.rank is not None
            for target in alternative.differences.targets
        ):
            yield RATINGS[self._language][alternative.ratings_by]

    def _reasons(self, counted: Iterable[Counted]) -> Iterator[str]:
        for rule, _ in counted:
            assert isinstance(rule.effect, Grow)
            yield quoted(rule.effect.because.in_language(self._language))

    def _messages(self, differences: Differences) -> Iterator[str]:
        for message in differences.said_new:
            text = quoted(message.text.in_language(self._language))
            yield ended(self._words["said"].format(text))
        gone = len(differences.said_gone)
        if gone:
            yield self._words["not said" if gone == 1 else "many not said"].format(gone)

    def _place(self, present: PresentPlace) -> str:
        words = self._words
        if present.specialisation is None and present.level is None:
            return words["no place"]
        specialisation = (
            words["no specialisation"]
            if present.specialisation is None
            else self._names.place(present.specialisation)
        )
        level = words["no level"] if present.level is None else self._names.place(present.level)
        return f"{specialisation} ({level})"
