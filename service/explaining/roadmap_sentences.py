"""A roadmap in plain sentences, in Dutch and in English, to be read aloud.

Every sentence says what was really done and with which values: where it starts, how it was chosen,
what the rules say today, and what is not known.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from service.advice.model import Gap, PresentPlace, Source
from service.explaining.roadmap import Found, Roadmap, RoadmapStep, Verdict, Way
from service.reading.profile import RatingsBy
from service.rulebook.career import MoveKind, Place, Span
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow
from service.rulebook.vocabulary import TENTHS, Language
from service.wording.names import NAMED_AFTER_A_PERSON, Names

YEAR = 10
"""In tenths."""

FOUND: Mapping[Language, Mapping[Found, str]] = {
    "nl": {
        Found.ROADMAP: "Van {start} naar {target}: {steps}.",
        Found.ALREADY_THERE: "Je werkt al als {target}. Ook op deze plek kun je groeien, door je "
        "te verdiepen.",
        Found.PLACE_UNKNOWN: "We weten nog niet op welke plek in PMO je nu werkt, en een route "
        "begint bij waar je staat. Geef je specialisatie en je niveau op, of beantwoord de vragen "
        "die erbij staan. Dan laat Vakpad de route zien.",
        Found.ENTRY_UNKNOWN: "Wie van buiten PMO komt, begint op een plek die past bij wat iemand "
        "meebrengt. Wat we nu van je weten, wijst nog geen plek aan. Beantwoord de vragen die "
        "erbij staan, dan kan Vakpad verder kijken.",
        Found.ENTRY_NOT_WANTED: "Je hebt gezegd dat je in je eigen vak wilt blijven, en dat is een "
        "goede keus. Daarom staat hier geen route. Denk je er later anders over, zeg dan dat je "
        "naar PMO wilt.",
        Found.WISH_NOT_STATED: "Projectmanagement is een eigen vak, en je hebt niet gezegd dat je "
        "naar PMO wilt. Daarom staat hier geen route. Wil je die zien, zeg dan eerst dat je naar "
        "PMO wilt.",
        Found.TALK_FIRST: "Een gesprek met een loopbaanadviseur past hier beter dan een route. "
        "Daarin kijk je eerst welk vak je wilt.",
        Found.OTHER_PROFESSION: "Je vroeg naar werk in projectmanagement. Dat is een ander vak en "
        "een gelijkwaardige partner van PMO, dus daar loopt geen trap naartoe. Vakpad laat routes "
        "zien naar rollen binnen PMO.",
        Found.STEP_BACK_NOT_ASKED: "{target} ligt op een lager niveau dan waar je nu staat, "
        "namelijk {start}. Een stap terug staat hier alleen voor wie daar zelf om vraagt. Wil je "
        "dat, zeg dan dat je een stap terug wilt.",
        Found.NO_WAY: "De stappen die zijn afgesproken, leiden niet van {start} naar {target}.",
        Found.STOPPED: "Er zijn zoveel wegen van {start} naar {target} dat het zoeken is gestopt "
        "voordat er een gevonden was. Kies een rol die dichterbij ligt.",
    },
    "en": {
        Found.ROADMAP: "From {start} to {target}: {steps}.",
        Found.ALREADY_THERE: "You work as {target} already. You can grow in this place as well, by "
        "going deeper.",
        Found.PLACE_UNKNOWN: "We do not know yet in which place in PMO you work now, and a route "
        "starts from where you stand. Tell us your specialisation and your level, or answer the "
        "questions that come with this. Then Vakpad will show the route.",
        Found.ENTRY_UNKNOWN: "Those who come from outside PMO start in a place that fits what they "
        "bring. What we know of you now does not point to a place yet. Answer the questions that "
        "come with this, and Vakpad can look further.",
        Found.ENTRY_NOT_WANTED: "You said that you want to stay in your own profession, and that "
        "is a good choice. So there is no route here. Should you think otherwise later, tell us "
        "that you want to come to PMO.",
        Found.WISH_NOT_STATED: "Project management is a profession of its own, and you did not say "
        "that you want to come to PMO. So there is no route here. If you want to see one, tell us "
        "first that you want to come to PMO.",
        Found.TALK_FIRST: "A talk with a career advisor fits better here than a route. There you "
        "first look at which profession you want.",
        Found.OTHER_PROFESSION: "You asked about work in project management. That is another "
        "profession and an equal partner of PMO, so no stairs lead there. Vakpad shows routes to "
        "roles inside PMO.",
        Found.STEP_BACK_NOT_ASKED: "{target} is at a lower level than where you stand now, which "
        "is {start}. A step back is shown here only to those who ask for it. If you want that, "
        "tell us that you want a step back.",
        Found.NO_WAY: "The steps that were agreed do not lead from {start} to {target}.",
        Found.STOPPED: "There are so many ways from {start} to {target} that the search ended "
        "before one was found. Choose a role that is nearer.",
    },
}

STARTS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "given": "De route begint bij {start}, want dat is opgegeven als je plek van nu.",
        "title": "De route begint bij {start}, want dat volgt uit je titel.",
        "rule": "De route begint bij {start}. Dat leiden de regels af uit wat je vertelde.",
        "assumed": "De route begint bij {start}. Dat is een aanname: klopt die niet, vertel dan "
        "waar je nu staat.",
        "outside": "De route begint waar de regels adviseren om in te stappen, met wat we nu van "
        "je weten.",
    },
    "en": {
        "given": "The route starts from {start}, because that was given as your present place.",
        "title": "The route starts from {start}, because that follows from your title.",
        "rule": "The route starts from {start}. The rules derive that from what you told us.",
        "assumed": "The route starts from {start}. That is an assumption: if it is wrong, tell us "
        "where you stand now.",
        "outside": "The route starts where the rules advise to enter, with what we know of you "
        "now.",
    },
}

MOVES: Mapping[Language, Mapping[MoveKind, str]] = {
    "nl": {
        MoveKind.DEEPEN: "verdiepen op dezelfde plek",
        MoveKind.LATERAL: "opzij, op hetzelfde niveau",
        MoveKind.WIDEN: "verbreden op het hoogste niveau",
        MoveKind.UP: "een niveau hoger",
        MoveKind.STEP_BACK: "een niveau lager, omdat je daarom vroeg",
        MoveKind.ENTRY: "instappen in het vak",
    },
    "en": {
        MoveKind.DEEPEN: "going deeper in the same place",
        MoveKind.LATERAL: "sideways, at the same level",
        MoveKind.WIDEN: "widening at the highest level",
        MoveKind.UP: "one level up",
        MoveKind.STEP_BACK: "one level down, because you asked for it",
        MoveKind.ENTRY: "entering the profession",
    },
}

TODAY: Mapping[Language, Mapping[Verdict, str]] = {
    "nl": {
        Verdict.ADVISED: "De regels adviseren deze stap nu al.",
        Verdict.NOT_ADVISED: "Met wat we nu weten, adviseren de regels deze stap nog niet.",
        Verdict.RULED_OUT: "Op dit moment sluit een regel deze stap uit: {because}",
    },
    "en": {
        Verdict.ADVISED: "The rules advise this step already.",
        Verdict.NOT_ADVISED: "With what we know now, the rules do not advise this step yet.",
        Verdict.RULED_OUT: "At this moment a rule excludes this step: {because}",
    },
}

RATED: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "self": "De scores daarbij heb je zelf gegeven.",
        "manager": "De scores daarbij komen van je leidinggevende.",
        "assessment": "De scores daarbij komen uit een assessment.",
        "unknown": "Wie de scores daarbij gaf, is niet verteld.",
    },
    "en": {
        "self": "You gave the ratings for that yourself.",
        "manager": "The ratings for that come from your manager.",
        "assessment": "The ratings for that come from an assessment.",
        "unknown": "We were not told who gave the ratings for that.",
    },
}

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "outside": "buiten PMO",
        "one step": "één stap",
        "steps": "{number} stappen",
        "chosen": "Dit is de kortste route. Zijn er meer met evenveel stappen, dan gaat voor waar "
        "je het langst in je eigen specialisatie blijft.",
        "chosen from outside": "Dit is van daaruit de kortste route. Zijn er meer met evenveel "
        "stappen, dan gaat voor waar je het minst van specialisatie wisselt.",
        "later": "Alleen over de eerste stap kunnen de regels nu iets zeggen. Over de latere "
        "zeggen ze pas iets als je daar staat.",
        "not all": "Naar andere routes is niet verder gezocht, want het zijn er erg veel.",
        "other": "Een andere route loopt via {through}: {steps}.",
        "as": "werk als {name}",
        "other start": "Een andere route begint met een stap die de regels nu al adviseren: "
        "{steps}.",
        "step": "Stap {number}: {title}, {move}.",
        "here": "{title}: {move}.",
        "gaps": "Dit komt er nog bij: {gaps}.",
        "unknown": "Hiervan weten we nog niet of je het hebt: {asks}.",
        "met": "Wat deze rol vraagt, heb je.",
        "no more": "Deze rol vraagt niets wat je eerder op de route niet al opbouwde.",
        "now": "{text} (nu {have})",
        "time": "Deze stap duurt meestal {years}.",
        "total": "Alle stappen samen duren meestal {years}.",
        "range": "{low} tot {high} jaar",
        "years": "{high} jaar",
        "year": "{high} jaar",
        "range of one": "{low} tot {high} jaar",
        "and": "en",
    },
    "en": {
        "outside": "outside PMO",
        "one step": "one step",
        "steps": "{number} steps",
        "chosen": "This is the shortest route. If there are more with as many steps, the one comes "
        "first on which you stay in your own specialisation longest.",
        "chosen from outside": "This is the shortest route from there. If there are more with as "
        "many steps, the one comes first on which you change specialisation least.",
        "later": "Only about the first step can the rules say something now. About the later ones "
        "they will when you are there.",
        "not all": "We did not look further for other routes, because there are very many.",
        "other": "Another route goes by way of {through}: {steps}.",
        "as": "work as a {name}",
        "other start": "Another route starts with a step that the rules advise already: {steps}.",
        "step": "Step {number}: {title}, {move}.",
        "here": "{title}: {move}.",
        "gaps": "This is still to come: {gaps}.",
        "unknown": "We do not know yet whether you have this: {asks}.",
        "met": "You have what this role asks.",
        "no more": "This role asks nothing that you did not build up before on this route.",
        "now": "{text} (now {have})",
        "time": "This step usually takes {years}.",
        "total": "All steps together usually take {years}.",
        "range": "{low} to {high} years",
        "years": "{high} years",
        "year": "{high} year",
        "range of one": "{low} to {high} year",
        "and": "and",
    },
}


class RoadmapTeller:
    """Tells roadmaps of one rulebook in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._rulebook = rulebook
        self._language = language
        self._words = WORDS[language]
        self._names = Names(rulebook, language)

    def whole(self, roadmap: Roadmap) -> str:
        """What came of it, where it starts, and how it was chosen."""
        return " ".join(self._whole(roadmap))

    def _whole(self, roadmap: Roadmap) -> Iterator[str]:
        first = roadmap.ways[0] if roadmap.ways else None
        target = roadmap.target.role
        yield FOUND[self._language][roadmap.found].format(
            start=self._place(roadmap.present.place),
            target=target and target.title.in_language(self._language),
            steps=first and self._count(first),
        )
        if roadmap.found is Found.ROADMAP and first is not None:
            yield self._start(roadmap.present)
            outside = roadmap.present.place is None
            yield self._words["chosen from outside" if outside else "chosen"]
            if len(first.steps) > 1:
                yield self._words["later"]
        elif roadmap.found is Found.STEP_BACK_NOT_ASKED:
            yield self._start(roadmap.present)
        if roadmap.found is Found.ROADMAP and not roadmap.complete:
            yield self._words["not all"]

    def other(self, way: Way) -> str:
        """What another way adds."""
        if not way.through:
            return self._words["other start"].format(steps=self._count(way))
        through = self._listed(map(self._specialisation, way.through))
        return self._words["other"].format(through=through, steps=self._count(way))

    def step(self, number: int, step: RoadmapStep, ratings_by: RatingsBy | None) -> str:
        """One step, without what can be done for it and how long it takes."""
        return " ".join(self._step(number, step, ratings_by))

    def _step(self, number: int, step: RoadmapStep, ratings_by: RatingsBy | None) -> Iterator[str]:
        words = self._words
        form = "here" if step.kind is MoveKind.DEEPEN else "step"
        yield words[form].format(
            number=number,
            title=step.role.title.in_language(self._language),
            move=MOVES[self._language][step.kind],
        )
        yield step.move.about.in_language(self._language)
        if step.today is not None:
            yield self.today(step)
        if step.gaps:
            yield words["gaps"].format(gaps=self._listed(map(self._gap, step.gaps)))
        if step.unknown:
            texts = (ask.text.in_language(self._language) for ask in step.unknown)
            yield words["unknown"].format(asks=self._listed(texts))
        if not step.asks:
            yield words["no more"]
        elif not step.gaps and not step.unknown:
            yield words["met"]
        if any(ask.known and isinstance(ask.need, int) for ask in step.asks):
            yield RATED[self._language][ratings_by or "unknown"]

    def today(self, step: RoadmapStep) -> str:
        """What the rules say of a first step now."""
        assert step.today is not None
        because = (
            rule.effect.because.in_language(self._language)
            for rule in step.today.ruled_out_by
            if isinstance(rule.effect, Grow)
        )
        return TODAY[self._language][step.today.verdict].format(because=" ".join(because))

    def time(self, span: Span) -> str:
        """How long one step takes."""
        return self._words["time"].format(years=self._years(span))

    def total(self, span: Span | None) -> str:
        """How long all steps take together; empty where that is not known."""
        if span is None:
            return ""
        return self._words["total"].format(years=self._years(span))

    def _start(self, present: PresentPlace) -> str:
        sources = {present.specialisation_source, present.level_source}
        if present.place is None:
            found = "outside"
        elif present.assumed:
            found = "assumed"
        elif sources == {Source.GIVEN}:
            found = "given"
        elif Source.RULE in sources:
            found = "rule"
        else:
            found = "title"
        return STARTS[self._language][found].format(start=self._place(present.place))

    def _place(self, place: Place | None) -> str:
        if place is None:
            return self._words["outside"]
        return self._rulebook.roles_by_place[place].title.in_language(self._language)

    def _specialisation(self, id: str) -> str:
        name = self._names.place(id)
        return self._words["as"].format(name=name) if id in NAMED_AFTER_A_PERSON else name

    def _count(self, way: Way) -> str:
        number = len(way.steps)
        return self._words["one step" if number == 1 else "steps"].format(number=number)

    def _gap(self, gap: Gap) -> str:
        text = gap.ask.text.in_language(self._language)
        return text if gap.have is None else self._words["now"].format(text=text, have=gap.have)

    def _years(self, span: Span) -> str:
        words = self._words
        form = "range of one" if span.high <= YEAR else "range"
        if span.low == span.high:
            form = "year" if span.high <= YEAR else "years"
        return words[form].format(low=self._number(span.low), high=self._number(span.high))

    def _number(self, tenths: int) -> str:
        written = f"{Decimal(tenths) / TENTHS:f}".removesuffix(".0")
        return written.replace(".", ",") if self._language == "nl" else written

    def _listed(self, texts: Iterable[str]) -> str:
        """`a and b`, and `a; b; and c`: what is listed may have commas of its own."""
        *before, last = texts
        if not before:
            return last
        mark = ";" if len(before) > 1 else ""
        return f"{'; '.join(before)}{mark} {self._words['and']} {last}"
