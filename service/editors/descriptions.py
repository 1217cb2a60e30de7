"""What every key of rule files is for, and what its fixed values mean: shown where they are typed.

By the name of the schema in `schemas/rule_files.py` and the key as it stands in a file.
"""

from collections.abc import Mapping

from service.rulebook.vocabulary import Text

NAME = Text("De naam, zoals mensen die lezen.", "The name, as people read it.")
ALIASES = Text(
    "Andere namen die mensen gebruiken, Nederlands of Engels. Hoofdletters maken niet uit.",
    "Other names that people use, Dutch or English. Capitals do not matter.",
)
ABOUT = Text(
    "Waar dit over gaat, in een zin voor collega's.", "What this is about, in a sentence for peers."
)
BECAUSE = Text(
    "De reden, zoals de persoon die te lezen krijgt.", "The reason, as the person will read it."
)
SPECIALISATION = Text("De specialisatie.", "The specialisation.")
LEVEL = Text("Het niveau.", "The level.")
TO_SPECIALISATION = Text(
    "De specialisatie waar de stap naartoe gaat.", "The specialisation that the step leads to."
)
TO_LEVEL = Text(
    "Het niveau van de stap, gezien vanaf nu. Een los niveau telt alleen voor wie van buiten komt.",
    "The level of the step, seen from now. A plain level counts only for entry from outside.",
)
POINTS = Text(
    "10 is een aanwijzing, 20 een reden, 30 een sterke reden. Geen cijfer voor een mens.",
    "10 is a hint, 20 a reason, 30 a strong reason. No mark of a person.",
)
ALLOWED = Text(
    "Een waarde, of een lijst van waarden die goed zijn.", "One value, or those allowed."
)

