"""What answers would change, as sentences in Dutch and in English."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from service.advice.model import Confidence
from service.explaining.answers import MOST_YEARS, NOTHING, Answered, Answers, Span, Value
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import RATINGS, TENTHS, AttributeType, Language
from service.wording.names import Names, listed, quoted, written
from service.wording.sentences import outcome_words

CERTAINTY: Mapping[Language, Mapping[Confidence, str]] = {
    "nl": {Confidence.HIGH: "hoog", Confidence.MEDIUM: "redelijk", Confidence.LOW: "laag"},
    "en": {Confidence.HIGH: "high", Confidence.MEDIUM: "fair", Confidence.LOW: "low"},
}
"""How sure an advice is, in words that people use."""

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "or": "of",
        "with": "Met {}",
        "any": "Met elk antwoord",
        "any other": "Met elk ander antwoord",
        "none": "Als je niets hiervan kiest,",
        "answer": "het antwoord {}",
        "exactly one": "een {}",
        "or higher": "een {} of hoger",
        "or lower": "een {} of lager",
        "to": "een {} tot en met {}",
        "years below": "minder dan {1} jaar",
        "years from": "{0} jaar of meer",
        "years between": "minstens {0} en minder dan {1} jaar",
        "stays": "{} blijft de eerste stap {}",
        "becomes": "{} wordt de eerste stap {}",
        "appears": "{} is er wel een eerste stap: {}",
        "goes": "{} is er geen eerste stap meer",
        "still none": "{} is er nog geen eerste stap",
        "outcome": "{}; de uitkomst wordt dan {}",
        "certainty": "De zekerheid wordt dan {}.",
        "one at a time": "Van elk antwoord is apart bekeken wat het verandert. Kies je er meer dan "
        "één, dan kan er meer veranderen.",
    },
    "en": {
        "or": "or",
        "with": "With {},",
        "any": "With any answer,",
        "any other": "With any other answer,",
        "none": "If you choose none of these,",
        "answer": "the answer {}",
        "exactly one": "a {}",
        "or higher": "a {} or higher",
        "or lower": "a {} or lower",
        "to": "a {} to {}",
        "years below": "less than {1} years",
        "years from": "{0} years or more",
        "years between": "at least {0} and less than {1} years",
        "stays": "{} the first step stays {}",
        "becomes": "{} the first step becomes {}",
        "appears": "{} there is a first step: {}",
        "goes": "{} there is no first step any more",
        "still none": "{} there is no first step yet",
        "outcome": "{}; the outcome then becomes {}",
        "certainty": "Certainty then becomes {}.",
        "one at a time": "For each answer we looked at what it changes by itself. If you choose "
        "more than one, more may change.",
    },
}


class AnswersTeller:
    """Tells in one language what the answers to a question would change."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._rulebook = rulebook
        self._language = language
        self._names = Names(rulebook, language)
        self._words = _WORDS[language]

    def note(self, answered: Answered) -> str | None:
        """What must be said with all answers to a question."""
        return self._words["one at a time"] if answered.one_at_a_time else None

    def sentence(self, answers: Answers, answered: Answered) -> str:
        """What these answers would change, or that they would change nothing."""
        effect, now = answers.effect, answered.now
        said = self._first(self._condition(answers, answered), effect.first, now.first)
        if effect.outcome is not now.outcome:
            outcome = outcome_words(effect.outcome, self._language)
            said = self._words["outcome"].format(said, outcome)
        said += "."
        if effect.confidence is not None and effect.confidence is not now.confidence:
            certainty = CERTAINTY[self._language][effect.confidence]
            said = f"{said} {self._words['certainty'].format(certainty)}"
        return said

    def _first(self, condition: str, first: Place | None, before: Place | None) -> str:
        if first is None:
            key = "still none" if before is None else "goes"
            return self._words[key].format(condition)
        key = "appears" if before is None else "stays" if first == before else "becomes"
        title = self._rulebook.roles_by_place[first].title.in_language(self._language)
        return self._words[key].format(condition, quoted(title))

    def _condition(self, answers: Answers, answered: Answered) -> str:
        """With which answers."""
        words = self._words
        if len(answered.answers) == 1:
            return words["any"]
        if answers.values == (NOTHING,):
            return words["none"]
        if NOTHING in answers.values:
            return words["any other"]
        return words["with"].format(self._said(answers.values, answered))

    def _said(self, values: Sequence[Value], answered: Answered) -> str:
        match answered.question.attribute.type:
            case AttributeType.RATING:
                return self._ratings([value for value in values if isinstance(value, int)])
            case AttributeType.YEARS:
                spans = [self._years(value) for value in values if isinstance(value, Span)]
                return listed(spans, self._words["or"])
        names = [self._name(value, answered) for value in values]
        return self._words["answer"].format(listed(names, self._words["or"]))

    def _ratings(self, ratings: Sequence[int]) -> str:
        words, first, last = self._words, ratings[0], ratings[-1]
        if len(ratings) > 1 and last - first == len(ratings) - 1:
            if last == RATINGS[-1]:
                return words["or higher"].format(first)
            if first == RATINGS[0]:
                return words["or lower"].format(last)
            return words["to"].format(first, last)
        return words["exactly one"].format(listed(map(str, ratings), words["or"]))

    def _years(self, span: Span) -> str:
        mark = "," if self._language == "nl" else "."
        bounds = [written(Fraction(each, TENTHS), mark) for each in (span.least, span.most + 1)]
        if span.least == 0:
            key = "years below"
        else:
            key = "years from" if span.most == MOST_YEARS else "years between"
        return self._words[key].format(*bounds)

    def _name(self, value: Value, answered: Answered) -> str:
        id = value[0] if isinstance(value, tuple) else str(value)
        match answered.question.attribute.id:
            case "work":
                return self._names.work(id)
            case "certificates":
                return self._names.certificate(id)
            case "goals":
                return self._names.goal(id)
        return self._names.place(id)
