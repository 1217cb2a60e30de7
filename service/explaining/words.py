"""The words of explanations, in both languages; what the rulebook says is not here."""

from collections.abc import Mapping
from typing import Literal

from service.explaining.changes import Reach
from service.explaining.verdict import Obstacle, Position
from service.rulebook.vocabulary import ChangeKind, Language

PROCEDURE: Mapping[Language, str] = {
    "nl": "Zo komt dit advies tot stand: eerst wordt gelezen wat je hebt verteld, en waar je nu "
    "staat. Daarna wordt van elke regel bekeken of die voor jou opgaat. Een regel die opgaat geeft "
    "een stap punten, of neemt er punten van af; een stap die een regel uitsluit doet niet mee. De "
    "stap met de meeste punten staat bovenaan. Wat je niet hebt verteld, telt nooit tegen je. De "
    "punten zeggen iets over de stappen en niets over jou. Mensen beslissen, niet dit advies.",
    "en": "This is how the advice is made: first what you told us is read, and where you are now. "
    "Then each rule is checked to see whether it holds for you. A rule that holds gives points to "
    "a step, or takes some away; a step that a rule excludes does not take part. The step with "
    "the most points comes first. What you did not tell us never counts against you. The points "
    "say something about the steps and nothing about you. People decide, not this advice.",
}

POSITIONS: Mapping[Language, Mapping[Position, str]] = {
    "nl": {
        Position.FIRST: "{title} staat op de eerste plaats, met {points}.",
        Position.RECOMMENDED: "{title} staat op plaats {rank}, met {points}.",
        Position.BEHIND: "{title} heeft {points} en staat op plaats {rank}; alleen de eerste drie "
        "worden aanbevolen.",
        Position.WITHOUT_POINTS: "{title} kan een stap voor je zijn, maar heeft nu {points}.",
        Position.RULED_OUT: "{title} is nu uitgesloten.",
        Position.NOT_SHOWN: "{title} zou {points} hebben, maar er worden je nu geen stappen "
        "aanbevolen.",
        Position.OUT_OF_REACH: "{title} is nu geen stap die je in één keer kunt zetten.",
    },
    "en": {
        Position.FIRST: "{title} comes first, with {points}.",
        Position.RECOMMENDED: "{title} comes at number {rank}, with {points}.",
        Position.BEHIND: "{title} has {points} and comes at number {rank}; only the first three "
        "are recommended.",
        Position.WITHOUT_POINTS: "{title} can be a step for you, but has {points} at present.",
        Position.RULED_OUT: "{title} is excluded at present.",
        Position.NOT_SHOWN: "{title} would have {points}, but no steps are recommended to you at "
        "present.",
        Position.OUT_OF_REACH: "{title} is not a step that you can take in one go at present.",
    },
}

OBSTACLES: Mapping[Language, Mapping[Obstacle, str]] = {
    "nl": {
        Obstacle.PLACE_UNKNOWN: "We weten nog niet waar je nu staat in het PMO-vak. Vertel ons je "
        "specialisatie en niveau, of welk werk je doet; dan is te zeggen welke stappen er zijn.",
        Obstacle.ENTRY_REFUSED: "Je hebt verteld dat je niet naar PMO wilt. Daar houden we ons "
        "aan.",
        Obstacle.NO_ENTRY: "Wie van buiten PMO komt, stapt niet op deze plek in.",
        Obstacle.TOO_HIGH: "Vanaf {here} is dat meer dan één niveau hoger, en elke stap gaat "
        "hoogstens één niveau omhoog.",
        Obstacle.LOWER: "Vanaf {here} is dat een niveau lager. Die stap komt alleen aan bod als je "
        "er zelf om vraagt.",
        Obstacle.NO_MOVE: "Vanaf {here} loopt er geen stap rechtstreeks daarheen.",
    },
    "en": {
        Obstacle.PLACE_UNKNOWN: "We do not yet know where you are in the PMO profession. Tell us "
        "your specialisation and level, or what work you do; then we can say what steps there "
        "are.",
        Obstacle.ENTRY_REFUSED: "You told us that you do not want to come to PMO. We keep to that.",
        Obstacle.NO_ENTRY: "People who come from outside PMO do not enter at this place.",
        Obstacle.TOO_HIGH: "From {here} that is more than one level up, and each step goes up by "
        "one level at most.",
        Obstacle.LOWER: "From {here} that is one level down. That step only comes up when you ask "
        "for it yourself.",
        Obstacle.NO_MOVE: "From {here} no step leads straight there.",
    },
}

REACHES: Mapping[Language, Mapping[Reach, str]] = {
    "nl": {
        Reach.FIRST: "Dan staat {title} op de eerste plaats.",
        Reach.RECOMMENDED: "Dan hoort {title} bij de drie aanbevolen stappen. Voor de eerste "
        "plaats is meer nodig dan je zelf kunt veranderen.",
        Reach.POSSIBLE: "Dan is {title} een stap die je kunt zetten. Om die aan te bevelen is meer "
        "nodig dan je zelf kunt veranderen.",
    },
    "en": {
        Reach.FIRST: "Then {title} comes first.",
        Reach.RECOMMENDED: "Then {title} is one of the three recommended steps. For the first "
        "place more is needed than you can change yourself.",
        Reach.POSSIBLE: "Then {title} is a step that you can take. For it to be recommended more "
        "is needed than you can change yourself.",
    },
}