KEYS: Mapping[str, Mapping[str, Text]] = {
    "TextSchema": {
        "nl": Text(
            "De tekst in het Nederlands; zeg `je`.", "The text in Dutch, which says `je` to people."
        ),
        "en": Text("De tekst in het Engels.", "The text in English."),
    },
    "VocabularySchema": {
        "specialisations": Text(
            "De specialisaties, in hun volgorde.", "The specialisations, in their order."
        ),
        "levels": Text("De niveaus, van laag naar hoog.", "The levels, from low to high."),
        "professions": Text(
            "Vakken naast PMO. Een titel van de soort `adjacent` kan er een noemen.",
            "Professions next to PMO. A title of kind `adjacent` may name one.",
        ),
        "points": Text("De punten die regels geven.", "The points that rules give."),
        "costs": Text(
            "Hoeveel moeite elke soort verandering kost; zo weet Vakpad wat de kleinste is.",
            "How much each kind of change takes; so Vakpad knows which one is smallest.",
        ),
        "ratings": Text("Wat 1 tot en met 5 betekenen.", "What 1 to 5 mean."),
        "attributes": Text(
            "De vragen, in de volgorde waarin ze gesteld worden.",
            "The questions, in the order in which they are asked.",
        ),
        "measures": Text(
            "Maten: een gemiddelde of een aantal van scores op competenties.",
            "Measures: a mean or a number of ratings of competences.",
        ),
        "step times": Text(
            "Hoe lang stappen meestal duren: wordt alleen getoond en is nooit een eis; mag weg.",
            "How long steps usually take: only shown, and never a demand; may be left out.",
        ),
    },
    "StepTimesSchema": {
        "source": Text(
            "Wie dit zegt, in een zin die iemand erbij leest.",
            "Who says so, in a sentence that is read with it.",
        ),
        "up": Text(
            "De tijd van een stap omhoog, naar elk niveau; mag weg.",
            "The time of a step up, to each level; may be left out.",
        ),
        "lateral": Text(
            "De tijd van een stap opzij, zoals `1 to 3` jaar; mag weg.",
            "The time of a step sideways, such as `1 to 3` years; may be left out.",
        ),
        "entry": Text(
            "De tijd van een stap van buiten PMO naar binnen; mag weg.",
            "The time of a step into PMO from outside; may be left out.",
        ),
        "step back": Text(
            "De tijd van een stap terug; mag weg.", "The time of a step back; may be left out."
        ),
    },
    "StepUpSchema": {
        "level": Text("Het niveau waar de stap naartoe gaat.", "The level that the step leads to."),
        "years": Text(
            "Het minste en het meeste aantal jaren, zoals `1 to 3`.",
            "The fewest and the most years, such as `1 to 3`.",
        ),
    },
    "SpecialisationSchema": {
        "specialisation": Text(
            "Het id van de specialisatie. Verander het nooit.",
            "The id of the specialisation. Never change it.",
        ),
        "name": NAME,
    },
    "LevelSchema": {
        "level": Text(
            "Het id van het niveau. Verander het nooit.", "The id of the level. Never change it."
        ),
        "name": NAME,
    },
    "ProfessionSchema": {
        "profession": Text("Het id van het vak.", "The id of the profession."),
        "name": NAME,
    },
    "PointsSchema": {
        "hint": Text("Punten voor een aanwijzing.", "Points for a hint."),
        "reason": Text("Punten voor een reden.", "Points for a reason."),
        "strong reason": Text("Punten voor een sterke reden.", "Points for a strong reason."),
    },
    "CostsSchema": {
        "state a goal": Text("Een wens uitspreken.", "Stating a goal."),
        "raise a competence": Text(
            "Een functionele competentie een punt hoger, per punt.",
            "A functional competence one point higher, for each point.",
        ),
        "take up work": Text("Een soort werk erbij gaan doen.", "Taking up a kind of work."),
        "earn a certificate": Text("Een certificaat halen.", "Earning a certificate."),
    },
    "RatingSchema": {
        "rating": Text("Een score van 1 tot en met 5.", "A rating from 1 to 5."),
        "meaning": Text("Wat deze score betekent.", "What this rating means."),
    },
    "AttributeSchema": {
        "attribute": Text("Waar de vraag over gaat.", "What the question is about."),
        "ask": Text("De vraag.", "The question."),
    },
    "MeasureSchema": {
        "measure": Text("Het id van de maat.", "The id of the measure."),
        "about": ABOUT,
        "mean of": Text(
            "De competenties waarvan het gemiddelde telt.",
            "The competences whose mean counts.",
        ),
        "number of": Text(
            "De competenties die geteld worden; `at least` zegt vanaf welke score.",
            "The competences that are counted; `at least` says from which rating on.",
        ),
        "at least": Text(
            "Vanaf welke score een competentie meetelt.",
            "From which rating on a competence is counted.",
        ),
    },
    "CompetenceSchema": {
        "competence": Text("Het id van de competentie.", "The id of the competence."),
        "kind": Text(
            "Een rol vraagt alleen competenties van de soort `functional`.",
            "A role asks only competences of the kind `functional`.",
        ),
        "name": NAME,
        "aliases": ALIASES,
        "ask": Text("De vraag naar deze competentie.", "The question about this competence."),
    },
    "CertificateSchema": {
        "certificate": Text("Het id van het certificaat.", "The id of the certificate."),
        "name": Text(
            "De eigennaam, in beide talen dezelfde.", "The proper name, the same in both languages."
        ),
        "aliases": ALIASES,
        "valid years": Text(
            "Hoeveel jaar het geldig is; mag weg.", "For how many years it holds; may be left out."
        ),
        "includes": Text(
            "Certificaten die wie dit heeft ook al heeft; mag weg.",
            "Certificates that whoever has this one has as well; may be left out.",
        ),
    },
    "MentionSchema": {
        "of": Text("Waar het doel over gaat.", "What the goal is about."),
        "beside": Text(
            "Wat er een wens van maakt als het ernaast staat.",
            "What makes it a wish when it stands beside that.",
        ),
        "unless": Text("Wat het iets anders maakt; mag weg.", "What undoes it; may be left out."),
        "in questions": Text(
            "Of een vraag die erover gaat ook als wens telt; mag weg.",
            "Whether a question about it counts as well; may be left out.",
        ),
    },
    "WorkSchema": {
        "work": Text("Het id van dit soort werk.", "The id of this kind of work."),
        "name": NAME,
        "belongs to": Text(
            "De specialisaties waar dit werk bij hoort: een of twee.",
            "The specialisations that this work belongs to: one or two.",
        ),
        "aliases": ALIASES,
    },
    "GoalSchema": {
        "goal": Text("Het id van het doel.", "The id of the goal."),
        "name": NAME,
        "toward": Text(
            "Naar welk vak dit doel wijst; mag weg.",
            "The profession that this goal points to; may be left out.",
        ),
        "opposite": Text(
            "Het doel van wie dit doel ontkent; mag weg.",
            "The goal of whoever denies this one; may be left out.",
        ),
        "when urged": Text(
            "Of het ook gehoord wordt als anderen iemand ertoe aanzetten; mag weg.",
            "Whether it is also heard when others urge someone to it; may be left out.",
        ),
        "mention": Text(
            "Waaraan je hoort dat het over dit doel gaat, in elke volgorde; mag weg.",
            "How you hear that it is about this goal, in any order; may be left out.",
        ),
        "aliases": ALIASES,
        "phrases": Text(
            "Hoe mensen het zeggen. `...` staat voor hoogstens vier woorden.",
            "How people say it. `...` stands for up to four words.",
        ),
    },
    "PhrasesSchema": {
        "nl": Text("Hoe mensen het in het Nederlands zeggen.", "How people say it in Dutch."),
        "en": Text("Hoe mensen het in het Engels zeggen.", "How people say it in English."),
    },
    "TitlesSchema": {
        "same word": Text(
            "Woorden die hetzelfde betekenen; het eerste van elke lijst geldt voor alle.",
            "Words that mean the same; the first of each list stands for the others.",
        ),
        "noise": Text(
            "Woorden die niets over de plek zeggen.", "Words that say nothing about the place."
        ),
        "fields and places": Text(
            "Woorden die alleen voor of achter een titel niets zeggen.",
            "Words that say nothing before and behind a title only.",
        ),
        "seniority": Text(
            "Woorden die zeggen welke niveaus een titel toelaat.",
            "Words that say which levels a title allows.",
        ),
        "titles": Text("De functietitels.", "The job titles."),
    },
    "SenioritySchema": {
        "words": Text("De woorden, zoals `junior` en `jr`.", "The words, such as `junior`, `jr`."),
        "levels": Text("De niveaus die ze toelaten.", "The levels that they allow."),
    },
    "TitleSchema": {
        "title": Text("Het id van de titel.", "The id of the title."),
        "names": Text(
            "Hoe de titel geschreven wordt. Hoofdletters, streepjes en meervoud maken niet uit.",
            "How the title is written. Capitals, hyphens and plurals do not matter.",
        ),
        "kind": Text(
            "Het soort vak, of een lijst van twee als het beide kan zijn.",
            "The kind of profession, or a list of two when it may be either.",
        ),
        "form": Text(
            "De naam van iemands werk, of van een afdeling.",
            "The name of someone's work, or of a department.",
        ),
        "profession": Text(
            "Het vak, alleen bij `kind: adjacent`.", "The profession, only with `kind: adjacent`."
        ),
        "specialisations": Text(
            "Wat de titel kan betekenen. Nodig als het een titel in PMO kan zijn.",
            "What the title may mean. Needed when it may be a title in PMO.",
        ),
        "levels": Text("De niveaus die de titel toelaat.", "The levels that the title allows."),
        "usually": Text(
            "Alleen waar een lezing duidelijk de gewone is.",
            "Only where one reading is clearly the common one.",
        ),
        "container": Text(
            "Of er veel soorten werk onder deze titel schuilgaan.",
            "Whether many kinds of work go under this title.",
        ),
    },
    "UsualSchema": {
        "specialisation": Text("De gewone specialisatie.", "The usual specialisation."),
        "level": Text("Het gewone niveau.", "The usual level."),
    },
    "RoleSchema": {
        "role": Text(
            "Specialisatie en niveau. Alle rollen moeten er zijn.",
            "Specialisation and level. All roles must be there.",
        ),
        "title": Text("De naam van de rol.", "The name of the role."),
        "description": Text("Wat je in deze rol doet.", "What one does in this role."),
        "asks": Text(
            "Wat de rol vraagt: functionele competenties, certificaten en werk. Nooit jaren.",
            "What the role asks: functional competences, certificates and work. Never years.",
        ),
        "see also": Text("Verwijzingen naar elders; mag weg.", "References; may be left out."),
    },
    "SeeAlsoSchema": {
        "name": Text("Hoe het heet.", "What it is called."),
        "link": Text("Het adres op het web.", "The address on the web."),
        "licence": Text("De licentie ervan.", "The licence of it."),
    },
    "MoveSchema": {
        "move": Text("Het id van de overgang.", "The id of the move."),
        "about": ABOUT,
        "from": Text(
            "De plek waar de overgang begint, of `outside`.",
            "The place where the move starts, or `outside`.",
        ),
        "to": Text("De plek waar de overgang naartoe gaat.", "The place that the move leads to."),
    },
    "FromSchema": {
        "specialisation": Text("De specialisatie van nu.", "The present specialisation."),
        "levels": Text("De niveaus van nu.", "The present levels."),
    },
    "ToSchema": {
        "specialisation": TO_SPECIALISATION,
        "level": Text(
            "De stap in niveau, voor wie in PMO werkt.", "The step in level, for people inside PMO."
        ),
        "levels": Text(
            "De niveaus waarop mensen van buiten kunnen beginnen.",
            "The levels at which people from outside may enter.",
        ),
    },
    "ActionSchema": {
        "action": Text("Het id van de actie.", "The id of the action."),
        "kind": Text("Wat voor actie het is.", "What kind of action it is."),
        "text": Text("Wat de persoon kan doen.", "What the person can do."),
    },
    "GuardrailTextsSchema": {
        "wish-is-heard": Text(
            "Antwoord aan wie zegt projectmanager te willen worden.",
            "The answer to a stated wish to become project manager.",
        ),
        "not-a-stepping-stone": Text(
            "Dat PMO een eigen vak is, en geen opstap.",
            "That PMO is a profession of its own, and no stepping stone.",
        ),
        "growth-inside-pmo": Text(
            "Dat er binnen PMO genoeg te groeien valt.",
            "That there is enough room to grow inside PMO.",
        ),
        "leans-to-project-management": Text(
            "Aan wie in PMO werkt en naar projectmanagement neigt.",
            "To someone in PMO who leans to project management.",
        ),
        "assurance-independence": Text(
            "Dat wie beoordeelt, onafhankelijk is.", "That whoever assures is independent."
        ),
        "purpose": Text("Waar het advies voor is.", "What the advice is for."),
        "purpose-of-partnership": Text(
            "Waar het antwoord aan een duo voor is.", "What the answer to a duo is for."
        ),
        "advice-not-decision": Text(
            "Dat dit een advies is en geen beslissing.", "That this is advice and no decision."
        ),
    },
    "TipSchema": {
        "tip": Text("Welke van de vijf tips.", "Which of the five tips."),
        "text": Text("De tip, voor beiden hetzelfde.", "The tip, the same for both."),
        "for pmo": Text("De tip aan de PMO'er.", "The tip to the PMO colleague."),
        "for project manager": Text(
            "De tip aan de projectmanager.", "The tip to the project manager."
        ),
    },
    "RuleSchema": {
        "rule": Text(
            "Het id van de regel: kleine letters met streepjes.",
            "The id of the rule: lower-case words joined by hyphens.",
        ),
        "about": Text(
            "Wat de regel zegt, in een zin die je hardop kunt lezen.",
            "What the rule says, in a sentence that can be read aloud.",
        ),
        "when all of": Text("Alles hieronder moet waar zijn.", "Everything below must be true."),
        "when at least one of": Text(
            "Minstens een hiervan moet waar zijn.", "At least one of these must be true."
        ),
        "when none of": Text("Niets hiervan mag waar zijn.", "None of these may be true."),
        "settle": Text(
            "Legt de specialisatie of het niveau van nu vast, binnen wat de titel toelaat.",
            "Settles the present specialisation or level, within what the title allows.",
        ),
        "signal": Text(
            "De naam die andere regels met `signal ...` gebruiken.",
            "The name that other rules use with `signal ...`.",
        ),
        "recommend": Text("Pleit voor een stap.", "Speaks for a step."),
        "advise against": Text(
            "Pleit tegen een stap. Schrijf de punten zonder minteken.",
            "Speaks against a step. Write the points without a minus sign.",
        ),
        "rule out": Text(
            "Sluit een stap uit, hoeveel punten die ook heeft.",
            "Excludes a step, however many points it has.",
        ),
        "say": Text(
            "Wat voor bericht het is; samen met `text`.", "The kind of message; with `text`."
        ),
        "text": Text("Het bericht; samen met `say`.", "The message; goes with `say`."),
        "outcome": Text(
            "De uitkomst die hierdoor minstens geldt. De sterkste wint.",
            "The outcome that this asks for. The strongest one wins.",
        ),
        "completes": Text(
            "Waar de twee elkaar aanvullen. Beiden lezen het.",
            "Where the two complete each other. Both will read it.",
        ),
        "tension": Text(
            "Waar wrijving kan ontstaan. Beiden lezen het.",
            "Where tension is likely. Both will read it.",
        ),
        "fits tip": Text("Waarom een tip bij deze twee past.", "Why a tip fits these two."),
    },
    "SettleSchema": {"specialisation": SPECIALISATION, "level": LEVEL},
    "RecommendSchema": {
        "specialisation": TO_SPECIALISATION,
        "level": TO_LEVEL,
        "points": POINTS,
        "because": BECAUSE,
        "actions": Text(
            "Wat de persoon kan doen; mag weg.", "What the person can do; may be left out."
        ),
    },
    "AdviseAgainstSchema": {
        "specialisation": TO_SPECIALISATION,
        "level": TO_LEVEL,
        "points": POINTS,
        "because": BECAUSE,
    },
    "RuleOutSchema": {
        "specialisation": TO_SPECIALISATION,
        "level": TO_LEVEL,
        "because": BECAUSE,
    },
    "FitsTipSchema": {
        "tip": Text("Welke van de vijf tips.", "Which of the five tips."),
        "because": Text("Waarom die past. Beiden lezen het.", "Why it fits. Both will read it."),
    },
    "CaseSchema": {
        "case": Text(
            "De naam van de casus, in gewone woorden.", "The case by a name in plain words."
        ),
        "profile": Text(
            "Wat een portaal over een persoon stuurt.", "What a portal sends of a person."
        ),
        "duo": Text(
            "Wat een portaal over een PMO'er en een projectmanager stuurt.",
            "What a portal sends about a PMO'er and a project manager.",
        ),
        "expect": Text(
            "Het advies dat je verwacht. Elke regel hieronder mag weg.",
            "The advice that you expect. Every line below may be left out.",
        ),
        "same answer for": Text(
            "Veranderingen die niets aan het antwoord mogen veranderen.",
            "Changes that must not change the answer.",
        ),
    },
    "CaseDuoSchema": {
        "language": Text("De taal van het antwoord.", "The language of the answer."),
        "pmo": Text("Het profiel van de PMO'er.", "The profile of the PMO'er."),
        "project manager": Text(
            "Het profiel van de projectmanager.", "The profile of the project manager."
        ),
    },
    "CaseDuoChangeSchema": {
        "language": Text("De taal van het antwoord.", "The language of the answer."),
        "pmo": Text("Wat er bij de PMO'er verandert.", "What changes for the PMO'er."),
        "project manager": Text(
            "Wat er bij de projectmanager verandert.", "What changes for the project manager."
        ),
    },
    "ExpectSchema": {
        "outcome": Text("De uitkomst, of een lijst.", "The outcome, or a list."),
        "confidence": Text("De zekerheid, of een lijst.", "The confidence, or a list."),
        "reading": Text("Hoe het profiel begrepen wordt.", "How the profile is understood."),
        "first": Text("De eerste aanbeveling.", "The first recommendation."),
        "recommended": Text(
            "Rollen die aanbevolen moeten worden.", "Roles that must be recommended."
        ),
        "not recommended": Text(
            "Rollen die niet aanbevolen mogen worden.", "Roles that must not be recommended."
        ),
        "readings": Text(
            "Hoe elk van de twee begrepen wordt.", "How each of the two is understood."
        ),
        "completes": Text(
            "Regels die zeggen waar de twee elkaar aanvullen.",
            "Rules that say where the two complete each other.",
        ),
        "not completes": Text(
            "Zulke regels die niets mogen zeggen.", "Such rules that must not say so."
        ),
        "tension": Text("Regels die wrijving noemen.", "Rules that name a tension."),
        "not tension": Text(
            "Zulke regels die niets mogen zeggen.", "Such rules that must not say so."
        ),
        "fits tip": Text(
            "Tips waarvoor bij deze twee een reden is.", "Tips that have a reason for these two."
        ),
        "not fits tip": Text("Tips zonder zo'n reden.", "Tips without such a reason."),
        "fired": Text("Regels die gelden.", "Rules that fire."),
        "not fired": Text("Regels die niet gelden.", "Rules that do not fire."),
        "said": Text(
            "Regels of vaste teksten die iets zeggen.", "Rules or fixed texts that are said."
        ),
        "not said": Text(
            "Regels of vaste teksten die zwijgen.", "Rules or fixed texts that are not said."
        ),
        "asked": Text("Waarnaar gevraagd wordt.", "What is asked for."),
    },
    "ExpectPlaceSchema": {"specialisation": ALLOWED, "level": ALLOWED, "move": ALLOWED},
    "ExpectReadingSchema": {"kind": ALLOWED, "specialisation": ALLOWED, "level": ALLOWED},
    "ExpectReadingsSchema": {
        "pmo": Text("Hoe de PMO'er begrepen wordt.", "How the PMO'er is understood."),
        "project manager": Text(
            "Hoe de projectmanager begrepen wordt.", "How the project manager is understood."
        ),
    },
}

