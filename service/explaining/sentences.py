"""Explanations as sentences that may be read aloud, in one language."""

from collections.abc import Iterable, Iterator
from typing import Literal

from service.explaining.changes import Change, ChangeSet, SmallestChange
from service.explaining.conditions import Choice, Met, Need, Weighed
from service.explaining.explanation import Explanation, TargetExplained
from service.explaining.verdict import Bearing, Position, Verdict
from service.explaining.words import (
    CHANGES,
    OBSTACLES,
    POSITIONS,
    PROCEDURE,
    RATINGS,
    REACHES,
    WORDS,
)
from service.reading.profile import RatingsBy
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow, Rule
from service.rulebook.vocabulary import AttributeType, ChangeKind, Language
from service.wording import statement_sentence, statement_words
from service.wording.statements import Together

RATED = (AttributeType.RATING, AttributeType.MEASURE)


class Teller:
    """Tells explanations by one rulebook in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._rulebook = rulebook
        self._language = language
        self._words = WORDS[language]

    @property
    def procedure(self) -> str:
        return PROCEDURE[self._language]

    def title(self, target: Place) -> str:
        return self._rulebook.roles_by_place[target].title.in_language(self._language)

    def explanation(self, explained: Explanation) -> list[str]:
        """The whole of it, a paragraph each."""
        told = [self.procedure]
        told += (" ".join(self.verdict(each, explained)) for each in explained.recommended)
        told += (self.ruled_out(each) for each in explained.ruled_out)
        target = explained.target
        if target is None and explained.asked is not None:
            told.append(self._words["other profession"])
        if target is not None:
            shown = any(each.target == target.verdict.target for each in explained.recommended)
            if not shown:
                told.append(" ".join(self.verdict(target.verdict, explained)))
            told.append(self.change(target))
        return told

    def verdict(self, verdict: Verdict, explained: Explanation) -> list[str]:
        """How a target came out, what excludes it, what counted, what is still open, what came
        before it, and who gave the ratings: each a text of its own."""
        told = [self.position(verdict)]
        if verdict.obstacle is not None:
            told.append(self._obstacle(verdict, explained.place))
        told += (self.reason(rule.rule) for rule in verdict.ruled_out_by)
        told += (self.bearing(each) for each in (*verdict.counted, *verdict.open))
        if verdict.ahead and verdict.position is not Position.RECOMMENDED:
            names = self._listed(
                f"{self.title(each.target)} ({self._points(each.score)})" for each in verdict.ahead
            )
            told.append(self._words["ahead"].format(names=names))
        if leans_on_ratings(verdict):
            told.append(self.ratings(explained.ratings_by))
        return told

    def position(self, verdict: Verdict) -> str:
        return POSITIONS[self._language][verdict.position].format(
            title=self.title(verdict.target),
            points=self._points(verdict.score),
            rank=verdict.rank,
        )

    def bearing(self, bearing: Bearing) -> str:
        """What a rule with points adds, or would add."""
        text, points = self.reason(bearing.rule.rule), self._points(abs(bearing.points))
        against = "" if bearing.points > 0 else " against"
        if bearing.rule.met is Met.UNKNOWN:
            return self._words["open" + against].format(text=text, points=points)
        told = self._words["counted" + against].format(text=text, points=points)
        seen = dict.fromkeys(self._seen(bearing.rule.needs))
        return f"{told} {self._words['seen'].format(seen='; '.join(seen))}"

    def _seen(self, needs: Iterable[Need | Choice]) -> Iterator[str]:
        """What was seen that makes these needs met; of a signal what its rules saw."""
        for need in needs:
            if need.met is not Met.YES:
                continue
            if isinstance(need, Choice):
                yield from self._seen(need.members)
                continue
            behind = [rule for rule in need.given_by if rule.met is Met.YES]
            if behind:
                yield from self._seen(behind[0].needs)
                continue
            said = statement_words(need.statement, self._rulebook, self._language)
            value = need.value
            rated = need.statement.attribute.type is AttributeType.RATING
            yield f"{said} ({value})" if rated and value is not None else said

    def reason(self, rule: Rule) -> str:
        """What a rule says to the person: its reason, or what it is about."""
        text = rule.effect.because if isinstance(rule.effect, Grow) else rule.about
        return text.in_language(self._language)

    def ruled_out(self, verdict: Verdict) -> str:
        text = " ".join(self.reason(rule.rule) for rule in verdict.ruled_out_by)
        return self._words["ruled out"].format(title=self.title(verdict.target), text=text)

    def need(self, need: Need | Choice) -> str:
        """What a rule needs here, as a sentence about the person."""
        if isinstance(need, Need):
            return statement_sentence(need.statement, self._rulebook, self._language)
        key = "any of" if need.together is Together.ANY else "all of"
        return " ".join([self._words[key], *(self.need(member) for member in need.members)])

    def ratings(self, by: RatingsBy | None) -> str:
        return RATINGS[self._language][by]

    def change(self, target: TargetExplained) -> str:
        """The smallest change, with its alternatives, or why there is none."""
        title = self.title(target.verdict.target)
        change = target.change
        if change is None:
            return " ".join(self._in_the_way(target, title))
        if not change.sets:
            return self._words["gave up"]
        first, *others = change.sets
        told = [self._enough(first)]
        told += (self._words["or"].format(changes=self._steps(each)) for each in others)
        told.append(REACHES[self._language][change.reach].format(title=title))
        if not change.proven:
            told.append(self._words["not proven"])
        return " ".join(told)

    def change_set(self, change: SmallestChange, one: ChangeSet, title: str) -> str:
        """One way to do it, and what comes of it."""
        reached = REACHES[self._language][change.reach].format(title=title)
        return f"{self._enough(one)} {reached}"

    def _enough(self, one: ChangeSet) -> str:
        if not one.changes:
            return self._words["already"]
        key = "one change" if len(one.changes) == 1 else "more changes"
        return self._words[key].format(changes=self._steps(one))

    def _steps(self, one: ChangeSet) -> str:
        *first, last = [self.step(each) for each in one.changes]
        return f"{'; '.join(first)}; {self._words['and']} {last}" if first else last

    def step(self, change: Change) -> str:
        """One thing to do, without capital and full stop."""
        told: Literal["told", "not told"] = "told" if change.told else "not told"
        return CHANGES[self._language][change.kind, told].format(
            name=self.name(change), have=change.have, to=change.to
        )

    def name(self, change: Change) -> str:
        """The name of what changes."""
        rulebook = self._rulebook
        if change.kind is ChangeKind.CERTIFICATE:
            return rulebook.certificates_by_id[change.id].name
        if change.kind is ChangeKind.GOAL:
            name = rulebook.goals_by_id[change.id].name
        elif change.kind is ChangeKind.COMPETENCE:
            name = rulebook.competences_by_id[change.id].name
        else:
            name = rulebook.work_by_id[change.id].name
        return name.in_language(self._language)

    def _in_the_way(self, target: TargetExplained, title: str) -> Iterator[str]:
        limits = target.limits
        yield self._words["cannot" if limits else "cannot be possible"].format(title=title)
        if limits is None:
            return
        if limits.excluded_by:
            text = " ".join(self.reason(rule) for rule in limits.excluded_by)
            yield self._words["because ruled out"].format(text=text)
        else:
            yield self._words["because points"].format(points=self._points(limits.most))

    def _obstacle(self, verdict: Verdict, place: Place | None) -> str:
        assert verdict.obstacle is not None
        here = self._words["outside"]
        if place is not None:
            levels = {each.id: each.name for each in self._rulebook.levels}
            specialisations = {each.id: each.name for each in self._rulebook.specialisations}
            here = self._words["place"].format(
                level=levels[place.level].in_language(self._language).lower(),
                specialisation=specialisations[place.specialisation]
                .in_language(self._language)
                .lower(),
            )
        return OBSTACLES[self._language][verdict.obstacle].format(here=here)

    def _points(self, points: int) -> str:
        if points in (0, 1):
            return self._words["one point" if points else "no points"]
        return self._words["points"].format(points=points)

    def _listed(self, parts: Iterable[str]) -> str:
        *first, last = parts
        return f"{', '.join(first)} {self._words['and']} {last}" if first else last


def leans_on_ratings(verdict: Verdict) -> bool:
    """Whether a rating made any rule count for or against it."""
    counted = [each.rule for each in verdict.counted]
    return any(_looks_at_ratings(rule) for rule in (*counted, *verdict.ruled_out_by))


def _looks_at_ratings(rule: Weighed) -> bool:
    return any(_is_rated(need) for need in rule.needs)


def _is_rated(need: Need | Choice) -> bool:
    if isinstance(need, Choice):
        return any(_is_rated(member) for member in need.members)
    if need.given_by:
        return any(_looks_at_ratings(rule) for rule in need.given_by if rule.met is Met.YES)
    return need.met is not Met.UNKNOWN and need.statement.attribute.type in RATED