Told = Literal["told", "not told"]
CHANGES: Mapping[Language, Mapping[tuple[ChangeKind, Told], str]] = {
    "nl": {
        (ChangeKind.GOAL, "told"): "vertel dat je dit wilt, als dat zo is: ‘{name}’",
        (ChangeKind.COMPETENCE, "told"): "breng ‘{name}’ van {have} naar {to}",
        (ChangeKind.COMPETENCE, "not told"): "kom met ‘{name}’ op een {to}, of vertel het als je "
        "daar al bent",
        (ChangeKind.WORK, "told"): "neem dit erbij in je werk: ‘{name}’",
        (ChangeKind.WORK, "not told"): "neem dit erbij in je werk, of vertel het als je het al "
        "doet: ‘{name}’",
        (ChangeKind.CERTIFICATE, "told"): "haal het certificaat {name}",
        (ChangeKind.CERTIFICATE, "not told"): "haal het certificaat {name}, of vertel het als je "
        "het al hebt",
    },
    "en": {
        (ChangeKind.GOAL, "told"): "say that you want this, if you do: ‘{name}’",
        (ChangeKind.COMPETENCE, "told"): "bring ‘{name}’ from {have} to {to}",
        (ChangeKind.COMPETENCE, "not told"): "come to a {to} in ‘{name}’, or say so if you are "
        "there already",
        (ChangeKind.WORK, "told"): "take this up in your work: ‘{name}’",
        (ChangeKind.WORK, "not told"): "take this up in your work, or say so if you already do "
        "it: ‘{name}’",
        (ChangeKind.CERTIFICATE, "told"): "earn the certificate {name}",
        (ChangeKind.CERTIFICATE, "not told"): "earn the certificate {name}, or say so if you "
        "already hold it",
    },
}

RATINGS: Mapping[Language, Mapping[str | None, str]] = {
    "nl": {
        "self": "De cijfers die hier meetellen, heb je zelf gegeven.",
        "manager": "De cijfers die hier meetellen, komen van je leidinggevende.",
        "assessment": "De cijfers die hier meetellen, komen uit een assessment.",
        None: "We weten niet wie de cijfers gaf die hier meetellen: jijzelf, je leidinggevende of "
        "een assessment.",
    },
    "en": {
        "self": "You gave the ratings that count here yourself.",
        "manager": "The ratings that count here come from your manager.",
        "assessment": "The ratings that count here come from an assessment.",
        None: "We do not know who gave the ratings that count here: you yourself, your manager or "
        "an assessment.",
    },
}

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "no points": "0 punten",
        "one point": "1 punt",
        "points": "{points} punten",
        "and": "en",
        "all of": "Dit alles gaat op:",
        "any of": "Eén hiervan gaat op:",
        "counted": "{text} Dat telt voor {points}.",
        "counted against": "{text} Dat neemt {points} weg.",
        "open": "We weten nog niet of dit voor je geldt: ‘{text}’ Dan komen er {points} bij.",
        "open against": "We weten nog niet of dit voor je geldt: ‘{text}’ Dan gaan er {points} af.",
        "seen": "Gezien: {seen}.",
        "ruled out": "{title} is uitgesloten. {text}",
        "ahead": "Eerder in de volgorde: {names}.",
        "already": "Er hoeft niets te veranderen.",
        "one change": "Dit is genoeg: {changes}.",
        "more changes": "Dit is samen genoeg: {changes}.",
        "or": "Of: {changes}.",
        "not proven": "We hebben niet alles kunnen nagaan: er kan nog een kleinere "
        "verandering zijn.",
        "gave up": "We hebben niet alles kunnen nagaan, en vonden zo nog geen verandering die "
        "genoeg is.",
        "cannot": "Met wat je zelf kunt veranderen (een wens, werk, een certificaat of een "
        "functionele competentie) wordt {title} geen aanbevolen stap.",
        "cannot be possible": "Met wat je zelf kunt veranderen komt {title} nu niet in één stap "
        "binnen bereik.",
        "because ruled out": "Uitgesloten blijft het, omdat: {text}",
        "because points": "Alles wat er nog voor kan gaan tellen, brengt het tot hoogstens "
        "{points}.",
        "other profession": "Je vroeg naar werk in projectmanagement. Dat is een ander vak en een "
        "gelijkwaardige partner van PMO, geen volgende trede. Vakpad legt uit hoe je binnen PMO "
        "kunt groeien.",
        "outside": "buiten PMO",
        "place": "{level} in {specialisation}",
    },
    "en": {
        "no points": "0 points",
        "one point": "1 point",
        "points": "{points} points",
        "and": "and",
        "all of": "All of this holds:",
        "any of": "One of these holds:",
        "counted": "{text} That counts for {points}.",
        "counted against": "{text} That takes away {points}.",
        "open": "We do not know yet whether this holds for you: ‘{text}’ Then {points} are added.",
        "open against": "We do not know yet whether this holds for you: ‘{text}’ Then {points} are "
        "taken away.",
        "seen": "Seen: {seen}.",
        "ruled out": "{title} is excluded. {text}",
        "ahead": "Before it: {names}.",
        "already": "Nothing has to change.",
        "one change": "This is enough: {changes}.",
        "more changes": "Together these are enough: {changes}.",
        "or": "Or: {changes}.",
        "not proven": "We could not go through everything: there may be a smaller change still.",
        "gave up": "We could not go through everything, and so found no change yet that is enough.",
        "cannot": "By what you can change yourself (a wish, work, a certificate or a functional "
        "competence) {title} does not become a recommended step.",
        "cannot be possible": "By what you can change yourself {title} does not come within reach "
        "in one step at present.",
        "because ruled out": "It stays excluded, because: {text}",
        "because points": "Everything that could still count for it brings it to {points} at most.",
        "other profession": "You asked about work in project management. That is another "
        "profession and an equal partner of PMO, not the next rung. Vakpad explains how you can "
        "grow inside PMO.",
        "outside": "outside PMO",
        "place": "{level} in {specialisation}",
    },
}