GROUPS: Mapping[str, Text] = {
    "all of": Text("Alles hieronder moet waar zijn.", "Everything below must be true."),
    "at least one of": Text(
        "Minstens een hiervan moet waar zijn.", "At least one of these must be true."
    ),
    "none of": Text("Niets hiervan mag waar zijn.", "None of these may be true."),
}

VALUES: Mapping[str, Text] = {
    "pmo": Text("het vak PMO", "the PMO profession"),
    "project-management": Text(
        "projectmanagement, een ander vak", "project management, another one"
    ),
    "adjacent": Text("een vak naast PMO", "a profession next to PMO"),
    "outside": Text("buiten PMO", "outside PMO"),
    "unknown": Text("niet bekend", "not known"),
    "job": Text("de naam van iemands werk", "the name of someone's work"),
    "unit": Text("de naam van een afdeling", "the name of a department"),
    "trait": Text(
        "een eigenschap; geeft punten, en geen rol vraagt erom",
        "a trait; gives points, and no role asks for it",
    ),
    "functional": Text("een vaardigheid in het vak", "a skill of the profession"),
    "rotation": Text("een tijd op een andere plek werken", "working elsewhere for a while"),
    "shadowing": Text("meelopen met een ander", "following someone at work"),
    "ownership": Text("zelf iets gaan dragen", "taking charge of something"),
    "pairing": Text("samen met een ander werken", "working with someone else"),
    "mentoring": Text("iemand begeleiden of begeleid worden", "guiding someone or being guided"),
    "community": Text("kennis delen met vakgenoten", "sharing knowledge with peers"),
    "course": Text("een opleiding of training", "a course or training"),
    "misconception": Text("een misverstand over het vak", "a misconception of the profession"),
    "ambition": Text("over wat iemand wil", "about what someone wants"),
    "caution": Text("iets om op te letten", "something to look out for"),
    "partnership": Text(
        "over PMO en projectmanagement samen", "about PMO and project management together"
    ),
    "refer": Text("naar een gesprek met een loopbaanadviseur", "to a talk with a career advisor"),
    "needs_more_data": Text("er moet meer bekend zijn", "more must be known first"),
    "recommend_with_caution": Text("aanbevelen, met voorbehoud", "recommend, with caution"),
    "recommend": Text("aanbevelen", "recommend"),
    "high": Text("hoog", "high"),
    "medium": Text("gemiddeld", "medium"),
    "low": Text("laag", "low"),
    "same as now": Text("hetzelfde niveau als nu", "the same level as now"),
    "one up": Text("een niveau hoger", "one level higher"),
    "same or one up": Text("hetzelfde niveau of een hoger", "the same level or one higher"),
    "one down": Text(
        "een niveau lager, alleen voor wie dat wil", "one level lower, for those who want that only"
    ),
    "given": Text("door het portaal gestuurd", "sent by the portal"),
    "title": Text("uit de titel", "from the title"),
    "rule": Text("door een regel vastgelegd", "settled by a rule"),
    "assumed": Text("aangenomen", "assumed"),
    "deepen": Text("verdiepen op dezelfde plek", "deepen in the same place"),
    "lateral": Text(
        "een andere specialisatie, zelfde niveau", "another specialisation, same level"
    ),
    "widen": Text("verbreden op het hoogste niveau", "widen at the highest level"),
    "up": Text("een niveau hoger", "one level higher"),
    "step-back": Text("een stap terug", "a step back"),
    "entry": Text("van buiten PMO naar binnen", "into PMO from outside"),
    "trust": Text("de tip over vertrouwen", "the tip about trust"),
    "equality": Text("de tip over gelijkwaardigheid", "the tip about equality"),
    "mirror": Text("de tip over de spiegel", "the tip about the mirror"),
    "golden-match": Text("de tip over de gouden combinatie", "the tip about the golden match"),
    "sparring": Text("de tip over sparren", "the tip about sparring"),
    "true": Text("ja", "yes"),
    "false": Text("nee", "no"),
    "goals": Text("wat iemand wil", "what someone wants"),
    "current specialisation": Text("waar iemand nu werkt", "where someone works now"),
    "work": Text("wat iemand doet", "what someone does"),
    "certificates": Text("wat iemand behaald heeft", "what someone holds"),
    "years in pmo": Text("jaren in PMO", "years in PMO"),
    "years in role": Text("jaren in de huidige functie", "years in the present role"),
}
"""Fixed words, by themselves."""


def said(text: Text) -> str:
    """A text as editors show it: English, and Dutch below it."""
    return text.en if text.en == text.nl else f"{text.en}\n\n{text.nl}"
